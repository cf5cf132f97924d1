//! The shades of the map: the more inhabitants, the darker, but neighbours stay apart.

use std::collections::HashSet;

/// The lightest step.
const LIGHTEST: u8 = 6;
/// The first step that takes dark letters.
const FIRST_LIGHT: u8 = 2;
/// How many steps lie between neighbours, if possible.
const APART: u8 = 2;

/// An area to shade.
pub(super) struct Plot<'a> {
    /// How many people live there.
    pub(super) inhabitants: i64,
    /// Whether its name fits into it in white.
    pub(super) dark: bool,
    /// Its outline in degrees.
    pub(super) rings: &'a [Vec<[f64; 2]>],
}

/// One step for each area. Large ones choose first; each takes the step nearest to its rank that is
/// apart from all its neighbours, else the one farthest from them.
pub(super) fn steps(plots: &[Plot<'_>]) -> Vec<u8> {
    let corners: Vec<HashSet<(i64, i64)>> = plots.iter().map(corners).collect();
    let mut order: Vec<usize> = (0..plots.len()).collect();
    order.sort_by_key(|index| (std::cmp::Reverse(plots[*index].inhabitants), *index));
    let last = u64::try_from(plots.len().saturating_sub(1)).unwrap_or(0).max(1);
    let mut steps: Vec<Option<u8>> = vec![None; plots.len()];
    for (rank, &index) in order.iter().enumerate() {
        let wanted = u64::try_from(rank).unwrap_or(0) * u64::from(LIGHTEST) / last;
        let wanted = u8::try_from(wanted).unwrap_or(LIGHTEST);
        let around: Vec<u8> = (0..plots.len())
            .filter(|other| *other != index && corners[*other].intersection(&corners[index]).count() > 1)
            .filter_map(|other| steps[other])
            .collect();
        let distance = |step: u8| around.iter().map(|other| other.abs_diff(step)).min().unwrap_or(LIGHTEST).min(APART);
        let darkest = if plots[index].dark { 0 } else { FIRST_LIGHT };
        steps[index] = (darkest..=LIGHTEST).min_by_key(|step| (APART - distance(*step), step.abs_diff(wanted)));
    }
    steps.into_iter().map(|step| step.unwrap_or(LIGHTEST)).collect()
}

/// The corners of an outline to about a metre: neighbours share them.
fn corners(plot: &Plot<'_>) -> HashSet<(i64, i64)> {
    #[allow(clippy::cast_possible_truncation)] // Degrees times 10^5 fit easily.
    let whole = |degrees: f64| (degrees * 1e5).round() as i64;
    plot.rings.iter().flatten().map(|[x, y]| (whole(*x), whole(*y))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_differ_and_narrow_areas_are_light() {
        let square = |x: f64| vec![vec![[x, 0.0], [x + 1.0, 0.0], [x + 1.0, 1.0], [x, 1.0], [x, 0.0]]];
        let outlines: Vec<_> = [0.0, 1.0, 2.0, 3.0].map(square).into();
        let plots: Vec<Plot<'_>> = outlines
            .iter()
            .zip([(900, true), (800, true), (700, false), (100, true)])
            .map(|(rings, (inhabitants, dark))| Plot { inhabitants, dark, rings })
            .collect();
        let steps = steps(&plots);
        assert_eq!(steps[0], 0);
        assert!(steps.windows(2).all(|pair| pair[0].abs_diff(pair[1]) >= APART), "{steps:?}");
        assert!(steps[2] >= FIRST_LIGHT);
    }

    #[test]
    fn nothing_to_shade_is_no_fault() {
        assert!(steps(&[]).is_empty());
    }
}
