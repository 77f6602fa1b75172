//! Tokens → paragraphs with their styles, and what the file says of itself.
//!
//! A group inherits everything from the group around it, so there is a stack of states; nothing calls itself.

use std::collections::BTreeMap;

use encoding_rs::Encoding;

use super::code_pages::CodePage;
use super::destination::{Destination, destination};
use super::tokens::{Token, Tokens};
use crate::article::damage::Damage;
use crate::article::documents::Refusal;

/// Groups inside each other; Word writes 20, and refuses more than some hundreds.
const MAX_DEPTH: usize = 1000;

/// What a file holds.
#[derive(Debug, Default)]
pub(super) struct Contents {
    pub paragraphs: Vec<Paragraph>,
    /// Number of a paragraph style → what it is.
    pub styles: BTreeMap<i32, Style>,
    pub title: String,
    pub author: String,
    /// Year, month, day, hour, minute of its making.
    pub created: [i32; 5],
    /// Name of the code page of the file.
    pub encoding: &'static str,
}

/// A paragraph, or a row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Paragraph {
    pub text: String,
    pub style: i32,
    /// 0 is the first; of the paragraph itself, not of its style.
    pub outline_level: Option<i32>,
}

/// A paragraph style.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub name: String,
    pub outline_level: Option<i32>,
}

#[derive(Clone, Copy, Debug)]
struct State {
    destination: Destination,
    /// Characters after `\u` that stand for it in old programs.
    n_fallback: usize,
    font: Option<i32>,
    style: i32,
    outline_level: Option<i32>,
    is_hidden: bool,
    is_deleted: bool,
}

struct Reader {
    contents: Contents,
    state: State,
    stack: Vec<State>,
    fonts: BTreeMap<i32, CodePage>,
    default_font: Option<i32>,
    page: CodePage,
    /// What somebody has chosen instead of the code pages of file and fonts.
    chosen: Option<CodePage>,
    /// Bytes that are not decoded yet.
    bytes: Vec<u8>,
    /// The first half of a character beyond 16 bits.
    high_surrogate: Option<u32>,
    /// Characters to be skipped after `\u`.
    n_skipped: usize,
    /// `\*` was read: the next word may be unknown, and then its group is skipped.
    is_optional: bool,
    text: String,
    style_name: String,
}

/// Reads a file, in a chosen encoding or in its own.
pub(super) fn read(source: &[u8], chosen: Option<&str>) -> Result<Contents, Refusal> {
    let chosen = chosen.and_then(|label| Encoding::for_label(label.as_bytes()));
    let mut reader = Reader {
        chosen: chosen.map(CodePage::Known),
        ..Reader::new()
    };
    for token in Tokens::of(source) {
        match token {
            Token::Open => reader.open()?,
            Token::Close => {
                reader.close();
                if reader.stack.is_empty() {
                    break;
                }
            }
            Token::Word(name, number) => reader.word(name, number),
            Token::Symbol(symbol) => reader.symbol(symbol),
            Token::Hex(byte) | Token::Byte(byte) => reader.byte(byte),
        }
    }
    if !reader.stack.is_empty() {
        return Err(Refusal::Damaged(Damage::Cut));
    }
    reader.end_paragraph();
    reader.contents.encoding = reader.chosen.unwrap_or(reader.page).name();
    Ok(reader.contents)
}

impl Reader {
    fn new() -> Self {
        Self {
            contents: Contents::default(),
            state: State {
                destination: Destination::Body,
                n_fallback: 1,
                font: None,
                style: 0,
                outline_level: None,
                is_hidden: false,
                is_deleted: false,
            },
            stack: Vec::new(),
            fonts: BTreeMap::new(),
            default_font: None,
            page: CodePage::WESTERN,
            chosen: None,
            bytes: Vec::new(),
            high_surrogate: None,
            n_skipped: 0,
            is_optional: false,
            text: String::new(),
            style_name: String::new(),
        }
    }

    fn open(&mut self) -> Result<(), Refusal> {
        self.flush();
        self.n_skipped = 0;
        self.is_optional = false;
        if MAX_DEPTH <= self.stack.len() {
            return Err(Refusal::Bloated);
        }
        self.stack.push(self.state);
        Ok(())
    }

    fn close(&mut self) {
        self.flush();
        self.n_skipped = 0;
        self.is_optional = false;
        if let Some(state) = self.stack.pop() {
            self.state = state;
        }
    }

    fn byte(&mut self, byte: u8) {
        if 0 < self.n_skipped {
            self.n_skipped -= 1;
        } else if self.state.destination != Destination::Nowhere {
            self.bytes.push(byte);
            if byte == b';' && self.state.destination == Destination::StyleSheet {
                self.end_style();
            }
        }
    }

    fn symbol(&mut self, symbol: u8) {
        if 0 < self.n_skipped {
            self.n_skipped -= 1;
            return;
        }
        match symbol {
            b'*' => self.is_optional = true,
            b'~' => self.push('\u{A0}'),
            b'_' => self.push('-'),
            b'\\' | b'{' | b'}' => self.byte(symbol),
            b'\r' | b'\n' => self.paragraph(),
            b'\t' => self.push('\t'),
            // A hyphen that is not shown, marks of an index, of a formula.
            _ => {}
        }
    }

    /// The bytes at hand become characters.
    fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let font = self.state.font.or(self.default_font);
        let font = font.and_then(|font| self.fonts.get(&font));
        // A file in UTF-8 has fonts in the code page of its maker.
        let is_utf_8 = self.page == CodePage::Known(encoding_rs::UTF_8);
        let page = font.filter(|_| !is_utf_8).copied().unwrap_or(self.page);
        // The signs of a symbol font are no letters in any encoding.
        let page = match (self.chosen, page) {
            (Some(chosen), page) if page != CodePage::Signs => chosen,
            (_, page) => page,
        };
        let bytes = std::mem::take(&mut self.bytes);
        let words = page.decode(&bytes);
        self.push_words(&words);
    }

    fn push(&mut self, character: char) {
        self.flush();
        self.push_words(character.encode_utf8(&mut [0; 4]));
    }

    fn push_words(&mut self, words: &str) {
        self.high_surrogate = None;
        match self.state.destination {
            Destination::Body if !self.state.is_hidden && !self.state.is_deleted => {
                self.text.push_str(words);
            }
            Destination::StyleSheet => self.style_name.push_str(words),
            Destination::Title => self.contents.title.push_str(words),
            Destination::Author => self.contents.author.push_str(words),
            Destination::Body
            | Destination::Nowhere
            | Destination::FontTable
            | Destination::Info
            | Destination::Created => {}
        }
    }

    fn unicode(&mut self, number: i32) {
        self.flush();
        self.n_skipped = self.state.n_fallback;
        // Numbers are signed 16-bit ones, but some programs write larger ones.
        let code = if number < 0 {
            number.wrapping_add(65_536)
        } else {
            number
        };
        let code = u32::try_from(code).unwrap_or(0xFFFD);
        let high = self.high_surrogate.take();
        match (high, code) {
            (_, 0xD800..=0xDBFF) => self.high_surrogate = Some(code),
            (Some(high), 0xDC00..=0xDFFF) => {
                let code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00);
                self.push_words(
                    char::from_u32(code)
                        .unwrap_or('\u{FFFD}')
                        .encode_utf8(&mut [0; 4]),
                );
            }
            // Signs of fonts like Symbol.
            (_, 0xF000..=0xF0FF) => self.push_words("•"),
            _ => {
                let character = char::from_u32(code).unwrap_or('\u{FFFD}');
                self.push_words(character.encode_utf8(&mut [0; 4]));
            }
        }
    }

    fn end_style(&mut self) {
        self.flush();
        let name = std::mem::take(&mut self.style_name);
        let style = Style {
            name: name.trim().trim_end_matches(';').to_lowercase(),
            outline_level: self.state.outline_level,
        };
        self.contents
            .styles
            .entry(self.state.style)
            .or_insert(style);
    }

    fn paragraph(&mut self) {
        self.flush();
        if self.state.destination == Destination::Body {
            self.end_paragraph();
        }
    }

    fn end_paragraph(&mut self) {
        let text = std::mem::take(&mut self.text);
        if !text.trim().is_empty() {
            self.contents.paragraphs.push(Paragraph {
                text,
                style: self.state.style,
                outline_level: self.state.outline_level,
            });
        }
    }

    fn word(&mut self, name: &[u8], number: Option<i32>) {
        if 0 < self.n_skipped && name != b"u" {
            self.n_skipped -= 1;
            return;
        }
        self.n_skipped = 0;
        let is_optional = std::mem::take(&mut self.is_optional);
        if self.state.destination == Destination::Nowhere && name != b"ud" {
            return;
        }
        if let Some(destination) = destination(name, self.state.destination) {
            self.flush();
            self.state.destination = destination;
            return;
        }
        if is_optional {
            // A list of pictures, or the text of a shape that is left out anyway.
            if name != b"shppict" {
                self.state.destination = Destination::Nowhere;
            }
            return;
        }
        let on = number != Some(0);
        match name {
            b"u" => self.unicode(number.unwrap_or(0)),
            b"uc" => {
                self.state.n_fallback = number
                    .and_then(|n| usize::try_from(n).ok())
                    .unwrap_or(1)
                    .min(16);
            }
            b"par" | b"sect" | b"page" | b"row" | b"nestrow" => self.paragraph(),
            b"line" | b"softline" => self.push('\n'),
            b"tab" | b"cell" | b"nestcell" => self.push('\t'),
            b"emspace" | b"enspace" | b"qmspace" => self.push(' '),
            b"emdash" => self.push('—'),
            b"endash" => self.push('–'),
            b"lquote" => self.push('‘'),
            b"rquote" => self.push('’'),
            b"ldblquote" => self.push('“'),
            b"rdblquote" => self.push('”'),
            b"bullet" => self.push('•'),
            b"pard" => {
                (self.state.style, self.state.outline_level) = (0, None);
            }
            b"plain" => self.plain(),
            b"v" => self.switch(|state| state.is_hidden = on),
            b"deleted" => self.switch(|state| state.is_deleted = on),
            b"s" => self.state.style = number.unwrap_or(0),
            b"outlinelevel" => self.state.outline_level = number,
            b"f" => self.switch(|state| state.font = number),
            b"deff" => self.default_font = number,
            b"ansicpg" => self.page = number.and_then(CodePage::of_number).unwrap_or(self.page),
            b"mac" => self.page = CodePage::of_number(10_000).unwrap_or(self.page),
            b"pc" => self.page = CodePage::of_number(437).unwrap_or(self.page),
            b"pca" => self.page = CodePage::of_number(850).unwrap_or(self.page),
            b"fcharset" => self.font(number.and_then(CodePage::of_charset)),
            b"cpg" => self.font(number.and_then(CodePage::of_number)),
            b"yr" => self.created(0, number),
            b"mo" => self.created(1, number),
            b"dy" => self.created(2, number),
            b"hr" => self.created(3, number),
            b"min" => self.created(4, number),
            _ => {}
        }
    }

    fn switch(&mut self, change: impl FnOnce(&mut State)) {
        self.flush();
        change(&mut self.state);
    }

    fn plain(&mut self) {
        self.switch(|state| {
            (state.is_hidden, state.is_deleted, state.font) = (false, false, None);
        });
    }

    fn font(&mut self, page: Option<CodePage>) {
        if let (Destination::FontTable, Some(font), Some(page)) =
            (self.state.destination, self.state.font, page)
        {
            self.fonts.insert(font, page);
        }
    }

    fn created(&mut self, field: usize, number: Option<i32>) {
        if self.state.destination == Destination::Created {
            self.contents.created[field] = number.unwrap_or(0);
        }
    }
}

#[cfg(test)]
mod tests;
