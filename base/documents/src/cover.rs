//! The map of the members as SVG: the picture of every alliance, without a photographer.

use std::fmt::Write as _;

use crate::cleaning::clean;
use crate::{CoverMap, MapArea};

/// Share of white in the seven steps of the map, darkest first: once for the strongest channel of
/// the brand and once for the others, so that light steps keep their hue (`docs/documents.md`).
const STEPS: [(f64, f64); 7] =
    [(0.0, 0.0), (0.169, 0.09), (0.373, 0.29), (0.572, 0.494), (0.681, 0.625), (0.735, 0.689), (0.892, 0.864)];

/// Width of every map in units of its view box.
const WIDTH: f64 = 1650.0;

/// Height that a map may have at most; a taller alliance is drawn smaller.
const HEIGHT: f64 = 1560.0;

/// The map with names. Labels are part of the picture, so it needs [`CoverMap::alt`] beside it.
pub fn map_svg(map: &CoverMap, brand: &str) -> String {
    let frame = Frame::around(map);
    let mut svg = frame.open();
    for area in &map.areas {
        let _ = write!(
            svg,
            r##"<path d="{}" fill="{}" fill-rule="evenodd" stroke="#ffffff" stroke-width="7" stroke-linejoin="round"/>"##,
            frame.path(area),
            hex(step(brand, area.step))
        );
    }
    let mut taken = Vec::new();
    for area in &map.areas {
        label(&mut svg, &frame, area, brand, &mut taken);
    }
    svg.push_str("</svg>");
    svg
}

/// The outline in one colour, for a letterhead. Decoration: the name stands beside it.
pub fn signet_svg(map: &CoverMap, brand: &str) -> String {
    let frame = Frame::around(map);
    let mut svg = frame.open();
    for area in &map.areas {
        let _ = write!(
            svg,
            r##"<path d="{}" fill="{}" fill-rule="evenodd" stroke="#ffffff" stroke-width="24" stroke-linejoin="round"/>"##,
            frame.path(area),
            mixed_with_white(brand, 0.0)
        );
    }
    svg.push_str("</svg>");
    svg
}

/// How the coordinates of the map become units of the view box.
struct Frame {
    left: f64,
    top: f64,
    scale: f64,
    width: f64,
    height: f64,
}

impl Frame {
    fn around(map: &CoverMap) -> Self {
        let points = || {
            map.areas
                .iter()
                .flat_map(|area| area.rings.iter().flatten())
                .filter(|point| point.iter().all(|part| part.is_finite()))
        };
        let least = |axis: usize| points().map(|point| point[axis]).fold(f64::INFINITY, f64::min);
        let most = |axis: usize| points().map(|point| point[axis]).fold(f64::NEG_INFINITY, f64::max);
        let (left, top) = (least(0), least(1));
        let (across, down) = (most(0) - left, most(1) - top);
        if !(across > 0.0 && down > 0.0) {
            return Self { left: 0.0, top: 0.0, scale: 1.0, width: WIDTH, height: HEIGHT };
        }
        let scale = (WIDTH / across).min(HEIGHT / down);
        Self { left, top, scale, width: across * scale, height: down * scale }
    }

    fn open(&self) -> String {
        // Half a stroke around, or the outer line would be cut.
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 {:.0} {:.0}">"#,
            self.width + 8.0,
            self.height + 8.0
        )
    }

    fn place(&self, [x, y]: [f64; 2]) -> (f64, f64) {
        ((x - self.left) * self.scale, (y - self.top) * self.scale)
    }

    fn path(&self, area: &MapArea) -> String {
        let mut path = String::new();
        for ring in &area.rings {
            let mut command = 'M';
            for point in ring.iter().filter(|point| point.iter().all(|part| part.is_finite())) {
                let (x, y) = self.place(*point);
                let _ = write!(path, "{command}{x:.1} {y:.1}");
                command = 'L';
            }
            if command == 'L' {
                path.push('Z');
            }
        }
        path
    }
}

/// Where a name stands: left, top, right, bottom.
type Place = [f64; 4];

/// Writes the name of an area, cut if it meets another name or the edge of the map, and not at all if that
/// does not help: the same name stands in the table of the members.
fn label(svg: &mut String, frame: &Frame, area: &MapArea, brand: &str, taken: &mut Vec<Place>) {
    let (x, y) = frame.place(area.label);
    if !(x.is_finite() && y.is_finite()) {
        return;
    }
    let ink = if luminance(step(brand, area.step)) > 0.2 { "#16201b" } else { "#ffffff" };
    let (name, addition) = split_name(&area.name);
    let fitting = LINE_LENGTHS.iter().find_map(|most| {
        let lines = [shortened(name, *most), shortened(addition, *most)];
        let half = lines.iter().map(|line| line.chars().count()).max().map_or(0.0, half_width);
        let place = [x - half, y - 22.0, x + half, y + if addition.is_empty() { 18.0 } else { 36.0 }];
        let inside = place[0] >= 0.0 && place[2] <= frame.width;
        let free = taken
            .iter()
            .all(|other| place[2] <= other[0] || other[2] <= place[0] || place[3] <= other[1] || other[3] <= place[1]);
        (inside && free).then_some((lines, place))
    });
    let Some(([name, addition], place)) = fitting else { return };
    taken.push(place);
    let mut line = |text: &str, size: f64, y: f64| {
        let _ = write!(
            svg,
            r#"<text x="{x:.1}" y="{y:.1}" font-family="'Source Sans 3', Inter, sans-serif" font-weight="600" font-size="{size}" text-anchor="middle" fill="{ink}">{}</text>"#,
            escape(text)
        );
    };
    if addition.is_empty() {
        line(&name, 30.0, y + 10.0);
    } else {
        line(&name, 30.0, y);
        line(&addition, 25.4, y + 28.0);
    }
}

/// Half the width of so many letters, in units of the view box.
fn half_width(letters: usize) -> f64 {
    f64::from(u32::try_from(letters).unwrap_or(u32::MAX)) * 15.5 / 2.0
}

/// Letters that a line of a name may have: first as many as the longest word in a German municipality's name.
const LINE_LENGTHS: [usize; 3] = [36, 18, 10];

fn shortened(line: &str, most: usize) -> String {
    if line.chars().count() <= most {
        return line.to_owned();
    }
    line.chars().take(most - 1).chain(['…']).collect()
}

/// "Erlenbach b. Marktheidenfeld" stands on two lines.
fn split_name(name: &str) -> (&str, &str) {
    [" b. ", " am ", " a. ", " bei ", " an der ", " im ", " i. "]
        .iter()
        .find_map(|link| name.find(link))
        .map_or((name, ""), |at| (&name[..at], name[at..].trim_start()))
}

fn escape(text: &str) -> String {
    clean(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The channels of a `#rrggbb` colour mixed with a share of white; another text counts as black.
fn channels(colour: &str, white: f64) -> [f64; 3] {
    [1, 3, 5].map(|from| {
        let part = colour.get(from..from + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok()).unwrap_or(0);
        f64::from(part) + (255.0 - f64::from(part)) * white
    })
}

/// The channels of one of the seven steps of the map.
fn step(brand: &str, step: u8) -> [f64; 3] {
    let (strongest, others) = STEPS[usize::from(step).min(STEPS.len() - 1)];
    let pure = channels(brand, 0.0);
    let most = pure.iter().copied().fold(0.0, f64::max);
    let (strong, plain) = (channels(brand, strongest), channels(brand, others));
    [0, 1, 2].map(|index| if pure[index] < most { plain[index] } else { strong[index] })
}

/// A `#rrggbb` colour mixed with a share of white (0 to 1).
pub fn mixed_with_white(colour: &str, white: f64) -> String {
    hex(channels(colour, white))
}

fn hex(channels: [f64; 3]) -> String {
    let [red, green, blue] = channels.map(|part| format!("{part:.0}").parse::<u8>().unwrap_or(255));
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// Relative luminance after WCAG 2.2 (0 to 1).
fn luminance(channels: [f64; 3]) -> f64 {
    let [red, green, blue] = channels.map(|part| {
        let share = part / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map() -> CoverMap {
        CoverMap {
            areas: vec![MapArea {
                name: "Auburg <b> a. d. Au".to_owned(),
                label: [5.0, 5.0],
                rings: vec![vec![[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0]]],
                step: 9,
            }],
            source: String::new(),
            alt: String::new(),
        }
    }

    #[test]
    fn endless_names_are_cut_and_none_covers_another() {
        let mut map = map();
        map.areas[0].name = "x".repeat(300);
        let svg = map_svg(&map, "#1e5945");
        assert!(svg.contains(&format!(">{}…<", "x".repeat(35))), "{svg}");
        // The same place twice: the second name finds no room.
        map.areas.push(map.areas[0].clone());
        map.areas[1].name = "Auburg".to_owned();
        assert_eq!(map_svg(&map, "#1e5945").matches("<text").count(), 1);
        // At the edge only a short one fits.
        map.areas.truncate(1);
        map.areas[0].label = [0.6, 5.0];
        assert!(map_svg(&map, "#1e5945").contains(&format!(">{}…<", "x".repeat(9))));
    }

    #[test]
    fn names_are_text_and_steps_stay_in_range() {
        let svg = map_svg(&map(), "#1e5945");
        assert!(svg.contains("Auburg &lt;b&gt;"));
        assert!(svg.contains("a. d. Au"));
        assert!(svg.contains("M0.0 0.0L1560.0 0.0"));
    }

    #[test]
    fn empty_or_broken_outlines_do_no_harm() {
        let mut broken = map();
        broken.areas[0].rings = vec![vec![[f64::NAN, 0.0]]];
        broken.areas[0].label = [f64::INFINITY, 0.0];
        assert!(map_svg(&broken, "nonsense").ends_with("</svg>"));
        broken.areas.clear();
        assert!(signet_svg(&broken, "#1e5945").ends_with("</svg>"));
    }

    #[test]
    fn mixes_with_white() {
        assert_eq!(mixed_with_white("#1e5945", 0.0), "#1e5945");
        assert_eq!(mixed_with_white("#000000", 1.0), "#ffffff");
    }
}
