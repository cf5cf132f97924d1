//! Members from a file: known by their municipality key.

use std::collections::BTreeMap;

use allmende_store::{Day, Head, Id};

use super::column::Columns;
use super::spelling::{day, plain, whole_number};
use super::{Difference, Fate, Line, Plan, PlanRow, Sentence, Table, Twin};
use crate::model::ags::{AgsFault, read_ags_of_spreadsheet};
use crate::model::{Municipality, MunicipalityKind, Population};

/// What is stored of one row.
#[derive(Clone, Debug, PartialEq)]
pub struct MemberPlan {
    /// The municipality; without an id if it is new.
    pub municipality: Municipality,
    /// Whether its own fields change.
    pub changed: bool,
    /// Its counts that are new (without an id) or change.
    pub counts: Vec<Population>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Ags,
    Name,
    Kind,
    Community,
    Joined,
    Left,
    Website,
    Source,
    CountDay,
    /// A count, with the day that its head names.
    Count(Option<Day>),
}

fn column(head: &str) -> Option<Column> {
    let word = plain(head);
    Some(match word.as_str() {
        "ags"
        | "gemeindeschluessel"
        | "amtlichergemeindeschluessel"
        | "gemeindeschluesselags"
        | "agsgemeindeschluessel"
        | "key" => Column::Ags,
        "name" | "gemeinde" | "gemeindename" | "mitglied" | "kommune" | "municipality" | "member" => Column::Name,
        "kind" | "art" | "gemeindeart" | "typ" | "type" => Column::Kind,
        "vg" | "verwaltungsgemeinschaft" | "administrativecommunity" => Column::Community,
        "mitgliedseit" | "beitritt" | "beigetreten" | "seit" | "joined" | "joinedon" | "membersince" => Column::Joined,
        "mitgliedbis" | "austritt" | "ausgetreten" | "bis" | "left" | "lefton" | "memberuntil" => Column::Left,
        "homepage" | "website" | "webseite" | "internet" | "url" => Column::Website,
        "quelle" | "source" => Column::Source,
        "stand" | "stichtag" | "countedon" | "einwohnerstand" => Column::CountDay,
        _ => return count_column(&word),
    })
}

/// "population2018", "einwohner31122018", "einwohnerzahlam31122018", "einwohner".
fn count_column(word: &str) -> Option<Column> {
    const STEMS: [&str; 6] = ["einwohnerzahl", "einwohner", "population", "inhabitants", "bevoelkerung", "ew"];
    let mut rest = STEMS.iter().find_map(|stem| word.strip_prefix(stem))?;
    for filler in ["stand", "am", "zum", "vom", "on"] {
        rest = rest.strip_prefix(filler).unwrap_or(rest);
    }
    let number = |from: usize, to: usize| rest.get(from..to).and_then(|part| part.parse::<i16>().ok());
    let date = |year: Option<i16>, month: Option<i16>, day: Option<i16>| {
        let (month, day) = (i8::try_from(month?).ok()?, i8::try_from(day?).ok()?);
        let year = year.filter(|year| (1800..=2200).contains(year))?;
        jiff::civil::Date::new(year, month, day).ok().map(Day)
    };
    match rest.len() {
        0 => Some(Column::Count(None)),
        // A year alone: German counts of inhabitants are those of its last day.
        4 => date(number(0, 4), Some(12), Some(31)).map(|day| Column::Count(Some(day))),
        8 => date(number(4, 8), number(2, 4), number(0, 2))
            .or_else(|| date(number(0, 4), number(4, 6), number(6, 8)))
            .map(|day| Column::Count(Some(day))),
        _ => None,
    }
}

fn kind(text: &str) -> Option<MunicipalityKind> {
    let word = plain(text);
    if word.ends_with("stadt") || word == "town" || word == "city" {
        Some(MunicipalityKind::Town)
    } else if word.starts_with("markt") || word == "market" {
        Some(MunicipalityKind::Market)
    } else if word == "gemeinde" || word == "municipality" {
        Some(MunicipalityKind::Municipality)
    } else {
        None
    }
}

fn ags_fault(text: &str, fault: &AgsFault) -> Sentence {
    match fault {
        AgsFault::Missing => Sentence::new("municipality-ags-missing"),
        AgsFault::NotDigits => Sentence::new("municipality-ags-digits").with("text", text),
        AgsFault::ZeroLost(key) => Sentence::new("municipality-ags-zero").with("key", key),
        AgsFault::Regional(key) => Sentence::new("municipality-ags-regional").with("key", key),
        AgsFault::Length(count) => Sentence::new("municipality-ags-length").with("count", count.to_string()),
        AgsFault::State(state) => Sentence::new("municipality-ags-state").with("state", state),
    }
}

/// Decides the fate of every row. `known` and `counts` are what is stored; nothing is changed.
pub fn plan_members(
    table: &Table,
    known: &[Municipality],
    counts: &[Population],
    today: Day,
) -> Result<Plan<MemberPlan>, Sentence> {
    let columns = Columns::find(table, column)?;
    if !columns.has(Column::Ags) {
        return Err(Sentence::new("import-file-no-ags"));
    }
    if columns.has(Column::Count(None)) && !columns.has(Column::CountDay) {
        let head = columns.head(Column::Count(None));
        return Err(Sentence::new("import-file-no-count-day").with("column", head));
    }
    let reader = Reader {
        columns: &columns,
        known: known.iter().map(|one| (one.ags.as_str(), one)).collect(),
        counts: counts.iter().map(|count| ((count.municipality_id, count.counted_on), count)).collect(),
        file: &table.name,
        today,
    };
    let (mut rows, lines) = columns.rows(table);
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for line in lines {
        rows.push(reader.row(line, &mut seen));
    }
    Ok(Plan { rows, ignored: columns.ignored })
}

struct Reader<'a> {
    columns: &'a Columns<Column>,
    known: BTreeMap<&'a str, &'a Municipality>,
    counts: BTreeMap<(Id, Day), &'a Population>,
    file: &'a str,
    today: Day,
}

impl Reader<'_> {
    fn row(&self, line: &Line, seen: &mut BTreeMap<String, usize>) -> PlanRow<MemberPlan> {
        let name = self.columns.text(line, Column::Name);
        let key = self.columns.text(line, Column::Ags);
        let title = if name.is_empty() { key.clone() } else { name };
        if let Some(fate) = self.columns.plain_fate(line, None) {
            return PlanRow::idle(line.number, title, fate);
        }
        let ags = match read_ags_of_spreadsheet(&key) {
            Ok(ags) => ags,
            Err(fault) => return PlanRow::idle(line.number, title, Fate::Faulty(ags_fault(&key, &fault))),
        };
        if let Some(first) = seen.get(&ags) {
            return PlanRow::idle(line.number, title, Fate::Duplicate(Twin::Line(*first)));
        }
        seen.insert(ags.clone(), line.number);
        match self.plan(line, ags) {
            Err(sentence) => PlanRow::idle(line.number, title, Fate::Faulty(sentence)),
            Ok((plan, differences)) => {
                let name = plan.municipality.name.clone();
                let fate = if plan.municipality.head.id.is_nil() {
                    Fate::New
                } else if differences.is_empty() {
                    return PlanRow::idle(line.number, name.clone(), Fate::Duplicate(Twin::Record(name)));
                } else {
                    Fate::Changed(differences)
                };
                PlanRow { number: line.number, title: name, fate, notes: Vec::new(), plan: Some(plan) }
            }
        }
    }

    fn plan(&self, line: &Line, ags: String) -> Result<(MemberPlan, Vec<Difference>), Sentence> {
        let before = self.known.get(ags.as_str()).copied();
        let mut one = before.cloned().unwrap_or_else(|| Municipality {
            head: Head::default(),
            name: String::new(),
            ags,
            kind: MunicipalityKind::Municipality,
            administrative_community: String::new(),
            joined_on: None,
            left_on: None,
            website: String::new(),
            outline: String::new(),
        });
        let mut differences = Vec::new();
        take("municipality-name", self.columns.text(line, Column::Name), &mut one.name, &mut differences);
        if one.name.is_empty() {
            return Err(Sentence::new("municipality-name-missing"));
        }
        let word = self.columns.text(line, Column::Kind);
        match kind(&word) {
            Some(kind) if before.is_none() || kind != one.kind => {
                differences.push(Difference {
                    label: "municipality-kind",
                    old: before.map_or("", |one| one.kind.word()).to_owned(),
                    new: word,
                });
                one.kind = kind;
            }
            Some(_) => {}
            None if word.is_empty() && before.is_some() => {}
            None => return Err(Sentence::new("import-fault-kind").with("text", word)),
        }
        let community = self.columns.text(line, Column::Community);
        take("municipality-administrative-community", community, &mut one.administrative_community, &mut differences);
        self.take_day(line, Column::Joined, "municipality-joined-on", &mut one.joined_on, &mut differences)?;
        self.take_day(line, Column::Left, "municipality-left-on", &mut one.left_on, &mut differences)?;
        if let (Some(joined), Some(left)) = (one.joined_on, one.left_on)
            && left < joined
        {
            return Err(
                Sentence::new("municipality-left-early").with("joined", allmende_documents::format::date(joined.0))
            );
        }
        let website = self.columns.text(line, Column::Website);
        let website =
            if website.is_empty() || website.contains("://") { website } else { format!("https://{website}") };
        take("municipality-website", website, &mut one.website, &mut differences);
        if !one.website.is_empty() && !one.website.starts_with("https://") && !one.website.starts_with("http://") {
            return Err(Sentence::new("form-link"));
        }
        let changed = !differences.is_empty();
        let counts = self.counts(line, one.head.id, &mut differences)?;
        Ok((MemberPlan { municipality: one, changed, counts }, differences))
    }

    fn counts(
        &self,
        line: &Line,
        municipality: Id,
        differences: &mut Vec<Difference>,
    ) -> Result<Vec<Population>, Sentence> {
        let mut counts: Vec<Population> = Vec::new();
        for (column, place) in self.columns.all() {
            let Column::Count(on) = column else { continue };
            let text = line.cells.get(place).map_or("", |cell| cell.trim());
            if text.is_empty() {
                continue;
            }
            let head = self.columns.head(column);
            let number = whole_number(text)
                .ok_or_else(|| Sentence::new("import-fault-number").with("column", head.clone()).with("text", text))?;
            let counted_on = match on {
                Some(day) => day,
                None => self
                    .day(line, Column::CountDay)?
                    .ok_or_else(|| Sentence::new("import-fault-count-day").with("column", head))?,
            };
            if counted_on > self.today {
                let date = allmende_documents::format::date(counted_on.0);
                return Err(Sentence::new("import-fault-count-future").with("day", date));
            }
            if counts.iter().any(|count| count.counted_on == counted_on) {
                continue;
            }
            let stored = self.counts.get(&(municipality, counted_on)).copied();
            if stored.is_some_and(|stored| stored.inhabitants == number) {
                continue;
            }
            let source = self.columns.text(line, Column::Source);
            differences.push(Difference {
                label: "municipality-inhabitants",
                old: stored.map(|stored| allmende_documents::format::grouped(stored.inhabitants)).unwrap_or_default(),
                new: format!(
                    "{} ({})",
                    allmende_documents::format::grouped(number),
                    allmende_documents::format::date(counted_on.0)
                ),
            });
            counts.push(Population {
                head: stored.map(|stored| stored.head.clone()).unwrap_or_default(),
                municipality_id: municipality,
                counted_on,
                inhabitants: number,
                source: if source.is_empty() { self.file.to_owned() } else { source },
            });
        }
        Ok(counts)
    }

    fn take_day(
        &self,
        line: &Line,
        column: Column,
        label: &'static str,
        field: &mut Option<Day>,
        differences: &mut Vec<Difference>,
    ) -> Result<(), Sentence> {
        let Some(new) = self.day(line, column)? else { return Ok(()) };
        if *field != Some(new) {
            let words = |day: Day| allmende_documents::format::date(day.0);
            differences.push(Difference { label, old: field.map(words).unwrap_or_default(), new: words(new) });
            *field = Some(new);
        }
        Ok(())
    }

    fn day(&self, line: &Line, column: Column) -> Result<Option<Day>, Sentence> {
        let text = self.columns.text(line, column);
        if text.is_empty() {
            return Ok(None);
        }
        let fault =
            || Sentence::new("import-fault-day").with("column", self.columns.head(column)).with("text", text.clone());
        day(&text).map(Some).ok_or_else(fault)
    }
}

/// Takes a text over what is stored. An empty cell changes nothing.
pub(super) fn take(label: &'static str, new: String, field: &mut String, differences: &mut Vec<Difference>) {
    if !new.is_empty() && new != *field {
        differences.push(Difference { label, old: std::mem::replace(field, new.clone()), new });
    }
}

#[cfg(test)]
#[path = "members_tests.rs"]
mod tests;
