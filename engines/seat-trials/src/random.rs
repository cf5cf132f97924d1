//! The random generator of the trials, specified to the last bit.
//!
//! Invented instances must be the same on every machine, or figures that were printed once could not be checked. So
//! nothing here depends on a crate's sampling order or on the platform's mathematics: the stream is xoshiro256**
//! (Blackman and Vigna), its state comes from SplitMix64, the seed of that is FNV-1a of a text, and the few functions
//! that need more than the four operations and the square root (both exact by IEEE 754) are series written out below.
//!
//! This is no cryptographic generator. The lottery order of a real draw comes from SHA-256 and not from here.

/// A stream of random numbers.
#[derive(Debug, Clone)]
pub struct Stream {
    state: [u64; 4],
    /// The second of a pair of normal deviates, if one is left over.
    spare: Option<f64>,
}

/// FNV-1a with 64 bits.
fn fnv1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// One step of SplitMix64.
fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

impl Stream {
    /// The stream that belongs to `text`.
    pub fn new(text: &str) -> Self {
        let mut seed = fnv1a(text);
        Self { state: std::array::from_fn(|_| split_mix(&mut seed)), spare: None }
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        let result = self.state[1].wrapping_mul(5).rotate_left(7).wrapping_mul(9);
        let shifted = self.state[1] << 17;
        self.state[2] ^= self.state[0];
        self.state[3] ^= self.state[1];
        self.state[1] ^= self.state[2];
        self.state[0] ^= self.state[3];
        self.state[2] ^= shifted;
        self.state[3] = self.state[3].rotate_left(45);
        result
    }

    /// Uniform in [0, 1), in steps of 2⁻⁵³.
    #[allow(clippy::cast_precision_loss)] // 53 bits fit exactly
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
    }

    /// Uniform in `0..bound`, without bias: the upper half of a 128-bit product, rejecting the uneven rest
    /// (Lemire 2019). Gives 0 for `bound` 0.
    #[allow(clippy::cast_possible_truncation)] // the halves of the product
    pub fn below(&mut self, bound: usize) -> usize {
        let bound = bound as u64;
        if bound == 0 {
            return 0;
        }
        let uneven = bound.wrapping_neg() % bound;
        loop {
            let product = u128::from(self.bits()) * u128::from(bound);
            if product as u64 >= uneven {
                return (product >> 64) as usize;
            }
        }
    }

    /// True with the given probability.
    pub fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// One of `values`, each with the same chance.
    ///
    /// Gives the default of the type for an empty list.
    pub fn pick<T: Copy + Default>(&mut self, values: &[T]) -> T {
        let at = self.below(values.len());
        values.get(at).copied().unwrap_or_default()
    }

    /// An index by weight; the weights need not add up to one.
    pub fn weighted(&mut self, weights: &[f64]) -> usize {
        let mut left = self.unit() * weights.iter().sum::<f64>();
        for (index, weight) in weights.iter().enumerate() {
            left -= weight;
            if left < 0.0 {
                return index;
            }
        }
        weights.len().saturating_sub(1)
    }

    /// Normal with mean 0 and deviation 1, by the polar method of Marsaglia.
    pub fn normal(&mut self) -> f64 {
        if let Some(spare) = self.spare.take() {
            return spare;
        }
        loop {
            let (x, y) = (2.0 * self.unit() - 1.0, 2.0 * self.unit() - 1.0);
            let square = x * x + y * y;
            if square > 0.0 && square < 1.0 {
                let factor = (-2.0 * natural_log(square) / square).sqrt();
                self.spare = Some(y * factor);
                return x * factor;
            }
        }
    }

    /// Log-normal: the exponential of a normal deviate with mean 0 and the given deviation.
    pub fn log_normal(&mut self, deviation: f64) -> f64 {
        exponential(deviation * self.normal())
    }

    /// Triangular on `0..high` with the given mode, by inversion.
    pub fn triangular(&mut self, high: f64, mode: f64) -> f64 {
        let (at, turn) = (self.unit(), mode / high);
        if at <= turn { high * (at * turn).sqrt() } else { high - high * ((1.0 - at) * (1.0 - turn)).sqrt() }
    }

    /// Fisher and Yates, from the last place to the first.
    pub fn shuffle<T>(&mut self, values: &mut [T]) {
        for last in (1..values.len()).rev() {
            let other = self.below(last + 1);
            values.swap(last, other);
        }
    }
}

/// The natural logarithm of a positive number: ln(m·2ᵉ) = 2·artanh((m−1)/(m+1)) + e·ln 2 with m between √½ and √2.
fn natural_log(value: f64) -> f64 {
    let (mut mantissa, mut exponent) = (value, 0.0);
    while mantissa > std::f64::consts::SQRT_2 {
        mantissa *= 0.5;
        exponent += 1.0;
    }
    while mantissa < std::f64::consts::FRAC_1_SQRT_2 {
        mantissa *= 2.0;
        exponent -= 1.0;
    }
    let z = (mantissa - 1.0) / (mantissa + 1.0);
    let (square, mut power, mut sum, mut odd) = (z * z, z, 0.0, 1.0);
    for _ in 0..14 {
        sum += power / odd;
        power *= square;
        odd += 2.0;
    }
    2.0 * sum + exponent * std::f64::consts::LN_2
}

/// The exponential: the series at x/1024, squared ten times.
fn exponential(value: f64) -> f64 {
    let x = value / 1024.0;
    let (mut sum, mut term, mut n) = (1.0, 1.0, 1.0);
    for _ in 0..12 {
        term *= x / n;
        sum += term;
        n += 1.0;
    }
    for _ in 0..10 {
        sum *= sum;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Carried here so that a change of the generator is seen: every figure of the evaluation hangs on it.
    #[test]
    fn the_stream_is_fixed() {
        let mut stream = Stream::new("allmende");
        let first: Vec<u64> = (0..3).map(|_| stream.bits()).collect();
        // Computed from the published definitions in another language.
        assert_eq!(first, [2_402_404_601_717_095_063, 11_774_971_979_703_260_850, 10_021_648_578_808_414_803]);
    }

    #[test]
    fn series_agree_with_the_platform() {
        for value in [1e-9, 0.01, 0.5, 0.9999, 1.0, 1.5, 7.0, 1234.5] {
            assert!((natural_log(value) - f64::ln(value)).abs() < 1e-12, "ln {value}");
        }
        for value in [-6.0, -1.0, -0.01, 0.0, 0.3, 1.0, 5.5] {
            assert!((exponential(value) / f64::exp(value) - 1.0).abs() < 1e-12, "exp {value}");
        }
    }

    #[test]
    fn below_is_even() {
        let mut stream = Stream::new("below");
        let mut counts = [0_u32; 7];
        for _ in 0..70_000 {
            counts[stream.below(7)] += 1;
        }
        // 10 000 each with a deviation of 93: five deviations.
        assert!(counts.iter().all(|&count| count.abs_diff(10_000) < 465), "{counts:?}");
        assert_eq!(stream.below(0), 0);
        assert_eq!(stream.below(1), 0);
    }

    #[test]
    fn deviates_have_their_moments() {
        let mut stream = Stream::new("moments");
        let n = 40_000;
        let normal: Vec<f64> = (0..n).map(|_| stream.normal()).collect();
        let mean = normal.iter().sum::<f64>() / f64::from(n);
        let square = normal.iter().map(|x| x * x).sum::<f64>() / f64::from(n);
        assert!(mean.abs() < 0.025 && (square - 1.0).abs() < 0.04, "{mean} {square}");
        let mean = (0..n).map(|_| stream.triangular(42.0, 12.6)).sum::<f64>() / f64::from(n);
        assert!((mean - 18.2).abs() < 0.3, "{mean}"); // (0 + 42 + 12.6) / 3
    }

    #[test]
    fn a_shuffle_keeps_everything() {
        let mut values: Vec<u32> = (0..100).collect();
        Stream::new("shuffle").shuffle(&mut values);
        assert_ne!(values, (0..100).collect::<Vec<_>>());
        values.sort_unstable();
        assert_eq!(values, (0..100).collect::<Vec<_>>());
    }
}
