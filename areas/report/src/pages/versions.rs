//! Frozen versions and their files: the same bytes for ever.

use axum::extract::Path;
use axum::response::Response;

use allmende_alliance::letters;
use allmende_documents::{FileFormat, format as german};
use allmende_store::{Id, Tx};
use allmende_web::{Cx, Problem};

use super::load;
use super::preview::file_stem;
use crate::model::ReportVersion;
use crate::queries;

/// A version as pages list it.
pub(super) struct VersionView {
    pub(super) title: String,
    pub(super) day: String,
    pub(super) reason: String,
    pub(super) digest: String,
    pub(super) differences: Vec<String>,
    /// Words and address of each file.
    pub(super) files: Vec<(String, String)>,
    /// The letters it went with.
    pub(super) letters: Vec<LetterView>,
    /// Where one begins, for those who may write letters.
    pub(super) new_letter: Option<String>,
}

/// A letter beside its version.
pub(super) struct LetterView {
    pub(super) title: String,
    pub(super) state: String,
    pub(super) href: String,
    /// Words and address of each file.
    pub(super) files: Vec<(String, String)>,
}

/// All versions of a report with their letters, newest first.
pub(super) async fn views(cx: &Cx, tx: &mut Tx, report: Id) -> Result<Vec<VersionView>, Problem> {
    let mut views = Vec::new();
    for version in queries::versions(tx, report).await?.iter().rev() {
        let mut view = VersionView::new(cx, version);
        if cx.may(letters::LETTER_READ) {
            for letter in letters::queries::about(tx, version.head.id).await? {
                let href = format!("{}/{}", letters::PATH, letter.head.id);
                view.letters.push(LetterView {
                    title: cx.tv("report-cover-of", [("day", german::date(letter.dated_on.0).into())]),
                    state: letters::state(cx, &letter).word,
                    files: ["pdf", "docx", "odt"]
                        .map(|ending| (ending.to_uppercase(), format!("{href}/datei/{ending}")))
                        .into(),
                    href,
                });
            }
        }
        if cx.may(letters::LETTER_WRITE) {
            view.new_letter = Some(format!("/berichte/{report}/fassung/{}/anschreiben", version.number));
        }
        views.push(view);
    }
    Ok(views)
}

impl VersionView {
    pub(super) fn new(cx: &Cx, version: &ReportVersion) -> Self {
        let base = format!("/berichte/{}/fassung/{}", version.report_id, version.number);
        let mut files: Vec<(String, String)> = ["pdf", "docx", "odt", "html"]
            .into_iter()
            .map(|ending| (ending.to_uppercase(), format!("{base}/{ending}")))
            .collect();
        files.push((cx.t("report-version-data"), format!("{base}/snapshot.json")));
        Self {
            title: cx.tv("report-version", [("number", version.number.into())]),
            day: cx.long_day(version.frozen_on),
            reason: version.reason.clone(),
            digest: version.digest.clone(),
            differences: version.differences.lines().map(str::to_owned).collect(),
            files,
            letters: Vec::new(),
            new_letter: None,
        }
    }
}

/// A file of a frozen version.
pub(super) async fn download(cx: Cx, Path((id, number, format)): Path<(Id, i64, String)>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let report = load(&mut tx, id).await?;
    let version = queries::versions(&mut tx, report.head.id)
        .await?
        .into_iter()
        .find(|version| version.number == number)
        .ok_or(Problem::NotFound)?;
    let (file, ending) = if format == "snapshot.json" {
        (version.snapshot_file, "json")
    } else {
        match FileFormat::from_extension(&format).ok_or(Problem::NotFound)? {
            FileFormat::Pdf => (version.pdf_file, "pdf"),
            FileFormat::Docx => (version.docx_file, "docx"),
            FileFormat::Odt => (version.odt_file, "odt"),
            FileFormat::Html => (version.html_file, "html"),
        }
    };
    let stored = tx.file(file).await?.ok_or(Problem::NotFound)?;
    let day = german::date(version.frozen_on.0);
    let name = format!("{}-{}-{number}-{day}.{ending}", file_stem(&version.title), cx.t("report-version-file"));
    Ok(cx.download(&name, &stored.media_type, stored.bytes))
}
