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
        "klausurtagung" | "bürgermeisterklausur" | "klausur" => Some("Klausurtagung"),
        "ak" => Some("AK"),
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
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|w| !w.is_empty()).collect();
    if let Some(name) = meeting_of(&words) {
        return Some(name);
    }
    let mut generic = None;
    for (at, word) in words.iter().enumerate() {
        let Some(name) = body_word(word) else {
            continue;
        };
        if matches!(name.as_str(), "Sitzung" | "Versammlung" | "Ratssitzung") {
            generic.get_or_insert(name);
            continue;
        }
        if matches!(name.as_str(), "Arbeitskreis" | "Arbeitsgruppe" | "AK" | "Projektgruppe") {
            let tail: Vec<&str> = words
                .get(at + 1..)
                .unwrap_or_default()
                .iter()
                .copied()
                .take_while(|w| w.chars().next().is_some_and(char::is_uppercase))
                .take(3)
                .collect();
            if !tail.is_empty() {
                return Some(format!("{name} {}", tail.join(" ")));
            }
        }
        return Some(name);
    }
    generic
}

/// »Besprechungen der Bürgermeister« → »Besprechung der Bürgermeister«.
fn meeting_of(words: &[&str]) -> Option<String> {
    let [kind, article, who, ..] = words else {
        return None;
    };
    let one = match *kind {
        "Besprechung" | "Besprechungen" => "Besprechung",
        "Beratung" | "Beratungen" => "Beratung",
        "Treffen" => "Treffen",
        "Zusammenkunft" | "Zusammenkünfte" => "Zusammenkunft",
        "Konferenz" | "Konferenzen" => "Konferenz",
        _ => return None,
    };
    let people = ["bürgermeister", "geschäftsleit", "kämmerer", "räte", "sprecher", "hauptamtsleit", "vorstände"];
    let named = people.iter().any(|stem| who.to_lowercase().contains(stem));
    (matches!(*article, "der" | "des") && named).then(|| format!("{one} {article} {who}"))
}
