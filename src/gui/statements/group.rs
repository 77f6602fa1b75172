//! The heading of what one speaker says: name, how many statements, and their share of the list as a bar.

use eframe::egui::{
    CornerRadius, CursorIcon, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2,
};

use crate::gui::card::Cards;
use crate::gui::fonts::Face;
use crate::gui::icons::{self, Icon};
use crate::gui::labels;
use crate::gui::state_file;
use crate::gui::theme::color;
use crate::gui::voices;
use crate::gui::widgets::{self, focus_ring, palette};
use crate::view::listing::Group;

/// Draws the heading; a click closes or opens what is below.
pub fn heading(ui: &mut Ui, cards: Cards<'_>, group: &Group, is_folded: bool) -> Response {
    let (texts, palette) = (cards.texts, palette(ui));
    let n = group.places.len();
    let percent = (group.share * 100.0).round() as usize;
    let name = labels::speaker(&group.speaker, texts);
    let spoken = texts.with(
        "group-heading",
        &[
            ("speaker", (&name).into()),
            ("n", n.into()),
            ("percent", percent.into()),
            ("open", if is_folded { "no" } else { "yes" }.into()),
        ],
    );
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 38.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, !is_folded, &spoken));
    state_file::place(ui.ctx(), &spoken, rect);
    if response.hovered() {
        let corner = CornerRadius::same(8);
        ui.painter()
            .rect_filled(rect, corner, color(palette.raised));
    }
    let icon = if is_folded {
        Icon::Folded
    } else {
        Icon::Unfolded
    };
    let middle = rect.top() + 15.0;
    let place = Rect::from_center_size(pos2(rect.left() + 10.0, middle), vec2(16.0, 16.0));
    icons::paint(ui.painter(), place, icon, color(palette.muted));

    let muted = color(palette.muted);
    let counted = texts.with(
        "group-count",
        &[("n", n.into()), ("percent", percent.into())],
    );
    let counted = widgets::line(ui, &counted, Face::Interface.size(12.5), muted, 120.0);
    let is_known = group.speaker.name.is_some();
    let ink = color(if is_known { palette.ink } else { palette.muted });
    let mut x = rect.left() + 22.0;
    let tint = cards.opened.voices.tint(&group.speaker.key);
    if cards.session.voices {
        let place = Rect::from_center_size(pos2(x + 6.5, middle), vec2(13.0, 13.0));
        voices::paint_swatch(ui, place, tint);
        x += 20.0;
    }
    let room = rect.right() - 8.0 - counted.size().x - 10.0 - x;
    let title = widgets::line(ui, &name, Face::Strong.size(13.5), ink, room);
    let at = pos2(
        rect.right() - 8.0 - counted.size().x,
        middle - counted.size().y / 2.0,
    );
    ui.painter().galley(at, counted, muted);
    let at = pos2(x, middle - title.size().y / 2.0);
    ui.painter().galley(at, title, ink);

    // As long as the list is wide stands for everything that is listed.
    let track = Rect::from_min_max(
        pos2(x, rect.bottom() - 9.0),
        pos2(rect.right() - 8.0, rect.bottom() - 5.0),
    );
    let corner = CornerRadius::same(2);
    ui.painter()
        .rect_filled(track, corner, color(palette.hairline));
    let shade = if cards.session.voices {
        palette.voice_line(tint)
    } else {
        palette.accent.over(palette.panel, 0.75)
    };
    let mut bar = track;
    bar.max.x = bar.min.x + (track.width() * group.share).max(4.0);
    ui.painter().rect_filled(bar, corner, color(shade));
    focus_ring(ui, rect, &response, 8);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    match &group.speaker.role {
        Some(role) => response.on_hover_text(format!("{name}\n{role}")),
        None => response,
    }
}
