//! The map of the members on the cover, made of their outlines.

use allmende_documents::{CoverMap, MapArea};
use serde_json::Value;

use super::{Material, Member};

/// A closed line of longitude and latitude.
type Ring = Vec<[f64; 2]>;

/// The lightest step of the map.
const LIGHTEST: usize = 6;

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
    let areas: Vec<MapArea> = outlines
        .iter()
        .map(|(member, rings)| {
            let rings: Vec<Ring> = rings.iter().map(|ring| projected(ring, middle)).collect();
            MapArea { name: member.municipality.name.clone(), label: label(&rings), step: step(members, member), rings }
        })
        .collect();
    let names: Vec<&str> = outlines.iter().map(|(member, _)| member.municipality.name.as_str()).collect();
    let alt = words.counted("map-alt", names.len(), &[("names", words.list(&names).into())]);
    let source = material.scope.facts.alliance.as_ref().map(|alliance| alliance.outline_source.clone()).unwrap_or_default();
    Some(CoverMap { areas, source, alt })
}

/// The more inhabitants, the darker: ranks spread evenly over the seven steps.
fn step(members: &[Member<'_>], member: &Member<'_>) -> u8 {
    let count = |member: &Member<'_>| member.population.map_or(0, |population| population.inhabitants);
    let larger = members.iter().filter(|other| count(other) > count(member)).count();
    let last = members.len().saturating_sub(1).max(1);
    u8::try_from(larger * LIGHTEST / last).unwrap_or(6)
}

/// The rings of a GeoJSON polygon or multipolygon; nothing for anything else.
fn rings(outline: &str) -> Vec<Ring> {
    let Ok(value) = serde_json::from_str::<Value>(outline) else { return Vec::new() };
    let geometry = if value.get("geometry").is_some() { &value["geometry"] } else { &value };
    let Some(coordinates) = geometry.get("coordinates").and_then(Value::as_array) else { return Vec::new() };
    match geometry.get("type").and_then(Value::as_str) {
        Some("Polygon") => coordinates.iter().filter_map(ring).collect(),
        Some("MultiPolygon") => {
            coordinates.iter().filter_map(Value::as_array).flatten().filter_map(ring).collect()
        }
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
    if area.abs() < f64::EPSILON * f64::EPSILON { (0.0, origin) } else { (area, [origin[0] + x / (3.0 * area), origin[1] + y / (3.0 * area)]) }
}

/// Where the name stands: in the widest part of the largest ring at the height of its centre.
fn label(rings: &[Ring]) -> [f64; 2] {
    let largest = rings.iter().map(centre).max_by(|(a, _), (b, _)| a.abs().total_cmp(&b.abs()));
    let Some((_, [x, y])) = largest else { return [0.0, 0.0] };
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
    let widest = cuts
        .chunks_exact(2)
        .max_by(|a, b| (a[1] - a[0]).total_cmp(&(b[1] - b[0])))
        .map(|cut| f64::midpoint(cut[0], cut[1]));
    [widest.unwrap_or(x), y]
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
        for bad in ["", "x", "{}", r#"{"type":"Point","coordinates":[9,49]}"#, r#"{"type":"Polygon","coordinates":[[[9,49]]]}"#, "[1]"] {
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
            [0.0, 0.0], [6.0, 0.0], [6.0, 6.0], [4.0, 6.0], [4.0, 1.0], [1.0, 1.0], [1.0, 6.0], [0.0, 6.0], [0.0, 0.0],
        ]];
        let [x, _] = label(&u);
        assert!((x - 5.0).abs() < 1e-9, "{x}");
    }
}
