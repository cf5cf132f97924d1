//! The first start: whoever holds the printed secret creates the alliance and its first account.

use axum::response::{IntoResponse, Redirect, Response};

use allmende_store::{Actor, Database, Id, Moment, StoreError, Tx, args, digest};
use allmende_web::access::Role;
use allmende_web::form::{Control, Field, Form, Input};
use allmende_web::{Cx, Problem, page, session};

use super::account::{NewAccount, create_account};
use super::{limits, password, queries};
use crate::model::Alliance;

allmende_store::statements! {
    // The secret's digest waits under the nil tenant until it is used.
    SECRET_PUT = "INSERT INTO form_key (alliance_id, form_key, account_id, location, created_at) VALUES ($1, 'set-up', NULL, $2, $3)";
    SECRET_DROP = "DELETE FROM form_key WHERE alliance_id = $1 AND form_key = 'set-up'";
    ALLIANCES across = "SELECT id, short_name FROM alliance WHERE 1 = $1 ORDER BY id";
    SECRET_GET = "SELECT location FROM form_key WHERE alliance_id = $1 AND form_key = 'set-up'";
}

/// How many alliances the database holds.
pub async fn alliance_count(database: &Database, now: Moment) -> Result<i64, StoreError> {
    let mut tx = database.read(Id::NIL, now).await?;
    queries::count_alliances(&mut tx).await
}

/// The alliances of a database: id and short name.
pub async fn all_alliances(database: &Database, now: Moment) -> Result<Vec<(Id, String)>, StoreError> {
    let mut tx = database.read(Id::NIL, now).await?;
    tx.rows(ALLIANCES, args![1_i64]).await
}

/// Makes a fresh set-up secret, to be printed on the console. An older one no longer works.
pub async fn prepare_set_up(database: &Database, now: Moment) -> Result<String, StoreError> {
    let secret = session::secret();
    let mut tx = database.write(Id::NIL, Actor::default(), now).await?;
    tx.run(SECRET_DROP, Vec::new()).await?;
    tx.run(SECRET_PUT, args![digest(secret.as_bytes()), now]).await?;
    tx.commit().await?;
    Ok(secret)
}

async fn refuse_if_set_up(tx: &mut Tx) -> Result<(), Problem> {
    if queries::count_alliances(tx).await? == 0 { Ok(()) } else { Err(Problem::NotFound) }
}

/// Founds an alliance; the transaction works in it from here on.
pub async fn found_alliance(
    tx: &mut Tx,
    name: &str,
    short_name: &str,
    contact: &str,
    email: &str,
) -> Result<Id, StoreError> {
    let id = Id::new(tx.now());
    tx.enter(id);
    let mut alliance = Alliance {
        head: allmende_store::Head { id, ..allmende_store::Head::default() },
        inflected_name: name.to_owned(),
        name: name.to_owned(),
        short_name: short_name.to_owned(),
        legal_form: String::new(),
        seat: String::new(),
        address: String::new(),
        founded_on: None,
        contact_name: contact.to_owned(),
        email: email.to_owned(),
        phone: String::new(),
        website: String::new(),
        brand: "#1e5945".to_owned(),
        logo_file: None,
        outline_source: String::new(),
    };
    tx.insert(&mut alliance).await?;
    Ok(id)
}

fn draw(cx: &Cx, errors: Vec<(&'static str, String)>) -> Result<Response, Problem> {
    let fields = vec![
        Field::new(cx, "set-up", "secret", Control::Password).autocomplete("off"),
        Field::new(cx, "set-up", "alliance", Control::Line),
        Field::new(cx, "set-up", "short_name", Control::Line),
        Field::new(cx, "account", "name", Control::Line).autocomplete("name"),
        Field::new(cx, "sign-in", "email", Control::Email).autocomplete("username"),
        Field::new(cx, "account", "password", Control::Password).autocomplete("new-password"),
    ];
    let form = Form {
        action: "/einrichten".to_owned(),
        fields,
        button: cx.t("set-up-button"),
        cancel: String::new(),
        version: None,
        files: false,
        conflict: None,
        get: false,
    }
    .refill(cx.submission(), errors);
    page::sign_in(cx, &cx.t("set-up"), &cx.t("set-up-lead"), &cx.t("set-up-failed"), &form, false)
}

pub(super) async fn form(cx: Cx) -> Result<Response, Problem> {
    let mut tx = cx.app().across().await?;
    refuse_if_set_up(&mut tx).await?;
    draw(&cx, Vec::new())
}

pub(super) async fn save(cx: Cx) -> Result<Response, Problem> {
    let attempt = cx.attempt(limits::BY_ADDRESS, &[])?;
    let mut input = Input::new(&cx);
    let secret = cx.submission().get("secret").to_owned();
    let name = input.line("alliance", "set-up-alliance-missing");
    let short_name = input.line("short_name", "set-up-short-name-missing");
    let person = input.line("name", "account-name-missing");
    let email = input.email("email");
    if email.is_empty() {
        input.refuse_key("email", "account-email-missing");
    }
    let new_password = password::check_new(&mut input, &person, &email);
    let hash = password::hash(new_password).await?;
    let mut tx = cx.app().database.write(Id::NIL, Actor { account: None, name: person.clone() }, cx.now()).await?;
    refuse_if_set_up(&mut tx).await?;
    let stored: Option<(String,)> = tx.row(SECRET_GET, Vec::new()).await?;
    let given = digest(secret.as_bytes());
    let fits =
        stored.is_some_and(|(wanted,)| subtle::ConstantTimeEq::ct_eq(wanted.as_bytes(), given.as_bytes()).into());
    if fits {
        attempt.right();
    } else {
        input.refuse_key("secret", "set-up-secret-wrong");
    }
    if !input.is_fine() {
        let errors = input.errors();
        return draw(&cx, errors);
    }
    tx.run(SECRET_DROP, Vec::new()).await?;
    found_alliance(&mut tx, &name, &short_name, &person, &email).await?;
    let new = NewAccount { email, name: person, role: Role::Manager, municipality: None };
    let account = create_account(&mut tx, &new).await?;
    queries::set_password(&mut tx, account, &hash).await?;
    tx.commit().await?;
    Ok(Redirect::to("/anmelden").into_response())
}
