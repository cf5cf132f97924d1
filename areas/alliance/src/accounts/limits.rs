//! How often secrets may be tried.
//!
//! Every try is paid for by the caller's address and by the account it is about. The figures for addresses are those of
//! matrix-authentication-service (its configuration reference, `rate_limiting`): three at once, then one each 20 s. The
//! account's own bucket is wide, so that strangers cannot lock a person out; it only stops a crowd of addresses. After
//! 100 failures in a row (NIST SP 800-63B-4, 3.2.2) strangers' tries are refused unseen; the person still comes in from
//! a browser that is known, or sets a new password by mail, which forgets the failures.

use allmende_store::{Id, StoreError, Tx, digest};
use allmende_web::limit::{Rate, Wait};
use allmende_web::{Attempt, Cx};

use super::queries::{self, Secrets};

/// Tries at a secret from one address: password, code, link, set-up secret.
pub(super) const BY_ADDRESS: Rate = Rate { name: "secret", burst: 3, every: 20_000 };
/// Tries at one account from anywhere.
const BY_ACCOUNT: Rate = Rate { name: "account", burst: 1_800, every: 2_000 };
/// Tries from one known browser.
const BY_DEVICE: Rate = Rate { name: "device", burst: 10, every: 60_000 };
/// Recovery mails asked for from one address.
pub(super) const RECOVERY_BY_ADDRESS: Rate = Rate { name: "recovery", burst: 3, every: 1_250_000 };
/// Recovery mails to one account.
pub(super) const RECOVERY_BY_ACCOUNT: Rate = Rate { name: "recovery-account", burst: 3, every: 5_000_000 };
/// So many failures in a row close an account for browsers that are not known.
const MOST_FAILURES: i64 = 100;

/// The key of an account's bucket. The address is no secret, but need not stand in memory either.
pub(super) fn key(email: &str) -> String {
    digest(email.trim().to_lowercase().as_bytes())
}

/// The accounts of all alliances that signed in with the caller's browser.
pub(super) async fn known(cx: &Cx, tx: &mut Tx) -> Result<Vec<Id>, StoreError> {
    match cx.device() {
        Some(word) => queries::accounts_of_device(tx, &digest(word.as_bytes())).await,
        None => Ok(Vec::new()),
    }
}

/// Pays for a try at an account. A known browser has a bucket of its own.
pub(super) fn attempt(cx: &Cx, email: &str, is_known: bool) -> Result<Attempt, Wait> {
    let other = match cx.device() {
        Some(word) if is_known => (BY_DEVICE, digest(word.as_bytes())),
        _ => (BY_ACCOUNT, key(email)),
    };
    cx.attempt(BY_ADDRESS, &[other])
}

/// Whether tries at an account are refused unseen.
pub(super) fn is_closed(secrets: &Secrets, is_known: bool) -> bool {
    secrets.failures >= MOST_FAILURES && !is_known
}
