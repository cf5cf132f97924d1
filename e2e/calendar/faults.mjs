// Known faults, put into sound samples. Each must be reported by the checks that it names; those of libical, ical.js and
// the octets are chosen so that every check has to prove itself.

const without = (pattern) => (text) => text.replace(pattern, "");

export const FAULTS = [
  { name: "no UID", sample: "request.ics", make: without(/^UID:.*\r\n/m), reportedBy: ["libical"] },
  { name: "no DTSTAMP", sample: "request.ics", make: without(/^DTSTAMP:.*\r\n/m), reportedBy: ["libical"] },
  { name: "no PRODID", sample: "request.ics", make: without(/^PRODID:.*\r\n/m), reportedBy: ["libical"] },
  { name: "no ORGANIZER", sample: "request.ics", make: without(/^ORGANIZER.*\r\n( .*\r\n)*/m), reportedBy: ["libical"] },
  { name: "no ATTENDEE", sample: "request.ics", make: without(/^ATTENDEE.*\r\n( .*\r\n)*/gm), reportedBy: ["libical"] },
  { name: "no DTSTART", sample: "request.ics", make: without(/^DTSTART;TZID.*\r\n/m), reportedBy: ["libical"] },
  { name: "no SEQUENCE in a cancellation", sample: "cancel.ics", make: without(/^SEQUENCE:.*\r\n/m), reportedBy: ["libical"] },
  {
    name: "two summaries",
    sample: "request.ics",
    make: (text) => text.replace(/^SUMMARY:.*\r\n/m, "$&SUMMARY:noch einmal\r\n"),
    reportedBy: ["libical"],
  },
  {
    name: "attendees in a feed",
    sample: "feed-times.ics",
    make: (text) => text.replace(/^ORGANIZER/m, "ATTENDEE:mailto:a@b.example\r\n$&"),
    reportedBy: ["libical", "meaning"],
  },
  {
    name: "a zone that is not defined",
    sample: "request.ics",
    make: without(/BEGIN:VTIMEZONE[\s\S]*END:VTIMEZONE\r\n/),
    reportedBy: ["meaning"],
  },
  {
    name: "another name of the zone",
    sample: "request.ics",
    make: (text) => text.replace("TZID:Europe/Berlin", "TZID:Europe/Paris"),
    reportedBy: ["meaning"],
  },
  {
    name: "an end before the begin",
    sample: "request.ics",
    make: (text) => text.replace(/^(DTEND;TZID=Europe\/Berlin:).*/m, "$120171130T170000"),
    reportedBy: ["meaning"],
  },
  {
    name: "summer time from the first Sunday",
    sample: "feed-times.ics",
    make: (text) => text.replace("BYMONTH=3;BYDAY=-1SU", "BYMONTH=4;BYDAY=1SU"),
    reportedBy: ["meaning"],
  },
  {
    name: "winter time a month early",
    sample: "feed-times.ics",
    make: (text) => text.replace("BYMONTH=10;BYDAY=-1SU", "BYMONTH=9;BYDAY=-1SU"),
    reportedBy: ["meaning"],
  },
  {
    name: "the change at another hour",
    sample: "feed-times.ics",
    make: (text) => text.replace("DTSTART:19960331T020000", "DTSTART:19960331T010000"),
    reportedBy: ["meaning"],
  },
  {
    name: "no summer time",
    sample: "feed-times.ics",
    make: without(/BEGIN:DAYLIGHT[\s\S]*END:DAYLIGHT\r\n/),
    reportedBy: ["meaning"],
  },
  { name: "a line that was let in", sample: "request.ics", make: (text) => text.replace(/^TRANSP/m, "BEGIN:VALARM\r\nEND:VALARM\r\n$&"), reportedBy: ["meaning"] },
  { name: "LF", sample: "request.ics", make: (text) => text.replaceAll("\r\n", "\n"), reportedBy: ["bytes"] },
  { name: "one LF", sample: "request.ics", make: (text) => text.replace("\r\nSUMMARY", "\nSUMMARY"), reportedBy: ["bytes"] },
  { name: "lines not folded", sample: "request-harsh.ics", make: (text) => text.replaceAll("\r\n ", ""), reportedBy: ["bytes"] },
  { name: "76 octets", sample: "request.ics", make: (text) => text.replace(/^SUMMARY:.*/m, `SUMMARY:${"x".repeat(68)}`), reportedBy: ["bytes"] },
  {
    name: "a fold inside a character",
    sample: "request.ics",
    // In octets: the sign of two bytes in the place is taken apart.
    make: (text) => text.replace("\u00c3\u009f", "\u00c3\r\n \u009f"),
    reportedBy: ["bytes"],
  },
];
