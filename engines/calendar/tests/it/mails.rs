//! Answers inside mails.

use allmende_calendar::{Answer, ReadFault, replies_of_mail};

const REPLY: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:1@mustertal.example\r\n\
     SEQUENCE:2\r\nCOMMENT:Grüße\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:max@beispiel.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

/// A mail whose calendar part has these headers and this body.
fn mail(headers: &str, body: &str) -> String {
    format!(
        "From: =?utf-8?q?M=C3=A4x?= Beispiel <Max@Beispiel.example>\r\nTo: kontakt@mustertal.example\r\n\
         Subject: Angenommen: Versammlung\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=\"aussen\"\r\n\r\n--aussen\r\n\
         Content-Type: multipart/alternative; boundary=\"innen\"\r\n\r\n--innen\r\n\
         Content-Type: text/plain; charset=utf-8\r\n\r\nMax hat angenommen.\r\n--innen\r\n{headers}\r\n\r\n{body}\r\n\
         --innen--\r\n--aussen\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\n%PDF\r\n--aussen--\r\n"
    )
}

fn base64(text: &[u8]) -> String {
    const SIGNS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in text.chunks(3) {
        let number = three.iter().chain([0, 0].iter()).take(3).fold(0_u32, |sum, byte| sum << 8 | u32::from(*byte));
        for place in 0..4 {
            let sign = SIGNS[(number >> (18 - 6 * place) & 63) as usize] as char;
            out.push(if place <= three.len() { sign } else { '=' });
        }
        if out.len() % 77 == 76 {
            out.push('\n');
        }
    }
    out
}

#[test]
fn every_way_of_packing_is_read() {
    let quoted = REPLY.replace('=', "=3D").replace("ü", "=C3=BC").replace("ß", "=C3=9F");
    let latin: Vec<u8> = REPLY.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let twice = format!("{REPLY}\r\n--innen\r\nContent-Type: application/ics; name=\"invite.ics\"\r\n\r\n{REPLY}");
    let mails: Vec<Vec<u8>> = vec![
        mail("Content-Type: text/calendar; charset=utf-8; method=REPLY", REPLY).into(),
        mail(
            "Content-Type: TEXT/CALENDAR; method=REPLY; charset=\"UTF-8\"\r\nContent-Transfer-Encoding: base64",
            &base64(REPLY.as_bytes()),
        )
        .into(),
        mail("Content-Type: text/calendar; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable", &quoted)
            .into(),
        mail("Content-Type: text/calendar; charset=iso-8859-1\r\nContent-Transfer-Encoding: base64", &base64(&latin))
            .into(),
        mail(
            "Content-Type: application/octet-stream; name=\"antwort.ics\"\r\nContent-Transfer-Encoding: base64",
            &base64(REPLY.as_bytes()),
        )
        .into(),
        mail("Content-Type: text/calendar; charset=utf-8; method=REPLY", &twice).into(),
        mail("Content-Type: text/calendar; charset=utf-8; method=REPLY", REPLY).replace("\r\n", "\n").into(),
        format!(
            "From: max@beispiel.example\r\nContent-Type: text/calendar; method=REPLY; charset=utf-8\r\n\r\n{REPLY}"
        )
        .into(),
    ];
    for (at, bytes) in mails.iter().enumerate() {
        let found = replies_of_mail(bytes).unwrap_or_else(|fault| panic!("mail {at}: {fault}"));
        assert_eq!(found.sender.as_deref(), Some("max@beispiel.example"), "mail {at}");
        assert_eq!(found.replies.len(), 1, "mail {at}");
        assert_eq!(found.replies[0].answer, Answer::Accepted);
        assert_eq!(found.replies[0].comment, "Grüße", "mail {at}");
    }
}

#[test]
fn a_forwarded_mail_is_looked_into() {
    let inner = mail("Content-Type: text/calendar; charset=utf-8; method=REPLY", REPLY);
    let outer = format!(
        "From: vorzimmer@beispiel.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n\
         --x\r\nContent-Type: text/plain\r\n\r\nzur Kenntnis\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n{inner}\r\n--x--\r\n"
    );
    let found = replies_of_mail(outer.as_bytes()).unwrap();
    assert_eq!(found.sender.as_deref(), Some("vorzimmer@beispiel.example"));
    assert_eq!(found.replies[0].attendee_email, "max@beispiel.example");
}

#[test]
fn a_file_alone_is_read_too() {
    for text in [REPLY.to_owned(), format!("\u{feff}\r\n{REPLY}"), REPLY.replace("\r\n", "\n")] {
        let found = replies_of_mail(text.as_bytes()).unwrap();
        assert_eq!((found.sender, found.replies[0].comment.as_str()), (None, "Grüße"));
    }
    let latin: Vec<u8> = REPLY.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    assert_eq!(replies_of_mail(&latin).unwrap().replies[0].comment, "Grüße");
}

#[test]
fn a_mail_without_answer_says_what_it_is() {
    assert_eq!(replies_of_mail(b""), Err(ReadFault::NoCalendar));
    assert_eq!(replies_of_mail(b"From: a@b.example\r\n\r\nGuten Tag"), Err(ReadFault::NoCalendar));
    let invitation =
        mail("Content-Type: text/calendar; charset=utf-8; method=REQUEST", &REPLY.replace("REPLY", "REQUEST"));
    assert_eq!(replies_of_mail(invitation.as_bytes()), Err(ReadFault::NoReply("REQUEST".to_owned())));
    let empty = mail("Content-Type: text/calendar; charset=utf-8", &REPLY.replace("ACCEPTED", "NEEDS-ACTION"));
    assert_eq!(replies_of_mail(empty.as_bytes()), Err(ReadFault::Empty));
    assert_eq!(replies_of_mail(&vec![b'x'; 26 * 1024 * 1024]), Err(ReadFault::TooLarge));
}
