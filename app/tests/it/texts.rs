//! German and English are complete: the same keys with the same variables, and every kind has a name.

use allmende::house;
use allmende_web::app::area_texts;
use allmende_web::texts::{Language, Texts, keys_and_variables};

#[test]
fn both_languages_have_the_same_keys_and_variables() {
    for area in area_texts(&house::areas()) {
        let (german, english) = (keys_and_variables(area.de), keys_and_variables(area.en));
        let only_german: Vec<_> = german.difference(&english).collect();
        let only_english: Vec<_> = english.difference(&german).collect();
        assert!(only_german.is_empty() && only_english.is_empty(), "de: {only_german:?}\nen: {only_english:?}");
    }
}

#[test]
fn texts_of_all_areas_fit_together() {
    let texts = Texts::new(&area_texts(&house::areas())).unwrap_or_else(|faults| panic!("{faults:#?}"));
    for area in house::areas() {
        for kind in &area.kinds {
            assert!(texts.has(Language::German, &kind.text()), "{} is missing", kind.text());
        }
        for item in &area.navigation {
            assert!(texts.has(Language::German, item.text), "{} is missing", item.text);
        }
        for capture in &area.captures {
            assert!(texts.has(Language::German, capture.text), "{} is missing", capture.text);
        }
    }
}
