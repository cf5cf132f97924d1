//! The canonical list of entries, line by line as `docs/draw-rule.md` specifies it, and its digest.

use std::fmt::Write as _;

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use crate::instance::{GroupKind, GroupMode};
use crate::programme::{Fit, NONE, Out, Programme};

/// A name in a line: letters, digits, `.`, `_`, `~` and `-` as they are, all other bytes of UTF-8
/// as `%` and two uppercase hexadecimal digits; a name that is only `-` as `%2D`.
pub(crate) fn encoded(name: &str) -> String {
    if name == "-" {
        return "%2D".to_owned();
    }
    let mut text = String::with_capacity(name.len());
    for &byte in name.as_bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~' | b'-') {
            text.push(char::from(byte));
        } else {
            let _ = write!(text, "%{byte:02X}");
        }
    }
    text
}

/// Reads what [`encoded`] wrote; none if it is not in that form.
pub(crate) fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        if first == b'%' {
            let digits = tail.get(..2)?;
            bytes.push(data_encoding::HEXUPPER.decode(digits).ok()?.first().copied()?);
            rest = &tail[2..];
        } else {
            bytes.push(first);
            rest = tail;
        }
    }
    let name = String::from_utf8(bytes).ok()?;
    (!name.is_empty() && encoded(&name) == text).then_some(name)
}

/// A number, or `-`.
fn or_dash(number: u32) -> String {
    if number == NONE { "-".to_owned() } else { number.to_string() }
}

/// Texts with a separator, or `-` if there are none.
fn joined(parts: Vec<String>, separator: &str) -> String {
    if parts.is_empty() { "-".to_owned() } else { parts.join(separator) }
}

/// Digest of lines, each ended by a line feed.
pub(crate) fn digest_of(lines: &[String]) -> String {
    let mut hash = Sha256::new();
    for line in lines {
        hash.update(line.as_bytes());
        hash.update(b"\n");
    }
    HEXLOWER.encode(&hash.finalize())
}

impl Programme {
    /// The canonical list of entries: pseudonymous, the same for any order of the file.
    ///
    /// ```
    /// use allmende_seat_allocation::{Instance, Programme};
    ///
    /// let instance = Instance::from_json(br#"{
    ///   "children": [{"id": "anna", "age": 9, "token": "00112233445566778899aabbccddeeff"}],
    ///   "events": [{"id": "kanu", "capacity": 8, "dates": [["2027-08-02T09:00", "2027-08-02T12:00"]]}],
    ///   "wishes": [{"child": "anna", "event": "kanu", "priority": 1}]
    /// }"#)?;
    /// assert_eq!(Programme::new(&instance)?.list(), [
    ///     "allmende-draw-list 1",
    ///     "event kanu 8 0 - - - 30286500-30286680:21032-21032",
    ///     "child 00112233445566778899aabbccddeeff - - in",
    ///     "wish kanu fit - -",
    /// ]);
    /// # Ok::<(), allmende_seat_allocation::Refusal>(())
    /// ```
    pub fn list(&self) -> Vec<String> {
        let mut lines = vec!["allmende-draw-list 1".to_owned()];
        for event in &self.events {
            let name = |number: u32, names: &[String]| {
                names.get(number as usize).map_or_else(|| "-".to_owned(), |name| encoded(name))
            };
            let reserved = event.reserved.iter().map(u32::to_string).collect();
            let sessions = event
                .sessions
                .iter()
                .map(|s| format!("{}-{}:{}-{}", s.start, s.end, s.first_day, s.last_day))
                .collect();
            lines.push(format!(
                "event {} {} {} {} {} {} {}",
                encoded(&event.id),
                event.capacity,
                event.min,
                name(event.activity, &self.activities),
                name(event.place, &self.places),
                joined(reserved, "+"),
                joined(sessions, ",")
            ));
        }
        for &(from, to, minutes) in &self.travel {
            let (from, to) = (encoded(&self.places[from as usize]), encoded(&self.places[to as usize]));
            lines.push(format!("way {from} {to} {minutes}"));
        }
        for (number, group) in self.groups.iter().enumerate() {
            let kind = match group.kind {
                GroupKind::Siblings => "siblings",
                GroupKind::Friends => "friends",
            };
            let mode = match group.mode {
                GroupMode::AllOrNothing => "all",
                GroupMode::IfPossible => "any",
            };
            let members: Vec<String> =
                group.members.iter().map(|&child| HEXLOWER.encode(&self.children[child as usize].token)).collect();
            let event = encoded(&self.events[group.event as usize].id);
            lines.push(format!("group {} {event} {kind} {mode} {}", number + 1, members.join("+")));
        }
        for (child, row) in (0..).zip(&self.children) {
            let state = match row.out {
                None => "in",
                Some(Out::Withdrawn) => "withdrawn",
                Some(Out::Duplicate) => "duplicate",
            };
            let token = HEXLOWER.encode(&row.token);
            lines.push(format!("child {token} {} {} {state}", or_dash(row.limit), or_dash(row.day_limit)));
            for wish in self.wishes_of(child) {
                let wish = self.wishes[wish];
                let fit = match wish.fit {
                    Fit::Fits => "fit",
                    Fit::TooYoung => "young",
                    Fit::TooOld => "old",
                };
                let contingents =
                    (0..8).filter(|bit| wish.contingents >> bit & 1 == 1).map(|bit| (bit + 1).to_string()).collect();
                let group = if wish.group == NONE { "-".to_owned() } else { (wish.group + 1).to_string() };
                let event = encoded(&self.events[wish.event as usize].id);
                lines.push(format!("wish {event} {fit} {} {group}", joined(contingents, "+")));
            }
        }
        lines
    }

    /// SHA-256 of the canonical list, as 64 hexadecimal digits.
    pub fn list_digest(&self) -> String {
        digest_of(&self.list())
    }
}
