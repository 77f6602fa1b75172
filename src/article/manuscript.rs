//! Manuscripts: paragraphs with roles, as word processors and books have them, become an article.

mod metadata;

use super::weave::{Weave, squeeze};
use super::{Article, BlockKind, Source, long_blocks, plain, signs};

pub(super) use metadata::Metadata;

/// What the author or the program says a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The title.
    Title,
    /// A heading.
    Heading,
    /// The line above the title.
    Kicker,
    /// What stands below the title, or sums up.
    Subtitle,
    /// The text of a picture or table.
    Caption,
    /// Who wrote it.
    Byline,
    /// When.
    Date,
    /// Initials or an agency sign.
    Sign,
    /// A line of a table of contents or an index: no part of the article.
    Index,
    /// Running text.
    Text,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// What it is.
    pub role: Role,
    /// Its text; `\n` is a line break that is shown.
    pub text: String,
    /// All of it is bold.
    pub is_bold: bool,
}

/// The role that a style of this name gives: "Überschrift 1", "heading 1", `berschrift1`, `Heading_20_1`, "Bildunterschrift".
pub(super) fn role_of_style(name: &str) -> Option<Role> {
    let name = name.to_lowercase().replace("_20_", " ");
    let bare: String = name.chars().filter(|c| c.is_alphabetic()).collect();
    if [
        "toc",
        "verzeichnis",
        "contents",
        "inhaltsverzeichnis",
        "tableofcontents",
        "index",
    ]
    .iter()
    .any(|start| bare.starts_with(start))
    {
        return Some(Role::Index);
    }
    Some(match bare.as_str() {
        "title" | "titel" | "headline" | "schlagzeile" | "hauptzeile" | "haupttitel" => Role::Title,
        "heading"
        | "überschrift"
        | "berschrift"
        | "zwischentitel"
        | "zwischenüberschrift"
        | "zwischenzeile"
        | "subheading"
        | "subhead" => Role::Heading,
        "kicker" | "dachzeile" | "spitzmarke" | "überzeile" | "oberzeile" | "rubrik" => {
            Role::Kicker
        }
        "subtitle" | "untertitel" | "unterzeile" | "vorspann" | "lead" | "teaser" | "anleser"
        | "abstract" | "standfirst" => Role::Subtitle,
        "caption" | "beschriftung" | "bildunterschrift" | "bildunterzeile" | "bildtext" | "bu"
        | "abbildung" | "illustration" | "imagecaption" | "tablecaption" | "figure"
        | "figurecaption" | "drawing" | "tabelle" | "table" => Role::Caption,
        "author" | "autor" | "autorin" | "verfasser" | "verfasserin" | "autorenzeile"
        | "byline" => Role::Byline,
        "date" | "datum" => Role::Date,
        "kürzel" | "signature" | "signatur" => Role::Sign,
        _ => return None,
    })
}

/// The article of these paragraphs.
///
/// The title is the headline; without one the first heading is, if no text stands before it. What the file says about itself is not
/// made part of the text, since nobody sees it there.
pub(super) fn weave(pieces: Vec<Piece>, metadata: Metadata) -> Article {
    let metadata = metadata.plausible();
    let pieces: Vec<Piece> = pieces
        .into_iter()
        .filter_map(|piece| {
            let text = squeeze(&piece.text);
            let is_shown = piece.role != Role::Index && !text.is_empty();
            is_shown.then_some(Piece { text, ..piece })
        })
        .collect();
    let is_plain = |piece: &Piece| piece.role == Role::Text && !piece.is_bold;
    let mut article = if pieces.iter().all(is_plain) {
        let lines: Vec<&str> = pieces.iter().map(|piece| piece.text.as_str()).collect();
        plain::read(lines.join("\n\n"))
    } else {
        formatted(&pieces, &metadata)
    };
    let first = |kind| {
        let mut found = article.blocks.iter().filter(|block| block.kind == kind);
        found.next().map(|block| block.span.of(&article.text))
    };
    let of_role = |role| pieces.iter().filter(move |piece| piece.role == role);
    let signature = |read: fn(&str) -> Option<String>| {
        let mut shown = article.blocks.iter();
        shown.find_map(|block| {
            let is_sign = block.kind == BlockKind::Signature;
            is_sign
                .then(|| read(block.span.of(&article.text)))
                .flatten()
        })
    };
    let mut authors: Vec<String> = Vec::new();
    for piece in of_role(Role::Byline).take(20) {
        let line = piece.text.replace('\n', ", ");
        let author = signs::byline(&line).unwrap_or(line);
        if !authors.contains(&author) {
            authors.push(author);
        }
    }
    let byline = Some(authors.join(", ")).filter(|names| !names.is_empty());
    article.source = Source {
        title: metadata
            .title
            .or_else(|| first(BlockKind::Headline).map(|headline| headline.replace('\n', " "))),
        byline: byline
            .or_else(|| signature(signs::byline))
            .or(metadata.creator),
        date: of_role(Role::Date)
            .next()
            .and_then(|piece| signs::iso_date(&piece.text))
            .or_else(|| signature(signs::date))
            .or(metadata.date),
        url: metadata.url,
        ..Source::default()
    };
    article
}

/// The article of paragraphs that have roles, or bold ones among them.
fn formatted(pieces: &[Piece], metadata: &Metadata) -> Article {
    let headline = headline(pieces);
    let n_pieces = pieces.len();
    let is_text = |piece: &Piece| {
        piece.role == Role::Text && text_kind(piece, metadata, false) == BlockKind::Paragraph
    };
    let from = headline.map_or(0, |headline| headline + 1);
    let first_text = (from..n_pieces).find(|&at| is_text(&pieces[at]));
    let mut weave = Weave::default();
    for (index, piece) in pieces.iter().enumerate() {
        let is_last = index + 1 == n_pieces;
        let is_above = headline.is_some_and(|headline| index < headline);
        let is_short = piece.text.len() <= 120 && !signs::ends_like_a_sentence(&piece.text);
        let kind = match piece.role {
            _ if headline == Some(index) => BlockKind::Headline,
            Role::Title | Role::Heading => BlockKind::Subheading,
            Role::Kicker => BlockKind::Kicker,
            Role::Subtitle if is_above && is_short => BlockKind::Kicker,
            Role::Subtitle => BlockKind::Lead,
            Role::Caption => BlockKind::Caption,
            Role::Byline | Role::Date | Role::Sign => BlockKind::Signature,
            // One label right above the headline.
            Role::Text if headline == Some(1) && index == 0 && is_short && n_words(piece) <= 4 => {
                BlockKind::Kicker
            }
            Role::Text | Role::Index => match text_kind(piece, metadata, is_last) {
                BlockKind::Paragraph
                    if piece.is_bold && !is_last && signs::is_bold_heading(&piece.text) =>
                {
                    BlockKind::Subheading
                }
                BlockKind::Paragraph
                    if piece.is_bold && first_text == Some(index) && !is_short && !is_last =>
                {
                    BlockKind::Lead
                }
                kind => kind,
            },
        };
        weave.push(kind, &piece.text);
    }
    let mut article = weave.finish(Source::default());
    plain::split_off_sign(&article.text, &mut article.blocks);
    long_blocks::cut(&article.text, &mut article.blocks);
    article
}

fn n_words(piece: &Piece) -> usize {
    piece.text.split_whitespace().count()
}

/// Which piece is the headline: the title, else a heading above all text, else a short bold line there.
fn headline(pieces: &[Piece]) -> Option<usize> {
    let title = pieces.iter().position(|piece| piece.role == Role::Title);
    title.or_else(|| {
        let is_head = |piece: &Piece| {
            let is_short = piece.text.len() <= 200 && !signs::ends_like_a_sentence(&piece.text);
            piece.role == Role::Heading || piece.role == Role::Text && piece.is_bold && is_short
        };
        let is_body = |piece: &Piece| {
            piece.role == Role::Text && !is_head(piece) && 120 < piece.text.len()
                || signs::ends_like_a_sentence(&piece.text)
        };
        let head = pieces.iter().position(|piece| piece.role == Role::Heading);
        let before = |at: usize| pieces[..at].iter().any(is_body);
        head.filter(|&at| !before(at)).or_else(|| {
            let bold = pieces.iter().position(is_head)?;
            (!before(bold)).then_some(bold)
        })
    })
}

fn text_kind(piece: &Piece, metadata: &Metadata, is_last: bool) -> BlockKind {
    let text = piece.text.as_str();
    let is_sign = signs::is_bracketed_sign(text)
        || signs::byline(text).is_some()
        || signs::date(text).is_some()
        || metadata.creator.as_deref() == Some(text);
    if is_sign || is_last && signs::is_bare_sign(text) {
        BlockKind::Signature
    } else if signs::is_caption(text) {
        BlockKind::Caption
    } else {
        BlockKind::Paragraph
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::article::shown::shown;

    fn piece(role: Role, text: &str, is_bold: bool) -> Piece {
        Piece {
            role,
            text: text.to_owned(),
            is_bold,
        }
    }

    fn check(pieces: Vec<Piece>, expected: &Expect) {
        let article = weave(pieces, Metadata::default());
        expected.assert_eq(&shown(&article));
    }

    #[test]
    fn styles_are_known_by_their_names_in_both_languages() {
        let check = |name, role| assert_eq!(role_of_style(name), role, "{name}");
        for name in [
            "heading 1",
            "Heading_20_2",
            "Überschrift 3",
            "berschrift1",
            "Heading4",
        ] {
            check(name, Some(Role::Heading));
        }
        check("Titel", Some(Role::Title));
        check("Untertitel", Some(Role::Subtitle));
        check("Beschriftung", Some(Role::Caption));
        check("toc 1", Some(Role::Index));
        check("Contents_20_Heading", Some(Role::Index));
        check("Standard", None);
        check("List Paragraph", None);
    }

    #[test]
    fn roles_decide() {
        check(
            vec![
                piece(Role::Subtitle, "Hafen", false),
                piece(Role::Title, "Kran kippt", false),
                piece(Role::Byline, "Anna Beispiel", false),
                piece(Role::Subtitle, "Niemand wurde verletzt.", false),
                piece(Role::Index, "Inhalt", false),
                piece(Role::Heading, "Am Kai", false),
                piece(Role::Text, "Der Kran fiel um.", false),
                piece(Role::Caption, "Der Kran", false),
                piece(Role::Text, "Er war alt. (dpa)", false),
            ],
            &expect![[r"
                kicker: Hafen
                headline: Kran kippt
                signature: Anna Beispiel
                lead: Niemand wurde verletzt.
                subheading: Am Kai
                paragraph: Der Kran fiel um.
                caption: Der Kran
                paragraph: Er war alt.
                signature: (dpa)
            "]],
        );
    }

    #[test]
    fn without_roles_bold_lines_are_headings() {
        check(
            vec![
                piece(Role::Text, "Kran kippt", true),
                piece(Role::Text, "Von Anna Beispiel", false),
                piece(
                    Role::Text,
                    "Im Hafen ist am Morgen ein Kran umgefallen, der dort seit siebzig Jahren stand. Niemand wurde verletzt, sagte die Polizei.",
                    true,
                ),
                piece(Role::Text, "Der Kran war alt.", false),
                piece(Role::Text, "Die Folgen", true),
                piece(Role::Text, "Ein Schiff wartet.", false),
            ],
            &expect![[r"
                headline: Kran kippt
                signature: Von Anna Beispiel
                lead: Im Hafen ist am Morgen ein Kran umgefallen, der dort seit siebzig Jahren stand. Niemand wurde verletzt, sagte die Polizei.
                paragraph: Der Kran war alt.
                subheading: Die Folgen
                paragraph: Ein Schiff wartet.
            "]],
        );
    }

    #[test]
    fn what_programs_fill_in_is_no_metadata() {
        let metadata = Metadata {
            title: Some("Dokument1".to_owned()),
            creator: Some("Microsoft Office User".to_owned()),
            date: Some("2026-03-01T10:00:00Z".to_owned()),
            url: None,
        };
        let article = weave(vec![piece(Role::Title, "Kran kippt", false)], metadata);
        assert_eq!(article.source.title.as_deref(), Some("Kran kippt"));
        assert_eq!(article.source.byline, None);
        assert_eq!(article.source.date.as_deref(), Some("2026-03-01T10:00:00Z"));
    }
}
