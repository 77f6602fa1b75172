//! What is said about a mark while the pointer rests on it: what it is, who is meant, what it comes to, how sure that is.

use eframe::egui::{Frame, Margin, Stroke, Ui, vec2};

use crate::document::{Entity, MentionId};
use crate::view::statements;

use super::fonts::Face;
use super::i18n::Texts;
use super::labels;
use super::opened::Opened;
use super::theme::color;
use super::values;
use super::widgets::{self, palette};

const WIDTH: f32 = 300.0;

/// Draws the hint for a mention; `outer` is the mark around it that the next click would pick.
pub fn ui(ui: &mut Ui, opened: &Opened, id: MentionId, outer: Option<MentionId>, texts: &Texts) {
    Frame::new()
        .inner_margin(Margin::symmetric(6, 4))
        .show(ui, |ui| contents(ui, opened, id, outer, texts));
}

fn contents(ui: &mut Ui, opened: &Opened, id: MentionId, outer: Option<MentionId>, texts: &Texts) {
    let findings = opened.findings();
    let mention = findings.mention(id);
    let palette = palette(ui);
    let (ink, muted) = (color(palette.ink), color(palette.muted));
    let small = || Face::Interface.size(12.5);
    ui.set_max_width(WIDTH);
    ui.spacing_mut().item_spacing = vec2(8.0, 4.0);

    ui.horizontal(|ui| {
        let line = color(palette.line(mention.kind));
        let (_, swatch) = ui.allocate_space(vec2(16.0, 14.0));
        let y = swatch.center().y + 1.0;
        widgets::underline(ui.painter(), swatch.x_range(), y, mention.kind, line);
        let kind = texts.text(labels::kind(mention.kind));
        widgets::label(ui, &kind, Face::Strong.size(12.0), line);
    });
    let words = mention.span.of(opened.document().text());
    let entity = mention
        .entity
        .and_then(|entity| findings.entities.get(entity.0 as usize));
    let name = entity.map_or(words, |entity| entity.name.as_str());
    widgets::label(ui, name, Face::Strong.size(14.5), ink);
    if let Some(role) = entity.and_then(Entity::office) {
        widgets::label(ui, &role, small(), muted);
    }
    if let Some(value) = &mention.value {
        widgets::label(ui, value, Face::Medium.size(13.5), ink);
        if let Some(words) = values::in_words(value, texts) {
            widgets::label(ui, &words, small(), ink);
        }
    }
    ui.horizontal(|ui| {
        let level = statements::level(mention.confidence);
        let sure = texts.text(labels::confidence(level));
        let words = if mention.kind.is_name() {
            format!("{} · {sure}", texts.text(labels::form(mention.form)))
        } else {
            sure.clone()
        };
        widgets::label(ui, &words, small(), muted);
        widgets::dots(ui, level, &sure);
    });
    if let Some(outer) = outer {
        let outer = findings.mention(outer);
        let kind = texts.text(labels::kind(outer.kind));
        let words = outer.span.of(opened.document().text());
        let entity = outer.entity.filter(|_| outer.span == mention.span);
        let entity = entity.and_then(|entity| findings.entities.get(entity.0 as usize));
        let name = entity.map_or(words, |entity| entity.name.as_str());
        let key = if outer.span == mention.span {
            "tip-same"
        } else {
            "tip-around"
        };
        let inserted = [("kind", (&kind).into()), ("name", name.into())];
        rule(ui);
        widgets::label(ui, &texts.with(key, &inserted), small(), ink);
        widgets::label(ui, &texts.text("tip-outward"), small(), muted);
    }
}

fn rule(ui: &mut Ui) {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width().min(WIDTH), 5.0));
    let stroke = Stroke::new(1.0, color(palette(ui).hairline));
    ui.painter().hline(rect.x_range(), rect.center().y, stroke);
}
