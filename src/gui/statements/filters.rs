//! What is above the list: whose statements, of which kind, in which order, and how many there are.

use eframe::egui::{Align, Layout, Popup, Ui, vec2};

use crate::document::{StatementKind, Verdict};
use crate::gui::citing::{Citing, Form};
use crate::gui::command::{Command, Commands};
use crate::gui::fonts::Face;
use crate::gui::i18n::Texts;
use crate::gui::icons::Icon;
use crate::gui::labels;
use crate::gui::menu_row::menu_row;
use crate::gui::opened::Opened;
use crate::gui::search_field::search_field;
use crate::gui::session::Session;
use crate::gui::small_button::small_button;
use crate::gui::stamps;
use crate::gui::theme::color;
use crate::gui::toggle::{filter, toggle};
use crate::gui::voices;
use crate::gui::widgets::{self, Look, palette};
use crate::view::listing::Order;
use crate::view::speaker::SpeakerKey;

use super::menu::{Choice, menu};

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
            copy_listed(ui, session, texts, commands);
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
    let is_judged = is_judged(session, opened);
    if n_unknown == 0 && opened.n_anonymous == 0 && !is_judged {
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
            if is_judged {
                by_verdict(ui, session, opened, texts, commands);
            }
        });
    });
}

/// Whether the reader has judged anything yet.
fn is_judged(session: &Session, opened: &Opened) -> bool {
    let mut rows = opened.rows.iter();
    session.desk().filter.verdict.is_some()
        || !opened.rejected.is_empty()
        || rows.any(|row| row.verdict != Verdict::Open)
}

fn by_verdict(
    ui: &mut Ui,
    session: &Session,
    opened: &Opened,
    texts: &Texts,
    commands: &mut Commands,
) {
    let all = texts.text("filter-verdict-all");
    let chosen = session.desk().filter.verdict;
    let words = |verdict| texts.text(stamps::verdict_key(verdict));
    let shown = chosen.map_or_else(|| all.clone(), words);
    let rows = || opened.rows.iter().chain(&opened.rejected);
    let n = |verdict| rows().filter(|row| row.verdict == verdict).count();
    let verdicts = Verdict::ALL.into_iter();
    let choices = || counted(all, chosen, verdicts, n, words, Command::FilterVerdict);
    let name = texts.text("filter-verdict");
    menu(ui, &name, &shown, 120.0, choices, commands);
}

fn count(ui: &mut Ui, session: &Session, opened: &Opened, texts: &Texts, commands: &mut Commands) {
    let (n_rejected, n_shown) = (opened.rejected.len(), opened.rows.len());
    let (n_listed, n_all) = match session.desk().filter.verdict {
        Some(Verdict::Rejected) => (n_rejected, n_shown + n_rejected),
        _ => (session.desk().listed.len(), n_shown),
    };
    let words = texts.with("n-of-m", &[("n", n_listed.into()), ("m", n_all.into())]);
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

/// A menu that copies what is listed.
fn copy_listed(ui: &mut Ui, session: &Session, texts: &Texts, commands: &mut Commands) {
    if session.desk().listed.is_empty() || session.desk().filter.verdict == Some(Verdict::Rejected)
    {
        return;
    }
    let name = texts.text("cite-listed-menu");
    let button = small_button(ui, Icon::Copy, &name, vec2(30.0, 30.0));
    Popup::menu(&button).accessible_name(&name).show(|ui| {
        ui.set_width(400.0);
        let keys = &session.settings.keys;
        for (key, form) in [
            ("do-cite-listed", Form::Citation),
            ("do-cite-listed-markdown", Form::Markdown),
        ] {
            if menu_row(ui, key, keys, texts).clicked() {
                commands.push(Command::Cite(Citing::CopyListed(form)));
            }
        }
    });
}

fn order(ui: &mut Ui, session: &Session, texts: &Texts, commands: &mut Commands) {
    let chosen = session.desk().filter.order;
    let words = |order| texts.text(labels::order(order));
    let choices = || {
        let choice = |order| (words(order), order == chosen, Command::OrderBy(order));
        Order::ALL.map(choice).into()
    };
    let name = texts.text("filter-order");
    let width = ui.available_width().min(142.0);
    menu(ui, &name, &words(chosen), width, choices, commands);
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
    let chosen = session.desk().filter.speaker.as_ref();
    let mut speakers = opened.speakers.iter().map(|choice| &choice.speaker);
    let shown = match speakers.find(|speaker| Some(&speaker.key) == chosen) {
        Some(speaker) => labels::speaker(speaker, texts),
        None => all.clone(),
    };
    let choices = || {
        let mut choices = vec![(all, chosen.is_none(), Command::FilterSpeaker(None))];
        choices.extend(opened.speakers.iter().map(|choice| {
            let name = labels::speaker(&choice.speaker, texts);
            let key = &choice.speaker.key;
            let command = Command::FilterSpeaker(Some(key.clone()));
            let words = format!("{name} · {}", choice.n_statements);
            (words, chosen == Some(key), command)
        }));
        choices
    };
    let name = texts.text("filter-speaker");
    menu(ui, &name, &shown, width, choices, commands);
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
    let words = |level| texts.text(labels::confidence(level));
    let shown = chosen.map_or_else(|| all.clone(), words);
    let levels = (1..=3_u8).rev();
    let n = |level| opened.rows.iter().filter(|row| row.level == level).count();
    let choices = || counted(all, chosen, levels, n, words, Command::FilterLevel);
    let name = texts.text("filter-level");
    menu(ui, &name, &shown, width, choices, commands);
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
    let chosen = session.desk().filter.kind;
    let words = |kind| texts.text(labels::statement(kind));
    let shown = chosen.map_or_else(|| all.clone(), words);
    let kinds = StatementKind::ALL.into_iter();
    let n = |kind| opened.rows.iter().filter(|row| row.kind == kind).count();
    let choices = || counted(all, chosen, kinds, n, words, Command::FilterKind);
    let name = texts.text("filter-kind");
    menu(ui, &name, &shown, width, choices, commands);
}

/// All, or only those with one value; values that no statement has are not offered.
fn counted<T: Copy + PartialEq>(
    all: String,
    chosen: Option<T>,
    values: impl Iterator<Item = T>,
    n: impl Fn(T) -> usize,
    words: impl Fn(T) -> String,
    command: impl Fn(Option<T>) -> Command,
) -> Vec<Choice> {
    let mut choices = vec![(all, chosen.is_none(), command(None))];
    let values = values.map(|value| (value, n(value)));
    choices.extend(values.filter(|&(_, n)| 0 < n).map(|(value, n)| {
        let words = format!("{} · {n}", words(value));
        (words, chosen == Some(value), command(Some(value)))
    }));
    choices
}
