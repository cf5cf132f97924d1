//! Passwords: at least 15 characters, no composition rules (NIST SP 800-63B-4, 3.1.1.2), Argon2id in a bounded pool.

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use tokio::sync::Semaphore;

use allmende_web::Problem;
use allmende_web::form::Input;

/// The shortest password.
pub(super) const SHORTEST: usize = 15;
/// The longest; only to bound the work.
const LONGEST: usize = 256;

/// At most two hashes at a time, so that a storm of sign-ins leaves the other pages alone.
static PLACES: Semaphore = Semaphore::const_new(2);

/// A hash nobody's password has; checking against it takes as long as checking a real one.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c29tZS1mYWtlLXNhbHQ$ONfUHs8ck2PyONcUgZ3+6GhAPtRnfZwFhQpBpoCHPMk";

/// Words that stand at the beginning of guessable passwords however long they are.
const GUESSABLE: [&str; 12] = [
    "passwort",
    "password",
    "123456",
    "qwertz",
    "qwerty",
    "allmende",
    "buergermeister",
    "bürgermeister",
    "gemeinde",
    "rathaus",
    "kommunaleallianz",
    "willkommen",
];

/// Checks a new password and notes in the form what is wrong with it.
pub(super) fn check_new(input: &mut Input<'_>, name: &str, email: &str) -> String {
    let cx = input.cx();
    let password =
        cx.submission().values.get("password").and_then(|values| values.first()).cloned().unwrap_or_default();
    let length = password.chars().count();
    if length < SHORTEST {
        let sentence = cx.tv("password-short", [("least", SHORTEST.into()), ("length", length.into())]);
        input.refuse("password", sentence);
    } else if length > LONGEST {
        input.refuse("password", cx.tv("password-long", [("most", LONGEST.into())]));
    } else if is_guessable(&password, name, email) {
        input.refuse_key("password", "password-guessable");
    }
    password
}

/// Whether little remains of a password after the words that anybody would try first.
fn is_guessable(password: &str, name: &str, email: &str) -> bool {
    let mut rest = password.to_lowercase();
    let own = name.split_whitespace().chain(email.split(['@', '.', '-']));
    for word in GUESSABLE.iter().copied().map(str::to_owned).chain(own.map(str::to_lowercase)) {
        if word.chars().count() >= 4 {
            rest = rest.replace(&word, "");
        }
    }
    let mut kinds: Vec<char> = rest.chars().collect();
    kinds.sort_unstable();
    kinds.dedup();
    // "aaaaaaaaaaaaaaa" and "Gemeinde2024" are long and worthless.
    kinds.len() < 5
}

async fn in_pool<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
    let _place = PLACES.acquire().await.map_err(|error| Problem::Internal(error.to_string()))?;
    tokio::task::spawn_blocking(work).await.map_err(|error| Problem::Internal(error.to_string()))
}

/// The hash of a password, with its parameters and a fresh salt.
pub(super) async fn hash(password: String) -> Result<String, Problem> {
    in_pool(move || Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string()))
        .await?
        .map_err(|error| Problem::Internal(error.to_string()))
}

/// Whether a password fits. Without a hash it takes as long and does not.
pub(super) async fn fits(password: String, hash: Option<String>) -> Result<bool, Problem> {
    in_pool(move || {
        let known = hash.is_some();
        let text = hash.unwrap_or_else(|| NOBODY.to_owned());
        let fits = PasswordHash::new(&text)
            .is_ok_and(|parsed| Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok());
        fits && known
    })
    .await
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn worthless_passwords_are_found() {
        for bad in ["aaaaaaaaaaaaaaaaaa", "passwortpasswort1", "Gemeinde Gemeinde", "erikamusterfrau1"] {
            assert!(is_guessable(bad, "Erika Musterfrau", "erika@rathaus.example"), "{bad}");
        }
        for good in ["blaue Kühe tanzen leise", "zwölf Dörfer am Fluss", "korrekt Pferd Batterie"] {
            assert!(!is_guessable(good, "Erika Musterfrau", "erika@rathaus.example"), "{good}");
        }
    }

    #[tokio::test]
    async fn a_password_fits_its_hash_only() {
        let stored = hash("blaue Kühe tanzen leise".to_owned()).await.unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(fits("blaue Kühe tanzen leise".to_owned(), Some(stored.clone())).await.unwrap());
        assert!(!fits("blaue Kühe tanzen leis".to_owned(), Some(stored)).await.unwrap());
        assert!(!fits("irgendetwas".to_owned(), None).await.unwrap());
    }

    #[test]
    fn the_hash_of_nobody_is_well_formed() {
        assert!(PasswordHash::new(NOBODY).is_ok());
    }
}
