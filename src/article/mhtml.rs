//! Web pages saved as one file (.mht, .mhtml), by Chromium, Word and others: the page in it is read like any other.

use std::path::Path;

use mail_parser::{Message, MessagePart, MimeHeaders};

use super::damage::Damage;
use super::documents::Refusal;
use super::mail::{self, Head};
use super::{Article, Format, html};

/// Whether a file is a saved page: it has the head of a mail, but nobody sent it.
pub(super) fn is_one(bytes: &[u8], path: &Path) -> bool {
    let head = Head::of(bytes);
    let kind = head
        .value("content-type")
        .unwrap_or_default()
        .to_ascii_lowercase();
    let holds_page = kind.starts_with("multipart/related") || kind.starts_with("text/html");
    let is_saved = head.has("snapshot-content-location")
        || head.has("x-document-type")
        || head
            .value("from")
            .is_some_and(|from| from.starts_with("<Saved by"))
        || !["from", "to", "received"].iter().any(|name| head.has(name));
    let is_named = Format::of_path(path) == Some(Format::Mhtml);
    holds_page && head.has("mime-version") && (is_saved || is_named)
}

/// Reads a saved page.
pub(super) fn read(bytes: &[u8]) -> Result<Article, Refusal> {
    read_in(bytes, None)
}

/// Reads a saved page whose parts are in an encoding that somebody has chosen.
pub(super) fn read_in(bytes: &[u8], chosen: Option<&str>) -> Result<Article, Refusal> {
    let message = mail::parse(bytes)?;
    let no_page = || Refusal::Damaged(Damage::NoPages);
    let page = page(&message).ok_or_else(no_page)?;
    let (source, encoding) = mail::words(&message, page, chosen).ok_or_else(no_page)?;
    let mut article = html::read(&source).map_err(|html::TooIntricate| Refusal::Bloated)?;
    let saved_from = header(&message, "Snapshot-Content-Location");
    let address = saved_from.or(page.content_location().map(str::to_owned));
    let address = address.map(|address| address.split_whitespace().collect::<String>());
    let is_on_the_web =
        |address: &String| address.starts_with("http://") || address.starts_with("https://");
    article.source.url = article.source.url.or(address.filter(is_on_the_web));
    article.source.title = article
        .source
        .title
        .or_else(|| message.subject().map(str::to_owned));
    encoding.clone_into(&mut article.source.encoding);
    Ok(article)
}

fn header(message: &Message, name: &'static str) -> Option<String> {
    Some(message.header(name)?.as_text()?.to_owned())
}

/// The page itself: the part that the head names as the first one, or else the first page; the others are frames in it.
fn page<'a>(message: &'a Message) -> Option<&'a MessagePart<'a>> {
    let bare = |id: &str| id.trim().trim_matches(['<', '>']).to_owned();
    let start = message
        .content_type()
        .and_then(|kind| kind.attribute("start"))
        .map(bare);
    let pages = || message.parts.iter().filter(|part| part.is_text_html());
    let is_start = |part: &&MessagePart| start.is_some() && part.content_id().map(bare) == start;
    pages().find(is_start).or_else(|| pages().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html><head><title>Regen</title></head><body><h1>Es regnet</h1><p>Seit Tagen regnet es, sagte sie.</p></body></html>";

    fn saved(head: &str, parts: &[&str]) -> String {
        let parts: Vec<String> = parts.iter().map(|part| format!("--b\n{part}\n")).collect();
        let parts = parts.concat();
        format!(
            "{head}MIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"; start=\"<root>\"\n\n{parts}--b--\n"
        )
    }

    #[test]
    fn the_page_that_was_saved_is_read_and_not_a_frame_in_it() {
        let frame = "Content-Type: text/html\n\n<p>Werbung in einem Rahmen.</p>";
        let page = format!(
            "Content-Type: text/html; charset=utf-8\nContent-ID: <root>\nContent-Location: https://example.org/a\n\n{PAGE}"
        );
        let file = saved("From: <Saved by Blink>\n", &[frame, &page]);
        let article = read(file.as_bytes()).expect("a page");
        assert_eq!(
            article.text,
            "Es regnet\n\nSeit Tagen regnet es, sagte sie."
        );
        assert_eq!(article.source.url.as_deref(), Some("https://example.org/a"));
    }

    #[test]
    fn a_saved_page_is_told_from_a_mail() {
        let check = |head: &str, name: &str, expected| {
            let file = saved(head, &[PAGE]);
            assert_eq!(is_one(file.as_bytes(), Path::new(name)), expected, "{head}");
        };
        check("From: <Saved by Blink>\n", "a.txt", true);
        check("", "a", true);
        check("X-Document-Type: Document\n", "a.doc", true);
        check(
            "From: Anna <anna@example.org>\nTo: b@example.org\n",
            "a.eml",
            false,
        );
        assert!(!is_one(PAGE.as_bytes(), Path::new("a.mhtml")));
    }

    #[test]
    fn a_file_without_a_page_is_refused() {
        let file = saved("", &["Content-Type: image/png\n\nxyz"]);
        assert!(matches!(read(file.as_bytes()), Err(Refusal::Damaged(_))));
    }
}
