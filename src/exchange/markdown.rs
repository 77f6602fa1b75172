//! A report as Markdown (`CommonMark`), for notes, blogs and archives: key statements, all statements, names.
//!
//! Statements are block quotations with speaker, kind and the way they came; names are lists by kind. In German, like the
//! articles. No word of the article becomes markup.
//!
//! ```markdown
//! > „Das ist neu“
//! >
//! > — **Erika Ohnesorg**, Bürgermeisterin · direkt · angekündigt mit „sagte“
//! ```

use std::fmt::Write;

use super::citation::markdown::{can_be_linked, escaped, inside};
use super::extract::Extract;
use super::format::{Facts, FileName, Group};
use super::left_out;
use super::loss::{Loss, Losses};
use super::report::{Entry, Quote, Report};

/// The format.
pub const FACTS: Facts = Facts {
    name: "markdown",
    describe: "a report as Markdown: statements as block quotations, names as lists",
    group: Group::Report,
    // Not "md": that may be the article.
    files: &[FileName::Suffix("report.md")],
    write: |extract, losses| vec![report(extract, losses).into_bytes()],
    read: None,
};

const LEFT_OUT: [Loss; 7] = [
    Loss::Mentions,
    Loss::Frames,
    Loss::Confidence,
    Loss::Steps,
    Loss::Provenance,
    Loss::Blocks,
    Loss::Text,
];

fn report(extract: &Extract<'_>, losses: &mut Losses) -> String {
    left_out::count(extract, &LEFT_OUT, losses);
    left_out::tell_rejected(extract, losses);
    let report = Report::new(extract);
    let mut markdown = format!("# {}\n", inline(&report.title));
    let mut byline: Vec<String> = report.byline.iter().map(|words| inline(words)).collect();
    byline.extend(report.url.as_deref().map(address));
    if !byline.is_empty() {
        let _ = write!(markdown, "\n{}\n", begun(&byline.join(" · ")));
    }
    if !report.note.is_empty() {
        let _ = write!(markdown, "\n**Notiz:** {}\n", inline(&report.note));
    }
    if report.key_quotes().next().is_some() {
        markdown.push_str("\n## Kernaussagen\n");
        quotes(report.key_quotes(), &mut markdown);
    }
    markdown.push_str("\n## Aussagen\n");
    if report.quotes.is_empty() {
        markdown.push_str("\nIn diesem Artikel wurde keine Aussage gefunden.\n");
    }
    quotes(report.quotes.iter(), &mut markdown);
    if !report.groups.is_empty() {
        markdown.push_str("\n## Namen\n");
    }
    for group in &report.groups {
        let _ = write!(markdown, "\n### {}\n\n", group.label);
        for entry in &group.names {
            let _ = writeln!(markdown, "- {}", name(entry));
        }
    }
    let _ = write!(markdown, "\n---\n\n{}\n", inline(&report.origin));
    markdown
}

fn quotes<'a>(quotes: impl Iterator<Item = &'a Quote>, markdown: &mut String) {
    for (index, quote) in quotes.enumerate() {
        if 0 < index {
            // Between two block quotations a comment, or they would be one.
            markdown.push_str("\n<!-- -->\n");
        }
        let role = quote
            .role
            .as_deref()
            .map(|role| format!(", {}", inline(role)));
        let facts: Vec<String> = quote.facts.iter().map(|fact| inline(fact)).collect();
        let _ = write!(
            markdown,
            "\n> {}\n>\n> — **{}**{} · {}\n",
            escaped(&plain(&quote.text)),
            inline(&quote.speaker),
            role.unwrap_or_default(),
            facts.join(" · ")
        );
        if !quote.note.is_empty() {
            let _ = write!(markdown, ">\n> *Notiz:* {}\n", inline(&quote.note));
        }
    }
}

/// "**Erika Ohnesorg**, Bürgermeisterin (auch: Ohnesorg) – 3 Erwähnungen, 1 Aussage".
fn name(name: &Entry) -> String {
    let mut line = format!("**{}**", inline(&name.name));
    if let Some(role) = &name.role {
        let _ = write!(line, ", {}", inline(role));
    }
    if !name.aliases.is_empty() {
        let _ = write!(line, " (auch: {})", inline(&name.aliases.join(", ")));
    }
    let _ = write!(line, " – {}", name.counts());
    if !name.note.is_empty() {
        let _ = write!(line, "; *Notiz:* {}", inline(&name.note));
    }
    line
}

fn address(url: &str) -> String {
    if can_be_linked(url) {
        format!("<{url}>")
    } else {
        inline(url)
    }
}

/// One line, without what no font shows.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let shown = |character: char| {
        if character.is_control() {
            char::REPLACEMENT_CHARACTER
        } else {
            character
        }
    };
    words.join(" ").chars().map(shown).collect()
}

/// Words within a line, no markup.
fn inline(text: &str) -> String {
    inside(&plain(text))
}

/// Words at the beginning of a line, escaped already: what would begin a list does not.
fn begun(line: &str) -> String {
    let n_digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match line.as_bytes().get(n_digits) {
        Some(b'.' | b')') if 0 < n_digits => {
            format!("{}\\{}", &line[..n_digits], &line[n_digits..])
        }
        Some(b'-') if n_digits == 0 => format!("\\{line}"),
        _ => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    use super::*;
    use crate::review::{Review, arbitrary};

    /// The first paragraph of each block quotation, and how often other markup is there.
    fn read(markdown: &str) -> Vec<String> {
        let mut quotes = Vec::new();
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_MATH
            | Options::ENABLE_GFM;
        let (mut words, mut is_in_quote, mut n_paragraphs) = (String::new(), false, 0);
        for event in Parser::new_ext(markdown, options) {
            match event {
                Event::Start(Tag::BlockQuote(_)) => {
                    (is_in_quote, n_paragraphs) = (true, 0);
                    words.clear();
                }
                Event::End(TagEnd::BlockQuote(_)) => is_in_quote = false,
                Event::End(TagEnd::Paragraph) if is_in_quote => {
                    n_paragraphs += 1;
                    if n_paragraphs == 1 {
                        quotes.push(words.clone());
                    }
                }
                Event::Text(text) if is_in_quote && n_paragraphs == 0 => words.push_str(&text),
                Event::Html(html) => assert_eq!(html.trim(), "<!-- -->"),
                Event::Start(
                    Tag::Heading { .. }
                    | Tag::Paragraph
                    | Tag::Strong
                    | Tag::Emphasis
                    | Tag::List(None)
                    | Tag::Item
                    | Tag::HtmlBlock,
                )
                | Event::End(_)
                | Event::Text(_)
                | Event::Rule => {}
                other => panic!("{other:?} in\n{markdown}"),
            }
        }
        quotes
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn every_statement_is_a_quotation_and_no_word_is_markup(review in arbitrary::review()) {
            let extract = Extract::whole(&review);
            let quotes = read(&report(&extract, &mut Losses::default()));
            let shown: Vec<_> = review.findings().shown_statements().collect();
            let keys = shown.iter().filter(|(_, statement)| statement.key);
            let expected = keys.chain(&shown);
            let text = extract.text();
            // A statement of white space only has no paragraph.
            let expected: Vec<String> = expected
                .map(|(_, statement)| statement.text(text))
                .collect();
            prop_assert_eq!(quotes.len(), expected.len());
            for (quote, expected) in quotes.iter().zip(&expected) {
                if !expected.trim().is_empty() {
                    prop_assert_eq!(quote.trim(), expected.trim());
                }
            }
        }
    }

    #[test]
    fn a_report_can_be_read_as_it_is() {
        let review = Review::new(crate::view::sample::document().into());
        let markdown = report(&Extract::whole(&review), &mut Losses::default());
        assert!(
            markdown.contains("> — **Erika Ohnesorg**, Bürgermeisterin · direkt"),
            "{markdown}"
        );
        assert!(
            markdown.contains("### Personen\n\n- **Erika Ohnesorg**"),
            "{markdown}"
        );
    }
}
