//! The brand colour: readable as text and behind white text (WCAG 2.2, success criterion 1.4.3).

/// A colour in sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

/// White.
pub const WHITE: Colour = Colour([255, 255, 255]);
/// The least contrast of normal text, in hundredths.
pub const LEAST_CONTRAST: i64 = 450;
/// How much of the brand colour its soft ground holds, in percent. The rest is white.
const SOFT_PERCENT: u32 = 12;

impl Colour {
    /// A colour from `#rrggbb`.
    pub fn read(text: &str) -> Option<Self> {
        let digits = text
            .strip_prefix('#')
            .filter(|digits| digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
        let part = |from: usize| digits.get(from..from + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok());
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    /// The pale ground on which text in this colour stands.
    pub fn soft(self) -> Self {
        Self(self.0.map(|part| {
            let mixed = (u32::from(part) * SOFT_PERCENT + 255 * (100 - SOFT_PERCENT) + 50) / 100;
            u8::try_from(mixed).unwrap_or(255)
        }))
    }

    /// Relative luminance, 0 for black to 1 for white.
    fn luminance(self) -> f64 {
        let linear = self.0.map(|part| {
            let value = f64::from(part) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
}

/// The contrast of two colours in hundredths, rounded down so that 4.499 is not taken for 4.5.
pub fn contrast(a: Colour, b: Colour) -> i64 {
    let (a, b) = (a.luminance(), b.luminance());
    let ratio = (a.max(b) + 0.05) / (a.min(b) + 0.05);
    // Between 100 and 2100.
    #[allow(clippy::cast_possible_truncation)]
    let hundredths = (ratio * 100.0 + 1e-9).floor() as i64;
    hundredths
}

/// What is wrong with a brand colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BrandFault {
    /// It is not written as `#rrggbb`.
    Form,
    /// It is too pale on white. Holds the measured contrast in hundredths.
    OnWhite(i64),
    /// It is too pale on its soft ground. Holds the measured contrast in hundredths.
    OnSoft(i64),
}

/// Whether a colour may be the brand.
pub fn check_brand(text: &str) -> Result<Colour, BrandFault> {
    let brand = Colour::read(text).ok_or(BrandFault::Form)?;
    let on_white = contrast(brand, WHITE);
    if on_white < LEAST_CONTRAST {
        return Err(BrandFault::OnWhite(on_white));
    }
    let on_soft = contrast(brand, brand.soft());
    if on_soft < LEAST_CONTRAST {
        return Err(BrandFault::OnSoft(on_soft));
    }
    Ok(brand)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrasts_match_published_values() {
        let table = [
            ("#000000", "#ffffff", 2100),
            ("#ffffff", "#ffffff", 100),
            // WebAIM: the lightest grey that passes, the first that fails.
            ("#767676", "#ffffff", 454),
            ("#777777", "#ffffff", 447),
            ("#ff0000", "#ffffff", 399),
            ("#0000ff", "#ffffff", 859),
        ];
        for (a, b, expected) in table {
            let (Some(a), Some(b)) = (Colour::read(a), Colour::read(b)) else { unreachable!() };
            assert_eq!(contrast(a, b), expected);
            assert_eq!(contrast(b, a), expected);
        }
    }

    #[test]
    fn brands_are_measured_on_white_and_on_their_soft_ground() {
        assert_eq!(Colour([20, 85, 63]).soft(), Colour([227, 235, 232]));
        assert_eq!(check_brand("#14553F"), Ok(Colour([0x14, 0x55, 0x3f])));
        assert_eq!(check_brand("#ff0000"), Err(BrandFault::OnWhite(399)));
        // Enough on white (4.54), not on the soft ground of 12 percent.
        assert!(matches!(check_brand("#767676"), Err(BrandFault::OnSoft(380..450))));
        for bad in ["", "14553F", "#14553", "#14553FF", "#14553g", "#ÄÄÄ", "green"] {
            assert_eq!(check_brand(bad), Err(BrandFault::Form), "{bad}");
        }
    }
}
