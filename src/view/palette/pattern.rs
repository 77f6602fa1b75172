//! The patterns of marks and bars: what tells kinds apart where colours do not.

use crate::document::{Kind, StatementKind};

/// How a mark is underlined, so that a print without colours still tells the kinds apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Underline {
    /// One line: persons.
    Solid,
    /// Two lines: organisations.
    Double,
    /// Dots: places.
    Dotted,
    /// Dashes: other names.
    Dashed,
    /// A thin line: roles.
    Thin,
    /// A thin line with a point at its beginning: dates.
    Point,
    /// Fine points: times.
    Fine,
    /// A thin line between two ends: durations.
    Ends,
    /// Fine dashes: amounts.
    Short,
}

/// The pattern for a kind.
pub fn underline(kind: Kind) -> Underline {
    match kind {
        Kind::Person => Underline::Solid,
        Kind::Organisation => Underline::Double,
        Kind::Location => Underline::Dotted,
        Kind::Other => Underline::Dashed,
        Kind::Role => Underline::Thin,
        Kind::Date => Underline::Point,
        Kind::Time => Underline::Fine,
        Kind::Duration => Underline::Ends,
        Kind::Amount => Underline::Short,
    }
}

/// How the margin marks a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    /// The very words.
    Solid,
    /// The sense, in the reporter's words.
    Hatched,
    /// That something was said.
    Dotted,
}

/// The pattern for a kind of statement.
pub fn bar(kind: StatementKind) -> Bar {
    match kind {
        StatementKind::Direct => Bar::Solid,
        StatementKind::Indirect
        | StatementKind::FreeIndirect
        | StatementKind::IndirectFreeIndirect => Bar::Hatched,
        StatementKind::Reported => Bar::Dotted,
    }
}

/// A piece of a pattern: x runs along the words, y downwards from the lowest line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stroke {
    /// A line along the words.
    Across {
        /// Where it begins.
        from: f32,
        /// Where it ends.
        to: f32,
        /// How far it stands below the lowest line; less than zero is above.
        y: f32,
        /// How thick it is.
        width: f32,
    },
    /// A short upright line.
    Upright {
        /// Where it stands.
        x: f32,
        /// Its upper end.
        from: f32,
        /// Its lower end.
        to: f32,
        /// How thick it is.
        width: f32,
    },
    /// A dot.
    Dot {
        /// Where its centre is.
        x: f32,
        /// How far the centre stands below the lowest line.
        y: f32,
        /// From the centre to the edge.
        radius: f32,
    },
}

/// Draws a pattern under words that reach from `start` to `end`, piece by piece.
pub fn strokes(underline: Underline, start: f32, end: f32, mut draw: impl FnMut(Stroke)) {
    let whole = |y: f32, width: f32| Stroke::Across {
        from: start,
        to: end,
        y,
        width,
    };
    match underline {
        Underline::Solid => draw(whole(0.0, 2.0)),
        Underline::Double => {
            draw(whole(0.0, 1.0));
            draw(whole(-2.6, 1.0));
        }
        Underline::Dotted => dots(start, end, 3.6, -0.3, 1.15, draw),
        Underline::Dashed => dashes(start, end, (5.0, 7.5), 1.6, draw),
        Underline::Thin => draw(whole(0.0, 1.2)),
        Underline::Point => {
            draw(whole(0.0, 1.2));
            draw(Stroke::Dot {
                x: start + 1.8,
                y: 0.0,
                radius: 2.1,
            });
        }
        Underline::Fine => dots(start, end, 5.0, -0.2, 0.9, draw),
        Underline::Ends => {
            draw(whole(0.0, 1.2));
            for x in [start + 0.6, end - 0.6] {
                draw(Stroke::Upright {
                    x,
                    from: -2.6,
                    to: 2.2,
                    width: 1.2,
                });
            }
        }
        Underline::Short => dashes(start, end, (2.6, 4.6), 1.2, draw),
    }
}

fn dots(start: f32, end: f32, step: f32, y: f32, radius: f32, mut draw: impl FnMut(Stroke)) {
    let mut x = start + 1.0;
    while x < end {
        draw(Stroke::Dot { x, y, radius });
        x += step;
    }
}

/// Dashes of a length, each a period after the one before.
fn dashes(
    start: f32,
    end: f32,
    (length, period): (f32, f32),
    width: f32,
    mut draw: impl FnMut(Stroke),
) {
    let mut from = start;
    while from < end {
        draw(Stroke::Across {
            from,
            to: (from + length).min(end),
            y: 0.0,
            width,
        });
        from += period;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As many pixels as a word of six letters is wide, and room for all patterns.
    const WIDTH: usize = 48;
    const HEIGHT: usize = 9;
    /// The lowest line.
    const BASE: f32 = 5.5;

    /// How much of each pixel is covered: a picture without colours.
    fn picture(kind: Kind) -> Vec<f32> {
        const SAMPLES: usize = 4;
        let mut pieces = Vec::new();
        strokes(underline(kind), 0.0, WIDTH as f32, |piece| {
            pieces.push(piece);
        });
        let is_inked = |x: f32, y: f32| {
            pieces.iter().any(|piece| match *piece {
                Stroke::Across {
                    from,
                    to,
                    y: at,
                    width,
                } => from <= x && x < to && (y - at).abs() <= width / 2.0,
                Stroke::Upright {
                    x: at,
                    from,
                    to,
                    width,
                } => from <= y && y < to && (x - at).abs() <= width / 2.0,
                Stroke::Dot {
                    x: at_x,
                    y: at_y,
                    radius,
                } => (x - at_x).hypot(y - at_y) <= radius,
            })
        };
        let pixels = (0..HEIGHT).flat_map(|row| (0..WIDTH).map(move |column| (column, row)));
        pixels
            .map(|(column, row)| {
                let samples = (0..SAMPLES * SAMPLES).filter(|sample| {
                    let inside = |at: usize| (at as f32 + 0.5) / SAMPLES as f32;
                    let x = column as f32 + inside(sample % SAMPLES);
                    let y = row as f32 + inside(sample / SAMPLES) - BASE;
                    is_inked(x, y)
                });
                samples.count() as f32 / (SAMPLES * SAMPLES) as f32
            })
            .collect()
    }

    #[test]
    fn every_kind_has_a_pattern_of_its_own() {
        for (index, kind) in Kind::ALL.into_iter().enumerate() {
            let others = &Kind::ALL[index + 1..];
            assert!(
                others
                    .iter()
                    .all(|&other| underline(other) != underline(kind)),
                "{kind:?}"
            );
        }
    }

    #[test]
    fn patterns_differ_in_a_picture_without_colours() {
        for (index, kind) in Kind::ALL.into_iter().enumerate() {
            let one = picture(kind);
            let ink: f32 = one.iter().sum();
            assert!(10.0 <= ink, "{kind:?} is hardly there: {ink}");
            for &other in &Kind::ALL[index + 1..] {
                let pixels = one.iter().zip(picture(other));
                let apart: f32 = pixels.map(|(one, other)| (one - other).abs()).sum();
                // The least are role and date: the point at the beginning.
                assert!(5.0 <= apart, "{kind:?} {other:?} {apart}");
            }
        }
    }

    #[test]
    fn patterns_end_with_the_words() {
        for kind in Kind::ALL {
            strokes(underline(kind), 10.0, 13.0, |piece| match piece {
                Stroke::Across { from, to, .. } => assert!(10.0 <= from && to <= 13.0),
                Stroke::Upright { x, .. } | Stroke::Dot { x, .. } => {
                    assert!((10.0..=13.0).contains(&x), "{kind:?}");
                }
            });
        }
    }
}
