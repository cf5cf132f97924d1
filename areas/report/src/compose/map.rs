//! The map of the members on the cover, made of their outlines.

use allmende_documents::{CoverMap, MapArea};
use serde_json::Value;

use super::colouring::{self, Plot};
use super::{Material, Member};

/// A closed line of longitude and latitude.
type Ring = Vec<[f64; 2]>;

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
        outlines.iter().map(|(_, rings)| rings.iter().map(|ring| self::projected(ring, middle)).collect()).collect();
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

/// The rings of a GeoJSON polygon or multipolygon; nothing for anything else.
fn rings(outline: &str) -> Vec<Ring> {
    let Ok(value) = serde_json::from_str::<Value>(outline) else { return Vec::new() };
    let geometry = if value.get("geometry").is_some() { &value["geometry"] } else { &value };
    let Some(coordinates) = geometry.get("coordinates").and_then(Value::as_array) else { return Vec::new() };
    match geometry.get("type").and_then(Value::as_str) {
        Some("Polygon") => coordinates.iter().filter_map(ring).collect(),
        Some("MultiPolygon") => coordinates.iter().filter_map(Value::as_array).flatten().filter_map(ring).collect(),
        _ => Vec::new(),
    }
}

fn ring(value: &Value) -> Option<Ring> {
    let points: Ring = value
        .as_array()?
        .iter()
        .filter_map(|point| {
            let (x, y) = (point.get(0)?.as_f64()?, point.get(1)?.as_f64()?);
            (x.abs() <= 180.0 && y.abs() < 90.0).then_some([x, y])
        })
        .collect();
    (points.len() >= 4).then_some(points)
}

fn middle_latitude<'a>(rings: impl Iterator<Item = &'a Ring>) -> f64 {
    let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
    for point in rings.flatten() {
        least = least.min(point[1]);
        most = most.max(point[1]);
    }
    f64::midpoint(least, most)
}

/// Equirectangular around the middle latitude: true enough for an area of some ten kilometres. South is down.
fn projected(ring: &Ring, middle: f64) -> Ring {
    let narrow = middle.to_radians().cos();
    ring.iter().map(|[longitude, latitude]| [longitude * narrow, -latitude]).collect()
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
    fn outlines_are_read_or_left_out() {
        let square = r#"{"type":"Polygon","coordinates":[[[9,49],[10,49],[10,50],[9,50],[9,49]]]}"#;
        assert_eq!(rings(square).len(), 1);
        let many = r#"{"type":"MultiPolygon","coordinates":[[[[9,49],[10,49],[10,50],[9,49]]],[[[11,49],[12,49],[12,50],[11,49]]]]}"#;
        assert_eq!(rings(many).len(), 2);
        for bad in [
            "",
            "x",
            "{}",
            r#"{"type":"Point","coordinates":[9,49]}"#,
            r#"{"type":"Polygon","coordinates":[[[9,49]]]}"#,
            "[1]",
        ] {
            assert!(rings(bad).is_empty(), "{bad}");
        }
    }

    #[test]
    fn north_is_up_and_degrees_of_longitude_are_narrow() {
        let ring = projected(&vec![[10.0, 60.0], [11.0, 61.0]], 60.0);
        assert!(ring[0][1] > ring[1][1]);
        assert!((ring[1][0] - ring[0][0] - 0.5).abs() < 1e-9);
    }

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
