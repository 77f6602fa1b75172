//! Markdown: the blocks that `CommonMark` finds, each as the text that is shown.
//!
//! Offsets count in the shown text, not in the file: markup, link addresses and HTML are gone, and blocks are joined by blank lines.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::long_blocks;
use super::weave::{Weave, squeeze};
use super::{Article, BlockKind, Source, front_matter, plain, signs};

/// Reads Markdown.
pub(super) fn read(source: &str) -> Article {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let (meta, source) = front_matter::split(source);
    let mut reading = Reading::default();
    for event in Parser::new_ext(source, options) {
        reading.event(event);
    }
    reading.flush();
    let field = |names: &[&str]| meta.field(names);
    let title = field(&["title", "titel", "headline"]);
    let top = Top {
        kicker: field(&["kicker", "dachzeile"]),
        title: title.clone(),
        lead: field(&["subtitle", "untertitel", "lead", "vorspann", "teaser"]),
    };
    let mut article = weave(reading.pieces, top);
    let first = |kind| {
        let mut found = article
            .blocks
            .iter()
            .filter(move |block| block.kind == kind);
        found.next().map(|block| block.span.of(&article.text))
    };
    article.source = Source {
        title: first(BlockKind::Headline).map(str::to_owned).or(title),
        byline: field(&[
            "author", "autor", "authors", "autorin", "byline", "agency", "agentur",
        ])
        .or_else(|| first(BlockKind::Signature).and_then(signs::byline)),
        date: field(&["date", "datum", "published"])
            .and_then(|date| signs::iso_date(&date))
            .or_else(|| first(BlockKind::Signature).and_then(signs::date)),
        url: field(&["url", "link", "source", "quelle", "canonical"])
            .filter(|url| url.starts_with("http://") || url.starts_with("https://")),
        ..Source::default()
    };
    article
}

/// A block on its way from events to text.
#[derive(Debug)]
struct Piece {
    kind: PieceKind,
    text: String,
    is_bold: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum PieceKind {
    Heading,
    Caption,
    #[default]
    Text,
}

#[derive(Debug, Default)]
struct Reading {
    pieces: Vec<Piece>,
    line: String,
    kind: PieceKind,
    n_shown: usize,
    n_bold: usize,
    /// Elements of this kind that are open.
    strong: usize,
    image: usize,
    /// Inside a part that is not shown: deleted text, a footnote's text.
    hidden: usize,
    /// The text of the picture that is open.
    caption: String,
}

impl Reading {
    fn event(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.text(&text);
            }
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.line.push('\n'),
            Event::InlineHtml(html) if html.to_ascii_lowercase().starts_with("<br") => {
                self.line.push('\n');
            }
            Event::Rule => self.flush(),
            Event::InlineHtml(_)
            | Event::Html(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    fn text(&mut self, text: &str) {
        if 0 < self.image {
            self.caption.push_str(text);
        } else if self.hidden == 0 {
            self.line.push_str(without_rule(text));
            let n_shown = text.chars().filter(|c| !c.is_whitespace()).count();
            self.n_shown += n_shown;
            self.n_bold += if 0 < self.strong { n_shown } else { 0 };
        }
    }

    fn start(&mut self, tag: &Tag) {
        match tag {
            Tag::Strong => self.strong += 1,
            Tag::Image { .. } => self.image += 1,
            Tag::Strikethrough | Tag::MetadataBlock(_) => self.hidden += 1,
            Tag::FootnoteDefinition(_) => {
                self.flush();
                self.hidden += 1;
            }
            Tag::Emphasis | Tag::Link { .. } | Tag::Superscript | Tag::Subscript => {}
            Tag::TableCell => self.line.push('\t'),
            Tag::Heading { .. } => {
                self.flush();
                self.kind = PieceKind::Heading;
            }
            Tag::Paragraph
            | Tag::BlockQuote(_)
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::List(_)
            | Tag::Item
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition => self.flush(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Strikethrough | TagEnd::MetadataBlock(_) => {
                self.hidden = self.hidden.saturating_sub(1);
            }
            TagEnd::FootnoteDefinition => {
                self.flush();
                self.hidden = self.hidden.saturating_sub(1);
            }
            TagEnd::Image => self.end_image(),
            TagEnd::Emphasis
            | TagEnd::Link
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::TableCell => {}
            TagEnd::Heading(_)
            | TagEnd::Paragraph
            | TagEnd::BlockQuote(_)
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::Table
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition => self.flush(),
        }
    }

    /// A picture's text is a caption of its own, before the paragraph that the picture stands in.
    fn end_image(&mut self) {
        self.image = self.image.saturating_sub(1);
        if self.image == 0 {
            let text = squeeze(&std::mem::take(&mut self.caption));
            self.pieces.push(Piece {
                kind: PieceKind::Caption,
                text,
                is_bold: false,
            });
        }
    }

    fn flush(&mut self) {
        let text = squeeze(&std::mem::take(&mut self.line));
        let kind = std::mem::take(&mut self.kind);
        let is_bold = 0 < self.n_bold && self.n_shown <= self.n_bold + 1;
        (self.n_shown, self.n_bold) = (0, 0);
        if !text.is_empty() {
            self.pieces.push(Piece {
                kind,
                text,
                is_bold,
            });
        }
    }
}

/// The words of a line; none if it is the rule of a table in the manner of pandoc (`---- -----`).
fn without_rule(line: &str) -> &str {
    let is_rule = line.contains("---") && line.chars().all(|c| matches!(c, '-' | ' '));
    if is_rule { "" } else { line }
}

/// What front matter puts above the text.
#[derive(Debug, Default)]
struct Top {
    kicker: Option<String>,
    title: Option<String>,
    lead: Option<String>,
}

/// The article. The first heading above all text is the headline; without one the front matter's title is. A label right above the
/// headline is the kicker.
fn weave(mut pieces: Vec<Piece>, top: Top) -> Article {
    // What was made of a web page may have the page's title as its first line.
    if let [first, second, ..] = pieces.as_slice()
        && second.kind == PieceKind::Heading
        && first.text == second.text
    {
        pieces.remove(0);
    }
    let n_pieces = pieces.len();
    let is_label = |piece: &Piece| {
        let n_words = piece.text.split_whitespace().count();
        let is_sign = signs::byline(&piece.text).is_some() || signs::date(&piece.text).is_some();
        let ends = signs::ends_like_a_sentence(&piece.text);
        piece.kind == PieceKind::Text && n_words <= 4 && !ends && !is_sign
    };
    let has_label = match pieces.as_slice() {
        [label, heading, _, ..] => is_label(label) && heading.kind == PieceKind::Heading,
        _ => false,
    };
    let from = usize::from(has_label);
    let of_kind = |kind| (from..n_pieces).find(|&at| pieces[at].kind == kind);
    let first_text = of_kind(PieceKind::Text);
    let headline = of_kind(PieceKind::Heading);
    let headline = headline.filter(|&at| at < first_text.unwrap_or(n_pieces));
    let mut weave = Weave::default();
    let lead = top.lead.filter(|lead| !says(&pieces, lead));
    if 0 < n_pieces {
        weave.push(BlockKind::Kicker, &top.kicker.unwrap_or_default());
    }
    if headline.is_none() && 0 < n_pieces {
        weave.push(BlockKind::Headline, &top.title.unwrap_or_default());
        weave.push(BlockKind::Lead, lead.as_deref().unwrap_or_default());
    }
    for (index, piece) in pieces.into_iter().enumerate() {
        let is_first_text = first_text == Some(index);
        let is_last = index + 1 == n_pieces;
        let kind = match piece.kind {
            PieceKind::Caption => BlockKind::Caption,
            PieceKind::Heading if headline == Some(index) => BlockKind::Headline,
            PieceKind::Heading => BlockKind::Subheading,
            PieceKind::Text if index < from => BlockKind::Kicker,
            PieceKind::Text => text_kind(&piece, is_first_text, is_last),
        };
        weave.push(kind, &piece.text);
        if kind == BlockKind::Headline {
            weave.push(BlockKind::Lead, lead.as_deref().unwrap_or_default());
        }
    }
    let mut article = weave.finish(Source::default());
    plain::split_off_sign(&article.text, &mut article.blocks);
    long_blocks::cut(&article.text, &mut article.blocks);
    article
}

/// Whether one of the first pieces has these words, so that they need not be said twice.
fn says(pieces: &[Piece], words: &str) -> bool {
    let words = squeeze(words);
    pieces.iter().take(5).any(|piece| piece.text == words)
}

fn text_kind(piece: &Piece, is_first: bool, is_last: bool) -> BlockKind {
    let text = piece.text.as_str();
    let is_sentence = signs::ends_like_a_sentence(text);
    let is_sign = signs::is_bracketed_sign(text)
        || signs::byline(text).is_some()
        || signs::date(text).is_some();
    if is_sign || is_last && signs::is_bare_sign(text) {
        BlockKind::Signature
    } else if signs::is_caption(text) {
        BlockKind::Caption
    } else if is_first && piece.is_bold && is_sentence && !is_last {
        BlockKind::Lead
    } else if piece.is_bold && !is_last && signs::is_bold_heading(text) {
        BlockKind::Subheading
    } else {
        BlockKind::Paragraph
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::article::shown::shown;

    fn check(source: &str, expected: &Expect) {
        let article = read(source);
        expected.assert_eq(&shown(&article));
    }

    #[test]
    fn an_article_with_markup_becomes_what_is_shown() {
        check(
            "# Neue *Brücke* steht\n\n**Die Stadt baut schneller als geplant.**\n\n\
             ![Die Brücke am Morgen](bruecke.jpg)\n\n\
             Das sagte [die Bürgermeisterin](https://example.org) am\nMittwoch[^1]. „Wir bauen“, sagte sie.\n\n\
             ## Streit um die Kosten\n\n- Die Opposition lehnt ab.\n- Der Rat stimmt zu.\n\n> Zu teuer!\n\n(nch/nin)\n\n[^1]: Im Rathaus.\n",
            &expect![[r"
                headline: Neue Brücke steht
                lead: Die Stadt baut schneller als geplant.
                caption: Die Brücke am Morgen
                paragraph: Das sagte die Bürgermeisterin am Mittwoch. „Wir bauen“, sagte sie.
                subheading: Streit um die Kosten
                paragraph: Die Opposition lehnt ab.
                paragraph: Der Rat stimmt zu.
                paragraph: Zu teuer!
                signature: (nch/nin)
            "]],
        );
    }

    #[test]
    fn front_matter_is_metadata() {
        let source = "---\ntitle: \"Neue Brücke: sie steht\"\nauthor: Anna Beispiel\ndate: 2016-12-08\nurl: https://example.org/a\ntags:\n  - x\n---\n\nSie ist breit.\n";
        let article = read(source);
        assert_eq!(
            article.source.title.as_deref(),
            Some("Neue Brücke: sie steht")
        );
        assert_eq!(article.source.byline.as_deref(), Some("Anna Beispiel"));
        assert_eq!(article.source.date.as_deref(), Some("2016-12-08"));
        assert_eq!(article.source.url.as_deref(), Some("https://example.org/a"));
        assert_eq!(article.text, "Neue Brücke: sie steht\n\nSie ist breit.");
    }

    #[test]
    fn front_matter_may_list_authors_and_have_a_lead() {
        let source = "---\nkicker: Verkehr\nlead: 'Sie steht.'\nauthor:\n  - Anna Beispiel\n  - \"Jörg Muster\"\ntags: [a, b]\n---\n\n# Neue Brücke\n\nSie ist breit.\n";
        let byline = read(source).source.byline;
        assert_eq!(byline.as_deref(), Some("Anna Beispiel, Jörg Muster"));
        check(
            source,
            &expect![[r"
                kicker: Verkehr
                headline: Neue Brücke
                lead: Sie steht.
                paragraph: Sie ist breit.
            "]],
        );
    }

    #[test]
    fn a_label_above_the_headline_is_the_kicker() {
        check(
            "Verkehr\n\n# Neue Brücke\n\n**Die Stadt baut schneller.**\n\nSie ist breit.\n",
            &expect![[r"
                kicker: Verkehr
                headline: Neue Brücke
                lead: Die Stadt baut schneller.
                paragraph: Sie ist breit.
            "]],
        );
    }

    #[test]
    fn hidden_parts_are_not_shown() {
        check(
            "Das ist <b>neu</b> und ~~alt~~ gut.<br>Ja.\n\n<div>nicht</div>\n",
            &expect![[r"
            paragraph: Das ist neu und gut. ⏎ Ja.
        "]],
        );
    }
}
