//! German order: DIN 5007-1 for words and places (ä = a), DIN 5007-2 for lists of persons (ä = ae).
//! Numbers inside sort by their value, so "TOP 2" stands before "TOP 10".

use std::cmp::Ordering;
use std::sync::LazyLock;

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale::{Locale, locale};

/// The data are part of the program, so building fails only if that part were missing; then the
/// order of code points is better than no list.
type Order = Option<CollatorBorrowed<'static>>;

static WORDS: LazyLock<Order> = LazyLock::new(|| order(locale!("de")));
static NAMES: LazyLock<Order> = LazyLock::new(|| order(locale!("de-u-co-phonebk")));

fn order(locale: Locale) -> Order {
    let mut preferences = CollatorPreferences::from(locale);
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    Collator::try_new(preferences, CollatorOptions::default()).ok()
}

/// DIN 5007-1: words, titles, places. Equal words keep a fixed order by their code points.
pub fn compare_words(a: &str, b: &str) -> Ordering {
    compare(&WORDS, a, b)
}

/// DIN 5007-2: names of persons. Equal names keep a fixed order by their code points.
pub fn compare_names(a: &str, b: &str) -> Ordering {
    compare(&NAMES, a, b)
}

fn compare(order: &Order, a: &str, b: &str) -> Ordering {
    order.as_ref().map_or(Ordering::Equal, |order| order.compare(a, b)).then_with(|| a.cmp(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(list: &str, compare: fn(&str, &str) -> Ordering) -> String {
        let mut words: Vec<&str> = list.split(' ').collect();
        words.sort_by(|a, b| compare(a, b));
        words.join(" ")
    }

    #[test]
    fn words_treat_umlauts_as_their_vowels() {
        assert_eq!(
            sorted("Zorn Übung Öl Ofen Oel Ärzte Apfel Götz Goldmann Göbel Straße straff", compare_words),
            "Apfel Ärzte Göbel Goldmann Götz Oel Ofen Öl straff Straße Übung Zorn"
        );
    }

    #[test]
    fn names_treat_umlauts_as_two_letters() {
        assert_eq!(
            sorted("Goldmann Götz Göbel Goebel Apfel Ärzte", compare_names),
            "Ärzte Apfel Goebel Göbel Götz Goldmann"
        );
    }

    #[test]
    fn numbers_sort_by_value() {
        assert_eq!(sorted("TOP10 TOP9 TOP1", compare_words), "TOP1 TOP9 TOP10");
    }
}
