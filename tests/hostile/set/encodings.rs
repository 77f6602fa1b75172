//! Bytes that are nearly text, and characters that are not for reading.

use super::Expected::{Either, Message, Reading};
use super::{Hostile, SENTENCE, file, text};

fn utf_16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// Noise that is the same every time.
fn noise(n_bytes: usize) -> Vec<u8> {
    let mut state = 7_u64;
    let mut random = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 56) as u8
    };
    (0..n_bytes).map(|_| random()).collect()
}

pub fn files() -> Vec<Hostile> {
    [bytes(), characters()].into_iter().flatten().collect()
}

fn bytes() -> Vec<Hostile> {
    vec![
        file("nul-bytes.txt", Message("binary data"), || {
            vec![0; 10_000_000]
        }),
        file("nul-between.txt", Reading("regnet"), || {
            format!("{SENTENCE}\0 ").repeat(2000).into_bytes()
        }),
        file("noise.txt", Message("binary data"), || noise(20_000_000)),
        file("surrogates.txt", Reading("regnet"), || {
            let mut bytes = [b"\xFF\xFE".to_vec(), utf_16(SENTENCE)].concat();
            for unit in [0xD800_u16, 0x0020, 0xDC00, 0xDBFF, 0xD800] {
                bytes.extend(unit.to_le_bytes());
            }
            [bytes, utf_16(SENTENCE)].concat()
        }),
        file("only-surrogates.txt", Message("binary data"), || {
            [b"\xFF\xFE".to_vec(), [0x00, 0xD8].repeat(1_000_000)].concat()
        }),
        file("odd-length.txt", Reading("regnet"), || {
            [b"\xFF\xFE".to_vec(), utf_16(SENTENCE), vec![0x41]].concat()
        }),
        file("marks-mixed.txt", Either, || {
            [
                b"\xEF\xBB\xBF\xFF\xFE".to_vec(),
                utf_16(SENTENCE),
                b"\xFE\xFF".to_vec(),
            ]
            .concat()
        }),
        file("marks-many.txt", Reading("regnet"), || {
            ["\u{FEFF}".repeat(10_000), SENTENCE.to_owned()]
                .concat()
                .into_bytes()
        }),
        file("utf-32.txt", Either, || {
            let letters = SENTENCE.chars().flat_map(|c| (c as u32).to_le_bytes());
            b"\xFF\xFE\0\0".iter().copied().chain(letters).collect()
        }),
        file("overlong.txt", Either, || {
            [
                SENTENCE.as_bytes(),
                &b"\xC0\xAF\xE0\x80\xAF\xED\xA0\x80\xF8\x88\x80\x80\x80".repeat(1000),
                SENTENCE.as_bytes(),
            ]
            .concat()
        }),
        file("wrong-declaration.html", Reading("regnet"), || {
            let page = format!(
                "<html><head><meta charset=\"utf-16\"></head><body><p>{SENTENCE}</p></body></html>"
            );
            encoding_rs::WINDOWS_1252.encode(&page).0.into_owned()
        }),
        file("shifts.txt", Either, || {
            [
                SENTENCE.as_bytes(),
                &b"\x1B$B\x1B(B\x1B$)C\x0E\x0F".repeat(100_000),
            ]
            .concat()
        }),
        file("lines-of-all-encodings.txt", Either, || {
            let line = format!("{SENTENCE}\n");
            let latin = encoding_rs::WINDOWS_1252.encode(&line).0.into_owned();
            [line.into_bytes(), latin].concat().repeat(50_000)
        }),
    ]
}

fn characters() -> Vec<Hostile> {
    vec![
        text("overrides.txt", Reading("Anna Beispiel"), || {
            format!("\u{202E}{SENTENCE}\u{202D}\u{2066}\u{2067}{SENTENCE}\u{2069}\u{202C} ")
                .repeat(2000)
        }),
        text("terminal.txt", Reading("Anna Beispiel"), || {
            format!("\x1B]0;a\x07\x1B[2J{SENTENCE}\x1B[0m {SENTENCE} ").repeat(20)
        }),
        text("invisible.txt", Message("white space"), || {
            "\u{200B}\u{FEFF}\u{AD}\u{2060} \n".repeat(100_000)
        }),
        text("marks-on-a-letter.txt", Reading("regnet"), || {
            format!("{SENTENCE} a{}", "\u{300}\u{489}".repeat(150_000))
        }),
        text("joined-signs.txt", Reading("regnet"), || {
            format!("{SENTENCE} {}", "👩\u{200D}".repeat(100_000))
        }),
        text("no-characters.txt", Either, || {
            format!("{SENTENCE} \u{FFFE}\u{FFFF}\u{1FFFF}\u{10FFFF}\u{E000}\u{F8FF} ").repeat(1000)
        }),
        text("line-ends.txt", Reading("regnet"), || {
            format!("{SENTENCE}\r\r\n\n\r\u{85}\u{2028}\u{2029}\u{B}\u{C}").repeat(10_000)
        }),
        text("tags.txt", Reading("regnet"), || {
            format!("{SENTENCE}{}\u{E007F} ", "\u{E0061}".repeat(100)).repeat(1000)
        }),
    ]
}
