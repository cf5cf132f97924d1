//! The context of a request: who asks, in which language, and the way to the data.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Body;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};

use allmende_documents::format as german;
use allmende_store::{Actor, Day, Id, Moment, Precision, TimelineItem, Tx};

use crate::access::{CONFIDENTIAL, Flash, Permission, Principal, Session};
use crate::app::App;
use crate::caller::neighbourhood;
use crate::form::Submission;
use crate::limit::{Rate, Wait};
use crate::problem::Problem;
use crate::session;
use crate::texts::{Language, TextValue};

/// The context of a request. Cheap to clone.
#[derive(Clone)]
pub struct Cx(Arc<Inner>);

struct Inner {
    app: App,
    principal: Option<Principal>,
    session: Option<Session>,
    language: Language,
    now: Moment,
    path: String,
    query: BTreeMap<String, String>,
    submission: Submission,
    flash_shown: AtomicBool,
    browser: Browser,
    reading: Mutex<Option<Tx>>,
}

/// What the browser says of itself and of the page before.
#[derive(Clone, Debug, Default)]
pub(crate) struct Browser {
    pub(crate) agent: String,
    pub(crate) came_from: Option<String>,
    pub(crate) address: Option<IpAddr>,
    pub(crate) device: Option<String>,
}

/// How much wider the limits of a shared address are.
const SHARED: i64 = 20;

/// A try that was paid for. Dropped, it stays paid.
#[must_use]
pub struct Attempt {
    app: App,
    paid: Vec<(Rate, String)>,
}

impl Attempt {
    /// It was right: it costs nothing.
    pub fn right(self) {
        for (rate, key) in &self.paid {
            self.app.buckets.give_back(*rate, key);
        }
    }
}

impl Cx {
    #[allow(clippy::too_many_arguments)] // Built in two places only, each from the parts of a request.
    pub(crate) fn new(
        app: App,
        principal: Option<Principal>,
        session: Option<Session>,
        language: Language,
        path: String,
        query: BTreeMap<String, String>,
        submission: Submission,
        browser: Browser,
    ) -> Self {
        let now = app.now();
        Self(Arc::new(Inner {
            app,
            principal,
            session,
            language,
            now,
            path,
            query,
            submission,
            flash_shown: AtomicBool::new(false),
            browser,
            reading: Mutex::new(None),
        }))
    }

    /// Gives the transaction in which the session was read to the first [`Self::read`]; `None` takes it back.
    pub(crate) fn lend(&self, reading: Option<Tx>) {
        *self.0.reading.lock().unwrap_or_else(PoisonError::into_inner) = reading;
    }

    fn lent(&self) -> Option<Tx> {
        self.0.reading.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// The composed program.
    pub fn app(&self) -> &App {
        &self.0.app
    }

    /// The person who asks, if somebody is signed in.
    pub fn principal(&self) -> Option<&Principal> {
        self.0.principal.as_ref()
    }

    /// The person who asks. A page whose route needs a sign-in always has one.
    pub fn person(&self) -> Result<&Principal, Problem> {
        self.0.principal.as_ref().ok_or(Problem::SignIn)
    }

    /// The session, if there is one.
    pub fn session(&self) -> Option<&Session> {
        self.0.session.as_ref()
    }

    /// Whether the person has a right.
    pub fn may(&self, permission: Permission) -> bool {
        self.principal().is_some_and(|person| person.may(permission))
    }

    /// Refuses unless the person has a right. Routes check theirs before the handler; this is for
    /// what depends on the record.
    pub fn demand(&self, permission: Permission) -> Result<(), Problem> {
        if self.may(permission) { Ok(()) } else { Err(Problem::Forbidden) }
    }

    /// The language of the answer.
    pub fn language(&self) -> Language {
        self.0.language
    }

    /// When the request came.
    pub fn now(&self) -> Moment {
        self.0.now
    }

    /// Today in Germany.
    pub fn today(&self) -> Day {
        self.0.now.day()
    }

    /// The path of the request.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// A parameter of the address, trimmed; empty if it is not there.
    pub fn query(&self, name: &str) -> &str {
        self.0.query.get(name).map_or("", |value| value.trim())
    }

    /// What the browser says of itself.
    pub fn agent(&self) -> &str {
        &self.0.browser.agent
    }

    /// The address of the caller, seen through the operator's proxies.
    pub fn address(&self) -> IpAddr {
        self.0.browser.address.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED))
    }

    /// The word by which this browser is known from an earlier sign-in.
    pub fn device(&self) -> Option<&str> {
        self.0.browser.device.as_deref()
    }

    /// Pays for a try. The caller's address pays `by_address`; whom the try is about pays the others, each with its own
    /// key. If one of them is empty, nothing is paid.
    pub fn attempt(&self, by_address: Rate, others: &[(Rate, String)]) -> Result<Attempt, Wait> {
        let settings = &self.0.app.settings;
        let rate =
            if settings.shared_addresses.contain(self.address()) { by_address.times(SHARED) } else { by_address };
        let mut attempt = Attempt { app: self.0.app.clone(), paid: Vec::new() };
        let all = std::iter::once((rate, neighbourhood(self.address()).to_string())).chain(others.iter().cloned());
        for (rate, key) in all {
            if let Err(wait) = self.0.app.buckets.take(rate, &key, self.0.now) {
                tracing::warn!(limit = rate.name, "a caller tried too often");
                attempt.right();
                return Err(wait);
            }
            attempt.paid.push((rate, key));
        }
        Ok(attempt)
    }

    /// How long to wait, in words: "20 Sekunden", "3 Minuten".
    pub fn wait_words(&self, wait: Wait) -> String {
        if wait.0 <= 90 {
            self.tv("wait-seconds", [("count", wait.0.into())])
        } else {
            self.tv("wait-minutes", [("count", ((wait.0 + 59) / 60).into())])
        }
    }

    /// The page of ours that the person came from.
    pub fn came_from(&self) -> Option<String> {
        self.0.browser.came_from.clone()
    }

    /// All parameters of the address.
    pub fn query_all(&self) -> &BTreeMap<String, String> {
        &self.0.query
    }

    /// The submitted form.
    pub fn submission(&self) -> &Submission {
        &self.0.submission
    }

    /// A text in the person's language.
    pub fn t(&self, key: &str) -> String {
        self.0.app.texts.get(self.0.language, key)
    }

    /// A text with variables.
    pub fn tv(&self, key: &str, values: impl AsRef<[(&'static str, TextValue)]>) -> String {
        self.0.app.texts.with(self.0.language, key, values.as_ref())
    }

    /// A line of the index in the person's language.
    pub fn worded(&self, mut line: TimelineItem) -> TimelineItem {
        if let Some(view) = self.0.app.kind(&line.kind) {
            (view.words)(self, &mut line);
        }
        line
    }

    /// A day as lists show it: "Do, 30.11.2017".
    pub fn day(&self, day: Day) -> String {
        german::date_with_weekday(day.0, self.document_language())
    }

    /// A day as exactly as it is known: "Do, 30.11.2017", "November 2017" or "2017".
    pub fn day_as(&self, day: Day, precision: Precision) -> String {
        match precision {
            Precision::Day => self.day(day),
            Precision::Month => german::month_of_year(day.0, self.document_language()),
            Precision::Year => day.0.year().to_string(),
        }
    }

    /// A day as prose shows it: "30. November 2017".
    pub fn long_day(&self, day: Day) -> String {
        german::long_date(day.0, self.document_language())
    }

    /// A day with its weekday in full: "Dienstag, 14. November 2017".
    pub fn long_weekday(&self, day: Day) -> String {
        german::long_date_with_weekday(day.0, self.document_language())
    }

    /// A whole number with grouped digits.
    pub fn number(&self, number: i64) -> String {
        german::grouped(number)
    }

    /// An amount of cents as "1.234,56 €".
    pub fn money(&self, cents: i64) -> String {
        german::money_in(cents, self.document_language())
    }

    /// Words for the screen: long compounds may break at their joints.
    pub fn soft(&self, text: &str) -> String {
        crate::soft::soft(text)
    }

    /// Whether the person can capture anything.
    pub fn may_capture(&self) -> bool {
        self.0.app.areas.iter().flat_map(|area| &area.captures).any(|capture| self.may(capture.permission))
    }

    /// The word for what the person is.
    pub fn role_word(&self) -> String {
        self.principal().map(|person| self.t(&format!("role-{}", person.role.word()))).unwrap_or_default()
    }

    /// The language as documents name it.
    pub fn document_language(&self) -> german::Language {
        match self.0.language {
            Language::German => german::Language::De,
            Language::English => german::Language::En,
        }
    }

    /// A transaction that reads.
    pub async fn read(&self) -> Result<Tx, Problem> {
        let alliance = self.0.principal.as_ref().map_or(Id::NIL, |person| person.alliance);
        let mut tx = match self.lent() {
            Some(mut tx) => {
                tx.enter(alliance);
                tx
            }
            None => self.0.app.database.read(alliance, self.0.now).await?,
        };
        tx.act_as(self.actor());
        tx.see_confidential(self.may(CONFIDENTIAL));
        Ok(tx)
    }

    /// A transaction that writes. If the same form was stored before, this ends the request by
    /// leading to where it led then, so a second press or a retry changes nothing.
    pub async fn write(&self) -> Result<Tx, Problem> {
        let alliance = self.0.principal.as_ref().map_or(Id::NIL, |person| person.alliance);
        drop(self.lent());
        let mut tx = self.0.app.database.write(alliance, self.actor(), self.0.now).await?;
        tx.see_confidential(self.may(CONFIDENTIAL));
        let key = self.form_key();
        if !key.is_empty()
            && let Some(location) = session::stored_form(&mut tx, key).await?
        {
            return Err(Problem::AlreadyStored(location));
        }
        Ok(tx)
    }

    fn form_key(&self) -> &str {
        let key = self.0.submission.get("form_key");
        // Longer ones are not ours.
        if key.len() <= 64 { key } else { "" }
    }

    fn actor(&self) -> Actor {
        self.0.principal.as_ref().map(Principal::actor).unwrap_or_default()
    }

    /// Makes a change lasting and leads to the page that shows it, with a sentence on top.
    pub async fn done(&self, mut tx: Tx, location: &str, flash: Option<Flash>) -> Result<Response, Problem> {
        if let (Some(session), Some(flash)) = (self.session(), flash) {
            session::set_flash(&mut tx, &session.digest, Some(&flash)).await?;
        }
        let key = self.form_key();
        if !key.is_empty() {
            session::store_form(&mut tx, key, location).await?;
        }
        tx.commit().await?;
        Ok(Redirect::to(location).into_response())
    }

    /// What the page says on top, marked as said.
    pub(crate) fn take_flash(&self) -> Option<Flash> {
        let flash = self.session()?.flash.clone()?;
        self.0.flash_shown.store(true, Ordering::Relaxed);
        Some(flash)
    }

    pub(crate) fn flash_was_shown(&self) -> bool {
        self.0.flash_shown.load(Ordering::Relaxed)
    }

    /// A file for the person to keep.
    pub fn download(&self, name: &str, media_type: &str, content: impl Into<Body>) -> Response {
        let mut response = (StatusCode::OK, content.into()).into_response();
        let headers = response.headers_mut();
        if let Ok(value) = HeaderValue::from_str(media_type) {
            headers.insert(header::CONTENT_TYPE, value);
        }
        let ascii: String =
            name.chars().map(|c| if c.is_ascii_alphanumeric() || "-_.".contains(c) { c } else { '_' }).collect();
        let encoded = percent_encoding::utf8_percent_encode(name, percent_encoding::NON_ALPHANUMERIC);
        let disposition = format!("attachment; filename=\"{ascii}\"; filename*=UTF-8''{encoded}");
        if let Ok(value) = HeaderValue::from_str(&disposition) {
            headers.insert(header::CONTENT_DISPOSITION, value);
        }
        response
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Cx {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| Problem::Internal("route without guard".to_owned()))
    }
}
