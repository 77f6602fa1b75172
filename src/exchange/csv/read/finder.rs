//! Where words of a table stand in the article.

use crate::exchange::import::Misfit;
use crate::span::{Offsets, Span, Unit};

/// How far from a statement its cue and its speaker are looked for, in bytes each way.
const NEAR: usize = 4000;

/// Bytes that may be searched for one table: a few seconds' work. What a hostile table asks beyond that is not found.
const BUDGET: usize = 4_000_000_000;

/// More pieces than any statement has.
const MAX_PIECES: usize = 1000;

/// Finds words in an article whatever the white space between them.
pub(super) struct Finder<'a> {
    pub text: &'a str,
    offsets: Offsets,
    /// The article, white space runs as one space.
    flat: String,
    /// (byte in `flat`, byte in the article) where the distance between both changes.
    places: Vec<(usize, usize)>,
    budget: usize,
    /// Where the statement before begins, in `flat`, and its words.
    last: (usize, String),
}

impl<'a> Finder<'a> {
    pub fn new(text: &'a str) -> Self {
        let (mut flat, mut places) = (String::with_capacity(text.len()), vec![(0, 0)]);
        let mut was_space = false;
        let mut drift = 0;
        for (byte, character) in text.char_indices() {
            let is_space = character.is_whitespace();
            if is_space && was_space {
                continue;
            }
            if byte - flat.len() != drift {
                drift = byte - flat.len();
                places.push((flat.len(), byte));
            }
            flat.push(if is_space { ' ' } else { character });
            was_space = is_space;
        }
        Self {
            text,
            offsets: Offsets::new(text, Unit::CodePoints),
            flat,
            places,
            budget: BUDGET,
            last: (0, String::new()),
        }
    }

    /// The spans of "12-18 40-46", with whatever dash.
    pub fn spans(&self, ranges: &str) -> Result<Vec<Span>, Misfit> {
        let spans = ranges.split_whitespace().take(MAX_PIECES).map(|range| {
            let (start, end) = range
                .split_once(['-', '–', '—'])
                .ok_or(Misfit::Incomplete)?;
            let number = |digits: &str| digits.parse::<usize>().map_err(|_| Misfit::Incomplete);
            let span = (self.offsets).to_span(self.text, number(start)?, number(end)?);
            span.filter(|span| !span.is_empty()).ok_or(Misfit::Beyond)
        });
        let mut spans = spans.collect::<Result<Vec<_>, _>>()?;
        spans.sort();
        if spans.is_empty() {
            return Err(Misfit::Incomplete);
        }
        Ok(spans)
    }

    /// The next place where these words stand, counted from the statement before; from the beginning, if there is none.
    /// Words joined by " … " may stand apart.
    pub fn next(&mut self, words: &str) -> Option<Vec<Span>> {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.is_empty() {
            return None;
        }
        let from = if self.last.1 == words {
            self.last.0 + 1
        } else {
            self.last.0
        };
        let from = (from..self.flat.len()).find(|&at| self.flat.is_char_boundary(at));
        let pieces: Vec<&str> = words.split(" … ").take(MAX_PIECES).collect();
        let whole = [words.as_str()];
        for (pieces, from) in [
            (&whole[..], from.unwrap_or_default()),
            (&whole[..], 0),
            (&pieces[..], from.unwrap_or_default()),
            (&pieces[..], 0),
        ] {
            if let Some(found) = self.one_after_the_other(pieces, from, self.flat.len()) {
                self.last = (found[0].0, words.clone());
                return Some(found.iter().map(|&place| self.span(place)).collect());
            }
        }
        None
    }

    /// Further statements are looked for from this one on.
    pub fn go_on_at(&mut self, span: Span, words: &str) {
        let index = self
            .places
            .partition_point(|&(_, byte)| byte <= span.start());
        let (flat, byte) = self.places[index.saturating_sub(1)];
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        self.last = (flat + (span.start() - byte), words);
    }

    /// The words nearest to a statement, whole words before parts of words, beside it before inside it.
    pub fn nearest(&mut self, words: &str, extent: Span) -> Vec<Span> {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut pieces = words.split(" … ").take(MAX_PIECES);
        let first = pieces.next().unwrap_or_default();
        if first.is_empty() {
            return Vec::new();
        }
        let (start, end) = (self.flat_at(extent.start()), self.flat_at(extent.end()));
        let from = boundary(&self.flat, start.saturating_sub(NEAR));
        let to = boundary(&self.flat, (end + NEAR).min(self.flat.len()));
        let window = &self.flat[from..to];
        let Some(left) = self.budget.checked_sub(window.len()) else {
            return Vec::new();
        };
        self.budget = left;
        let places = window.match_indices(first).map(|(at, _)| {
            let place = (from + at, from + at + first.len());
            let is_inside = start <= place.0 && place.1 <= end;
            let distance = start.saturating_sub(place.1) + place.0.saturating_sub(end);
            (!self.is_whole(place), is_inside, distance, place)
        });
        let Some((.., place)) = places.min() else {
            return Vec::new();
        };
        let rest: Vec<&str> = pieces.collect();
        let further = self.one_after_the_other(&rest, place.1, to);
        let places = [place].into_iter().chain(further.unwrap_or_default());
        places.map(|place| self.span(place)).collect()
    }

    fn one_after_the_other(
        &mut self,
        pieces: &[&str],
        from: usize,
        to: usize,
    ) -> Option<Vec<(usize, usize)>> {
        let mut at = from;
        let mut places = Vec::new();
        for piece in pieces.iter().map(|piece| piece.trim()) {
            if piece.is_empty() {
                return None;
            }
            let found = self.flat.get(at..to)?.find(piece);
            let searched = found.map_or(to - at, |found| found + piece.len());
            self.budget = self.budget.checked_sub(searched)?;
            let start = at + found?;
            at = start + piece.len();
            places.push((start, at));
        }
        Some(places)
    }

    /// Whether no word goes on beyond it.
    fn is_whole(&self, (start, end): (usize, usize)) -> bool {
        let before = self.flat[..start].chars().next_back();
        let after = self.flat[end..].chars().next();
        let goes_on = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
        !goes_on(before) && !goes_on(after)
    }

    fn flat_at(&self, byte: usize) -> usize {
        let index = self.places.partition_point(|&(_, at)| at <= byte);
        let (flat, at) = self.places[index.saturating_sub(1)];
        let next = self
            .places
            .get(index)
            .map_or(self.flat.len(), |next| next.0);
        boundary(&self.flat, (flat + (byte - at)).min(next))
    }

    /// A place in `flat`, which neither begins nor ends with white space, in the article.
    fn span(&self, (start, end): (usize, usize)) -> Span {
        let last = boundary(&self.flat, end - 1);
        Span::new(self.byte_at(start), self.byte_at(last) + (end - last))
    }

    fn byte_at(&self, flat: usize) -> usize {
        let index = self.places.partition_point(|&(at, _)| at <= flat);
        let (at, byte) = self.places[index.saturating_sub(1)];
        byte + (flat - at)
    }
}

/// The character boundary at or before a byte.
fn boundary(text: &str, byte: usize) -> usize {
    let mut at = byte.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
