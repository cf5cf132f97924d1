//! What a body has beside its meetings: rules, seats, topics that wait, ready-made texts; and who is invited.

mod answer;
mod guest;
mod invited;
mod module;
mod participants;
mod repeat;
mod rules;
mod rules_form;
mod rules_values;
mod rules_words;
mod seat;
mod seats;
mod topic;

use allmende_store::{Id, Tx};
use allmende_web::access::Access;
use allmende_web::area::{Method, Route, get, post};
use allmende_web::screen;
use allmende_web::view::Part;
use allmende_web::{Cx, Problem};

use super::{MEETINGS, TOPICS};
use crate::model::participant::Participant;
use crate::model::rule_set::BodyRules;
use crate::model::seat::Seat;
use crate::model::topic::{TextModule, Topic};
use crate::{INVITED, WRITE, queries};

pub(crate) use module::offered;
pub(crate) use participants::{expected_quorum, take_over};
pub(crate) use topic::origin_words;

/// Where bodies stand, in the area below.
const BODIES: &str = "/gremien";
/// Where seats stand.
pub(crate) const SEATS: &str = "/gremienplaetze";
/// Where those invited to a meeting stand.
const GUESTS: &str = "/teilnehmende";
/// Where text modules stand.
pub(crate) const MODULES: &str = "/textbausteine";

/// The routes of these pages.
pub(super) fn routes() -> Vec<Route> {
    let (write, invited) = (Access::Needs(WRITE), Access::Needs(INVITED));
    // Guests leave the list with a sentence of their own, and nobody on it is put aside.
    let usual =
        |route: &Route| !["/papierkorb", "/ablegen", "/hervorholen"].iter().any(|end| route.path.ends_with(end));
    // Rules begin with a choice among the ready-made ones.
    let plain = |route: &Route| !(route.method == Method::Get && route.path.ends_with("/neu"));
    let mut routes: Vec<Route> = screen::routes::<Participant>().into_iter().filter(usual).collect();
    routes.extend(screen::routes::<BodyRules>().into_iter().filter(plain));
    routes.extend(screen::routes::<Seat>());
    routes.extend(screen::routes::<Topic>());
    routes.extend(screen::routes::<TextModule>());
    routes.extend([
        get(format!("{}/neu", super::RULES), write, rules::begin),
        get(format!("{MEETINGS}/{{id}}/teilnehmende"), invited, invited::show),
        get(format!("{MEETINGS}/{{id}}/teilnehmende/anwesenheitsliste.pdf"), invited, invited::sheet),
        post(format!("{MEETINGS}/{{id}}/teilnehmende/uebernehmen"), write, invited::take_over),
        get(format!("{MEETINGS}/{{id}}/wiederholen"), write, repeat::show),
        post(format!("{MEETINGS}/{{id}}/wiederholen"), write, repeat::create),
        get(format!("{GUESTS}/{{id}}/antwort"), write, answer::ask),
        post(format!("{GUESTS}/{{id}}/antwort"), write, answer::take),
        post(format!("{GUESTS}/{{id}}/entfernen"), write, guest::remove),
        get(format!("{BODIES}/{{id}}/plaetze"), invited, seats::show),
        post(format!("{BODIES}/{{id}}/plaetze/mitglieder"), write, seats::from_members),
        post(format!("{BODIES}/{{id}}/plaetze/aemter"), write, seats::from_offices),
        post(format!("{TOPICS}/{{id}}/stand"), write, topic::turn),
    ]);
    routes
}

/// What stands on the page of a body before its meetings: what it lacks, and topics that wait.
pub(super) async fn before_meetings(cx: &Cx, tx: &mut Tx, body: Id) -> Result<Vec<Part>, Problem> {
    let mut parts = Vec::new();
    if cx.may(WRITE) && queries::seats(tx, body).await?.is_empty() {
        parts.push(seats::hint(cx, body));
    }
    parts.push(topic::panel(cx, tx, body).await?);
    Ok(parts)
}

/// What stands there behind its meetings: seats and rules.
pub(super) async fn behind_meetings(cx: &Cx, tx: &mut Tx, body: Id) -> Result<Vec<Part>, Problem> {
    Ok(vec![seats::panel(cx, tx, body).await?, rules::panel(cx, tx, body).await?])
}
