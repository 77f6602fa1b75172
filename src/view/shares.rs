//! How shares are drawn as bars: where each part lies, in which colour, and in a pattern that survives a grey print.

use super::balance::Part;
use super::palette::{Palette, Rgb};

/// A rectangle, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// From left to right.
    pub width: f32,
    /// From top to bottom.
    pub height: f32,
}

/// What lies over the colour of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// Nothing.
    Plain,
    /// Slanting lines.
    Hatched,
    /// Dots.
    Dotted,
}

/// How a part looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The ground.
    pub fill: Rgb,
    /// Lines and dots on it.
    pub line: Rgb,
    /// Which of them.
    pub pattern: Pattern,
}

impl Palette {
    /// How a part of the words looks: as the bars in the margin of the article, solid, hatched and dotted.
    pub fn part(&self, part: Part) -> Look {
        let (fill, pattern) = match part {
            Part::Direct => (self.accent, Pattern::Plain),
            Part::Indirect => (self.accent.over(self.card, 0.26), Pattern::Hatched),
            Part::Reported => (self.accent.over(self.card, 0.10), Pattern::Dotted),
            Part::Narrator => (self.muted.over(self.card, 0.21), Pattern::Plain),
        };
        Look {
            fill,
            line: self.accent.over(self.card, 0.85),
            pattern,
        }
    }
}

/// Space between two parts, which is taken from both.
const GAP: f32 = 1.5;

/// Narrower than this, nothing is seen of a part.
const LEAST: f32 = 2.0;

/// Where each part that is not empty lies in a bar as wide as `whole` words.
pub fn segments(bar: Area, counts: [usize; Part::ALL.len()], whole: usize) -> Vec<(Part, Area)> {
    let per_word = bar.width / whole.max(1) as f32;
    let mut x = bar.x;
    let mut segments = Vec::new();
    for (part, count) in Part::ALL.into_iter().zip(counts) {
        if count == 0 {
            continue;
        }
        let width = per_word * count as f32;
        let right = (x + width - GAP).max(x + LEAST).min(bar.x + bar.width);
        let left = x.min(right - LEAST);
        segments.push((
            part,
            Area {
                x: left,
                width: right - left,
                ..bar
            },
        ));
        x = (x + width).max(right + GAP);
    }
    if let Some((_, last)) = segments.last_mut() {
        // What is whole reaches the end.
        let end = bar.x + per_word * counts.iter().sum::<usize>() as f32;
        last.width = last
            .width
            .max((end - last.x).min(bar.x + bar.width - last.x));
    }
    segments
}

/// Slanting lines across an area, `step` apart, each from one point to another.
pub fn hatching(area: Area, step: f32) -> Vec<[(f32, f32); 2]> {
    let (right, bottom) = (area.x + area.width, area.y + area.height);
    let n_lines = ((area.width + area.height) / step).max(0.0) as usize;
    let lines = (0..=n_lines).map(|index| {
        // Where the line meets the lower edge, if that went on for ever; it rises to the right.
        let foot = area.x - area.height + step * (index as f32 + 0.5);
        let from = if foot < area.x {
            (area.x, bottom - (area.x - foot))
        } else {
            (foot, bottom)
        };
        let top = foot + area.height;
        let to = if right < top {
            (right, area.y + (top - right))
        } else {
            (top, area.y)
        };
        [from, to]
    });
    lines
        .filter(|[from, to]| from.0 < to.0 && from.0 < right)
        .collect()
}

/// Dots over an area, `step` apart, every other row moved by half a step.
pub fn dotting(area: Area, step: f32) -> Vec<(f32, f32)> {
    let n_rows = (area.height / step).floor().max(1.0) as usize;
    let top = area.y + (area.height - step * (n_rows - 1) as f32) / 2.0;
    let mut dots = Vec::new();
    for row in 0..n_rows {
        let mut x = area.x + step * if row % 2 == 0 { 0.5 } else { 1.0 };
        while x < area.x + area.width - 1.0 {
            dots.push((x, top + step * row as f32));
            x += step;
        }
    }
    dots
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BAR: Area = Area {
        x: 10.0,
        y: 5.0,
        width: 100.0,
        height: 12.0,
    };

    #[test]
    fn parts_lie_side_by_side_and_the_whole_fills_the_bar() {
        let segments = segments(BAR, [50, 0, 25, 25], 100);
        let shown: Vec<_> = segments
            .iter()
            .map(|(part, area)| (*part, area.x, area.width))
            .collect();
        let expected = [
            (Part::Direct, 10.0, 48.5),
            (Part::Reported, 60.0, 23.5),
            (Part::Narrator, 85.0, 25.0),
        ];
        assert_eq!(shown, expected);
    }

    #[test]
    fn no_two_parts_look_the_same_without_colour() {
        let looks = Part::ALL.map(|part| Palette::LIGHT.part(part));
        for (index, one) in looks.iter().enumerate() {
            for other in &looks[index + 1..] {
                let is_apart = crate::view::palette::contrast(one.fill, other.fill) > 2.0;
                assert!(
                    is_apart || one.pattern != other.pattern,
                    "{one:?} {other:?}"
                );
            }
        }
    }

    proptest! {
        #[test]
        fn nothing_leaves_its_bar(counts in [0_usize..50, 0..50, 0..3, 0..2000], more in 0_usize..100) {
            let whole = counts.iter().sum::<usize>() + more;
            let segments = segments(BAR, counts, whole);
            prop_assert_eq!(segments.len(), counts.iter().filter(|&&count| 0 < count).count());
            for (_, area) in segments {
                prop_assert!(0.0 < area.width && BAR.x - 2.0 <= area.x);
                prop_assert!(area.x + area.width <= BAR.x + BAR.width + 0.01);
                for [from, to] in hatching(area, 4.0) {
                    for (x, y) in [from, to] {
                        prop_assert!(area.x - 0.01 <= x && x <= area.x + area.width + 0.01);
                        prop_assert!(area.y - 0.01 <= y && y <= area.y + area.height + 0.01);
                    }
                }
                for (x, y) in dotting(area, 4.0) {
                    prop_assert!(area.x <= x && x <= area.x + area.width);
                    prop_assert!(area.y <= y && y <= area.y + area.height);
                }
            }
        }
    }
}
