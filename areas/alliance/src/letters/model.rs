//! What a letter is.

use allmende_store::{Day, Entry, Head, Id, Record};

use super::recipients::Addressee;

allmende_store::word_enum! {
    /// The forms of DIN 5008.
    pub enum LetterForm {
        /// Address field from 45 mm.
        B = "b",
        /// Address field from 27 mm.
        A = "a",
    }
}

allmende_store::record! {
    /// A letter of the alliance, to one or many.
    pub struct Letter: "letter" {
        /// What it is about, without "Betreff".
        pub subject: String,
        /// Its date.
        pub dated_on: Day,
        /// Its text in Markdown, between salutation and greeting.
        pub text: String,
        /// The reference of those who get it.
        pub your_reference: String,
        /// The day of their letter or notice.
        pub your_letter_on: Option<Day>,
        /// The alliance's own reference.
        pub our_reference: String,
        /// How it is sent ("Einschreiben"), one a line, up to three.
        pub dispatch: String,
        /// "Mit freundlichen Grüßen".
        pub greeting: String,
        /// Who signs.
        pub signer: String,
        /// In which office.
        pub signer_office: String,
        /// What goes with it, one a line.
        pub annexes: String,
        /// Who else gets it, one a line.
        pub distribution: String,
        /// Its form.
        pub form: LetterForm,
        /// The record it goes with: a version of a report.
        pub about_id: Option<Id>,
        /// When it was finished; `None` for a draft.
        pub finished_on: Option<Day>,
        /// SHA-256 of the PDF of a finished letter.
        pub digest: String,
        /// The document as JSON.
        pub snapshot_file: Option<Id>,
        /// The PDF.
        pub pdf_file: Option<Id>,
        /// The DOCX.
        pub docx_file: Option<Id>,
        /// The ODT.
        pub odt_file: Option<Id>,
    }
}

impl Record for Letter {
    fn entry(&self) -> Entry {
        Entry {
            body: allmende_documents::markdown::plain_text(&self.text),
            on_day: Some(self.dated_on),
            parent: self.about_id,
            ..Entry::titled(&self.subject)
        }
    }
}

impl Letter {
    /// An empty draft of a day.
    pub fn draft(on: Day) -> Self {
        Self {
            head: Head::default(),
            subject: String::new(),
            dated_on: on,
            text: String::new(),
            your_reference: String::new(),
            your_letter_on: None,
            our_reference: String::new(),
            dispatch: String::new(),
            greeting: "Mit freundlichen Grüßen".to_owned(),
            signer: String::new(),
            signer_office: String::new(),
            annexes: String::new(),
            distribution: String::new(),
            form: LetterForm::B,
            about_id: None,
            finished_on: None,
            digest: String::new(),
            snapshot_file: None,
            pdf_file: None,
            docx_file: None,
            odt_file: None,
        }
    }

    /// Whether nothing changes it any more.
    pub fn is_finished(&self) -> bool {
        self.finished_on.is_some()
    }
}

/// The lines of a field that holds one thing a line.
pub fn entries(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

allmende_store::record! {
    /// Somebody who gets a letter. Exactly one of the three ids is there.
    pub struct LetterRecipient: "letter_recipient" {
        /// The letter.
        pub letter_id: Id,
        /// Its place among the recipients, from 1.
        pub position: i64,
        /// The person.
        pub person_id: Option<Id>,
        /// The organisation.
        pub organisation_id: Option<Id>,
        /// The member, addressed through its mayor.
        pub municipality_id: Option<Id>,
        /// What the recipient was called when it was added.
        pub name: String,
        /// The address that a finished letter was sent to, one line each; empty in a draft.
        pub address: String,
        /// The salutation of a finished letter.
        pub salutation: String,
    }
}

impl Record for LetterRecipient {
    fn entry(&self) -> Entry {
        Entry { parent: Some(self.letter_id), ..Entry::titled(&self.name) }
    }
}

impl LetterRecipient {
    /// A recipient of a draft.
    pub fn of(letter: Id, position: i64, addressee: Addressee, name: String) -> Self {
        let id = |wanted: fn(Addressee) -> Option<Id>| wanted(addressee);
        Self {
            head: Head::default(),
            letter_id: letter,
            position,
            person_id: id(|addressee| if let Addressee::Person(id) = addressee { Some(id) } else { None }),
            organisation_id: id(|addressee| if let Addressee::Organisation(id) = addressee { Some(id) } else { None }),
            municipality_id: id(|addressee| if let Addressee::Member(id) = addressee { Some(id) } else { None }),
            name,
            address: String::new(),
            salutation: String::new(),
        }
    }

    /// Whom it names.
    pub fn addressee(&self) -> Option<Addressee> {
        let person = self.person_id.map(Addressee::Person);
        let organisation = self.organisation_id.map(Addressee::Organisation);
        person.or(organisation).or(self.municipality_id.map(Addressee::Member))
    }
}
