//! Bytes of text → characters, in the code page of the font or of the file.

use encoding_rs::Encoding;

/// How bytes beyond ASCII are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CodePage {
    /// One that browsers know.
    Known(&'static Encoding),
    /// One of DOS: the characters of the bytes from 0x80 on.
    Dos(&'static str),
    /// The signs of a font like Symbol or Wingdings, which are no letters.
    Signs,
}

impl CodePage {
    /// The code page of Western Windows.
    pub(super) const WESTERN: Self = Self::Known(encoding_rs::WINDOWS_1252);

    /// By its number in `\ansicpg` and `\cpg`.
    pub(super) fn of_number(number: i32) -> Option<Self> {
        let label = match number {
            437 => return Some(Self::Dos(DOS_437)),
            850 | 858 => return Some(Self::Dos(DOS_850)),
            42 => return Some(Self::Signs),
            866 => "ibm866".to_owned(),
            874 => "windows-874".to_owned(),
            932 => "shift_jis".to_owned(),
            936 => "gbk".to_owned(),
            949 => "euc-kr".to_owned(),
            950 => "big5".to_owned(),
            10_000 => "macintosh".to_owned(),
            10_007 => "x-mac-cyrillic".to_owned(),
            65_001 => "utf-8".to_owned(),
            number => format!("windows-{number}"),
        };
        Encoding::for_label(label.as_bytes()).map(Self::Known)
    }

    /// By the number of a character set in `\fcharset`; nothing if it is that of the file.
    pub(super) fn of_charset(charset: i32) -> Option<Self> {
        Self::of_number(match charset {
            0 => 1252,
            2 => 42,
            77 => 10_000,
            128 => 932,
            129 => 949,
            134 => 936,
            136 => 950,
            161 => 1253,
            162 => 1254,
            163 => 1258,
            177 => 1255,
            178 => 1256,
            186 => 1257,
            204 => 1251,
            222 => 874,
            238 => 1250,
            254 => 437,
            255 => 850,
            _ => return None,
        })
    }

    /// Its name in the WHATWG standard, or that of what comes nearest.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Known(encoding) => encoding.name(),
            Self::Dos(_) | Self::Signs => "windows-1252",
        }
    }

    /// The characters of bytes.
    pub(super) fn decode(self, bytes: &[u8]) -> String {
        match self {
            Self::Known(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
            Self::Dos(upper) => bytes.iter().map(|&byte| dos(upper, byte)).collect(),
            Self::Signs => bytes.iter().map(|&byte| sign(byte)).collect(),
        }
    }
}

fn dos(upper: &str, byte: u8) -> char {
    let at = usize::from(byte).checked_sub(0x80);
    at.map_or(char::from(byte), |at| {
        upper.chars().nth(at).unwrap_or('\u{FFFD}')
    })
}

/// Bullets, which lists begin with; other signs are shown as what they are in the file.
fn sign(byte: u8) -> char {
    match byte {
        0xB7 | 0xA7 | 0xA8 => '•',
        byte if byte < 0x80 => char::from(byte),
        _ => ' ',
    }
}

const DOS_437: &str = concat!(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐",
    "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}",
);

const DOS_850: &str = concat!(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐",
    "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_read_in_their_code_page() {
        let check = |number, bytes: &[u8], expected: &str| {
            let page = CodePage::of_number(number).expect("it is known");
            assert_eq!(page.decode(bytes), expected, "{number}");
        };
        check(1252, b"F\xFCr \x84Gr\xF6\xDFe\x93", "Für „Größe“");
        check(1250, b"Pra\x9Esk\xFD", "Pražský");
        check(1251, b"\xCC\xE8\xF0", "Мир");
        check(10_000, b"Gr\x9A\xA7e", "Größe");
        check(437, b"F\x81r Gr\x94\xE1e", "Für Größe");
        check(850, b"F\x81r Gr\x94\xE1e", "Für Größe");
        check(65_001, "Größe".as_bytes(), "Größe");
        assert_eq!(CodePage::of_number(7), None);
        assert_eq!(CodePage::of_charset(1), None);
        assert_eq!(CodePage::of_charset(255), CodePage::of_number(850));
        assert_eq!(
            (DOS_437.chars().count(), DOS_850.chars().count()),
            (128, 128)
        );
    }
}
