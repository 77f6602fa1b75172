//! Bytes → text: which character encoding a file has, and line ends.
//!
//! The byte order mark decides, then valid UTF-8 (no other encoding looks like it by accident), then what the file declares, then detection.
//! Malformed bytes become U+FFFD. Line ends (`\r\n`, `\r`) become `\n`; nothing else is changed.

mod mixed;

use std::sync::LazyLock;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_8859_15, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::error::Looks;

/// A decoded file.
#[derive(Debug)]
pub(super) struct Decoded {
    /// Without byte order mark, line ends as `\n`.
    pub text: String,
    /// Name of the encoding in the WHATWG standard.
    pub encoding: &'static str,
}

/// Bytes looked at for a decision; an article is shorter.
const SAMPLE: usize = 1 << 20;

/// Encodings that German texts come in, for a reader to choose from; the usual ones first.
pub const ENCODINGS: [&str; 10] = [
    "UTF-8",
    "windows-1252",
    "ISO-8859-15",
    "macintosh",
    "UTF-16LE",
    "UTF-16BE",
    "windows-1250",
    "ISO-8859-2",
    "windows-1254",
    "windows-1251",
];

/// Decodes a file, in a chosen encoding or in its own, or says what it looks like if it is no text.
pub(super) fn decode(bytes: &[u8], chosen: Option<&str>) -> Result<Decoded, Looks> {
    if let Some(looks) = Looks::of(bytes) {
        return Err(looks);
    }
    let chosen = chosen.and_then(|label| Encoding::for_label(label.as_bytes()));
    let (encoding, mark) = match (chosen, Encoding::for_bom(bytes)) {
        (Some(chosen), Some((found, mark))) if chosen == found => (chosen, mark),
        (Some(chosen), _) => (chosen, 0),
        (None, Some(found)) => found,
        (None, None) => (without_mark(bytes)?, 0),
    };
    let is_mixed = chosen.is_none() && encoding == UTF_8 && std::str::from_utf8(bytes).is_err();
    let text = if is_mixed {
        mixed::decode(&bytes[mark..]).into()
    } else {
        encoding.decode_without_bom_handling(&bytes[mark..]).0
    };
    // Who has chosen wants to see what comes out.
    if chosen.is_none() && !is_text(&text) {
        return Err(Looks::Data);
    }
    Ok(Decoded {
        text: unify_line_ends(text.into_owned()),
        encoding: encoding.name(),
    })
}

/// The encoding of a file without byte order mark.
fn without_mark(bytes: &[u8]) -> Result<&'static Encoding, Looks> {
    if let Some(encoding) = utf_16(bytes) {
        return Ok(encoding);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Ok(UTF_8);
    }
    // Before anything slower looks at 10 MB of noise.
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let n_control = sample.iter().filter(|&&byte| is_control(byte)).count();
    if sample.len() < n_control * MIN_CHARACTERS_PER_CONTROL {
        return Err(Looks::Data);
    }
    if is_damaged_utf_8(bytes) || mixed::is_mixed(bytes) && declared(bytes).is_none() {
        return Ok(UTF_8);
    }
    Ok(declared(bytes).unwrap_or_else(|| detected(sample)))
}

/// Random bytes have a control character in nine; a text has none, a damaged one a few.
const MIN_CHARACTERS_PER_CONTROL: usize = 20;

fn is_control(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C) || byte == 0x7F
}

/// Whether what came out of decoding can be read: few control characters, and not mostly damage.
fn is_text(text: &str) -> bool {
    let (mut n_chars, mut n_control, mut n_damaged) = (0, 0, 0);
    for character in text.chars() {
        n_chars += 1;
        match character {
            '\u{FFFD}' => n_damaged += 1,
            // C1 controls are what binary data become in ISO-8859-15; NEL is a line end.
            '\u{80}'..='\u{9F}' if character != '\u{85}' => n_control += 1,
            '\u{0}'..='\u{7F}' if is_control(character as u8) => n_control += 1,
            _ => {}
        }
    }
    n_control * MIN_CHARACTERS_PER_CONTROL <= n_chars && n_damaged * 3 <= n_chars
}

/// UTF-16 without a mark: in Latin script every other byte is zero, and always the same other one.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let n_units = sample.len() / 2;
    let zeros = |parity: usize| {
        sample
            .chunks_exact(2)
            .filter(|unit| unit[parity] == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    // Quotation marks, dashes and foreign names have a high byte that is not zero, so not every unit has one.
    let mostly = |n: usize| n_units < 2 * n;
    let hardly = |n: usize| n * 20 <= n_units;
    if mostly(odd) && hardly(even) {
        Some(UTF_16LE)
    } else if mostly(even) && hardly(odd) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// UTF-8 in which a few bytes were lost: many more sound characters beyond ASCII than broken ones.
fn is_damaged_utf_8(bytes: &[u8]) -> bool {
    let (mut n_sound, mut n_broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        n_sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        n_broken += usize::from(!chunk.invalid().is_empty());
    }
    2 * n_broken <= n_sound
}

/// What an HTML or XML file says of itself near its beginning.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    static DECLARATION: LazyLock<regex::bytes::Regex> = LazyLock::new(|| {
        let pattern = r#"(?i-u)<meta\s[^>]{0,512}charset\s*=\s*["']?\s*([a-z0-9_.:-]+)|<\?xml\s[^>]{0,256}encoding\s*=\s*["']([a-z0-9_.:-]+)"#;
        regex::bytes::Regex::new(pattern).expect("the pattern is valid")
    });
    let head = &bytes[..bytes.len().min(4096)];
    let found = DECLARATION.captures(head)?;
    let label = found.get(1).or_else(|| found.get(2))?;
    let encoding = Encoding::for_label(label.as_bytes())?;
    // The declaration could be read as ASCII, so it is not UTF-16; and UTF-8 was ruled out before.
    let impossible = [UTF_16LE, UTF_16BE, UTF_8, encoding_rs::REPLACEMENT];
    (!impossible.contains(&encoding)).then_some(encoding)
}

/// Detection, with rules of our own for the two encodings of Western Europe, which the detector does not tell apart.
fn detected(sample: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    let guess = detector.guess(Some(b"de"), Utf8Detection::Deny);
    if guess != WINDOWS_1252 && !is_german_only(sample) {
        return guess;
    }
    if is_latin_9(sample) {
        ISO_8859_15
    } else {
        WINDOWS_1252
    }
}

/// Whether the only bytes beyond ASCII are those of German letters and marks in windows-1252: then nothing speaks for another encoding.
fn is_german_only(sample: &[u8]) -> bool {
    const GERMAN: &[u8] =
        b"\xC4\xD6\xDC\xDF\xE4\xF6\xFC\xE9\x80\x82\x84\x85\x8B\x91\x92\x93\x94\x95\x96\x97\x9B\xA0\xA7\xAB\xB0\xB7\xBB";
    sample
        .iter()
        .all(|byte| byte.is_ascii() || GERMAN.contains(byte))
}

/// ISO-8859-15 differs from windows-1252 in 0x80–0x9F (control characters; there „“ – …) and in eight places:
/// € Š š Ž ž Œ œ Ÿ instead of ¤ ¦ ¨ ´ ¸ ¼ ½ ¾. »1.000 €« and »Lukáš« decide; »geht´s« and »2½« do not.
fn is_latin_9(sample: &[u8]) -> bool {
    if sample.iter().any(|byte| (0x80..=0x9F).contains(byte)) {
        return false;
    }
    let letter = |byte: Option<&u8>| byte.is_some_and(|b| b.is_ascii_alphabetic() || 0xC0 <= *b);
    sample.iter().enumerate().any(|(index, byte)| {
        let before = letter(index.checked_sub(1).and_then(|i| sample.get(i)));
        let after = letter(sample.get(index + 1));
        match byte {
            0xA4 => true,
            0xA8 => before,
            0xB8 | 0xBD => before && after,
            0xA6 | 0xBC => !before && after,
            _ => false,
        }
    })
}

pub(super) fn unify_line_ends(text: String) -> String {
    if !text.contains('\r') {
        return text;
    }
    let mut unified = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find('\r') {
        unified.push_str(&rest[..at]);
        unified.push('\n');
        rest = &rest[at + 1..];
        rest = rest.strip_prefix('\n').unwrap_or(rest);
    }
    unified.push_str(rest);
    unified
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENTENCE: &str = "„Das ist für Großbritannien neu“, sagte Jörg Müßig – und schwieg…";

    fn check(bytes: &[u8], encoding: &str, text: &str) {
        let decoded = decode(bytes, None).expect("this is text");
        assert_eq!((decoded.encoding, decoded.text.as_str()), (encoding, text));
    }

    fn utf_16_bytes(text: &str, little: bool) -> Vec<u8> {
        let bytes = |unit: u16| {
            if little {
                unit.to_le_bytes()
            } else {
                unit.to_be_bytes()
            }
        };
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn utf_8_with_and_without_mark() {
        check(SENTENCE.as_bytes(), "UTF-8", SENTENCE);
        let marked = [b"\xEF\xBB\xBF", SENTENCE.as_bytes()].concat();
        check(&marked, "UTF-8", SENTENCE);
    }

    #[test]
    fn utf_16_with_and_without_mark() {
        for (little, name) in [(true, "UTF-16LE"), (false, "UTF-16BE")] {
            check(&utf_16_bytes(SENTENCE, little), name, SENTENCE);
            let marked = format!("\u{FEFF}{SENTENCE}");
            check(&utf_16_bytes(&marked, little), name, SENTENCE);
        }
    }

    #[test]
    fn windows_1252_by_its_quotation_marks_and_by_default() {
        let (bytes, _, _) = WINDOWS_1252.encode(SENTENCE);
        check(&bytes, "windows-1252", SENTENCE);
        check(
            b"F\xFCr gro\xDFe \xC4pfel",
            "windows-1252",
            "Für große Äpfel",
        );
        check(
            b"Geht\xB4s um 2\xBD Liter?",
            "windows-1252",
            "Geht´s um 2½ Liter?",
        );
    }

    #[test]
    fn iso_8859_15_by_its_euro_sign_and_its_carons() {
        check(
            b"Das kostet f\xFCnf \xA4.",
            "ISO-8859-15",
            "Das kostet fünf €.",
        );
        check(
            b"Der Pr\xE4sident hei\xDFt Milo\xA8evi\xE6 \xA6ekib",
            "ISO-8859-15",
            "Der Präsident heißt Miloševiæ Šekib",
        );
    }

    #[test]
    fn a_declaration_counts_unless_the_bytes_contradict_it() {
        let page = b"<html><head><meta charset=\"iso-8859-15\"></head>\xA6 1";
        assert_eq!(decode(page, None).expect("text").encoding, "ISO-8859-15");
        let page = b"<?xml version='1.0' encoding='windows-1250'?><p>Pra\xBEsk\xFD \xB3</p>";
        assert_eq!(decode(page, None).expect("text").encoding, "windows-1250");
        let page = "<meta charset=iso-8859-1>Für Größe".as_bytes();
        assert_eq!(decode(page, None).expect("text").encoding, "UTF-8");
    }

    #[test]
    fn line_ends_become_newlines_and_nothing_else_changes() {
        check(b"a\r\nb\rc\n\r\nd \t\x0C", "UTF-8", "a\nb\nc\n\nd \t\x0C");
    }

    #[test]
    fn a_lost_byte_does_not_turn_umlauts_into_gibberish() {
        let mut bytes = "Größe, Bäume, Türen, Öl".as_bytes().to_vec();
        bytes.pop();
        bytes.extend(b"\xC3");
        check(&bytes, "UTF-8", "Größe, Bäume, Türen, Ö\u{FFFD}");
    }

    #[test]
    fn lone_surrogates_are_replaced() {
        let mut bytes = utf_16_bytes(SENTENCE, true);
        bytes.extend([0x00, 0xD8, b'!', 0x00]);
        check(&bytes, "UTF-16LE", &format!("{SENTENCE}\u{FFFD}!"));
    }

    #[test]
    fn noise_is_no_text() {
        let mut state = 1_u32;
        let mut random = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        let noise: Vec<u8> = (0..10_000).map(|_| random()).collect();
        assert_eq!(decode(&noise, None).expect_err("noise"), Looks::Data);
        assert_eq!(decode(&[0; 1000], None).expect_err("zeros"), Looks::Data);
    }

    #[test]
    fn a_stray_zero_byte_does_not_make_a_text_binary() {
        let text = format!("{SENTENCE}\0{SENTENCE}");
        check(text.as_bytes(), "UTF-8", &text);
    }
}
