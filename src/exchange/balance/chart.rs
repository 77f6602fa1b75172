//! The balance as a picture: a bar of the whole text with its legend, a bar for each speaker, and who is not heard.

use super::pen::{MARGIN, Pen, RIGHT, WIDTH};
use crate::exchange::picture::{Anchor, Letters, Picture, Shape, Weight, Words};
use crate::view::balance::Part;
use crate::view::palette::Palette;
use crate::view::shares::Area;

/// What the picture says, in the reader's language.
#[derive(Clone, Debug, Default)]
pub struct Chart {
    /// „Wer kommt zu Wort?“
    pub title: String,
    /// The article.
    pub article: String,
    /// „612 Wörter · 23 Aussagen“.
    pub figures: String,
    /// The parts of the text, in the order of [`Part::ALL`].
    pub parts: [ChartPart; Part::ALL.len()],
    /// Over the speakers.
    pub voices_heading: String,
    /// Speakers, each with a bar.
    pub voices: Vec<ChartRow>,
    /// Instead of those for whom there is no room; empty if there is.
    pub more_voices: String,
    /// Over the names without a voice.
    pub silent_heading: String,
    /// „Kurt Weide · 5×“.
    pub silent: Vec<String>,
    /// Sentences on sources.
    pub notes: Vec<String>,
    /// Who made the picture.
    pub credit: String,
}

/// A part of the text.
#[derive(Clone, Debug, Default)]
pub struct ChartPart {
    /// „direkt“.
    pub label: String,
    /// „15 %“.
    pub share: String,
    /// Words of it.
    pub n_words: usize,
}

/// A speaker.
#[derive(Clone, Debug)]
pub struct ChartRow {
    /// How it is called.
    pub name: String,
    /// „Vize-Außenminister“; empty if there is none.
    pub role: String,
    /// „3 Aussagen · 45 Wörter“.
    pub figures: String,
    /// Words of each part.
    pub parts: [usize; Part::ALL.len()],
}

/// Where the bars of speakers begin and end.
const BARS: (f32, f32) = (330.0, 720.0);

impl Chart {
    /// The picture, on light paper.
    pub(super) fn draw(&self, letters: &Letters) -> Picture {
        let palette = &Palette::LIGHT;
        let mut pen = Pen {
            letters,
            palette,
            y: MARGIN,
            shapes: Vec::new(),
        };
        pen.line(&self.title, Weight::Strong, 30.0, palette.ink, 24.0);
        pen.line(&self.article, Weight::Medium, 17.0, palette.ink, 36.0);
        pen.line(&self.figures, Weight::Regular, 15.0, palette.muted, 26.0);
        pen.y += 24.0;
        self.whole(&mut pen);
        if !self.voices.is_empty() {
            pen.heading(&self.voices_heading);
            self.speakers(&mut pen);
        }
        if !self.silent.is_empty() {
            pen.heading(&self.silent_heading);
            pen.flow(&self.silent);
        }
        pen.y += 20.0;
        for note in &self.notes {
            pen.line(note, Weight::Regular, 14.0, palette.muted, 24.0);
        }
        pen.y += 34.0;
        let credit = Words {
            at: (RIGHT, pen.y),
            anchor: Anchor::End,
            ..pen.words(&self.credit, Weight::Regular, 12.0, palette.muted)
        };
        pen.shapes.push(Shape::Words(credit));
        Picture {
            width: WIDTH,
            height: pen.y + 28.0,
            ground: palette.paper,
            title: format!("{} {}", self.title, self.article),
            shapes: pen.shapes,
        }
    }

    /// All words of the article as one bar, and what its parts are.
    fn whole(&self, pen: &mut Pen<'_>) {
        let counts = [0, 1, 2, 3].map(|index: usize| self.parts[index].n_words);
        let bar = Area {
            x: MARGIN,
            y: pen.y,
            width: RIGHT - MARGIN,
            height: 40.0,
        };
        pen.bar(bar, counts, counts.iter().sum(), 4.0);
        pen.y += bar.height + 18.0;
        let column = (RIGHT - MARGIN) / Part::ALL.len() as f32;
        for (index, (part, words)) in Part::ALL.into_iter().zip(&self.parts).enumerate() {
            let x = MARGIN + column * index as f32;
            let swatch = Area {
                x,
                y: pen.y,
                width: 18.0,
                height: 18.0,
            };
            pen.plate(part, swatch, 4.0);
            let palette = pen.palette;
            let share = pen.words(&words.share, Weight::Strong, 17.0, palette.ink);
            let share = Words {
                at: (x + 28.0, pen.y + 15.0),
                ..share
            };
            pen.shapes.push(Shape::Words(share));
            let label = pen
                .letters
                .cut(&words.label, Weight::Regular, 14.0, column - 40.0);
            let label = pen.words(&label, Weight::Regular, 14.0, palette.muted);
            let label = Words {
                at: (x + 28.0, pen.y + 36.0),
                ..label
            };
            pen.shapes.push(Shape::Words(label));
        }
        pen.y += 36.0;
    }

    fn speakers(&self, pen: &mut Pen<'_>) {
        let sums = self
            .voices
            .iter()
            .map(|row| row.parts.iter().sum::<usize>());
        let most = sums.max().unwrap_or(1);
        let palette = pen.palette;
        for row in &self.voices {
            let height = if row.role.is_empty() { 34.0 } else { 46.0 };
            let room = BARS.0 - MARGIN - 16.0;
            let name = pen.letters.cut(&row.name, Weight::Medium, 15.0, room);
            let name = pen.words(&name, Weight::Medium, 15.0, palette.ink);
            let name = Words {
                at: (MARGIN, pen.y + 21.0),
                ..name
            };
            pen.shapes.push(Shape::Words(name));
            if !row.role.is_empty() {
                let role = pen.letters.cut(&row.role, Weight::Regular, 12.5, room);
                let role = pen.words(&role, Weight::Regular, 12.5, palette.muted);
                let role = Words {
                    at: (MARGIN, pen.y + 38.0),
                    ..role
                };
                pen.shapes.push(Shape::Words(role));
            }
            let bar = Area {
                x: BARS.0,
                y: pen.y + (height - 16.0) / 2.0,
                width: BARS.1 - BARS.0,
                height: 16.0,
            };
            pen.bar(bar, row.parts, most, 3.0);
            let figures = pen.words(&row.figures, Weight::Regular, 13.5, palette.muted);
            let figures = Words {
                at: (RIGHT, pen.y + height / 2.0 + 5.0),
                anchor: Anchor::End,
                ..figures
            };
            pen.shapes.push(Shape::Words(figures));
            pen.y += height;
        }
        if !self.more_voices.is_empty() {
            pen.line(
                &self.more_voices,
                Weight::Regular,
                13.5,
                palette.muted,
                24.0,
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::balance;
    use crate::view::palette::Rgb;

    fn chart(n_voices: usize) -> Chart {
        let row = |index: usize| ChartRow {
            name: format!("Ella & Rau <{index}>"),
            role: if index.is_multiple_of(2) {
                "Ministerin".repeat(9)
            } else {
                String::new()
            },
            figures: "3 Aussagen · 45 Wörter".to_owned(),
            parts: [index, 40, 5, 0],
        };
        Chart {
            title: "Wer kommt zu Wort?".to_owned(),
            article: "Ein langer Titel ".repeat(20),
            voices: (0..n_voices).map(row).collect(),
            silent: vec!["Kurt Weide · 5×".to_owned(); 12],
            parts: [3, 40, 0, 60].map(|n_words| ChartPart {
                label: "indirekt".to_owned(),
                share: "15\u{a0}%".to_owned(),
                n_words,
            }),
            notes: vec!["Anonyme Quellen: 2 Aussagen".to_owned()],
            ..Chart::default()
        }
    }

    /// Where every shape of a picture ends, to the right and below.
    fn extent(shape: &Shape, letters: &Letters) -> (f32, f32) {
        match shape {
            Shape::Plate { area, .. } => (area.x + area.width, area.y + area.height),
            Shape::Lines { ends, .. } => {
                ends.iter().fold((0.0_f32, 0.0_f32), |most, [from, to]| {
                    (most.0.max(from.0).max(to.0), most.1.max(from.1).max(to.1))
                })
            }
            Shape::Dots { centers, .. } => centers.iter().fold((0.0_f32, 0.0_f32), |most, at| {
                (most.0.max(at.0), most.1.max(at.1))
            }),
            Shape::Words(words) => {
                let width = match words.anchor {
                    Anchor::Start => letters.width(&words.text, words.weight, words.size),
                    Anchor::End => 0.0,
                };
                (words.at.0 + width, words.at.1)
            }
        }
    }

    #[test]
    fn nothing_is_cut_off() {
        let letters = Letters::new();
        for n_voices in [0, 1, 30] {
            let picture = chart(n_voices).draw(&letters);
            for shape in &picture.shapes {
                let (right, bottom) = extent(shape, &letters);
                assert!(right <= RIGHT + 0.5, "{right}");
                assert!(
                    bottom < picture.height - 20.0,
                    "{bottom} of {}",
                    picture.height
                );
            }
        }
    }

    #[test]
    fn the_drawing_is_well_formed_and_has_a_title() {
        let svg = String::from_utf8(balance::svg(&chart(3))).expect("it is text");
        assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
        assert!(svg.contains("<title>Wer kommt zu Wort? Ein"));
        assert!(svg.contains(">Ella &amp; Rau &lt;1&gt;</text>"));
        for element in ["svg", "text", "g", "title"] {
            let opened = svg.matches(&format!("<{element}>")).count()
                + svg.matches(&format!("<{element} ")).count();
            assert_eq!(
                opened,
                svg.matches(&format!("</{element}>")).count(),
                "{element}"
            );
        }
    }

    #[test]
    fn the_pixels_are_those_of_the_shapes() {
        let bytes = balance::png(&chart(2)).expect("it can be painted");
        let mut reader = png::Decoder::new(std::io::Cursor::new(&bytes))
            .read_info()
            .expect("it is a PNG");
        let mut pixels = vec![0; reader.output_buffer_size().expect("it is small")];
        let info = reader.next_frame(&mut pixels).expect("it is whole");
        assert_eq!(info.width, 2000);
        let pixel = |x: usize, y: usize| {
            let at = (y * info.width as usize + x) * 4;
            Rgb(pixels[at], pixels[at + 1], pixels[at + 2])
        };
        let palette = Palette::LIGHT;
        assert_eq!(pixel(3, 3), palette.paper);
        let has = |wanted: Rgb| {
            pixels
                .chunks(4)
                .any(|pixel| Rgb(pixel[0], pixel[1], pixel[2]) == wanted)
        };
        for part in [Part::Direct, Part::Indirect, Part::Narrator] {
            assert!(has(palette.part(part).fill), "{part:?}");
        }
        assert!(has(palette.ink), "letters are painted");
    }
}
