//! The grammar of iCalendar, read leniently: lines, properties, components.

use crate::text::parameter_read;

/// The most components inside each other; deeper ones are passed over.
const MOST_DEPTH: usize = 8;

/// A property: `NAME;PARAMETER=value:value`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Property {
    /// Name, in capitals.
    pub(crate) name: String,
    /// Parameters: name in capitals, value without quotes.
    pub(crate) parameters: Vec<(String, String)>,
    /// Value as it stands.
    pub(crate) value: String,
}

impl Property {
    /// The first value of a parameter.
    pub(crate) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

/// A component with what stands in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Component {
    /// Name, in capitals.
    pub(crate) name: String,
    /// Its own properties.
    pub(crate) properties: Vec<Property>,
    /// The components in it.
    pub(crate) inner: Vec<Component>,
}

impl Component {
    /// All properties of a name.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Property> {
        self.properties.iter().filter(move |line| line.name == name)
    }

    /// The value of the first property of a name.
    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        self.properties.iter().find(|line| line.name == name).map(|line| line.value.as_str())
    }

    /// The components in it of a name.
    pub(crate) fn parts<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Component> {
        self.inner.iter().filter(move |part| part.name == name)
    }
}

/// The lines with folding taken back; ends of lines may be CR LF, LF or CR. Empty lines, which
/// doubled ends leave behind, are passed over.
pub(crate) fn unfolded(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.trim_start_matches('\u{feff}').replace("\r\n", "\n").split(['\n', '\r']) {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            _ if line.is_empty() => {}
            (Some(rest), Some(last)) => last.push_str(rest),
            _ => lines.push(line.to_owned()),
        }
    }
    lines.retain(|line| !line.trim().is_empty());
    lines
}

/// Reads a line; `None` if it is no property.
pub(crate) fn property(line: &str) -> Option<Property> {
    let mut rest = line.trim_start();
    let end = rest.find([';', ':'])?;
    let name = rest[..end].trim().to_ascii_uppercase();
    if name.is_empty() {
        return None;
    }
    rest = &rest[end..];
    let mut parameters = Vec::new();
    while let Some(after) = rest.strip_prefix(';') {
        let end = outside_quotes(after)?;
        let (key, value) = after[..end].split_once('=').unwrap_or((&after[..end], ""));
        parameters.push((key.trim().to_ascii_uppercase(), parameter_read(value.trim().trim_matches('"'))));
        rest = &after[end..];
    }
    Some(Property { name, parameters, value: rest.strip_prefix(':')?.to_owned() })
}

/// Where the next `;` or `:` outside of quotes stands. If quotes are never closed they count for
/// nothing.
fn outside_quotes(text: &str) -> Option<usize> {
    let mut quoted = false;
    for (place, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            ';' | ':' if !quoted => return Some(place),
            _ => {}
        }
    }
    if quoted { text.find([';', ':']) } else { None }
}

/// The components of a name that stand outermost. What was never ended ends with the text; an end
/// that nothing began is passed over.
pub(crate) fn components(lines: &[String], name: &str) -> Vec<Component> {
    let mut open: Vec<Component> = Vec::new();
    let mut passed_over = 0_usize;
    let mut found = Vec::new();
    for line in lines.iter().filter_map(|line| property(line)) {
        match line.name.as_str() {
            "BEGIN" if open.len() >= MOST_DEPTH => passed_over += 1,
            "BEGIN" => {
                open.push(Component { name: line.value.trim().to_ascii_uppercase(), ..Component::default() });
            }
            "END" if passed_over > 0 => passed_over -= 1,
            "END" => close(&mut open, &mut found, &line.value.trim().to_ascii_uppercase()),
            _ if passed_over > 0 => {}
            _ => {
                if let Some(innermost) = open.last_mut() {
                    innermost.properties.push(line);
                }
            }
        }
    }
    while let Some(last) = open.pop() {
        put(&mut open, &mut found, last);
    }
    found.retain(|component| component.name == name);
    found
}

/// Ends the innermost component of a name, and whatever was left open in it.
fn close(open: &mut Vec<Component>, found: &mut Vec<Component>, name: &str) {
    if !open.iter().any(|component| component.name == name) {
        return;
    }
    while let Some(last) = open.pop() {
        let meant = last.name == name;
        put(open, found, last);
        if meant {
            return;
        }
    }
}

fn put(open: &mut [Component], found: &mut Vec<Component>, component: Component) {
    match open.last_mut() {
        Some(outer) => outer.inner.push(component),
        None => found.push(component),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_may_be_quoted() {
        let line = property("attendee;CN=\"Beispiel, Hans: Bgm.\";PartStat=ACCEPTED:mailto:a@b.example").unwrap();
        assert_eq!(line.name, "ATTENDEE");
        assert_eq!(line.parameter("CN"), Some("Beispiel, Hans: Bgm."));
        assert_eq!(line.parameter("PARTSTAT"), Some("ACCEPTED"));
        assert_eq!(line.value, "mailto:a@b.example");
        assert_eq!(property("ATTENDEE;CN=\"offen;PARTSTAT=DECLINED:mailto:x@y.example").unwrap().parameters.len(), 2);
        assert_eq!(property("kein Satz"), None);
        assert_eq!(property(";:"), None);
    }

    #[test]
    fn folding_is_taken_back_with_every_end_of_line() {
        for end in ["\r\n", "\n", "\r"] {
            let text = format!("\u{feff}SUMMARY:Ver{end} sammlung{end}{end}\tim Saal{end}END:X{end}");
            assert_eq!(unfolded(&text), ["SUMMARY:Versammlungim Saal", "END:X"], "{end:?}");
        }
    }

    #[test]
    fn components_end_where_their_outer_one_ends() {
        let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nBEGIN:VALARM\nUID:2\nEND:VEVENT\nMETHOD:REPLY\nEND:OTHER";
        let found = components(&unfolded(text), "VCALENDAR");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].value("METHOD"), Some("REPLY"));
        assert_eq!(found[0].inner[0].value("UID"), Some("1"));
        let deep = "BEGIN:VCALENDAR\n".repeat(100_000);
        assert_eq!(components(&unfolded(&deep), "VCALENDAR").len(), 1);
    }
}
