//! What is above the list: whose statements, of which kind, in which order, and how many there are.

use eframe::egui::{Align, ComboBox, Layout, Response, Ui, vec2};

use crate::document::StatementKind;
use crate::gui::command::{Command, Commands};
use crate::gui::fonts::Face;
use crate::gui::i18n::Texts;
use crate::gui::icons::Icon;
use crate::gui::labels;
use crate::gui::opened::Opened;
use crate::gui::search_field::search_field;
use crate::gui::session::Session;
use crate::gui::state_file;
use crate::gui::theme::color;
use crate::gui::toggle::{filter, toggle};
use crate::gui::voices;
use crate::gui::widgets::{self, Look, palette};
use crate::view::listing::Order;
use crate::view::speaker::SpeakerKey;

/// Draws the filters, and below them the voices while the article is coloured by them.
pub fn ui(ui: &mut Ui, session: &Session, opened: &Opened, texts: &Texts, commands: &mut Commands) {
    let gap = 8.0;
    ui.spacing_mut().item_spacing = vec2(gap, 7.0);
    ui.horizontal(|ui| {
        let half = (ui.available_width() - gap) / 2.0;
        by_speaker(ui, half, session, opened, texts, commands);
        by_kind(ui, half, session, opened, texts, commands);
    });
    ui.horizontal(|ui| {
        let half = (ui.available_width() - gap) / 2.0;
        by_words(ui, half, session, texts, commands);
        by_level(ui, half, session, opened, texts, commands);
    });
    sources(ui, session, opened, texts, commands);
    ui.horizontal(|ui| {
        count(ui, session, opened, texts, commands);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let name = texts.text("filter-group");
            let is_on = session.desk().filter.is_grouped;
            if toggle(ui, Icon::Group, "", &name, is_on)
                .on_hover_text(&name)
                .clicked()
            {
                commands.push(Command::Group(!is_on));
            }
            order(ui, session, texts, commands);
        });
    });
    // The headings of groups show the colours, too.
    if session.voices && !session.desk().filter.is_grouped {
        voices::legend(ui, session, opened, texts, commands);
    }
}

/// Switches for sources that a reader should be wary of; only where there are any.
fn sources(
    ui: &mut Ui,
    session: &Session,
    opened: &Opened,
    texts: &Texts,
    commands: &mut Commands,
) {
    let n_unknown = opened.n_unknown();
    if n_unknown == 0 && opened.n_anonymous == 0 {
        return;
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        ui.spacing_mut().interact_size.y = 26.0;
        ui.horizontal_wrapped(|ui| {
            let spoken = |label: &str, n: usize| {
                let inserted = [("label", label.into()), ("n", n.into())];
                texts.with("filter-source", &inserted)
            };
            if 0 < n_unknown {
                let words = texts.text("speaker-unknown");
                let is_on = session.desk().filter.speaker == Some(SpeakerKey::Unknown);
                let name = spoken(&words, n_unknown);
                if filter(ui, &words, n_unknown, &name, is_on).clicked() {
                    let speaker = (!is_on).then_some(SpeakerKey::Unknown);
                    commands.push(Command::FilterSpeaker(speaker));
                }
            }
            if 0 < opened.n_anonymous {
                let words = texts.text("filter-anonymous");
                let is_on = session.desk().filter.is_anonymous;
                let name = spoken(&words, opened.n_anonymous);
                if filter(ui, &words, opened.n_anonymous, &name, is_on)
                    .on_hover_text(texts.text("filter-anonymous-hint"))
                    .clicked()
                {
                    commands.push(Command::FilterAnonymous(!is_on));
                }
            }
        });
    });
}

fn count(ui: &mut Ui, session: &Session, opened: &Opened, texts: &Texts, commands: &mut Commands) {
    let words = texts.with(
        "n-of-m",
        &[
            ("n", session.desk().listed.len().into()),
            ("m", opened.rows.len().into()),
        ],
    );
    let ink = color(palette(ui).ink);
    widgets::label(ui, &words, Face::Medium.size(13.0), ink);
    if session.desk().filter.narrows() {
        let words = texts.text("filter-clear");
        if widgets::button(ui, Some(Icon::Close), "", &words, Look::Quiet)
            .on_hover_text(&words)
            .clicked()
        {
            commands.push(Command::ClearFilter);
        }
    }
}

fn order(ui: &mut Ui, session: &Session, texts: &Texts, commands: &mut Commands) {
    let name = texts.text("filter-order");
    let shown = texts.text(labels::order(session.desk().filter.order));
    let width = ui.available_width().min(142.0);
    let menu = ComboBox::from_id_salt("order").selected_text(shown);
    let response = menu.width(width).truncate().show_ui(ui, |ui| {
        for order in Order::ALL {
            let words = texts.text(labels::order(order));
            let is_on = session.desk().filter.order == order;
            if widgets::choice(ui, &words, is_on).clicked() {
                commands.push(Command::OrderBy(order));
            }
        }
    });
    named(response.response, name);
}

fn by_speaker(
    ui: &mut Ui,
    width: f32,
    session: &Session,
    opened: &Opened,
    texts: &Texts,
    commands: &mut Commands,
) {
    let all = texts.text("filter-speaker-all");
    let chosen = session.desk().filter.speaker.as_ref().and_then(|key| {
        let choice = opened.speakers.iter();
        choice
            .map(|choice| &choice.speaker)
            .find(|speaker| speaker.key == *key)
    });
    let shown = match chosen {
        Some(speaker) => labels::speaker(speaker, texts),
        None => all.clone(),
    };
    let menu = ComboBox::from_id_salt("speaker").selected_text(shown);
    let response = menu
        .width(width)
        .truncate()
        .height(420.0)
        .show_ui(ui, |ui| {
            if widgets::choice(ui, &all, chosen.is_none()).clicked() {
                commands.push(Command::FilterSpeaker(None));
            }
            for choice in &opened.speakers {
                let name = labels::speaker(&choice.speaker, texts);
                let words = format!("{name} · {}", choice.n_statements);
                let is_on = session.desk().filter.speaker.as_ref() == Some(&choice.speaker.key);
                if widgets::choice(ui, &words, is_on).clicked() {
                    commands.push(Command::FilterSpeaker(Some(choice.speaker.key.clone())));
                }
            }
        });
    named(response.response, texts.text("filter-speaker"));
}

fn by_words(ui: &mut Ui, width: f32, session: &Session, texts: &Texts, commands: &mut Commands) {
    let words = &session.desk().filter.words;
    let (hint, name) = (texts.text("filter-words"), texts.text("filter-words-name"));
    if let Some(typed) = search_field(ui, "statements", words, &hint, &name, width) {
        commands.push(Command::FilterWords(typed));
    }
}

fn by_level(
    ui: &mut Ui,
    width: f32,
    session: &Session,
    opened: &Opened,
    texts: &Texts,
    commands: &mut Commands,
) {
    let all = texts.text("filter-level-all");
    let chosen = session.desk().filter.level;
    let shown = match chosen {
        Some(level) => texts.text(labels::confidence(level)),
        None => all.clone(),
    };
    let menu = ComboBox::from_id_salt("level").selected_text(shown);
    let response = menu.width(width).truncate().show_ui(ui, |ui| {
        if widgets::choice(ui, &all, chosen.is_none()).clicked() {
            commands.push(Command::FilterLevel(None));
        }
        for level in (1..=3_u8).rev() {
            let n = opened.rows.iter().filter(|row| row.level == level).count();
            if n == 0 {
                continue;
            }
            let words = format!("{} · {n}", texts.text(labels::confidence(level)));
            if widgets::choice(ui, &words, chosen == Some(level)).clicked() {
                commands.push(Command::FilterLevel(Some(level)));
            }
        }
    });
    named(response.response, texts.text("filter-level"));
}

fn by_kind(
    ui: &mut Ui,
    width: f32,
    session: &Session,
    opened: &Opened,
    texts: &Texts,
    commands: &mut Commands,
) {
    let all = texts.text("filter-kind-all");
    let shown = match session.desk().filter.kind {
        Some(kind) => texts.text(labels::statement(kind)),
        None => all.clone(),
    };
    let menu = ComboBox::from_id_salt("kind").selected_text(shown);
    let response = menu.width(width).truncate().show_ui(ui, |ui| {
        if widgets::choice(ui, &all, session.desk().filter.kind.is_none()).clicked() {
            commands.push(Command::FilterKind(None));
        }
        for kind in StatementKind::ALL {
            let n = opened.rows.iter().filter(|row| row.kind == kind).count();
            if n == 0 {
                continue;
            }
            let words = format!("{} · {n}", texts.text(labels::statement(kind)));
            let is_on = session.desk().filter.kind == Some(kind);
            if widgets::choice(ui, &words, is_on).clicked() {
                commands.push(Command::FilterKind(Some(kind)));
            }
        }
    });
    named(response.response, texts.text("filter-kind"));
}

/// What assistive programs call a menu, and tests find it by.
fn named(menu: Response, name: String) {
    state_file::place(&menu.ctx, &name, menu.rect);
    menu.accessible_name(name);
}
