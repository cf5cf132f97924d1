//! Bodies and their sittings, by the words for them.

/// A word that names a body or its sitting, in the singular.
pub(crate) fn body_word(word: &str) -> Option<String> {
    const PLURALS: [(&str, &str); 29] = [
        ("kommissionen", "kommission"),
        ("kommission", "kommission"),
        ("rates", "rat"),
        ("rats", "rat"),
        ("rat", "rat"),
        ("präsidiums", "präsidium"),
        ("präsidium", "präsidium"),
        ("sitzungen", "sitzung"),
        ("sitzung", "sitzung"),
        ("versammlungen", "versammlung"),
        ("versammlung", "versammlung"),
        ("lenkungsgruppen", "lenkungsgruppe"),
        ("lenkungsgruppe", "lenkungsgruppe"),
        ("steuerungsgruppe", "steuerungsgruppe"),
        ("steuergruppe", "steuergruppe"),
        ("arbeitsgruppen", "arbeitsgruppe"),
        ("arbeitsgruppe", "arbeitsgruppe"),
        ("kreises", "kreis"),
        ("kreise", "kreis"),
        ("kreis", "kreis"),
        ("besprechungen", "besprechung"),
        ("besprechung", "besprechung"),
        ("runden", "runde"),
        ("runde", "runde"),
        ("ausschusses", "ausschuss"),
        ("ausschuss", "ausschuss"),
        ("gremiums", "gremium"),
        ("gremium", "gremium"),
        ("konferenz", "konferenz"),
    ];
    // »LENKUNGSAUSSCHUSS« in a shouted heading is the Lenkungsausschuss.
    let shouted = word.chars().count() >= 5 && word.chars().all(|c| c.is_uppercase() || c == 'ß');
    let lower = word.to_lowercase();
    if shouted {
        let mut letters = lower.chars();
        let capital: String = letters.next()?.to_uppercase().chain(letters).collect();
        // Some capitals have no small letter (𝐊): such a word stays as it is.
        if capital != word {
            return body_word(&capital);
        }
    }
    if !word.chars().next().is_some_and(char::is_uppercase) {
        return None;
    }
    let fixed = match lower.as_str() {
        "vorstand" | "vorstands" | "vorstandes" => Some("Vorstand"),
        "vorstandschaft" => Some("Vorstandschaft"),
        "beirat" | "beirats" | "beirates" => Some("Beirat"),
        "bürgermeistertreffen" => Some("Bürgermeistertreffen"),
        "mitgliedertreffen" => Some("Mitgliedertreffen"),
        "allianztreffen" => Some("Allianztreffen"),
        "sondersitzung" | "arbeitssitzung" | "auftaktsitzung" | "jahressitzung" | "herbstsitzung"
        | "frühjahrssitzung" | "klausursitzung" => Some("Sitzung"),
        "fachgruppe" | "fachgruppen" => Some("Fachgruppe"),
        "projektgruppe" | "projektgruppen" => Some("Projektgruppe"),
        "kerngruppe" => Some("Kerngruppe"),
        "koordinierungsgruppe" => Some("Koordinierungsgruppe"),
        "expertengruppe" => Some("Expertengruppe"),
        "redaktionsgruppe" => Some("Redaktionsgruppe"),
        "kernteam" => Some("Kernteam"),
        "steuerungsteam" => Some("Steuerungsteam"),
        "projektteam" => Some("Projektteam"),
        "kuratorium" | "kuratoriums" => Some("Kuratorium"),
        "plenum" | "plenums" => Some("Plenum"),
        "klausurtagung" | "bürgermeisterklausur" | "klausur" => Some("Klausurtagung"),
        "ak" => Some("AK"),
        "ag" => Some("AG"),
        // These end like a body and are none.
        "landkreis"
        | "landkreises"
        | "umkreis"
        | "kreis"
        | "kreises"
        | "kreise"
        | "kreisen"
        | "tagesordnung"
        | "runde"
        | "runden"
        | "arbeitsrunde"
        | "gesprächsrunde"
        | "landkreise"
        | "gesprächskreis"
        | "personenkreis"
        | "teilnehmerkreis"
        | "freundeskreis"
        | "ratssitzungen"
        | "gemeinderatssitzung"
        | "gemeinderatssitzungen"
        | "wanderausschuss"
        | "umsetzung"
        | "besprechung"
        | "konferenz"
        | "videokonferenz"
        | "telefonkonferenz"
        | "fachkonferenz"
        | "regionalkonferenz"
        | "pressekonferenz"
        | "pressekonferenzen"
        | "bürgerversammlung"
        | "bürgerversammlungen"
        | "altlandkreis"
        | "referat"
        | "vorrat"
        | "hausrat"
        | "apparat"
        | "landrat"
        | "landrats"
        | "landrates"
        | "altlandrat"
        | "heirat"
        | "verrat"
        | "inserat"
        | "gemeinderat"
        | "gemeinderats"
        | "gemeinderates"
        | "stadtrat"
        | "stadtrats"
        | "stadtrates"
        | "kreisrat"
        | "bundesrat"
        | "format"
        | "betriebsrat"
        | "personalrat"
        | "polizeipräsidium"
        | "regierungspräsidium"
        | "regierungspräsidiums" => return None,
        _ => None,
    };
    if let Some(name) = fixed {
        return Some(name.to_owned());
    }
    let (plural, singular) = PLURALS.iter().find(|(plural, _)| lower.ends_with(plural))?;
    let stem_len = word.len().checked_sub(plural.len())?;
    let stem = word.get(..stem_len)?;
    let capital = word.get(stem_len..).is_some_and(|tail| tail.starts_with(char::is_uppercase));
    let mut tail = (*singular).to_owned();
    if capital && let Some(first) = singular.chars().next() {
        tail = first.to_uppercase().chain(singular.chars().skip(1)).collect::<String>();
    }
    let name = format!("{stem}{tail}");
    let mut letters = name.chars();
    let first = letters.next()?;
    Some(first.to_uppercase().chain(letters).collect())
}

/// The body a heading or sentence speaks of: »Sitzungen der Lenkungsgruppe« → »Lenkungsgruppe«.
pub(crate) fn body(text: &str) -> Option<String> {
    let words = words(text);
    let bare: Vec<&str> = words.iter().map(|(_, word)| *word).collect();
    let first = bare.iter().position(|word| word.starts_with(char::is_alphabetic)).unwrap_or(0);
    if let Some(name) = bare.get(first..).and_then(meeting_of) {
        return Some(name);
    }
    let mut generic = None;
    for (at, (start, word)) in words.iter().enumerate() {
        let Some(name) = body_word(word) else {
            continue;
        };
        if matches!(name.as_str(), "Sitzung" | "Versammlung" | "Ratssitzung") {
            generic.get_or_insert(name);
            continue;
        }
        if matches!(
            name.as_str(),
            "Arbeitskreis"
                | "Arbeitsgruppe"
                | "AK"
                | "AG"
                | "Projektgruppe"
                | "Fachgruppe"
                | "Fachbeirat"
                | "Fachausschuss"
                | "Unterausschuss"
        ) && let Some(tail) = subject(text, start + word.len(), words.get(at + 1..).unwrap_or_default())
        {
            return Some(format!("{name} {tail}"));
        }
        // Without a subject it is a company.
        if name == "AG" {
            continue;
        }
        return Some(name);
    }
    generic
}

/// Words with hyphens and their offsets.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if c.is_alphanumeric() || c == '-' {
            open.get_or_insert(at);
        } else if let Some(start) = open.take() {
            found.push((start, text.get(start..at).unwrap_or_default()));
        }
    }
    found
}

/// What a working group is about: »Pflege und Gesundheit«, »Kultur & Sport«.
fn subject<'t>(text: &'t str, from: usize, words: &[(usize, &'t str)]) -> Option<&'t str> {
    let mut end = from;
    let mut count = 0;
    for (start, word) in words {
        let gap = text.get(end..*start)?;
        let joined = gap.trim().is_empty()
            || matches!(gap, " & " | " / " | "/")
            || count == 0 && gap.trim_matches(['„', '»', '"', ' ']).is_empty();
        if !joined || count >= 4 {
            break;
        }
        let capital = word.starts_with(char::is_uppercase);
        let link = count > 0 && matches!(*word, "und" | "u");
        if link {
            // »… und Gesundheit«, but not »… und Lenkungsgruppe«
            let next = words.iter().find(|(at, _)| at > start)?;
            if !next.1.starts_with(char::is_uppercase) || body_word(next.1).is_some() {
                break;
            }
            end = start + word.len();
            continue;
        }
        if !capital || body_word(word).is_some() {
            break;
        }
        count += 1;
        end = start + word.len();
    }
    let tail = text.get(from..end)?.trim().trim_matches(['„', '»', '"']).trim();
    (count > 0).then_some(tail)
}

/// »Besprechungen der Bürgermeister« → »Besprechung der Bürgermeister«.
fn meeting_of(words: &[&str]) -> Option<String> {
    // »Besprechungen mit den Bürgermeistern«
    if let [kind, "mit", "den", who, ..] = words
        && let Some(one) = sitting_kind(kind)
        && is_office(who)
    {
        return Some(format!("{one} mit den {who}"));
    }
    let [kind, article, who, ..] = words else {
        return None;
    };
    let one = sitting_kind(kind)?;
    (matches!(*article, "der" | "des") && is_office(who)).then(|| format!("{one} {article} {who}"))
}

/// Kinds of sittings that are named by who takes part, in the singular.
fn sitting_kind(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "Besprechung" | "Besprechungen" => "Besprechung",
        "Beratung" | "Beratungen" => "Beratung",
        "Treffen" => "Treffen",
        "Zusammenkunft" | "Zusammenkünfte" => "Zusammenkunft",
        "Konferenz" | "Konferenzen" => "Konferenz",
        "Videokonferenz" | "Videokonferenzen" => "Videokonferenz",
        "Telefonkonferenz" | "Telefonkonferenzen" => "Telefonkonferenz",
        "Runde" => "Runde",
        _ => return None,
    })
}

/// Whether a word names people in an office.
fn is_office(who: &str) -> bool {
    let people = ["bürgermeister", "geschäftsleit", "kämmerer", "räte", "sprecher", "hauptamtsleit", "vorstände"];
    people.iter().any(|stem| who.to_lowercase().contains(stem))
}
