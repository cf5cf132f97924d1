//! The seed.

use sha2::{Digest, Sha256};

/// A seed of a draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seed {
    pub(crate) bytes: [u8; 32],
}

impl Seed {
    /// The seed of a preview or trial: marked, so that it can never equal that of a binding draw.
    pub fn preview(label: &str) -> Self {
        let digest = Sha256::new().chain_update(b"allmende-draw preview 1\n").chain_update(label.as_bytes()).finalize();
        Self { bytes: digest.into() }
    }
}
