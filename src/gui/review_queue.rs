//! The list on the right, fourth tab: what nobody has looked at yet. On top the finding in question, below it all others by
//! what they have in common.

mod finding;
mod list;

use eframe::egui::{
    CornerRadius, Frame, Key, Margin, Modifiers, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo,
    vec2,
};

use crate::document::Verdict;
use crate::view::queue::{self, Queue};

use super::command::{Command, Commands, Step};
use super::fonts::Face;
use super::i18n::Texts;
use super::reviewing::Reviewing;
use super::session::Session;
use super::theme::color;
use super::widgets::{self, Look, palette};

const MARGIN: i8 = 16;

/// In a lower window the finding in question and the list scroll together.
const ROOM_FOR_BOTH: f32 = 540.0;

/// Draws how far one is, the finding in question, and the others.
pub fn ui(ui: &mut Ui, session: &Session, texts: &Texts, commands: &mut Commands) {
    let Some(opened) = &session.desk().opened else {
        return;
    };
    let queue = opened.queue();
    keys(ui, session, commands);
    let frame = |ui: &mut Ui, contents: &mut dyn FnMut(&mut Ui)| {
        let frame = Frame::new().inner_margin(Margin::symmetric(MARGIN, 6));
        frame.show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
            contents(ui);
        });
    };
    let is_low = ui.available_height() < ROOM_FOR_BOTH;
    ui.add_space(6.0);
    frame(ui, &mut |ui| progress(ui, queue, texts));
    let question = |ui: &mut Ui, commands: &mut Commands| {
        frame(ui, &mut |ui| {
            match session.desk().reviewing {
                Some(item) if queue.is_open(item) => {
                    finding::ui(ui, session, opened, item, texts, commands);
                }
                _ => nothing(ui, queue, texts),
            }
            sure(ui, queue, texts, commands);
        });
    };
    if is_low {
        ScrollArea::vertical()
            .id_salt(("review in question", session.desk().reviewing))
            .auto_shrink(false)
            .show(ui, |ui| {
                question(ui, commands);
                list::rows(ui, session, opened, queue, texts, commands);
            });
    } else {
        question(ui, commands);
        list::ui(ui, session, opened, queue, texts, commands);
    }
}

/// Space and arrows go on, where nothing else has the keyboard.
fn keys(ui: &Ui, session: &Session, commands: &mut Commands) {
    let context = ui.ctx();
    let is_elsewhere = session.dialog.is_some()
        || context.any_popup_open()
        || context.memory(|memory| memory.focused().is_some());
    if is_elsewhere {
        return;
    }
    for (key, step) in [
        (Key::Space, Step::Next),
        (Key::ArrowRight, Step::Next),
        (Key::ArrowLeft, Step::Previous),
    ] {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            commands.push(Command::Review(Reviewing::Step(step)));
        }
    }
}

/// „23 von 118 geprüft“, over a bar.
fn progress(ui: &mut Ui, queue: &Queue, texts: &Texts) {
    let palette = palette(ui);
    let n_done = queue.n_all - queue.n_open;
    let inserted = [("n", n_done.into()), ("m", queue.n_all.into())];
    let words = texts.with("review-progress", &inserted);
    let ink = color(palette.ink);
    let width = ui.available_width();
    let galley = widgets::line(ui, &words, Face::Strong.size(14.0), ink, width);
    widgets::show(ui, galley);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 5.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, &words));
    let corner = CornerRadius::same(3);
    ui.painter()
        .rect_filled(rect, corner, color(palette.raised.over(palette.ink, 0.85)));
    let share = n_done as f32 / queue.n_all.max(1) as f32;
    let done = Rect::from_min_size(rect.min, vec2(rect.width() * share, rect.height()));
    ui.painter()
        .rect_filled(done, corner, color(palette.accent));
}

fn nothing(ui: &mut Ui, queue: &Queue, texts: &Texts) {
    let palette = palette(ui);
    let key = if queue.n_all == 0 {
        "review-nothing"
    } else {
        "review-done"
    };
    let words = texts.text(key);
    ui.add_space(6.0);
    widgets::label(ui, &words, Face::Interface.size(13.5), color(palette.muted));
}

/// Confirms at once what the program is sure of.
fn sure(ui: &mut Ui, queue: &Queue, texts: &Texts, commands: &mut Commands) {
    let n_sure = queue.sure().count();
    if n_sure == 0 {
        return;
    }
    let percent = (queue::SURE * 100.0).round() as usize;
    let inserted = [("n", n_sure.into()), ("percent", percent.into())];
    let words = texts.with("review-confirm-sure", &inserted);
    if widgets::button(ui, None, &words, &words, Look::Plain).clicked()
        && let Some(edit) = queue::judge(queue.sure(), Verdict::Accepted)
    {
        commands.push(Command::Correct(edit));
    }
}
