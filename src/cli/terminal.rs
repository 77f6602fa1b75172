//! A reading in the terminal: the text with its names marked, then who said what.

use std::io::{self, Write};

use crate::article::{Article, BlockKind};
use crate::document::{Findings, Kind, Mention, Statement, Verdict, Voice};
use crate::review::Review;
use crate::span::Span;
use crate::view::origin::end_of_chain;
use crate::view::speaker;

/// How a reading is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Style {
    marks: Marks,
    /// Characters in a line; `None` where nobody sees the lines and a block stays one line.
    width: Option<usize>,
}

/// How names are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Marks {
    /// By colour.
    Colours,
    /// By brackets: [Aleppo|location].
    Brackets,
}

/// Longer lines are hard to read.
const MAX_WIDTH: usize = 96;

impl Style {
    /// Colours in a terminal, unless the user wants none (`NO_COLOR`, see no-color.org) or it has none.
    pub(super) fn of(is_terminal: bool) -> Self {
        let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let marks = if is_terminal && !is_set("NO_COLOR") && !is_dumb {
            Marks::Colours
        } else {
            Marks::Brackets
        };
        let size = terminal_size::terminal_size().filter(|_| is_terminal);
        let width = size.map(|(width, _)| usize::from(width.0).clamp(20, MAX_WIDTH));
        Self { marks, width }
    }

    /// `text` in one of the terminal's renditions ("1" is bold), if there are any.
    fn rendered(self, text: &str, rendition: &str) -> String {
        match self.marks {
            // What is rendered inside ends with a reset, after which the outer rendition goes on.
            Marks::Colours => {
                let inside = text.replace("\x1b[0m", &format!("\x1b[0;{rendition}m"));
                format!("\x1b[{rendition}m{inside}\x1b[0m")
            }
            Marks::Brackets => text.to_owned(),
        }
    }

    /// `text` in lines, each after `indent` spaces.
    fn laid_out(self, text: &str, indent: usize) -> String {
        let margin = " ".repeat(indent);
        let mut lines = String::new();
        for line in text.split('\n') {
            let mut width = 0;
            for (index, word) in line.split(' ').enumerate() {
                let word_width = visible_width(word);
                let is_full = self
                    .width
                    .is_some_and(|limit| limit < indent + width + 1 + word_width);
                if index == 0 || is_full {
                    let break_before = if lines.is_empty() { "" } else { "\n" };
                    lines.push_str(break_before);
                    lines.push_str(&margin);
                    width = word_width;
                } else {
                    lines.push(' ');
                    width += 1 + word_width;
                }
                lines.push_str(word);
            }
        }
        lines
    }
}

/// Characters that take a place on the screen: renditions take none.
fn visible_width(word: &str) -> usize {
    let mut in_rendition = false;
    let mut width = 0;
    for character in word.chars() {
        match character {
            '\x1b' => in_rendition = true,
            'm' if in_rendition => in_rendition = false,
            _ if in_rendition => {}
            _ => width += 1,
        }
    }
    width
}

/// The terminal's rendition for a kind: the colours that every terminal has, readable on black and on white.
fn rendition(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "1;34",
        Kind::Organisation => "1;35",
        Kind::Location => "1;32",
        Kind::Other => "1;33",
        Kind::Role => "36",
        Kind::Date | Kind::Time | Kind::Duration | Kind::Amount => "4",
    }
}

/// Prints a review.
pub(super) fn print(review: &Review, style: Style, out: &mut impl Write) -> io::Result<()> {
    let article = &review.document().article;
    let findings = review.findings();
    for (index, block) in article.blocks.iter().enumerate() {
        if 0 < index {
            writeln!(out)?;
        }
        let text = marked(&article.text, block.span, findings, style);
        let text = match block.kind {
            BlockKind::Headline | BlockKind::Subheading => match style.marks {
                Marks::Colours => style.rendered(&text, "1"),
                Marks::Brackets => format!("# {text}"),
            },
            BlockKind::Kicker
            | BlockKind::Lead
            | BlockKind::Paragraph
            | BlockKind::Caption
            | BlockKind::Signature => text,
        };
        writeln!(out, "{}", style.laid_out(&text, 0))?;
    }
    let statements: Vec<_> = findings
        .shown_statements()
        .map(|(_, statement)| statement)
        .collect();
    let heading = format!("Statements ({}; * key)", statements.len());
    writeln!(out, "\n{}", style.rendered(&heading, "1"))?;
    for (index, statement) in statements.into_iter().enumerate() {
        print_statement(index + 1, statement, article, findings, style, out)?;
    }
    Ok(())
}

/// The text of a block with the outermost mentions marked.
fn marked(text: &str, block: Span, findings: &Findings, style: Style) -> String {
    let mut marked = String::new();
    let mut end = block.start();
    // Sorted by start, the longer one first: what begins before the end of the last one marked is inside it or crosses it.
    let first = findings
        .mentions
        .partition_point(|mention| mention.span.start() < block.start());
    let inside = findings.mentions[first..]
        .iter()
        .take_while(|mention| mention.span.start() < block.end());
    for mention in inside.filter(|mention| {
        mention.verdict != Verdict::Rejected
            && block.contains(mention.span)
            && is_marked(mention, style)
    }) {
        if mention.span.start() < end || mention.span.is_empty() {
            continue;
        }
        marked.push_str(&safe(Span::new(end, mention.span.start()).of(text)));
        let words = safe(mention.span.of(text));
        let rendered = match style.marks {
            Marks::Colours => style.rendered(&words, rendition(mention.kind)),
            Marks::Brackets => format!("[{words}|{}]", mention.kind.label()),
        };
        marked.push_str(&rendered);
        end = mention.span.end();
    }
    marked.push_str(&safe(Span::new(end, block.end()).of(text)));
    marked
}

/// With brackets, dates and amounts would drown the names.
fn is_marked(mention: &Mention, style: Style) -> bool {
    style.marks == Marks::Colours || mention.kind.is_name() || mention.kind == Kind::Role
}

fn print_statement(
    number: usize,
    statement: &Statement,
    article: &Article,
    findings: &Findings,
    style: Style,
    out: &mut impl Write,
) -> io::Result<()> {
    let name = |voice: &Voice| name(voice, &article.text, findings);
    let speaker = statement
        .speaker
        .as_ref()
        .map_or_else(|| "?".to_owned(), name);
    let text = article.text.as_str();
    let mut via: Vec<_> = statement.via.iter().map(name).collect();
    let last = end_of_chain(article, findings, statement);
    via.splice(0..0, last.map(|agency| safe(&agency)));
    let via = if via.is_empty() {
        String::new()
    } else {
        format!(", via {}", via.join(", "))
    };
    let key = if statement.key { "*" } else { " " };
    let kind = statement.kind.label().replace('_', " ");
    let speaker = style.rendered(&speaker, "1");
    writeln!(out, "{number:>3}{key} {speaker}{via} ({kind})")?;
    writeln!(out, "{}", style.laid_out(&safe(&statement.text(text)), 5))
}

/// Who it is, or the words that name it.
fn name(voice: &Voice, text: &str, findings: &Findings) -> String {
    safe(
        &speaker::of(text, findings, Some(voice))
            .name
            .unwrap_or_default(),
    )
}

/// Without control characters, which could make the terminal do anything.
fn safe(text: &str) -> String {
    let shown = |c: char| {
        if c.is_control() && c != '\n' && c != '\t' {
            '\u{FFFD}'
        } else {
            c
        }
    };
    text.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::article::from_text;
    use crate::document::{Confidence, Document, Entity, EntityId, Form, Reason, StatementKind};

    fn span(text: &str, words: &str) -> Span {
        let start = text.find(words).expect("the words are in the text");
        Span::new(start, start + words.len())
    }

    fn review(text: &str) -> Review {
        let mention = |words, kind, entity| Mention {
            entity,
            ..Mention::new(span(text, words), kind, Form::Name, Confidence::CERTAIN)
        };
        let voice = |words, entity| Voice {
            spans: vec![span(text, words)],
            entity,
            because: Reason::Subject,
        };
        let findings = Findings {
            mentions: vec![
                mention("Beispiel", Kind::Person, Some(EntityId(0))),
                mention("Mittwoch", Kind::Date, None),
                mention("Hannover", Kind::Location, None),
            ],
            entities: vec![Entity::new("Anna Beispiel", Kind::Person)],
            statements: vec![Statement {
                speaker: Some(voice("Beispiel", Some(EntityId(0)))),
                via: vec![voice("im Radio", None)],
                salience: 1.0,
                key: true,
                ..Statement::new(StatementKind::Direct, vec![span(text, "Wir bauen")])
            }],
            note: String::new(),
        };
        Review::new(Arc::new(Document {
            article: from_text(text.to_owned()),
            tokens: Vec::new(),
            sentences: Vec::new(),
            tags: Vec::new(),
            findings,
            made_by: String::new(),
        }))
    }

    const COLOURS: Style = Style {
        marks: Marks::Colours,
        width: None,
    };
    const BRACKETS: Style = Style {
        marks: Marks::Brackets,
        width: None,
    };

    fn printed(text: &str, style: Style) -> String {
        let mut out = Vec::new();
        print(&review(text), style, &mut out).expect("memory can be written to");
        String::from_utf8(out).expect("text")
    }

    const TEXT: &str = "„Wir bauen“, sagte Beispiel am Mittwoch in Hannover im Radio.";

    #[test]
    fn names_stand_in_brackets_and_statements_below() {
        let expected = "„Wir bauen“, sagte [Beispiel|person] am Mittwoch in [Hannover|location] im Radio.\n\n\
                        Statements (1; * key)\n  1* Anna Beispiel, via im Radio (direct)\n     Wir bauen\n";
        assert_eq!(printed(TEXT, BRACKETS), expected);
    }

    #[test]
    fn names_are_coloured_in_a_terminal() {
        let printed = printed(TEXT, COLOURS);
        assert!(
            printed.contains("sagte \x1b[1;34mBeispiel\x1b[0m am \x1b[4mMittwoch\x1b[0m in"),
            "{printed:?}"
        );
    }

    #[test]
    fn control_characters_do_not_reach_the_terminal() {
        let printed = printed(&format!("{TEXT}\x1b[2J\u{9b}1m"), BRACKETS);
        assert!(!printed.contains(['\x1b', '\u{9b}']), "{printed:?}");
    }

    #[test]
    fn lines_fit_the_terminal_and_colours_take_no_place() {
        let style = Style {
            width: Some(24),
            ..COLOURS
        };
        let text = format!(
            "Das sagte {} am Abend.",
            style.rendered("Anna Beispiel", "1")
        );
        assert_eq!(
            style.laid_out(&text, 2),
            "  Das sagte \x1b[1mAnna\n  Beispiel\x1b[0m am Abend."
        );
        assert_eq!(BRACKETS.laid_out("zwei\n  Zeilen", 0), "zwei\n  Zeilen");
    }

    #[test]
    fn a_heading_stays_bold_after_a_name() {
        let inner = COLOURS.rendered("Hannover", "1;32");
        assert_eq!(
            COLOURS.rendered(&format!("In {inner} regnet es"), "1"),
            "\x1b[1mIn \x1b[1;32mHannover\x1b[0;1m regnet es\x1b[0m"
        );
    }
}
