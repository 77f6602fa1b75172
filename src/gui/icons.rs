//! Small signs, drawn with lines so that they are sharp in every size and colour.

use eframe::egui::{Color32, Painter, Pos2, Rect, Stroke, StrokeKind, pos2};

/// A sign on a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// An open folder.
    Open,
    /// An arrow out of a tray.
    Export,
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
}

/// Draws an icon into the middle of `rect`, 16 points wide.
pub fn paint(painter: &Painter, rect: Rect, icon: Icon, color: Color32) {
    let stroke = Stroke::new(1.5, color);
    let center = rect.center();
    // Drawn on a grid from -8 to 8 around the middle.
    let at = |x: f32, y: f32| pos2(center.x + x, center.y + y);
    let line = |points: &[(f32, f32)]| {
        let points: Vec<Pos2> = points.iter().map(|&(x, y)| at(x, y)).collect();
        painter.line(points, stroke);
    };
    match icon {
        Icon::Open => {
            line(&[
                (-7.0, 5.5),
                (-7.0, -5.0),
                (-2.5, -5.0),
                (-0.8, -3.0),
                (5.0, -3.0),
                (5.0, -0.5),
            ]);
            line(&[
                (-7.0, 5.5),
                (-4.5, -0.5),
                (7.5, -0.5),
                (5.0, 5.5),
                (-7.0, 5.5),
            ]);
        }
        Icon::Back => line(&[(2.5, -5.0), (-2.5, 0.0), (2.5, 5.0)]),
        Icon::Forward => line(&[(-2.5, -5.0), (2.5, 0.0), (-2.5, 5.0)]),
        Icon::Keys => {
            let frame = Rect::from_center_size(center, eframe::egui::vec2(15.0, 10.0));
            painter.rect_stroke(frame, 2.0, stroke, StrokeKind::Middle);
            for x in [-4.0, 0.0, 4.0] {
                painter.circle_filled(at(x, -1.8), 0.9, color);
            }
            line(&[(-3.5, 2.0), (3.5, 2.0)]);
        }
        Icon::Search => {
            painter.circle_stroke(at(-1.5, -1.5), 4.6, stroke);
            line(&[(1.9, 1.9), (6.2, 6.2)]);
        }
        Icon::Up => line(&[(-4.0, 2.0), (0.0, -2.0), (4.0, 2.0)]),
        Icon::Export => {
            line(&[(-6.5, 1.0), (-6.5, 6.0), (6.5, 6.0), (6.5, 1.0)]);
            line(&[(0.0, 2.5), (0.0, -6.5)]);
            line(&[(-3.5, -3.0), (0.0, -6.5), (3.5, -3.0)]);
        }
        Icon::Close => {
            line(&[(-4.0, -4.0), (4.0, 4.0)]);
            line(&[(-4.0, 4.0), (4.0, -4.0)]);
        }
        Icon::Plus => {
            line(&[(-4.0, 0.0), (4.0, 0.0)]);
            line(&[(0.0, -4.0), (0.0, 4.0)]);
        }
        Icon::Role | Icon::Calendar | Icon::Clock | Icon::Hourglass | Icon::Amount => {
            paint_kind(painter, center, icon, stroke);
        }
        Icon::Voices | Icon::From | Icon::Unfolded | Icon::Folded | Icon::Group => {
            paint_list(icon, line);
        }
        Icon::Minus => line(&[(-4.0, 0.0), (4.0, 0.0)]),
        Icon::Page => {
            let sheet = Rect::from_center_size(center, eframe::egui::vec2(11.0, 14.0));
            painter.rect_stroke(sheet, 1.5, stroke, StrokeKind::Middle);
            line(&[(-2.8, -3.0), (2.8, -3.0)]);
            line(&[(-2.8, 0.0), (2.8, 0.0)]);
            line(&[(-2.8, 3.0), (0.8, 3.0)]);
        }
    }
}

/// The signs of lists of statements.
fn paint_list(icon: Icon, line: impl Fn(&[(f32, f32)])) {
    match icon {
        Icon::Voices => {
            line(&[
                (-7.5, -6.0),
                (3.5, -6.0),
                (3.5, 0.5),
                (-3.0, 0.5),
                (-5.5, 3.0),
                (-5.5, 0.5),
                (-7.5, 0.5),
                (-7.5, -6.0),
            ]);
            line(&[
                (6.0, -2.5),
                (7.5, -2.5),
                (7.5, 4.0),
                (5.5, 4.0),
                (5.5, 6.5),
                (3.0, 4.0),
                (-1.0, 4.0),
            ]);
        }
        Icon::From => {
            line(&[(4.5, 0.0), (-4.5, 0.0)]);
            line(&[(-1.5, -3.0), (-4.5, 0.0), (-1.5, 3.0)]);
        }
        Icon::Unfolded => line(&[(-4.0, -2.0), (0.0, 2.0), (4.0, -2.0)]),
        Icon::Group => {
            line(&[(-6.5, -5.5), (6.5, -5.5)]);
            line(&[(-2.5, -2.0), (6.5, -2.0)]);
            line(&[(-6.5, 2.0), (6.5, 2.0)]);
            line(&[(-2.5, 5.5), (6.5, 5.5)]);
        }
        Icon::Folded => line(&[(-2.0, -4.0), (2.0, 0.0), (-2.0, 4.0)]),
        Icon::Open
        | Icon::Back
        | Icon::Forward
        | Icon::Keys
        | Icon::Search
        | Icon::Up
        | Icon::Export
        | Icon::Close
        | Icon::Plus
        | Icon::Minus
        | Icon::Page
        | Icon::Role
        | Icon::Calendar
        | Icon::Clock
        | Icon::Hourglass
        | Icon::Amount => {}
    }
}

/// The signs of what is marked in the text beside names.
fn paint_kind(painter: &Painter, center: Pos2, icon: Icon, stroke: Stroke) {
    let at = |x: f32, y: f32| pos2(center.x + x, center.y + y);
    let line = |points: &[(f32, f32)]| {
        let points: Vec<Pos2> = points.iter().map(|&(x, y)| at(x, y)).collect();
        painter.line(points, stroke);
    };
    match icon {
        Icon::Role => {
            let case = Rect::from_min_max(at(-6.0, -2.5), at(6.0, 5.5));
            painter.rect_stroke(case, 1.5, stroke, StrokeKind::Middle);
            line(&[(-2.5, -2.5), (-2.5, -5.0), (2.5, -5.0), (2.5, -2.5)]);
            line(&[(-6.0, 1.0), (6.0, 1.0)]);
        }
        Icon::Calendar => {
            let sheet = Rect::from_min_max(at(-5.5, -4.0), at(5.5, 5.5));
            painter.rect_stroke(sheet, 1.5, stroke, StrokeKind::Middle);
            line(&[(-5.5, -0.8), (5.5, -0.8)]);
            line(&[(-2.5, -5.8), (-2.5, -3.0)]);
            line(&[(2.5, -5.8), (2.5, -3.0)]);
        }
        Icon::Clock => {
            painter.circle_stroke(at(0.0, 0.0), 5.6, stroke);
            line(&[(0.0, -3.2), (0.0, 0.2), (2.4, 1.8)]);
        }
        Icon::Hourglass => {
            line(&[(-4.5, -5.5), (4.5, -5.5)]);
            line(&[(-4.5, 5.5), (4.5, 5.5)]);
            line(&[(-3.5, -5.5), (-3.5, -3.5), (3.5, 3.5), (3.5, 5.5)]);
            line(&[(3.5, -5.5), (3.5, -3.5), (-3.5, 3.5), (-3.5, 5.5)]);
        }
        Icon::Amount => {
            line(&[(-1.2, -5.5), (-3.2, 5.5)]);
            line(&[(3.2, -5.5), (1.2, 5.5)]);
            line(&[(-4.8, -2.0), (5.2, -2.0)]);
            line(&[(-5.2, 2.0), (4.8, 2.0)]);
        }
        Icon::Open
        | Icon::Back
        | Icon::Forward
        | Icon::Keys
        | Icon::Search
        | Icon::Up
        | Icon::Export
        | Icon::Close
        | Icon::Plus
        | Icon::Minus
        | Icon::Voices
        | Icon::From
        | Icon::Unfolded
        | Icon::Folded
        | Icon::Group
        | Icon::Page => {}
    }
}
