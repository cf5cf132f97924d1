//! The real router with this area alone, on an embedded database, with one session for each role.

use std::sync::Arc;

use allmende_alliance::model::Alliance;
use allmende_documents::{Document, DocumentFault, FileFormat, Pages, Typesetter};
use allmende_store::{Actor, Database, Day, Head, Id, Moment, RecordKind, Tx, digest, prepare_all};
use allmende_web::access::{Principal, Role, Session, SignedIn};
use allmende_web::app::{App, House, Settings, area_texts, migrations, statements};
use allmende_web::area::Area;
use allmende_web::limit::Buckets;
use allmende_web::texts::Texts;
use axum::Router;
use axum::body::Body as HttpBody;
use axum::http::{Request, StatusCode, header};
use futures_util::future::BoxFuture;
use tower::ServiceExt as _;

struct NoTypesetter;

impl Typesetter for NoTypesetter {
    fn file(&self, _document: &Document, _format: FileFormat) -> Result<Vec<u8>, DocumentFault> {
        panic!("these pages set no type")
    }
    fn preview(&self, _document: &Document) -> Result<Box<dyn Pages>, DocumentFault> {
        panic!("these pages set no type")
    }
}

pub(crate) fn alliance_id() -> Id {
    "00000000-0000-7000-8000-000000000001".parse().unwrap()
}

fn moment() -> Moment {
    Moment::new("2026-03-01T08:00:00Z".parse().unwrap())
}

fn token(role: Role) -> String {
    format!("{:x<43}", role.word())
}

fn lookup<'a>(_tx: &'a mut Tx, asked: &'a str) -> BoxFuture<'a, Result<Option<SignedIn>, allmende_store::StoreError>> {
    Box::pin(async move {
        let role = Role::ALL.iter().copied().find(|role| digest(token(*role).as_bytes()) == asked);
        Ok(role.map(|role| SignedIn {
            principal: Principal {
                account: alliance_id(),
                alliance: alliance_id(),
                alliance_name: "Musterbund".to_owned(),
                brand: "#1e5945".to_owned(),
                name: "Kim Beispiel".to_owned(),
                role,
                municipality: None,
                language: "de".to_owned(),
                theme: "auto".to_owned(),
                must_enrol: false,
            },
            session: Session { digest: asked.to_owned(), csrf: "csrf".to_owned(), flash: None, stale: false },
        }))
    })
}

pub(crate) struct Story {
    router: Router,
    database: Database,
    _folder: tempfile::TempDir,
}

pub(crate) async fn begin() -> Story {
    let folder = tempfile::tempdir().unwrap();
    let mut areas: Vec<Area> = vec![allmende_web::pages::area(), allmende_alliance::area()];
    let mut steps = migrations(&areas);
    steps.sort_by_key(|step| step.version);
    let address = format!("sqlite:{}", folder.path().join("allmende.sqlite").display());
    let database = Database::open(&address, &steps).await.unwrap();
    let kinds: Vec<RecordKind> = areas.iter().flat_map(|area| area.kinds.iter().map(|kind| kind.record)).collect();
    let faults = prepare_all(&database, &statements(&areas), &kinds).await;
    assert!(faults.is_empty(), "{faults:?}");
    let texts = Texts::new(&area_texts(&areas)).unwrap_or_else(|faults| panic!("{faults:?}"));
    let routes = areas.iter_mut().flat_map(|area| std::mem::take(&mut area.routes)).collect();
    let app: App = Arc::new(House {
        database: database.clone(),
        areas,
        texts,
        typesetter: Arc::new(NoTypesetter),
        clock: Arc::new(moment),
        settings: Settings { public_url: "http://localhost".to_owned(), demo: true, ..Settings::default() },
        lookup,
        buckets: Buckets::default(),
        routes: Vec::new(),
    });
    let router = allmende_web::router::build(app, routes);
    let mut tx = database.write(alliance_id(), Actor::default(), moment()).await.unwrap();
    let mut alliance = Alliance {
        head: Head { id: alliance_id(), ..Head::default() },
        name: "Kommunale Allianz Musterland".to_owned(),
        short_name: "Musterland".to_owned(),
        inflected_name: "der Kommunalen Allianz Musterland".to_owned(),
        legal_form: "e. V.".to_owned(),
        seat: "Musterstadt".to_owned(),
        address: "Marktplatz 1\n97000 Musterstadt".to_owned(),
        founded_on: Some(Day(jiff::civil::date(2016, 5, 1))),
        contact_name: String::new(),
        email: "info@musterland.example".to_owned(),
        phone: String::new(),
        website: String::new(),
        brand: "#14553f".to_owned(),
        logo_file: None,
        outline_source: String::new(),
    };
    tx.insert(&mut alliance).await.unwrap();
    tx.commit().await.unwrap();
    Story { router, database, _folder: folder }
}

/// Status, where it leads, and the body of an answer.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) location: String,
    pub(crate) media: String,
    pub(crate) body: String,
}

impl Story {
    async fn send(&self, request: Request<HttpBody>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let text = |name: header::HeaderName| {
            response.headers().get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default()
        };
        let (status, location, media) = (response.status(), text(header::LOCATION), text(header::CONTENT_TYPE));
        let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
        Answer { status, location, media, body: String::from_utf8_lossy(&bytes).into_owned() }
    }

    pub(crate) async fn get(&self, role: Role, path: &str) -> Answer {
        let request = Request::get(path).header(header::COOKIE, format!("allmende={}", token(role)));
        self.send(request.body(HttpBody::empty()).unwrap()).await
    }

    pub(crate) async fn post(
        &self,
        role: Role,
        path: &str,
        fields: &[(&str, &str)],
        file: Option<(&str, &str, &[u8])>,
    ) -> Answer {
        let mut body = Vec::new();
        for (name, value) in [("csrf", "csrf")].iter().chain(fields) {
            body.extend(format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
        }
        if let Some((name, file, bytes)) = file {
            body.extend(
                format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\n\r\n").bytes(),
            );
            body.extend(bytes);
            body.extend(b"\r\n");
        }
        body.extend(b"--x--\r\n");
        let request = Request::post(path)
            .header(header::COOKIE, format!("allmende={}", token(role)))
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
        self.send(request.body(HttpBody::from(body)).unwrap()).await
    }

    pub(crate) async fn tx(&self) -> Tx {
        self.database.write(alliance_id(), Actor::default(), moment()).await.unwrap()
    }
}
