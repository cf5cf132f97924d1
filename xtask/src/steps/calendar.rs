//! Invitations and calendar feeds before independent readers: libical's check of RFC 5546, ical.js with
//! the instants in summer and winter, and a look at the octets. The script also puts known faults into
//! copies and fails if a check stays silent.

use anyhow::Result;

use super::{Tally, documents};
use crate::{place::Place, process::command};

/// Writes the samples of the engine and has them checked.
pub(super) fn test(place: &Place) -> Result<Tally> {
    let samples = place.target.join("calendar-samples");
    documents::write(place, "invitations", &samples)?;
    let mut node = command("node", &place.e2e());
    node.arg(place.e2e().join("calendar/validate.mjs")).arg(&samples);
    documents::count(&mut node)
}
