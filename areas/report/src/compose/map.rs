//! The map of the members on the cover, made of their outlines.

use allmende_alliance::outline::{Ring, middle_latitude, projected, rings};
use allmende_documents::{CoverMap, MapArea};

use super::colouring::{self, Plot};
use super::{Material, Member};

/// The size of the drawn map and of a character of a name in it.
const WIDTH: f64 = 1650.0;
const HEIGHT: f64 = 1560.0;
const CHARACTER: f64 = 18.0;

/// Where a name stands and how wide its area is there.
struct Label {
    place: [f64; 2],
    width: f64,
}

/// The members as areas; `None` if no outline is known.
pub(super) fn cover(material: &Material<'_>) -> Option<CoverMap> {
    let words = &material.words;
    let members = &material.scope.members;
    let outlines: Vec<(&Member<'_>, Vec<Ring>)> = members
        .iter()
        .map(|member| (member, rings(&member.municipality.outline)))
        .filter(|(_, rings)| !rings.is_empty())
        .collect();
    if outlines.is_empty() {
        return None;
    }
    let middle = middle_latitude(outlines.iter().flat_map(|(_, rings)| rings));
    let projected: Vec<Vec<Ring>> =
        outlines.iter().map(|(_, rings)| rings.iter().map(|ring| projected(ring, middle)).collect()).collect();
    let unit = units(projected.iter().flatten());
    let labels: Vec<Label> = projected.iter().map(|rings| label(rings)).collect();
    let plots: Vec<Plot<'_>> = outlines
        .iter()
        .zip(&labels)
        .map(|((member, rings), label)| Plot {
            inhabitants: member.population.map_or(0, |population| population.inhabitants),
            // A white name must lie wholly inside a dark area, else the area is light.
            dark: label.width * unit >= text_width(&member.municipality.name),
            rings,
        })
        .collect();
    let steps = colouring::steps(&plots);
    let areas: Vec<MapArea> = outlines
        .iter()
        .zip(projected)
        .zip(labels)
        .zip(steps)
        .map(|((((member, _), rings), label), step)| MapArea {
            name: member.municipality.name.clone(),
            label: label.place,
            rings,
            step,
        })
        .collect();
    let names: Vec<&str> = outlines.iter().map(|(member, _)| member.municipality.name.as_str()).collect();
    let alt = words.counted("map-alt", names.len(), &[("names", words.list(&names).into())]);
    let source =
        material.scope.facts.alliance.as_ref().map(|alliance| alliance.outline_source.clone()).unwrap_or_default();
    Some(CoverMap { areas, source, alt })
}

/// Units of the drawn map for one unit of the projection, as the cover draws it.
fn units<'a>(rings: impl Iterator<Item = &'a Ring>) -> f64 {
    let (mut least, mut most) = ([f64::INFINITY; 2], [f64::NEG_INFINITY; 2]);
    for point in rings.flatten() {
        for axis in 0..2 {
            least[axis] = least[axis].min(point[axis]);
            most[axis] = most[axis].max(point[axis]);
        }
    }
    let (across, down) = (most[0] - least[0], most[1] - least[1]);
    if across > 0.0 && down > 0.0 { (WIDTH / across).min(HEIGHT / down) } else { 0.0 }
}

/// About how wide a name is on the drawn map; what follows "b." stands on a line of its own.
fn text_width(name: &str) -> f64 {
    let first = name.split(" b. ").next().unwrap_or(name);
    f64::from(u32::try_from(first.chars().count()).unwrap_or(u32::MAX)) * CHARACTER
}

/// Twice the signed area, and the centre of gravity (the shoelace formula).
fn centre(ring: &Ring) -> (f64, [f64; 2]) {
    let Some(origin) = ring.first().copied() else { return (0.0, [0.0, 0.0]) };
    let (mut area, mut x, mut y) = (0.0, 0.0, 0.0);
    for pair in ring.windows(2) {
        let ([ax, ay], [bx, by]) = (pair[0], pair[1]);
        // Around the first point, or differences of large numbers would swallow the small area.
        let (ax, ay, bx, by) = (ax - origin[0], ay - origin[1], bx - origin[0], by - origin[1]);
        let cross = ax * by - bx * ay;
        area += cross;
        x += (ax + bx) * cross;
        y += (ay + by) * cross;
    }
    if area.abs() < f64::EPSILON * f64::EPSILON {
        (0.0, origin)
    } else {
        (area, [origin[0] + x / (3.0 * area), origin[1] + y / (3.0 * area)])
    }
}

/// The widest part of the largest ring at the height of its centre.
fn label(rings: &[Ring]) -> Label {
    let largest = rings.iter().map(centre).max_by(|(a, _), (b, _)| a.abs().total_cmp(&b.abs()));
    let Some((_, [x, y])) = largest else { return Label { place: [0.0, 0.0], width: 0.0 } };
    // The line y = const cuts every ring; even and odd cuts enclose the inside.
    let mut cuts: Vec<f64> = rings
        .iter()
        .flat_map(|ring| ring.windows(2))
        .filter_map(|pair| {
            let ([ax, ay], [bx, by]) = (pair[0], pair[1]);
            ((ay > y) != (by > y)).then(|| ax + (y - ay) / (by - ay) * (bx - ax))
        })
        .collect();
    cuts.sort_by(f64::total_cmp);
    let widest = cuts.chunks_exact(2).max_by(|a, b| (a[1] - a[0]).total_cmp(&(b[1] - b[0])));
    match widest {
        Some(cut) => Label { place: [f64::midpoint(cut[0], cut[1]), y], width: cut[1] - cut[0] },
        None => Label { place: [x, y], width: 0.0 },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_inside_its_area() {
        // A U: its centre of gravity lies in the gap.
        let u = vec![vec![
            [0.0, 0.0],
            [6.0, 0.0],
            [6.0, 6.0],
            [4.0, 6.0],
            [4.0, 1.0],
            [1.0, 1.0],
            [1.0, 6.0],
            [0.0, 6.0],
            [0.0, 0.0],
        ]];
        let [x, _] = label(&u).place;
        assert!((x - 5.0).abs() < 1e-9, "{x}");
    }
}
