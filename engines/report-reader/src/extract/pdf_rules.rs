//! The ruled lines a page draws: they part the cells of its tables.

use pdf_extract::content::Content;
use pdf_extract::{Document, Object, ObjectId};

/// More rules than the tables of one page have; a guard for drawings.
const MAX_RULES: usize = 2_000;
/// Rules are that thin at most, in points; wider boxes are backgrounds.
const MAX_THICKNESS: f64 = 2.5;
/// Shorter strokes are ornaments and check marks, in points.
const MIN_LENGTH: f64 = 6.0;

/// A horizontal or vertical line, in points from the bottom left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rule {
    pub(super) horizontal: bool,
    /// Its height (horizontal) or its distance from the left (vertical).
    pub(super) at: f64,
    pub(super) from: f64,
    pub(super) to: f64,
}

type Matrix = [f64; 6];

const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// `inner` applied first, as the operator `cm` demands (ISO 32000-1, 8.3.4).
fn product(inner: Matrix, outer: Matrix) -> Matrix {
    let [xx, yx, xy, yy, dx, dy] = inner;
    let [outer_xx, outer_yx, outer_xy, outer_yy, outer_dx, outer_dy] = outer;
    [
        xx * outer_xx + yx * outer_xy,
        xx * outer_yx + yx * outer_yy,
        xy * outer_xx + yy * outer_xy,
        xy * outer_yx + yy * outer_yy,
        dx * outer_xx + dy * outer_xy + outer_dx,
        dx * outer_yx + dy * outer_yy + outer_dy,
    ]
}

fn apply(matrix: Matrix, point: (f64, f64)) -> (f64, f64) {
    let [xx, yx, xy, yy, dx, dy] = matrix;
    (xx * point.0 + xy * point.1 + dx, yx * point.0 + yy * point.1 + dy)
}

/// The rules in the page's own content; drawings inside of pictures and forms are no tables.
pub(super) fn rules(document: &Document, page: ObjectId) -> Vec<Rule> {
    let Some(content) = document.get_page_content(page).ok().and_then(|bytes| Content::decode(&bytes).ok()) else {
        return Vec::new();
    };
    let mut pen = Pen { matrix: IDENTITY, ..Pen::default() };
    for operation in &content.operations {
        let numbers: Vec<f64> = operation.operands.iter().filter_map(number).collect();
        pen.step(&operation.operator, &numbers);
        if pen.found.len() > MAX_RULES {
            return Vec::new();
        }
    }
    pen.found
}

fn number(object: &Object) -> Option<f64> {
    object.as_float().ok().map(f64::from).filter(|value| value.is_finite() && value.abs() < 1e6)
}

#[derive(Debug, Default)]
struct Pen {
    matrix: Matrix,
    saved: Vec<Matrix>,
    /// Where the open path stands and where it began.
    at: Option<(f64, f64)>,
    start: Option<(f64, f64)>,
    lines: Vec<((f64, f64), (f64, f64))>,
    boxes: Vec<((f64, f64), (f64, f64))>,
    found: Vec<Rule>,
}

impl Pen {
    fn step(&mut self, operator: &str, numbers: &[f64]) {
        match (operator, numbers) {
            ("q", _) if self.saved.len() < 200 => self.saved.push(self.matrix),
            ("Q", _) => self.matrix = self.saved.pop().unwrap_or(self.matrix),
            ("cm", numbers) => {
                if let Ok(inner) = numbers.try_into() {
                    self.matrix = product(inner, self.matrix);
                }
            }
            ("m", [x, y]) => {
                self.at = Some(apply(self.matrix, (*x, *y)));
                self.start = self.at;
            }
            ("l", [x, y]) => {
                let to = apply(self.matrix, (*x, *y));
                if let Some(from) = self.at {
                    self.lines.push((from, to));
                }
                self.at = Some(to);
            }
            ("c" | "v" | "y", [.., x, y]) => self.at = Some(apply(self.matrix, (*x, *y))),
            ("h", _) => self.close(),
            ("re", [x, y, width, height]) => {
                let corner = apply(self.matrix, (*x, *y));
                self.boxes.push((corner, apply(self.matrix, (x + width, y + height))));
                self.at = Some(corner);
            }
            ("S", _) => self.paint(true),
            ("s" | "b" | "b*", _) => {
                self.close();
                self.paint(true);
            }
            ("B" | "B*", _) => self.paint(true),
            ("f" | "F" | "f*", _) => self.paint(false),
            ("n", _) => self.forget(),
            _ => {}
        }
    }

    fn close(&mut self) {
        if let (Some(from), Some(to)) = (self.at, self.start) {
            self.lines.push((from, to));
            self.at = Some(to);
        }
    }

    fn forget(&mut self) {
        self.lines.clear();
        self.boxes.clear();
        (self.at, self.start) = (None, None);
    }

    fn paint(&mut self, stroked: bool) {
        let (lines, mut boxes) = (std::mem::take(&mut self.lines), std::mem::take(&mut self.boxes));
        self.forget();
        if stroked {
            for (from, to) in lines {
                self.rule(from, to);
            }
        } else if !lines.is_empty() && lines.len() <= 4 {
            // A filled outline: its surrounding box.
            let points = || lines.iter().flat_map(|(a, b)| [*a, *b]);
            let low = points().fold((f64::MAX, f64::MAX), |low, p| (low.0.min(p.0), low.1.min(p.1)));
            let high = points().fold((f64::MIN, f64::MIN), |high, p| (high.0.max(p.0), high.1.max(p.1)));
            boxes.push((low, high));
        }
        for ((x0, y0), (x1, y1)) in boxes {
            let (width, height) = ((x1 - x0).abs(), (y1 - y0).abs());
            if width <= MAX_THICKNESS || height <= MAX_THICKNESS {
                // A thin box is a rule.
                let (mx, my) = (x0.midpoint(x1), y0.midpoint(y1));
                if width > height { self.rule((x0, my), (x1, my)) } else { self.rule((mx, y0), (mx, y1)) }
            } else if stroked {
                self.rule((x0, y0), (x1, y0));
                self.rule((x0, y1), (x1, y1));
                self.rule((x0, y0), (x0, y1));
                self.rule((x1, y0), (x1, y1));
            }
        }
    }

    fn rule(&mut self, (x0, y0): (f64, f64), (x1, y1): (f64, f64)) {
        let (width, height) = ((x1 - x0).abs(), (y1 - y0).abs());
        if height <= 0.7 && width >= MIN_LENGTH {
            self.found.push(Rule { horizontal: true, at: y0.midpoint(y1), from: x0.min(x1), to: x0.max(x1) });
        } else if width <= 0.7 && height >= MIN_LENGTH {
            self.found.push(Rule { horizontal: false, at: x0.midpoint(x1), from: y0.min(y1), to: y0.max(y1) });
        }
    }
}
