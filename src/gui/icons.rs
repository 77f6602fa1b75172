//! Small signs, drawn with lines so that they are sharp in every size and colour.

mod shapes;

use eframe::egui::{Color32, Painter, Pos2, Rect, Stroke, StrokeKind, pos2};

use shapes::Shape;

/// A sign on a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// An open folder.
    Open,
    /// An arrow out of a tray.
    Export,
    /// Two sheets, one over the other.
    Copy,
    /// A cross.
    Close,
    /// Larger.
    Plus,
    /// Smaller.
    Minus,
    /// A sheet of paper.
    Page,
    /// A briefcase: offices and professions.
    Role,
    /// A sheet of a calendar.
    Calendar,
    /// A clock.
    Clock,
    /// An hourglass.
    Hourglass,
    /// A number sign.
    Amount,
    /// Two speech bubbles.
    Voices,
    /// An arrow to the left: where something came from.
    From,
    /// A group that is open.
    Unfolded,
    /// A group that is closed.
    Folded,
    /// Lines under headings.
    Group,
    /// To what was looked at before.
    Back,
    /// To what was looked at after that.
    Forward,
    /// A key.
    Keys,
    /// A magnifying glass.
    Search,
    /// To what stands above.
    Up,

    /// An arrow that turns back.
    Undo,
    /// An arrow that turns forth.
    Redo,
    /// A hook: it is right.
    Check,
    /// A star.
    Star,
    /// A pencil.
    Pencil,
    /// A sheet with a bent corner: the reader's note.
    Note,
    /// Three dots: there is more to do.
    More,
    /// Two ways that become one.
    Merge,
    /// Somebody.
    Person,
}

/// Draws an icon into the middle of `rect`, 16 points wide.
pub fn paint(painter: &Painter, rect: Rect, icon: Icon, color: Color32) {
    let stroke = Stroke::new(1.5, color);
    let center = rect.center();
    let at = |x: f32, y: f32| pos2(center.x + x, center.y + y);
    for shape in shapes::of(icon) {
        match *shape {
            Shape::Line(points) => {
                let points: Vec<Pos2> = points.iter().map(|&(x, y)| at(x, y)).collect();
                painter.line(points, stroke);
            }
            Shape::Frame(left, top, right, bottom) => {
                let frame = Rect::from_min_max(at(left, top), at(right, bottom));
                painter.rect_stroke(frame, 1.5, stroke, StrokeKind::Middle);
            }
            Shape::Circle(x, y, radius) => {
                painter.circle_stroke(at(x, y), radius, stroke);
            }
            Shape::Dot(x, y, radius) => {
                painter.circle_filled(at(x, y), radius, color);
            }
        }
    }
}
