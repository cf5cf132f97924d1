//! The second factor: codes by time (RFC 6238). A code works once.

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use totp_rs::{Builder, Secret, Totp};

use allmende_store::{Actor, digest};
use allmende_web::form::{Control, Field, Form};
use allmende_web::{Cx, Problem, page, session};

use super::{limits, password, queries, recovery, sign_in};

fn totp(secret: &str, email: &str) -> Result<Totp, Problem> {
    let fault = |error: &dyn std::fmt::Debug| Problem::Internal(format!("second factor: {error:?}"));
    let secret = Secret::try_from_base32(secret).map_err(|error| fault(&error))?;
    // A colon would end the account's name inside the address that the QR code holds.
    let account = email.replace(':', " ");
    Builder::new()
        .with_secret(secret)
        .with_skew(1)
        .with_account_name(account)
        .with_issuer(Some("Allmende"))
        .build()
        .map_err(|error| fault(&error))
}

fn fresh_secret() -> Result<String, Problem> {
    let mut bytes = [0_u8; 20];
    getrandom::fill(&mut bytes).map_err(|error| Problem::Internal(error.to_string()))?;
    Ok(data_encoding::BASE32_NOPAD.encode(&bytes))
}

/// The step of a code that fits now, or `None`.
pub(super) fn step_of(cx: &Cx, secret: &str, email: &str, code: &str) -> Result<Option<i64>, Problem> {
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    let seconds = u64::try_from(cx.now().0.as_second()).unwrap_or(0);
    let matched = totp(secret, email)?.check(&digits, seconds);
    Ok(matched.and_then(|step| i64::try_from(step).ok()))
}

fn code_form(cx: &Cx, action: String, button: &str, fault: Option<String>) -> Form {
    // Wide enough for a recovery code.
    let mut field = Field::new(cx, "second-factor", "code", Control::Line).autocomplete("one-time-code");
    field.error = fault;
    Form {
        action,
        fields: vec![field],
        button: cx.t(button),
        cancel: String::new(),
        version: None,
        files: false,
        conflict: None,
        get: false,
    }
}

fn step_action(cx: &Cx, step: &str) -> String {
    allmende_web::list::address(&format!("/anmelden/code/{step}"), cx.query_all(), &[])
}

pub(super) async fn ask(cx: Cx, Path(step): Path<String>) -> Result<Response, Problem> {
    let form = code_form(&cx, step_action(&cx, &step), "sign-in-button", None);
    page::sign_in(&cx, &cx.t("second-factor"), &cx.t("second-factor-lead"), "", &form, false)
}

/// The form again, with what is wrong.
fn ask_again(cx: &Cx, step: &str, fault: String) -> Result<Response, Problem> {
    let form = code_form(cx, step_action(cx, step), "sign-in-button", Some(fault));
    page::sign_in(cx, &cx.t("second-factor"), &cx.t("second-factor-lead"), &cx.t("sign-in-failed"), &form, false)
}

pub(super) async fn check(cx: Cx, Path(step): Path<String>) -> Result<Response, Problem> {
    let late = || Problem::Refused(cx.t("second-factor-late"));
    let mut tx = cx.app().across().await?;
    let found = queries::find_step(&mut tx, &digest(step.as_bytes())).await?;
    let Some((alliance, id)) = found else {
        // A step is a secret too.
        let _paid = cx.attempt(limits::BY_ADDRESS, &[])?;
        return Err(late());
    };
    tx.enter(alliance);
    let account = queries::get(&mut tx, id).await?.filter(|account| account.disabled_at.is_none()).ok_or_else(late)?;
    let secrets = queries::secrets(&mut tx, id).await?;
    let is_known = limits::known(&cx, &mut tx).await?.contains(&id);
    drop(tx);
    let attempt = match limits::attempt(&cx, &account.email, is_known) {
        Ok(attempt) => attempt,
        Err(wait) => {
            let words = cx.tv("sign-in-slow", [("wait", cx.wait_words(wait).into())]);
            let mut response = ask_again(&cx, &step, words)?;
            page::slow(&mut response, wait);
            return Ok(response);
        }
    };
    // Reset meanwhile: there is nothing to check against.
    let secret = secrets.totp_secret.clone().ok_or_else(late)?;
    let closed = limits::is_closed(&secrets, is_known);
    let typed = cx.submission().get("code");
    let code = recovery::typed_digest(typed);
    let matched = if closed { None } else { step_of(&cx, &secret, &account.email, typed)? };
    let actor = Actor { account: Some(id), name: account.name.clone() };
    let mut tx = cx.app().database.write(alliance, actor, cx.now()).await?;
    let taken = match (&code, matched) {
        (Some(code), _) if !closed => queries::use_code(&mut tx, id, code).await?,
        (_, Some(number)) => queries::take_step(&mut tx, id, number).await?,
        _ => false,
    };
    if !taken {
        if !closed {
            queries::count_failure(&mut tx, id).await?;
        }
        tx.note_event("sign_in", "second factor refused").await?;
        tx.commit().await?;
        let key = if code.is_some() { "recovery-wrong" } else { "second-factor-wrong" };
        return ask_again(&cx, &step, cx.t(key));
    }
    attempt.right();
    if code.is_some() {
        tx.note_event("sign_in", "recovery code used").await?;
        recovery::tell_of_use(&mut tx, &cx.app().texts, &account).await?;
    }
    queries::forget_failures(&mut tx, id).await?;
    queries::drop_steps(&mut tx, id).await?;
    // Whoever came in without the telephone sees the own page first: there it can be replaced.
    let onward = if code.is_some() { "/konto" } else { cx.query("weiter") };
    sign_in::begin(&cx, tx, id, onward).await
}

pub(super) async fn enrol_form(cx: Cx) -> Result<Response, Problem> {
    let person = cx.person()?.clone();
    let mut tx = cx.app().database.write(person.alliance, person.actor(), cx.now()).await?;
    let secrets = queries::secrets(&mut tx, person.account).await?;
    let secret = match secrets.totp_pending.clone() {
        Some(secret) => secret,
        None => {
            let secret = fresh_secret()?;
            queries::set_pending(&mut tx, person.account, &secret).await?;
            secret
        }
    };
    tx.commit().await?;
    draw_enrol(&cx, &secret, asks_password(&secrets), Vec::new())
}

/// Replacing a factor asks for the password: a session left open on a desk must not be enough (ASVS 7.5.1).
fn asks_password(secrets: &queries::Secrets) -> bool {
    secrets.totp_secret.is_some() && secrets.password_hash.is_some()
}

fn draw_enrol(
    cx: &Cx,
    secret: &str,
    with_password: bool,
    faults: Vec<(&'static str, String)>,
) -> Result<Response, Problem> {
    let mut form = code_form(cx, "/konto/zweiter-faktor".to_owned(), "second-factor-save", None);
    for field in &mut form.fields {
        field.hint = cx.t("second-factor-six");
        field.control = Control::Short;
    }
    if with_password {
        form.fields.push(Field::new(cx, "account", "old_password", Control::Password).autocomplete("current-password"));
    }
    for (name, sentence) in faults {
        if let Some(field) = form.fields.iter_mut().find(|field| field.name == name) {
            field.error = Some(sentence);
        }
    }
    let spaced: Vec<String> =
        secret.as_bytes().chunks(4).map(|part| String::from_utf8_lossy(part).into_owned()).collect();
    page::enrol(cx, &cx.t("second-factor-enrol"), &cx.t("second-factor-enrol-lead"), &spaced.join(" "), &form)
}

/// The secret as a QR code, for the person's telephone.
pub(super) async fn code(cx: Cx) -> Result<Response, Problem> {
    let person = cx.person()?;
    let mut tx = cx.read().await?;
    let account = queries::get(&mut tx, person.account).await?.ok_or(Problem::NotFound)?;
    let secret = queries::secrets(&mut tx, person.account).await?.totp_pending.ok_or(Problem::NotFound)?;
    let url = totp(&secret, &account.email)?.to_url().map_err(|error| Problem::Internal(format!("{error:?}")))?;
    let drawn = qrcode::QrCode::new(url.as_bytes()).map_err(|error| Problem::Internal(error.to_string()))?;
    let svg = drawn.render::<qrcode::render::svg::Color<'_>>().min_dimensions(220, 220).build();
    Ok(([(header::CONTENT_TYPE, "image/svg+xml")], svg).into_response())
}

pub(super) async fn enrol(cx: Cx) -> Result<Response, Problem> {
    let person = cx.person()?.clone();
    let (account, secrets) = {
        let mut tx = cx.read().await?;
        let account = queries::get(&mut tx, person.account).await?.ok_or(Problem::NotFound)?;
        (account, queries::secrets(&mut tx, person.account).await?)
    };
    let Some(secret) = secrets.totp_pending.clone() else {
        // Pressed twice: it is set up, and the codes of the first answer are lost to the eye.
        return Ok(Redirect::to("/konto/wiederherstellungscodes").into_response());
    };
    let with_password = asks_password(&secrets);
    let attempt = limits::attempt(&cx, &account.email, true)?;
    let mut faults = Vec::new();
    let step = step_of(&cx, &secret, &account.email, cx.submission().get("code"))?;
    if step.is_none() {
        faults.push(("code", cx.t("second-factor-wrong")));
    }
    if with_password {
        let typed =
            cx.submission().values.get("old_password").and_then(|values| values.first()).cloned().unwrap_or_default();
        if !password::fits(typed, secrets.password_hash).await? {
            faults.push(("old_password", cx.t("account-password-wrong")));
        }
    }
    let (Some(step), true) = (step, faults.is_empty()) else {
        return draw_enrol(&cx, &secret, with_password, faults);
    };
    attempt.right();
    let mut tx = cx.app().database.write(person.alliance, person.actor(), cx.now()).await?;
    queries::set_factor(&mut tx, person.account, step).await?;
    let codes = recovery::fresh_codes(&mut tx, person.account).await?;
    let own = cx.session().map(|own| own.digest.clone()).unwrap_or_default();
    session::end_others(&mut tx, person.account, &own).await?;
    tx.note_event("account", "second factor set up").await?;
    tx.commit().await?;
    recovery::show(&cx, &codes)
}
