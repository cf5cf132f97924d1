//! The first line of a German letter.
//!
//! After DIN 5008 and the custom of German authorities: an elected office stands between "Frau" or
//! "Herr" and the name, academic titles that belong to the address stay ("Dr.", "Prof."), others
//! ("Dipl.-Ing.", "M. A.") do not appear in it.

use super::{Person, Salutation};

/// Offices by which a person is addressed, as (stem, his, hers), highest first.
const ADDRESSED: [(&str, &str, &str); 8] = [
    ("ministerpräsident", "Ministerpräsident", "Ministerpräsidentin"),
    ("staatsminister", "Staatsminister", "Staatsministerin"),
    ("staatssekretär", "Staatssekretär", "Staatssekretärin"),
    ("regierungspräsident", "Regierungspräsident", "Regierungspräsidentin"),
    ("landrat", "Landrat", "Landrätin"),
    ("oberbürgermeister", "Oberbürgermeister", "Oberbürgermeisterin"),
    ("bürgermeister", "Bürgermeister", "Bürgermeisterin"),
    ("dekan", "Dekan", "Dekanin"),
];

/// How a person in this office is addressed: place in [`ADDRESSED`] and word.
fn address_word(office: &str, salutation: Salutation) -> Option<(usize, &'static str)> {
    let lower = office.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    // Deputies and former holders are addressed by their name.
    let passed =
        |word: &str| word.starts_with("stellv") || word.starts_with("ehemalig") || word == "alt" || word == "a";
    if words.iter().copied().any(passed) {
        return None;
    }
    ADDRESSED.iter().enumerate().find_map(|(place, (stem, his, hers))| {
        let found = words.iter().any(|word| word == stem || *word == hers.to_lowercase());
        let word = match salutation {
            Salutation::Mr => his,
            Salutation::Ms => hers,
            Salutation::Neutral => return None,
        };
        found.then_some((place, *word))
    })
}

/// How high an office stands among those by which people are addressed (0 is highest), whoever holds it; `None` for
/// all others, deputies and former holders.
pub fn office_rank(office: &str) -> Option<usize> {
    [Salutation::Mr, Salutation::Ms]
        .into_iter()
        .find_map(|salutation| address_word(office, salutation))
        .map(|(rank, _)| rank)
}

/// The academic titles that stand in an address: every "Dr." without its faculty, and a professorship.
fn address_titles(title: &str, salutation: Salutation) -> Vec<&'static str> {
    let mut kept = Vec::new();
    let lower = title.to_lowercase();
    if lower.split(|c: char| !c.is_alphabetic()).any(|word| word.starts_with("prof")) {
        kept.push(match salutation {
            Salutation::Mr => "Professor",
            Salutation::Ms => "Professorin",
            Salutation::Neutral => "Prof.",
        });
    }
    if lower.split(|c: char| !c.is_alphabetic()).any(|word| word == "dr") {
        kept.push("Dr.");
    }
    kept
}

/// The first line of a letter to a person who holds these offices today, with its comma.
pub fn letter_line(person: &Person, offices: &[&str]) -> String {
    let own = person.letter_salutation.trim();
    if !own.is_empty() {
        return if own.ends_with([',', '!']) { own.to_owned() } else { format!("{own},") };
    }
    let mut words: Vec<&str> = match person.salutation {
        Salutation::Ms => vec!["Sehr geehrte Frau"],
        Salutation::Mr => vec!["Sehr geehrter Herr"],
        Salutation::Neutral => vec!["Guten Tag"],
    };
    let office = offices.iter().filter_map(|office| address_word(office, person.salutation)).min();
    words.extend(office.map(|(_, word)| word));
    words.extend(address_titles(&person.academic_title, person.salutation));
    if person.salutation == Salutation::Neutral {
        words.push(&person.given_name);
    }
    words.push(&person.family_name);
    words.retain(|word| !word.is_empty());
    format!("{},", words.join(" "))
}

#[cfg(test)]
mod tests {
    use allmende_store::Head;

    use super::*;

    fn person(salutation: Salutation, title: &str, given: &str, family: &str) -> Person {
        Person {
            head: Head::default(),
            family_name: family.to_owned(),
            given_name: given.to_owned(),
            academic_title: title.to_owned(),
            salutation,
            letter_salutation: String::new(),
            email: String::new(),
            phone: String::new(),
            street: String::new(),
            postcode: String::new(),
            town: String::new(),
            organisation_id: None,
            municipality_id: None,
            consent: String::new(),
            consent_on: None,
            note: String::new(),
        }
    }

    #[test]
    fn letters_begin_as_custom_asks() {
        use Salutation::{Mr, Ms, Neutral};
        let table: [(Salutation, &str, &[&str], &str); 17] = [
            (Ms, "", &["Erste Bürgermeisterin"], "Sehr geehrte Frau Bürgermeisterin Hartlieb,"),
            (Ms, "Dr.", &["1. Bürgermeisterin"], "Sehr geehrte Frau Bürgermeisterin Dr. Hartlieb,"),
            (Mr, "", &["Erster Bürgermeister der Stadt Beispielheim"], "Sehr geehrter Herr Bürgermeister Hartlieb,"),
            (Ms, "", &["Bürgermeister"], "Sehr geehrte Frau Bürgermeisterin Hartlieb,"),
            (Ms, "", &["Zweite Bürgermeisterin", "Landrätin"], "Sehr geehrte Frau Landrätin Hartlieb,"),
            (Mr, "", &["Oberbürgermeister"], "Sehr geehrter Herr Oberbürgermeister Hartlieb,"),
            (Mr, "", &["Stellvertretender Landrat"], "Sehr geehrter Herr Hartlieb,"),
            (Mr, "", &["Altbürgermeister"], "Sehr geehrter Herr Hartlieb,"),
            (Mr, "", &["Landrat a. D."], "Sehr geehrter Herr Hartlieb,"),
            (Ms, "", &["Geschäftsführerin"], "Sehr geehrte Frau Hartlieb,"),
            (Ms, "", &[], "Sehr geehrte Frau Hartlieb,"),
            (Mr, "Dr. med.", &[], "Sehr geehrter Herr Dr. Hartlieb,"),
            (Mr, "Dipl.-Ing. (FH)", &[], "Sehr geehrter Herr Hartlieb,"),
            (Ms, "Prof. Dr.", &[], "Sehr geehrte Frau Professorin Dr. Hartlieb,"),
            (Neutral, "", &[], "Guten Tag Kim Hartlieb,"),
            (Neutral, "Dr.", &[], "Guten Tag Dr. Kim Hartlieb,"),
            (Neutral, "", &["Erste Bürgermeisterin"], "Guten Tag Kim Hartlieb,"),
        ];
        for (salutation, title, offices, expected) in table {
            assert_eq!(letter_line(&person(salutation, title, "Kim", "Hartlieb"), offices), expected);
        }
    }

    #[test]
    fn an_own_line_wins_and_ends_with_a_comma() {
        let mut person = person(Salutation::Ms, "Dr.", "Kim", "Hartlieb");
        for (own, expected) in [("Liebe Kim", "Liebe Kim,"), ("Liebe Kim,", "Liebe Kim,"), ("Grüß Gott!", "Grüß Gott!")]
        {
            own.clone_into(&mut person.letter_salutation);
            assert_eq!(letter_line(&person, &["Landrätin"]), expected);
        }
        person.letter_salutation = "  ".to_owned();
        person.given_name = String::new();
        person.salutation = Salutation::Neutral;
        assert_eq!(letter_line(&person, &[]), "Guten Tag Dr. Hartlieb,");
    }
}
