//! Everything that a report may speak of, loaded once with a constant number of statements.

use allmende_alliance::model::{Alliance, Body, Municipality, Population};
use allmende_funding::model::{CostItem, Duty, ReceivedGrant};
use allmende_meetings::model::{AgendaItem, Meeting};
use allmende_network::model::NetworkEntry;
use allmende_press::model::{Clipping, Medium};
use allmende_projects::model::{KeyFigure, Milestone, Picture, StateChange, Thread};
use allmende_store::{Day, Id, StoreError, Tx};

use crate::queries;

/// The records of an alliance, of any period.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The alliance.
    pub alliance: Option<Alliance>,
    /// Members, present and former.
    pub municipalities: Vec<Municipality>,
    /// Counts of inhabitants.
    pub populations: Vec<Population>,
    /// Bodies.
    pub bodies: Vec<Body>,
    /// Meetings.
    pub meetings: Vec<Meeting>,
    /// Topics on agendas.
    pub agenda: Vec<AgendaItem>,
    /// Threads of work.
    pub threads: Vec<Thread>,
    /// Dated changes of their state.
    pub changes: Vec<StateChange>,
    /// What happened in them.
    pub milestones: Vec<Milestone>,
    /// Numbers about them.
    pub figures: Vec<KeyFigure>,
    /// Pictures of them.
    pub pictures: Vec<Picture>,
    /// Contacts and events.
    pub entries: Vec<NetworkEntry>,
    /// Citations.
    pub clippings: Vec<Clipping>,
    /// Media.
    pub media: Vec<Medium>,
    /// Grants received.
    pub grants: Vec<ReceivedGrant>,
    /// Lines of their cost plans.
    pub costs: Vec<CostItem>,
    /// What they oblige to.
    pub duties: Vec<Duty>,
}

impl Facts {
    /// Loads everything: one statement for each kind.
    pub async fn load(tx: &mut Tx) -> Result<Self, StoreError> {
        Ok(Self {
            alliance: tx.all::<Alliance>().await?.into_iter().next(),
            municipalities: tx.all().await?,
            populations: tx.all().await?,
            bodies: tx.all().await?,
            meetings: tx.all().await?,
            agenda: tx.all().await?,
            threads: tx.all().await?,
            changes: tx.all().await?,
            milestones: tx.all().await?,
            figures: tx.all().await?,
            pictures: tx.all().await?,
            entries: tx.all().await?,
            clippings: tx.all().await?,
            media: tx.all().await?,
            grants: tx.all().await?,
            costs: tx.all().await?,
            duties: tx.all().await?,
        })
    }

    /// The thread with this id.
    pub fn thread(&self, id: Id) -> Option<&Thread> {
        self.threads.iter().find(|thread| thread.head.id == id)
    }

    /// The body with this id.
    pub fn body(&self, id: Id) -> Option<&Body> {
        self.bodies.iter().find(|body| body.head.id == id)
    }

    /// The medium with this id.
    pub fn medium(&self, id: Id) -> Option<&Medium> {
        self.media.iter().find(|medium| medium.head.id == id)
    }
}

/// A picture that a report could show. Its bytes are loaded for those that it does show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImageFile {
    /// The stored file.
    pub id: Id,
    /// `png`, `jpg`, `webp` or `svg`.
    pub format: &'static str,
}

/// The files of all pictures.
pub async fn images(tx: &mut Tx) -> Result<Vec<ImageFile>, StoreError> {
    let files = queries::picture_files(tx).await?;
    Ok(files
        .into_iter()
        .filter_map(|file| {
            let format = match file.media_type.as_str() {
                "image/png" => "png",
                "image/jpeg" => "jpg",
                "image/webp" => "webp",
                "image/svg+xml" => "svg",
                _ => return None,
            };
            Some(ImageFile { id: file.id, format })
        })
        .collect())
}

/// A period of days in Germany, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
}

impl Period {
    /// Whether a day lies in it.
    pub fn contains(&self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn both_ends_belong_to_the_period() {
        let period = Period { from: Day(date(2017, 5, 1)), to: Day(date(2017, 12, 1)) };
        let table = [
            (date(2017, 4, 30), false),
            (date(2017, 5, 1), true),
            (date(2017, 12, 1), true),
            (date(2017, 12, 2), false),
        ];
        for (day, inside) in table {
            assert_eq!(period.contains(Day(day)), inside, "{day}");
        }
    }
}
