//! The accounts of an alliance: invite, give a role, block.

use axum::extract::Path;
use axum::response::Response;

use allmende_documents::collation;
use allmende_jobs::{Mail, queue};
use allmende_store::{Id, StoreError, Tx};
use allmende_web::access::{Flash, Role};
use allmende_web::derived_list::DerivedRow;
use allmende_web::form::{Choice, Control, Field, Form, Input};
use allmende_web::list::{Cell, List};
use allmende_web::screen::{list_answer, moment_words};
use allmende_web::view::{Action, Badge, FactLine, Line, Part, Tone, View};
use allmende_web::{Cx, Problem, page, session};

use super::account::{Account, NewAccount, create_account, one_time_link, sign_in_url};
use super::confirmations::{self, Kind};
use super::links::Purpose;
use super::{ACCOUNTS_WRITE, queries};

fn state(cx: &Cx, account: &Account) -> Badge {
    if account.disabled_at.is_some() {
        Badge::new(Tone::Bad, "minus-ring", cx.t("accounts-blocked"))
    } else if account.has_password {
        Badge::new(Tone::Ok, "check", cx.t("accounts-active"))
    } else {
        Badge::new(Tone::Info, "clock", cx.t("accounts-invited"))
    }
}

pub(super) async fn list(cx: Cx) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let accounts = queries::all(&mut tx).await?;
    let rows = accounts
        .iter()
        .map(|account| {
            DerivedRow::new(
                format!("/konten/{}", account.id),
                vec![
                    Cell::Text(account.name.clone()),
                    Cell::Text(account.email.clone()),
                    Cell::Text(cx.t(&format!("role-{}", account.role.word()))),
                    Cell::State(state(&cx, account)),
                ],
            )
        })
        .collect();
    let list = List {
        title: cx.t("nav-accounts"),
        lead: cx.t("accounts-lead"),
        order: (0, false),
        empty: (cx.t("accounts-empty"), cx.t("accounts-empty-text")),
        noun: "accounts-count",
        ..List::default()
    }
    .column(&cx, "name", "account-name")
    .column(&cx, "email", "sign-in-email")
    .column(&cx, "rolle", "account-role")
    .column(&cx, "stand", "accounts-state");
    let create = cx.may(ACCOUNTS_WRITE).then(|| ("/konten/neu".to_owned(), cx.t("accounts-invite")));
    list_answer(&cx, list, rows, create).await
}

async fn municipalities(tx: &mut Tx) -> Result<Vec<Choice>, Problem> {
    let mut choices: Vec<Choice> = tx
        .of_kind("municipality")
        .await?
        .into_iter()
        .map(|line| Choice { value: line.record_id.to_string(), label: line.title })
        .collect();
    choices.sort_by(|a, b| collation::compare_words(&a.label, &b.label));
    Ok(choices)
}

async fn role_fields(cx: &Cx, tx: &mut Tx) -> Result<Vec<Field>, Problem> {
    Ok(vec![
        Field::new(cx, "account", "role", Control::Radio).words(cx, "role", Role::ALL.iter().map(|role| role.word())),
        Field::new(cx, "account", "municipality", Control::Select).optional().choices(municipalities(tx).await?),
    ])
}

async fn draw_invite(cx: &Cx, tx: &mut Tx, errors: Vec<(&'static str, String)>) -> Result<Response, Problem> {
    let mut fields = vec![
        Field::new(cx, "account", "name", Control::Line).autocomplete("off"),
        Field::new(cx, "sign-in", "email", Control::Email).autocomplete("off"),
    ];
    fields.extend(role_fields(cx, tx).await?);
    let form = Form {
        action: "/konten/neu".to_owned(),
        fields,
        button: cx.t("accounts-invite"),
        cancel: "/konten".to_owned(),
        version: None,
        files: false,
        conflict: None,
        get: false,
    }
    .refill(cx.submission(), errors);
    let path = [Line::link(cx.t("nav-accounts"), "/konten")];
    page::form(cx, &cx.t("accounts-invite"), &cx.t("accounts-not-invited"), &path, &form)
}

pub(super) async fn invite_form(cx: Cx) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    draw_invite(&cx, &mut tx, Vec::new()).await
}

async fn read_role(input: &mut Input<'_>, tx: &mut Tx) -> Result<(Role, Option<Id>), Problem> {
    let role = input.word("role", Role::from_word, Role::Reader);
    let municipality = input.id("municipality");
    if let Some(id) = municipality
        && !tx.index_line(id).await?.is_some_and(|line| line.kind == "municipality")
    {
        input.refuse_key("municipality", "form-choice-missing");
    }
    if matches!(role, Role::Mayor | Role::Clerk) && municipality.is_none() {
        input.refuse_key("municipality", "accounts-municipality-missing");
    }
    Ok((role, municipality))
}

pub(super) async fn invite(cx: Cx) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let mut input = Input::new(&cx);
    let name = input.line("name", "account-name-missing");
    let email = input.email("email");
    if email.is_empty() {
        input.refuse_key("email", "account-email-missing");
    }
    let (role, municipality) = read_role(&mut input, &mut tx).await?;
    if !input.is_fine() {
        let errors = input.errors();
        return draw_invite(&cx, &mut tx, errors).await;
    }
    let known = queries::all(&mut tx).await?.iter().any(|account| account.email == email.to_lowercase());
    if known {
        return draw_invite(&cx, &mut tx, vec![("email", cx.t("accounts-known"))]).await;
    }
    let actor = cx.person()?.account;
    // Nobody begins with a role that a second person must confirm: until then the account reads.
    let waits = confirmations::needs_second(actor, Id::NIL, Role::Reader, role);
    let new = NewAccount { email, name, role: if waits { Role::Reader } else { role }, municipality };
    let id = create_account(&mut tx, &new).await?;
    send_link(&cx, &mut tx, id, Purpose::Invitation).await?;
    let mut text = cx.tv("accounts-invited-flash", [("name", new.name.into())]);
    if waits {
        let account = queries::get(&mut tx, id).await?.ok_or(Problem::NotFound)?;
        confirmations::propose(&cx, &mut tx, Kind::Role, &account, role, municipality).await?;
        text = format!("{text} {}", cx.t("confirm-proposed"));
    }
    cx.done(tx, &format!("/konten/{id}"), Some(Flash { text, undo: None })).await
}

async fn send_link(cx: &Cx, tx: &mut Tx, id: Id, purpose: Purpose) -> Result<(), Problem> {
    let account = queries::get(tx, id).await?.ok_or(Problem::NotFound)?;
    let token = one_time_link(tx, id, purpose).await?;
    let link = sign_in_url(&cx.app().settings, purpose, &token);
    let alliance = cx.person()?.alliance_name.clone();
    let body =
        cx.tv("invite-mail", [("name", account.name.into()), ("alliance", alliance.into()), ("link", link.into())]);
    queue(tx, &Mail::new(account.email, cx.t("invite-subject"), body)).await?;
    Ok(())
}

pub(super) async fn show(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let account = queries::get(&mut tx, id).await?.ok_or(Problem::NotFound)?;
    let mut main = vec![Part::Facts {
        title: cx.t("account"),
        facts: [
            FactLine::text(cx.t("sign-in-email"), account.email.clone()),
            FactLine::text(cx.t("account-role"), cx.t(&format!("role-{}", account.role.word()))),
            FactLine::text(cx.t("accounts-since"), moment_words(&cx, account.invited_at)),
        ]
        .into_iter()
        .flatten()
        .collect(),
    }];
    let mut actions = Vec::new();
    if let Some(what) = confirmations::waiting(&cx, &mut tx, &account).await? {
        let text = cx.tv("confirm-waits", [("what", what.into())]);
        let action = Some(Action::link(cx.t("confirmations"), confirmations::PATH, ""));
        main.insert(0, Part::Note { tone: Tone::Info, text, action });
    }
    if cx.may(ACCOUNTS_WRITE) {
        let actor = cx.person()?.account;
        if confirmations::others(&mut tx, actor, id).await?.is_empty() {
            let text = cx.tv("confirm-nobody-here", [("email", account.email.as_str().into())]);
            main.push(Part::Note { tone: Tone::Info, text, action: None });
        } else if account.has_second_factor && actor != id {
            let href = format!("/konten/{id}/zweiter-faktor");
            actions.push(Action::post(cx.t("accounts-reset-factor"), href, "phone"));
        }
        let base = format!("/konten/{id}");
        let form = Form {
            action: format!("{base}/rolle"),
            fields: role_fields(&cx, &mut tx).await?,
            button: cx.t("accounts-role-save"),
            cancel: String::new(),
            version: None,
            files: false,
            conflict: None,
            get: false,
        }
        .fill(vec![
            ("role", vec![account.role.word().to_owned()]),
            ("municipality", account.municipality_id.iter().map(ToString::to_string).collect()),
        ]);
        main.push(Part::Form { title: cx.t("accounts-role"), form });
        actions.push(Action::post(cx.t("accounts-new-link"), format!("{base}/link"), "mail"));
        actions.push(if account.disabled_at.is_some() {
            Action::post(cx.t("accounts-enable"), format!("{base}/entsperren"), "undo")
        } else {
            Action::post(cx.t("accounts-disable"), format!("{base}/sperren"), "lock")
        });
    }
    let view = View {
        title: account.name.clone(),
        badge: Some(state(&cx, &account)),
        actions,
        main,
        path: vec![Line::link(cx.t("nav-accounts"), "/konten")],
        ..View::default()
    };
    page::parts(&cx, &view)
}

/// The last manager must not lock everybody out.
pub(super) async fn is_last_manager(tx: &mut Tx, id: Id) -> Result<bool, StoreError> {
    let accounts = queries::all(tx).await?;
    let active = |account: &&Account| account.role == Role::Manager && account.disabled_at.is_none();
    let mut managers = accounts.iter().filter(active);
    Ok(managers.next().is_some_and(|first| first.id == id) && managers.next().is_none())
}

pub(super) async fn change_role(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let account = queries::get(&mut tx, id).await?.ok_or(Problem::NotFound)?;
    let mut input = Input::new(&cx);
    let (role, municipality) = read_role(&mut input, &mut tx).await?;
    if let Some((_, sentence)) = input.errors().into_iter().next() {
        return Err(Problem::Refused(sentence));
    }
    if role != Role::Manager && is_last_manager(&mut tx, id).await? {
        return Err(Problem::Refused(cx.t("accounts-last-manager")));
    }
    if confirmations::needs_second(cx.person()?.account, id, account.role, role) {
        confirmations::propose(&cx, &mut tx, Kind::Role, &account, role, municipality).await?;
        let flash = Flash { text: cx.t("confirm-proposed"), undo: None };
        return cx.done(tx, &format!("/konten/{id}"), Some(flash)).await;
    }
    if !queries::set_role(&mut tx, id, account.role, role, municipality).await? {
        return Err(Problem::Conflict);
    }
    // A session of the old role must not go on with the new one's page still open (ASVS 7.2.4).
    let keep = if cx.person()?.account == id { cx.session().map(|own| own.digest.clone()) } else { None };
    session::end_others(&mut tx, id, &keep.unwrap_or_default()).await?;
    tx.note_event("account", &format!("{} ({})", account.name, role.word())).await?;
    cx.done(tx, &format!("/konten/{id}"), Some(Flash { text: cx.t("accounts-role-saved"), undo: None })).await
}

pub(super) async fn disable(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    if is_last_manager(&mut tx, id).await? {
        return Err(Problem::Refused(cx.t("accounts-last-manager")));
    }
    let now = tx.now();
    queries::set_disabled(&mut tx, id, Some(now)).await?;
    session::end_others(&mut tx, id, "").await?;
    queries::drop_steps(&mut tx, id).await?;
    tx.note_event("account", "blocked").await?;
    let undo = Some(format!("/konten/{id}/entsperren"));
    cx.done(tx, &format!("/konten/{id}"), Some(Flash { text: cx.t("accounts-disabled-flash"), undo })).await
}

pub(super) async fn enable(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    queries::set_disabled(&mut tx, id, None).await?;
    tx.note_event("account", "unblocked").await?;
    cx.done(tx, &format!("/konten/{id}"), Some(Flash { text: cx.t("accounts-enabled-flash"), undo: None })).await
}

pub(super) async fn new_link(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    send_link(&cx, &mut tx, id, Purpose::Recovery).await?;
    let text = cx.t(if cx.app().settings.mail { "accounts-link-sent" } else { "accounts-link-waits" });
    cx.done(tx, &format!("/konten/{id}"), Some(Flash { text, undo: None })).await
}

/// Proposes to take a lost second factor away; a second person confirms.
pub(super) async fn reset_factor(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let account = queries::get(&mut tx, id).await?.ok_or(Problem::NotFound)?;
    if !account.has_second_factor {
        return Err(Problem::Refused(cx.t("accounts-no-factor")));
    }
    if cx.person()?.account == id {
        return Err(Problem::Refused(cx.t("accounts-own-factor")));
    }
    confirmations::propose(&cx, &mut tx, Kind::SecondFactor, &account, account.role, account.municipality_id).await?;
    cx.done(tx, &format!("/konten/{id}"), Some(Flash { text: cx.t("confirm-proposed"), undo: None })).await
}
