//! Names of those who grant: offices, foundations, banks.

/// Who granted: known kinds of offices, put into the nominative.
pub(super) fn authority(text: &str) -> Option<String> {
    known_office(text).or_else(|| giver(text)).or_else(|| institution(text)).or_else(|| at_the_front(text))
}

/// »Land Oberösterreich, Abt. Mobilität: Zusage vom …«, »LAG Inntal: …«
fn at_the_front(text: &str) -> Option<String> {
    let (name, _) = text.split_once(": ")?;
    let known =
        ["Land ", "LAG ", "Bund ", "Freistaat ", "Verein ", "Leader-Region "].iter().any(|kind| name.starts_with(kind));
    (known && name.split_whitespace().count() <= 6).then(|| name.to_owned())
}

/// »Die Euregio Bayerischer Wald bewilligte …«: whoever gives is named before the verb.
pub(super) fn giver(text: &str) -> Option<String> {
    let rest = ["Der ", "Die ", "Das "].iter().find_map(|article| text.strip_prefix(article))?;
    let words: Vec<&str> = rest.split_whitespace().take(9).collect();
    let verbs = ["bewilligte", "gewährte", "förderte", "fördert", "gab", "unterstützte", "unterstützt", "bezuschusste"];
    // »Das Land« alone names nobody.
    let verb = words.iter().position(|word| verbs.contains(word)).filter(|at| *at > 1)?;
    let name = words.get(..verb)?;
    let fits = name.iter().all(|word| {
        word.starts_with(char::is_uppercase) || matches!(*word, "für" | "und" | "der" | "des" | "im" | "am")
    });
    fits.then(|| nominative(&name.join(" ")))
}

/// Whether a line begins with who granted.
pub(super) fn opens(text: &str) -> bool {
    let head: String = text.split_whitespace().take(4).collect::<Vec<_>>().join(" ");
    authority(&head).is_some_and(|name| {
        let first = name.split_whitespace().next().unwrap_or_default();
        head.find(first).is_some_and(|at| at == 0 || head.get(..at).is_some_and(|t| t.split_whitespace().count() == 1))
    })
}

/// Any institution by the last part of its name: »Unteren Naturschutzbehörde Odernbach«,
/// »Sparkassenstiftung Lohof«, »Projektträger Klima Kommunal«.
fn institution(text: &str) -> Option<String> {
    const ENDINGS: [&str; 28] = [
        "amt",
        "amtes",
        "amts",
        "behörde",
        "stiftung",
        "fonds",
        "agentur",
        "direktion",
        "präsidium",
        "präsidiums",
        "ministerium",
        "ministeriums",
        "förderbank",
        "landesbank",
        "aufbaubank",
        "investitionsbank",
        "projektträger",
        "bewilligungsstelle",
        "bezirksregierung",
        "landesregierung",
        "landkreis",
        "landkreises",
        "landratsamt",
        "lotterie",
        "bezirk",
        "bezirks",
        "sparkasse",
        "freistaat",
    ];
    const NONE: [&str; 6] = ["ehrenamt", "bürgeramt", "amt", "amtes", "gesamt", "ordnungsamt"];
    let words: Vec<(usize, &str)> = super::figures::words(text);
    let at = words.iter().position(|(start, word)| {
        let lower = word.to_lowercase();
        word.starts_with(char::is_uppercase)
            && ENDINGS.iter().any(|ending| lower.ends_with(ending))
            && (!NONE.contains(&lower.as_str())
                || text.get(start + word.len()..).is_some_and(|behind| behind.starts_with(" für ")))
    })?;
    let (start, kind) = *words.get(at)?;
    let gap = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    // »der Unteren Naturschutzbehörde« is the »Untere Naturschutzbehörde«.
    let adjective = at.checked_sub(1).and_then(|before| words.get(before)).filter(|(s, w)| {
        w.starts_with(char::is_uppercase)
            && gap(s + w.len(), start) == " "
            && ["e", "en", "er", "es"].iter().any(|end| w.ends_with(end))
            && !super::nouns::is_function_word(w)
    });
    let mut end = start + kind.len();
    let mut cursor = end;
    let mut linked = false;
    for (s, word) in words.get(at + 1..).unwrap_or_default().iter().take(7) {
        if !matches!(gap(cursor, *s), " " | "-") {
            break;
        }
        let link = matches!(*word, "für" | "und" | "der" | "des" | "am" | "an" | "in");
        let name = word.starts_with(char::is_uppercase) && !is_no_name(word);
        if !(name || link && !linked) {
            break;
        }
        linked = link;
        cursor = s + word.len();
        if name {
            end = cursor;
        }
    }
    // »der Behörde« alone is no name.
    let kinds = ["behörde", "stiftung", "fonds", "ministerium", "agentur", "direktion", "bewilligungsstelle", "bezirk"];
    if end == start + kind.len() && adjective.is_none() && kinds.contains(&kind.to_lowercase().as_str()) {
        return None;
    }
    let name = nominative(gap(start, end));
    let feminine =
        ["behörde", "stiftung", "agentur", "direktion", "bank", "stelle", "regierung", "lotterie", "sparkasse"]
            .iter()
            .any(|ending| kind.to_lowercase().ends_with(ending));
    Some(match adjective {
        Some((_, word)) if feminine => format!("{} {name}", word.strip_suffix(['n', 'r', 's']).unwrap_or(word)),
        Some((_, word)) if word.ends_with("es") || word.ends_with("er") => format!("{word} {name}"),
        _ => name,
    })
}

/// Capitals behind an institution that begin something else.
fn is_no_name(word: &str) -> bool {
    matches!(
        word,
        "Am" | "Im"
            | "Bescheid"
            | "Zuwendungsbescheid"
            | "EUR"
            | "Euro"
            | "Die"
            | "Der"
            | "Das"
            | "Für"
            | "Mit"
            | "Betrag"
    )
}

/// Kinds of offices whose names follow a pattern of their own.
fn known_office(text: &str) -> Option<String> {
    const OFFICES: [&str; 36] = [
        "Bezirks ",
        "Bezirk ",
        "Landkreises ",
        "Landratsamts ",
        "Landratsamtes ",
        "Wasserwirtschaftsamt",
        "Landesanstalt",
        "Landesstiftung",
        "Stiftung ",
        "Sparkassenstiftung",
        "Kulturfonds",
        "Bundesamt",
        "Regierungsbezirk ",
        "Landwirtschaftsamt",
        "Amtes für Ländliche Entwicklung",
        "Amt für Ländliche Entwicklung",
        "Amts für Ländliche Entwicklung",
        "Amt für ländliche Entwicklung",
        "Amtes für ländliche Entwicklung",
        "Amt für Ernährung, Landwirtschaft und Forsten",
        "Amtes für Ernährung, Landwirtschaft und Forsten",
        "ALE ",
        "AELF ",
        "StMELF",
        "Regierung von ",
        "Regierung der ",
        "Bezirksregierung ",
        "Regierungspräsidium ",
        "Regierungspräsidiums ",
        "Staatsministerium",
        "Bundesministerium",
        "Landesamt",
        "Landratsamt ",
        "Landkreis ",
        "Ministerium",
        "Landesdirektion",
    ];
    let (at, office) = OFFICES
        .iter()
        .filter_map(|office| text.find(office).map(|at| (at, *office)))
        .min_by_key(|(at, office)| (*at, usize::MAX - office.len()))?;
    // »Bayerisches Landesamt«, in the nominative only: »des Bayerischen Landesamts« would need another ending.
    let adjective = text.get(..at)?.trim_end().rsplit([' ', '\n']).next().unwrap_or_default();
    let own = adjective.starts_with(char::is_uppercase) && adjective.ends_with("isches");
    let begin = if own { text.get(..at)?.trim_end().len() - adjective.len() } else { at };
    let mut end = at + office.len();
    // A word that only begins like an office runs to its own end.
    end += text.get(end..)?.find(|c: char| !c.is_alphanumeric()).filter(|_| !office.ends_with(' ')).unwrap_or(0);
    let long_name = ["inisterium", "anstalt", "Landesamt", "Bundesamt"].iter().any(|kind| office.contains(kind));
    let mut words = 0;
    let rest = text.get(end..)?;
    let mut cursor = 0;
    for raw in rest.split_inclusive(' ') {
        let word = raw.trim().trim_end_matches(['.', ',', ';', ')', ':']);
        let name = word.chars().next().is_some_and(char::is_uppercase) && !is_no_name(word);
        let link = long_name && matches!(word, "für" | "und" | "der" | "des" | "Inneren")
            || matches!(word, "am" | "an" | "der") && office.starts_with("Regierung") && words < 2;
        if raw.trim().is_empty() {
            cursor += raw.len();
            continue;
        }
        if !(name || link) || words >= 9 {
            break;
        }
        cursor += raw.len();
        words += 1;
        end = at + (end - at);
        if raw.trim_end().ends_with(['.', ';', ')', ':']) || raw.trim_end().ends_with(',') && !long_name {
            break;
        }
    }
    let mut name = text.get(begin..end + cursor)?.trim().trim_end_matches(['.', ',', ';', ')', ':']).to_owned();
    while let Some(cut) = [" und", " für", " der", " am", " an", " des"]
        .iter()
        .find_map(|link| name.strip_suffix(link).map(str::to_owned))
    {
        name = cut;
    }
    if office.contains("inisterium")
        && let Some(before) = text
            .get(..at)
            .and_then(|t| t.split_whitespace().next_back())
            .filter(|w| w.starts_with("Bayerische") || w.starts_with("Hessische") || w.starts_with("Sächsische"))
    {
        name = format!("{}s {name}", before.trim_end_matches(['s', 'n', 'r', 'm']));
    }
    let short = text.get(..at).is_some_and(|before| before.ends_with("Bayer. "));
    Some(if short { format!("Bayer. {}", nominative(&name)) } else { nominative(&name) })
}

/// »Amtes für …« → »Amt für …«, »Staatsministeriums« → »Staatsministerium«.
pub(super) fn nominative(name: &str) -> String {
    let name = name.trim();
    let name = ["Amtes ", "Amts "]
        .iter()
        .find_map(|genitive| name.strip_prefix(genitive))
        .map_or_else(|| name.to_owned(), |rest| format!("Amt {rest}"));
    let mut words: Vec<String> = name.split_whitespace().map(str::to_owned).collect();
    if let Some(first) = words.iter_mut().find(|w| {
        w.ends_with("ministeriums")
            || w.ends_with("amtes")
            || w.ends_with("amts")
            || w.ends_with("präsidiums")
            || w.ends_with("Landkreises")
            || *w == "Bezirks"
            || *w == "Wasserwirtschaftsamtes"
    }) {
        let cut = if first.ends_with("es") { 2 } else { 1 };
        first.truncate(first.len() - cut);
    }
    words.join(" ")
}
