//! PDF files: the characters of the text layer, laid out again as the blocks of an article.
//!
//! The interpreter follows forms within forms by recursion up to a depth of 50, for which there is room on the thread that files are
//! read on. It is unwound after [`TIME`].

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

use std::panic::{UnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::damage::Damage;
use super::documents::Refusal;
use super::{Article, BlockKind, Source};

/// How long a file may take; a book of 200 pages takes 3 s without optimisation.
const TIME: Duration = Duration::from_secs(8);
/// No margin holds as many characters.
const FULL_PAGE: usize = 400;

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
    let until = Instant::now() + TIME;
    unwound(|| read_until(bytes.to_vec(), until))
}

/// What work comes to, even if it unwinds: because it has had its share, or because the interpreter panics.
fn unwound<T>(work: impl FnOnce() -> Result<T, Refusal> + UnwindSafe) -> Result<T, Refusal> {
    catch_unwind(work).unwrap_or_else(|reason| match reason.downcast::<glyphs::Spent>() {
        Ok(spent) => Err(spent.0),
        Err(_) => Err(not_as_usual()),
    })
}

fn not_as_usual() -> Refusal {
    Refusal::Damaged(Damage::NoSense)
}

fn read_until(bytes: Vec<u8>, until: Instant) -> Result<Article, Refusal> {
    limits::before_loading(&bytes)?;
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Refusal::Encrypted,
        LoadPdfError::Decryption(_) => Refusal::Damaged(Damage::UnknownEncryption),
        LoadPdfError::Invalid => Refusal::Damaged(Damage::NoPages),
    })?;
    if pdf.pages().is_empty() {
        return Err(Refusal::Damaged(Damage::NoPages));
    }
    limits::after_loading(&pdf, until)?;
    let mut address = None;
    let mut columns = lines::Columns::default();
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
