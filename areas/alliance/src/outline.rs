//! Outlines of the members as the areas of a drawn map.

use allmende_documents::{CoverMap, MapArea};
use allmende_store::Day;
use serde_json::Value;

use crate::model::Municipality;

/// A closed line of longitude and latitude, or of a projection of them.
pub type Ring = Vec<[f64; 2]>;

/// The outline of everybody who is a member on a day, for the signet of a letterhead: decoration without names.
/// `None` if no outline is known.
pub fn signet(municipalities: &[Municipality], on: Day) -> Option<CoverMap> {
    let outlines: Vec<Vec<Ring>> = municipalities
        .iter()
        .filter(|municipality| municipality.head.trashed_at.is_none() && municipality.is_member_between(on, on))
        .map(|municipality| rings(&municipality.outline))
        .filter(|rings| !rings.is_empty())
        .collect();
    if outlines.is_empty() {
        return None;
    }
    let middle = middle_latitude(outlines.iter().flatten());
    let areas = outlines
        .iter()
        .map(|rings| MapArea {
            name: String::new(),
            label: [0.0, 0.0],
            rings: rings.iter().map(|ring| projected(ring, middle)).collect(),
            step: 0,
        })
        .collect();
    Some(CoverMap { areas, source: String::new(), alt: String::new() })
}

/// The rings of a GeoJSON polygon or multipolygon; nothing for anything else.
pub fn rings(outline: &str) -> Vec<Ring> {
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

/// The latitude in the middle of all rings.
pub fn middle_latitude<'a>(rings: impl Iterator<Item = &'a Ring>) -> f64 {
    let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
    for point in rings.flatten() {
        least = least.min(point[1]);
        most = most.max(point[1]);
    }
    f64::midpoint(least, most)
}

/// Equirectangular around the middle latitude: true enough for an area of some ten kilometres. South is down.
pub fn projected(ring: &[[f64; 2]], middle: f64) -> Ring {
    let narrow = middle.to_radians().cos();
    ring.iter().map(|[longitude, latitude]| [longitude * narrow, -latitude]).collect()
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
        let ring = projected(&[[10.0, 60.0], [11.0, 61.0]], 60.0);
        assert!(ring[0][1] > ring[1][1]);
        assert!((ring[1][0] - ring[0][0] - 0.5).abs() < 1e-9);
    }
}
