//! The alliance: members, mayors, bodies with their rules and seats, two projects.

use allmende_alliance::accounts::NewAccount;
use allmende_alliance::model::{Alliance, Municipality, MunicipalityKind, Office, Person, Population, Salutation};
use allmende_meeting_rules::{Regime, presets};
use allmende_meetings::model::rule_set::{BodyRules, Rules};
use allmende_projects::model::{FieldOfAction, Thread, ThreadKind, ThreadState};
use allmende_store::{Actor, Day, Head, Id, Tx};
use allmende_web::access::Role;
use jiff::civil::date;

use super::{Play, last};
use crate::world::World;

/// A member: its name, its mayor and how the mayor is reached.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// The municipality.
    pub name: &'static str,
    kind: MunicipalityKind,
    community: &'static str,
    inhabitants: i64,
    salutation: Salutation,
    given: &'static str,
    family: &'static str,
    /// The address for invitations; empty for the mayor who wants letters.
    pub mail: &'static str,
}

const fn member(
    name: &'static str,
    kind: MunicipalityKind,
    community: &'static str,
    inhabitants: i64,
    mayor: (Salutation, &'static str, &'static str),
    mail: &'static str,
) -> Member {
    let (salutation, given, family) = mayor;
    Member { name, kind, community, inhabitants, salutation, given, family, mail }
}

use MunicipalityKind::{Market, Municipality as Plain, Town};
use Salutation::{Mr, Ms};

/// The six members. No place of these names exists, and no such mayor.
pub const MEMBERS: [Member; 6] = [
    member("Altenhasel", Town, "", 6_412, (Mr, "Georg", "Hellbach"), "hellbach@altenhasel.example"),
    member("Brünnstett", Market, "", 3_187, (Ms, "Rita", "Ammann"), "ammann@bruennstett.example"),
    member("Dornhag", Plain, "VG Hasel-Ost", 1_034, (Mr, "Horst", "Vierling"), "vierling@hasel-ost.example"),
    member("Eschwinkel", Plain, "VG Hasel-Ost", 987, (Ms, "Sabine", "Wendrich"), "wendrich@hasel-ost.example"),
    member("Föhrenrode", Plain, "VG Hasel-Ost", 1_560, (Mr, "Jens", "Altmoos"), "altmoos@hasel-ost.example"),
    member("Grubach a. d. Hasel", Plain, "VG Grubach", 2_048, (Mr, "Klaus", "Oberdorf"), ""),
];

impl Member {
    /// The member whose name begins so.
    pub fn named(name: &str) -> Self {
        MEMBERS.into_iter().find(|one| one.name.starts_with(name)).unwrap_or_else(|| panic!("no member {name}"))
    }

    /// "Rita Ammann"
    pub fn mayor(&self) -> String {
        format!("{} {}", self.given, self.family)
    }
}

impl<'a> Play<'a> {
    /// The alliance on 1 August 2017, with its manager at the desk.
    pub(super) async fn begin(world: &'a World) -> Self {
        world.turn("2017-08-01 09:00");
        let new = NewAccount {
            email: "management@haselgrund.example".to_owned(),
            name: "Annika Vollrath".to_owned(),
            role: Role::Manager,
            municipality: None,
        };
        let account = world.account_of(world.alliance, &new).await;
        let actor = Actor { account: Some(account), name: new.name };
        let mut tx = world.app.database.write(world.alliance, actor, world.app.now()).await.unwrap();
        alliance(&mut tx, world.alliance).await;
        let seats = members(&mut tx).await;
        let threads = projects(&mut tx).await;
        tx.commit().await.unwrap();
        let manager = world.sign_in(world.alliance, account).await;
        let mut play = Self { world, account, manager, assembly: Id::NIL, group: Id::NIL, threads };
        play.assembly = play.body("Mitgliederversammlung", "assembly", "Allianzsitzung", "Allianzsitzungen").await;
        play.group = play.body("Arbeitsgruppe Streuobst", "working_group", "Treffen", "Treffen").await;
        play.rules(play.assembly, Regime::Association, "Satzung vom 15.03.2016").await;
        play.rules(play.group, Regime::Informal, "Absprache vom 02.05.2017").await;
        for (member, id) in MEMBERS.iter().zip(seats) {
            let role = if member.name == "Altenhasel" { "chair" } else { "member" };
            play.seat(play.assembly, id, role, if member.mail.is_empty() { "letter" } else { "mail" }).await;
            if ["Dornhag", "Eschwinkel", "Föhrenrode"].contains(&member.name) {
                play.seat(play.group, id, if member.name == "Dornhag" { "chair" } else { "member" }, "mail").await;
            }
        }
        let body = play.assembly.to_string();
        let adviser = [
            ("body_id", body.as_str()),
            ("name", "Amt für Ländliche Entwicklung Haselkreis"),
            ("role", "adviser"),
            ("votes", "1"),
            ("channel", "mail"),
            ("email", "beratung@ale-haselkreis.example"),
        ];
        play.send("/gremienplaetze/neu", &adviser).await;
        let body = play.group.to_string();
        let club = [
            ("body_id", body.as_str()),
            ("name", "Obst- und Gartenbauverein Dornhag"),
            ("role", "member"),
            ("votes", "1"),
            ("channel", "mail"),
            ("email", "vorstand@ogv-dornhag.example"),
        ];
        play.send("/gremienplaetze/neu", &club).await;
        play
    }

    async fn body(&self, name: &str, kind: &str, meeting: &str, plural: &str) -> Id {
        let fields = [("name", name), ("kind", kind), ("meeting_name", meeting), ("meeting_name_plural", plural)];
        last(&self.send("/gremien/neu", &fields).await)
    }

    async fn rules(&self, body: Id, regime: Regime, source: &str) {
        let rules = presets().into_iter().find(|one| one.rules.regime == regime).unwrap().rules;
        let mut set = BodyRules {
            head: Head::default(),
            body_id: body,
            valid_from: Day(date(2016, 3, 15)),
            source: source.to_owned(),
            rules: Rules(rules),
        };
        let mut tx = self.world.write().await;
        tx.insert(&mut set).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn seat(&self, body: Id, municipality: Id, role: &str, channel: &str) {
        let (body, municipality) = (body.to_string(), municipality.to_string());
        let fields = [
            ("body_id", body.as_str()),
            ("municipality_id", municipality.as_str()),
            ("role", role),
            ("votes", "1"),
            ("channel", channel),
        ];
        self.send("/gremienplaetze/neu", &fields).await;
    }
}

async fn alliance(tx: &mut Tx, id: Id) {
    let founded: Alliance = tx.get(id).await.unwrap().unwrap();
    let mut alliance = Alliance {
        name: "Kommunale Allianz Haselgrund e. V.".to_owned(),
        short_name: "Haselgrund".to_owned(),
        inflected_name: "der Kommunalen Allianz Haselgrund e. V.".to_owned(),
        legal_form: "e. V.".to_owned(),
        seat: "Altenhasel".to_owned(),
        address: "Marktplatz 1\n99990 Altenhasel".to_owned(),
        founded_on: Some(Day(date(2016, 3, 15))),
        contact_name: "Annika Vollrath".to_owned(),
        email: "allianz@haselgrund.example".to_owned(),
        phone: "09999 1234-0".to_owned(),
        website: "https://haselgrund.example".to_owned(),
        brand: "#5a3d7a".to_owned(),
        outline_source: "Grenzen: frei erfunden".to_owned(),
        ..founded
    };
    tx.update(&mut alliance).await.unwrap();
}

async fn members(tx: &mut Tx) -> Vec<Id> {
    let mut ids = Vec::new();
    for (number, member) in (0_u32..).zip(MEMBERS) {
        // Six squares, three by two, somewhere in the sea.
        let (x, y) = (f64::from(number % 3) * 0.1, f64::from(number / 3) * 0.07);
        let corners = [(x, y), (x + 0.1, y), (x + 0.1, y + 0.07), (x, y + 0.07), (x, y)];
        let ring: Vec<[f64; 2]> = corners.iter().map(|(x, y)| [1.0 + x, 55.0 + y]).collect();
        let mut municipality = Municipality {
            head: Head::default(),
            name: member.name.to_owned(),
            ags: format!("099990{:02}", number + 1),
            kind: member.kind,
            administrative_community: member.community.to_owned(),
            joined_on: None,
            left_on: None,
            website: String::new(),
            outline: serde_json::json!({ "type": "Polygon", "coordinates": [ring] }).to_string(),
        };
        tx.insert(&mut municipality).await.unwrap();
        let mut population = Population {
            head: Head::default(),
            municipality_id: municipality.head.id,
            counted_on: Day(date(2016, 12, 31)),
            inhabitants: member.inhabitants,
            source: "erfundene Zählung".to_owned(),
        };
        tx.insert(&mut population).await.unwrap();
        mayor(tx, &member, number, municipality.head.id).await;
        ids.push(municipality.head.id);
    }
    ids
}

async fn mayor(tx: &mut Tx, member: &Member, number: u32, municipality: Id) {
    let mut person = Person {
        head: Head::default(),
        family_name: member.family.to_owned(),
        given_name: member.given.to_owned(),
        academic_title: String::new(),
        salutation: member.salutation,
        letter_salutation: String::new(),
        email: member.mail.to_owned(),
        phone: String::new(),
        street: "Rathausplatz 1".to_owned(),
        postcode: format!("9999{number}"),
        town: member.name.to_owned(),
        organisation_id: None,
        municipality_id: Some(municipality),
        consent: "Amt".to_owned(),
        consent_on: None,
        note: String::new(),
    };
    tx.insert(&mut person).await.unwrap();
    let title = if member.salutation == Ms { "Erste Bürgermeisterin" } else { "Erster Bürgermeister" };
    let mut office = Office {
        head: Head::default(),
        person_id: person.head.id,
        title: title.to_owned(),
        body_id: None,
        municipality_id: Some(municipality),
        since: Some(Day(date(2014, 5, 1))),
        until: None,
    };
    tx.insert(&mut office).await.unwrap();
}

async fn projects(tx: &mut Tx) -> [Id; 2] {
    let mut field =
        FieldOfAction { head: Head::default(), name: "Landschaft".to_owned(), position: 1, description: String::new() };
    tx.insert(&mut field).await.unwrap();
    let mut ids = [Id::NIL; 2];
    let projects = [
        (
            "Streuobst im Haselgrund",
            "Ein Band aus Obstwiesen entlang der Hasel.",
            "Entlang der Hasel entsteht ein Band aus Obstwiesen. Die Pflege übernehmen Vereine vor Ort.",
            "Gemeinde Dornhag",
        ),
        (
            "Gemeinsamer Bauhof",
            "Die Bauhöfe leihen einander Geräte.",
            "Die Bauhöfe leihen einander Geräte. Ein Verzeichnis nennt Standort und Zuständige.",
            "Markt Brünnstett",
        ),
    ];
    for (position, (id, (title, summary, narrative, lead))) in (1..).zip(ids.iter_mut().zip(projects)) {
        let mut thread = Thread {
            head: Head::default(),
            title: title.to_owned(),
            kind: ThreadKind::Project,
            strategic: position == 1,
            field_id: Some(field.head.id),
            state: Some(ThreadState::Running),
            state_since: Some(Day(date(2017, 3, 1))),
            summary: summary.to_owned(),
            narrative: narrative.to_owned(),
            lead: lead.to_owned(),
            partners: String::new(),
            started_on: Some(Day(date(2017, 3, 1))),
            position,
        };
        tx.insert(&mut thread).await.unwrap();
        *id = thread.head.id;
    }
    ids
}
