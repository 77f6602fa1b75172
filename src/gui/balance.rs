//! The list on the right, third tab: who has how much of the article.

mod bars;
pub(super) mod chart;

use eframe::egui::{
    CornerRadius, CursorIcon, Frame, Margin, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2,
    vec2,
};

use crate::exchange::balance::BalanceFormat;
use crate::view::balance::{Balance, Part, Tally, Voice, percents};
use crate::view::speaker::SpeakerKey;

use super::command::{Command, Commands};
use super::context::{pill, section, wrapped};
use super::fonts::Face;
use super::i18n::Texts;
use super::icons::Icon;
use super::labels;
use super::opened::Opened;
use super::session::{Session, Tab};
use super::state_file;
use super::theme::color;
use super::voices;
use super::widgets::{self, Look, focus_ring, palette};

const MARGIN: i8 = 16;

/// Height of a speaker's row.
const ROW: f32 = 46.0;

/// More names than this are not read.
const MOST_SILENT: usize = 30;

/// Draws the figures of the article.
pub fn ui(ui: &mut Ui, session: &Session, texts: &Texts, commands: &mut Commands) {
    let Some(opened) = &session.desk().opened else {
        return;
    };
    let balance = opened.balance();
    ScrollArea::vertical()
        .id_salt(("balance", opened.serial))
        .auto_shrink(false)
        .show(ui, |ui| {
            let margin = Margin::symmetric(MARGIN, 0);
            Frame::new().inner_margin(margin).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                whole(ui, balance, texts);
                if balance.n_statements == 0 {
                    ui.add_space(14.0);
                    let ink = color(palette(ui).muted);
                    let words = texts.text("no-statements-hint");
                    widgets::label(ui, &words, Face::Interface.size(13.0), ink);
                } else {
                    speakers(ui, session, opened, texts, commands);
                    silent(ui, balance, texts, commands);
                    sources(ui, balance, texts, commands);
                }
                export(ui, texts, commands);
                ui.add_space(20.0);
            });
        });
}

/// The whole text as one bar, and what its parts are.
fn whole(ui: &mut Ui, balance: &Balance, texts: &Texts) {
    section(ui, &texts.text("balance-text"));
    ui.add_space(2.0);
    let (_, bar) = ui.allocate_space(vec2(ui.available_width(), 24.0));
    bars::bar(ui, bar, balance.parts, balance.n_words, 5);
    ui.add_space(8.0);
    let width = ui.available_width() / 2.0;
    let percents = percents(balance.parts);
    for row in [
        [Part::Direct, Part::Indirect],
        [Part::Reported, Part::Narrator],
    ] {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.spacing_mut().interact_size.y = 26.0;
            for part in row {
                legend(
                    ui,
                    part,
                    balance.parts[part as usize],
                    percents[part as usize],
                    width,
                    texts,
                );
            }
        });
    }
}

/// „▨ 33 % indirekt“.
fn legend(ui: &mut Ui, part: Part, n_words: usize, percent: usize, width: f32, texts: &Texts) {
    let palette = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 26.0), Sense::hover());
    let label = texts.text(labels::part(part));
    let share = texts.count("number-percent", percent);
    let counted = texts.count("n-words", n_words);
    let spoken = format!("{label}: {share}, {counted}");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    let swatch = Rect::from_min_size(pos2(rect.left(), rect.center().y - 7.0), vec2(14.0, 14.0));
    bars::plate(ui, swatch, part, 3);
    let ink = color(palette.ink);
    let share = widgets::line(ui, &share, Face::Strong.size(14.0), ink, 60.0);
    let at = pos2(swatch.right() + 9.0, rect.center().y - share.size().y / 2.0);
    // Figures stand below each other: „100 %“ is the widest.
    let x = at.x + 46.0;
    ui.painter().galley(at, share, ink);
    let muted = color(palette.muted);
    let label = widgets::line(
        ui,
        &label,
        Face::Interface.size(13.0),
        muted,
        rect.right() - x,
    );
    let at = pos2(x, rect.center().y - label.size().y / 2.0);
    ui.painter().galley(at, label, muted);
    response.on_hover_text(counted);
}

fn speakers(
    ui: &mut Ui,
    session: &Session,
    opened: &Opened,
    texts: &Texts,
    commands: &mut Commands,
) {
    let balance = opened.balance();
    let counted = texts.number(balance.voices.len());
    section(ui, &format!("{} · {counted}", texts.text("balance-voices")));
    let most = balance.voices.iter().map(Voice::n_words).max().unwrap_or(1);
    ui.spacing_mut().item_spacing.y = 0.0;
    for voice in &balance.voices {
        let size = vec2(ui.available_width(), ROW);
        let place = Rect::from_min_size(ui.cursor().min, size);
        if !ui.is_rect_visible(place) {
            ui.allocate_space(size);
            continue;
        }
        let is_on = session.desk().filter.speaker.as_ref() == Some(&voice.speaker.key);
        if speaker(ui, session, opened, voice, most, is_on, texts) {
            commands.push(Command::FilterSpeaker(Some(voice.speaker.key.clone())));
            commands.push(Command::Show(Tab::Statements));
        }
    }
    ui.spacing_mut().item_spacing.y = 4.0;
}

/// Name and figures over a bar; whether it was clicked.
fn speaker(
    ui: &mut Ui,
    session: &Session,
    opened: &Opened,
    voice: &Voice,
    most: usize,
    is_on: bool,
    texts: &Texts,
) -> bool {
    let palette = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let name = labels::speaker(&voice.speaker, texts);
    let figures = figures(voice.n_statements, voice.n_words(), texts);
    let spoken = texts.with(
        "balance-voice",
        &[
            ("speaker", (&name).into()),
            ("figures", (&figures).into()),
            ("direct", voice.parts[Part::Direct as usize].into()),
            ("indirect", voice.parts[Part::Indirect as usize].into()),
            ("reported", voice.parts[Part::Reported as usize].into()),
        ],
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    state_file::place(ui.ctx(), &spoken, rect);
    let plate = rect.expand2(vec2(8.0, -1.0));
    if is_on || response.hovered() {
        let corner = CornerRadius::same(7);
        ui.painter()
            .rect_filled(plate, corner, color(palette.raised));
    }
    let muted = color(palette.muted);
    let middle = rect.top() + 15.0;
    let figures = widgets::line(ui, &figures, Face::Interface.size(12.5), muted, 220.0);
    let at = pos2(
        rect.right() - figures.size().x,
        middle - figures.size().y / 2.0,
    );
    let mut x = rect.left();
    if session.voices {
        let swatch = Rect::from_center_size(pos2(x + 6.5, middle), vec2(13.0, 13.0));
        voices::paint_swatch(ui, swatch, opened.voices.tint(&voice.speaker.key));
        x += 20.0;
    }
    let room = at.x - 10.0 - x;
    ui.painter().galley(at, figures, muted);
    let is_known = voice.speaker.name.is_some();
    let ink = color(if is_known { palette.ink } else { palette.muted });
    let galley = widgets::line(ui, &name, Face::Medium.size(13.5), ink, room);
    let is_cut = galley.elided;
    let at = pos2(x, middle - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    let track = Rect::from_x_y_ranges(rect.x_range(), rect.bottom() - 18.0..=rect.bottom() - 8.0);
    bars::bar(ui, track, voice.parts, most, 3);
    focus_ring(ui, plate.shrink(2.0), &response, 7);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    let is_clicked = response.clicked();
    let mut said: Vec<&str> = Vec::new();
    said.extend(is_cut.then_some(name.as_str()));
    said.extend(voice.speaker.role.as_deref());
    let hint = texts.text("balance-voice-hint");
    said.push(&hint);
    response.on_hover_text(said.join("\n"));
    is_clicked
}

/// „3 Aussagen · 45 Wörter“.
fn figures(n_statements: usize, n_words: usize, texts: &Texts) -> String {
    let statements = texts.count("n-statements", n_statements);
    format!("{statements} · {}", texts.count("n-words", n_words))
}

/// Who is talked about and not heard.
fn silent(ui: &mut Ui, balance: &Balance, texts: &Texts, commands: &mut Commands) {
    let heading = texts.text("balance-silent");
    if balance.silent.is_empty() {
        section(ui, &heading);
        let ink = color(palette(ui).muted);
        let words = texts.text("balance-silent-nobody");
        widgets::label(ui, &words, Face::Interface.size(13.0), ink);
        return;
    }
    let counted = texts.number(balance.silent.len());
    section(ui, &format!("{heading} · {counted}"));
    ui.add_space(2.0);
    wrapped(ui, |ui| {
        for silent in balance.silent.iter().take(MOST_SILENT) {
            let spoken = texts.with(
                "balance-silent-name",
                &[
                    ("name", (&silent.name).into()),
                    ("n", silent.n_mentions.into()),
                ],
            );
            let words = format!("{} · {}", silent.name, texts.number(silent.n_mentions));
            let response = pill(ui, silent.kind, &words, &spoken);
            if response.on_hover_text(&spoken).clicked() {
                commands.push(Command::FocusEntity(silent.id));
            }
        }
    });
    if MOST_SILENT < balance.silent.len() {
        let ink = color(palette(ui).muted);
        let words = texts.count("voices-more", balance.silent.len() - MOST_SILENT);
        widgets::label(ui, &words, Face::Interface.size(12.5), ink);
    }
}

/// Statements whose source is not named or not known.
fn sources(ui: &mut Ui, balance: &Balance, texts: &Texts, commands: &mut Commands) {
    section(ui, &texts.text("balance-sources"));
    let anonymous = texts.text("balance-anonymous");
    if tally(ui, &anonymous, balance.anonymous, balance, texts) {
        commands.push(Command::ClearFilter);
        commands.push(Command::FilterAnonymous(true));
        commands.push(Command::Show(Tab::Statements));
    }
    let unknown = texts.text("speaker-unknown");
    if tally(ui, &unknown, balance.unknown, balance, texts) {
        commands.push(Command::ClearFilter);
        commands.push(Command::FilterSpeaker(Some(SpeakerKey::Unknown)));
        commands.push(Command::Show(Tab::Statements));
    }
}

/// „Anonyme Quelle   12 %   2 Aussagen · 31 Wörter“; whether it was clicked.
fn tally(ui: &mut Ui, label: &str, tally: Tally, balance: &Balance, texts: &Texts) -> bool {
    let palette = palette(ui);
    let is_any = 0 < tally.n_statements;
    let sense = if is_any {
        Sense::click()
    } else {
        Sense::hover()
    };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), sense);
    let figures = figures(tally.n_statements, tally.n_words, texts);
    let share = tally.n_statements as f32 / balance.n_statements.max(1) as f32;
    let share = texts.percent(share);
    let spoken = texts.with(
        "balance-source",
        &[
            ("label", label.into()),
            ("figures", (&figures).into()),
            ("share", (&share).into()),
        ],
    );
    let role = if is_any { Role::Button } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, &spoken));
    let plate = rect.expand2(vec2(8.0, 0.0));
    if is_any && response.hovered() {
        let corner = CornerRadius::same(7);
        ui.painter()
            .rect_filled(plate, corner, color(palette.raised));
    }
    let (ink, muted) = (color(palette.ink), color(palette.muted));
    let figures = widgets::line(ui, &figures, Face::Interface.size(12.5), muted, 220.0);
    let share = widgets::line(ui, &share, Face::Strong.size(13.5), ink, 60.0);
    let left = rect.right() - figures.size().x;
    let room = left - 60.0 - rect.left();
    let label = widgets::line(ui, label, Face::Medium.size(13.5), ink, room);
    let middle = |height: f32| rect.center().y - height / 2.0;
    let at = pos2(left, middle(figures.size().y));
    ui.painter().galley(at, figures, muted);
    // Shares stand below each other.
    let right = left.min(rect.right() - 148.0) - 12.0;
    let at = pos2(right - share.size().x, middle(share.size().y));
    ui.painter().galley(at, share, ink);
    let at = pos2(rect.left(), middle(label.size().y));
    ui.painter().galley(at, label, ink);
    focus_ring(ui, plate.shrink(2.0), &response, 7);
    if is_any {
        response.on_hover_cursor(CursorIcon::PointingHand).clicked()
    } else {
        false
    }
}

fn export(ui: &mut Ui, texts: &Texts, commands: &mut Commands) {
    section(ui, &texts.text("balance-export"));
    ui.add_space(2.0);
    ui.horizontal(|ui| {
        for format in BalanceFormat::ALL {
            let (words, hint) = labels::balance_format(format);
            let (words, hint) = (texts.text(words), texts.text(hint));
            let name = texts.with("balance-export-as", &[("format", (&words).into())]);
            let button = widgets::button(ui, Some(Icon::Export), &words, &name, Look::Plain);
            if button.on_hover_text(hint).clicked() {
                commands.push(Command::PickBalanceTarget(format));
            }
        }
    });
}
