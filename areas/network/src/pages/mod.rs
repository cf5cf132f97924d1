//! The pages of the area.

pub(crate) mod capture;
mod entry;
pub(crate) mod partners;
