//! Four eyes: what one person proposes and a second must confirm (ASVS 2.3.5).
//!
//! Giving somebody the role of manager or technical administrator, changing one's own role, and resetting somebody's
//! second factor. The second person is entitled, signed in with another account, and not the one it is about. Where
//! there is no second person the screen names the command line: whoever can use it has the whole database anyway.

use axum::extract::Path;
use axum::response::Response;
use jiff::SignedDuration;

use allmende_jobs::{Mail, queue};
use allmende_store::{Action as Did, Change, Id, Moment, StoreError, Tx};
use allmende_web::access::{Flash, Role};
use allmende_web::screen::moment_words;
use allmende_web::texts::Language;
use allmende_web::view::{Action, Line, Part, Tone, View};
use allmende_web::{Cx, Problem, page, session};

use super::account::Account;
use super::{ACCOUNTS_WRITE, administration, queries, recovery};

/// Where the page stands.
pub(super) const PATH: &str = "/bestaetigungen";
/// How long a proposal waits.
const WAITS_DAYS: i64 = 7;

allmende_store::word_enum! {
    /// What is proposed.
    pub enum Kind {
        /// Another role.
        Role = "role",
        /// The second factor is taken away.
        SecondFactor = "second_factor",
    }
}

/// A proposal that waits for a second person.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Confirmation {
    pub(super) id: Id,
    pub(super) kind: Kind,
    /// Whom it is about.
    pub(super) account_id: Id,
    /// The role to be given; the present one if none is.
    pub(super) role: Role,
    pub(super) municipality_id: Option<Id>,
    /// The role the account had when it was proposed.
    pub(super) seen_role: Role,
    pub(super) proposed_by: Id,
    pub(super) proposed_at: Moment,
    pub(super) ends_at: Moment,
}

/// Why somebody may not confirm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Refusal {
    /// The person proposed it.
    Own,
    /// The person is the one it is about.
    Subject,
    /// The account has another role by now, or is blocked or gone.
    Changed,
    /// Whoever proposed it may not do so any more.
    Proposer,
}

impl Refusal {
    fn key(self) -> &'static str {
        match self {
            Self::Own => "confirm-own",
            Self::Subject => "confirm-subject",
            Self::Changed => "confirm-changed",
            Self::Proposer => "confirm-proposer",
        }
    }
}

/// Whether a role reaches the accounts of others.
fn is_powerful(role: Role) -> bool {
    ACCOUNTS_WRITE.has(role)
}

/// Whether a change of role needs a second person.
pub(super) fn needs_second(actor: Id, subject: Id, from: Role, to: Role) -> bool {
    from != to && (actor == subject || is_powerful(to))
}

fn is_entitled(account: &Account) -> bool {
    account.disabled_at.is_none() && is_powerful(account.role)
}

fn refusal(
    one: &Confirmation,
    confirmer: Id,
    subject: Option<&Account>,
    proposer: Option<&Account>,
) -> Option<Refusal> {
    if one.proposed_by == confirmer {
        return Some(Refusal::Own);
    }
    if one.account_id == confirmer {
        return Some(Refusal::Subject);
    }
    let unchanged = subject.is_some_and(|account| account.role == one.seen_role && account.disabled_at.is_none());
    if !unchanged {
        return Some(Refusal::Changed);
    }
    (!proposer.is_some_and(is_entitled)).then_some(Refusal::Proposer)
}

/// Who else could confirm: entitled, able to sign in, neither of the two.
pub(super) async fn others(tx: &mut Tx, actor: Id, subject: Id) -> Result<Vec<Account>, StoreError> {
    let signed_in = queries::signed_in(tx).await?;
    let mut accounts = queries::all(tx).await?;
    accounts.retain(|account| {
        is_entitled(account)
            && account.id != actor
            && account.id != subject
            && (account.has_password || signed_in.contains(&account.id))
    });
    Ok(accounts)
}

/// The command that does it without a second person.
fn command(kind: Kind, email: &str, role: Role) -> String {
    match kind {
        Kind::Role => format!("allmende user role {email} {}", role.word()),
        Kind::SecondFactor => format!("allmende user reset-second-factor {email}"),
    }
}

/// Notes a proposal and tells those who can confirm it. Refused with the way out if there is nobody.
pub(super) async fn propose(
    cx: &Cx,
    tx: &mut Tx,
    kind: Kind,
    subject: &Account,
    role: Role,
    municipality: Option<Id>,
) -> Result<(), Problem> {
    let actor = cx.person()?.account;
    let others = others(tx, actor, subject.id).await?;
    if others.is_empty() {
        let words = cx.tv("confirm-nobody", [("command", command(kind, &subject.email, role).into())]);
        return Err(Problem::Refused(words));
    }
    let now = tx.now();
    let ends = now.0.saturating_add(SignedDuration::from_hours(24 * WAITS_DAYS)).unwrap_or(now.0);
    let one = Confirmation {
        id: Id::new(now),
        kind,
        account_id: subject.id,
        role,
        municipality_id: municipality,
        seen_role: subject.role,
        proposed_by: actor,
        proposed_at: now,
        ends_at: Moment::new(ends),
    };
    queries::put_confirmation(tx, &one).await?;
    note(tx, "proposed", &one, subject).await?;
    let texts = &cx.app().texts;
    let link = format!("{}{PATH}", cx.app().settings.public_url);
    for other in others {
        let language = Language::from_tag(&other.language).unwrap_or_default();
        let who = cx.person()?.name.clone();
        let what = words_in(cx, language, &one, &subject.name);
        let values =
            [("name", other.name.into()), ("who", who.into()), ("what", what.into()), ("link", link.as_str().into())];
        let body = texts.with(language, "confirm-mail", &values);
        let subject = texts.get(language, "confirm-mail-subject");
        queue(tx, &Mail::new(other.email, subject, body)).await?;
    }
    Ok(())
}

/// One line of the history, about the account.
async fn note(tx: &mut Tx, verb: &str, one: &Confirmation, subject: &Account) -> Result<(), StoreError> {
    let title = match one.kind {
        Kind::Role => format!("{} ({})", subject.name, one.role.word()),
        Kind::SecondFactor => subject.name.clone(),
    };
    let kind = format!("{}_{verb}", one.kind.word());
    tx.audit(Did::Event, &kind, Some(subject.id), &title, &Change::default()).await
}

fn words_in(cx: &Cx, language: Language, one: &Confirmation, name: &str) -> String {
    let texts = &cx.app().texts;
    match one.kind {
        Kind::Role => {
            let role = texts.get(language, &format!("role-{}", one.role.word()));
            let before = texts.get(language, &format!("role-{}", one.seen_role.word()));
            let values = [("name", name.into()), ("role", role.into()), ("before", before.into())];
            texts.with(language, "confirm-role", &values)
        }
        Kind::SecondFactor => texts.with(language, "confirm-factor", &[("name", name.into())]),
    }
}

/// What waits about one account, as a sentence; none if nothing does.
pub(super) async fn waiting(cx: &Cx, tx: &mut Tx, subject: &Account) -> Result<Option<String>, Problem> {
    let all = queries::confirmations(tx).await?;
    let about = all.iter().find(|one| one.account_id == subject.id);
    Ok(about.map(|one| words_in(cx, cx.language(), one, &subject.name)))
}

pub(super) async fn page(cx: Cx) -> Result<Response, Problem> {
    let me = cx.person()?.account;
    let mut tx = cx.read().await?;
    let accounts = queries::all(&mut tx).await?;
    let find = |id: Id| accounts.iter().find(|account| account.id == id);
    let mut lines = Vec::new();
    for one in queries::confirmations(&mut tx).await? {
        let Some(subject) = find(one.account_id) else { continue };
        let proposer = find(one.proposed_by);
        let mut meta = cx.tv(
            "confirm-meta",
            [
                ("who", proposer.map(|account| account.name.clone()).unwrap_or_default().into()),
                ("at", moment_words(&cx, one.proposed_at).into()),
                ("until", moment_words(&cx, one.ends_at).into()),
            ],
        );
        let mut line = Line::text(words_in(&cx, cx.language(), &one, &subject.name));
        if cx.may(ACCOUNTS_WRITE) {
            let reason = refusal(&one, me, Some(subject), proposer);
            let drop = if reason == Some(Refusal::Own) { "confirm-withdraw" } else { "confirm-reject" };
            line.actions.push(Action::post(cx.t(drop), format!("{PATH}/{}/verwerfen", one.id), "close"));
            match reason {
                Some(reason) => meta = format!("{meta} {}", cx.t(reason.key())),
                None => line.actions.push(Action::post(cx.t("confirm-do"), format!("{PATH}/{}", one.id), "check")),
            }
        }
        lines.push(line.meta(meta));
    }
    let mut main = Vec::new();
    if cx.may(ACCOUNTS_WRITE) && others(&mut tx, me, me).await?.is_empty() {
        let text = cx.t("confirm-alone");
        main.push(Part::Note { tone: Tone::Info, text, action: None });
    }
    let title = cx.t("confirmations");
    main.push(Part::Lines { title: title.clone(), action: None, lines, empty: cx.t("confirm-empty") });
    page::parts(&cx, &View { title, lead: cx.t("confirm-lead"), main, ..View::default() })
}

pub(super) async fn confirm(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let me = cx.person()?.account;
    let mut tx = cx.write().await?;
    let gone = || Problem::Refused(cx.t("confirm-gone"));
    let one = queries::confirmation(&mut tx, id).await?.ok_or_else(gone)?;
    let subject = queries::get(&mut tx, one.account_id).await?;
    let proposer = queries::get(&mut tx, one.proposed_by).await?;
    if let Some(reason) = refusal(&one, me, subject.as_ref(), proposer.as_ref()) {
        return Err(Problem::Refused(cx.t(reason.key())));
    }
    let subject = subject.ok_or_else(gone)?;
    if !queries::drop_confirmation(&mut tx, id).await? {
        return Err(gone());
    }
    match one.kind {
        Kind::Role => {
            if one.role != Role::Manager && administration::is_last_manager(&mut tx, subject.id).await? {
                return Err(Problem::Refused(cx.t("accounts-last-manager")));
            }
            if !queries::set_role(&mut tx, subject.id, one.seen_role, one.role, one.municipality_id).await? {
                return Err(Problem::Refused(cx.t("confirm-changed")));
            }
            session::end_others(&mut tx, subject.id, "").await?;
        }
        Kind::SecondFactor => {
            recovery::reset_second_factor(&mut tx, &cx.app().texts, subject.id).await?;
        }
    }
    note(&mut tx, "confirmed", &one, &subject).await?;
    let text = cx.tv("confirm-done", [("what", words_in(&cx, cx.language(), &one, &subject.name).into())]);
    cx.done(tx, PATH, Some(Flash { text, undo: None })).await
}

pub(super) async fn discard(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let gone = || Problem::Refused(cx.t("confirm-gone"));
    let one = queries::confirmation(&mut tx, id).await?.ok_or_else(gone)?;
    let subject = queries::get(&mut tx, one.account_id).await?.ok_or_else(gone)?;
    if !queries::drop_confirmation(&mut tx, id).await? {
        return Err(gone());
    }
    note(&mut tx, "rejected", &one, &subject).await?;
    cx.done(tx, PATH, Some(Flash { text: cx.t("confirm-discarded"), undo: None })).await
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn id(number: u128) -> Id {
        Id(uuid::Uuid::from_u128(number))
    }

    fn at(second: i64) -> Moment {
        Moment::new(jiff::Timestamp::from_second(second).unwrap())
    }

    fn account(number: u128, role: Role, blocked: bool) -> Account {
        Account {
            alliance_id: id(0),
            id: id(number),
            email: String::new(),
            name: String::new(),
            role,
            municipality_id: None,
            language: "de".to_owned(),
            theme: "auto".to_owned(),
            has_password: true,
            has_second_factor: true,
            invited_at: at(0),
            disabled_at: blocked.then(|| at(1)),
        }
    }

    #[test]
    fn power_and_ones_own_role_need_a_second_person() {
        use Role::{Admin, Chair, Manager, Reader};
        for (actor, subject, from, to, needs) in [
            (1, 2, Reader, Manager, true),
            (1, 2, Reader, Admin, true),
            (1, 2, Admin, Manager, true),
            (1, 2, Reader, Chair, false),
            (1, 2, Manager, Reader, false),
            (1, 2, Manager, Manager, false),
            (1, 1, Manager, Reader, true),
            (1, 1, Admin, Manager, true),
            (1, 1, Manager, Manager, false),
        ] {
            assert_eq!(needs_second(id(actor), id(subject), from, to), needs, "{actor} {subject} {from:?} {to:?}");
        }
    }

    #[test]
    fn only_an_entitled_third_person_confirms_what_is_still_so() {
        let one = Confirmation {
            id: id(9),
            kind: Kind::Role,
            account_id: id(2),
            role: Role::Manager,
            municipality_id: None,
            seen_role: Role::Reader,
            proposed_by: id(1),
            proposed_at: at(0),
            ends_at: at(2),
        };
        let subject = |role, blocked| account(2, role, blocked);
        let proposer = |role, blocked| account(1, role, blocked);
        for (confirmer, subject, proposer, expected) in [
            (3, subject(Role::Reader, false), proposer(Role::Manager, false), None),
            (1, subject(Role::Reader, false), proposer(Role::Manager, false), Some(Refusal::Own)),
            (2, subject(Role::Reader, false), proposer(Role::Manager, false), Some(Refusal::Subject)),
            (3, subject(Role::Clerk, false), proposer(Role::Manager, false), Some(Refusal::Changed)),
            (3, subject(Role::Reader, true), proposer(Role::Manager, false), Some(Refusal::Changed)),
            (3, subject(Role::Reader, false), proposer(Role::Manager, true), Some(Refusal::Proposer)),
            (3, subject(Role::Reader, false), proposer(Role::Chair, false), Some(Refusal::Proposer)),
        ] {
            assert_eq!(refusal(&one, id(confirmer), Some(&subject), Some(&proposer)), expected);
        }
        assert_eq!(refusal(&one, id(3), None, None), Some(Refusal::Changed));
    }
}
