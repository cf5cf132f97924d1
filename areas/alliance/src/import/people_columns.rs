//! The columns of a file of contacts.

use super::spelling::plain;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Salutation,
    Title,
    Given,
    Family,
    Name,
    Letter,
    Email,
    Phone,
    Street,
    Postcode,
    Town,
    Municipality,
    Organisation,
    Office,
    Since,
    Until,
    Consent,
    ConsentOn,
    Note,
}

/// The meaning of a head, in German or English, as address books and offices write it.
pub(super) fn column(head: &str) -> Option<Column> {
    Some(match plain(head).as_str() {
        "anrede" | "salutation" | "geschlecht" => Column::Salutation,
        "titel" | "akademischertitel" | "akademischergrad" | "grad" | "title" | "academictitle" => Column::Title,
        "vorname" | "vornamen" | "rufname" | "givenname" | "firstname" => Column::Given,
        "familienname" | "nachname" | "zuname" | "familyname" | "lastname" | "surname" => Column::Family,
        "name" | "vollername" | "vollstaendigername" | "kontakt" | "person" | "ansprechpartner" | "fullname"
        | "displayname" => Column::Name,
        "briefanrede" | "eigenebriefanrede" | "lettersalutation" => Column::Letter,
        "email" | "mail" | "emailadresse" | "mailadresse" | "emailaddress" => Column::Email,
        "telefon"
        | "tel"
        | "telefonnummer"
        | "telnr"
        | "festnetz"
        | "mobil"
        | "mobiltelefon"
        | "handy"
        | "phone"
        | "mobile"
        | "telefongeschaeftlich"
        | "businessphone" => Column::Phone,
        "strasse"
        | "strassehausnummer"
        | "strasseundhausnummer"
        | "strassehausnr"
        | "strassenr"
        | "anschrift"
        | "adresse"
        | "street"
        | "address" => Column::Street,
        "plz" | "postleitzahl" | "postcode" | "zip" | "postalcode" => Column::Postcode,
        "ort" | "wohnort" | "town" | "city" | "stadtort" => Column::Town,
        "gemeinde" | "mitglied" | "mitgliedsgemeinde" | "kommune" | "municipality" | "ags" => Column::Municipality,
        "organisation"
        | "organisationodermitglied"
        | "firma"
        | "behoerde"
        | "institution"
        | "einrichtung"
        | "verein"
        | "dienststelle"
        | "organization"
        | "company" => Column::Organisation,
        "amt" | "aemter" | "amtheute" | "funktion" | "position" | "rolle" | "office" | "role" | "jobtitle"
        | "taetigkeit" => Column::Office,
        "seit" | "imamtseit" | "amtseit" | "since" => Column::Since,
        "bis" | "imamtbis" | "amtbis" | "until" => Column::Until,
        "einwilligung" | "grundlage" | "grundlagederspeicherung" | "consent" => Column::Consent,
        "einwilligungam" | "einwilligungvom" | "grundlageseit" | "consenton" => Column::ConsentOn,
        "notiz" | "notizen" | "anmerkung" | "anmerkungen" | "bemerkung" | "bemerkungen" | "note" | "notes" => {
            Column::Note
        }
        _ => return None,
    })
}
