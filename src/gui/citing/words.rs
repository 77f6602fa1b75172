//! The words of citations and cards, in the reader's language.

use crate::document::{Medium, StatementId, StatementKind};
use crate::exchange::card::Card;
use crate::exchange::citation::{self, Citation, Rendering, Source};
use crate::gui::i18n::Texts;
use crate::gui::labels;
use crate::gui::opened::Opened;
use crate::gui::source::Clip;
use crate::span::Span;
use crate::view::balance::Part;
use crate::view::origin;
use crate::view::palette::Palette;
use crate::view::quoting;
use crate::view::speaker::SpeakerKey;
use crate::view::statements::Row;

use super::{CardWish, Cited, Form};

/// What is put on the clipboard, and how many citations that are.
pub fn clip(opened: &Opened, cited: &[Cited], form: Form, texts: &Texts) -> (Clip, usize) {
    let citations: Vec<Citation> = (cited.iter())
        .filter_map(|&cited| citation(opened, cited, texts))
        .collect();
    let source = source(opened, texts);
    let clip = match form {
        Form::Citation => Clip {
            html: Some(citation::html(&citations, &source)),
            text: citation::plain(&citations, &source),
        },
        Form::Markdown => Clip {
            html: None,
            text: citation::markdown(&citations, &source),
        },
    };
    (clip, citations.len())
}

/// A card; nothing if what it cites is no longer there.
pub fn card(
    opened: &Opened,
    wish: CardWish,
    palette: &'static Palette,
    texts: &Texts,
) -> Option<Card> {
    let citation = citation(opened, wish.cited, texts)?;
    let part = match wish.cited {
        Cited::Statement(id) | Cited::Part(id, _) => Part::of(opened.findings().statement(id).kind),
        Cited::Words(_) => Part::Narrator,
    };
    Some(Card {
        label: citation.manner.clone(),
        citation,
        source: source(opened, texts),
        part,
        cut: wish.cut,
        palette,
    })
}

/// A citation; nothing if that is no longer there.
fn citation(opened: &Opened, cited: Cited, texts: &Texts) -> Option<Citation> {
    match cited {
        Cited::Statement(id) => said(opened, id, None, texts),
        Cited::Part(id, span) => said(opened, id, Some(span), texts),
        Cited::Words(span) => {
            let article = &opened.document().article;
            let mut words: Vec<String> = Vec::new();
            for block in article
                .blocks
                .iter()
                .filter(|block| block.span.overlaps(span))
            {
                let start = block.span.start().max(span.start());
                let end = block.span.end().min(span.end());
                words.push(quoting::on_one_line(article.text.get(start..end)?));
            }
            words.retain(|words| !words.is_empty());
            (!words.is_empty()).then(|| Citation {
                words,
                rendering: Rendering::Article,
                ..Citation::default()
            })
        }
    }
}

/// What somebody says, or a part of it.
fn said(opened: &Opened, id: StatementId, part: Option<Span>, texts: &Texts) -> Option<Citation> {
    let statement = opened.findings().statements.get(id.0 as usize)?;
    let mut rejected = opened.rejected.iter();
    let row = opened
        .row(id)
        .or_else(|| rejected.find(|row| row.id == id))?;
    let text = opened.document().text();
    let is_literal = quoting::is_literal(statement.kind);
    let words = match part {
        Some(span) => quoting::quoted(text, &[span], is_literal),
        None => quoting::of(text, statement),
    };
    Some(Citation {
        words: vec![words],
        rendering: if is_literal {
            Rendering::Literal
        } else {
            Rendering::Paraphrase
        },
        speaker: speaker(row, texts),
        is_unknown: row.speaker.name.is_none(),
        role: row.speaker.role.clone().unwrap_or_default(),
        via: via(opened, row, texts),
        manner: manner(row, texts),
    })
}

/// The name; nothing where it is not known, but through whom it came is.
fn speaker(row: &Row, texts: &Texts) -> String {
    if row.speaker.key == SpeakerKey::Unknown && !row.via.is_empty() {
        return String::new();
    }
    labels::speaker(&row.speaker, texts)
}

/// „laut Interfax, Staatsfernsehen, zit. nach dpa“.
fn via(opened: &Opened, row: &Row, texts: &Texts) -> String {
    let names: Vec<&str> = row.via.iter().map(|link| link.name.as_str()).collect();
    let through = match names.as_slice() {
        [] => None,
        names => Some(texts.with("cite-via", &[("names", (&names.join(", ")).into())])),
    };
    let agency = origin::last_link(opened.agency.as_deref(), &row.speaker, &row.via);
    let agency = agency.map(|name| texts.with("cite-agency", &[("name", name.into())]));
    let parts: Vec<String> = through.into_iter().chain(agency).collect();
    parts.join(", ")
}

/// „sinngemäß“: what a reader must know of words that are not literal, or were not spoken.
fn manner(row: &Row, texts: &Texts) -> String {
    let medium = match row.medium {
        Medium::Speech => None,
        Medium::Writing | Medium::Thought => labels::medium(row.medium).map(|(word, _)| word),
    };
    let kind = match row.kind {
        StatementKind::Direct => None,
        StatementKind::Indirect
        | StatementKind::FreeIndirect
        | StatementKind::IndirectFreeIndirect => Some("cite-indirect"),
        StatementKind::Reported => Some("cite-reported"),
    };
    let words = medium.into_iter().chain(kind).map(|key| texts.text(key));
    words.collect::<Vec<_>>().join(", ")
}

fn source(opened: &Opened, texts: &Texts) -> Source {
    let source = &opened.document().article.source;
    let shown = |words: &Option<String>| quoting::on_one_line(words.as_deref().unwrap_or_default());
    let url = shown(&source.url);
    let name = source.path.as_deref().and_then(std::path::Path::file_name);
    let name = name.map(|name| quoting::on_one_line(&name.to_string_lossy()));
    let file = name.map(|name| texts.with("cite-file", &[("name", (&name).into())]));
    let host = citation::host(&url).unwrap_or_default().to_owned();
    let medium = if host.is_empty() {
        String::new()
    } else {
        texts.with("cite-in", &[("medium", (&host).into())])
    };
    Source {
        label: texts.text("cite-source"),
        byline: shown(&source.byline),
        title: shown(&source.title),
        medium,
        medium_name: host,
        date: date(&shown(&source.date), texts),
        url,
        file: file.unwrap_or_default(),
    }
}

/// „3. Mai 2024“ from „2024-05-03T10:00“; anything else as it is.
fn date(iso: &str, texts: &Texts) -> String {
    let in_words = || {
        let mut parts = iso.get(..10)?.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let is_number = |part: &str| part.bytes().all(|digit| digit.is_ascii_digit());
        let is_date = year.len() == 4 && [year, month, day].into_iter().all(is_number);
        let month: usize = month.parse().ok().filter(|_| is_date)?;
        let month = texts.text(labels::MONTHS.get(month.checked_sub(1)?)?);
        let day: usize = day.parse().ok()?;
        let inserted = [
            ("day", day.into()),
            ("month", (&month).into()),
            ("year", year.into()),
        ];
        Some(texts.with("value-day", &inserted))
    };
    in_words().unwrap_or_else(|| iso.to_owned())
}

#[cfg(test)]
#[path = "words_tests.rs"]
mod tests;
