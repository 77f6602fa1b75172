//! Files put together from pieces in UTF-8 and in windows-1252: each byte that is no UTF-8 is read as windows-1252 if that makes sense.

use encoding_rs::WINDOWS_1252;

/// Letters of German words in windows-1252.
const LETTERS: &[u8] = b"\xC4\xD6\xDC\xDF\xE4\xF6\xFC\xE9";

/// Marks that open: „ ‚ « » ‘ “.
const OPENING: &[u8] = b"\x82\x84\x91\x93\xAB\xBB";

/// Marks that close: “ ” ‘ ’ … » «.
const CLOSING: &[u8] = b"\x85\x91\x92\x93\x94\xAB\xBB";

/// Dashes, the euro sign and others that stand apart, and the no-break space.
const APART: &[u8] = b"\x80\x96\x97\xA0\xA7";

/// Text in which what is no UTF-8 was read as windows-1252 where it makes sense, and as U+FFFD elsewhere.
pub(super) fn decode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    let mut at = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        at += chunk.valid().len();
        let invalid = chunk.invalid();
        if (at..at + invalid.len()).all(|at| is_plausible(bytes, at)) {
            text.push_str(&WINDOWS_1252.decode_without_bom_handling(invalid).0);
        } else {
            text.push('\u{FFFD}');
        }
        at += invalid.len();
    }
    text
}

/// Whether both encodings are there: some letter in UTF-8, and nothing but sense in windows-1252.
pub(super) fn is_mixed(bytes: &[u8]) -> bool {
    let (mut at, mut n_sound) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        let valid = chunk.valid();
        n_sound += valid
            .chars()
            .filter(|c| "äöüÄÖÜß„“”«»–’…é€".contains(*c))
            .count();
        at += valid.len();
        let end = at + chunk.invalid().len();
        if !(at..end).all(|at| is_plausible(bytes, at)) {
            return false;
        }
        at = end;
    }
    0 < n_sound
}

/// Whether a byte is a German letter among letters, or a mark where marks stand.
fn is_plausible(bytes: &[u8], at: usize) -> bool {
    let byte = bytes[at];
    let before = at.checked_sub(1).map_or(b' ', |at| bytes[at]);
    let after = bytes.get(at + 1).copied().unwrap_or(b' ');
    let is_letter = |byte: u8| byte.is_ascii_alphabetic() || LETTERS.contains(&byte);
    // Beyond ASCII: a mark, or part of a letter in either encoding.
    let is_apart = |byte: u8| !byte.is_ascii_alphanumeric();
    LETTERS.contains(&byte) && (is_letter(before) || is_letter(after))
        || OPENING.contains(&byte) && is_apart(before) && !after.is_ascii_whitespace()
        || CLOSING.contains(&byte) && !before.is_ascii_whitespace() && is_apart(after)
        || byte == b'\x92' && is_letter(before)
        || APART.contains(&byte) && (is_apart(before) || is_apart(after))
}

#[cfg(test)]
mod tests {
    use super::super::decode;

    fn check(bytes: &[u8], expected: &str) {
        let decoded = decode(bytes, None).expect("this is text");
        assert_eq!(
            (decoded.text.as_str(), decoded.encoding),
            (expected, "UTF-8")
        );
    }

    #[test]
    fn each_piece_is_read_in_its_own_encoding() {
        let line = "„Größe“ – fünf Bäume\n";
        let both = [
            line.as_bytes(),
            b"\x84Gr\xF6\xDFe\x93 \x96 f\xFCnf B\xE4ume",
        ]
        .concat();
        check(&both, "„Größe“ – fünf Bäume\n„Größe“ – fünf Bäume");
        let little = [
            "Ein ä.\n".as_bytes(),
            b"F\xFCnf gro\xDFe \xC4pfel, f\xFCnf B\xF6cke",
        ]
        .concat();
        check(&little, "Ein ä.\nFünf große Äpfel, fünf Böcke");
    }

    #[test]
    fn what_makes_no_sense_is_damage() {
        check(
            b"Gr\xC3\xB6\xC3\x9Fe, B\xC3ume, T\xC3\xBCr \xC3\x96l",
            "Größe, B\u{FFFD}ume, Tür Öl",
        );
        // The second byte of an ö, whose first was lost.
        check(b"Gr\xC3\xB6\xC3\x9Fe, h\xB6ren", "Größe, h\u{FFFD}ren");
    }

    #[test]
    fn one_encoding_alone_stays_what_it_is() {
        let decoded = decode(b"F\xFCr gro\xDFe \xC4pfel", None).expect("this is text");
        assert_eq!(decoded.encoding, "windows-1252");
    }
}
