//! Vorbemerkung: what the report is, on which grant the work stands.

use allmende_documents::format as german;
use allmende_documents::{Block, Fact, plain};
use allmende_funding::model::ReceivedGrant;

use super::{Material, Words};

/// The name inside a sentence: "der Kommunalen Allianz …".
pub(super) fn inflected(material: &Material<'_>) -> String {
    match &material.scope.facts.alliance {
        Some(alliance) if !alliance.inflected_name.is_empty() => alliance.inflected_name.clone(),
        Some(alliance) if !alliance.name.is_empty() => {
            material.words.tv("alliance-named", &[("name", alliance.name.as_str().into())])
        }
        _ => material.words.t("alliance-unnamed"),
    }
}

/// The sentence about a grant's notice; `None` if its day is unknown.
pub(super) fn grant_words(grant: &ReceivedGrant, words: &Words<'_>) -> Option<String> {
    let notice = grant.notice_on?;
    let key = if grant.authority.is_empty() { "grant-notice" } else { "grant-notice-by" };
    let mut values = vec![("day", words.day(notice).into()), ("purpose", grant.purpose.as_str().into())];
    if !grant.authority.is_empty() {
        values.push(("authority", grant.authority.as_str().into()));
    }
    Some(words.tv(key, &values))
}

pub(super) fn chapter(blocks: &mut Vec<Block>, material: &Material<'_>, own: Vec<Block>) {
    let scope = material.scope;
    let words = &material.words;
    blocks.push(Block::Margin { facts: facts(material) });
    let values = [("alliance", inflected(material).into()), ("period", words.period_inside(scope.period).into())];
    blocks.push(Block::Lead { text: plain(words.tv("preface-lead", &values)) });
    let mut sentences: Vec<String> = Vec::new();
    for grant in &scope.grants {
        sentences.extend(grant_words(grant, words));
        if let Some(day) = grant.post_filled_on.filter(|day| *day <= scope.period.to) {
            sentences.push(words.tv("post-filled", &[("day", words.day(day).into())]));
        }
    }
    sentences.push(words.counted("members-sentence", scope.members.len(), &[("alliance", inflected(material).into())]));
    blocks.push(Block::Paragraph { text: plain(sentences.join(" ")) });
    blocks.extend(own);
}

/// What a reader looks up, in the margin.
fn facts(material: &Material<'_>) -> Vec<Fact> {
    let scope = material.scope;
    let words = &material.words;
    let mut facts = vec![Fact { label: words.t("at-a-glance"), value: String::new() }];
    for grant in &scope.grants {
        if let Some(day) = grant.notice_on {
            facts.push(Fact { label: words.t("fact-notice"), value: german::date(day.0) });
        }
        if let Some(day) = grant.post_filled_on.filter(|day| *day <= scope.period.to) {
            facts.push(Fact { label: words.t("fact-post"), value: german::date(day.0) });
        }
    }
    facts.push(Fact {
        label: words.t("fact-period"),
        value: german::date_range(scope.period.from.0, scope.period.to.0),
    });
    facts.push(Fact {
        label: words.t("fact-members"),
        value: words.counted("count-municipalities", scope.members.len(), &[]),
    });
    if let Some(day) = scope.facts.alliance.as_ref().and_then(|alliance| alliance.founded_on) {
        facts.push(Fact { label: words.t("fact-founded"), value: german::date(day.0) });
    }
    facts
}
