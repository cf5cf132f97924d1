//! The guard before every handler, and the headers on every answer.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::multipart::MultipartError;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method as HttpMethod, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Redirect, Response};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

use allmende_store::Tx;

use crate::access::{Access, SignedIn};
use crate::app::App;
use crate::area::Route;
use crate::assets;
use crate::caller::caller;
use crate::cx::{Browser, Cx};
use crate::form::{Submission, Upload};
use crate::page;
use crate::problem::{Problem, ProblemMark};
use crate::server::Peer;
use crate::session;
use crate::texts::Language;
use crate::watch;

/// The largest form: one picture or one old report.
pub const LARGEST_FORM: usize = 25 * 1024 * 1024;
/// The most fields of a form.
const MOST_FIELDS: usize = 2_000;
/// How long an answer may take.
const LONGEST_ANSWER: Duration = Duration::from_secs(60);

/// A browser is known this many days after its last sign-in.
pub const DEVICE_DAYS: i64 = 180;

/// The name of the session cookie: the prefix binds it to this host over TLS.
pub fn cookie_name(secure: bool) -> &'static str {
    if secure { "__Host-allmende" } else { "allmende" }
}

/// The `Set-Cookie` value that begins a session, or ends one if `token` is empty.
pub fn cookie(secure: bool, token: &str) -> String {
    let age = if token.is_empty() { 0 } else { session::LONGEST_DAYS * 24 * 3600 };
    let secure_word = if secure { "; Secure" } else { "" };
    format!("{}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}{secure_word}", cookie_name(secure))
}

/// The name of the cookie by which a browser is known from an earlier sign-in. It opens nothing: it only lets its person
/// try a password while strangers have tried that account too often.
pub fn device_cookie_name(secure: bool) -> &'static str {
    if secure { "__Host-allmende-device" } else { "allmende-device" }
}

/// The `Set-Cookie` value that lets this browser be known again.
pub fn device_cookie(secure: bool, token: &str) -> String {
    let secure_word = if secure { "; Secure" } else { "" };
    let age = DEVICE_DAYS * 24 * 3600;
    format!("{}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}{secure_word}", device_cookie_name(secure))
}

/// Builds the router of all areas.
pub fn build(app: App, routes: Vec<Route>) -> Router {
    let mut router: Router<App> = Router::new();
    for route in routes {
        let access = route.access;
        let state = app.clone();
        let guarded = route.handler.layer(middleware::from_fn(move |request: Request, next: Next| {
            let state = state.clone();
            async move { guard(state, access, request, next).await }
        }));
        router = router.route(&route.path, guarded);
    }
    router
        .route("/assets/{digest}/{*name}", axum::routing::get(assets::serve))
        .route("/healthz", axum::routing::get(|| async { "ok\n" }))
        .fallback(middleware_fallback)
        .method_not_allowed_fallback(|| async { StatusCode::METHOD_NOT_ALLOWED })
        // `read_form` has its own limits; axum's default of 2 MB would refuse every larger file before them.
        .layer(DefaultBodyLimit::disable())
        .layer(middleware::from_fn_with_state(app.clone(), draw_problems))
        .layer(CatchPanicLayer::custom(|_: Box<dyn std::any::Any + Send>| {
            tracing::error!("a handler panicked");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, LONGEST_ANSWER))
        .layer(middleware::from_fn(watch::watch))
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn_with_state(app.clone(), security_headers))
        .with_state(app)
}

async fn middleware_fallback() -> Response {
    Problem::NotFound.into_response()
}

/// Strict on purpose: no foreign host, no inline script, no inline style.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; \
    connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

async fn security_headers(State(app): State<App>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "same-origin");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    set(HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()");
    set(HeaderName::from_static("x-robots-tag"), "noindex");
    set(header::CACHE_CONTROL, "no-store");
    if app.settings.secure() {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
    }
    response
}

fn cookie_value(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, token)| token.to_owned())
        .filter(|token| token.len() == 43)
}

/// Who asks, with the transaction in which that was read.
async fn who(app: &App, headers: &HeaderMap) -> Result<Option<(SignedIn, Tx)>, Problem> {
    let Some(token) = cookie_value(headers, cookie_name(app.settings.secure())) else { return Ok(None) };
    let mut tx = app.across().await?;
    let found = (app.lookup)(&mut tx, &allmende_store::digest(token.as_bytes())).await?;
    Ok(found.map(|signed_in| (signed_in, tx)))
}

/// Whether a browser says that the request comes from a page of ours. Requests without either
/// header come from programs, which carry no cookie of a person unless they took it on purpose.
fn same_origin(app: &App, headers: &HeaderMap) -> bool {
    if let Some(site) = headers.get("sec-fetch-site").and_then(|value| value.to_str().ok()) {
        return matches!(site, "same-origin" | "none");
    }
    let Some(origin) = headers.get(header::ORIGIN).and_then(|value| value.to_str().ok()) else { return true };
    let host = headers.get(header::HOST).and_then(|value| value.to_str().ok()).unwrap_or_default();
    origin == app.settings.public_url || origin.split_once("://").is_some_and(|(_, name)| name == host)
}

fn language(signed_in: Option<&SignedIn>, query: &BTreeMap<String, String>, headers: &HeaderMap) -> Language {
    if let Some(chosen) = query.get("sprache").and_then(|tag| Language::from_tag(tag)) {
        return chosen;
    }
    match signed_in {
        Some(signed_in) => Language::from_tag(&signed_in.principal.language).unwrap_or_default(),
        None => headers
            .get(header::ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok())
            .map_or(Language::German, Language::from_header),
    }
}

/// The page before, only as a path and only if it was one of ours.
fn browser(app: &App, headers: &HeaderMap, peer: Option<IpAddr>) -> Browser {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let host = text(header::HOST);
    let came_from = text(header::REFERER)
        .split_once("://")
        .and_then(|(scheme, rest)| {
            let (name, path) = rest.split_at(rest.find('/')?);
            (name == host || format!("{scheme}://{name}") == app.settings.public_url).then(|| path.to_owned())
        })
        .filter(|path| !path.starts_with("//"));
    Browser {
        agent: text(header::USER_AGENT).to_owned(),
        came_from,
        address: Some(caller(peer, headers, &app.settings.proxies)),
        device: cookie_value(headers, device_cookie_name(app.settings.secure())),
    }
}

fn pairs(text: &str) -> Vec<(String, String)> {
    let decode = |part: &str| {
        let spaced = part.replace('+', " ");
        percent_encoding::percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
    };
    text.split('&')
        .filter(|pair| !pair.is_empty())
        .take(MOST_FIELDS)
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(key, value)| (decode(key), decode(value)))
        .collect()
}

fn part_fault(error: &MultipartError) -> Problem {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Problem::TooLarge } else { Problem::BadRequest("multipart") }
}

fn too_long(error: &axum::Error) -> bool {
    matches!(std::error::Error::source(error), Some(source) if source.is::<http_body_util::LengthLimitError>())
}

async fn read_form(request: Request) -> Result<Submission, Problem> {
    let media = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut submission = Submission::default();
    if media.starts_with("multipart/form-data") {
        // Said before it is read: a browser that announces too much is told at once.
        let announced = request.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
        if announced.and_then(|text| text.parse::<usize>().ok()).is_some_and(|length| length > LARGEST_FORM) {
            return Err(Problem::TooLarge);
        }
        let limited = request.map(|body| Body::new(http_body_util::Limited::new(body, LARGEST_FORM)));
        let mut parts = Multipart::from_request(limited, &()).await.map_err(|_| Problem::BadRequest("multipart"))?;
        let mut count = 0;
        while let Some(part) = parts.next_field().await.map_err(|error| part_fault(&error))? {
            count += 1;
            if count > MOST_FIELDS {
                return Err(Problem::BadRequest("too many fields"));
            }
            let name = part.name().unwrap_or_default().to_owned();
            let file = part.file_name().map(str::to_owned);
            let bytes = part.bytes().await.map_err(|error| part_fault(&error))?;
            match file {
                Some(file) if !bytes.is_empty() => {
                    submission.files.insert(name, Upload { name: file, bytes: bytes.to_vec() });
                }
                Some(_) => {}
                None => {
                    let text = String::from_utf8_lossy(&bytes).into_owned();
                    submission.values.entry(name).or_default().push(text);
                }
            }
        }
    } else if media.is_empty() || media.starts_with("application/x-www-form-urlencoded") {
        let bytes = axum::body::to_bytes(request.into_body(), 2 * 1024 * 1024)
            .await
            .map_err(|error| if too_long(&error) { Problem::TooLarge } else { Problem::BadRequest("form") })?;
        for (key, value) in pairs(&String::from_utf8_lossy(&bytes)) {
            submission.values.entry(key).or_default().push(value);
        }
    } else {
        return Err(Problem::BadRequest("content type"));
    }
    Ok(submission)
}

/// What a problem page needs when the guard could not make a context: who and which language.
#[derive(Clone)]
struct Drawn(Cx);

async fn guard(app: App, access: Access, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let query: BTreeMap<String, String> = pairs(parts.uri.query().unwrap_or_default()).into_iter().collect();
    let path = parts.uri.path().to_owned();
    let (signed_in, reading) = match who(&app, &parts.headers).await {
        Ok(found) => found.unzip(),
        Err(problem) => return problem.into_response(),
    };
    // A page that reads goes on in the transaction in which the session was read: on SQLite its begin and end cost as
    // much as two statements. Public routes look across alliances by themselves, and a form may take long to arrive.
    let reading = reading.filter(|_| parts.method == HttpMethod::GET && access != Access::Public);
    let language = language(signed_in.as_ref(), &query, &parts.headers);
    let (principal, session) = signed_in.map_or((None, None), |found| (Some(found.principal), Some(found.session)));
    let headers = parts.headers.clone();
    let peer = parts.extensions.get::<Peer>().map(|peer| peer.0.ip());
    let context = |submission: Submission| {
        let browser = browser(&app, &headers, peer);
        Cx::new(
            app.clone(),
            principal.clone(),
            session.clone(),
            language,
            path.clone(),
            query.clone(),
            submission,
            browser,
        )
    };
    let refuse = |problem: Problem| {
        let mut response = problem.into_response();
        response.extensions_mut().insert(Drawn(context(Submission::default())));
        response
    };

    // Authorise first: nothing of the request is read before.
    let allowed = match (access, &principal) {
        (Access::Public, _) => Ok(()),
        (_, None) => Err(Problem::SignIn),
        (Access::SignedIn, Some(_)) => Ok(()),
        (Access::Needs(permission), Some(person)) if person.may(permission) => Ok(()),
        (Access::Needs(_), Some(person)) if person.must_enrol => Err(Problem::SignIn),
        (Access::Needs(_), Some(_)) => Err(Problem::Forbidden),
    };
    if let Err(problem) = allowed {
        return refuse(problem);
    }

    let mut submission = Submission::default();
    let mut parts = parts;
    let mut body = body;
    if parts.method == HttpMethod::POST {
        if !same_origin(&app, &parts.headers) {
            return refuse(Problem::Forbidden);
        }
        let form_request = Request::from_parts(parts.clone(), std::mem::take(&mut body));
        submission = match read_form(form_request).await {
            Ok(submission) => submission,
            Err(problem) => return refuse(problem),
        };
        if let Some(session) = &session {
            let sent = submission.get("csrf").as_bytes();
            let equal: bool = subtle::ConstantTimeEq::ct_eq(sent, session.csrf.as_bytes()).into();
            if !equal {
                return refuse(Problem::Forbidden);
            }
        }
    }
    let cx = context(submission);
    cx.lend(reading);
    parts.extensions.insert(cx.clone());
    let mut response = next.run(Request::from_parts(parts, body)).await;
    // A handler that read nothing gives it back.
    cx.lend(None);
    if let (Some(session), Some(person)) = (cx.session(), cx.principal())
        && (session.stale || cx.flash_was_shown())
        // A failure here only says a sentence twice or ends an idle session early.
        && let Ok(mut tx) = app.database.write(person.alliance, person.actor(), cx.now()).await
    {
        let noted = session::seen(&mut tx, &session.digest).await;
        let said = if cx.flash_was_shown() { session::set_flash(&mut tx, &session.digest, None).await } else { Ok(()) };
        if noted.is_ok() && said.is_ok() {
            let _ = tx.commit().await;
        }
    }
    response.extensions_mut().insert(Drawn(cx));
    response
}

/// Draws the page for a problem that a handler or the guard returned.
async fn draw_problems(State(app): State<App>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let back = request.uri().path_and_query().map(ToString::to_string).unwrap_or_default();
    let headers = request.headers().clone();
    let is_get = request.method() == HttpMethod::GET;
    let mut response = next.run(request).await;
    let Some(ProblemMark(problem)) = response.extensions_mut().remove::<ProblemMark>() else { return response };
    let cx = match response.extensions_mut().remove::<Drawn>() {
        Some(Drawn(cx)) => cx,
        None => {
            let signed_in = who(&app, &headers).await.ok().flatten().map(|(found, _)| found);
            let language = language(signed_in.as_ref(), &BTreeMap::new(), &headers);
            let (principal, session) =
                signed_in.map_or((None, None), |found| (Some(found.principal), Some(found.session)));
            Cx::new(
                app.clone(),
                principal,
                session,
                language,
                path,
                BTreeMap::new(),
                Submission::default(),
                Browser::default(),
            )
        }
    };
    if matches!(*problem, Problem::SignIn) {
        let enrol = cx.principal().is_some_and(|person| person.must_enrol);
        let target = if enrol {
            "/konto/zweiter-faktor".to_owned()
        } else if is_get && back.len() > 1 {
            crate::list::address("/anmelden", &BTreeMap::new(), &[("weiter", &back)])
        } else {
            "/anmelden".to_owned()
        };
        return Redirect::to(&target).into_response();
    }
    page::problem(&cx, &problem)
}
