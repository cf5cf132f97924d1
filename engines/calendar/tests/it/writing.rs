//! What invitations, cancellations and feeds say.

use allmende_calendar::{Event, Fault, cancel, faults, feed, request};

use super::{assembly, at, lines};

#[test]
fn an_invitation_says_everything_that_is_needed() {
    let text = request(&assembly());
    assert_eq!(faults(&text), []);
    let lines = lines(&text);
    for line in [
        "VERSION:2.0",
        "METHOD:REQUEST",
        "TZID:Europe/Berlin",
        "UID:018c-42@mustertal.example",
        "DTSTAMP:20171114T080000Z",
        "SEQUENCE:3",
        "DTSTART;TZID=Europe/Berlin:20171130T180000",
        "DTEND;TZID=Europe/Berlin:20171130T203000",
        "SUMMARY:Mitgliederversammlung\\; Haushalt",
        "DESCRIPTION:1. Begrüßung\\n2. Haushalt 2018\\, Beschluss",
        "LOCATION:Rathaus Musterdorf\\, Großer Saal",
        "URL:https://mustertal.example/s/42",
        "STATUS:CONFIRMED",
        "ORGANIZER;CN=Kommunale Allianz Mustertal:mailto:kontakt@mustertal.example",
        "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=CHAIR;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Erika Muster:mailto:erika@musterdorf.example",
        "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=\"Beispiel, Max\":mailto:max@beispiel.example",
        "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=OPT-PARTICIPANT;PARTSTAT=NEEDS-ACTION:mailto:ale@amt.example",
    ] {
        assert_eq!(lines.iter().filter(|own| *own == line).count(), 1, "{line} in\n{text}");
    }
    assert_eq!(request(&assembly()), text, "the same event gives the same bytes");
}

#[test]
fn a_cancellation_keeps_the_uid_and_asks_for_no_answer() {
    let text = cancel(&Event { sequence: 4, ..assembly() });
    assert_eq!(faults(&text), []);
    let lines = lines(&text);
    for line in ["METHOD:CANCEL", "STATUS:CANCELLED", "UID:018c-42@mustertal.example", "SEQUENCE:4"] {
        assert!(lines.iter().any(|own| own == line), "{line} in\n{text}");
    }
    assert!(!text.contains("RSVP") && !text.contains("PARTSTAT"));
    assert_eq!(text.matches("ATTENDEE").count(), 3);
}

#[test]
fn a_feed_names_no_attendee() {
    let called_off = Event { uid: "2@mustertal.example".to_owned(), cancelled: true, ..assembly() };
    let text = feed("Sitzungen; alle", &[assembly(), called_off], at("2017-11-20T10:00:00Z"));
    assert_eq!(faults(&text), []);
    let lines = lines(&text);
    let count = |line: &str| lines.iter().filter(|own| *own == line).count();
    assert_eq!(count("METHOD:PUBLISH"), 1);
    assert_eq!(count("X-WR-CALNAME:Sitzungen\\; alle"), 1);
    assert_eq!((count("BEGIN:VEVENT"), count("BEGIN:VTIMEZONE")), (2, 1));
    assert_eq!((count("STATUS:CONFIRMED"), count("STATUS:CANCELLED")), (1, 1));
    assert_eq!((count("DTSTAMP:20171120T100000Z"), count("LAST-MODIFIED:20171114T080000Z")), (2, 2));
    assert!(!text.contains("ATTENDEE") && !text.contains("erika@"));
}

#[test]
fn a_feed_without_organizer_claims_no_method() {
    let text = feed("Sitzungen", &[Event { organizer: None, ..assembly() }], at("2017-11-20T10:00:00Z"));
    assert_eq!(faults(&text), []);
    assert!(!text.contains("METHOD") && !text.contains("mailto"));
}

#[test]
fn an_end_that_is_none_is_left_out() {
    for ends in [None, Some("2017-11-30T18:00"), Some("2017-11-30T09:00")] {
        let text = request(&Event { ends: ends.map(|ends| ends.parse().unwrap()), ..assembly() });
        assert_eq!(faults(&text), []);
        assert!(!text.contains("DTEND"), "{ends:?}");
    }
}

#[test]
fn nothing_typed_becomes_a_line_of_its_own() {
    let mut event = assembly();
    let bad = "x\r\nATTENDEE:mailto:boese@example.org\nBEGIN:VALARM\r\u{0}\u{7f}";
    event.uid = format!("1{bad}");
    event.summary = bad.to_owned();
    event.description = bad.to_owned();
    event.location = bad.to_owned();
    event.url = Some(bad.to_owned());
    event.attendees[0].party.name = bad.to_owned();
    event.attendees[0].party.email = bad.to_owned();
    let text = request(&event);
    assert_eq!(faults(&text), []);
    let lines = lines(&text);
    assert_eq!(lines.iter().filter(|line| line.starts_with("ATTENDEE")).count(), 3, "{text}");
    assert!(!lines.iter().any(|line| line.starts_with("BEGIN:VALARM")));
}

#[test]
fn each_fault_is_found() {
    let text = request(&assembly());
    let found = |text: &str| faults(text);
    assert!(matches!(found(&text.replace("\r\n", "\n"))[0], Fault::LineEnd(1)));
    assert_eq!(found(&text.replacen("\r\nUID", "\nUID", 1)).len(), 1);
    assert_eq!(found(text.trim_end()).len(), 1);
    let long = text.replace("\r\n ", "");
    assert!(found(&long).iter().all(|fault| matches!(fault, Fault::LongLine(_))) && !found(&long).is_empty());
    // 74 letters of two octets are too long, although they are few.
    let wide = text.replacen("URL:", &format!("X-A:{}\r\nURL:", "ä".repeat(70)), 1);
    assert!(matches!(found(&wide)[..], [Fault::LongLine(_)]));
    let early = text.replace("20171130T203000", "20171130T180000");
    assert_eq!(found(&early), [Fault::EndsBeforeBegin("018c-42@mustertal.example".to_owned())]);
    let (head, tail) = text.split_once("BEGIN:VTIMEZONE").unwrap();
    let zoneless = format!("{head}{}", tail.split_once("END:VTIMEZONE\r\n").unwrap().1);
    assert_eq!(found(&zoneless), vec![Fault::UndefinedZone("Europe/Berlin".to_owned()); 2]);
    assert_eq!(found(&text.replace("METHOD:REQUEST", "METHOD:PUBLISH")).len(), 1);
    assert_eq!(found("Sehr geehrte Damen und Herren\r\n"), [Fault::NoCalendar]);
    let unled = request(&Event { organizer: None, ..assembly() });
    assert_eq!(found(&unled), [Fault::NoOrganizer("018c-42@mustertal.example".to_owned())]);
}
