//! Quiet lines for the statement in focus: from its card to its place in the text, and dotted from there to who says it.
//! They run in the margins and between the lines, never over letters.

use eframe::egui::epaint::CubicBezierShape;
use eframe::egui::{Color32, Context, Id, Painter, Pos2, Rect, Stroke, Ui, pos2};

use crate::document::StatementId;
use crate::gui::theme::color;
use crate::gui::widgets::palette;

use super::Drawing;
use super::layout::Measure;
use super::page::Page;
use super::pieces::SetBlock;

/// From the text to the bracket beside a statement.
const GUTTER: f32 = 13.0;

/// On which side of what is on screen something lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beyond {
    /// Further up.
    Above,
    /// Further down.
    Below,
}

/// Where the statement in focus and its speaker are on screen.
#[derive(Debug, Default)]
pub struct Connected {
    /// Lines of the statement.
    content: Vec<Rect>,
    /// Places that name its speaker.
    speaker: Vec<Rect>,
    /// Where the speaker is, if nothing of the place is on screen.
    pub beyond: Option<Beyond>,
}

fn card_id() -> Id {
    Id::unique("card of the statement in focus")
}

/// Remembers where the card of the statement in focus is drawn in this frame, and within what list.
pub fn card(context: &Context, rect: Rect, list: Rect) {
    let now = context.cumulative_pass_nr();
    context.data_mut(|data| data.insert_temp(card_id(), (now, rect, list)));
}

fn card_of_this_frame(context: &Context) -> Option<(Rect, Rect)> {
    let card: Option<(u64, Rect, Rect)> = context.data(|data| data.get_temp(card_id()));
    let (frame, rect, list) = card?;
    (frame == context.cumulative_pass_nr()).then_some((rect, list))
}

fn focused(drawing: &Drawing<'_>) -> Option<StatementId> {
    drawing.session.desk().focused_statement()
}

impl Connected {
    /// Nothing yet, but it is known where on the page the speaker is.
    pub fn new(page: &Page, offset: f64, drawing: &Drawing<'_>) -> Self {
        let mut connected = Self::default();
        let Some(id) = focused(drawing) else {
            return connected;
        };
        let statement = drawing.opened.findings().statement(id);
        let place = statement
            .speaker
            .iter()
            .flat_map(|voice| &voice.spans)
            .next();
        let blocks = &drawing.opened.document().article.blocks;
        connected.beyond = place.and_then(|place| {
            let index = blocks.partition_point(|block| block.span.end() <= place.start());
            if page.heights.top(index + 1) <= offset {
                Some(Beyond::Above)
            } else if offset + f64::from(drawing.panel.height()) <= page.heights.top(index) {
                Some(Beyond::Below)
            } else {
                None
            }
        });
        connected
    }

    /// Looks for both in a block that is drawn.
    pub fn add(&mut self, set: &SetBlock, at: Pos2, drawing: &Drawing<'_>) {
        let Some(id) = focused(drawing) else { return };
        let statement = drawing.opened.findings().statement(id);
        let panel = drawing.panel;
        let on_screen = |rect: &Rect| panel.contains(rect.center());
        for &span in statement
            .content
            .iter()
            .filter(|span| span.overlaps(set.span()))
        {
            let pieces = set.pieces(span).into_iter();
            let rects = pieces.map(|piece| piece.rect.translate(at.to_vec2()));
            self.content.extend(rects.filter(on_screen));
        }
        let places = statement.speaker.iter().flat_map(|voice| &voice.spans);
        for &span in places.filter(|span| span.overlaps(set.span())) {
            for piece in set.pieces(span) {
                let rect = piece.rect.translate(at.to_vec2());
                if on_screen(&rect) {
                    self.speaker.push(rect);
                } else if self.beyond.is_none() {
                    let is_above = rect.center().y < panel.top();
                    self.beyond = Some(if is_above {
                        Beyond::Above
                    } else {
                        Beyond::Below
                    });
                }
            }
        }
    }

    /// Once all blocks are known: a speaker with a place on screen is not beyond it.
    pub fn settle(&mut self) {
        if !self.speaker.is_empty() {
            self.beyond = None;
        }
    }

    /// Whether some of the statement is on screen.
    pub fn is_on_screen(&self) -> bool {
        !self.content.is_empty()
    }
}

/// Draws the lines.
pub fn paint(ui: &Ui, panel: Rect, measure: &Measure, connected: &Connected) {
    let (Some(first), Some(last)) = (connected.content.first(), connected.content.last()) else {
        return;
    };
    let palette = palette(ui);
    let shade = color(palette.accent.over(palette.paper, 0.6));
    let text_left = panel.left() + measure.left;
    let text_right = text_left + measure.width;
    let right = (text_right + GUTTER).min(panel.right() - 26.0);
    let (top, bottom) = (first.top() - 2.0, last.bottom() + 2.0);
    let painter = ui.painter();

    if let Some((card, list)) = card_of_this_frame(ui.ctx()) {
        bracket(painter, right, top, bottom, shade);
        // Where the card is cut off by the edge of its list, the line ends at the edge.
        let seen = card.intersect(list);
        if 12.0 < seen.height() {
            let start = pos2(
                card.left(),
                seen.center().y.clamp(seen.top(), seen.top() + 26.0),
            );
            let end = pos2(right, start.y.clamp(top.min(bottom), bottom));
            // Drawn after the lists, over the edge between them and the article.
            let mut painter = painter.clone();
            painter.set_clip_rect(panel.union(list));
            line(&painter, start, end, shade);
        }
    }
    let Some(&speaker) = connected.speaker.first() else {
        return;
    };
    // Beside the nearest line of the statement.
    let nearest = connected.content.iter().min_by(|one, other| {
        let distance = |rect: &Rect| (rect.center().y - speaker.center().y).abs();
        distance(one).total_cmp(&distance(other))
    });
    let Some(nearest) = nearest else { return };
    // Between the lines, below underlines and above the letters of the next line.
    let between = speaker.bottom() + 4.5;
    let is_left = speaker.left() - text_left < text_right - speaker.right();
    let (x, end) = if is_left {
        (text_left - 8.0, speaker.left() + 4.0)
    } else {
        (right - 5.0, speaker.right() - 4.0)
    };
    let turn = pos2(x, between);
    if 6.0 < (nearest.center().y - between).abs() {
        dots(painter, pos2(x, nearest.center().y), turn, shade);
    }
    dots(painter, turn, pos2(end, between), shade);
}

/// A thin line beside the lines of the statement, with two ends that point to it.
fn bracket(painter: &Painter, x: f32, top: f32, bottom: f32, shade: Color32) {
    let stroke = Stroke::new(1.2, shade);
    painter.vline(x, top..=bottom, stroke);
    for y in [top, bottom] {
        painter.hline(x - 4.0..=x, y, stroke);
    }
}

fn line(painter: &Painter, start: Pos2, end: Pos2, shade: Color32) {
    let middle = 0.5 * (start.x + end.x);
    let points = [start, pos2(middle, start.y), pos2(middle, end.y), end];
    let stroke = Stroke::new(1.2, shade);
    painter.add(CubicBezierShape::from_points_stroke(
        points,
        false,
        Color32::TRANSPARENT,
        stroke,
    ));
    painter.circle_filled(start, 2.6, shade);
}

fn dots(painter: &Painter, start: Pos2, end: Pos2, shade: Color32) {
    let way = end - start;
    let n_dots = (way.length() / 4.5).floor().clamp(1.0, 1000.0);
    for index in 0..=n_dots as usize {
        let at = start + way * (index as f32 / n_dots);
        painter.circle_filled(at, 0.95, shade);
    }
}
