//! Cards of all kinds: nothing is cut off, and what is not literal says so.

use super::fitting::{ASCENT, SIZES};
use super::*;
use crate::exchange::citation;

fn card(words: &str, cut: Cut, is_literal: bool) -> Card {
    let [mut citation, ..] = citation::tests::citations();
    citation.words = vec![words.to_owned()];
    if !is_literal {
        citation.rendering = Rendering::Paraphrase;
    }
    Card {
        citation,
        source: citation::tests::source(),
        part: if is_literal {
            Part::Direct
        } else {
            Part::Indirect
        },
        label: if is_literal {
            String::new()
        } else {
            "sinngemäß".to_owned()
        },
        cut,
        palette: &Palette::LIGHT,
    }
}

fn shown(picture: &Picture) -> Vec<&Words> {
    let shapes = picture.shapes.iter();
    let words = shapes.filter_map(|shape| match shape {
        Shape::Words(words) => Some(words),
        _ => None,
    });
    words.collect()
}

#[test]
fn nothing_lies_beyond_the_edge_or_on_something_else() {
    let letters = Letters::new();
    for cut in Cut::ALL {
        for n_words in [0, 1, 12, 60, 200, 3000] {
            for word in [
                "Brücke ",
                "Donaudampfschifffahrtsgesellschaft ",
                "👩\u{200d}👧 书 ",
            ] {
                let words = format!("„{}“", word.repeat(n_words).trim());
                for is_literal in [true, false] {
                    check(&card(&words, cut, is_literal).draw(&letters), &letters);
                }
            }
        }
    }
}

/// Every line is inside, and below the one before.
fn check(picture: &Picture, letters: &Letters) {
    let mut words = shown(picture);
    words.retain(|words| words.anchor == Anchor::Start);
    words.sort_by(|one, other| one.at.1.total_cmp(&other.at.1));
    let mut below = MARGIN - 13.0;
    for words in words {
        let width = letters.width(&words.text, words.weight, words.size);
        assert!(
            words.at.0 + width <= picture.width - MARGIN + 1.0,
            "{}",
            words.text
        );
        let top = words.at.1 - ASCENT * words.size;
        assert!(below <= top + 0.5, "{}: {below} {top}", words.text);
        below = words.at.1;
    }
    assert!(below < picture.height - MARGIN / 2.0);
}

#[test]
fn long_words_become_small_and_then_are_cut_behind_a_word() {
    let letters = Letters::new();
    let largest = |words: &str| {
        let picture = card(words, Cut::Wide, true).draw(&letters);
        let mut words = shown(&picture);
        words.retain(|words| words.weight == Weight::Text);
        let text: Vec<String> = words.iter().map(|words| words.text.clone()).collect();
        (words[0].size, text.join(" "))
    };
    let (short, _) = largest("„Wir bauen.“");
    let (long, text) = largest(&format!("„{}Ende.“", "Wir bauen. ".repeat(20)));
    assert!(long < short && text.ends_with("Ende.“"), "{long} {text}");
    let (least, text) = largest(&format!("„{}“", "Wir bauen. ".repeat(400)));
    assert!(least <= SIZES.1 && text.ends_with(" …“"), "{text}");
    let last = text.trim_end_matches(" …“");
    assert!(last.ends_with("Wir") || last.ends_with("bauen"), "{text}");
}

#[test]
fn what_is_not_literal_says_so_and_has_another_bar() {
    let letters = Letters::new();
    let direct = card("„Ja“", Cut::Wide, true).draw(&letters);
    let indirect = card("das sei so", Cut::Wide, false).draw(&letters);
    let says =
        |picture: &Picture, words: &str| shown(picture).iter().any(|line| line.text == words);
    assert!(says(&indirect, "sinngemäß") && !says(&direct, "sinngemäß"));
    assert!(says(&indirect, "das sei so"));
    let n_lines = |picture: &Picture| {
        let is_line = |shape: &&Shape| matches!(shape, Shape::Lines { .. });
        picture.shapes.iter().filter(is_line).count()
    };
    assert_eq!((n_lines(&direct), n_lines(&indirect)), (1, 2));
}

#[test]
fn the_pixels_have_the_size_and_the_colours() {
    for palette in Palette::ALL {
        for cut in Cut::ALL {
            let card = Card {
                palette,
                ..card("„Wir bauen die Brücke“", cut, true)
            };
            let pixels = card.paint();
            assert_eq!((pixels.width, pixels.height), cut.size());
            let has = |wanted: Rgb| {
                let mut all = pixels.bytes.chunks(4);
                all.any(|pixel| pixel == [wanted.0, wanted.1, wanted.2, 255])
            };
            assert!(has(palette.paper) && has(palette.ink) && has(palette.accent));
            assert!(pixels.png().is_ok_and(|png| png.starts_with(b"\x89PNG")));
        }
    }
}
