//! Mails: the subject is the headline, the sender the byline; of several forms of the text the plain one is read, unless the
//! page beside it says much more. What was attached is left out, unless it is a mail and all there is.

mod body;

use std::path::Path;

use mail_parser::{Message, MessagePart, MimeHeaders, PartType};

use super::documents::Refusal;
use super::mail::{self, Head};
use super::weave::Weave;
use super::{Article, BlockKind, Format, Source, html, plain, signs};
use body::{Flow, Run};

/// Whether a file is a mail: by its header fields; under another name than .eml only with those that programs add.
pub(super) fn is_one(bytes: &[u8], path: &Path) -> bool {
    let head = Head::of(bytes);
    let n_of = |names: &[&str]| names.iter().filter(|name| head.has(name)).count();
    let n_common = n_of(&["from", "to", "subject", "date", "content-type"]);
    let n_technical = n_of(&[
        "message-id",
        "mime-version",
        "received",
        "return-path",
        "delivered-to",
    ]);
    if Format::of_path(path) == Some(Format::Eml) {
        2 <= n_common + n_technical
    } else {
        2 <= n_common && 1 <= n_technical && head.has("from")
    }
}

/// Reads a mail.
pub(super) fn read(bytes: &[u8]) -> Result<Article, Refusal> {
    read_in(bytes, None)
}

/// Reads a mail whose text is in an encoding that somebody has chosen.
pub(super) fn read_in(bytes: &[u8], chosen: Option<&str>) -> Result<Article, Refusal> {
    let message = mail::parse(bytes)?;
    let outer = &message;
    let kind = |name, sub| {
        outer
            .content_type()
            .is_some_and(|kind| kind.ctype() == name && kind.subtype() == Some(sub))
    };
    if kind("multipart", "encrypted") || kind("application", "pkcs7-mime") {
        return Err(Refusal::Encrypted);
    }
    let mut pieces = pieces(outer, chosen)?;
    let attached = outer.parts.iter().find_map(|part| part.message());
    let head = match attached {
        Some(attached) if pieces.n_bytes() == 0 => {
            pieces = self::pieces(attached, chosen)?;
            attached
        }
        _ => outer,
    };
    Ok(pieces.article(head))
}

/// The text of a mail.
#[derive(Debug, Default)]
struct Pieces {
    pieces: Vec<(BlockKind, String)>,
    encoding: &'static str,
}

/// How much more the page must say than the plain text to be read instead: "Bitte öffnen Sie diese Nachricht im Browser".
const MORE: usize = 3;

fn pieces(message: &Message, chosen: Option<&str>) -> Result<Pieces, Refusal> {
    let words = pieces_of(message, &message.text_body, chosen)?;
    if message.text_body == message.html_body {
        return Ok(words);
    }
    let page = pieces_of(message, &message.html_body, chosen)?;
    Ok(if words.n_bytes() * MORE < page.n_bytes() {
        page
    } else {
        words
    })
}

fn pieces_of(message: &Message, ids: &[u32], chosen: Option<&str>) -> Result<Pieces, Refusal> {
    let mut pieces = Pieces {
        encoding: "UTF-8",
        ..Pieces::default()
    };
    for part in ids.iter().filter_map(|&id| message.part(id)) {
        let Some((words, encoding)) = mail::words(message, part, chosen) else {
            continue;
        };
        if words
            .trim_start()
            .starts_with("-----BEGIN PGP MESSAGE-----")
        {
            return Err(Refusal::Encrypted);
        }
        let is_first = pieces.pieces.is_empty();
        if is_first {
            pieces.encoding = encoding;
        } else if words.trim_start().starts_with("________") {
            // What a mailing list adds below each mail.
            continue;
        }
        match part.body {
            PartType::Html(_) => pieces.add_page(&words)?,
            _ => pieces.add_text(&words, flow(part)),
        }
    }
    Ok(pieces)
}

fn flow(part: &MessagePart) -> Flow {
    let is = |name: &str, value: &str| {
        let found = part.content_type().and_then(|kind| kind.attribute(name));
        found.is_some_and(|found| found.eq_ignore_ascii_case(value))
    };
    Flow {
        is_flowed: is("format", "flowed"),
        drops_space: is("delsp", "yes"),
    }
}

impl Pieces {
    fn n_bytes(&self) -> usize {
        self.pieces.iter().map(|(_, words)| words.len()).sum()
    }

    fn add_text(&mut self, words: &str, flow: Flow) {
        for run in body::runs(words, flow) {
            match run {
                Run::Signature(words) => self.pieces.push((BlockKind::Signature, words)),
                Run::Text(words) => {
                    let read = plain::read(words);
                    let blocks = read.blocks.iter();
                    // Lines that were cut at a fixed width are one paragraph again.
                    self.pieces.extend(
                        blocks.map(|block| {
                            (block.kind, block.span.of(&read.text).replace('\n', " "))
                        }),
                    );
                }
            }
        }
    }

    fn add_page(&mut self, source: &str) -> Result<(), Refusal> {
        let read = html::read(source).map_err(|html::TooIntricate| Refusal::Bloated)?;
        for block in &read.blocks {
            let words = block.span.of(&read.text);
            let is_head = body::is_attribution(&words.replace('\n', " "))
                || 3 <= words.lines().filter(|line| body::is_field(line)).count();
            if !is_head {
                self.pieces.push((block.kind, words.to_owned()));
            }
        }
        Ok(())
    }

    /// The article, under the mail's subject. What the text itself has for a headline becomes a heading below it.
    fn article(self, message: &Message) -> Article {
        let subject = message
            .subject()
            .map(bare_subject)
            .filter(|subject| !subject.is_empty());
        let mut weave = Weave::default();
        if !self.pieces.is_empty() {
            weave.push(BlockKind::Headline, subject.as_deref().unwrap_or_default());
        }
        let mut own_title = None;
        for (kind, words) in &self.pieces {
            let kind = match kind {
                BlockKind::Headline | BlockKind::Kicker if subject.is_some() => {
                    if subject.as_ref() == Some(words) {
                        continue;
                    }
                    BlockKind::Subheading
                }
                other => *other,
            };
            if kind == BlockKind::Headline {
                own_title = own_title.or_else(|| Some(words.clone()));
            }
            weave.push(kind, words);
        }
        let sender = message.from().and_then(|from| from.first());
        let byline = sender
            .and_then(|sender| sender.name())
            .map(|name| name.trim().trim_matches(['"', '\'']).to_owned());
        let date = message.date().filter(|date| date.is_valid());
        let archived = message
            .header("Archived-At")
            .and_then(|address| address.as_text());
        let archived = archived.map(|address| address.trim().trim_matches(['<', '>']).to_owned());
        weave.finish(Source {
            title: subject.or(own_title),
            byline: byline.filter(|name| !name.is_empty() && !name.contains('@')),
            date: date.and_then(|date| signs::iso_date(&date.to_rfc3339())),
            url: archived.filter(|address| {
                address.starts_with("http://") || address.starts_with("https://")
            }),
            encoding: self.encoding.to_owned(),
            ..Source::default()
        })
    }
}

/// Without "AW: Re: WG:".
fn bare_subject(subject: &str) -> String {
    let mut rest = subject.trim();
    while let Some((mark, after)) = rest.split_once(':')
        && ["re", "aw", "antw", "antwort", "wg", "fw", "fwd"]
            .contains(&mark.trim().to_lowercase().as_str())
    {
        rest = after.trim();
    }
    rest.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
