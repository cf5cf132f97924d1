//! `report`: a report as a file, without the browser.

use std::path::{Path, PathBuf};

use allmende_documents::{FileFormat, Typesetter};
use allmende_report::compose::Spec;
use allmende_report::facts::Period;
use allmende_report::model::Template;
use allmende_store::{Day, Id, Moment};
use allmende_web::app::area_texts;
use allmende_web::form::parse_day;
use allmende_web::texts::{Language, Texts};

use super::{now, open_known, which_alliance};
use crate::config::Config;
use crate::{Failure, house};

/// Which report and where to.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The file to write; its ending (pdf, docx, odt, html) says the format.
    file: PathBuf,
    /// First day, for example 01.05.2017.
    #[arg(long)]
    from: String,
    /// Last day, included.
    #[arg(long)]
    to: String,
    /// `activity`, `assembly` or `overview`.
    #[arg(long, default_value = "activity")]
    template: String,
    /// Its title; the usual one for the template if not given.
    #[arg(long)]
    title: Option<String>,
    /// `de` or `en`.
    #[arg(long, default_value = "de")]
    language: String,
    /// The alliance, by id or short name; needed only if there are several.
    #[arg(long)]
    alliance: Option<String>,
}

fn day(text: &str) -> Result<Day, Failure> {
    parse_day(text).map_err(|_| Failure::usage(format!("{text:?} is no day; write for example 01.05.2017")))
}

fn usual_title(template: Template, language: Language) -> &'static str {
    match (template, language) {
        (Template::Activity, Language::German) => "Tätigkeitsbericht",
        (Template::Activity, Language::English) => "Activity report",
        (Template::Assembly, Language::German) => "Bericht an die Mitgliederversammlung",
        (Template::Assembly, Language::English) => "Report to the members' assembly",
        (Template::Overview, Language::German) => "Auf einen Blick",
        (Template::Overview, Language::English) => "At a glance",
    }
}

/// Writes the report.
pub async fn run(config: &Config, options: Options) -> Result<(), Failure> {
    let format = options
        .file
        .extension()
        .and_then(|extension| FileFormat::from_extension(&extension.to_string_lossy()))
        .ok_or_else(|| Failure::usage(format!("{} must end in .pdf, .docx, .odt or .html", options.file.display())))?;
    let template = Template::from_word(&options.template)
        .ok_or_else(|| Failure::usage("--template must be activity, assembly or overview"))?;
    let (from, to) = (day(&options.from)?, day(&options.to)?);
    if from > to {
        return Err(Failure::usage("--from lies after --to"));
    }
    let database = open_known(config).await?;
    let alliance = which_alliance(&database, options.alliance.as_deref()).await?;
    let language =
        Language::from_tag(&options.language).ok_or_else(|| Failure::usage("--language must be de or en"))?;
    let title = options.title.unwrap_or_else(|| usual_title(template, language).to_owned());
    let spec = Spec { title, template, period: Period { from, to }, language, chapters: Vec::new(), texts: Vec::new() };
    write(&database, alliance, &spec, now(), format, &options.file).await?;
    println!("{}", options.file.display());
    database.close().await;
    Ok(())
}

/// Builds a report and writes it.
pub async fn write(
    database: &allmende_store::Database,
    alliance: Id,
    spec: &Spec,
    now: Moment,
    format: FileFormat,
    file: &Path,
) -> Result<(), Failure> {
    let texts = Texts::new(&area_texts(&house::areas())).map_err(|faults| Failure::internal(&faults.join("; ")))?;
    let mut tx = database.read(alliance, now).await?;
    let document = allmende_report::build_document(&mut tx, &texts, spec, now, false).await?;
    let bytes = allmende_typesetting::Engine::new()
        .file(&document, format)
        .map_err(|fault| Failure::data(fault.to_string()))?;
    std::fs::write(file, bytes).map_err(|error| Failure::machine(format!("{}: {error}", file.display())))
}
