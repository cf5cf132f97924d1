//! Sending a resolution without a meeting: everybody who votes gets a mail with a link of its own.

use axum::extract::Path;
use axum::response::Response;

use allmende_alliance::model::Alliance;
use allmende_documents::format as german;
use allmende_documents::markdown;
use allmende_jobs::{Mail, queue};
use allmende_meeting_rules::circular_deadline;
use allmende_store::{Day, Id, Tx, digest};
use allmende_web::access::Flash;
use allmende_web::form::{Control, Field, Form};
use allmende_web::view::{Line, Part, Tone, View};
use allmende_web::{Cx, Problem, page};

use super::CIRCULARS;
use super::show::{find, rules_of};
use super::voters::{asked, rule_words};
use crate::model::circular::{Circular, CircularAnswer, CircularState};
use crate::model::seat::Channel;

/// Whether somebody is asked by mail. Whoever is not gets the text on paper and answers by letter.
fn is_mailed(one: &CircularAnswer) -> bool {
    one.channel == Channel::Mail && !one.email.is_empty()
}

async fn load(cx: &Cx, tx: &mut Tx, id: Id) -> Result<(Circular, Vec<CircularAnswer>), Problem> {
    let circular = find(cx, tx, id).await?;
    if circular.state != CircularState::Draft {
        return Err(Problem::Refused(cx.t("circular-sent-already")));
    }
    let rules = rules_of(tx, &circular).await?;
    if !rules.circular.allowed {
        let paragraph = rules.circular.paragraph.as_str();
        return Err(Problem::Refused(cx.tv("circular-rule-not-allowed", [("paragraph", paragraph.into())])));
    }
    if circular.deadline < cx.today() {
        return Err(Problem::Refused(cx.t("circular-deadline-past")));
    }
    // The period of the rules counts from the day of sending, not from that of the draft.
    if let Some(least) = circular_deadline(&rules.circular, cx.today().0)
        && circular.deadline.0 < least
    {
        return Err(Problem::Refused(cx.tv("circular-deadline-short", [("day", cx.day(Day(least)).into())])));
    }
    let answers = asked(tx, &circular).await?;
    if answers.is_empty() {
        return Err(Problem::Refused(cx.t("circular-nobody")));
    }
    Ok((circular, answers))
}

/// Names what the page showed, so that nothing else is sent.
fn shown(circular: &Circular, answers: &[CircularAnswer]) -> String {
    let who: Vec<String> =
        answers.iter().map(|one| format!("{} {} {} {}", one.name, one.person, one.email, one.votes)).collect();
    digest(format!("{} {}\n{}", circular.head.id, circular.head.version, who.join("\n")).as_bytes())
}

/// Shows who will get what.
pub(super) async fn ask(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.read().await?;
    let (circular, answers) = load(&cx, &mut tx, id).await?;
    let rules = rules_of(&mut tx, &circular).await?;
    let line = |one: &CircularAnswer| {
        let way = if is_mailed(one) { one.email.clone() } else { cx.t("circular-by-letter") };
        let meta = [one.person.clone(), way];
        Line::text(one.name.clone())
            .meta(meta.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · "))
    };
    let mails = answers.iter().filter(|one| is_mailed(one)).count();
    let mut mark = Field::new(&cx, "circular", "shown", Control::Hidden);
    mark.values = vec![shown(&circular, &answers)];
    let form = Form {
        action: format!("{CIRCULARS}/{id}/versenden"),
        fields: vec![mark],
        button: cx.t("circular-send"),
        cancel: format!("{CIRCULARS}/{id}"),
        version: None,
        files: false,
        conflict: None,
        get: false,
    };
    let counts = [("mails", mails.into()), ("letters", (answers.len() - mails).into())];
    let view = View {
        title: cx.tv("circular-send-ask", [("title", circular.title.as_str().into())]),
        lead: cx.tv("notice-summary", counts),
        main: vec![
            Part::Note { tone: Tone::Info, text: rule_words(&cx, &rules).join(" "), action: None },
            Part::Lines {
                title: cx.t("circular-asked"),
                action: None,
                lines: answers.iter().map(line).collect(),
                empty: String::new(),
            },
            Part::Form { title: cx.t("circular-send-title"), form },
        ],
        path: vec![
            Line::link(cx.t("circular-list"), CIRCULARS),
            Line::link(circular.title.clone(), format!("{CIRCULARS}/{id}")),
        ],
        ..View::default()
    };
    page::parts(&cx, &view)
}

/// Sends it: answers, mails and state in one transaction.
pub(super) async fn send(cx: Cx, Path(id): Path<Id>) -> Result<Response, Problem> {
    let mut tx = cx.write().await?;
    let (mut circular, answers) = load(&cx, &mut tx, id).await?;
    if cx.submission().get("shown") != shown(&circular, &answers) {
        return Err(Problem::Refused(cx.t("circular-changed")));
    }
    let alliance: Alliance = tx.get(tx.alliance()).await?.ok_or(Problem::NotFound)?;
    let mut sent = 0_usize;
    for mut one in answers {
        if is_mailed(&one) {
            // A fresh secret of 256 bits; only its digest stays.
            let token = allmende_web::session::secret();
            one.token_digest = digest(token.as_bytes());
            let link = format!("{}/umlauf/{token}", cx.app().settings.public_url);
            let mail = Mail {
                reply_to: (!alliance.email.is_empty()).then(|| alliance.email.clone()),
                ..Mail::new(
                    one.email.clone(),
                    format!("Beschluss ohne Sitzung: {}", circular.title),
                    words(&circular, &one, &link, &alliance.name),
                )
            };
            queue(&mut tx, &mail).await?;
            sent += 1;
        }
        tx.insert(&mut one).await?;
    }
    circular.state = CircularState::Running;
    circular.opened_at = Some(cx.now());
    tx.update(&mut circular).await?;
    let text = cx.tv("flash-circular-sent", [("mails", sent.into())]);
    cx.done(tx, &format!("{CIRCULARS}/{id}"), Some(Flash { text, undo: None })).await
}

fn words(circular: &Circular, one: &CircularAnswer, link: &str, alliance: &str) -> String {
    let person = if one.person.is_empty() { &one.name } else { &one.person };
    let deadline = german::long_date_with_weekday(circular.deadline.0, german::Language::De);
    let mut blocks = vec![
        format!("Guten Tag {person},"),
        "über den folgenden Antrag wird ohne Sitzung beschlossen:".to_owned(),
        circular.title.clone(),
        markdown::plain_text(&circular.wording),
    ];
    if !circular.reason.is_empty() {
        blocks.push(format!("Begründung:\n{}", markdown::plain_text(&circular.reason)));
    }
    blocks.push(format!("Ihre Antwort bis {deadline}, für {}:\n{link}", one.name));
    blocks.push("Der Link gehört zu Ihrer Stimme. Geben Sie ihn nicht weiter.".to_owned());
    blocks.push(alliance.to_owned());
    blocks.join("\n\n")
}
