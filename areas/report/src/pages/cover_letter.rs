//! The letter that a frozen version goes with: to whom and for which grant, then a draft that a person finishes.

use axum::extract::Path;
use axum::response::Response;

use allmende_alliance::letters::model::Letter;
use allmende_alliance::letters::recipients::Addressee;
use allmende_alliance::letters::{self, LETTER_WRITE};
use allmende_alliance::model::{Alliance, Organisation, OrganisationKind, Person};
use allmende_documents::collation::{compare_names, compare_words};
use allmende_documents::format as german;
use allmende_funding::model::ReceivedGrant;
use allmende_store::{Id, Tx};
use allmende_web::access::Flash;
use allmende_web::form::{Choice, Control, Field, Form, Input, value};
use allmende_web::{Cx, Problem, page};

use super::{address, load, path_to};
use crate::model::{Report, ReportVersion};
use crate::queries;

/// What the page asks about.
struct Question {
    report: Report,
    version: ReportVersion,
    grants: Vec<ReceivedGrant>,
    organisations: Vec<Organisation>,
    people: Vec<Person>,
}

impl Question {
    async fn load(tx: &mut Tx, id: Id, number: i64) -> Result<Self, Problem> {
        let report = load(tx, id).await?;
        let versions = queries::versions(tx, id).await?;
        let version = versions.into_iter().find(|version| version.number == number).ok_or(Problem::NotFound)?;
        let mut grants: Vec<ReceivedGrant> = tx.all().await?;
        grants.retain(|grant| grant.head.trashed_at.is_none());
        // The newest notice first: that is the one a report is usually for.
        grants.sort_by(|a, b| b.notice_on.cmp(&a.notice_on).then(b.head.id.cmp(&a.head.id)));
        let mut organisations: Vec<Organisation> = tx.all().await?;
        organisations.retain(|one| one.head.trashed_at.is_none() && one.head.archived_at.is_none());
        let other = |one: &Organisation| one.kind != OrganisationKind::Authority;
        organisations.sort_by(|a, b| other(a).cmp(&other(b)).then_with(|| compare_words(&a.name, &b.name)));
        let mut people: Vec<Person> = tx.all().await?;
        people.retain(|one| one.head.trashed_at.is_none() && one.head.archived_at.is_none());
        people.sort_by(|a, b| compare_names(&a.list_name(), &b.list_name()));
        Ok(Self { report, version, grants, organisations, people })
    }

    fn form(&self, cx: &Cx) -> Form {
        let choice = |value: String, label: String| Choice { value, label };
        let mut addressees = vec![choice(String::new(), cx.t("report-cover-choose"))];
        addressees.extend(
            self.organisations.iter().map(|one| choice(Addressee::Organisation(one.head.id).word(), one.name.clone())),
        );
        addressees.extend(self.people.iter().map(|one| choice(Addressee::Person(one.head.id).word(), one.list_name())));
        let mut grants = vec![choice(String::new(), cx.t("report-cover-no-grant"))];
        grants.extend(self.grants.iter().map(|grant| {
            let day = grant.notice_on.map(|day| german::date(day.0)).unwrap_or_default();
            let words = [grant.purpose.as_str(), &grant.authority, &day];
            choice(
                grant.head.id.to_string(),
                words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" · "),
            )
        }));
        let base = address(&self.report);
        Form {
            action: format!("{base}/fassung/{}/anschreiben", self.version.number),
            fields: vec![
                Field::new(cx, "report-cover", "addressee", Control::Select).choices(addressees),
                Field::new(cx, "report-cover", "grant", Control::Select).choices(grants).optional(),
            ],
            button: cx.t("report-cover-begin"),
            cancel: format!("{base}#fassungen"),
            version: None,
            files: false,
            conflict: None,
            get: false,
        }
    }

    /// The newest grant and the office that gave it.
    fn suggestion(&self) -> (String, String) {
        let Some(grant) = self.grants.first() else { return (String::new(), String::new()) };
        let office = self.organisations.iter().find(|one| one.name == grant.authority);
        let word = office.map(|one| Addressee::Organisation(one.head.id).word()).unwrap_or_default();
        (word, grant.head.id.to_string())
    }

    fn page(&self, cx: &Cx, form: &Form) -> Result<Response, Problem> {
        let lead = cx.tv("report-cover-lead", [("number", self.version.number.into())]);
        let path = path_to(cx, &self.report);
        page::form_with_lead(cx, &cx.t("report-cover"), &lead, &cx.t("report-cover-not-saved"), &path, form)
    }
}

/// To whom?
pub(super) async fn ask(cx: Cx, Path((id, number)): Path<(Id, i64)>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let question = Question::load(&mut tx, id, number).await?;
    let (addressee, grant) = question.suggestion();
    let form = question.form(&cx).fill(vec![value("addressee", addressee), value("grant", grant)]);
    question.page(&cx, &form)
}

/// Begins the letter and leads to it.
pub(super) async fn begin(cx: Cx, Path((id, number)): Path<(Id, i64)>) -> Result<Response, Problem> {
    cx.demand(LETTER_WRITE)?;
    let mut tx = cx.write().await?;
    let question = Question::load(&mut tx, id, number).await?;
    let mut input = Input::new(&cx);
    let addressee = Addressee::from_word(cx.submission().get("addressee")).filter(|one| match one {
        Addressee::Organisation(id) => question.organisations.iter().any(|other| other.head.id == *id),
        Addressee::Person(id) => question.people.iter().any(|other| other.head.id == *id),
        Addressee::Member(_) => false,
    });
    if addressee.is_none() {
        input.refuse_key("addressee", "report-cover-addressee-missing");
    }
    let wish = input.id("grant");
    let grant = wish.and_then(|id| question.grants.iter().find(|grant| grant.head.id == id));
    if wish.is_some() && grant.is_none() {
        input.refuse_key("grant", "form-choice-missing");
    }
    let Some(addressee) = addressee.filter(|_| input.is_fine()) else {
        let errors = input.errors();
        return question.page(&cx, &question.form(&cx).refill(cx.submission(), errors));
    };
    let alliance: Option<Alliance> = tx.get(tx.alliance()).await?;
    let mut letter = draft(&cx, &question.report, &question.version, grant, alliance.as_ref());
    letters::begin(&mut tx, &mut letter, &[addressee]).await?;
    let text = cx.tv("report-cover-begun", [("number", number.into())]);
    cx.done(tx, &format!("{}/{}", letters::PATH, letter.head.id), Some(Flash { text, undo: None })).await
}

/// The letter as far as records can write it. Letters are German, whatever the language of the page.
fn draft(
    cx: &Cx,
    report: &Report,
    version: &ReportVersion,
    grant: Option<&ReceivedGrant>,
    alliance: Option<&Alliance>,
) -> Letter {
    let long = |day: allmende_store::Day| german::long_date(day.0, german::Language::De);
    let whose = alliance.map_or("", |alliance| alliance.inflected_name.as_str());
    let mut paragraphs = vec![format!(
        "anbei erhalten Sie den Bericht „{}“{} für die Zeit vom {} bis zum {} in der Fassung {}, festgestellt am {}.",
        version.title,
        if whose.is_empty() { String::new() } else { format!(" {whose}") },
        long(report.period_from),
        long(report.period_to),
        version.number,
        long(version.frozen_on),
    )];
    if let Some(grant) = grant {
        let notice = grant.notice_on.map(|day| format!(" vom {}", long(day))).unwrap_or_default();
        let reference =
            if grant.reference.is_empty() { String::new() } else { format!(", Aktenzeichen {}", grant.reference) };
        paragraphs.push(format!("Er gehört zu Ihrem Zuwendungsbescheid{notice}{reference}: {}.", grant.purpose));
    }
    if !version.reason.is_empty() {
        paragraphs.push(format!("Diese Fassung ersetzt die vorige: {}", version.reason));
    }
    paragraphs.push(format!("Die Prüfsumme (SHA-256) der PDF-Datei lautet {}.", version.digest));
    paragraphs.push("Für Rückfragen stehe ich Ihnen gern zur Verfügung.".to_owned());
    Letter {
        subject: match grant {
            Some(grant) => format!("{}: {}", version.title, grant.purpose),
            None => version.title.clone(),
        },
        text: paragraphs.join("\n\n"),
        your_reference: grant.map(|grant| grant.reference.clone()).unwrap_or_default(),
        your_letter_on: grant.and_then(|grant| grant.notice_on),
        signer: cx.principal().map(|person| person.name.clone()).unwrap_or_default(),
        annexes: format!("{}, Fassung {} (PDF)", version.title, version.number),
        about_id: Some(version.head.id),
        ..Letter::draft(cx.today())
    }
}
