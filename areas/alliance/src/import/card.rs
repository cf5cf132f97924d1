//! Address books: vCard 2.1 (quoted-printable), 3.0 (RFC 2426) and 4.0 (RFC 6350).

use super::text::windows_1252;
use super::{Line, MOST_ROWS, Sentence};

/// The heads of the table that cards become.
const HEAD: [&str; 14] = [
    "Anrede",
    "Titel",
    "Vorname",
    "Familienname",
    "E-Mail",
    "Telefon",
    "Straße",
    "PLZ",
    "Ort",
    "Organisation",
    "Amt",
    "Homepage",
    "Notiz",
    "Name",
];

/// Whether a text begins with a card.
pub(super) fn is_card(text: &str) -> bool {
    text.trim_start().get(..11).is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:VCARD"))
}

/// One property: its name in capitals, its parameters, its raw value.
struct Property<'a> {
    name: String,
    parameters: Vec<&'a str>,
    value: String,
}

impl Property<'_> {
    fn has(&self, word: &str) -> bool {
        self.parameters.iter().any(|parameter| {
            let value = parameter.split_once('=').map_or(*parameter, |(_, value)| value);
            value.split(',').any(|one| one.trim_matches('"').eq_ignore_ascii_case(word))
        })
    }

    /// Lower is better: a marked preference first.
    fn rank(&self) -> u8 {
        let number = self.parameters.iter().find_map(|parameter| {
            let (name, value) = parameter.split_once('=')?;
            name.eq_ignore_ascii_case("PREF").then(|| value.trim_matches('"').parse::<u8>().ok()).flatten()
        });
        if self.has("PREF") { 1 } else { number.unwrap_or(101) }
    }
}

/// Splits at the first `mark` outside quotes.
fn split_outside_quotes(text: &str, mark: char) -> Option<(&str, &str)> {
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        quoted ^= c == '"';
        if c == mark && !quoted {
            return text.split_at_checked(at).map(|(front, back)| (front, back.get(1..).unwrap_or_default()));
        }
    }
    None
}

fn property(line: &str) -> Option<Property<'_>> {
    let (front, value) = split_outside_quotes(line, ':')?;
    let mut parameters = Vec::new();
    let mut rest = front;
    while let Some((one, more)) = split_outside_quotes(rest, ';') {
        parameters.push(one);
        rest = more;
    }
    parameters.push(rest);
    let name = parameters.remove(0);
    // "item1.EMAIL": a group in front of the name.
    let name = name.rsplit('.').next().unwrap_or(name).to_ascii_uppercase();
    let mut property = Property { name, parameters, value: value.to_owned() };
    if property.has("QUOTED-PRINTABLE") {
        let bytes = quoted_printable(value);
        property.value = String::from_utf8(bytes).unwrap_or_else(|fault| windows_1252(fault.as_bytes()));
    }
    Some(property)
}

fn quoted_printable(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let pair = bytes.get(at + 1..at + 3).and_then(|pair| std::str::from_utf8(pair).ok());
        if let Some(code) = pair.and_then(|pair| u8::from_str_radix(pair, 16).ok()).filter(|_| *byte == b'=') {
            out.push(code);
            at += 3;
        } else {
            out.push(*byte);
            at += 1;
        }
    }
    out
}

/// Parts of a value between `mark`, with the escapes `\n`, `\,`, `\;` and `\\` undone.
fn parts(value: &str, mark: char) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        let next = match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => '\n',
                Some(other) => other,
                None => '\\',
            },
            c if c == mark => {
                all.push(String::new());
                continue;
            }
            c => c,
        };
        if let Some(last) = all.last_mut() {
            last.push(next);
        }
    }
    all
}

fn whole(value: &str) -> String {
    parts(value, '\0').concat()
}

/// Lines with their numbers, folded ones joined (RFC 6350, 3.2; soft breaks of quoted-printable).
fn unfold(text: &str) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    let mut soft = false;
    for (index, raw) in text.lines().enumerate() {
        let raw = raw.trim_end_matches('\r');
        if let (Some((_, last)), true) = (lines.last_mut(), soft) {
            last.push_str(raw);
        } else if let (Some((_, last)), Some(rest)) = (lines.last_mut(), raw.strip_prefix([' ', '\t'])) {
            last.push_str(rest);
        } else {
            lines.push((index + 1, raw.to_owned()));
        }
        soft = false;
        if let Some((_, last)) = lines.last_mut()
            && last.ends_with('=')
            && last.to_ascii_uppercase().contains("QUOTED-PRINTABLE")
        {
            last.pop();
            soft = true;
        }
    }
    lines
}

/// What a card said so far.
#[derive(Default)]
struct Card {
    number: usize,
    cells: [String; HEAD.len()],
    email_rank: Option<u8>,
    phone_rank: Option<u8>,
}

fn place(head: &str) -> usize {
    HEAD.iter().position(|name| *name == head).unwrap_or(HEAD.len() - 1)
}

impl Card {
    fn set(&mut self, head: &str, text: &str) {
        let cell = &mut self.cells[place(head)];
        if cell.is_empty() {
            text.trim().clone_into(cell);
        }
    }

    fn take(&mut self, property: &Property<'_>) {
        let value = &property.value;
        match property.name.as_str() {
            "N" => {
                let names = parts(value, ';');
                let part = |index: usize| names.get(index).map(String::as_str).unwrap_or_default();
                self.set("Familienname", part(0));
                self.set("Vorname", part(1));
                let prefix = part(3).trim();
                // Some address books write the form of address before the name.
                match prefix {
                    "Herr" | "Frau" => self.set("Anrede", prefix),
                    other => self.set("Titel", other),
                }
            }
            "FN" => self.set("Name", &whole(value)),
            "EMAIL" if self.email_rank.is_none_or(|rank| property.rank() < rank) => {
                self.email_rank = Some(property.rank());
                let address = whole(value);
                address.trim().trim_start_matches("mailto:").clone_into(&mut self.cells[place("E-Mail")]);
            }
            "TEL" if !property.has("FAX") && self.phone_rank.is_none_or(|rank| property.rank() < rank) => {
                self.phone_rank = Some(property.rank());
                let number = whole(value);
                number.trim().trim_start_matches("tel:").clone_into(&mut self.cells[place("Telefon")]);
            }
            "ADR" => {
                let address = parts(value, ';');
                for (head, index) in [("Straße", 2), ("Ort", 3), ("PLZ", 5)] {
                    self.set(head, address.get(index).map(String::as_str).unwrap_or_default());
                }
            }
            "ORG" => self.set("Organisation", parts(value, ';').first().map(String::as_str).unwrap_or_default()),
            "TITLE" => self.set("Amt", &whole(value)),
            "ROLE" if self.cells[place("Amt")].is_empty() => self.set("Amt", &whole(value)),
            "URL" => self.set("Homepage", &whole(value)),
            "NOTE" => self.set("Notiz", &whole(value)),
            "GENDER" => match value.chars().next() {
                Some('F' | 'f') => self.set("Anrede", "Frau"),
                Some('M' | 'm') => self.set("Anrede", "Herr"),
                _ => {}
            },
            _ => {}
        }
    }

    fn line(self) -> Line {
        Line { number: self.number, cells: self.cells.to_vec(), broken: None }
    }
}

/// One row for each card, below a row of heads.
pub(super) fn read(text: &str) -> Vec<Line> {
    let mut lines = vec![Line { number: 0, cells: HEAD.iter().map(|head| (*head).to_owned()).collect(), broken: None }];
    let mut open: Option<Card> = None;
    for (number, raw) in unfold(text) {
        let Some(property) = property(&raw) else { continue };
        let of_card = property.value.trim().eq_ignore_ascii_case("VCARD");
        match (property.name.as_str(), &mut open) {
            ("BEGIN", unfinished) if of_card => {
                lines.extend(unfinished.take().map(torn));
                open = Some(Card { number, ..Card::default() });
            }
            ("END", card) if of_card => lines.extend(card.take().map(Card::line)),
            (_, Some(card)) => card.take(&property),
            (_, None) => {}
        }
        if lines.len() > MOST_ROWS + 1 {
            return lines;
        }
    }
    lines.extend(open.map(torn));
    lines
}

/// A card without its end: the file is cut off there.
fn torn(card: Card) -> Line {
    Line { broken: Some(Sentence::new("import-fault-torn-card")), ..card.line() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell<'a>(line: &'a Line, head: &str) -> &'a str {
        &line.cells[place(head)]
    }

    #[test]
    fn cards_of_every_version_are_read() {
        let text = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Muster\\, geb. Beispiel;Ida;;Dr.;\r\nFN:Dr. Ida Muster\r\n\
            item1.EMAIL;type=INTERNET:alt@beispiel.example\r\nEMAIL;type=PREF:ida@beispiel.example\r\n\
            TEL;TYPE=FAX:1\r\nTEL;TYPE=\"work;voice\":09391 1234\r\nADR;TYPE=WORK:;;Hauptstr. 1;Beispiel\r\n heim;;97828;\r\n\
            ORG:Amt für Beispiele;Abteilung 2\r\nTITLE:Amtsleiterin\r\nNOTE:eins\\nzwei\\;drei\r\nEND:VCARD\r\n\
            BEGIN:VCARD\nVERSION:4.0\nFN:Kim Probe\nGENDER:M\nTEL;VALUE=uri;PREF=1:tel:+49-9391-1\nEMAIL;PREF=2:b@x.example\nEMAIL;PREF=1:a@x.example\nEND:VCARD\n\
            BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg=\n=20Karl;;;\nEND:VCARD\n";
        assert!(is_card(text));
        let lines = read(text);
        assert_eq!(lines.len(), 4);
        let ida = &lines[1];
        assert_eq!(ida.number, 1);
        let expected = [
            ("Familienname", "Muster, geb. Beispiel"),
            ("Vorname", "Ida"),
            ("Titel", "Dr."),
            ("E-Mail", "ida@beispiel.example"),
            ("Telefon", "09391 1234"),
            ("Straße", "Hauptstr. 1"),
            ("Ort", "Beispielheim"),
            ("PLZ", "97828"),
            ("Organisation", "Amt für Beispiele"),
            ("Amt", "Amtsleiterin"),
            ("Notiz", "eins\nzwei;drei"),
        ];
        for (head, text) in expected {
            assert_eq!(cell(ida, head), text, "{head}");
        }
        assert_eq!((cell(&lines[2], "Name"), cell(&lines[2], "Anrede")), ("Kim Probe", "Herr"));
        assert_eq!((cell(&lines[2], "Telefon"), cell(&lines[2], "E-Mail")), ("+49-9391-1", "a@x.example"));
        assert_eq!((cell(&lines[3], "Familienname"), cell(&lines[3], "Vorname")), ("Müller", "Jörg Karl"));
    }

    #[test]
    fn a_card_without_end_is_shown() {
        let lines = read("BEGIN:VCARD\nFN:A B\nBEGIN:VCARD\nFN:C D\nEND:VCARD\nBEGIN:VCARD\nFN:E");
        assert_eq!(lines.iter().filter(|line| line.broken.is_some()).count(), 2);
        assert_eq!(lines.len(), 4);
    }
}
