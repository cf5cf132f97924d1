//! Quick capture of a clipping: one line, "Main-Post: Überschrift".

use futures_util::future::BoxFuture;

use allmende_store::{Head, Id, Precision, RecordData, Tx};
use allmende_web::area::CaptureLine;
use allmende_web::screen::Screen;
use allmende_web::{Cx, Problem};

use crate::model::{Clipping, Medium, UNKNOWN_MEDIUM, part_line};

/// Stores the line as a clipping of the medium named in front of it. A line without a known medium goes to
/// [`UNKNOWN_MEDIUM`], so that nothing is guessed; the clipping's page then asks for the medium.
pub(crate) fn capture<'a>(
    cx: &'a Cx,
    tx: &'a mut Tx,
    line: CaptureLine,
) -> BoxFuture<'a, Result<(String, String), Problem>> {
    Box::pin(async move {
        let media: Vec<(Id, String)> =
            tx.of_kind(Medium::KIND).await?.into_iter().map(|medium| (medium.record_id, medium.title)).collect();
        let (named, headline) = part_line(&line.text, &media);
        let medium = match named {
            Some(id) => id,
            None => unknown_medium(tx, &media).await?,
        };
        let mut clipping = Clipping {
            head: Head::default(),
            medium_id: medium,
            published_on: line.day,
            precision: Precision::Day,
            headline: headline.to_owned(),
            page: String::new(),
            link: String::new(),
            summary: String::new(),
            thread_id: line.thread,
        };
        tx.insert(&mut clipping).await?;
        let title = ("title", headline.into());
        let sentence = match media.iter().find(|(id, _)| Some(*id) == named) {
            Some((_, name)) => cx.tv("clipping-captured", [title, ("medium", name.as_str().into())]),
            None => cx.tv("clipping-captured-without", [title]),
        };
        Ok((sentence, clipping.href()))
    })
}

async fn unknown_medium(tx: &mut Tx, media: &[(Id, String)]) -> Result<Id, Problem> {
    if let Some((id, _)) = media.iter().find(|(_, name)| name.as_str() == UNKNOWN_MEDIUM) {
        return Ok(*id);
    }
    let mut medium = Medium::named(UNKNOWN_MEDIUM);
    tx.insert(&mut medium).await?;
    Ok(medium.head.id)
}
