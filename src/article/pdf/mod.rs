//! PDF files: the characters of the text layer, laid out again as the blocks of an article.
//!
//! The interpreter runs on a thread of its own with a large stack; it is unwound after [`TIME`], and left alone should it not return.

mod content;
mod cork;
mod glyphs;
mod hyphens;
mod initials;
mod ink;
mod limits;
mod lines;
mod metadata;
mod paragraphs;
mod rows;
mod running;
mod unpack;

use std::path::Path;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::documents::Refusal;
use super::{Article, BlockKind, Source};

/// How long a file may take; a book of 200 pages takes 3 s without optimisation.
const TIME: Duration = Duration::from_secs(8);
/// No margin holds as many characters.
const FULL_PAGE: usize = 400;
/// Forms within forms are followed by recursion; the interpreter stops at 50.
const STACK: usize = 64 * 1024 * 1024;

/// Whether these are the bytes of a PDF; some programs put a line or two before its beginning.
pub(super) fn is_one(bytes: &[u8], _: &Path) -> bool {
    bytes.starts_with(b"%PDF-") || {
        let head = &bytes[..bytes.len().min(1024)];
        head.windows(7)
            .any(|window| window == b"%PDF-1." || window == b"%PDF-2.")
            && bytes.windows(5).any(|window| window == b"%%EOF")
            && bytes.contains(&0)
    }
}

/// Reads the text layer of a PDF.
pub(super) fn read(bytes: &[u8]) -> Result<Article, Refusal> {
    let bytes = bytes.to_vec();
    let until = Instant::now() + TIME;
    let (sender, receiver) = mpsc::channel();
    let work = move || {
        let read = std::panic::catch_unwind(move || read_until(bytes, until));
        let read = read.unwrap_or_else(|reason| {
            Err(if reason.is::<glyphs::Spent>() {
                Refusal::Bloated
            } else {
                Refusal::Damaged("a part of it is not as a PDF wants it".into())
            })
        });
        let _ = sender.send(read);
    };
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(work);
    thread.map_err(|_| Refusal::Bloated)?;
    receiver
        .recv_timeout(TIME + Duration::from_millis(500))
        .unwrap_or(Err(Refusal::Bloated))
}

fn read_until(bytes: Vec<u8>, until: Instant) -> Result<Article, Refusal> {
    limits::before_loading(&bytes)?;
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Refusal::Encrypted,
        LoadPdfError::Decryption(_) => Refusal::Damaged("its encryption is unknown".into()),
        LoadPdfError::Invalid => Refusal::Damaged("it has no pages that can be found".into()),
    })?;
    if pdf.pages().is_empty() {
        return Err(Refusal::Damaged("it has no pages".into()));
    }
    limits::after_loading(&pdf, until)?;
    let mut address = None;
    let mut columns = 0;
    let mut pages = Vec::new();
    glyphs::of_pages(&pdf, until, |mut sheet| {
        if pages.is_empty() {
            address = running::address_of(&sheet);
        }
        // Some programs call everything a part of the page's dress.
        if sheet.marks.is_empty() && FULL_PAGE < sheet.artifacts.len() {
            sheet.marks = std::mem::take(&mut sheet.artifacts);
        }
        pages.push(lines::of_sheet(sheet, pages.len(), &mut columns));
    })?;
    let mut article = paragraphs::of_lines(pages);
    if article.blocks.is_empty() {
        return Err(Refusal::Scan);
    }
    let mut headlines = article.blocks.iter();
    let headline = headlines.find(|block| block.kind == BlockKind::Headline);
    let headline = headline.map(|block| block.span.of(&article.text).to_owned());
    let url = address.or(article.source.url.take());
    article.source = Source {
        url,
        ..metadata::source(&pdf, headline)
    };
    Ok(article)
}

#[cfg(test)]
mod tests;
