//! How people and organisations are addressed on an envelope (DIN 5008): one line each, no blank ones.

use crate::model::letter::office_rank;
use crate::model::{Municipality, MunicipalityKind, Organisation, Person, Salutation};

/// "Frau", "Herrn", or nothing.
fn form_of_address(salutation: Salutation) -> &'static str {
    match salutation {
        Salutation::Ms => "Frau",
        Salutation::Mr => "Herrn",
        Salutation::Neutral => "",
    }
}

fn joined(parts: &[&str]) -> String {
    parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Street and place; `None` if mail would not arrive. Great customers of the post have a postcode of their own and no street.
fn place(street: &str, postcode: &str, town: &str, needs_street: bool) -> Option<Vec<String>> {
    let complete =
        !postcode.trim().is_empty() && !town.trim().is_empty() && (!needs_street || !street.trim().is_empty());
    complete.then(|| {
        [street.trim().to_owned(), joined(&[postcode, town])].into_iter().filter(|line| !line.is_empty()).collect()
    })
}

/// The lines for an organisation; `None` without postcode or town.
pub fn of_organisation(organisation: &Organisation) -> Option<Vec<String>> {
    let place = place(&organisation.street, &organisation.postcode, &organisation.town, false)?;
    Some(std::iter::once(organisation.name.trim().to_owned()).chain(place).collect())
}

/// What a municipality is called in an address: "Gemeinde Birkach".
pub fn municipality_name(municipality: &Municipality) -> String {
    let kind = match municipality.kind {
        MunicipalityKind::Municipality => "Gemeinde",
        MunicipalityKind::Market => "Markt",
        MunicipalityKind::Town => "Stadt",
    };
    // Some carry the word in their name already.
    if municipality.name.starts_with(&format!("{kind} ")) {
        municipality.name.clone()
    } else {
        joined(&[kind, &municipality.name])
    }
}

/// The office that stands in an address, with the municipality it belongs to.
#[derive(Clone, Copy, Debug)]
pub struct AddressedOffice<'a> {
    /// What it is called.
    pub title: &'a str,
    /// The municipality.
    pub municipality: &'a Municipality,
}

/// The lines for a person: at the own address, else at that of the organisation. `None` if neither is complete.
pub fn of_person(
    person: &Person,
    office: Option<AddressedOffice<'_>>,
    organisation: Option<&Organisation>,
) -> Option<Vec<String>> {
    let own = place(&person.street, &person.postcode, &person.town, true);
    let place = own.or_else(|| organisation.and_then(|one| place(&one.street, &one.postcode, &one.town, false)))?;
    let form = form_of_address(person.salutation);
    let name = joined(&[&person.academic_title, &person.given_name, &person.family_name]);
    let mut lines = Vec::new();
    if let Some(office) = office {
        lines.push(municipality_name(office.municipality));
        lines.push(joined(&[form, office.title]));
        lines.push(name);
    } else {
        lines.extend(organisation.map(|one| one.name.trim().to_owned()));
        lines.push(joined(&[form, &name]));
    }
    lines.extend(place);
    lines.retain(|line| !line.is_empty());
    Some(lines)
}

/// The one of several offices that speaks for a municipality: its first mayor. Index into `titles`.
pub fn mayor(titles: &[&str]) -> Option<usize> {
    let rank = |title: &str| office_rank(title).map(|rank| (!is_first(title), rank));
    titles.iter().enumerate().filter_map(|(index, title)| Some((rank(title)?, index))).min().map(|(_, index)| index)
}

/// Whether an office is not that of a second or third mayor.
fn is_first(title: &str) -> bool {
    let lower = title.to_lowercase();
    !["zweit", "dritt", "weiter", "2.", "3."]
        .iter()
        .any(|start| lower.split_whitespace().any(|word| word.starts_with(start)))
}

#[cfg(test)]
mod tests {
    use allmende_store::Head;

    use super::*;
    use crate::model::OrganisationKind;

    fn person(salutation: Salutation, title: &str, street: &str, postcode: &str, town: &str) -> Person {
        Person {
            salutation,
            academic_title: title.to_owned(),
            given_name: "Kim".to_owned(),
            family_name: "Hartlieb".to_owned(),
            street: street.to_owned(),
            postcode: postcode.to_owned(),
            town: town.to_owned(),
            ..Person::unnamed()
        }
    }

    fn organisation(street: &str, postcode: &str, town: &str) -> Organisation {
        Organisation {
            head: Head::default(),
            name: "Amt für Beispiele".to_owned(),
            kind: OrganisationKind::Authority,
            street: street.to_owned(),
            postcode: postcode.to_owned(),
            town: town.to_owned(),
            email: String::new(),
            phone: String::new(),
            website: String::new(),
            note: String::new(),
        }
    }

    fn municipality() -> Municipality {
        Municipality {
            head: Head::default(),
            name: "Birkach".to_owned(),
            ags: "09999001".to_owned(),
            kind: MunicipalityKind::Market,
            administrative_community: String::new(),
            joined_on: None,
            left_on: None,
            website: String::new(),
            outline: String::new(),
        }
    }

    #[test]
    fn people_are_addressed_at_home_in_office_or_at_work() {
        use Salutation::{Mr, Ms, Neutral};
        let lines = |lines: Option<Vec<String>>| lines.map(|lines| lines.join(" / "));
        let home = |salutation, title| person(salutation, title, "Weg 7", "99998", "Birkach");
        let work = organisation("", "99997", "Auburg");
        let birkach = municipality();
        let office = Some(AddressedOffice { title: "Erste Bürgermeisterin", municipality: &birkach });
        let table = [
            (of_person(&home(Ms, "Dr."), None, None), Some("Frau Dr. Kim Hartlieb / Weg 7 / 99998 Birkach")),
            (of_person(&home(Mr, ""), None, None), Some("Herrn Kim Hartlieb / Weg 7 / 99998 Birkach")),
            (of_person(&home(Neutral, ""), None, None), Some("Kim Hartlieb / Weg 7 / 99998 Birkach")),
            (
                of_person(&home(Ms, "Dr."), office, None),
                Some("Markt Birkach / Frau Erste Bürgermeisterin / Dr. Kim Hartlieb / Weg 7 / 99998 Birkach"),
            ),
            (
                of_person(&home(Mr, ""), None, Some(&work)),
                Some("Amt für Beispiele / Herrn Kim Hartlieb / Weg 7 / 99998 Birkach"),
            ),
            (
                of_person(&person(Mr, "", "", "", ""), None, Some(&work)),
                Some("Amt für Beispiele / Herrn Kim Hartlieb / 99997 Auburg"),
            ),
            (of_person(&person(Mr, "", "Weg 7", "", "Birkach"), None, None), None),
            (of_person(&person(Mr, "", "", "99998", "Birkach"), None, None), None),
            (of_person(&person(Mr, "", "", "", ""), None, Some(&organisation("Weg 1", "", "Auburg"))), None),
            (of_organisation(&work), Some("Amt für Beispiele / 99997 Auburg")),
            (
                of_organisation(&organisation("Weg 1", "99997", "Auburg")),
                Some("Amt für Beispiele / Weg 1 / 99997 Auburg"),
            ),
            (of_organisation(&organisation("Weg 1", "99997", " ")), None),
        ];
        for (found, expected) in table {
            assert_eq!(lines(found), expected.map(str::to_owned));
        }
    }

    #[test]
    fn a_municipality_is_not_named_twice() {
        let mut one = municipality();
        assert_eq!(municipality_name(&one), "Markt Birkach");
        one.name = "Markt Birkach".to_owned();
        assert_eq!(municipality_name(&one), "Markt Birkach");
    }

    #[test]
    fn the_first_mayor_speaks_for_a_municipality() {
        let table: [(&[&str], Option<usize>); 6] = [
            (&["Zweite Bürgermeisterin", "Erster Bürgermeister"], Some(1)),
            (&["2. Bürgermeister", "Bürgermeisterin"], Some(1)),
            (&["Gemeinderätin", "Dritter Bürgermeister"], Some(1)),
            (&["Stellvertretende Bürgermeisterin", "Altbürgermeister"], None),
            (&["Kämmerin"], None),
            (&[], None),
        ];
        for (titles, expected) in table {
            assert_eq!(mayor(titles), expected, "{titles:?}");
        }
    }
}
