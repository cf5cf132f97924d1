//! Letters: one text to one or many, written as drafts, then finished for good.
//!
//! [`model`] says what a letter is, [`address`] how people and offices are addressed, [`recipients`] who gets it,
//! [`document`] makes the letter of the records, [`finish`] freezes its files. Areas above begin letters with
//! [`begin`]: the cover letter of a report, later the invitation to a meeting.

pub mod address;
pub mod document;
pub mod finish;
pub mod model;
mod pages;
pub mod queries;
pub mod recipients;

use allmende_store::{Id, StoreError, Tx};
use allmende_web::access::{LEADS, MANAGER, Permission};

pub use pages::{PATH, state};
pub(crate) use pages::{routes, to_body, to_list, to_members, to_one};

use model::{Letter, LetterRecipient};
use recipients::Addressee;

/// Reading letters: they carry postal addresses.
pub const LETTER_READ: Permission = Permission { name: "letter.read", roles: LEADS };
/// Writing and finishing letters.
pub const LETTER_WRITE: Permission = Permission { name: "letter.write", roles: MANAGER };

/// Stores a draft with its recipients. Everybody gets it once.
pub async fn begin(tx: &mut Tx, letter: &mut Letter, addressees: &[Addressee]) -> Result<(), StoreError> {
    tx.insert(letter).await?;
    add_recipients(tx, letter.head.id, addressees).await
}

/// Adds recipients to a draft; those it has already are left out.
pub async fn add_recipients(tx: &mut Tx, letter: Id, addressees: &[Addressee]) -> Result<(), StoreError> {
    let before = queries::recipients(tx, letter).await?;
    let mut position = before.iter().map(|recipient| recipient.position).max().unwrap_or(0);
    let mut there: Vec<Addressee> = before.iter().filter_map(LetterRecipient::addressee).collect();
    for addressee in addressees {
        if there.contains(addressee) {
            continue;
        }
        let Some(line) = tx.index_line(addressee.id()).await? else { continue };
        position += 1;
        tx.insert(&mut LetterRecipient::of(letter, position, *addressee, line.title)).await?;
        there.push(*addressee);
    }
    Ok(())
}
