//! Byte ranges in a text, and the one place that converts between bytes, code points and UTF-16 units.

use serde::{Deserialize, Serialize};

/// A half-open byte range `start..end` of a text, both ends on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The range from `start` to `end` in bytes.
    ///
    /// # Panics
    /// If `end` lies before `start`, or either is beyond 4 GiB: a mistake in the program, never in the input.
    pub fn new(start: usize, end: usize) -> Self {
        assert!(start <= end, "a span ends before it starts: {start}..{end}");
        let narrow = |offset| u32::try_from(offset).expect("articles are limited to 50 MB");
        Self {
            start: narrow(start),
            end: narrow(end),
        }
    }

    /// First byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// As a range that slices.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start()..self.end()
    }

    /// The covered piece of `text`; empty if the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// Whether both share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the byte at `offset` is covered.
    pub fn covers(self, offset: usize) -> bool {
        self.start() <= offset && offset < self.end()
    }

    /// The smallest span that contains both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// Without white space at either end.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let piece = self.of(text);
        let start = self.start() + (piece.len() - piece.trim_start().len());
        Self::new(start, (start + piece.trim().len()).max(start))
    }
}

/// A unit in which other programs count offsets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Unicode code points: Python, the Web Annotation model, our own JSON.
    CodePoints,
    /// UTF-16 code units: Java, JavaScript, UIMA.
    Utf16,
}

/// Converts offsets of one text between bytes and another unit, in logarithmic time each way.
#[derive(Clone, Debug)]
pub struct Offsets {
    /// (byte, units before it), one entry every [`STRIDE`] bytes, so that a lookup scans a short stretch only.
    checkpoints: Vec<(usize, usize)>,
    unit: Unit,
}

const STRIDE: usize = 64;

impl Offsets {
    /// Prepares conversion for `text`.
    pub fn new(text: &str, unit: Unit) -> Self {
        let mut checkpoints = vec![(0, 0)];
        let (mut units, mut next) = (0, STRIDE);
        for (byte, character) in text.char_indices() {
            if next <= byte {
                checkpoints.push((byte, units));
                next = byte + STRIDE;
            }
            units += width(character, unit);
        }
        Self { checkpoints, unit }
    }

    /// Units before the byte offset `byte` of `text`; an offset inside a character counts that character in.
    pub fn from_byte(&self, text: &str, byte: usize) -> usize {
        let index = self.checkpoints.partition_point(|&(at, _)| at <= byte) - 1;
        let (at, units) = self.checkpoints[index];
        let stretch = text[at..]
            .char_indices()
            .take_while(|&(offset, _)| at + offset < byte);
        units
            + stretch
                .map(|(_, character)| width(character, self.unit))
                .sum::<usize>()
    }

    /// The byte offset of unit `offset`, or `None` beyond the text or inside a character.
    pub fn to_byte(&self, text: &str, offset: usize) -> Option<usize> {
        let index = self
            .checkpoints
            .partition_point(|&(_, units)| units <= offset)
            - 1;
        let (at, mut units) = self.checkpoints[index];
        for (byte, character) in text[at..].char_indices() {
            if offset <= units {
                return (offset == units).then_some(at + byte);
            }
            units += width(character, self.unit);
        }
        (offset == units).then_some(text.len())
    }

    /// A span in units.
    pub fn from_span(&self, text: &str, span: Span) -> (usize, usize) {
        (
            self.from_byte(text, span.start()),
            self.from_byte(text, span.end()),
        )
    }

    /// A span from units, or `None` if it does not fit the text.
    pub fn to_span(&self, text: &str, start: usize, end: usize) -> Option<Span> {
        let (start, end) = (self.to_byte(text, start)?, self.to_byte(text, end)?);
        (start <= end).then(|| Span::new(start, end))
    }
}

fn width(character: char, unit: Unit) -> usize {
    match unit {
        Unit::CodePoints => 1,
        Unit::Utf16 => character.len_utf16(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn offsets_convert_there_and_back(text in "\\PC{0,200}") {
            for unit in [Unit::CodePoints, Unit::Utf16] {
                let offsets = Offsets::new(&text, unit);
                let mut units = 0;
                for (byte, character) in text.char_indices() {
                    prop_assert_eq!(offsets.from_byte(&text, byte), units);
                    prop_assert_eq!(offsets.to_byte(&text, units), Some(byte));
                    units += width(character, unit);
                }
                prop_assert_eq!(offsets.to_byte(&text, units), Some(text.len()));
                prop_assert_eq!(offsets.to_byte(&text, units + 1), None);
            }
        }
    }

    #[test]
    fn half_a_surrogate_pair_is_no_offset() {
        let text = "a😀b";
        let offsets = Offsets::new(text, Unit::Utf16);
        assert_eq!(offsets.to_byte(text, 2), None);
        assert_eq!(offsets.to_byte(text, 3), Some(5));
    }

    #[test]
    fn trimming_keeps_what_is_visible() {
        let text = "  »ja«  ";
        assert_eq!(Span::new(0, text.len()).trimmed(text).of(text), "»ja«");
        assert!(Span::new(0, 2).trimmed(text).is_empty());
    }
}
