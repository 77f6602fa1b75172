//! The formats, in groups.

use eframe::egui::{
    CornerRadius, CursorIcon, Key, Modifiers, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use crate::exchange::Format;
use crate::exchange::format::Group;
use crate::gui::command::{Command, Commands};
use crate::gui::fonts::Face;
use crate::gui::i18n::Texts;
use crate::gui::labels;
use crate::gui::session::Session;
use crate::gui::state_file;
use crate::gui::theme::color;
use crate::gui::widgets::{self, palette};

/// Draws the list. Arrow keys go through it.
pub fn ui(ui: &mut Ui, session: &Session, texts: &Texts, commands: &mut Commands) {
    let chosen = session.export_format();
    let stepped = step(ui, chosen);
    if let Some(format) = stepped {
        commands.push(Command::ChooseFormat(format));
    }
    let muted = color(palette(ui).muted);
    ui.spacing_mut().item_spacing.y = 1.0;
    for group in Group::ALL {
        let mut formats = Format::ALL.iter().filter(|format| format.group() == group);
        let Some(&first) = formats.next() else {
            continue;
        };
        let title = texts.text(labels::format_group(group));
        widgets::label(ui, &title, Face::Medium.size(12.5), muted);
        ui.add_space(2.0);
        for format in std::iter::once(first).chain(formats.copied()) {
            row(
                ui,
                format,
                format == chosen,
                stepped == Some(format),
                texts,
                commands,
            );
        }
        ui.add_space(10.0);
    }
}

/// The format that an arrow key leads to.
fn step(ui: &Ui, chosen: Format) -> Option<Format> {
    let (up, down) = ui.input_mut(|input| {
        let up = input.consume_key(Modifiers::NONE, Key::ArrowUp);
        (up, input.consume_key(Modifiers::NONE, Key::ArrowDown))
    });
    let here = Format::ALL.iter().position(|&format| format == chosen)?;
    let there = match (up, down) {
        (true, false) => here.checked_sub(1)?,
        (false, true) => here + 1,
        _ => return None,
    };
    Format::ALL.get(there).copied()
}

fn row(
    ui: &mut Ui,
    format: Format,
    is_on: bool,
    is_reached: bool,
    texts: &Texts,
    commands: &mut Commands,
) {
    let palette = palette(ui);
    let (name, hint) = labels::format(format);
    let (name, hint) = (texts.text(name), texts.text(hint));
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::click());
    let spoken = format!("{name}, {hint}");
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_on, &spoken));
    state_file::place(ui.ctx(), &name, rect);
    if is_reached {
        ui.scroll_to_rect(rect, None);
    }
    let corner = CornerRadius::same(6);
    let fill = match (is_on, response.hovered()) {
        (true, _) => palette.accent.over(palette.card, 0.14),
        (false, true) => palette.raised,
        (false, false) => palette.card,
    };
    ui.painter().rect_filled(rect, corner, color(fill));
    let dot = pos2(rect.left() + 15.0, rect.center().y);
    let ring = if is_on { palette.accent } else { palette.muted };
    ui.painter()
        .circle_stroke(dot, 6.0, Stroke::new(1.4, color(ring)));
    if is_on {
        ui.painter().circle_filled(dot, 3.2, color(palette.accent));
    }
    let ink = color(palette.ink);
    let font = if is_on { Face::Strong } else { Face::Interface };
    let galley = widgets::line(ui, &name, font.size(13.5), ink, rect.width() - 40.0);
    let at = pos2(rect.left() + 32.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    widgets::focus_ring(ui, rect, &response, 6);
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        commands.push(Command::ChooseFormat(format));
    }
}
