//! One-time links: invitation, recovery, and sign-in of the demonstration. Opening one changes
//! nothing; only the button does, because mail programs open links by themselves.

use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::SignedDuration;

use allmende_jobs::{Mail, queue};
use allmende_store::{Actor, digest};
use allmende_web::form::{Control, Field, Form, Input};
use allmende_web::{Cx, Problem, page, session};

use super::account::{one_time_link, sign_in_url};
use super::queries::{self, Link};
use super::{limits, password, sign_in};

allmende_store::word_enum! {
    /// What a one-time link is for.
    pub enum Purpose {
        /// Sets the first password.
        Invitation = "invitation",
        /// Sets a new password.
        Recovery = "recovery",
        /// Signs in at once. Made by the command line of whoever runs the server.
        SignIn = "sign_in",
    }
}

impl Purpose {
    /// How long the link works.
    pub fn lifetime(self) -> SignedDuration {
        match self {
            Self::Invitation => SignedDuration::from_hours(7 * 24),
            Self::Recovery => SignedDuration::from_hours(1),
            Self::SignIn => SignedDuration::from_hours(24),
        }
    }
}

async fn find(cx: &Cx, token: &str, purposes: &[Purpose]) -> Result<Link, Problem> {
    let attempt = cx.attempt(limits::BY_ADDRESS, &[])?;
    let mut tx = cx.app().across().await?;
    let found = queries::find_link(&mut tx, &digest(token.as_bytes())).await?;
    let link =
        found.filter(|link| purposes.contains(&link.purpose)).ok_or_else(|| Problem::Refused(cx.t("link-gone")))?;
    attempt.right();
    Ok(link)
}

fn actor(link: &Link) -> Actor {
    Actor { account: Some(link.account_id), name: link.name.clone() }
}

pub(super) async fn sign_in_form(cx: Cx, Path(token): Path<String>) -> Result<Response, Problem> {
    let link = find(&cx, &token, &[Purpose::SignIn]).await?;
    let form = Form {
        action: format!("/anmelden/link/{token}"),
        fields: Vec::new(),
        button: cx.t("sign-in-button"),
        cancel: String::new(),
        version: None,
        files: false,
        conflict: None,
        get: false,
    };
    let lead = cx.tv("link-sign-in-lead", [("name", link.name.into())]);
    page::sign_in(&cx, &cx.t("sign-in"), &lead, "", &form, false)
}

pub(super) async fn sign_in(cx: Cx, Path(token): Path<String>) -> Result<Response, Problem> {
    let link = find(&cx, &token, &[Purpose::SignIn]).await?;
    let mut tx = cx.app().database.write(link.alliance_id, actor(&link), cx.now()).await?;
    if !queries::use_link(&mut tx, &digest(token.as_bytes())).await? {
        return Err(Problem::Refused(cx.t("link-gone")));
    }
    sign_in::begin(&cx, tx, link.account_id, "/").await
}

pub(super) async fn forgotten_form(cx: Cx) -> Result<Response, Problem> {
    let field = Field::new(&cx, "sign-in", "email", Control::Email).autocomplete("username");
    let form = Form {
        action: "/passwort-vergessen".to_owned(),
        fields: vec![field],
        button: cx.t("forgotten-button"),
        cancel: "/anmelden".to_owned(),
        version: None,
        files: false,
        conflict: None,
        get: false,
    };
    page::sign_in(&cx, &cx.t("forgotten"), &cx.t("forgotten-lead"), "", &form, false)
}

pub(super) async fn forgotten(cx: Cx) -> Result<Response, Problem> {
    let email = cx.submission().get("email").to_owned();
    // Stays paid: each mail is one that somebody may not have asked for. Unknown addresses pay alike.
    let _paid = cx.attempt(limits::RECOVERY_BY_ADDRESS, &[(limits::RECOVERY_BY_ACCOUNT, limits::key(&email))])?;
    let mut tx = cx.app().across().await?;
    let accounts = queries::by_email(&mut tx, &email).await?;
    drop(tx);
    for account in accounts {
        let mut tx = cx.app().database.write(account.alliance_id, Actor::default(), cx.now()).await?;
        let token = one_time_link(&mut tx, account.id, Purpose::Recovery).await?;
        let link = sign_in_url(&cx.app().settings, Purpose::Recovery, &token);
        let body = cx.tv("forgotten-mail", [("name", account.name.into()), ("link", link.into())]);
        queue(&mut tx, &Mail::new(account.email, cx.t("forgotten-subject"), body)).await?;
        tx.commit().await?;
    }
    // The same answer whether the address is known or not.
    page::message(&cx, &cx.t("forgotten"), &cx.t("forgotten-sent"))
}

fn password_fields(cx: &Cx) -> Vec<Field> {
    vec![Field::new(cx, "account", "password", Control::Password).autocomplete("new-password")]
}

fn draw_password(cx: &Cx, link: &Link, token: &str, errors: Vec<(&'static str, String)>) -> Result<Response, Problem> {
    let form = Form {
        action: format!("/konto/link/{token}"),
        fields: password_fields(cx),
        button: cx.t("account-password-save"),
        cancel: String::new(),
        version: None,
        files: false,
        conflict: None,
        get: false,
    }
    .refill(cx.submission(), errors);
    let lead =
        cx.tv("account-password-lead", [("name", link.name.as_str().into()), ("email", link.email.as_str().into())]);
    page::sign_in(cx, &cx.t("account-password-title"), &lead, &cx.t("account-password-not-saved"), &form, false)
}

pub(super) async fn password_form(cx: Cx, Path(token): Path<String>) -> Result<Response, Problem> {
    let link = find(&cx, &token, &[Purpose::Invitation, Purpose::Recovery]).await?;
    draw_password(&cx, &link, &token, Vec::new())
}

pub(super) async fn set_password(cx: Cx, Path(token): Path<String>) -> Result<Response, Problem> {
    let link = find(&cx, &token, &[Purpose::Invitation, Purpose::Recovery]).await?;
    let mut input = Input::new(&cx);
    let secret = password::check_new(&mut input, &link.name, &link.email);
    if !input.is_fine() {
        let errors = input.errors();
        return draw_password(&cx, &link, &token, errors);
    }
    let hash = password::hash(secret).await?;
    let mut tx = cx.app().database.write(link.alliance_id, actor(&link), cx.now()).await?;
    if !queries::use_link(&mut tx, &digest(token.as_bytes())).await? {
        return Err(Problem::Refused(cx.t("link-gone")));
    }
    queries::set_password(&mut tx, link.account_id, &hash).await?;
    session::end_others(&mut tx, link.account_id, "").await?;
    tx.note_event("account", "password set").await?;
    tx.commit().await?;
    // Sign in with it once: the second factor is asked there and is not bypassed here.
    Ok(Redirect::to("/anmelden").into_response())
}
