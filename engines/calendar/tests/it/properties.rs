//! What holds for every text.

use allmende_calendar::{
    Answer, Attendee, Event, Party, Role, cancel, faults, feed, read_replies, replies_of_mail, request,
};
use jiff::civil::DateTime;
use proptest::prelude::*;

use super::at;

fn party() -> impl Strategy<Value = Party> {
    (any::<String>(), "[a-z]{1,8}@[a-z]{1,30}\\.example").prop_map(|(name, email)| Party { name, email })
}

fn attendee() -> impl Strategy<Value = Attendee> {
    let role = prop_oneof![Just(Role::Chair), Just(Role::Member), Just(Role::Guest)];
    (party(), role, any::<bool>()).prop_map(|(party, role, rsvp)| Attendee { party, role, rsvp })
}

fn time() -> impl Strategy<Value = DateTime> {
    (1997_i16..2099, 1_i8..13, 1_i8..29, 0_i8..24, 0_i8..60)
        .prop_map(|(year, month, day, hour, minute)| DateTime::new(year, month, day, hour, minute, 0, 0).unwrap())
}

fn event() -> impl Strategy<Value = Event> {
    let words = (any::<String>(), any::<String>(), any::<String>(), proptest::option::of(any::<String>()));
    let people = (party(), proptest::collection::vec(attendee(), 0..6));
    ("[a-z0-9@.,; -]{1,60}", any::<u32>(), time(), proptest::option::of(time()), words, people, any::<bool>()).prop_map(
        |(uid, sequence, starts, ends, (summary, description, location, url), (organizer, attendees), cancelled)| {
            Event {
                uid,
                sequence,
                stamp: at("2017-11-14T08:00:00Z"),
                starts,
                ends,
                summary,
                description,
                location,
                url,
                organizer: Some(organizer),
                attendees,
                cancelled,
            }
        },
    )
}

/// A text made of pieces that calendars are made of.
fn almost_a_calendar() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("BEGIN:VCALENDAR\r\n".to_owned()),
        Just("BEGIN:VEVENT\n".to_owned()),
        Just("END:VEVENT\r\n".to_owned()),
        Just("METHOD:REPLY\r\n".to_owned()),
        Just("UID:1\r\n".to_owned()),
        Just("ATTENDEE;CN=\"a;b:\";PARTSTAT=ACCEPTED:mailto:a@b.example\r\n".to_owned()),
        Just("\r\n ".to_owned()),
        Just("ATTENDEE;PARTSTAT=".to_owned()),
        "[A-Z;:=\"^\\\\ äß€]{0,12}",
        any::<String>(),
    ];
    proptest::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn every_event_gives_sound_texts(event in event()) {
        prop_assert_eq!(faults(&request(&event)), []);
        prop_assert_eq!(faults(&cancel(&event)), []);
        let published = feed(&event.summary, &[event.clone(), event.clone()], event.stamp);
        prop_assert_eq!(faults(&published), []);
        prop_assert!(!published.contains("\nATTENDEE"));
    }

    /// Turned into an answer, an invitation gives back who was invited and to what.
    #[test]
    fn what_is_written_is_read(event in event()) {
        let answer = request(&event).replace("METHOD:REQUEST", "METHOD:REPLY").replace("\r\n ", "").replace("NEEDS-ACTION", "ACCEPTED");
        let uid: String = event.uid.chars().filter(|c| !c.is_whitespace()).collect();
        match read_replies(&answer) {
            Ok(replies) => {
                prop_assert_eq!(replies.len(), event.attendees.len());
                for (reply, attendee) in replies.iter().zip(&event.attendees) {
                    prop_assert_eq!(&reply.uid, &uid);
                    prop_assert_eq!(reply.sequence, Some(event.sequence));
                    prop_assert_eq!(reply.answer, Answer::Accepted);
                    prop_assert_eq!(&reply.attendee_email, &attendee.party.email);
                    prop_assert_eq!(reply.stamp, Some(event.stamp));
                }
            }
            Err(_) => prop_assert!(event.attendees.is_empty() || uid.is_empty()),
        }
    }

    #[test]
    fn no_text_is_too_odd(text in almost_a_calendar()) {
        let _ = read_replies(&text);
        let _ = faults(&text);
        let _ = replies_of_mail(text.as_bytes());
    }

    #[test]
    fn no_bytes_are_too_odd(bytes in proptest::collection::vec(any::<u8>(), 0..2000), text in almost_a_calendar()) {
        let _ = replies_of_mail(&bytes);
        let _ = read_replies(&String::from_utf8_lossy(&bytes));
        let mut mail = b"From: a@b.example\r\nContent-Type: text/calendar\r\nContent-Transfer-Encoding: base64\r\n\r\n".to_vec();
        mail.extend(&bytes);
        let _ = replies_of_mail(&mail);
        let mixed = format!("Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n{text}--x\r\nContent-Type: text/calendar\r\n\r\n{text}");
        let _ = replies_of_mail(mixed.as_bytes());
    }
}
