//! The article by keyboard: from mark to mark with Tab, and up and down the page.

use eframe::egui::{EventFilter, FocusDirection, Id, Key, Modifiers, Response, Tooltip, Ui};

use crate::document::{MentionId, Verdict};
use crate::gui::command::{Command, Commands};
use crate::gui::marking::Marking;
use crate::gui::opened::Opened;
use crate::gui::regions::{self, Region};
use crate::gui::session::Session;
use crate::gui::tip;
use crate::span::Span;

use super::page::Page;
use super::{Drawing, marks};

/// How long a mark has the focus before its card comes, in seconds.
const DELAY: f64 = 0.3;

/// What the keyboard is on.
#[derive(Debug, Default)]
pub struct Keyboard {
    /// The mark in focus, and since when.
    on: Option<(u64, MentionId, f64)>,
    /// Whether it was drawn in the last frame.
    is_on: bool,
    /// The mark that is to get the focus as soon as it is drawn, and for how many more frames to wait for it.
    wanted: Option<(MentionId, u8)>,
    /// The last mark that it was on.
    was_on: Option<MentionId>,
}

impl Keyboard {
    /// Goes to the next or previous mark if Tab was pressed on one; where that stands. After the last one Tab leaves the
    /// article, and before the first one, too.
    pub fn walk(&mut self, ui: &Ui, session: &Session, opened: &Opened) -> Option<Span> {
        self.wanted = self
            .wanted
            .and_then(|(id, left)| Some((id, left.checked_sub(1)?)));
        let was_on = std::mem::take(&mut self.is_on);
        if let Some((serial, id, _)) = self.on.filter(|_| was_on)
            && serial == opened.serial
            && is_rejected(opened, id)
        {
            // Rejected just now: on to the next one.
            self.on = None;
            let next = next_from(session, opened, opened.findings().mention(id).span)?;
            self.wanted = Some((next, 3));
            return Some(opened.findings().mention(next).span);
        }
        if !was_on {
            self.on = None;
        }
        let (serial, id, _) = self.on?;
        if serial != opened.serial {
            return None;
        }
        let pressed = |modifiers| ui.input_mut(|input| input.consume_key(modifiers, Key::Tab));
        // With Shift first: a key without modifiers is taken for one with Shift as well.
        let (is_back, direction) = if pressed(Modifiers::SHIFT) {
            (true, FocusDirection::Previous)
        } else if pressed(Modifiers::NONE) {
            (false, FocusDirection::Next)
        } else {
            return None;
        };
        let Some(next) = beside(session, opened, id, is_back) else {
            ui.memory_mut(|memory| memory.move_focus(direction));
            return None;
        };
        self.wanted = Some((next, 3));
        Some(opened.findings().mention(next).span)
    }

    /// Puts the keyboard back on a mark.
    pub fn come_back(&mut self, id: MentionId) {
        if self.was_on == Some(id) {
            self.wanted = Some((id, 3));
        }
    }

    /// Tells the session which mark the keyboard is on, if that has changed.
    pub fn tell(&mut self, session: &Session, opened: &Opened, commands: &mut Commands) {
        let on = self
            .on
            .filter(|&(serial, ..)| self.is_on && serial == opened.serial);
        let under = on.map(|(_, id, _)| id);
        if under.is_some() {
            self.was_on = under;
        }
        if under != session.desk().under_keys {
            commands.push(Command::Mark(Marking::Under(under)));
        }
    }

    /// A mark is drawn: gives it the focus if it is to get it, and shows its card if it has had it for a while.
    pub fn drawn(&mut self, ui: &Ui, response: &Response, id: MentionId, drawing: &Drawing<'_>) {
        let opened = drawing.opened;
        if self.wanted.is_some_and(|(wanted, _)| wanted == id) {
            self.wanted = None;
            response.request_focus();
        }
        regions::home(Region::Article, drawing.panel, response);
        if !response.has_focus() {
            return;
        }
        let filter = EventFilter {
            tab: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let now = ui.input(|input| input.time);
        self.is_on = true;
        let since = match self.on {
            Some((serial, before, since)) if (serial, before) == (opened.serial, id) => since,
            Some(_) | None => now,
        };
        self.on = Some((opened.serial, id, since));
        let left = DELAY - (now - since);
        if left <= 0.0 {
            Tooltip::for_widget(response).show(|ui| tip::ui(ui, opened, id, None, drawing.texts));
        } else {
            ui.ctx().request_repaint_after_secs(left as f32);
        }
    }
}

/// The mark before or after one, among those that are to be seen.
fn beside(session: &Session, opened: &Opened, id: MentionId, is_back: bool) -> Option<MentionId> {
    let span = opened.findings().mention(id).span;
    let blocks = &opened.document().article.blocks;
    let here = blocks.partition_point(|block| block.span.end() <= span.start());
    let is_seen = |id: &&MentionId| marks::is_seen(session, opened, **id);
    let marks = opened.mentions_in(here);
    let position = marks.iter().position(|&other| other == id)?;
    let found = if is_back {
        let before = (0..here)
            .rev()
            .flat_map(|block| opened.mentions_in(block).iter().rev());
        let mut before = marks[..position].iter().rev().chain(before);
        before.find(is_seen)
    } else {
        let after = (here + 1..blocks.len()).flat_map(|block| opened.mentions_in(block));
        let mut after = marks[position + 1..].iter().chain(after);
        after.find(is_seen)
    };
    found.copied()
}

fn is_rejected(opened: &Opened, id: MentionId) -> bool {
    let mention = opened.findings().mentions.get(id.0 as usize);
    mention.is_some_and(|mention| mention.verdict == Verdict::Rejected)
}

/// The first mark at a place or after it, among those that are to be seen.
fn next_from(session: &Session, opened: &Opened, place: Span) -> Option<MentionId> {
    let blocks = &opened.document().article.blocks;
    let here = blocks.partition_point(|block| block.span.end() <= place.start());
    let mut after = (here..blocks.len())
        .flat_map(|block| opened.mentions_in(block))
        .filter(|&&id| place.start() <= opened.findings().mention(id).span.start());
    let next = after.find(|&&id| marks::is_seen(session, opened, id));
    next.copied()
}

/// The article as a whole, for the keyboard where it has no marks.
pub fn article(ui: &Ui) -> Id {
    ui.scope_id().with("article")
}

/// Where a key takes the page; `height` is that of the panel.
pub fn scroll(ui: &Ui, session: &Session, page: &Page, height: f32) -> Option<f64> {
    let context = ui.ctx();
    if context.text_edit_focused() || session.dialog.is_some() || context.any_popup_open() {
        return None;
    }
    let article = article(ui);
    let is_free = ui.memory(|memory| memory.focused().is_none_or(|id| id == article));
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    // Two lines stay on screen.
    let screen = f64::from((height - 60.0).max(60.0));
    let top = page.visible.map_or(0.0, |(top, _)| top);
    if pressed(Modifiers::NONE, Key::PageDown) || is_free && pressed(Modifiers::NONE, Key::Space) {
        Some(top + screen)
    } else if pressed(Modifiers::NONE, Key::PageUp)
        || is_free && pressed(Modifiers::SHIFT, Key::Space)
    {
        Some(top - screen)
    } else if pressed(Modifiers::NONE, Key::Home) {
        Some(0.0)
    } else if pressed(Modifiers::NONE, Key::End) {
        Some(page.heights.total())
    } else if is_free && pressed(Modifiers::NONE, Key::ArrowDown) {
        Some(top + 58.0)
    } else if is_free && pressed(Modifiers::NONE, Key::ArrowUp) {
        Some(top - 58.0)
    } else {
        None
    }
}
