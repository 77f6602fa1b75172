//! A citation as a picture to share: large words, who says them, where they can be read.
//!
//! The bar beside the words is that of the article's margin: solid for direct speech, hatched for what is rendered,
//! dotted for what is only reported; what is not literal says so above, too. Long words become smaller, and where that does
//! not help they are cut behind a word, with „…“ and the closing quotation mark.

mod fitting;
mod sheet;

use fitting::{ASCENT, LEADING, fitted};
use sheet::Sheet;

use super::citation::{Citation, Rendering, Source};
use super::picture::{Anchor, Letters, Picture, Pixels, Shape, Weight, Words, paint};
use crate::view::balance::Part;
use crate::view::palette::{Palette, Rgb};
use crate::view::quoting;
use crate::view::shares::Area;

/// How a card is cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Cut {
    /// 1200 × 675, for posts and slides.
    #[default]
    Wide,
    /// 1080 × 1080.
    Square,
}

impl Cut {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Wide, Self::Square];

    /// Width and height, in pixels.
    pub fn size(self) -> (u16, u16) {
        match self {
            Self::Wide => (1200, 675),
            Self::Square => (1080, 1080),
        }
    }
}

/// What a card says, and how it looks.
#[derive(Clone, Debug)]
pub struct Card {
    /// The words, and who says them.
    pub citation: Citation,
    /// Where they can be read.
    pub source: Source,
    /// What kind of bar stands beside them.
    pub part: Part,
    /// „indirekte Rede“: what they are, if they are not literal.
    pub label: String,
    /// How it is cut.
    pub cut: Cut,
    /// Its colours.
    pub palette: &'static Palette,
}

/// Room at the edges.
const MARGIN: f32 = 72.0;
/// From the bar to the words.
const INDENT: f32 = 40.0;
/// The bar beside the words.
const BAR: f32 = 12.0;

impl Card {
    /// The picture as pixels.
    pub fn paint(&self) -> Pixels {
        let letters = Letters::new();
        paint(&self.draw(&letters), &letters, 1.0)
    }

    fn draw(&self, letters: &Letters) -> Picture {
        let (width, height) = self.cut.size();
        let (width, height) = (f32::from(width), f32::from(height));
        let mut sheet = Sheet {
            letters,
            palette: self.palette,
            right: width - MARGIN,
            shapes: Vec::new(),
        };
        let bottom = self.foot(&mut sheet, height);
        self.saying(&mut sheet, MARGIN - 12.0, bottom - 40.0);
        Picture {
            width,
            height,
            ground: self.palette.paper,
            title: self.citation.words.join(" "),
            shapes: sheet.shapes,
        }
    }

    /// Title, place and date under a fine line, and who made the card; returns where that begins.
    fn foot(&self, sheet: &mut Sheet<'_>, height: f32) -> f32 {
        let palette = self.palette;
        let source = &self.source;
        let mark = "Wortlaut";
        let mark_width = sheet.letters.width(mark, Weight::Strong, 22.0);
        let room = sheet.right - MARGIN - mark_width - 60.0;
        let parts = [&source.medium_name, &source.date, &source.byline].map(String::as_str);
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let place = parts.join(" · ");
        let title = if source.title.is_empty() {
            &source.file
        } else {
            &source.title
        };
        let mut lines = vec![(title.as_str(), Weight::Medium, 24.0, palette.ink)];
        lines.push((&place, Weight::Regular, 22.0, palette.muted));
        lines.retain(|(words, ..)| !words.is_empty());
        let mut y = height - MARGIN + 6.0;
        let last = y;
        for (words, weight, size, ink) in lines.into_iter().rev() {
            sheet.line(words, (MARGIN, y), weight, size, ink, room);
            y -= 34.0;
        }
        let top = y.min(height - MARGIN - 28.0) - 4.0;
        sheet.shapes.push(Shape::Words(Words {
            text: mark.to_owned(),
            at: (sheet.right, last),
            anchor: Anchor::End,
            weight: Weight::Strong,
            size: 22.0,
            ink: palette.accent,
        }));
        sheet.shapes.push(Shape::Lines {
            ends: vec![[(MARGIN, top), (sheet.right, top)]],
            width: 1.5,
            ink: palette.hairline,
        });
        top
    }

    /// The words with their bar, and who says them, in the middle between two heights.
    fn saying(&self, sheet: &mut Sheet<'_>, top: f32, bottom: f32) {
        let palette = self.palette;
        let left = MARGIN + BAR + INDENT;
        let width = sheet.right - left;
        let who = self.who();
        let label = if self.label.is_empty() { 0.0 } else { 62.0 };
        let below: f32 = who.iter().map(|line| line.step).sum();
        let room = bottom - top - label - below;
        let set = fitted(&self.words(), sheet.letters, width, room);
        let height = set.height();
        let mut y = top + (bottom - top - label - height - below) / 2.0;
        let start = y;
        if !self.label.is_empty() {
            sheet.pill(&self.label, (left, y));
            y += label;
        }
        for line in &set.lines {
            let base = y + ASCENT * set.size;
            sheet.line(
                line,
                (left, base),
                Weight::Text,
                set.size,
                palette.ink,
                f32::INFINITY,
            );
            y += LEADING * set.size;
        }
        y = start + label + height;
        sheet.bar(
            self.part,
            Area {
                x: MARGIN,
                y: start,
                width: BAR,
                height: label + height,
            },
        );
        for line in who {
            y += line.step;
            sheet.line(
                &line.words,
                (left, y),
                line.weight,
                line.size,
                (line.ink)(palette),
                width,
            );
        }
    }

    /// The words on one line, marked as the citation's kind demands.
    fn words(&self) -> String {
        let words = self.citation.words.join(" ");
        match self.citation.rendering {
            Rendering::Literal | Rendering::Paraphrase => words,
            Rendering::Article => quoting::from_article(&words),
        }
    }

    /// „Erika Ohnesorg“, under it „Bürgermeisterin, laut dpa“.
    fn who(&self) -> Vec<Line> {
        let citation = &self.citation;
        let ink: fn(&Palette) -> Rgb = |palette| palette.ink;
        let muted: fn(&Palette) -> Rgb = |palette| palette.muted;
        let parts = [&citation.role, &citation.via].map(String::as_str);
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let mut lines = Vec::new();
        if !citation.speaker.is_empty() {
            let is_named = !citation.is_unknown;
            lines.push(Line {
                words: citation.speaker.clone(),
                weight: if is_named {
                    Weight::Strong
                } else {
                    Weight::Regular
                },
                size: if is_named { 34.0 } else { 30.0 },
                step: 66.0,
                ink: if is_named { ink } else { muted },
            });
        }
        if !parts.is_empty() {
            lines.push(Line {
                words: parts.join(" · "),
                weight: Weight::Regular,
                size: 26.0,
                step: if lines.is_empty() { 62.0 } else { 38.0 },
                ink: muted,
            });
        }
        lines
    }
}

/// A line under the words.
struct Line {
    words: String,
    weight: Weight,
    size: f32,
    /// How far its base line is below what is above.
    step: f32,
    ink: fn(&Palette) -> Rgb,
}

#[cfg(test)]
mod tests;
