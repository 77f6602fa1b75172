//! The article: one centred column, only what is visible is laid out.

mod layout;
mod margin;
mod marks;
mod pieces;
mod strip;
mod voices;

use eframe::egui::{Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::article::BlockKind;
use crate::span::Span;

use super::command::Commands;
use super::i18n::Texts;
use super::opened::Opened;
use super::session::Session;
use super::widgets::palette;

use layout::{Heights, Measure};
use pieces::SetBlock;

/// The panel.
#[derive(Debug, Default)]
pub struct ReaderPanel {
    heights: Heights,
    /// Number of the last jump that was followed.
    seen: u64,
    /// What of the column was visible in the last frame, from the column's top.
    viewport: Option<(f32, f32)>,
    /// Where a click on the strip wants to go.
    wanted: Option<f32>,
}

/// What panels of a block need to draw.
struct Drawing<'a> {
    session: &'a Session,
    opened: &'a Opened,
    texts: &'a Texts,
}

impl ReaderPanel {
    /// Draws the article.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        opened: &Opened,
        texts: &Texts,
        commands: &mut Commands,
    ) {
        let measure = Measure::new(ui, session.settings.typography);
        self.heights.fit(ui, opened, &measure);
        let mut area = ScrollArea::vertical()
            .id_salt(("article", opened.serial))
            .auto_shrink(false);
        let followed = self.follow(ui, session, opened, &measure);
        if let Some(offset) = self.wanted.take().or(followed) {
            area = area.vertical_scroll_offset(offset);
        }
        let drawing = Drawing {
            session,
            opened,
            texts,
        };
        let output = area.show_viewport(ui, |ui, viewport| {
            self.column(ui, viewport, &measure, &drawing, commands);
        });
        let top = output.state.clamped_offset().y;
        let visible = (top, top + output.inner_rect.height());
        self.viewport = Some(visible);
        let right = output.inner_rect.right() - 6.0;
        let beside =
            Rect::from_x_y_ranges(right - strip::WIDTH..=right, output.inner_rect.y_range());
        let wanted = strip::ui(ui, beside, &self.heights, visible, session, opened);
        if let Some(offset) = wanted {
            let furthest = (self.heights.total() - output.inner_rect.height()).max(0.0);
            self.wanted = Some(offset.clamp(0.0, furthest));
            ui.ctx().request_repaint();
        }
        let name = texts.text("article-panel");
        let place = ui.interact(
            output.inner_rect,
            ui.scope_id().with("article"),
            Sense::hover(),
        );
        place.widget_info(|| WidgetInfo::labeled(Role::Article, true, &name));
    }

    /// The offset that a new jump asks for; none if its goal is on screen already.
    fn follow(
        &mut self,
        ui: &Ui,
        session: &Session,
        opened: &Opened,
        measure: &Measure,
    ) -> Option<f32> {
        let (serial, span) = session
            .desk()
            .jump
            .filter(|&(serial, _)| serial != self.seen)?;
        self.seen = serial;
        let blocks = &opened.document().article.blocks;
        let index = blocks.partition_point(|block| block.span.end() <= span.start());
        let block = blocks.get(index)?;
        // From the block above on, heights must be exact for the goal to be in the middle.
        for near in index.saturating_sub(2)..=index {
            let set = SetBlock::new(ui, opened, near, measure);
            self.heights.set(near, set.height());
        }
        let set = SetBlock::new(ui, opened, index, measure);
        let inside = Span::new(
            span.start().max(block.span.start()),
            span.end().min(block.span.end()).max(span.start()),
        );
        let rows = set.pieces(inside);
        let top = self.heights.top(index);
        let first = rows.first().map_or(0.0, |piece| piece.rect.top());
        let last = rows.last().map_or(first, |piece| piece.rect.bottom());
        let (goal_top, goal_bottom) = (top + first, top + last);
        let (seen_top, seen_bottom) = self.viewport.unwrap_or((0.0, ui.available_height()));
        let margin = 24.0;
        if seen_top + margin <= goal_top && goal_bottom + margin <= seen_bottom {
            return None;
        }
        let height = seen_bottom - seen_top;
        let target = goal_top - ((height - (goal_bottom - goal_top)) * 0.38).max(margin);
        let furthest = (self.heights.total() - height).max(0.0);
        Some(target.clamp(0.0, furthest))
    }

    fn column(
        &mut self,
        ui: &mut Ui,
        viewport: Rect,
        measure: &Measure,
        drawing: &Drawing<'_>,
        commands: &mut Commands,
    ) {
        let origin = ui.max_rect().min;
        let left = origin.x + measure.left;
        // Some more than visible, so that assistive programs and quick scrolling find it there.
        let (first, mut y) = self.heights.first_below(viewport.top() - 200.0);
        let n_blocks = drawing.opened.document().article.blocks.len();
        for index in first..n_blocks {
            if viewport.bottom() + 200.0 < y {
                break;
            }
            let set = SetBlock::new(ui, drawing.opened, index, measure);
            let at = pos2(left, origin.y + y);
            draw_block(ui, &set, at, drawing, commands);
            y += set.height();
            self.heights.set(index, set.height());
        }
        ui.allocate_space(vec2(ui.available_width(), self.heights.total()));
    }
}

fn draw_block(
    ui: &mut Ui,
    set: &SetBlock,
    at: eframe::egui::Pos2,
    drawing: &Drawing<'_>,
    commands: &mut Commands,
) {
    let text_at = at + vec2(0.0, set.space_before);
    let rect = Rect::from_min_size(text_at, set.galley.size());
    let id = ui
        .scope_id()
        .with(("block", drawing.opened.serial, set.index));
    let block = ui.interact(rect, id, Sense::hover());
    let role = match set.kind {
        BlockKind::Headline | BlockKind::Subheading => Role::Heading,
        BlockKind::Kicker
        | BlockKind::Lead
        | BlockKind::Paragraph
        | BlockKind::Caption
        | BlockKind::Signature => Role::Paragraph,
    };
    let text = set.text(drawing.opened);
    block.widget_info(|| WidgetInfo::labeled(role, true, text));

    let palette = palette(ui);
    let voices = voices::lay_out(set, text_at, drawing);
    voices::paint(ui, &voices, palette);
    voices::interact(ui, set.index, &voices, drawing, commands);
    margin::band(ui, set, text_at, drawing, palette);
    let marks = marks::lay_out(set, text_at, drawing);
    let touched = marks::interact(ui, set.index, &marks, drawing, commands);
    marks::paint(ui, &marks, touched.hovered, drawing, palette);
    voices::letters(ui, set, text_at, &voices, drawing);
    touched.paint_keyboard_focus(ui);
    margin::bars(ui, set, text_at, drawing, commands);
}
