//! A letter as a document: its words, and the head and foot from the alliance's record.

use allmende_documents::markdown::{self, Headings};
use allmende_documents::{
    Closing, Document, Fact, ImageData, Layout, Letterhead, Recipient, format as german, format::keep_together,
};
use allmende_store::{Day, StoreError, Tx};

use super::model::{Letter, LetterForm, entries};
use crate::model::{Alliance, BodyKind, Municipality};
use crate::{outline, queries};

/// What letters say of their sender.
#[derive(Clone, Debug)]
pub struct Sender {
    alliance: Alliance,
    cover: Option<allmende_documents::CoverMap>,
    logo: Option<ImageData>,
    /// "Erste Vorsitzende: …".
    chair: Option<String>,
}

/// The name that the picture of a letterhead has among the document's images.
const LOGO: &str = "logo";

impl Sender {
    /// The alliance as it is on a day.
    pub async fn load(tx: &mut Tx, on: Day) -> Result<Self, StoreError> {
        let alliance: Alliance = tx.get(tx.alliance()).await?.ok_or(StoreError::NotFound)?;
        let logo = match alliance.logo_file {
            Some(id) => tx.file(id).await?.and_then(|file| {
                let format = match file.media_type.as_str() {
                    "image/png" => "png",
                    "image/jpeg" => "jpg",
                    "image/webp" => "webp",
                    "image/svg+xml" => "svg",
                    _ => return None,
                };
                Some(ImageData { name: LOGO.to_owned(), format: format.to_owned(), bytes: file.bytes.into() })
            }),
            None => None,
        };
        let municipalities: Vec<Municipality> = tx.all().await?;
        Ok(Self { chair: chair(tx, on).await?, cover: outline::signet(&municipalities, on), logo, alliance })
    }

    /// The name in two lines: what kind of alliance, then whose.
    fn name_lines(&self) -> Vec<String> {
        let (name, short) = (self.alliance.name.trim(), self.alliance.short_name.trim());
        match name.split_once(short) {
            Some((before, _)) if !short.is_empty() && !before.trim().is_empty() => {
                vec![before.trim().to_owned(), short.to_owned()]
            }
            _ => vec![keep_together(name)],
        }
    }

    fn address_lines(&self) -> Vec<String> {
        entries(&self.alliance.address)
    }

    fn return_line(&self) -> String {
        let address = self.address_lines();
        let place = if address.is_empty() { vec![self.alliance.seat.clone()] } else { address };
        let mut parts = vec![self.alliance.name.clone()];
        parts.extend(place.into_iter().filter(|part| !part.is_empty()));
        keep_together(&parts.join(", "))
    }

    fn foot(&self) -> Vec<Vec<String>> {
        let one = &self.alliance;
        let labelled =
            |label: &str, text: &str| if text.is_empty() { String::new() } else { format!("{label} {text}") };
        let mut sender = vec![keep_together(&one.name)];
        sender.extend(self.address_lines());
        let website = one.website.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/');
        let ways = vec![labelled("Telefon", &one.phone), one.email.clone(), website.to_owned()];
        let rest = vec![self.chair.clone().unwrap_or_default(), labelled("Sitz:", &one.seat)];
        let clean = |lines: Vec<String>| lines.into_iter().filter(|line| !line.trim().is_empty()).collect();
        vec![clean(sender), clean(ways), clean(rest)]
    }

    fn information(&self, letter: &Letter) -> Vec<Fact> {
        let one = &self.alliance;
        let day = |day: Day| german::long_date(day.0, german::Language::De);
        let facts = [
            ("Ihr Zeichen", letter.your_reference.clone()),
            ("Ihr Schreiben vom", letter.your_letter_on.map(day).unwrap_or_default()),
            ("Unser Zeichen", letter.our_reference.clone()),
            ("Bearbeitet von", one.contact_name.clone()),
            ("Telefon", one.phone.clone()),
            ("E-Mail", one.email.clone()),
            ("Datum", day(letter.dated_on)),
        ];
        facts
            .into_iter()
            .filter(|(_, value)| !value.trim().is_empty())
            .map(|(label, value)| Fact { label: label.to_owned(), value })
            .collect()
    }
}

/// Who chairs the board or the assembly on a day.
async fn chair(tx: &mut Tx, on: Day) -> Result<Option<String>, StoreError> {
    let bodies = queries::bodies(tx).await?;
    let holders = queries::holders(tx, on).await?;
    let rank = |title: &str| {
        let lower = title.to_lowercase();
        let chairs =
            lower.contains("vorsitz") && !["stellv", "zweit", "2.", "ehem"].iter().any(|word| lower.contains(word));
        chairs.then(|| usize::from(!(lower.starts_with("erst") || lower.starts_with("1."))))
    };
    let found = holders
        .iter()
        .filter(|holder| {
            let body = holder.body_id.and_then(|id| bodies.get(&id));
            body.is_some_and(|body| matches!(body.kind, BodyKind::Board | BodyKind::Assembly))
        })
        .filter_map(|holder| Some((rank(&holder.title)?, holder)))
        .min_by_key(|(rank, _)| *rank);
    Ok(found.map(|(_, holder)| format!("{}: {}", holder.title, holder.full_name())))
}

/// The letter to these recipients.
pub fn document(sender: &Sender, letter: &Letter, recipients: Vec<Recipient>) -> Document {
    let signer = [&letter.signer, &letter.signer_office];
    let one = &sender.alliance;
    Document {
        layout: Layout::Letter,
        language: german::Language::De.tag().to_owned(),
        title: keep_together(&letter.subject),
        subtitle: None,
        description: format!("Brief vom {}", german::date(letter.dated_on.0)),
        author: one.name.clone(),
        running_head: german::date(letter.dated_on.0),
        date: letter.dated_on.to_string(),
        brand: one.brand.clone(),
        imprint: Vec::new(),
        cover: sender.cover.clone(),
        letter: Some(Letterhead {
            form_a: letter.form == LetterForm::A,
            sender: sender.name_lines(),
            logo: sender.logo.as_ref().map(|logo| logo.name.clone()),
            return_line: sender.return_line(),
            information: sender.information(letter),
            recipients,
            closing: Closing {
                greeting: letter.greeting.clone(),
                signer: signer.into_iter().filter(|line| !line.is_empty()).cloned().collect(),
                annexes: entries(&letter.annexes),
                distribution: entries(&letter.distribution),
            },
            foot: sender.foot(),
        }),
        colophon: None,
        blocks: markdown::blocks(&keep_together(&letter.text), Headings::Strong),
        images: sender.logo.clone().into_iter().collect(),
    }
}
