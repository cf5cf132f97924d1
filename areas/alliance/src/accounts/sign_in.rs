//! Signing in with mail address and password, and out again.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};

use allmende_store::{Actor, Id, Tx, digest};
use allmende_web::form::{Control, Field, Form};
use allmende_web::limit::Wait;
use allmende_web::list::address;
use allmende_web::{Cx, Problem, page, router, session};

use super::account::Account;
use super::{limits, password, queries};

pub(super) async fn form(cx: Cx) -> Result<Response, Problem> {
    if cx.principal().is_some() {
        return Ok(Redirect::to("/").into_response());
    }
    draw(&cx, None)
}

fn own_path(path: &str) -> &str {
    // Only a path of our own: "//host" and "/\host" lead elsewhere.
    let own = path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\n', '\r', '\t']);
    if own { path } else { "/" }
}

/// The form again, because too many tries came from the caller.
fn draw_slow(cx: &Cx, wait: Wait) -> Result<Response, Problem> {
    let words = cx.tv("sign-in-slow", [("wait", cx.wait_words(wait).into())]);
    let mut response = draw(cx, Some(words))?;
    page::slow(&mut response, wait);
    Ok(response)
}

fn draw(cx: &Cx, fault: Option<String>) -> Result<Response, Problem> {
    let mut email = Field::new(cx, "sign-in", "email", Control::Email).autocomplete("username");
    email.values = vec![cx.submission().get("email").to_owned()];
    let mut secret = Field::new(cx, "sign-in", "password", Control::Password).autocomplete("current-password");
    secret.error = fault;
    let mut onward = Field::new(cx, "sign-in", "email", Control::Hidden);
    onward.name = "weiter";
    let wanted = if cx.query("weiter").is_empty() { cx.submission().get("weiter") } else { cx.query("weiter") };
    onward.values = vec![wanted.to_owned()];
    let form = Form {
        action: "/anmelden".to_owned(),
        fields: vec![email, secret, onward],
        button: cx.t("sign-in-button"),
        cancel: String::new(),
        version: None,
        files: false,
        conflict: None,
        get: false,
    };
    page::sign_in(cx, &cx.t("sign-in"), &cx.t("sign-in-lead"), &cx.t("sign-in-failed"), &form, true)
}

pub(super) async fn sign_in(cx: Cx) -> Result<Response, Problem> {
    let email = cx.submission().get("email").to_owned();
    let secret = cx.submission().values.get("password").and_then(|values| values.first()).cloned().unwrap_or_default();
    let mut tx = cx.app().across().await?;
    let candidates = queries::by_email(&mut tx, &email).await?;
    let known = limits::known(&cx, &mut tx).await?;
    let is_known = candidates.iter().any(|account| known.contains(&account.id));
    let attempt = match limits::attempt(&cx, &email, is_known) {
        Ok(attempt) => attempt,
        Err(wait) => return draw_slow(&cx, wait),
    };
    let now = cx.now();
    let mut matched: Option<Account> = None;
    let mut checked = false;
    for account in candidates {
        tx.enter(account.alliance_id);
        let secrets = queries::secrets(&mut tx, account.id).await?;
        if limits::is_closed(&secrets, known.contains(&account.id)) {
            continue;
        }
        checked = true;
        if password::fits(secret.clone(), secrets.password_hash.clone()).await? {
            matched = Some(account);
            break;
        }
        let mut write = cx.app().database.write(account.alliance_id, Actor::default(), now).await?;
        queries::count_failure(&mut write, account.id).await?;
        write.note_event("sign_in", "refused").await?;
        write.commit().await?;
    }
    drop(tx);
    let Some(account) = matched else {
        if !checked {
            // Unknown or closed: takes as long, says the same.
            password::fits(secret, None).await?;
        }
        return draw(&cx, Some(cx.t("sign-in-wrong")));
    };
    let actor = Actor { account: Some(account.id), name: account.name.clone() };
    let mut tx = cx.app().database.write(account.alliance_id, actor, now).await?;
    attempt.right();
    let onward = own_path(cx.submission().get("weiter")).to_owned();
    if account.has_second_factor {
        let step = session::secret();
        queries::put_step(&mut tx, &digest(step.as_bytes()), account.id).await?;
        tx.commit().await?;
        let target =
            address(&format!("/anmelden/code/{step}"), &std::collections::BTreeMap::new(), &[("weiter", &onward)]);
        return Ok(Redirect::to(&target).into_response());
    }
    queries::forget_failures(&mut tx, account.id).await?;
    begin(&cx, tx, account.id, &onward).await
}

/// Begins a session and leads on.
pub(super) async fn begin(cx: &Cx, mut tx: Tx, account: Id, onward: &str) -> Result<Response, Problem> {
    let token = session::begin(&mut tx, account, cx.agent()).await?;
    // A word that somebody else put into this browser must not become this account's.
    let mut device = None;
    if let Some(word) = cx.device()
        && queries::accounts_of_device(&mut tx, &digest(word.as_bytes())).await?.contains(&account)
    {
        device = Some(word.to_owned());
    }
    let device = device.unwrap_or_else(session::secret);
    queries::know_device(&mut tx, account, &digest(device.as_bytes())).await?;
    tx.note_event("sign_in", "signed in").await?;
    tx.commit().await?;
    let mut response = Redirect::to(own_path(onward)).into_response();
    let secure = cx.app().settings.secure();
    append_cookie(&mut response, &router::device_cookie(secure, &device))?;
    append_cookie(&mut response, &router::cookie(secure, &token))?;
    Ok(response)
}

fn append_cookie(response: &mut Response, cookie: &str) -> Result<(), Problem> {
    let value = HeaderValue::from_str(cookie).map_err(|error| Problem::Internal(error.to_string()))?;
    response.headers_mut().append(header::SET_COOKIE, value);
    Ok(())
}

pub(super) async fn sign_out(cx: Cx) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    if let Some(current) = cx.session() {
        session::end(&mut tx, &current.digest).await?;
    }
    tx.commit().await?;
    let mut response = Redirect::to("/anmelden").into_response();
    append_cookie(&mut response, &router::cookie(cx.app().settings.secure(), ""))?;
    response.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn only_own_paths_are_followed() {
        for (path, expected) in [
            ("/projekte?q=a", "/projekte?q=a"),
            ("//evil.example", "/"),
            ("/\\evil.example", "/"),
            ("https:evil", "/"),
            ("https://evil.example", "/"),
            ("", "/"),
            ("/a\tb", "/"),
        ] {
            assert_eq!(own_path(path), expected, "{path}");
        }
    }
}
