//! A reading in the terminal: the text with its names marked, then who said what.

use std::io::{self, Write};

use crate::article::BlockKind;
use crate::document::{Findings, Kind, Mention, Statement, Voice};
use crate::review::Review;
use crate::span::Span;

/// How names are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// By colour.
    Colours,
    /// By brackets: [Aleppo|location].
    Brackets,
}

impl Style {
    /// Colours in a terminal, unless the user wants none (`NO_COLOR`, see no-color.org) or it has none.
    pub(super) fn of(is_terminal: bool) -> Self {
        let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        if is_terminal && !is_set("NO_COLOR") && !is_dumb {
            Self::Colours
        } else {
            Self::Brackets
        }
    }

    /// `text` in one of the terminal's renditions ("1" is bold), if there are any.
    fn rendered(self, text: &str, rendition: &str) -> String {
        match self {
            Self::Colours => format!("\x1b[{rendition}m{text}\x1b[0m"),
            Self::Brackets => text.to_owned(),
        }
    }
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
            BlockKind::Headline | BlockKind::Subheading => match style {
                Style::Colours => format!("\x1b[1m{text}\x1b[0m"),
                Style::Brackets => format!("# {text}"),
            },
            BlockKind::Kicker
            | BlockKind::Lead
            | BlockKind::Paragraph
            | BlockKind::Caption
            | BlockKind::Signature => text,
        };
        writeln!(out, "{text}")?;
    }
    let statements: Vec<_> = findings
        .shown_statements()
        .map(|(_, statement)| statement)
        .collect();
    let heading = format!("Statements ({}; * key)", statements.len());
    writeln!(out, "\n{}", style.rendered(&heading, "1"))?;
    for (index, statement) in statements.into_iter().enumerate() {
        print_statement(index + 1, statement, &article.text, findings, style, out)?;
    }
    Ok(())
}

/// The text of a block with the outermost mentions marked.
fn marked(text: &str, block: Span, findings: &Findings, style: Style) -> String {
    let mut marked = String::new();
    let mut end = block.start();
    // Sorted by start, the longer one first: what begins before the end of the last one marked is inside it or crosses it.
    let mentions = findings.shown_mentions().map(|(_, mention)| mention);
    for mention in
        mentions.filter(|mention| block.contains(mention.span) && is_marked(mention, style))
    {
        if mention.span.start() < end || mention.span.is_empty() {
            continue;
        }
        marked.push_str(&safe(Span::new(end, mention.span.start()).of(text)));
        let words = safe(mention.span.of(text));
        marked.push_str(&match style {
            Style::Colours => style.rendered(&words, rendition(mention.kind)),
            Style::Brackets => format!("[{words}|{}]", mention.kind.label()),
        });
        end = mention.span.end();
    }
    marked.push_str(&safe(Span::new(end, block.end()).of(text)));
    marked
}

/// With brackets, dates and amounts would drown the names.
fn is_marked(mention: &Mention, style: Style) -> bool {
    style == Style::Colours || mention.kind.is_name() || mention.kind == Kind::Role
}

fn print_statement(
    number: usize,
    statement: &Statement,
    text: &str,
    findings: &Findings,
    style: Style,
    out: &mut impl Write,
) -> io::Result<()> {
    let name = |voice: &Voice| name(voice, text, findings);
    let speaker = statement
        .speaker
        .as_ref()
        .map_or_else(|| "?".to_owned(), name);
    let via: Vec<_> = statement.via.iter().map(name).collect();
    let via = if via.is_empty() {
        String::new()
    } else {
        format!(", via {}", via.join(", "))
    };
    let key = if statement.key { "*" } else { " " };
    let kind = statement.kind.label().replace('_', " ");
    let speaker = style.rendered(&speaker, "1");
    writeln!(out, "{number:>3}{key} {speaker}{via} ({kind})")?;
    writeln!(out, "     {}", safe(&statement.text(text)))
}

/// Who it is, or the words that name it.
fn name(voice: &Voice, text: &str, findings: &Findings) -> String {
    let words = || {
        let pieces: Vec<_> = voice.spans.iter().map(|span| span.of(text)).collect();
        pieces
            .join(" ")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let name = voice
        .entity
        .map_or_else(words, |id| findings.entity(id).name.clone());
    safe(&name)
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
    use crate::document::{
        Confidence, Document, Entity, EntityId, Form, Medium, Reason, StatementKind, Verdict,
    };

    fn span(text: &str, words: &str) -> Span {
        let start = text.find(words).expect("the words are in the text");
        Span::new(start, start + words.len())
    }

    fn review(text: &str) -> Review {
        let mention = |words, kind, entity| Mention {
            span: span(text, words),
            kind,
            form: Form::Name,
            entity,
            confidence: Confidence::CERTAIN,
            verdict: Verdict::Open,
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
            entities: vec![Entity {
                name: "Anna Beispiel".to_owned(),
                kind: Kind::Person,
                role: None,
                aliases: Vec::new(),
                note: String::new(),
            }],
            statements: vec![Statement {
                kind: StatementKind::Direct,
                medium: Medium::Speech,
                content: vec![span(text, "Wir bauen")],
                cue: Vec::new(),
                frame: Vec::new(),
                speaker: Some(voice("Beispiel", Some(EntityId(0)))),
                addressee: None,
                via: vec![voice("im Radio", None)],
                inside: None,
                salience: 1.0,
                key: true,
                confidence: Confidence::CERTAIN,
                verdict: Verdict::Open,
                note: String::new(),
            }],
        };
        Review::new(Arc::new(Document {
            article: from_text(text.to_owned()),
            tokens: Vec::new(),
            sentences: Vec::new(),
            tags: Vec::new(),
            findings,
        }))
    }

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
        assert_eq!(printed(TEXT, Style::Brackets), expected);
    }

    #[test]
    fn names_are_coloured_in_a_terminal() {
        let printed = printed(TEXT, Style::Colours);
        assert!(
            printed.contains("sagte \x1b[1;34mBeispiel\x1b[0m am \x1b[4mMittwoch\x1b[0m in"),
            "{printed:?}"
        );
    }

    #[test]
    fn control_characters_do_not_reach_the_terminal() {
        let printed = printed(&format!("{TEXT}\x1b[2J\u{9b}1m"), Style::Brackets);
        assert!(!printed.contains(['\x1b', '\u{9b}']), "{printed:?}");
    }
}
