//! A lost second factor: codes on paper that stand in for it, and its reset by somebody entitled.

use axum::response::{IntoResponse, Redirect, Response};

use allmende_jobs::{Mail, queue};
use allmende_store::{Action, Change, Id, StoreError, Tx, digest};
use allmende_web::form::{Control, Field, Form};
use allmende_web::texts::{Language, Texts};
use allmende_web::view::Line;
use allmende_web::{Cx, Problem, page, session};

use super::account::Account;
use super::{limits, queries, second_factor};

/// How many codes a person gets at once.
pub(super) const CODES: usize = 8;
/// Bytes of randomness in a code: 120 bits, so that a plain digest protects it (NIST SP 800-63B-4, 3.1.2.2 asks for
/// 112). Fifteen bytes are 24 letters without filling.
const CODE_BYTES: usize = 15;
const CODE_LETTERS: usize = 24;

/// Makes fresh codes for an account; older ones no longer work. The codes themselves are stored nowhere.
pub(super) async fn fresh_codes(tx: &mut Tx, account: Id) -> Result<Vec<String>, Problem> {
    queries::drop_codes(tx, account).await?;
    let mut codes = Vec::with_capacity(CODES);
    for _ in 0..CODES {
        let mut bytes = [0_u8; CODE_BYTES];
        getrandom::fill(&mut bytes).map_err(|error| Problem::Internal(error.to_string()))?;
        let letters = data_encoding::BASE32_NOPAD.encode(&bytes);
        queries::put_code(tx, account, &digest(letters.as_bytes())).await?;
        let groups: Vec<&str> =
            (0..CODE_LETTERS).step_by(4).filter_map(|start| letters.get(start..start + 4)).collect();
        codes.push(groups.join("-"));
    }
    Ok(codes)
}

/// The digest of what was typed, if it can be a recovery code. Hyphens, blanks and case do not matter; digits that the
/// alphabet does not have are the letters they look like.
pub(super) fn typed_digest(typed: &str) -> Option<String> {
    let letters: String = typed
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| match c.to_ascii_uppercase() {
            '0' => 'O',
            '1' => 'I',
            '8' => 'B',
            other => other,
        })
        .collect();
    (letters.len() == CODE_LETTERS).then(|| digest(letters.as_bytes()))
}

/// Tells a person by mail that a recovery code was used, and how many are left.
pub(super) async fn tell_of_use(tx: &mut Tx, texts: &Texts, account: &Account) -> Result<(), StoreError> {
    let left = queries::codes_left(tx, account.id).await?;
    let values = [("name", account.name.as_str().into()), ("left", left.into())];
    tell(tx, texts, account, "recovery-used", &values).await
}

pub(super) async fn tell(
    tx: &mut Tx,
    texts: &Texts,
    account: &Account,
    key: &str,
    values: &[(&'static str, allmende_web::texts::TextValue)],
) -> Result<(), StoreError> {
    let language = Language::from_tag(&account.language).unwrap_or_default();
    let subject = texts.get(language, &format!("{key}-subject"));
    let body = texts.with(language, &format!("{key}-mail"), values);
    queue(tx, &Mail::new(account.email.clone(), subject, body)).await.map(drop)
}

/// Takes the second factor from an account: its secret, its codes, its sessions, its known browsers. The person sets up
/// a new one at the next sign-in and is told by mail. False if there is no such account.
pub async fn reset_second_factor(tx: &mut Tx, texts: &Texts, id: Id) -> Result<bool, StoreError> {
    let Some(account) = queries::get(tx, id).await? else { return Ok(false) };
    queries::drop_factor(tx, id).await?;
    session::end_others(tx, id, "").await?;
    tx.audit(Action::Event, "second_factor_reset", Some(id), &account.name, &Change::default()).await?;
    tell(tx, texts, &account, "factor-reset", &[("name", account.name.as_str().into())]).await?;
    Ok(true)
}

fn draw(cx: &Cx, left: i64, fault: Option<String>) -> Result<Response, Problem> {
    let mut field = Field::new(cx, "recovery", "code", Control::Short).autocomplete("one-time-code");
    field.error = fault;
    let form = Form {
        action: "/konto/wiederherstellungscodes".to_owned(),
        fields: vec![field],
        button: cx.t("recovery-renew"),
        cancel: "/konto".to_owned(),
        version: None,
        files: false,
        conflict: None,
        get: false,
    };
    let lead = cx.tv("recovery-lead", [("left", left.into())]);
    let path = [Line::link(cx.t("account"), "/konto")];
    page::form_with_lead(cx, &cx.t("recovery-codes"), &lead, &cx.t("recovery-not-renewed"), &path, &form)
}

pub(super) async fn renew_form(cx: Cx) -> Result<Response, Problem> {
    let id = cx.person()?.account;
    let mut tx = cx.read().await?;
    let account = queries::get(&mut tx, id).await?.ok_or(Problem::NotFound)?;
    if !account.has_second_factor {
        return Ok(Redirect::to("/konto/zweiter-faktor").into_response());
    }
    draw(&cx, queries::codes_left(&mut tx, id).await?, None)
}

/// Asks for a code of the second factor first: a session left open on a desk makes no codes (ASVS 7.5.1).
pub(super) async fn renew(cx: Cx) -> Result<Response, Problem> {
    let person = cx.person()?.clone();
    let mut tx = cx.app().database.write(person.alliance, person.actor(), cx.now()).await?;
    let account = queries::get(&mut tx, person.account).await?.ok_or(Problem::NotFound)?;
    let secrets = queries::secrets(&mut tx, person.account).await?;
    let Some(secret) = secrets.totp_secret else {
        return Ok(Redirect::to("/konto/zweiter-faktor").into_response());
    };
    let left = queries::codes_left(&mut tx, person.account).await?;
    let attempt = limits::attempt(&cx, &account.email, true)?;
    let step = second_factor::step_of(&cx, &secret, &account.email, cx.submission().get("code"))?;
    let taken = match step {
        Some(step) => queries::take_step(&mut tx, person.account, step).await?,
        None => false,
    };
    if !taken {
        return draw(&cx, left, Some(cx.t("second-factor-wrong")));
    }
    let codes = fresh_codes(&mut tx, person.account).await?;
    tx.note_event("account", "recovery codes renewed").await?;
    tx.commit().await?;
    attempt.right();
    show(&cx, &codes)
}

/// The page that shows fresh codes, once.
pub(super) fn show(cx: &Cx, codes: &[String]) -> Result<Response, Problem> {
    page::codes(
        cx,
        &cx.t("recovery-codes"),
        &cx.tv("recovery-shown-lead", [("count", codes.len().into())]),
        codes,
        &cx.t("recovery-shown-once"),
        (&cx.t("recovery-kept"), "/konto"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let code = "ABCD-EFGH-IJKL-MNOP-QRST-UVBO";
        let expected = typed_digest(code);
        assert!(expected.is_some());
        for typed in ["abcdefghijklmnopqrstuvbo", " ABCD EFGH 1JKL MNOP QRST UV80 ", "abcd–efgh–ijkl–mnop–qrst–uvbo"]
        {
            assert_eq!(typed_digest(typed), expected, "{typed}");
        }
        for other in ["123456", "", "ABCD-EFGH-IJKL-MNOP-QRST-UVB", "ABCD-EFGH-IJKL-MNOP-QRST-UVBOX"] {
            assert_eq!(typed_digest(other), None, "{other}");
        }
        assert_ne!(typed_digest("BBCD-EFGH-IJKL-MNOP-QRST-UVBO"), expected);
    }
}
