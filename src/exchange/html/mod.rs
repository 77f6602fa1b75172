//! A report for the browser and the printer: one file, no scripts, nothing loaded from elsewhere.
//!
//! The article with its marks, the statements and the names, linked both ways. In German, like the articles. A data block
//! in the head has everything as Web Annotation ([`super::web_annotation`]), so that the page reads back to the identical
//! review, also after a browser has saved it. What was rejected stands only there, with its verdict.

mod data;
mod escape;
mod marks;
mod names;
mod statements;
pub(super) mod words;

use std::fmt::Write;

use escape::{escaped, web_address};
use words::counted;

use super::table::{Belongings, belongings};
use crate::article::{Block, BlockKind};
use crate::document::{Findings, Kind, StatementId};
use crate::exchange::extract::Extract;
use crate::exchange::format::{Facts, FileName, Group, Reading};
use crate::exchange::loss::Loss;
use crate::span::Span;
use crate::view::palette::Palette;

/// The format.
pub const FACTS: Facts = Facts {
    name: "html",
    describe: "a report in one file: marked text, statements, entities; to read and print",
    group: Group::Report,
    files: &[FileName::Suffix("html")],
    write: |extract, losses| {
        if !extract.is_whole() {
            losses.count(Loss::Steps, extract.review().cursor());
        }
        vec![report(extract)]
    },
    read: Some(Reading {
        recognises: data::recognises,
        read: data::read,
        needs_article: false,
    }),
};

/// The whole page.
pub fn report(extract: &Extract<'_>) -> Vec<u8> {
    Report::new(extract).page().into_bytes()
}

/// What all parts of the page need.
struct Report<'a> {
    extract: &'a Extract<'a>,
    text: &'a str,
    findings: &'a Findings,
    /// The parts of the article that are shown.
    blocks: Vec<Block>,
    belongings: Vec<Belongings<'a>>,
    /// The number that a statement bears on the page, from 1; `None` for rejected ones. Index = [`StatementId`].
    numbers: Vec<Option<usize>>,
}

impl<'a> Report<'a> {
    fn new(extract: &'a Extract<'a>) -> Self {
        let findings = extract.findings();
        let text = extract.text();
        let mut blocks = extract.article().blocks.clone();
        if blocks.is_empty() {
            // A file made by a script may come without.
            blocks.push(Block {
                kind: BlockKind::Paragraph,
                span: Span::new(0, text.len()).trimmed(text),
            });
        }
        let mut numbers = vec![None; findings.statements.len()];
        for (index, (id, _)) in findings.shown_statements().enumerate() {
            numbers[id.0 as usize] = Some(index + 1);
        }
        Self {
            extract,
            text,
            findings,
            blocks,
            belongings: belongings(findings),
            numbers,
        }
    }

    fn number(&self, id: StatementId) -> Option<usize> {
        self.numbers.get(id.0 as usize).copied().flatten()
    }

    /// Whether some of `spans` is in a block, so that the page has an anchor for it.
    fn is_placed(&self, spans: &[Span]) -> bool {
        spans.iter().any(|span| {
            let blocks = &self.blocks;
            let first = blocks.partition_point(|block| block.span.end() <= span.start());
            let block = blocks.get(first);
            block.is_some_and(|block| block.span.overlaps(*span))
        })
    }

    fn page(&self) -> String {
        let title = escaped(&self.title());
        let mut page = format!(
            "<!DOCTYPE html>\n<html lang=\"de\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             {}<title>{title}</title>\n<style>\n{}{}</style>\n</head>\n<body>\n",
            data::head(self.extract),
            colours(),
            include_str!("report.css"),
        );
        page.push_str(&self.chips());
        page.push_str("<main>\n<article>\n");
        page.push_str(&self.note());
        page.push_str(&self.article());
        page.push_str("</article>\n");
        page.push_str(&self.statements());
        page.push_str("</main>\n");
        page.push_str(&self.names());
        page.push_str(&self.footer());
        page.push_str("</body>\n</html>\n");
        page
    }

    /// The headline, or what the source says, or the file's name.
    fn title(&self) -> String {
        let article = &self.extract.article();
        let headlines = article.blocks.iter();
        let headline = headlines
            .filter(|block| block.kind == BlockKind::Headline)
            .map(|block| super::table::words(self.text, &[block.span]))
            .next();
        let title = headline.or_else(|| article.source.title.clone());
        title.unwrap_or_else(|| super::stem(&article.source))
    }

    /// Switches for the kinds of marks, and at the same time the key to their patterns.
    fn chips(&self) -> String {
        let mut chips = String::from(
            "<nav aria-label=\"Hervorhebung\">\n<span class=\"brand\">Wortlaut</span>\n",
        );
        for chip in words::CHIPS {
            let of_chip = |kind| chip.kinds.contains(&kind);
            let mentions = self.findings.shown_mentions();
            let n_mentions = mentions.filter(|(_, m)| of_chip(m.kind)).count();
            if n_mentions == 0 {
                continue;
            }
            let checked = if chip.kinds[0].is_name() {
                " checked"
            } else {
                ""
            };
            let _ = writeln!(
                chips,
                "<label class=\"chip\"><input type=\"checkbox\" id=\"show-{0}\"{checked}><span class=\"m {0}\">{1}</span> {n_mentions}</label>",
                chip.class, chip.label,
            );
        }
        chips.push_str("</nav>\n");
        chips
    }

    fn article(&self) -> String {
        let mut html = String::new();
        let mut kinds = self.blocks.iter().map(|block| block.kind);
        let has_headline = kinds.any(|kind| kind == BlockKind::Headline);
        if !has_headline {
            let _ = writeln!(html, "<h1>{}</h1>", escaped(&self.title()));
        }
        let mut byline = Some(self.byline());
        for (block, marked) in self.blocks.iter().zip(self.marked()) {
            let is_body = matches!(block.kind, BlockKind::Paragraph | BlockKind::Subheading);
            if is_body && let Some(byline) = byline.take() {
                html.push_str(&byline);
            }
            let (open, close) = words::tags(block.kind);
            let _ = writeln!(html, "{open}{marked}{close}");
        }
        html
    }

    /// Author, agencies, date, address, and what was found.
    fn byline(&self) -> String {
        let source = &self.extract.article().source;
        let mut parts: Vec<String> = Vec::new();
        parts.extend(source.byline.as_deref().map(escaped));
        parts.extend(source.agencies.iter().map(|agency| escaped(agency)));
        parts.extend(source.date.as_deref().map(escaped));
        parts.extend(source.url.as_deref().map(web_address));
        let n_words = self.text.split_whitespace().count();
        parts.push(counted(n_words, "Wort", "Wörter"));
        let n_statements = self.numbers.iter().flatten().count();
        parts.push(counted(n_statements, "Aussage", "Aussagen"));
        for (kind, one, more) in [
            (Kind::Person, "Person", "Personen"),
            (Kind::Organisation, "Organisation", "Organisationen"),
        ] {
            let n_entities = self.n_entities(kind);
            if 0 < n_entities {
                parts.push(counted(n_entities, one, more));
            }
        }
        format!("<p class=\"byline\">{}</p>\n", parts.join(" · "))
    }

    fn n_entities(&self, kind: Kind) -> usize {
        let entities = self.findings.entities.iter().zip(&self.belongings);
        entities
            .filter(|(entity, belongings)| entity.kind == kind && !belongings.mentions.is_empty())
            .count()
    }

    fn footer(&self) -> String {
        let source = &self.extract.article().source;
        let mut parts = vec![format!(
            "Erstellt mit Wortlaut {}",
            env!("CARGO_PKG_VERSION")
        )];
        let file = source.path.as_deref().and_then(std::path::Path::file_name);
        parts.extend(file.map(|file| format!("Datei: {}", escaped(&file.to_string_lossy()))));
        if !source.sha256.is_empty() {
            parts.push(format!("SHA-256: <code>{}</code>", escaped(&source.sha256)));
        }
        format!(
            "<footer><p>{} {}</p></footer>\n",
            self.whose_word(),
            parts.join(" · ")
        )
    }

    /// Who found what is shown, and who has corrected it when.
    fn whose_word(&self) -> String {
        let made_by = escaped(&self.extract.document().made_by);
        let found = if made_by.is_empty() {
            "Maschinell gefunden".to_owned()
        } else {
            format!("Maschinell gefunden ({made_by})")
        };
        let Some(last) = self.extract.review().next_undo() else {
            return format!("{found}, nicht von Hand geprüft.");
        };
        let mut readers: Vec<&str> =
            (self.extract.review().steps()[..self.extract.review().cursor()].iter())
                .map(|step| step.stamp.by.as_str())
                .filter(|by| !by.is_empty())
                .collect();
        readers.sort_unstable();
        readers.dedup();
        let by = if readers.is_empty() {
            String::new()
        } else {
            format!(" von {}", escaped(&readers.join(", ")))
        };
        format!(
            "{found} und von Hand berichtigt{by}, zuletzt {}.",
            last.stamp.at
        )
    }

    /// The reader's note on the article.
    fn note(&self) -> String {
        let note = self.findings.note.trim();
        if note.is_empty() {
            return String::new();
        }
        format!("<p class=\"note\">{}</p>\n", escaped(note))
    }
}

/// The window's colours as CSS variables, light, dark on screens that are set so, and light on paper.
fn colours() -> String {
    let light = variables(&Palette::LIGHT);
    let dark = variables(&Palette::DARK);
    format!(
        ":root {{ {light} }}\n@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"
    )
}

fn variables(palette: &Palette) -> String {
    let variables = [
        ("paper", palette.paper),
        ("card", palette.card),
        ("ink", palette.ink),
        ("muted", palette.muted),
        ("hairline", palette.hairline),
        ("accent", palette.accent),
        ("person", palette.line(Kind::Person)),
        ("organisation", palette.line(Kind::Organisation)),
        ("location", palette.line(Kind::Location)),
        ("other", palette.line(Kind::Other)),
        ("minor", palette.line(Kind::Role)),
    ];
    let variables = variables.map(|(name, colour)| format!("--{name}: {};", colour.hex()));
    variables.join(" ")
}

#[cfg(test)]
mod tests;
