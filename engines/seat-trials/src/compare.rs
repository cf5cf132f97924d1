//! The draw beside other procedures on one instance, as a table.

use std::fmt::Write as _;

use allmende_seat_allocation::{Policy, Rules};

use crate::instance::{Instance, Seat};
use crate::method::{Method, Trouble};
use crate::problem::Problem;
use crate::score::{Figures, figures, seat_list};

/// What one procedure does with the instance.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The procedure.
    pub name: String,
    /// The seats that it gives.
    pub seats: Vec<Seat>,
    /// How good they are.
    pub figures: Figures,
}

/// The draw under its policies, serial dictatorship, a plain draft, and deferred acceptance with stars without and
/// with groups.
///
/// Of `rules` the protection and the treatment of minimums count; policy and early groups are those of each line.
///
/// The lots follow from `label`. Those of the draw are the lots of a preview, marked as such; those of the other
/// procedures come from the generator of the trials.
///
/// # Errors
/// The instance is refused by the draw or cannot be read.
pub fn compare(instance: &Instance, rules: Rules, label: &str) -> Result<Vec<Row>, Trouble> {
    let problem = Problem::new(instance)?;
    let of = |policy| {
        Method::Draw(Rules { protected_from: rules.protected_from, minimum: rules.minimum, ..Rules::of(policy) })
    };
    let methods = [
        of(Policy::Neutral),
        of(Policy::SiblingsFirst),
        of(Policy::TogetherFirst),
        Method::SerialDictatorship,
        Method::SnakeDraft,
        Method::Stars,
        Method::StarsWithGroups,
    ];
    methods
        .into_iter()
        .map(|method| {
            let given = method.prepare(instance, &problem)?(label);
            Ok(Row { name: method.name(), seats: seat_list(&problem, &given), figures: figures(&problem, &given) })
        })
        .collect()
}

/// The rows as a table in Markdown, which is readable on a terminal too.
pub fn table(rows: &[Row]) -> String {
    let mut text = String::from(
        "| procedure             | wishes | with a place | empty-handed | first wish | top 3 | satisfaction |  Gini | groups together | split | wasted |\n\
         |-----------------------|-------:|-------------:|-------------:|-----------:|------:|-------------:|------:|----------------:|------:|-------:|\n",
    );
    for Row { name, figures, .. } in rows {
        let Figures { wish_share, child_share, empty_handed, top1, top3, satisfaction, gini, .. } = figures;
        let Figures { groups_together, groups_split, wasted_pairs, .. } = figures;
        let _ = writeln!(
            text,
            "| {name:<21} | {wish_share:>6.3} | {child_share:>12.3} | {empty_handed:>12} | {top1:>10.3} | {top3:>5.3} \
             | {satisfaction:>12.3} | {gini:>5.3} | {groups_together:>15.3} | {groups_split:>5.3} | {wasted_pairs:>6} |"
        );
    }
    text
}
