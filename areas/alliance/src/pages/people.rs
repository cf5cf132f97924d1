//! Lines about people who hold an office, on pages of members and bodies.

use allmende_store::Tx;
use allmende_web::view::Line;
use allmende_web::{Cx, Problem};

use crate::queries::{self, Holder};

/// One line for each holder of an office. Who holds an office is public; the way to the person's
/// contact data is shown only to those who may read them.
pub(super) async fn holder_lines(
    cx: &Cx,
    tx: &mut Tx,
    holders: &[Holder],
    with_body: bool,
) -> Result<Vec<Line>, Problem> {
    let bodies = if with_body && holders.iter().any(|holder| holder.body_id.is_some()) {
        queries::bodies(tx).await?
    } else {
        std::collections::BTreeMap::default()
    };
    Ok(holders
        .iter()
        .map(|holder| {
            let name = holder.full_name();
            let mut line = if cx.may(crate::CONTACTS_READ) {
                Line::link(name, format!("{}/{}", super::person::PATH, holder.person_id))
            } else {
                Line::text(name)
            };
            let mut words = vec![holder.title.clone()];
            words.extend(holder.body_id.and_then(|id| bodies.get(&id)).map(|body| body.name.clone()));
            words.extend(
                holder
                    .since
                    .map(|day| cx.tv("office-since-day", [("day", allmende_documents::format::date(day.0).into())])),
            );
            line.meta = words.join(" · ");
            line.icon = "user";
            line
        })
        .collect())
}
