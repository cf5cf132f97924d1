//! The brand colour and what derives from it. Values and shares: `DOCUMENTS.md`, section 3.

use allmende_documents::DocumentFault;

use crate::fault;

/// A colour in sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Colour([u8; 3]);

impl Colour {
    /// Reads `#rrggbb`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
        let part = |from: usize| u8::from_str_radix(digits.get(from..from + 2)?, 16).ok();
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    /// Contrast with white after WCAG 2.2, from 1 to 21.
    pub(crate) fn contrast_with_white(self) -> f64 {
        let linear = |value: u8| {
            let share = f64::from(value) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
    }
}

/// The brand of a document, refused when nobody could read it on white paper.
pub(crate) fn brand(text: &str) -> Result<Colour, DocumentFault> {
    let colour = Colour::parse(text)
        .ok_or_else(|| fault(format!("Die Hausfarbe »{text}« ist keine Farbe der Form #1e5945."), "brand colour"))?;
    if colour.contrast_with_white() < 4.5 {
        return Err(fault(
            format!("Die Hausfarbe {text} ist zu hell: Überschriften wären auf Weiß nicht lesbar."),
            "contrast below 4.5",
        ));
    }
    Ok(colour)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readable_colours_pass_and_pale_ones_do_not() {
        assert!(brand("#1E5945").is_ok());
        assert!(brand("#ffcc00").is_err());
        assert!(brand("green").is_err());
        assert!(brand("#ää1").is_err());
    }
}
