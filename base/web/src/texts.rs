//! Texts of the screens: Fluent, German and English, all areas together.

use std::collections::BTreeSet;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::langid;

/// A language of the screens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// German, the first language of everything.
    #[default]
    German,
    /// English.
    English,
}

impl Language {
    /// `de` or `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::German => "de",
            Self::English => "en",
        }
    }

    /// The language with this tag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag {
            "de" => Some(Self::German),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// The first language of an `Accept-Language` header that we speak; German if there is none.
    pub fn from_header(header: &str) -> Self {
        header.split(',').find_map(|part| part.trim().get(..2).and_then(Self::from_tag)).unwrap_or_default()
    }
}

/// The texts of one area in both languages.
#[derive(Clone, Copy, Debug)]
pub struct AreaTexts {
    /// German.
    pub de: &'static str,
    /// English.
    pub en: &'static str,
}

/// All texts.
pub struct Texts {
    german: FluentBundle<FluentResource>,
    english: FluentBundle<FluentResource>,
}

impl Texts {
    /// Reads the texts of all areas. Gives every fault found, so that a test can show them at once.
    pub fn new(areas: &[AreaTexts]) -> Result<Self, Vec<String>> {
        let mut faults = Vec::new();
        let mut german = FluentBundle::new_concurrent(vec![langid!("de-DE")]);
        let mut english = FluentBundle::new_concurrent(vec![langid!("en-GB")]);
        // Isolating marks would land in file names, mails and comparisons; both languages run left to right.
        german.set_use_isolating(false);
        english.set_use_isolating(false);
        for area in areas {
            for (bundle, text) in [(&mut german, area.de), (&mut english, area.en)] {
                let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, errors)| {
                    faults.extend(errors.iter().map(|error| format!("{error}")));
                    resource
                });
                if let Err(errors) = bundle.add_resource(resource) {
                    faults.extend(errors.iter().map(|error| format!("{error}")));
                }
            }
        }
        if faults.is_empty() { Ok(Self { german, english }) } else { Err(faults) }
    }

    fn bundle(&self, language: Language) -> &FluentBundle<FluentResource> {
        match language {
            Language::German => &self.german,
            Language::English => &self.english,
        }
    }

    /// The text with this key; the key itself where it is missing, so that nothing breaks on a page.
    pub fn get(&self, language: Language, key: &str) -> String {
        self.with(language, key, &[])
    }

    /// Whether there is such a text.
    pub fn has(&self, language: Language, key: &str) -> bool {
        self.bundle(language).has_message(key)
    }

    /// The text with this key and its variables filled in.
    pub fn with(&self, language: Language, key: &str, values: &[(&str, TextValue)]) -> String {
        let bundle = self.bundle(language);
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::warn!(key, language = language.tag(), "text is missing");
            return key.to_owned();
        };
        let mut args = FluentArgs::new();
        for (name, value) in values {
            match value {
                TextValue::Text(text) => args.set(*name, FluentValue::from(text.as_str())),
                TextValue::Number(number) => args.set(*name, FluentValue::from(*number)),
            }
        }
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        if !errors.is_empty() {
            tracing::warn!(key, ?errors, "text has faults");
        }
        text
    }
}

/// A variable of a text.
#[derive(Clone, Debug, PartialEq)]
pub enum TextValue {
    /// A word.
    Text(String),
    /// A number, which also chooses singular or plural.
    Number(i64),
}

impl From<&str> for TextValue {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for TextValue {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for TextValue {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for TextValue {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// The keys and variables of a Fluent text, for the test that compares languages.
pub fn keys_and_variables(text: &str) -> BTreeSet<(String, BTreeSet<String>)> {
    let mut found = BTreeSet::new();
    let mut current: Option<(String, BTreeSet<String>)> = None;
    for line in text.lines() {
        let opens = !line.starts_with([' ', '#', '}', '[', '*', '.']) && line.contains(" =");
        if opens {
            found.extend(current.take());
            let key = line.split(" =").next().unwrap_or_default().trim().to_owned();
            current = Some((key, BTreeSet::new()));
        }
        if let Some((_, variables)) = &mut current {
            for piece in line.split('$').skip(1) {
                let name: String =
                    piece.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_').collect();
                variables.insert(name);
            }
        }
    }
    found.extend(current);
    found
}
