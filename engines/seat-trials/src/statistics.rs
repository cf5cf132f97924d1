//! The little statistics that the measurements need.

/// Mean, deviation and number of a sample.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Sample {
    /// How many values.
    pub count: f64,
    /// Their mean.
    pub mean: f64,
    /// Sum of squared differences from the mean.
    squares: f64,
    /// Lowest value.
    pub lowest: f64,
    /// Highest value.
    pub highest: f64,
}

impl Sample {
    /// Adds a value (Welford 1962).
    pub fn add(&mut self, value: f64) {
        if self.count == 0.0 {
            (self.lowest, self.highest) = (value, value);
        }
        self.lowest = self.lowest.min(value);
        self.highest = self.highest.max(value);
        self.count += 1.0;
        let away = value - self.mean;
        self.mean += away / self.count;
        self.squares += away * (value - self.mean);
    }

    /// Standard deviation of the values; 0 for fewer than two.
    pub fn deviation(&self) -> f64 {
        if self.count < 2.0 { 0.0 } else { (self.squares / (self.count - 1.0)).sqrt() }
    }

    /// Standard error of the mean.
    pub fn error(&self) -> f64 {
        if self.count == 0.0 { 0.0 } else { self.deviation() / self.count.sqrt() }
    }

    /// The mean in standard errors from zero; 0 if all values are equal to zero, infinite if they are equal to another.
    pub fn from_zero(&self) -> f64 {
        if self.mean == 0.0 { 0.0 } else { self.mean / self.error() }
    }
}

impl FromIterator<f64> for Sample {
    fn from_iter<I: IntoIterator<Item = f64>>(values: I) -> Self {
        let mut sample = Self::default();
        values.into_iter().for_each(|value| sample.add(value));
        sample
    }
}

/// 97.5 % quantile of the normal distribution: two-sided 95 %.
pub const TWO_SIDED_95: f64 = 1.959_964;
/// 99.95 % quantile of the normal distribution: two-sided 99.9 %.
pub const TWO_SIDED_999: f64 = 3.290_527;

/// Wilson's interval for a share, two-sided 95 %.
#[allow(clippy::cast_precision_loss)] // counts far below 2⁵³
pub fn wilson(hits: usize, count: usize) -> (f64, f64) {
    if count == 0 {
        return (0.0, 1.0);
    }
    let (n, z) = (count as f64, TWO_SIDED_95);
    let p = hits as f64 / n;
    let middle = p + z * z / (2.0 * n);
    let half = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
    let scale = 1.0 + z * z / n;
    (((middle - half) / scale).max(0.0), ((middle + half) / scale).min(1.0))
}

/// Chance that a chi-square variable with `freedom` degrees of freedom is above `value`: the upper incomplete gamma
/// function by series or continued fraction (Abramowitz and Stegun 6.5.29, 6.5.31).
pub fn chi_square_above(value: f64, freedom: f64) -> f64 {
    let (shape, at) = (freedom / 2.0, value / 2.0);
    if at <= 0.0 {
        return 1.0;
    }
    let front = (shape * at.ln() - at - log_gamma(shape)).exp();
    if at < shape + 1.0 {
        let (mut term, mut sum, mut step) = (1.0 / shape, 1.0 / shape, shape);
        while term > sum * 1e-15 {
            step += 1.0;
            term *= at / step;
            sum += term;
        }
        (1.0 - front * sum).clamp(0.0, 1.0)
    } else {
        // Lentz's method.
        let mut partial = at + 1.0 - shape;
        let (mut above, mut below) = (1e300, 1.0 / partial);
        let mut fraction = below;
        for step in 1..10_000 {
            let step = f64::from(step);
            partial += 2.0;
            let factor = step * (shape - step);
            below = 1.0 / (factor * below + partial);
            above = partial + factor / above;
            fraction *= below * above;
            if (below * above - 1.0).abs() < 1e-14 {
                break;
            }
        }
        (front * fraction).clamp(0.0, 1.0)
    }
}

/// Logarithm of the gamma function for positive arguments, by Stirling's series above 10.
fn log_gamma(value: f64) -> f64 {
    let (mut x, mut below) = (value, 0.0);
    while x < 10.0 {
        below += x.ln();
        x += 1.0;
    }
    let square = 1.0 / (x * x);
    let series = (1.0 / 12.0 - square * (1.0 / 360.0 - square * (1.0 / 1260.0 - square / 1680.0))) / x;
    (x - 0.5) * x.ln() - x + (2.0 * std::f64::consts::PI).ln() / 2.0 + series - below
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sample_of_four() {
        let sample: Sample = [2.0, 4.0, 4.0, 6.0].into_iter().collect();
        assert!((sample.mean - 4.0).abs() < 1e-12);
        assert!((sample.deviation() - (8.0_f64 / 3.0).sqrt()).abs() < 1e-12);
        assert_eq!((sample.lowest, sample.highest), (2.0, 6.0));
    }

    /// Values from printed tables.
    #[test]
    fn chi_square_table() {
        for (value, freedom, above) in [
            (3.841, 1.0, 0.05),
            (18.307, 10.0, 0.05),
            (124.342, 100.0, 0.05),
            (29.588, 10.0, 0.001),
            (2.558, 10.0, 0.99),
        ] {
            let found = chi_square_above(value, freedom);
            assert!((found - above).abs() < 2e-4, "{value} {freedom}: {found}");
        }
    }

    /// 8 of 120: 3.4 % to 12.6 %.
    #[test]
    fn interval_of_a_share() {
        let (low, high) = wilson(8, 120);
        assert!((low - 0.0342).abs() < 5e-4 && (high - 0.1261).abs() < 5e-4, "{low} {high}");
        assert_eq!(wilson(0, 0), (0.0, 1.0));
    }
}
