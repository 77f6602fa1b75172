//! What is said about a statement while the pointer rests on its speaker or its confidence: why this speaker, how sure
//! that is, what the article thinks of it, and the way it came.

use eframe::egui::{Frame, Margin, Stroke, Ui, vec2};

use crate::document::{Stance, StatementId};
use crate::view::origin;
use crate::view::statements::{Link, Row};

use super::fonts::Face;
use super::i18n::Texts;
use super::labels;
use super::opened::Opened;
use super::stamps;
use super::theme::color;
use super::widgets::{self, palette};

const WIDTH: f32 = 310.0;

/// Draws the hint.
pub fn ui(ui: &mut Ui, opened: &Opened, row: &Row, texts: &Texts) {
    Frame::new()
        .inner_margin(Margin::symmetric(6, 4))
        .show(ui, |ui| {
            contents(ui, opened, row, texts);
            let muted = color(palette(ui).muted);
            let words = provenance(opened, row.id, texts);
            widgets::label(ui, &words, Face::Interface.size(12.0), muted);
        });
}

/// „Wortlaut 0.1.0, Modelle 1a2b3c4d, 87 %“, or what the reader has done.
pub fn provenance(opened: &Opened, id: StatementId, texts: &Texts) -> String {
    let review = opened.review();
    let statement = opened.findings().statement(id);
    let provenance = review.provenance();
    let made_by = &opened.document().made_by;
    let (verdict, sure) = (statement.verdict, statement.confidence);
    stamps::provenance(provenance.statement(id), verdict, sure, made_by, texts)
}

fn contents(ui: &mut Ui, opened: &Opened, row: &Row, texts: &Texts) {
    let palette = palette(ui);
    let (ink, muted) = (color(palette.ink), color(palette.muted));
    let small = || Face::Interface.size(12.5);
    ui.set_max_width(WIDTH);
    ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
    let name = labels::speaker(&row.speaker, texts);
    widgets::label(ui, &name, Face::Strong.size(14.5), ink);
    if let Some(role) = &row.speaker.role {
        widgets::label(ui, role, small(), muted);
    }
    widgets::label(ui, &reason(row, texts), small(), ink);
    ui.spacing_mut().interact_size.y = 16.0;
    ui.horizontal(|ui| {
        let sure = texts.text(labels::confidence(row.level));
        let words = sureness(row, texts);
        widgets::dots(ui, row.level, &sure);
        widgets::label(ui, &words, small(), muted);
    });

    let facts = facts(opened, row, texts);
    if !facts.is_empty() {
        let width = ui.available_width().min(WIDTH);
        let (_, rule) = ui.allocate_space(vec2(width, 5.0));
        let stroke = Stroke::new(1.0, color(palette.hairline));
        ui.painter().hline(rule.x_range(), rule.center().y, stroke);
    }
    for fact in facts {
        widgets::label(ui, &fact, small(), ink);
    }
}

/// „Ziemlich sicher · 87 %“.
pub fn sureness(row: &Row, texts: &Texts) -> String {
    let sure = texts.text(labels::confidence(row.level));
    texts.with(
        "confidence-percent",
        &[
            ("sure", (&sure).into()),
            ("n", usize::from(row.percent).into()),
        ],
    )
}

/// „Grund: Subjekt des Verbs, das die Aussage ankündigt („behauptet“)“.
fn reason(row: &Row, texts: &Texts) -> String {
    let why = texts.text(labels::reason(row.because));
    let why = if row.cue.is_empty() || row.because.is_none() {
        why
    } else {
        let inserted = [("why", (&why).into()), ("cue", (&row.cue).into())];
        texts.with("because-cue", &inserted)
    };
    texts.with("because-reason", &[("why", (&why).into())])
}

/// Stance, medium, unnamed source and the way the statement came, where there is anything to say.
fn facts(opened: &Opened, row: &Row, texts: &Texts) -> Vec<String> {
    let mut facts = Vec::new();
    if row.stance != Stance::Neutral || !row.cue.is_empty() {
        facts.push(stance(row, texts));
    }
    facts.extend(labels::medium(row.medium).map(|(_, hint)| texts.text(hint)));
    if row.is_unnamed {
        facts.push(texts.text("anonymous-hint"));
    }
    facts.extend(way(opened, row, texts));
    facts
}

/// „distanzierend: „behauptet“ – der Artikel macht sich das nicht zu eigen“.
pub fn stance(row: &Row, texts: &Texts) -> String {
    let Some((word, hint)) = labels::stance(row.stance) else {
        return texts.text("stance-neutral-hint");
    };
    let (word, hint) = (texts.text(word), texts.text(hint));
    if row.cue.is_empty() {
        format!("{word}: {hint}")
    } else {
        texts.with(
            "stance-by-cue",
            &[
                ("stance", (&word).into()),
                ("cue", (&row.cue).into()),
                ("hint", (&hint).into()),
            ],
        )
    }
}

/// „Kam über dpa ‹ Sicherheitskreise (anonym) in den Artikel, die letzte Station zuerst.“ Nothing where the article says
/// what it has heard itself.
pub fn way(opened: &Opened, row: &Row, texts: &Texts) -> Option<String> {
    let chain = chain(opened, row, texts);
    let names = chain.join(" ‹ ");
    let inserted = [("names", (&names).into()), ("n", chain.len().into())];
    (!chain.is_empty()).then(|| texts.with("statement-via-hint", &inserted))
}

/// The stations through which a statement came, the last one first; that is the agency whose report the article is.
pub fn chain(opened: &Opened, row: &Row, texts: &Texts) -> Vec<String> {
    let last = origin::last_link(opened.agency.as_deref(), &row.speaker, &row.via);
    let links = row.via.iter().map(|link| link_name(link, texts));
    last.map(str::to_owned).into_iter().chain(links).collect()
}

/// „Sicherheitskreise (anonym)“.
pub fn link_name(link: &Link, texts: &Texts) -> String {
    if link.is_anonymous {
        texts.with("via-anonymous", &[("name", (&link.name).into())])
    } else {
        link.name.clone()
    }
}
