//! Web pages: the article in them, without navigation, adverts, comments and notices.
//!
//! The page is made harmless first ([`page`]); parts whose names say that they are no article go ([`boilerplate`]); a port of Mozilla's
//! Readability chooses the main text; what it leaves becomes blocks ([`walk`]), without the phrases that websites put between paragraphs.
//! Of a page that a word processor wrote all is the article ([`written`]).

mod boilerplate;
mod chapter;
mod elements;
mod metadata;
mod page;
mod parts;
mod tags;
mod top;
mod walk;
mod written;

use std::collections::{BTreeMap, BTreeSet};

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::long_blocks;
use super::weave::Weave;
use super::{Article, BlockKind, Source, plain, signs};
use metadata::Metadata;
use top::Top;
use walk::{Piece, PieceKind};

pub(super) use chapter::chapter;
pub(super) use page::TooIntricate;

/// Whether a text is the source of a web page, whatever its file is called.
pub(super) fn is_page(text: &str) -> bool {
    let start = text
        .trim_start()
        .get(..9)
        .unwrap_or_default()
        .to_ascii_lowercase();
    start.starts_with("<!doctype") || start.starts_with("<html") || {
        start.starts_with("<?xml") && {
            let head = &text[..text.floor_char_boundary(1024)];
            head.to_ascii_lowercase().contains("<html")
        }
    }
}

/// Bytes of a page without scripts, pictures and most attributes; the longest live tickers have 5 MB, and as a tree it takes ten times as much.
const MAX_CLEANED: usize = 20 * 1024 * 1024;

/// Reads a web page.
pub(super) fn read(source: &str) -> Result<Article, TooIntricate> {
    let page = page::clean(source)?;
    if MAX_CLEANED < page.body.len() {
        return Err(TooIntricate);
    }
    let metadata = metadata::metadata(&page);
    let document = Document::from(format!(
        "<html><head></head><body>{}</body></html>",
        page.body
    ));
    if written::is_written(&page) {
        written::prepare(&document, &metadata);
        let top = Top::find(&document, &metadata);
        let mut pieces = written::text(&document);
        pieces.retain(|piece| !top.holds(&piece.text));
        return Ok(article(top, metadata, pieces, false));
    }
    let top = Top::find(&document, &metadata);
    let pieces_of = |document: &Document| document.body().map(|body| walk::pieces(&body));
    let everything = pieces_of(&document).unwrap_or_default();
    parts::remove_foreign_parts(&document);
    parts::open_layout_tables(&document);
    let rest = pieces_of(&document).unwrap_or_default();
    // Where the library finds nothing, the page is short, and what was not removed is the article.
    let chosen = [main_text(document), rest.clone(), everything.clone()]
        .into_iter()
        .map(|pieces| article_pieces(pieces, &top))
        .find(|pieces| pieces.iter().any(|piece| piece.kind == PieceKind::Text));
    let chosen = with_captions(&chosen.unwrap_or_default(), &rest);
    let is_stub = is_stub(&chosen, &everything, metadata.is_paid);
    let chosen = with_sign(chosen, &everything);
    Ok(article(top, metadata, chosen, is_stub))
}

/// The article with what the page tells about it.
fn article(top: Top, metadata: Metadata, pieces: Vec<Piece>, is_stub: bool) -> Article {
    let mut article = weave(&top, &metadata, pieces);
    let signature = |read: fn(&str) -> Option<String>| {
        let signatures = article
            .blocks
            .iter()
            .filter(|b| b.kind == BlockKind::Signature);
        signatures.map(|b| b.span.of(&article.text)).find_map(read)
    };
    let headline = article
        .blocks
        .iter()
        .find(|b| b.kind == BlockKind::Headline);
    article.source = Source {
        title: headline
            .map(|b| b.span.of(&article.text).replace('\n', " "))
            .or(metadata.title),
        byline: top.byline.or_else(|| signature(signs::byline)),
        date: top.date.or_else(|| signature(signs::date)),
        url: metadata.url,
        is_stub,
        ..Source::default()
    };
    article
}

/// The pieces that Readability takes for the main text.
fn main_text(document: Document) -> Vec<Piece> {
    let config = Config {
        disable_json_ld: true,
        // Agency reports of three sentences are articles too.
        char_threshold: 200,
        ..Config::default()
    };
    let Ok(mut readability) = Readability::with_document(document, None, Some(config)) else {
        return Vec::new();
    };
    if readability.parse().is_err() {
        return Vec::new();
    }
    let chosen = readability.doc.select("#readability-page-1");
    chosen.nodes().first().map(walk::pieces).unwrap_or_default()
}

/// Without what stands above the text already, phrases of the website, and what follows the article.
fn article_pieces(pieces: Vec<Piece>, top: &Top) -> Vec<Piece> {
    let mut kept: Vec<Piece> = Vec::new();
    for piece in pieces {
        let is_heading = piece.kind == PieceKind::Heading || piece.is_bold;
        let has_text = kept.iter().any(|piece| piece.kind == PieceKind::Text);
        if is_heading && has_text && boilerplate::is_end(&piece.text) {
            break;
        }
        let is_teaser =
            piece.is_link && piece.text.len() < 300 && !signs::ends_like_a_sentence(&piece.text);
        // The same caption or paragraph for another size of screen.
        let is_repeated = kept.last().is_some_and(|last| last.text == piece.text);
        if !is_teaser
            && !is_repeated
            && !top.holds(&piece.text)
            && !boilerplate::is_phrase(&piece.text)
            && !is_link_list(&piece.text)
        {
            kept.push(piece);
        }
    }
    // Headings without text after them belong to what was left out.
    while kept
        .last()
        .is_some_and(|piece| piece.kind == PieceKind::Heading)
    {
        kept.pop();
    }
    kept
}

/// Whether lines are a heading of the website's and what it lists: "Zum Thema", "Brand im Theater", "Kommentar".
fn is_link_list(lines: &str) -> bool {
    let first = lines.split_once('\n').map(|(first, _)| first);
    first.is_some_and(|first| boilerplate::is_phrase(first) || boilerplate::is_end(first))
        && !signs::ends_like_a_sentence(lines)
}

/// With the captions of the pictures that stand between headline and end of the article but outside of what the library chose.
fn with_captions(chosen: &[Piece], rest: &[Piece]) -> Vec<Piece> {
    let mut captions: BTreeMap<&str, Vec<&Piece>> = BTreeMap::new();
    let texts: BTreeSet<&str> = chosen.iter().map(|piece| piece.text.as_str()).collect();
    let mut waiting = Vec::new();
    for piece in rest {
        if texts.contains(piece.text.as_str()) {
            captions
                .entry(&piece.text)
                .or_default()
                .append(&mut waiting);
        } else if piece.kind == PieceKind::Caption {
            waiting.push(piece);
        }
    }
    let mut placed = Vec::with_capacity(chosen.len());
    for piece in chosen {
        let before = captions.remove(piece.text.as_str()).unwrap_or_default();
        placed.extend(before.into_iter().cloned());
        placed.push(piece.clone());
    }
    placed
}

/// Whether an offer to subscribe stands where the article ends, with the rest of it behind; where the page says itself that the
/// article must be paid for, any words about subscribing will do.
fn is_stub(chosen: &[Piece], everything: &[Piece], is_paid: bool) -> bool {
    let last = chosen.last().map(|piece| piece.text.as_str());
    let end = everything
        .iter()
        .rposition(|piece| Some(piece.text.as_str()) == last);
    end.is_some_and(|end| {
        let mut next = everything.iter().skip(end + 1).take(4);
        next.any(|piece| {
            boilerplate::is_offer(&piece.text)
                || is_paid && boilerplate::is_about_subscribing(&piece.text)
        })
    })
}

/// With an agency sign that the page shows right after the last paragraph but outside of the main text.
fn with_sign(mut chosen: Vec<Piece>, everything: &[Piece]) -> Vec<Piece> {
    let last = chosen.last().map(|piece| piece.text.as_str());
    let after = everything
        .iter()
        .rposition(|piece| Some(piece.text.as_str()) == last);
    let mut next = everything
        .iter()
        .skip(after.map_or(usize::MAX, |at| at + 1))
        .take(3);
    let is_sign = |text: &str| signs::is_bracketed_sign(text) || signs::is_bare_sign(text);
    if let Some(sign) = next.find(|piece| is_sign(&piece.text)) {
        chosen.push(sign.clone());
    }
    chosen
}

/// The article: what stands above the text, then the text.
fn weave(top: &Top, metadata: &Metadata, mut pieces: Vec<Piece>) -> Article {
    let mut weave = Weave::default();
    if pieces.is_empty() {
        return weave.finish(Source::default());
    }
    // Without a heading like the title, the first bold line is the headline; without that, the title is.
    let first = pieces.first().filter(|piece| is_heading(piece));
    let headline = match (&top.headline, first) {
        (Some(headline), _) => headline.clone(),
        (None, Some(_)) => pieces.remove(0).text,
        (None, None) => metadata.title.clone().unwrap_or_default(),
    };
    weave.push(BlockKind::Kicker, top.kicker.as_deref().unwrap_or_default());
    weave.push(BlockKind::Headline, &headline);
    weave.push(BlockKind::Lead, top.lead.as_deref().unwrap_or_default());
    let n_pieces = pieces.len();
    let first_text = pieces
        .iter()
        .position(|piece| piece.kind == PieceKind::Text);
    for (index, piece) in pieces.into_iter().enumerate() {
        let is_last = index + 1 == n_pieces;
        let may_be_lead = top.lead.is_none() && first_text == Some(index) && !is_last;
        let kind = match piece.kind {
            PieceKind::Caption => BlockKind::Caption,
            PieceKind::Heading => BlockKind::Subheading,
            PieceKind::Text if may_be_lead && piece.is_bold && 80 <= piece.text.len() => {
                BlockKind::Lead
            }
            PieceKind::Text => text_kind(&piece, is_last),
        };
        weave.push(kind, &piece.text);
    }
    let mut article = weave.finish(Source::default());
    plain::split_off_sign(&article.text, &mut article.blocks);
    long_blocks::cut(&article.text, &mut article.blocks);
    article
}

/// Whether a piece is a heading, by its element or because all of it is bold, short and no sentence.
fn is_heading(piece: &Piece) -> bool {
    let is_short = piece.text.len() <= 120 && !signs::ends_like_a_sentence(&piece.text);
    piece.kind == PieceKind::Heading || piece.kind == PieceKind::Text && piece.is_bold && is_short
}

fn text_kind(piece: &Piece, is_last: bool) -> BlockKind {
    let text = piece.text.as_str();
    let is_sign = signs::is_bracketed_sign(text)
        || signs::byline(text).is_some()
        || signs::date(text).is_some()
        || signs::is_time(text);
    if is_sign || is_last && signs::is_bare_sign(text) {
        BlockKind::Signature
    } else if signs::is_caption(text) {
        BlockKind::Caption
    } else if !is_last && piece.is_bold && signs::is_bold_heading(text) {
        BlockKind::Subheading
    } else {
        BlockKind::Paragraph
    }
}

#[cfg(test)]
mod tests;
