//! Selecting text with the mouse, over as many blocks as one likes, and copying it.

use eframe::egui::emath::TSTransform;
use eframe::egui::text_selection::CCursorRange;
use eframe::egui::text_selection::accesskit_text::update_accesskit_for_text_widget;
use eframe::egui::{
    Color32, CornerRadius, CursorIcon, Event, Id, PointerButton, Pos2, Rect, Response, Sense, Ui,
};

use crate::gui::citing::{Citing, Form};
use crate::gui::command::{Command, Commands};
use crate::view::palette::Palette;
use crate::view::selection::{Grain, Selection};

use super::pieces::SetBlock;
use super::{Drawing, Placed};

/// Clicks that follow each other within this time, in seconds, and this distance belong together; half a second is what
/// most systems wait.
const TOGETHER: (f64, f32) = (0.5, 6.0);

/// Points a second that the column moves for each point that the pointer is beyond its edge.
const PULL: f32 = 14.0;

/// What the mouse is doing to the selection.
#[derive(Debug, Default)]
pub struct Selecting {
    /// Clicks in quick succession, the one that goes on included.
    n_clicks: usize,
    /// When and where the last press was.
    pressed: Option<(f64, Pos2)>,
    /// What a drag grows.
    start: Option<Selection>,
    /// How fast the column is to move, in points a second.
    pull: f32,
}

/// The paper under the text: everything that nothing lies on.
pub fn ground(ui: &mut Ui, drawing: &Drawing<'_>) -> Response {
    let id = ui.scope_id().with(("ground", drawing.opened.serial));
    let ground = ui.interact(drawing.panel, id, Sense::CLICK | Sense::DRAG);
    if ground.hovered() || ground.dragged() {
        ui.set_cursor_icon(CursorIcon::Text);
    }
    ground
}

impl Selecting {
    /// Counts clicks; before anything is drawn, because marks have to know. How many there are in a row.
    pub fn count(&mut self, ui: &Ui) -> usize {
        let (length, distance) = TOGETHER;
        ui.input(|input| {
            // A slow frame, or a tap on a touchpad, can bring several presses at once.
            for event in &input.events {
                let &Event::PointerButton {
                    pos,
                    button: PointerButton::Primary,
                    pressed: true,
                    ..
                } = event
                else {
                    continue;
                };
                let follows = self.pressed.is_some_and(|(before, at)| {
                    input.time - before < length && at.distance(pos) < distance
                });
                self.n_clicks = if follows { self.n_clicks + 1 } else { 1 };
                self.pressed = Some((input.time, pos));
            }
        });
        self.n_clicks
    }

    /// Follows mouse and keys, after the blocks are placed.
    pub fn follow(
        &mut self,
        ui: &Ui,
        ground: &Response,
        placed: &[Placed],
        drawing: &Drawing<'_>,
        commands: &mut Commands,
    ) {
        copy(ui, drawing, commands);
        let panel = drawing.panel;
        self.pull = 0.0;
        let article = &drawing.opened.document().article;
        let selection = drawing.session.desk().selection;
        let (is_pressed, shift, pos) = ui.input(|input| {
            let pointer = &input.pointer;
            (
                pointer.primary_pressed(),
                input.modifiers.shift,
                pointer.interact_pos(),
            )
        });
        let Some(pos) = pos else { return };
        // Pressed and let go within one frame, it is a click that is over.
        let is_over = ground.clicked_by(PointerButton::Primary);
        if is_pressed && (ground.is_pointer_button_down_on() || is_over) {
            let Some(at) = offset_at(placed, pos) else {
                return;
            };
            let grain = Grain::of_clicks(self.n_clicks);
            if let Some(before) = selection.filter(|_| shift) {
                self.start = Some(before);
                commands.push(Command::Select(Some(before.extended(article, at))));
            } else {
                let start = Selection::new(article, at, grain);
                self.start = Some(start);
                let shown = Some(start).filter(|start| is_over || !start.is_empty());
                if shown != selection {
                    commands.push(Command::Select(shown));
                }
            }
            return;
        }
        let Some(start) = self.start else { return };
        if ground.dragged() {
            let beyond = (pos.y - panel.bottom()).max(0.0) - (panel.top() - pos.y).max(0.0);
            self.pull = PULL * beyond;
            let inside = Pos2::new(pos.x, pos.y.clamp(panel.top() + 1.0, panel.bottom() - 1.0));
            let grown = offset_at(placed, inside).map(|to| start.extended(article, to));
            if grown != selection {
                commands.push(Command::Select(grown));
            }
        } else if ground.clicked() && self.n_clicks == 1 && !shift {
            // Where the reader has clicked: from here a click with Shift selects.
            commands.push(Command::Select(Some(start)));
        }
    }

    /// Where the column has to be next, while the pointer is dragged beyond its edge.
    pub fn scroll(&self, ui: &Ui, top: f64) -> Option<f64> {
        if self.pull == 0.0 {
            return None;
        }
        let step = self.pull * ui.input(|input| input.stable_dt).min(0.1);
        Some(top + f64::from(step))
    }
}

/// The offset of the letter nearest to a point on screen.
pub fn offset_at(placed: &[Placed], pos: Pos2) -> Option<usize> {
    let below = placed.partition_point(|(_, at)| at.y <= pos.y);
    let (set, at) = placed.get(below.saturating_sub(1))?;
    Some(set.offset_at(pos - *at))
}

/// The first and the last line of what is selected, as far as they are on screen.
pub fn lines(placed: &[Placed], drawing: &Drawing<'_>) -> Option<(Rect, Rect)> {
    let span = drawing.session.desk().selected()?;
    let on_screen = |rect: &Rect| drawing.panel.contains(rect.center());
    let fills = |(set, at): &Placed| {
        let mut fills = set.fills(span, *at);
        fills.retain(on_screen);
        fills
    };
    let mut touched = placed.iter().filter(|(set, _)| span.overlaps(set.span()));
    let first = touched
        .clone()
        .find_map(|place| fills(place).first().copied())?;
    let last = touched.rfind(|place| !fills(place).is_empty());
    let last = last.and_then(|place| fills(place).last().copied());
    Some((first, last.unwrap_or(first)))
}

/// Puts the selected text on the clipboard, or else the statement in focus, if that is asked for.
fn copy(ui: &Ui, drawing: &Drawing<'_>, commands: &mut Commands) {
    let is_asked = ui.input(|input| input.events.contains(&Event::Copy));
    if !is_asked || ui.ctx().text_edit_focused() || drawing.session.dialog.is_some() {
        return;
    }
    if let Some(selection) = drawing.session.desk().selection.filter(|s| !s.is_empty()) {
        let words = selection.text(&drawing.opened.document().article);
        ui.ctx().copy_text(words.to_owned());
    } else if drawing.session.desk().focused_statement().is_some() {
        commands.push(Command::Cite(Citing::Copy(None, Form::Citation)));
    }
}

/// Paints what is selected, under the letters and over the marks.
pub fn paint(ui: &Ui, set: &SetBlock, at: Pos2, drawing: &Drawing<'_>, palette: &Palette) {
    let Some(selection) = drawing.session.desk().selection else {
        return;
    };
    if !selection.span().overlaps(set.span()) {
        return;
    }
    let accent = palette.accent;
    // Marks shine through.
    let fill = Color32::from_rgba_unmultiplied(accent.0, accent.1, accent.2, 72);
    for rect in set.fills(selection.span(), at) {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, fill);
    }
}

/// Tells assistive programs what of a block is selected.
pub fn tell(ui: &Ui, id: Id, set: &SetBlock, at: Pos2, drawing: &Drawing<'_>) {
    let Some(selection) = drawing.session.desk().selection else {
        return;
    };
    if selection.span().overlaps(set.span()) {
        let (start, end) = set.cursors(selection.span());
        let range = Some(CCursorRange::two(start, end));
        let place = TSTransform::from_translation(at.to_vec2());
        update_accesskit_for_text_widget(ui.ctx(), id, range, place, &set.galley);
    }
}
