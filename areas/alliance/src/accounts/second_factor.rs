//! The second factor: codes by time (RFC 6238). A code works once.

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use totp_rs::{Builder, Secret, Totp};

use allmende_store::{Actor, digest};
use allmende_web::access::Flash;
use allmende_web::form::{Control, Field, Form};
use allmende_web::{Cx, Problem, page};

use super::queries;
use super::sign_in;

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
fn step_of(cx: &Cx, secret: &str, email: &str, code: &str) -> Result<Option<i64>, Problem> {
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    let seconds = u64::try_from(cx.now().0.as_second()).unwrap_or(0);
    let matched = totp(secret, email)?.check(&digits, seconds);
    Ok(matched.and_then(|step| i64::try_from(step).ok()))
}

fn code_form(cx: &Cx, action: String, button: &str, fault: Option<String>) -> Form {
    let mut field = Field::new(cx, "second-factor", "code", Control::Short).autocomplete("one-time-code");
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

pub(super) async fn check(cx: Cx, Path(step): Path<String>) -> Result<Response, Problem> {
    let mut tx = cx.app().across().await?;
    let found = queries::find_step(&mut tx, &digest(step.as_bytes())).await?;
    let (alliance, id) = found.ok_or_else(|| Problem::Refused(cx.t("second-factor-late")))?;
    tx.enter(alliance);
    let account = queries::get(&mut tx, id).await?.ok_or(Problem::NotFound)?;
    let secrets = queries::secrets(&mut tx, id).await?;
    drop(tx);
    let actor = Actor { account: Some(id), name: account.name.clone() };
    let mut tx = cx.app().database.write(alliance, actor, cx.now()).await?;
    let resting = secrets.blocked_until.is_some_and(|until| until > cx.now());
    let secret = secrets.totp_secret.unwrap_or_default();
    let matched = if resting { None } else { step_of(&cx, &secret, &account.email, cx.submission().get("code"))? };
    let taken = match matched {
        Some(number) => queries::take_step(&mut tx, id, number).await?,
        None => false,
    };
    if !taken {
        if !resting {
            queries::count_failure(&mut tx, id, secrets.failures).await?;
        }
        tx.note_event("sign_in", "second factor refused").await?;
        tx.commit().await?;
        let fault = Some(cx.t("second-factor-wrong"));
        let form = code_form(&cx, step_action(&cx, &step), "sign-in-button", fault);
        return page::sign_in(
            &cx,
            &cx.t("second-factor"),
            &cx.t("second-factor-lead"),
            &cx.t("sign-in-failed"),
            &form,
            false,
        );
    }
    queries::forget_failures(&mut tx, id).await?;
    queries::drop_steps(&mut tx, id).await?;
    sign_in::begin(&cx, tx, id, cx.query("weiter")).await
}

pub(super) async fn enrol_form(cx: Cx) -> Result<Response, Problem> {
    let person = cx.person()?.clone();
    let mut tx = cx.app().database.write(person.alliance, person.actor(), cx.now()).await?;
    let secrets = queries::secrets(&mut tx, person.account).await?;
    let secret = match secrets.totp_pending {
        Some(secret) => secret,
        None => {
            let secret = fresh_secret()?;
            queries::set_pending(&mut tx, person.account, &secret).await?;
            secret
        }
    };
    tx.commit().await?;
    draw_enrol(&cx, &secret, None)
}

fn draw_enrol(cx: &Cx, secret: &str, fault: Option<String>) -> Result<Response, Problem> {
    let form = code_form(cx, "/konto/zweiter-faktor".to_owned(), "second-factor-save", fault);
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
    let mut tx = cx.app().database.write(person.alliance, person.actor(), cx.now()).await?;
    let account = queries::get(&mut tx, person.account).await?.ok_or(Problem::NotFound)?;
    let secret = queries::secrets(&mut tx, person.account).await?.totp_pending.ok_or(Problem::NotFound)?;
    match step_of(&cx, &secret, &account.email, cx.submission().get("code"))? {
        Some(step) => {
            queries::set_factor(&mut tx, person.account, step).await?;
            tx.note_event("account", "second factor set up").await?;
            cx.done(tx, "/konto", Some(Flash { text: cx.t("second-factor-done"), undo: None })).await
        }
        None => draw_enrol(&cx, &secret, Some(cx.t("second-factor-wrong"))),
    }
}
