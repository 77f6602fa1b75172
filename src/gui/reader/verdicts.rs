//! What was decided of marks, quietly: a frame of dashes around mere guesses, a tick where one is confirmed, a plus where the
//! reader has added one, a wave where he has changed one. Shapes, so that a grey print tells them apart.

use eframe::egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Ui, vec2};

use crate::document::{Mention, MentionId, Verdict};
use crate::gui::theme::color;
use crate::view::palette::Palette;

use super::Drawing;
use super::marks::{self, Mark};

/// Below this, what nobody has confirmed is a guess.
const GUESS: f32 = 0.5;

/// How far a sign reaches from its middle, at the usual size of text.
const REACH: f32 = 3.0;

/// Whether it is a guess that nobody has looked at.
fn is_guess(mention: &Mention) -> bool {
    mention.verdict == Verdict::Open && mention.confidence.get() < GUESS
}

/// Frames of dashes around guesses, under the letters.
pub fn frames(ui: &Ui, marks: &[Mark], drawing: &Drawing<'_>, palette: &Palette) {
    let findings = drawing.opened.findings();
    for mark in marks {
        let mention = findings.mention(mark.id);
        if !is_guess(mention) || marks::is_bare(drawing, mark.id, mention, None) {
            continue;
        }
        let stroke = Stroke::new(1.0, color(palette.line(mention.kind)));
        for plate in &mark.plates {
            ui.painter().extend(dashes(plate.expand(0.5), stroke));
        }
    }
}

fn dashes(plate: Rect, stroke: Stroke) -> Vec<Shape> {
    // The lower edge has the line of the kind.
    let way = [
        plate.left_bottom(),
        plate.left_top(),
        plate.right_top(),
        plate.right_bottom(),
    ];
    Shape::dashed_line(&way, stroke, 3.0, 3.0)
}

/// Signs at the upper right corner of what the reader has decided, over the letters. Where a mark has its letter on it, the
/// sign stands beside that.
pub fn signs(
    ui: &Ui,
    marks: &[Mark],
    (hovered, scale): (Option<MentionId>, f32),
    drawing: &Drawing<'_>,
    palette: &Palette,
) {
    let findings = drawing.opened.findings();
    if drawing.session.settings.letter_tags {
        return;
    }
    for mark in marks {
        let mention = findings.mention(mark.id);
        if hovered == Some(mark.id) || marks::is_bare(drawing, mark.id, mention, None) {
            continue;
        }
        let Some(plate) = mark.plates.last() else {
            continue;
        };
        let reach = REACH * scale;
        let at = plate.right_top() + vec2(-0.2 * reach, -0.4 * reach);
        let line = color(palette.line(mention.kind));
        let paper = color(palette.paper);
        sign(ui.painter(), at, reach, mention.verdict, Some(paper), line);
    }
}

/// The sign of a verdict, on a ground that keeps it off the letters; nothing for what nobody has looked at.
pub fn sign(
    painter: &Painter,
    at: Pos2,
    reach: f32,
    verdict: Verdict,
    ground: Option<Color32>,
    ink: Color32,
) {
    let points: &[&[(f32, f32)]] = match verdict {
        Verdict::Open | Verdict::Rejected => return,
        Verdict::Accepted => &[&[(-0.9, 0.1), (-0.25, 0.8), (0.95, -0.75)]],
        Verdict::Added => &[&[(-0.9, 0.0), (0.9, 0.0)], &[(0.0, -0.9), (0.0, 0.9)]],
        Verdict::Changed => &[&[
            (-1.0, 0.25),
            (-0.55, -0.4),
            (0.0, 0.0),
            (0.55, 0.4),
            (1.0, -0.25),
        ]],
    };
    if let Some(ground) = ground {
        painter.circle_filled(at, 1.5 * reach, ground);
    }
    for line in points {
        let line = line.iter().map(|&(x, y)| at + reach * vec2(x, y)).collect();
        painter.add(Shape::line(line, Stroke::new(1.3, ink)));
    }
}
