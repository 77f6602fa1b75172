//! A picture as SVG 1.1: text stays text, fonts are named, nothing is embedded.

use std::fmt::Write;

use super::{Anchor, Picture, Shape, Weight, Words};

/// What most systems have, if Inter is missing.
const FONTS: &str = "Inter, 'Helvetica Neue', Arial, sans-serif";

/// Writes the picture.
pub fn write(picture: &Picture) -> Vec<u8> {
    let mut svg = String::new();
    // Writing to a string cannot fail.
    let _ = draw(picture, &mut svg);
    svg.into_bytes()
}

fn draw(picture: &Picture, svg: &mut String) -> std::fmt::Result {
    let (width, height) = (number(picture.width), number(picture.height));
    writeln!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"{FONTS}\">"
    )?;
    writeln!(svg, "<title>{}</title>", escaped(&picture.title))?;
    writeln!(
        svg,
        "<rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>",
        picture.ground.hex()
    )?;
    for shape in &picture.shapes {
        match shape {
            Shape::Plate { area, corner, fill } => writeln!(
                svg,
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\" fill=\"{}\"/>",
                number(area.x),
                number(area.y),
                number(area.width),
                number(area.height),
                number(*corner),
                fill.hex()
            )?,
            Shape::Lines { ends, width, ink } => {
                let mut path = String::new();
                for [from, to] in ends {
                    let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(number);
                    write!(path, "M{x1} {y1}L{x2} {y2}")?;
                }
                writeln!(
                    svg,
                    "<path d=\"{path}\" stroke=\"{}\" stroke-width=\"{}\" fill=\"none\"/>",
                    ink.hex(),
                    number(*width)
                )?;
            }
            Shape::Dots {
                centers,
                radius,
                ink,
            } => {
                writeln!(svg, "<g fill=\"{}\">", ink.hex())?;
                for &(x, y) in centers {
                    let [x, y, radius] = [x, y, *radius].map(number);
                    writeln!(svg, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>")?;
                }
                writeln!(svg, "</g>")?;
            }
            Shape::Words(words) => text(words, svg)?,
        }
    }
    writeln!(svg, "</svg>")
}

fn text(words: &Words, svg: &mut String) -> std::fmt::Result {
    let anchor = match words.anchor {
        Anchor::Start => "",
        Anchor::End => " text-anchor=\"end\"",
    };
    let family = match words.weight {
        Weight::Text => " font-family=\"Literata, Georgia, serif\"",
        Weight::Regular | Weight::Medium | Weight::Strong => "",
    };
    writeln!(
        svg,
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\" font-weight=\"{}\" fill=\"{}\"{family}{anchor}>{}</text>",
        number(words.at.0),
        number(words.at.1),
        number(words.size),
        words.weight.number(),
        words.ink.hex(),
        escaped(&words.text)
    )
}

/// Two digits after the point are finer than any printer.
fn number(number: f32) -> String {
    let number = format!("{number:.2}");
    number
        .trim_end_matches('0')
        .trim_end_matches('.')
        .to_owned()
}

/// As text of XML, which has no control characters.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            _ if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => {
                escaped.push(' ');
            }
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_words_are_harmless() {
        assert_eq!(
            [number(1.0), number(0.126), number(-0.5)],
            ["1", "0.13", "-0.5"]
        );
        assert_eq!(escaped("<a & b>\u{7}"), "&lt;a &amp; b&gt; ");
    }
}
