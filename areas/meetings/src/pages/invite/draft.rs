//! The notice that waits: what the records say now, beside what was sent last.

use std::collections::BTreeMap;

use allmende_alliance::letters::document::Sender;
use allmende_alliance::letters::model::Letter;
use allmende_alliance::letters::recipients::{AddressBook, Addressee};
use allmende_alliance::model::{Alliance, Body};
use allmende_meeting_rules::{Late, NoticePlan, NoticeVerdict, QuorumVerdict, RuleSet, judge};
use allmende_store::{Day, Id, Tx, digest};
use allmende_web::{Cx, Problem};

use super::super::bodies::expected_quorum;
use super::super::notice_box::{self, period};
use crate::invitation::difference::{Difference, differences};
use crate::invitation::message::{self, Office};
use crate::invitation::papers::Papers;
use crate::invitation::snapshot::Snapshot;
use crate::model::item::ItemFile;
use crate::model::notice::{Notice, NoticeKind};
use crate::model::participant::Participant;
use crate::model::rule_set::BodyRules;
use crate::model::seat::Channel;
use crate::model::{AgendaItem, Meeting};
use crate::queries;

/// Everything a notice is made of.
pub(super) struct Draft {
    pub(super) meeting: Meeting,
    pub(super) alliance: Alliance,
    pub(super) sender: Sender,
    pub(super) book: AddressBook,
    pub(super) items: Vec<AgendaItem>,
    pub(super) files: BTreeMap<Id, Vec<ItemFile>>,
    pub(super) participants: Vec<Participant>,
    pub(super) rules: RuleSet,
    pub(super) set: Option<BodyRules>,
    pub(super) notices: Vec<Notice>,
    /// What was sent last.
    pub(super) before: Option<Snapshot>,
    /// What would be sent now.
    pub(super) now: Snapshot,
}

/// Whether somebody gets a letter.
pub(super) fn is_letter(one: &Participant) -> bool {
    one.channel == Channel::Letter
}

impl Draft {
    pub(super) async fn load(cx: &Cx, tx: &mut Tx, id: Id) -> Result<Self, Problem> {
        let meeting: Meeting = tx.get(id).await?.ok_or(Problem::NotFound)?;
        let on = cx.today();
        let body: Option<Body> = tx.get_any(meeting.body_id).await?;
        let items = queries::whole_agenda(tx, id).await?;
        let files = queries::files(tx, &items).await?;
        let participants = queries::participants(tx, id).await?;
        let (rules, set) = queries::rules_on(tx, meeting.body_id, meeting.held_on).await?;
        let notices = queries::notices(tx, id).await?;
        let before = match notices.last() {
            Some(notice) => {
                let file = tx.file(notice.snapshot_file).await?.ok_or(Problem::NotFound)?;
                Some(serde_json::from_slice(&file.bytes).map_err(|error| Problem::Internal(error.to_string()))?)
            }
            None => None,
        };
        let name = body.as_ref().map(|body| body.name.as_str()).unwrap_or_default();
        let now = Snapshot::of(&meeting, name, &items, &files, &participants);
        Ok(Self {
            alliance: tx.get(tx.alliance()).await?.ok_or(Problem::NotFound)?,
            sender: Sender::load(tx, on).await?,
            book: AddressBook::load(tx, on).await?,
            meeting,
            items,
            files,
            participants,
            rules,
            set,
            notices,
            before,
            now,
        })
    }

    /// Whether there is anything to send: an invitation that did not leave yet, or a difference to the last notice.
    pub(super) fn waits(&self) -> bool {
        let open = !self.meeting.is_closed() && self.meeting.opened_at.is_none();
        let cancelled_unsent = self.before.is_none() && !self.now.takes_place;
        open && !cancelled_unsent && (self.before.is_none() || !self.differences().is_empty() || self.has_newcomers())
    }

    /// Whether somebody is invited who got no notice yet.
    fn has_newcomers(&self) -> bool {
        !self.newcomers().is_empty()
    }

    fn newcomers(&self) -> Vec<&Participant> {
        let Some(before) = &self.before else { return Vec::new() };
        let known = |one: &Participant| before.recipients.iter().any(|old| old.participant == one.head.id);
        self.participants.iter().filter(|one| !known(one)).collect()
    }

    pub(super) fn differences(&self) -> Vec<Difference> {
        self.before.as_ref().map(|before| differences(before, &self.now)).unwrap_or_default()
    }

    /// What is different as lines; for those without the private part only what is open.
    pub(super) fn difference_lines(&self, private: bool) -> Vec<String> {
        message::difference_lines(&self.differences(), private)
    }

    /// Who gets it: everybody, or only those who come new if nothing else changed. Whoever gets the public part alone is
    /// not told of changes in the private one.
    pub(super) fn recipients(&self) -> Vec<&Participant> {
        if self.before.is_none() {
            return self.participants.iter().collect();
        }
        let differences = self.differences();
        if differences.is_empty() {
            return self.newcomers();
        }
        let open = differences.iter().any(|one| !one.private);
        self.participants
            .iter()
            .filter(|one| open || one.role.sees_private() || self.newcomers().contains(one))
            .collect()
    }

    pub(super) fn kind(&self) -> NoticeKind {
        // Nothing but new guests: they get the invitation.
        if self.before.is_some() && self.differences().is_empty() {
            return NoticeKind::Invitation;
        }
        self.now.kind_after(self.before.as_ref())
    }

    pub(super) fn number(&self) -> i64 {
        self.notices.last().map_or(0, |notice| notice.number + 1)
    }

    pub(super) fn subject(&self) -> String {
        message::subject(&self.now, self.kind(), self.number())
    }

    pub(super) fn opening(&self) -> String {
        message::opening(&self.now, self.kind())
    }

    pub(super) fn by_letter(&self) -> bool {
        self.participants.iter().any(is_letter)
    }

    pub(super) fn period(&self) -> Option<NoticePlan> {
        period(&self.rules, &self.meeting, self.by_letter())
    }

    /// Whether a notice that leaves on a day is in time. Guests who come later and cancellations need no period.
    pub(super) fn verdict(&self, on: Day) -> Option<NoticeVerdict> {
        let bound = match self.kind() {
            NoticeKind::Invitation => self.before.is_none(),
            NoticeKind::Moved => true,
            // What is added late cannot be decided on; what is taken away needs no time.
            NoticeKind::Supplement => self.rules.agenda_binding.binding,
            NoticeKind::Cancelled => false,
        };
        bound.then(|| self.period().map(|plan| judge(&plan, on.0))).flatten()
    }

    /// Why it cannot be sent at all.
    pub(super) fn blocked(&self, cx: &Cx) -> Option<String> {
        if self.recipients().is_empty() {
            return Some(cx.t("notice-nobody"));
        }
        if self.now.items.is_empty() && self.now.takes_place {
            return Some(cx.t("notice-no-items"));
        }
        let late = matches!(self.verdict(cx.today()), Some(NoticeVerdict::Late { .. }));
        let strict = self.rules.late == Late::Block && !self.rules.urgent.allowed;
        (late && strict).then(|| self.lateness(cx))
    }

    /// The sentence that says what is late and what the way out is; empty if nothing is.
    pub(super) fn lateness(&self, cx: &Cx) -> String {
        let Some(NoticeVerdict::Late { days }) = self.verdict(cx.today()) else { return String::new() };
        let earliest = notice_box::earliest_day(&self.rules, cx.today(), self.by_letter());
        let values = [
            ("days", i64::from(days).into()),
            ("earliest", earliest.map(|day| cx.day(day)).unwrap_or_default().into()),
            ("paragraph", self.rules.notice.paragraph.as_str().into()),
        ];
        let key = match self.kind() {
            NoticeKind::Supplement => "notice-late-supplement",
            _ => "notice-late-meeting",
        };
        cx.tv(key, values)
    }

    /// Names what the page showed, so that nothing else is sent.
    pub(super) fn digest(&self) -> String {
        let snapshot = serde_json::to_vec(&self.now).unwrap_or_default();
        digest(&[snapshot, self.number().to_string().into_bytes()].concat())
    }

    /// Where somebody is reached: mail address or postal address; or what is missing and where it is mended.
    pub(super) fn reach(&self, one: &Participant) -> Result<String, (&'static str, String)> {
        let list = format!("{}/{}/teilnehmende", super::MEETINGS, self.meeting.head.id);
        if !is_letter(one) {
            return if one.email.is_empty() { Err(("notice-lack-mail", list)) } else { Ok(one.email.clone()) };
        }
        let addressee = addressee(one).ok_or(("notice-lack-address", list))?;
        let found = self.book.find(addressee).map_err(|(lack, href)| (lack.text(), href))?;
        Ok(found.address.join(", "))
    }

    pub(super) fn papers<'a>(&'a self, period: Option<&'a NoticePlan>, on: Day) -> Papers<'a> {
        let foot = match self.number() {
            0 => "Fassung der Einladung".to_owned(),
            number => format!("Fassung des {number}. Nachtrags"),
        };
        Papers {
            sender: &self.sender,
            alliance: &self.alliance,
            on,
            rules: &self.rules,
            set: self.set.as_ref(),
            period,
            foot,
        }
    }

    pub(super) fn office(&self) -> Office {
        Office { name: self.alliance.name.clone(), email: self.alliance.email.clone() }
    }

    /// The frame of the letters: subject, text, who signs.
    pub(super) fn letter(&self, on: Day, subject: &str, text: &str) -> Letter {
        let annexes = self.now.items.iter().flat_map(|item| item.open_annexes.iter().chain(&item.annexes));
        Letter {
            subject: subject.to_owned(),
            text: text.to_owned(),
            signer: self.meeting.chair.clone(),
            signer_office: if self.meeting.chair.is_empty() { String::new() } else { "Vorsitz".to_owned() },
            annexes: annexes.cloned().collect::<Vec<_>>().join("\n"),
            ..Letter::draft(on)
        }
    }

    /// Whether the body would be able to decide if everybody does what was answered.
    pub(super) fn expected_quorum(&self) -> Option<QuorumVerdict> {
        expected_quorum(&self.rules, &self.participants, self.meeting.second_call)
    }
}

/// Whom a letter to somebody is addressed to.
pub(super) fn addressee(one: &Participant) -> Option<Addressee> {
    one.person_id.map(Addressee::Person).or(one.municipality_id.map(Addressee::Member))
}
