//! A world of its own for each test: database, router, clock, people.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use allmende::house;
use allmende_alliance::accounts::{NewAccount, create_account};
use allmende_store::{Actor, Database, Id, Moment, Tx, digest};
use allmende_web::access::Role;
use allmende_web::app::{App, Settings};
use allmende_web::server::Peer;
use allmende_web::session;
use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use tower::ServiceExt;

/// The engines that a story runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// Runs a story on SQLite and on PostgreSQL. `cargo xtask test` always provides the server; without
/// `ALLMENDE_TEST_POSTGRES` the second half says that it did not run.
macro_rules! on_both_engines {
    ($($(#[$meta:meta])* $name:ident;)+) => {
        $(mod $name {
            use super::super::super::world::{Engine, World};

            $(#[$meta])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                super::$name(World::new(Engine::Sqlite).await.unwrap()).await;
            }

            $(#[$meta])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                match World::new(Engine::Postgres).await {
                    Some(world) => super::$name(world).await,
                    None => eprintln!("not run: ALLMENDE_TEST_POSTGRES is not set"),
                }
            }
        })+
    };
}
pub(crate) use on_both_engines;

/// A world.
pub struct World {
    pub app: App,
    pub router: Router,
    pub alliance: Id,
    clock: Arc<Mutex<Moment>>,
    _folder: tempfile::TempDir,
}

/// 14 November 2017, 9 o'clock in Germany.
pub fn start() -> Moment {
    Moment::new("2017-11-14T08:00:00Z".parse().unwrap())
}

pub async fn database(engine: Engine, folder: &std::path::Path) -> Option<Database> {
    let address = match engine {
        Engine::Sqlite => format!("sqlite:{}", folder.join("test.sqlite").display()),
        Engine::Postgres => {
            let admin = std::env::var("ALLMENDE_TEST_POSTGRES").ok().filter(|text| !text.is_empty())?;
            let name = format!("allmende_{}", Id::new(Moment::new(jiff::Timestamp::now())).0.simple());
            let pool = sqlx::PgPool::connect(&admin).await.expect("the test server answers");
            sqlx::query(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&pool).await.unwrap();
            pool.close().await;
            let (base, _) = admin.split_at(admin.rfind('/').unwrap());
            format!("{base}/{name}")
        }
    };
    Some(house::open(&address).await.unwrap_or_else(|failure| panic!("{}", failure.line)))
}

impl World {
    /// A world with one empty alliance, or `None` if its engine is not there.
    pub async fn new(engine: Engine) -> Option<Self> {
        let settings = Settings { public_url: "http://allmende.test".to_owned(), ..Settings::default() };
        Self::with(engine, settings).await
    }

    /// The same with settings of one's own.
    pub async fn with(engine: Engine, settings: Settings) -> Option<Self> {
        Self::founded(engine, settings, "Mustertal", start()).await
    }

    /// The same with an alliance of this name, at an hour of one's own.
    pub async fn founded(engine: Engine, settings: Settings, name: &str, at: Moment) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let database = database(engine, folder.path()).await?;
        let clock = Arc::new(Mutex::new(at));
        let hands = Arc::clone(&clock);
        let typesetter = Arc::new(allmende_typesetting::Engine::new());
        let (app, router) = house::build(database, settings, Arc::new(move || *hands.lock().unwrap()), typesetter)
            .unwrap_or_else(|failure| panic!("{}", failure.line));
        let alliance = found_alliance(&app, name).await;
        Some(Self { app, router, alliance, clock, _folder: folder })
    }

    /// Lets time pass.
    pub fn pass(&self, span: jiff::SignedDuration) {
        let mut hands = self.clock.lock().unwrap();
        *hands = Moment::new(hands.0.checked_add(span).unwrap());
    }

    /// Turns the clock to a time in Germany: `2017-09-14 18:05`.
    pub fn turn(&self, to: &str) {
        let there: jiff::civil::DateTime = to.parse().unwrap();
        *self.clock.lock().unwrap() = Moment::new(there.in_tz("Europe/Berlin").unwrap().timestamp());
    }

    /// A transaction that writes, as the program itself.
    pub async fn write(&self) -> Tx {
        self.app.database.write(self.alliance, Actor::default(), self.app.now()).await.unwrap()
    }

    /// A transaction that reads.
    pub async fn read(&self) -> Tx {
        self.app.database.read(self.alliance, self.app.now()).await.unwrap()
    }

    /// A second alliance on the same server.
    pub async fn second_alliance(&self) -> Id {
        found_alliance(&self.app, "Nachbartal").await
    }

    /// Somebody with this role, signed in.
    pub async fn person(&self, role: Role) -> Client {
        self.person_of(self.alliance, role, None).await
    }

    /// Somebody of an alliance, signed in.
    pub async fn person_of(&self, alliance: Id, role: Role, municipality: Option<Id>) -> Client {
        let key = Id::new(Moment::new(jiff::Timestamp::now()));
        let new = NewAccount {
            email: format!("{}-{}@test.example", role.word(), key.0.simple()),
            name: format!("Erika {}", role.word()),
            role,
            municipality,
        };
        let account = self.account_of(alliance, &new).await;
        self.sign_in(alliance, account).await
    }

    /// An account.
    pub async fn account_of(&self, alliance: Id, new: &NewAccount) -> Id {
        let mut tx = self.app.database.write(alliance, Actor::default(), self.app.now()).await.unwrap();
        let account = create_account(&mut tx, new).await.unwrap();
        tx.commit().await.unwrap();
        account
    }

    /// A new session of an account.
    pub async fn sign_in(&self, alliance: Id, account: Id) -> Client {
        let mut tx = self.app.database.write(alliance, Actor::default(), self.app.now()).await.unwrap();
        let token = session::begin(&mut tx, account, "Firefox Linux").await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = self.app.across().await.unwrap();
        let found = (self.app.lookup)(&mut tx, &digest(token.as_bytes())).await.unwrap().expect("the session is there");
        Client { token: Some(token), csrf: found.session.csrf, ..self.stranger() }
    }

    /// Somebody who is not signed in, at an address of their own.
    pub fn stranger(&self) -> Client {
        static NEXT: AtomicU32 = AtomicU32::new(1);
        let address = Ipv4Addr::from(0x0a00_0000 | NEXT.fetch_add(1, Ordering::Relaxed) & 0x00ff_ffff);
        Client {
            router: self.router.clone(),
            token: None,
            device: None,
            csrf: String::new(),
            address: IpAddr::V4(address),
        }
    }
}

async fn found_alliance(app: &App, name: &str) -> Id {
    let id = Id::new(Moment::new(jiff::Timestamp::now()));
    let mut tx = app.database.write(id, Actor::default(), app.now()).await.unwrap();
    let mut alliance = allmende_alliance::model::Alliance {
        head: allmende_store::Head { id, ..allmende_store::Head::default() },
        name: format!("Kommunale Allianz {name} e. V."),
        short_name: name.to_owned(),
        inflected_name: format!("der Kommunalen Allianz {name} e. V."),
        legal_form: "e. V.".to_owned(),
        seat: name.to_owned(),
        address: String::new(),
        founded_on: None,
        contact_name: "Allianzmanagement".to_owned(),
        email: String::new(),
        phone: String::new(),
        website: String::new(),
        brand: "#1e5945".to_owned(),
        logo_file: None,
        outline_source: String::new(),
    };
    tx.insert(&mut alliance).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// A browser of one person, without the browser.
#[derive(Clone)]
pub struct Client {
    pub router: Router,
    pub token: Option<String>,
    /// The word by which the browser is known.
    pub device: Option<String>,
    pub csrf: String,
    /// Where the person sits.
    pub address: IpAddr,
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: BTreeMap<String, String>,
    /// All cookies that it sets, as sent.
    pub cookies: Vec<String>,
    pub bytes: Vec<u8>,
}

impl Answer {
    /// Its text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// Where it leads.
    pub fn location(&self) -> &str {
        self.headers.get("location").map_or("", String::as_str)
    }

    /// Its text, after a check of its status.
    #[track_caller]
    pub fn ok(&self) -> String {
        assert_eq!(self.status, StatusCode::OK, "{}", self.text());
        self.text()
    }

    /// Where it leads, after a check that it leads somewhere.
    #[track_caller]
    pub fn moved(&self) -> String {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.text());
        self.location().to_owned()
    }
}

impl Client {
    /// The same person at another address.
    pub fn at(&self, address: &str) -> Self {
        Self { address: address.parse().unwrap(), ..self.clone() }
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let status = response.status();
        let headers = response
            .headers()
            .iter()
            .map(|(name, value)| (name.to_string(), value.to_str().unwrap_or_default().to_owned()))
            .collect();
        let cookies = response.headers().get_all(header::SET_COOKIE);
        let cookies = cookies.iter().map(|value| value.to_str().unwrap().to_owned()).collect();
        let bytes = response.into_body().collect().await.unwrap().to_bytes().to_vec();
        Answer { status, headers, cookies, bytes }
    }

    pub fn request(&self, method: &str, path: &str) -> axum::http::request::Builder {
        let mut builder = Request::builder().method(method).uri(path).header(header::HOST, "allmende.test");
        if let Some(token) = &self.token {
            // Both names: which one counts depends on the address of the server.
            builder = builder.header(header::COOKIE, format!("allmende={token}; __Host-allmende={token}"));
        }
        if let Some(device) = &self.device {
            builder =
                builder.header(header::COOKIE, format!("allmende-device={device}; __Host-allmende-device={device}"));
        }
        builder.extension(Peer(SocketAddr::new(self.address, 4711)))
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(self.request("GET", path).body(Body::empty()).unwrap()).await
    }

    /// Sends a form as the page would: with the session's word and a fresh key.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let key = Id::new(Moment::new(jiff::Timestamp::now())).to_string();
        self.post_keyed(path, fields, &key).await
    }

    /// Sends a form with a key of one's own.
    pub async fn post_keyed(&self, path: &str, fields: &[(&str, &str)], key: &str) -> Answer {
        let mut all = vec![("csrf", self.csrf.as_str()), ("form_key", key)];
        all.extend_from_slice(fields);
        self.post_raw(path, &all).await
    }

    /// Sends exactly these fields.
    pub async fn post_raw(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let encode = |text: &str| {
            text.bytes().fold(String::new(), |mut all, byte| {
                all.push_str(&format!("%{byte:02X}"));
                all
            })
        };
        let body: Vec<String> =
            fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
        let request = self
            .request("POST", path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(body.join("&")))
            .unwrap();
        self.send(request).await
    }

    /// Sends a file as a browser does: field, name and bytes of the file.
    pub async fn upload(&self, path: &str, fields: &[(&str, &str)], file: (&str, &str, &[u8])) -> Answer {
        let mut body = String::new();
        for (name, value) in [("csrf", self.csrf.as_str())].iter().chain(fields) {
            body.push_str(&format!("--grenze\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"));
        }
        let (field, name, bytes) = file;
        body.push_str(&format!(
            "--grenze\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\r\n{}\r\n--grenze--\r\n",
            std::str::from_utf8(bytes).unwrap()
        ));
        let headers = [("content-type", "multipart/form-data; boundary=grenze"), ("sec-fetch-site", "same-origin")];
        self.call("POST", path, &headers, &body).await
    }

    /// Sends any request.
    pub async fn call(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut builder = self.request(method, path);
        for (name, value) in headers {
            builder = builder.header(*name, *value);
        }
        self.send(builder.body(Body::from(body.to_owned())).unwrap()).await
    }
}
