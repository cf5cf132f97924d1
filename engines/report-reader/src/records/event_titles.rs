//! What a sentence about an event calls it.

use super::around_dates::tidy;
use super::topics::without_article;

/// The event itself out of a sentence whose dates were taken out.
pub(super) fn title(sentence: &str) -> String {
    let whole = tidy(sentence).trim_end_matches('.').to_owned();
    let words: Vec<&str> = whole.split_whitespace().collect();
    let find = |list: &[&str]| words.iter().position(|w| list.contains(w));
    let text = |from: usize, to: usize| words.get(from..to).unwrap_or_default().join(" ");
    let last = words.last().copied().unwrap_or_default();
    if let Some(verb) = find(&["fand", "fanden"]) {
        let end = if last == "statt" { words.len() - 1 } else { words.len() };
        let behind = text(verb + 1, end);
        let named = if verb == 0 { behind } else { [text(0, verb), behind].join(" ").trim().to_owned() };
        return finish(&named, &whole);
    }
    if let Some(verb) = find(&["nahm", "nahmen"])
        && let Some(at) = words.iter().skip(verb).position(|w| matches!(*w, "an" | "am")).map(|at| verb + at)
    {
        let end = if last == "teil" { words.len() - 1 } else { words.len() };
        return finish(&text(at + 1, end), &whole);
    }
    if let Some(verb) = find(&[
        "besuchte",
        "besuchten",
        "feierte",
        "feierten",
        "veranstaltete",
        "organisierte",
        "begleitete",
        "begleiteten",
        "veranstalteten",
        "organisierten",
    ]) {
        if words.get(verb + 1).is_some_and(|w| matches!(*w, "ich" | "wir" | "sie" | "er")) {
            return finish(&text(verb + 2, words.len()), &whole);
        }
        let behind = text(verb + 1, words.len());
        let subject = words.get(verb + 1).is_some_and(|w| matches!(*w, "das" | "die" | "der" | "wir")) && verb == 0;
        if !subject {
            return finish(&behind, &whole);
        }
        // »… besuchten die Bürgermeister die Nachbarregion«: the object is the second noun phrase.
        if let Some(at) = words
            .iter()
            .enumerate()
            .skip(verb + 2)
            .find(|(_, w)| matches!(**w, "die" | "den" | "das" | "eine" | "einen" | "ein"))
            .map(|(at, _)| at)
        {
            return finish(&text(at, words.len()), &whole);
        }
    }
    // »vertrat die LAG beim Forum in Bad Windsheim«
    if let Some(verb) = find(&["vertrat", "vertraten"])
        && let Some(at) = words
            .iter()
            .skip(verb)
            .position(|w| matches!(*w, "beim" | "bei" | "auf" | "zur" | "zum" | "in" | "im"))
            .map(|at| verb + at)
    {
        return finish(&text(at + 1, words.len()), &whole);
    }
    if let Some(named) = moved(&words) {
        return finish(&named, &whole);
    }
    if let Some(named) = own_words(&words) {
        return finish(&named, &whole);
    }
    if let Some(named) = passive_or_invitation(&words) {
        return finish(&named, &whole);
    }
    whole
}

/// »fuhren wir im Bus zur Exkursion …«, »stand der Austausch im Kalender«, »folgte das Fest«
fn moved(words: &[&str]) -> Option<String> {
    let text = |from: usize, to: usize| words.get(from..to).unwrap_or_default().join(" ");
    let verb = words.iter().take(4).position(|w| {
        matches!(
            *w,
            "fuhr"
                | "fuhren"
                | "reiste"
                | "reisten"
                | "ging"
                | "gingen"
                | "stand"
                | "standen"
                | "folgte"
                | "folgten"
                | "richtete"
                | "richteten"
        )
    })?;
    match words.get(verb).copied()? {
        "stand" | "standen" => {
            let end = words.iter().rposition(|w| matches!(*w, "im" | "auf" | "an"))?;
            let set = ["kalender", "programm", "plan", "an", "terminkalender"];
            let last = words.last()?.to_lowercase();
            (verb + 1 < end && set.contains(&last.as_str())).then(|| text(verb + 1, end))
        }
        "richtete" | "richteten" => {
            let from = verb + 1 + usize::from(matches!(words.get(verb + 1).copied(), Some("wir" | "ich")));
            (words.last() == Some(&"aus")).then(|| text(from, words.len() - 1))
        }
        "folgte" | "folgten" => Some(text(verb + 1, words.len())),
        _ => {
            let at = words.iter().skip(verb).position(|w| matches!(*w, "zu" | "zum" | "zur")).map(|at| verb + at)?;
            Some(text(at + 1, words.len()))
        }
    }
}

/// »habe ich am Fachtag … teilgenommen«, »waren wir auf der Messe …«
fn own_words(words: &[&str]) -> Option<String> {
    let at =
        words.iter().take(2).position(|w| matches!(*w, "habe" | "haben" | "war" | "waren" | "hat" | "bin" | "sind"))?;
    let mut from = at + 1;
    if words.get(from).is_some_and(|w| matches!(*w, "ich" | "wir")) {
        from += 1;
    } else if !words.first().is_some_and(|w| matches!(*w, "Ich" | "Wir")) {
        return None;
    }
    let mut to = words.len();
    if words.last().is_some_and(|w| {
        matches!(
            *w,
            "teilgenommen"
                | "besucht"
                | "mitgewirkt"
                | "vertreten"
                | "veranstaltet"
                | "organisiert"
                | "begleitet"
                | "getroffen"
                | "gefahren"
        )
    }) {
        to -= 1;
    }
    if words
        .get(from)
        .is_some_and(|w| matches!(*w, "am" | "an" | "auf" | "bei" | "beim" | "im" | "in" | "zur" | "zum" | "nach"))
    {
        from += 1;
    }
    words.get(from..to).map(|w| w.join(" ")).filter(|t| !t.is_empty())
}

/// »wurde der Seerundweg eröffnet«, »lud die LAG zur Zukunftswerkstatt ein«.
fn passive_or_invitation(words: &[&str]) -> Option<String> {
    let text = |from: usize, to: usize| words.get(from..to).unwrap_or_default().join(" ");
    match words.first().copied()? {
        "wurde" | "wurden" => Some(text(1, words.len())),
        "lud" | "luden" if words.last() == Some(&"ein") => {
            let at = words.iter().position(|w| matches!(*w, "zu" | "zum" | "zur"))?;
            Some(text(at + 1, words.len() - 1))
        }
        _ => None,
    }
}

fn finish(named: &str, whole: &str) -> String {
    let capital = ["Ein ", "Eine ", "Der ", "Die ", "Das "].iter().find_map(|article| named.strip_prefix(article));
    let named = without_article(capital.unwrap_or(named)).trim_end_matches(['.', ',']).trim();
    if named.chars().count() < 4 { whole.to_owned() } else { named.to_owned() }
}
