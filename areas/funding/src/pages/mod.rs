//! The screens of the area, one file per thing a person does.

mod cost_item;
mod duty;
mod grant;
mod page;

use futures_util::future::BoxFuture;

use allmende_documents::format as german;
use allmende_store::Tx;
use allmende_web::access::Access;
use allmende_web::area::{DueItem, Route, post};
use allmende_web::{Cx, Problem};

use crate::{DUE, WRITE, queries};

/// Where grants stand.
pub(crate) const GRANTS: &str = "/foerderung";
/// Where the lines of cost plans stand.
pub(crate) const COSTS: &str = "/kostenplan";
/// Where duties stand.
pub(crate) const DUTIES: &str = "/pflichten";

/// What the common screens do not have.
pub(crate) fn routes() -> Vec<Route> {
    let write = Access::Needs(WRITE);
    vec![
        post(format!("{DUTIES}/{{id}}/erledigt"), write, duty::done),
        post(format!("{DUTIES}/{{id}}/offen"), write, duty::open),
    ]
}

/// Duties that are not done, for those who answer for the grant.
pub(crate) fn due<'a>(cx: &'a Cx, tx: &'a mut Tx) -> BoxFuture<'a, Result<Vec<DueItem>, Problem>> {
    Box::pin(async move {
        if !cx.may(DUE) {
            return Ok(Vec::new());
        }
        let duties = queries::open_duties(tx).await?;
        Ok(duties
            .into_iter()
            .map(|open| {
                let grant = format!("{GRANTS}/{}", open.duty.grant_id);
                DueItem {
                    title: open.duty.title,
                    href: grant.clone(),
                    day: open.duty.due_on,
                    context: Some((open.grant_purpose, Some(grant))),
                    // "Heute" is where the person stands, so it leads back there.
                    done: cx.may(WRITE).then(|| format!("{DUTIES}/{}/erledigt?zurueck=/", open.duty.head.id)),
                }
            })
            .collect())
    })
}

/// A rate in hundredths of a percent, at most 100 %, as "75 %" or "66,67 %".
fn rate_words(cx: &Cx, rate: i64) -> String {
    match cx.document_language() {
        german::Language::De => format!("{}{}%", rate_value(rate), german::NARROW),
        german::Language::En => format!("{}%", rate_value(rate).replace(',', ".")),
    }
}

/// A rate as it stands in a field: "75" or "66,67".
fn rate_value(rate: i64) -> String {
    let text = german::decimal(rate, 2);
    text.strip_suffix(",00").unwrap_or(&text).to_owned()
}

#[cfg(test)]
mod tests {
    use super::rate_value;

    #[test]
    fn a_rate_has_decimals_only_where_they_say_something() {
        let table = [(7_500, "75"), (6_667, "66,67"), (6_650, "66,50"), (0, "0"), (10_000, "100"), (5, "0,05")];
        for (rate, expected) in table {
            assert_eq!(rate_value(rate), expected);
        }
    }
}
