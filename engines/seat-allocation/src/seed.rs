//! Seeds: of binding draws, and marked ones of previews.

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// A seed of a draw.
///
/// The seed of a binding draw comes only from a [`Commitment`](crate::Commitment) and an outside
/// value. The seed of a preview is the digest of a text with another first line, so it equals that
/// of a binding draw no sooner than two texts with the same SHA-256 are found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seed {
    bytes: [u8; 32],
    binding: bool,
}

impl Seed {
    /// The seed of a preview or a trial.
    ///
    /// ```
    /// use allmende_seat_allocation::Seed;
    ///
    /// assert!(!Seed::preview("first look").is_binding());
    /// ```
    pub fn preview(label: &str) -> Self {
        Self { bytes: Sha256::digest(format!("allmende-draw-preview 1\n{label}")).into(), binding: false }
    }

    /// The seed of a binding draw.
    pub(crate) fn binding(commitment: &str, outside_value: &str) -> Self {
        let text = format!("allmende-draw-seed 1\n{commitment}\n{outside_value}");
        Self { bytes: Sha256::digest(text).into(), binding: true }
    }

    /// 64 lowercase hexadecimal digits.
    pub fn hex(&self) -> String {
        HEXLOWER.encode(&self.bytes)
    }

    /// Comes from a commitment and an outside value.
    pub fn is_binding(&self) -> bool {
        self.binding
    }
}
