//! Answers as mail programs write them.

use allmende_calendar::{Answer, ReadFault, cancel, feed, read_replies, request};

use super::{assembly, at};

/// An answer with these lines in its event.
fn reply(lines: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n{lines}END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
}

#[test]
fn thunderbird_accepts() {
    let text = reply(
        "CREATED:20171115T070000Z\r\nDTSTAMP:20171115T071500Z\r\nUID:018c-42@mustertal.example\r\nSEQUENCE:3\r\n\
         SUMMARY:Mitgliederversammlung\r\nORGANIZER;CN=Allianz:mailto:kontakt@mustertal.example\r\n\
         ATTENDEE;CN=\"Beispiel, Max\";PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT;RSVP=TR\r\n UE:mailto:Max@Beispiel.Example\r\n\
         DTSTART;TZID=Europe/Berlin:20171130T180000\r\n",
    );
    let replies = read_replies(&text).unwrap();
    assert_eq!(replies.len(), 1);
    assert_eq!(replies[0].uid, "018c-42@mustertal.example");
    assert_eq!(replies[0].sequence, Some(3));
    assert_eq!(replies[0].attendee_email, "max@beispiel.example");
    assert_eq!(replies[0].attendee_name.as_deref(), Some("Beispiel, Max"));
    assert_eq!(replies[0].answer, Answer::Accepted);
    assert_eq!(replies[0].comment, "");
    assert_eq!(replies[0].stamp, Some(at("2017-11-15T07:15:00Z")));
}

#[test]
fn outlook_declines_with_a_reason() {
    let text = "\u{feff}BEGIN:VCALENDAR\nPRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN\nVERSION:2.0\nMETHOD:REPLY\n\
         BEGIN:VTIMEZONE\nTZID:W. Europe Standard Time\nBEGIN:STANDARD\nDTSTART:16011028T030000\nEND:STANDARD\nEND:VTIMEZONE\n\
         BEGIN:VEVENT\nATTENDEE;PARTSTAT=DECLINED:MAILTO:max@beispiel.example\nCLASS:PUBLIC\n\
         COMMENT:Bin an dem Tag im Kreistag\\, bitte\\n entschuldigen.\\n\nDTSTAMP:20171115T071500Z\n\
         DTSTART;TZID=\"W. Europe Standard Time\":20171130T180000\nSEQUENCE:3\nUID:018c-42@muster\n\ttal.example\n\
         X-MICROSOFT-CDO-BUSYSTATUS:FREE\nEND:VEVENT\nEND:VCALENDAR\n";
    let replies = read_replies(text).unwrap();
    assert_eq!(replies[0].answer, Answer::Declined);
    assert_eq!(replies[0].uid, "018c-42@mustertal.example");
    assert_eq!(replies[0].comment, "Bin an dem Tag im Kreistag, bitte\n entschuldigen.");
}

#[test]
fn somebody_sends_a_deputy() {
    let text = reply(
        "UID:1\r\nATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:Zweite@Beispiel.example\":mailto:max@beispiel.example\r\n\
         ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:zweite@beispiel.example\r\n",
    );
    let replies = read_replies(&text).unwrap();
    assert_eq!(replies.len(), 1, "who has not decided has not answered");
    assert_eq!(replies[0].answer, Answer::Delegated);
    assert_eq!(replies[0].delegated_to.as_deref(), Some("zweite@beispiel.example"));
    assert_eq!((replies[0].sequence, replies[0].stamp), (None, None));
}

#[test]
fn an_address_may_stand_in_a_parameter() {
    let text = reply("UID:1\nATTENDEE;EMAIL=Max@Beispiel.example;PARTSTAT=tentative:urn:uuid:42\n");
    let replies = read_replies(&text).unwrap();
    assert_eq!((replies[0].attendee_email.as_str(), replies[0].answer), ("max@beispiel.example", Answer::Tentative));
}

#[test]
fn parts_that_are_missing_hinder_only_what_needs_them() {
    let whole = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.example\r\n";
    for (lines, count) in [
        (format!("UID:1\r\n{whole}"), 1),
        (format!("UID:1\r\n{whole}{whole}"), 2),
        (whole.to_owned(), 0),
        (format!("UID:\r\n{whole}"), 0),
        ("UID:1\r\nATTENDEE:mailto:a@b.example\r\n".to_owned(), 0),
        ("UID:1\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:\r\n".to_owned(), 0),
        ("UID:1\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:a b@c.example\r\n".to_owned(), 0),
        ("UID:1\r\n".to_owned(), 0),
        (format!("UID:1\r\nSEQUENCE:viele\r\nDTSTAMP:gestern\r\nkein Satz\r\n{whole}"), 1),
        (format!("UID:{}\r\n{whole}", "x".repeat(1000)), 0),
    ] {
        let found = read_replies(&reply(&lines));
        match count {
            0 => assert_eq!(found, Err(ReadFault::Empty), "{lines}"),
            _ => assert_eq!(found.map(|replies| replies.len()), Ok(count), "{lines}"),
        }
    }
    // The end was cut off on the way.
    let cut = reply(&format!("UID:1\r\n{whole}"));
    assert_eq!(read_replies(cut.split_once("END:").unwrap().0).unwrap().len(), 1);
}

#[test]
fn only_answers_count() {
    assert_eq!(read_replies("Guten Tag"), Err(ReadFault::NoCalendar));
    assert_eq!(read_replies(""), Err(ReadFault::NoCalendar));
    assert_eq!(read_replies(&request(&assembly())), Err(ReadFault::NoReply("REQUEST".to_owned())));
    assert_eq!(read_replies(&cancel(&assembly())), Err(ReadFault::NoReply("CANCEL".to_owned())));
    let published = feed("x", &[assembly()], at("2017-11-15T07:15:00Z"));
    assert_eq!(read_replies(&published), Err(ReadFault::NoReply("PUBLISH".to_owned())));
    let none = reply("UID:1\r\n").replace("METHOD:REPLY\r\n", "");
    assert_eq!(read_replies(&none), Err(ReadFault::NoReply(String::new())));
}

#[test]
fn size_has_limits() {
    let big = "BEGIN:VCALENDAR\r\n".repeat(200_000);
    assert_eq!(read_replies(&big), Err(ReadFault::TooLarge));
    let many = reply(&format!("UID:1\r\n{}", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.example\r\n".repeat(30_000)));
    assert_eq!(read_replies(&many).unwrap().len(), 1000);
    let talkative =
        reply(&format!("UID:1\r\nCOMMENT:{}\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.example\r\n", "ä".repeat(90_000)));
    assert_eq!(read_replies(&talkative).unwrap()[0].comment.chars().count(), 4000);
}
