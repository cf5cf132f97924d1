// What is asked of every calendar that the program writes. Each check takes the bytes of a file and gives findings.

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import ICAL from "ical.js";

/** The most octets of a line without its end (RFC 5545, section 3.1). */
const LINE_OCTETS = 75;

/** Instants that people have checked, as anchors beside the zone data of Node.js. */
const ANCHORS = {
  "20171130T1800": "2017-11-30T17:00:00.000Z",
  "20170629T1800": "2017-06-29T16:00:00.000Z",
  "20170326T0130": "2017-03-26T00:30:00.000Z",
  "20170326T0300": "2017-03-26T01:00:00.000Z",
  "20171029T0130": "2017-10-28T23:30:00.000Z",
  "20171029T0300": "2017-10-29T02:00:00.000Z",
};

/** libical's check of RFC 5546, by the program that `validate.mjs` has compiled. */
export function libical(program, scratch) {
  return function libical(bytes) {
    writeFileSync(scratch, bytes);
    const run = spawnSync(program, [scratch], { encoding: "utf8" });
    if (run.error) throw run.error;
    const lines = run.stdout.split("\n").filter((line) => line !== "");
    return run.status === 0 || lines.length > 0 ? lines : [`ended with ${run.status ?? run.signal}: ${run.stderr}`];
  };
}

/** Ends of lines, their length, UTF-8 in every line by itself. */
export function bytes(file) {
  const findings = [];
  const text = file.toString("latin1");
  if (!text.endsWith("\r\n")) findings.push("the file does not end in CR LF");
  text
    .split("\r\n")
    .forEach((line, at) => {
      if (/[\r\n]/.test(line)) findings.push(`line ${at + 1} holds a CR or LF alone`);
      if (line.length > LINE_OCTETS) findings.push(`line ${at + 1} has ${line.length} octets`);
      try {
        new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(line, "latin1"));
      } catch {
        findings.push(`line ${at + 1} cuts a character`);
      }
    });
  return findings;
}

/** What ical.js reads: zones, instants, order of begin and end, who is named. */
export function meaning(file) {
  let calendar;
  try {
    calendar = new ICAL.Component(ICAL.parse(file.toString("utf8")));
  } catch (error) {
    return [`ical.js cannot read it: ${error.message}`];
  }
  const findings = [];
  const method = calendar.getFirstPropertyValue("method");
  const zones = new Map(
    calendar.getAllSubcomponents("vtimezone").map((zone) => [zone.getFirstPropertyValue("tzid"), new ICAL.Timezone(zone)]),
  );
  for (const event of calendar.getAllSubcomponents("vevent")) {
    const uid = event.getFirstPropertyValue("uid");
    const instant = (name) => {
      const property = event.getFirstProperty(name);
      if (!property) return null;
      const zone = zones.get(property.getParameter("tzid"));
      if (!zone) {
        findings.push(`${uid}: ${name} has no zone of this file`);
        return null;
      }
      const time = property.getFirstValue();
      const seconds = utc(time, zone);
      const wanted = inGermany(time);
      if (seconds !== wanted) findings.push(`${uid}: ${name} is ${iso(seconds)} by the file and ${iso(wanted)} by the clock`);
      return seconds;
    };
    const starts = instant("dtstart");
    const ends = instant("dtend");
    if (starts !== null && ends !== null && ends <= starts) findings.push(`${uid}: ends before it begins`);
    const anchor = ANCHORS[/^time-(\w+)@/.exec(uid)?.[1]];
    if (anchor && iso(starts) !== anchor) findings.push(`${uid}: begins at ${iso(starts)} and not at ${anchor}`);
    const attendees = event.getAllProperties("attendee");
    if ((method === null || method === "PUBLISH") && attendees.length > 0) findings.push(`${uid}: published with attendees`);
    for (const party of [...attendees, ...event.getAllProperties("organizer")]) {
      if (!/^mailto:[^\s@]+@[^\s@]+$/.test(party.getFirstValue())) findings.push(`${uid}: ${party.getFirstValue()} is no address`);
    }
    if (event.getAllSubcomponents().length > 0) findings.push(`${uid}: something stands inside the event`);
  }
  return findings;
}

/** Seconds since 1970 of a local time by the rules of a zone of the file. */
function utc(time, zone) {
  const local = time.clone();
  local.zone = zone;
  return local.toUnixTime();
}

/** The same by the zone data of Node.js. A time that exists twice is the first of the two. */
function inGermany(time) {
  const local = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second) / 1000;
  const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin", dateStyle: "short", timeStyle: "medium" });
  for (const hours of [2, 1]) {
    const candidate = local - hours * 3600;
    const shown = clock.format(new Date(candidate * 1000));
    if (Date.parse(`${shown.replace(" ", "T")}Z`) / 1000 === local) return candidate;
  }
  return Number.NaN;
}

function iso(seconds) {
  return Number.isFinite(seconds) ? new Date(seconds * 1000).toISOString() : "no time";
}
