//! Web pages: the article in them, without navigation, adverts, comments and notices.
//!
//! The page is made harmless first ([`page`]); parts whose names say that they are no article go ([`boilerplate`]); a port of Mozilla's
//! Readability chooses the main text; what it leaves becomes blocks ([`walk`]), without the phrases that websites put between paragraphs.

mod boilerplate;
mod metadata;
mod page;
mod tags;
mod top;
mod walk;

use std::collections::BTreeMap;

use dom_query::{Document, NodeId, NodeRef};
use dom_smoothie::{Config, Readability};

use super::weave::Weave;
use super::{Article, BlockKind, Source, plain, signs};
use top::Top;
use walk::{Piece, PieceKind};

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

/// Reads a web page.
pub(super) fn read(source: &str) -> Result<Article, TooIntricate> {
    let page = page::clean(source)?;
    let metadata = metadata::metadata(&page);
    let document = Document::from(format!(
        "<html><head></head><body>{}</body></html>",
        page.body
    ));
    let top = Top::find(&document, &metadata);
    let everything = document
        .body()
        .map(|body| walk::pieces(&body))
        .unwrap_or_default();
    remove_foreign_parts(&document);
    let rest = document
        .body()
        .map(|body| walk::pieces(&body))
        .unwrap_or_default();
    // What the library leaves must be a good part of the page; on short pages it sometimes keeps a footer only.
    let chosen = [main_text(document), rest, everything]
        .into_iter()
        .map(|pieces| article_pieces(pieces, &top))
        .find(|pieces| pieces.iter().any(|piece| piece.kind == PieceKind::Text));
    let mut article = weave(&top, chosen.unwrap_or_default());
    article.source = Source {
        title: top.headline.or(metadata.title),
        byline: top.byline,
        date: top.date,
        url: metadata.url,
        ..Source::default()
    };
    Ok(article)
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

/// Removes parts that by their name, class or role are no article, unless they hold the headline or most of the text.
fn remove_foreign_parts(document: &Document) {
    let Some(body) = document.body() else {
        return;
    };
    let mut sizes = BTreeMap::new();
    let whole = measure(&body, &mut sizes);
    let mut foreign = Vec::new();
    collect_foreign(&body, &sizes, whole, &mut foreign);
    for node in foreign {
        node.remove_from_parent();
    }
}

/// What stands in an element.
#[derive(Clone, Copy, Debug, Default)]
struct Size {
    n_bytes: usize,
    holds_headline: bool,
}

fn measure(node: &NodeRef, sizes: &mut BTreeMap<NodeId, Size>) -> Size {
    let mut size = Size {
        n_bytes: 0,
        holds_headline: node.has_name("h1"),
    };
    for child in node.children_it(false) {
        if child.is_text() {
            size.n_bytes += child.text().trim().len();
        } else if child.is_element() {
            let inner = measure(&child, sizes);
            size.n_bytes += inner.n_bytes;
            size.holds_headline |= inner.holds_headline;
        }
    }
    sizes.insert(node.id, size);
    size
}

fn collect_foreign<'a>(
    node: &NodeRef<'a>,
    sizes: &BTreeMap<NodeId, Size>,
    whole: Size,
    foreign: &mut Vec<NodeRef<'a>>,
) {
    for child in node.children_it(false).filter(NodeRef::is_element) {
        let size = sizes.get(&child.id).copied().unwrap_or_default();
        let is_main = size.holds_headline || whole.n_bytes < 2 * size.n_bytes;
        if is_foreign(&child) && !is_main {
            foreign.push(child);
        } else {
            collect_foreign(&child, sizes, whole, foreign);
        }
    }
}

fn is_foreign(node: &NodeRef) -> bool {
    let name = node.node_name().unwrap_or_default();
    match &*name {
        "nav" | "aside" | "footer" | "hidden-part" => true,
        "article" | "main" | "p" | "strong-text" => false,
        _ => {
            node.has_attr("hidden")
                || ["class", "id", "role"].iter().any(|attribute| {
                    node.attr(attribute)
                        .is_some_and(|names| boilerplate::is_foreign(&names))
                })
        }
    }
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

/// The article: what stands above the text, then the text.
fn weave(top: &Top, pieces: Vec<Piece>) -> Article {
    let mut weave = Weave::default();
    if pieces.is_empty() {
        return weave.finish(Source::default());
    }
    weave.push(BlockKind::Kicker, top.kicker.as_deref().unwrap_or_default());
    weave.push(
        BlockKind::Headline,
        top.headline.as_deref().unwrap_or_default(),
    );
    let is_lead =
        |piece: &Piece| piece.is_bold && piece.kind == PieceKind::Text && 80 <= piece.text.len();
    let bold_lead = top.lead.is_none() && pieces.first().is_some_and(is_lead);
    weave.push(BlockKind::Lead, top.lead.as_deref().unwrap_or_default());
    let n_pieces = pieces.len();
    for (index, piece) in pieces.into_iter().enumerate() {
        let is_last = index + 1 == n_pieces;
        let kind = match piece.kind {
            PieceKind::Caption => BlockKind::Caption,
            PieceKind::Heading => BlockKind::Subheading,
            PieceKind::Text if index == 0 && bold_lead => BlockKind::Lead,
            PieceKind::Text => text_kind(&piece, is_last),
        };
        weave.push(kind, &piece.text);
    }
    let mut article = weave.finish(Source::default());
    plain::split_off_sign(&article.text, &mut article.blocks);
    article
}

fn text_kind(piece: &Piece, is_last: bool) -> BlockKind {
    let text = piece.text.as_str();
    let is_sign = signs::is_bracketed_sign(text)
        || signs::byline(text).is_some()
        || signs::date(text).is_some();
    if is_sign || is_last && signs::is_bare_sign(text) {
        BlockKind::Signature
    } else if signs::is_caption(text) {
        BlockKind::Caption
    } else if !is_last && piece.is_bold && text.len() <= 120 && !signs::ends_like_a_sentence(text) {
        BlockKind::Subheading
    } else {
        BlockKind::Paragraph
    }
}

#[cfg(test)]
mod tests;
