//! Rich Text: paragraphs by their styles; where none says what it is, they are read as plain text is, by their shape and place.

mod code_pages;
mod destination;
mod reader;
mod tokens;

use std::path::Path;

use super::documents::Refusal;
use super::weave::{Weave, squeeze};
use super::{Article, BlockKind, Source, long_blocks, plain, signs};
use reader::{Contents, Paragraph};

/// Whether a file is in Rich Text.
pub(super) fn is_one(bytes: &[u8], _path: &Path) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    bytes.trim_ascii_start().starts_with(b"{\\rtf")
}

/// Reads a Rich Text file.
pub(super) fn read(bytes: &[u8]) -> Result<Article, Refusal> {
    read_in(bytes, None)
}

/// Reads a Rich Text file whose letters are in an encoding that somebody has chosen, whatever the file says of them.
pub(super) fn read_in(bytes: &[u8], chosen: Option<&str>) -> Result<Article, Refusal> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let contents = reader::read(bytes, chosen)?;
    let kinds: Vec<_> = contents
        .paragraphs
        .iter()
        .map(|paragraph| kind(&contents, paragraph))
        .collect();
    let is_styled = kinds.iter().any(|kind| *kind != BlockKind::Paragraph);
    let mut article = if is_styled {
        styled(&contents, kinds)
    } else {
        shaped(&contents)
    };
    let some =
        |words: &str| Some(squeeze(words).replace('\n', " ")).filter(|words| !words.is_empty());
    let source = &mut article.source;
    source.title = some(&contents.title).or(source.title.take());
    // Whoever opened the file first is the author for the program; a byline says more.
    source.byline = source.byline.take().or(some(&contents.author));
    source.date = source.date.take().or(created(contents.created));
    contents.encoding.clone_into(&mut source.encoding);
    Ok(article)
}

/// What a paragraph is by its style, in the German and English names of word processors and newsrooms.
fn kind(contents: &Contents, paragraph: &Paragraph) -> BlockKind {
    let style = contents.styles.get(&paragraph.style);
    let name = style.map(|style| style.name.as_str()).unwrap_or_default();
    let level = paragraph
        .outline_level
        .or(style.and_then(|style| style.outline_level));
    let is_heading = level.is_some_and(|level| (0..9).contains(&level))
        || ["heading", "überschrift"].iter().any(|start| {
            name.strip_prefix(start)
                .is_some_and(|rest| rest.trim().parse::<u8>().is_ok())
        });
    match name {
        "title" | "titel" | "schlagzeile" | "headline" => BlockKind::Headline,
        "dachzeile" | "kicker" | "spitzmarke" => BlockKind::Kicker,
        "vorspann" | "teaser" | "lead" | "anreißer" => BlockKind::Lead,
        "author" | "autor" | "autorin" | "date" | "datum" => BlockKind::Signature,
        "caption" | "beschriftung" | "bildunterschrift" | "figure" | "abbildung"
        | "illustration" => BlockKind::Caption,
        "subtitle" | "untertitel" | "zwischentitel" => BlockKind::Subheading,
        _ if is_heading => BlockKind::Subheading,
        _ => BlockKind::Paragraph,
    }
}

/// The article by its styles. The first heading is the headline if there is no title above it.
fn styled(contents: &Contents, mut kinds: Vec<BlockKind>) -> Article {
    if !kinds.contains(&BlockKind::Headline)
        && let Some(first) = kinds
            .iter_mut()
            .find(|kind| **kind == BlockKind::Subheading)
    {
        *first = BlockKind::Headline;
    }
    let headline = kinds.iter().position(|kind| *kind == BlockKind::Headline);
    let mut weave = Weave::default();
    let n_paragraphs = kinds.len();
    for (index, (paragraph, kind)) in contents.paragraphs.iter().zip(kinds).enumerate() {
        let text = squeeze(&paragraph.text);
        // The title from the metadata, set above the one in the text.
        if headline.is_some_and(|at| index < at && squeeze(&contents.paragraphs[at].text) == text) {
            continue;
        }
        let is_top = index < 6;
        let is_sign = signs::is_bracketed_sign(&text)
            || is_top && (signs::byline(&text).is_some() || signs::date(&text).is_some())
            || index + 1 == n_paragraphs && signs::is_bare_sign(&text);
        let kind = match kind {
            BlockKind::Paragraph if is_sign => BlockKind::Signature,
            BlockKind::Paragraph if signs::is_caption(&text) => BlockKind::Caption,
            other => other,
        };
        weave.push(kind, &text);
    }
    let mut article = weave.finish(Source::default());
    plain::split_off_sign(&article.text, &mut article.blocks);
    long_blocks::cut(&article.text, &mut article.blocks);
    let of_kind = |kind| {
        article
            .blocks
            .iter()
            .filter(move |block| block.kind == kind)
    };
    let words = |block: &super::Block| block.span.of(&article.text);
    let mut signatures = of_kind(BlockKind::Signature).map(words);
    article.source = Source {
        title: of_kind(BlockKind::Headline)
            .map(words)
            .next()
            .map(|title| title.replace('\n', " ")),
        byline: signatures.clone().find_map(signs::byline),
        date: signatures.find_map(signs::date),
        ..Source::default()
    };
    article
}

/// The article by shape and place of its paragraphs.
fn shaped(contents: &Contents) -> Article {
    let paragraphs = contents
        .paragraphs
        .iter()
        .map(|paragraph| squeeze(&paragraph.text));
    plain::read(
        paragraphs
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join("\n\n"),
    )
}

/// ISO 8601, to the minute; nothing if it is no date.
fn created([year, month, day, hour, minute]: [i32; 5]) -> Option<String> {
    let narrow = |number: i32| i8::try_from(number).ok();
    let year = i16::try_from(year).ok().filter(|year| 1980 <= *year)?;
    let date = jiff::civil::Date::new(year, narrow(month)?, narrow(day)?).ok()?;
    let time = jiff::civil::Time::new(narrow(hour)?, narrow(minute)?, 0, 0).ok()?;
    Some(format!("{date}T{time}"))
}

#[cfg(test)]
mod tests;
