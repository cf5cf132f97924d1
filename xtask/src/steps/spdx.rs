//! SPDX licence expressions: are they satisfied by a set of accepted licences?
//!
//! The grammar is that of the SPDX specification, annex "SPDX license expressions": `AND` binds
//! tighter than `OR`, `WITH` belongs to the licence before it. Old packages on crates.io write
//! `/` for `OR`.

use std::{iter::Peekable, vec::IntoIter};

use anyhow::{Result, bail};

/// True if the expression can be fulfilled with accepted licences alone: of `OR` one side is
/// enough, of `AND` both are needed. A licence with an exception is accepted as a whole
/// (`Apache-2.0 WITH LLVM-exception`) or through its licence alone, as an exception only adds
/// permissions.
///
/// # Errors
/// The expression is not well-formed.
pub(super) fn is_satisfied(expression: &str, accepted: &dyn Fn(&str) -> bool) -> Result<bool> {
    let mut parser = Parser { words: words(expression).into_iter().peekable(), accepted };
    let answer = parser.any()?;
    match parser.words.next() {
        None => Ok(answer),
        Some(word) => bail!("unexpected {word:?} in the licence {expression:?}"),
    }
}

fn words(expression: &str) -> Vec<String> {
    expression
        .replace('(', " ( ")
        .replace(')', " ) ")
        .replace('/', " OR ")
        .split_whitespace()
        .map(str::to_owned)
        .collect()
}

struct Parser<'a> {
    words: Peekable<IntoIter<String>>,
    accepted: &'a dyn Fn(&str) -> bool,
}

impl Parser<'_> {
    fn any(&mut self) -> Result<bool> {
        let mut answer = self.all()?;
        while self.takes("OR") {
            // Both sides are parsed before the values are joined.
            let other = self.all()?;
            answer = answer || other;
        }
        Ok(answer)
    }

    fn all(&mut self) -> Result<bool> {
        let mut answer = self.one()?;
        while self.takes("AND") {
            let other = self.one()?;
            answer = answer && other;
        }
        Ok(answer)
    }

    fn one(&mut self) -> Result<bool> {
        if self.takes("(") {
            let answer = self.any()?;
            if !self.takes(")") {
                bail!("a closing bracket is missing");
            }
            return Ok(answer);
        }
        let licence = self.identifier()?;
        let mut answer = (self.accepted)(&licence);
        if self.takes("WITH") {
            let exception = self.identifier()?;
            answer = answer || (self.accepted)(&format!("{licence} WITH {exception}"));
        }
        Ok(answer)
    }

    fn identifier(&mut self) -> Result<String> {
        match self.words.next() {
            Some(word) if !["AND", "OR", "WITH", "(", ")"].contains(&word.as_str()) => Ok(word),
            Some(word) => bail!("a licence is expected before {word:?}"),
            None => bail!("a licence is expected at the end"),
        }
    }

    fn takes(&mut self, word: &str) -> bool {
        self.words.next_if(|next| next == word).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn satisfied(expression: &str) -> bool {
        let accepted = |licence: &str| ["MIT", "Apache-2.0", "ISC"].contains(&licence);
        is_satisfied(expression, &accepted).expect("well-formed")
    }

    #[test]
    fn one_side_of_or_is_enough() {
        assert!(satisfied("GPL-3.0-only OR MIT"));
        assert!(satisfied("GPL-3.0-only/MIT"));
        assert!(!satisfied("GPL-3.0-only OR AGPL-3.0-only"));
    }

    #[test]
    fn both_sides_of_and_are_needed() {
        assert!(satisfied("MIT AND ISC"));
        assert!(!satisfied("MIT AND GPL-3.0-only"));
    }

    #[test]
    fn and_binds_tighter_than_or() {
        assert!(satisfied("MIT OR ISC AND GPL-3.0-only"));
        assert!(!satisfied("(MIT OR ISC) AND GPL-3.0-only"));
        assert!(satisfied("(MIT OR GPL-3.0-only) AND (ISC)"));
    }

    #[test]
    fn an_exception_stays_with_its_licence() {
        assert!(satisfied("Apache-2.0 WITH LLVM-exception AND MIT"));
        assert!(!satisfied("GPL-2.0-only WITH Classpath-exception-2.0"));
    }

    #[test]
    fn names_are_compared_whole() {
        assert!(!satisfied("MIT-Modern-Variant"));
        assert!(!satisfied("GPL-3.0-or-later"));
    }

    #[test]
    fn refuses_what_is_not_an_expression() {
        for wrong in ["", "MIT OR", "(MIT", "MIT)", "MIT ISC", "AND MIT", "MIT WITH OR ISC"] {
            assert!(is_satisfied(wrong, &|_| true).is_err(), "{wrong:?}");
        }
    }
}
