//! Half a year of the invented Kommunale Allianz Haselgrund, played on the program's own pages by a clock that the player
//! turns: an assembly with invitation, supplement, answers, votes, an election, minutes with an objection, a second
//! assembly that approves them, a working group, a resolution without a meeting, and the next agenda.
//!
//! The stories play it on both databases; `cargo run -p allmende --example haselgrund` writes the archive under `examples/`.

mod alliance;
mod assembly;
mod between;
mod evening;

use allmende_meetings::model::AgendaItem;
use allmende_meetings::model::participant::Participant;
use allmende_meetings::queries;
use allmende_store::{Id, Moment, Tx};
use allmende_web::app::Settings;

use crate::world::{Answer, Client, Engine, World};

pub use alliance::{MEMBERS, Member};

/// What the play left behind.
#[derive(Clone, Debug)]
pub struct Played {
    /// The assembly of September: minutes approved and signed.
    pub september: Id,
    /// The meeting of the working group.
    pub group: Id,
    /// The resolution without a meeting.
    pub circular: Id,
    /// The assembly of November: held, minutes still a draft.
    pub november: Id,
    /// The assembly of January: planned.
    pub january: Id,
}

/// A world before the play: the alliance founded, nothing else in it.
pub async fn stage(engine: Engine) -> Option<World> {
    let settings = Settings { public_url: "http://allmende.test".to_owned(), ..Settings::default() };
    let morning = Moment::new("2017-08-01T06:30:00Z".parse().unwrap());
    World::founded(engine, settings, "Haselgrund", morning).await
}

/// Plays the half-year from August to 4 December 2017.
pub async fn play(world: &World) -> Played {
    let mut play = Play::begin(world).await;
    let september = assembly::september(&mut play).await;
    let group = between::group(&mut play).await;
    let circular = between::circular(&mut play).await;
    let november = assembly::november(&mut play, september).await;
    let january = between::january(&mut play).await;
    Played { september, group, circular, november, january }
}

/// The player: the manager of the alliance before the program's pages.
struct Play<'a> {
    world: &'a World,
    account: Id,
    manager: Client,
    assembly: Id,
    group: Id,
    /// The projects: orchards, shared depot.
    threads: [Id; 2],
}

/// The people and items of one meeting.
struct Table {
    page: String,
    people: Vec<Participant>,
    items: Vec<AgendaItem>,
}

impl Table {
    fn who(&self, name: &str) -> &Participant {
        self.people.iter().find(|one| one.name.contains(name)).unwrap_or_else(|| panic!("{name} was not invited"))
    }

    fn item(&self, title: &str) -> String {
        let found = self.items.iter().find(|item| item.title.contains(title));
        found.unwrap_or_else(|| panic!("{title} is not on the agenda")).head.id.to_string()
    }
}

impl Play<'_> {
    /// Turns the clock to a time in Germany. Sessions end meanwhile: the manager signs in again.
    async fn on(&mut self, time: &str) {
        self.world.turn(time);
        self.manager = self.world.sign_in(self.world.alliance, self.account).await;
    }

    /// Turns the clock within a session.
    fn at(&self, day: &str, clock: &str) {
        self.world.turn(&format!("{day} {clock}"));
    }

    /// Sends a form of the manager; gives where it leads.
    async fn send(&self, path: &str, fields: &[(&str, &str)]) -> String {
        moved(path, &self.manager.post(path, fields).await)
    }

    /// What a hidden field of a page holds.
    async fn hidden(&self, path: &str, name: &str) -> String {
        let page = self.manager.get(path).await.ok();
        let marker = format!("name=\"{name}\" value=\"");
        let value = page.split(&marker).nth(1).and_then(|rest| rest.split('"').next());
        value.unwrap_or_else(|| panic!("{path} has no {name}")).to_owned()
    }

    async fn table(&self, meeting: Id) -> Table {
        let mut tx = self.read().await;
        Table {
            page: format!("/sitzungen/{meeting}"),
            people: queries::participants(&mut tx, meeting).await.unwrap(),
            items: queries::whole_agenda(&mut tx, meeting).await.unwrap(),
        }
    }

    async fn read(&self) -> Tx {
        let mut tx = self.world.read().await;
        tx.see_confidential(true);
        tx
    }

    /// The newest mails, by recipient, with the secret link each of them holds.
    async fn links(&self, kind: &str) -> Vec<(String, String)> {
        let host = "http://allmende.test";
        let marker = format!("{host}/{kind}/");
        let mails = allmende_jobs::list(&mut self.read().await).await.unwrap();
        let link = |body: &str| {
            let rest = &body[body.find(&marker)? + host.len()..];
            rest.split_whitespace().next().map(str::to_owned)
        };
        mails.into_iter().filter_map(|mail| Some((mail.recipient, link(&mail.body)?))).collect()
    }

    /// Somebody answers by the newest link that was sent to them.
    async fn by_link(&self, kind: &str, member: &Member, fields: &[(&str, &str)]) {
        let links = self.links(kind).await;
        let (_, link) =
            links.iter().find(|(to, _)| to.contains(member.mail)).unwrap_or_else(|| panic!("{}", member.mail));
        self.world.stranger().post_raw(link, fields).await.ok();
    }

    /// Shows who will get the notice, and sends it.
    async fn invite(&self, page: &str, subject: &str, text: &str) {
        let address = format!("{page}/einladung");
        let digest = self.hidden(&address, "digest").await;
        self.send(&address, &[("digest", &digest), ("subject", subject), ("text", text), ("reason", "")]).await;
    }
}

#[track_caller]
fn moved(path: &str, answer: &Answer) -> String {
    let page = answer.text();
    let fault = page.find("error-summary").map_or(page.as_str(), |at| page.get(at..at + 900).unwrap_or(&page[at..]));
    assert_eq!(answer.status.as_u16(), 303, "{path}: {fault}");
    answer.location().to_owned()
}

fn last(path: &str) -> Id {
    path.rsplit('/').next().and_then(|id| id.parse().ok()).unwrap_or_else(|| panic!("no id in {path}"))
}
