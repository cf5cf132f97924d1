//! A person's own account: appearance, language, password, sessions.

use axum::extract::Path;
use axum::response::Response;

use allmende_web::access::Flash;
use allmende_web::form::{Control, Field, Form, Input};
use allmende_web::screen::moment_words;
use allmende_web::view::{Action, Badge, FactLine, Line, Part, Tone, View};
use allmende_web::{Cx, Problem, session};

use super::{limits, password, queries, recovery};

pub(super) async fn page(cx: Cx) -> Result<Response, Problem> {
    let person = cx.person()?.clone();
    let mut tx = cx.read().await?;
    let account = queries::get(&mut tx, person.account).await?.ok_or(Problem::NotFound)?;
    let sessions = session::list(&mut tx, person.account).await?;
    let current = cx.session().map(|own| own.digest.clone()).unwrap_or_default();
    let lines = sessions
        .into_iter()
        .map(|line| {
            let own = line.digest == current;
            let mut shown = Line::text(line.client).meta(cx.tv(
                "account-session",
                [
                    ("begun", moment_words(&cx, line.created_at).into()),
                    ("seen", moment_words(&cx, line.seen_at).into()),
                ],
            ));
            if own {
                shown.badge = Some(Badge::new(Tone::Ok, "check", cx.t("account-session-own")));
            } else {
                let href = format!("/konto/sitzungen/{}/beenden", line.digest);
                shown.actions.push(Action::post(cx.t("account-session-end"), href, "logout"));
            }
            shown
        })
        .collect();
    let left = queries::codes_left(&mut tx, person.account).await?;
    let factor = if account.has_second_factor { "account-factor-yes" } else { "account-factor-no" };
    let enrol = if account.has_second_factor { "second-factor-renew" } else { "second-factor-enrol" };
    let facts = [
        FactLine::text(cx.t("account-name"), account.name.clone()),
        FactLine::text(cx.t("sign-in-email"), account.email.clone()),
        FactLine::text(cx.t("account-role"), cx.role_word()),
        FactLine::text(cx.t("second-factor"), cx.t(factor)),
        account.has_second_factor.then(|| {
            let words = cx.tv("recovery-left", [("left", left.into()), ("all", recovery::CODES.into())]);
            FactLine::link(cx.t("recovery-codes"), words, "/konto/wiederherstellungscodes")
        }),
    ];
    let few = (account.has_second_factor && left < 3).then(|| Part::Note {
        tone: Tone::Warn,
        text: cx.tv("recovery-few", [("left", left.into())]),
        action: Some(Action::link(cx.t("recovery-renew"), "/konto/wiederherstellungscodes", "")),
    });
    let view = View {
        title: cx.t("account"),
        lead: cx.t("account-lead"),
        actions: vec![
            Action::link(cx.t("account-password-change"), "/konto/passwort", "lock"),
            Action::link(cx.t(enrol), "/konto/zweiter-faktor", "phone"),
        ],
        main: few
            .into_iter()
            .chain([
                Part::Facts { title: cx.t("account-own"), facts: facts.into_iter().flatten().collect() },
                Part::Lines {
                    title: cx.t("account-sessions"),
                    action: Some(Action::post(cx.t("account-sessions-end"), "/konto/sitzungen/beenden", "")),
                    lines,
                    empty: String::new(),
                },
            ])
            .collect(),
        ..View::default()
    };
    allmende_web::page::parts(&cx, &view)
}

/// Back to the page the person came from, as far as it is one of ours.
fn back(cx: &Cx) -> String {
    cx.came_from().unwrap_or_else(|| "/".to_owned())
}

pub(super) async fn theme(cx: Cx) -> Result<Response, Problem> {
    let wanted = cx.submission().get("theme");
    let theme = if matches!(wanted, "light" | "dark") { wanted } else { "auto" }.to_owned();
    let account = cx.person()?.account;
    let mut tx = cx.write().await?;
    queries::set_theme(&mut tx, account, &theme).await?;
    cx.done(tx, &back(&cx), None).await
}

pub(super) async fn language(cx: Cx) -> Result<Response, Problem> {
    let language = if cx.submission().get("language") == "en" { "en" } else { "de" };
    let account = cx.person()?.account;
    let mut tx = cx.write().await?;
    queries::set_language(&mut tx, account, language).await?;
    cx.done(tx, &back(&cx), None).await
}

fn draw_password(cx: &Cx, has_password: bool, errors: Vec<(&'static str, String)>) -> Result<Response, Problem> {
    let mut fields = Vec::new();
    if has_password {
        fields.push(Field::new(cx, "account", "old_password", Control::Password).autocomplete("current-password"));
    }
    fields.push(Field::new(cx, "account", "password", Control::Password).autocomplete("new-password"));
    let form = Form {
        action: "/konto/passwort".to_owned(),
        fields,
        button: cx.t("account-password-save"),
        cancel: "/konto".to_owned(),
        version: None,
        files: false,
        conflict: None,
        get: false,
    }
    .refill(cx.submission(), errors);
    let path = [Line::link(cx.t("account"), "/konto")];
    allmende_web::page::form(cx, &cx.t("account-password-change"), &cx.t("account-password-not-saved"), &path, &form)
}

pub(super) async fn password_form(cx: Cx) -> Result<Response, Problem> {
    let account = cx.person()?.account;
    let mut tx = cx.read().await?;
    let secrets = queries::secrets(&mut tx, account).await?;
    draw_password(&cx, secrets.password_hash.is_some(), Vec::new())
}

pub(super) async fn password(cx: Cx) -> Result<Response, Problem> {
    let person = cx.person()?.clone();
    let (account, secrets) = {
        let mut tx = cx.read().await?;
        let account = queries::get(&mut tx, person.account).await?.ok_or(Problem::NotFound)?;
        (account, queries::secrets(&mut tx, person.account).await?)
    };
    let mut input = Input::new(&cx);
    let new = password::check_new(&mut input, &account.name, &account.email);
    let has_password = secrets.password_hash.is_some();
    if has_password {
        let old =
            cx.submission().values.get("old_password").and_then(|values| values.first()).cloned().unwrap_or_default();
        // Whoever holds a session only must not guess the password here either.
        let attempt = limits::attempt(&cx, &account.email, true)?;
        if password::fits(old, secrets.password_hash).await? {
            attempt.right();
        } else {
            input.refuse_key("old_password", "account-password-wrong");
        }
    }
    if !input.is_fine() {
        let errors = input.errors();
        return draw_password(&cx, has_password, errors);
    }
    let hash = password::hash(new).await?;
    let mut tx = cx.write().await?;
    queries::set_password(&mut tx, person.account, &hash).await?;
    let own = cx.session().map(|own| own.digest.clone()).unwrap_or_default();
    session::end_others(&mut tx, person.account, &own).await?;
    tx.note_event("account", "password changed").await?;
    cx.done(tx, "/konto", Some(Flash { text: cx.t("account-password-saved"), undo: None })).await
}

pub(super) async fn end_session(cx: Cx, Path(digest): Path<String>) -> Result<Response, Problem> {
    let person = cx.person()?.clone();
    let mut tx = cx.write().await?;
    // Only one of one's own: a digest read elsewhere ends nothing.
    if session::list(&mut tx, person.account).await?.iter().any(|line| line.digest == digest) {
        session::end(&mut tx, &digest).await?;
    }
    cx.done(tx, "/konto", Some(Flash { text: cx.t("account-session-ended"), undo: None })).await
}

pub(super) async fn end_other_sessions(cx: Cx) -> Result<Response, Problem> {
    let person = cx.person()?.clone();
    let own = cx.session().map(|own| own.digest.clone()).unwrap_or_default();
    let mut tx = cx.write().await?;
    session::end_others(&mut tx, person.account, &own).await?;
    cx.done(tx, "/konto", Some(Flash { text: cx.t("account-session-ended"), undo: None })).await
}
