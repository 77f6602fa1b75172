//! Where in the text the selectors of an annotation lead.

use std::cell::{Cell, OnceCell};

use crate::exchange::import::Misfit;
use crate::span::{Offsets, Span, Unit};

/// Code points of context that are compared.
const CONTEXT: usize = 64;

/// Places with the same words that are compared by their context.
const MAX_PLACES: usize = 10_000;

/// Bytes that all searches together may go through, contexts included, some seconds of work: a file of quotes that stand
/// nowhere in a long text would take hours.
const MAX_SEARCHED: usize = 4 << 30;

/// A quote and what stands around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quote<'a> {
    pub exact: &'a str,
    pub prefix: &'a str,
    pub suffix: &'a str,
}

/// What tells a place.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Selectors<'a> {
    pub quote: Option<Quote<'a>>,
    /// In code points.
    pub position: Option<(usize, usize)>,
}

impl Selectors<'_> {
    /// What is quoted, or the range.
    pub(super) fn words(&self) -> String {
        match (&self.quote, self.position) {
            (Some(quote), _) => quote.exact.chars().take(80).collect(),
            (None, Some((start, end))) => format!("{start}–{end}"),
            (None, None) => String::new(),
        }
    }
}

/// Finds places in a text.
pub(super) struct Places<'a> {
    text: &'a str,
    offsets: Offsets,
    squeezed: OnceCell<Squeezed>,
    searched: Cell<usize>,
}

/// A text in which every run of white space is one space: other programs show and copy it so.
struct Squeezed {
    text: String,
    /// Where each byte is from; one more for the end.
    bytes: Vec<u32>,
}

impl<'a> Places<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            offsets: Offsets::new(text, Unit::CodePoints),
            squeezed: OnceCell::new(),
            searched: Cell::new(0),
        }
    }

    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// Where they lead. The quote with its context decides; the position only where the quote stands in several places
    /// that are equally good.
    pub(super) fn find(&self, selectors: &Selectors<'_>) -> Result<Span, Misfit> {
        let at = selectors
            .position
            .map(|(start, end)| self.offsets.to_span(self.text, start, end));
        let at = at.map(|span| span.filter(|span| !span.is_empty()));
        let Some(quote) = selectors.quote.filter(|quote| !quote.exact.is_empty()) else {
            return at.ok_or(Misfit::Incomplete)?.ok_or(Misfit::Beyond);
        };
        let at = at.flatten();
        if let Some(span) = at.filter(|&span| quote.is_at(self.text, span)) {
            return Ok(span);
        }
        let near = at.map(Span::start);
        let found = match self.best(self.text, &quote, near)? {
            Some(start) => Some(Span::new(start, start + quote.exact.len())),
            None => self.best_squeezed(&quote, near)?,
        };
        let has_position = selectors.position.is_some();
        found.ok_or(if has_position {
            Misfit::OtherWords
        } else {
            Misfit::NotFound
        })
    }

    fn best_squeezed(
        &self,
        quote: &Quote<'_>,
        near: Option<usize>,
    ) -> Result<Option<Span>, Misfit> {
        let hay = self.squeezed.get_or_init(|| Squeezed::new(self.text));
        let exact = squeeze(quote.exact.trim());
        if exact.is_empty() {
            return Ok(None);
        }
        let squeezed = Quote {
            exact: &exact,
            prefix: &squeeze(last(quote.prefix)),
            suffix: &squeeze(first(quote.suffix)),
        };
        let near = near.map(|near| hay.bytes.partition_point(|&byte| (byte as usize) < near));
        let start = self.best(&hay.text, &squeezed, near)?;
        Ok(start.map(|start| {
            let at = |byte: usize| hay.bytes[byte] as usize;
            Span::new(at(start), at(start + exact.len())).trimmed(self.text)
        }))
    }

    /// Where `quote` stands in `hay` with the most of its context around it.
    fn best(
        &self,
        hay: &str,
        quote: &Quote<'_>,
        near: Option<usize>,
    ) -> Result<Option<usize>, Misfit> {
        let searched = self.searched.get() + hay.len();
        if MAX_SEARCHED < searched {
            return Ok(None);
        }
        let (prefix, suffix) = (last(quote.prefix), first(quote.suffix));
        let score = |start: usize| {
            let before = hay[..start].chars().rev().zip(prefix.chars().rev());
            let after = hay[start + quote.exact.len()..].chars().zip(suffix.chars());
            before.take_while(|(one, other)| one == other).count()
                + after.take_while(|(one, other)| one == other).count()
        };
        let starts = hay.match_indices(quote.exact).map(|(start, _)| start);
        let places: Vec<(usize, usize)> = starts
            .take(MAX_PLACES)
            .map(|start| (score(start), start))
            .collect();
        self.searched.set(searched + places.len() * 2 * CONTEXT);
        let Some(&(most, _)) = places.iter().max_by_key(|(score, _)| *score) else {
            return Ok(None);
        };
        let best = places.iter().filter(|(score, _)| *score == most);
        let starts: Vec<usize> = best.map(|&(_, start)| start).collect();
        match (starts.as_slice(), near) {
            (&[start], _) => Ok(Some(start)),
            (_, Some(near)) => Ok(starts.into_iter().min_by_key(|start| start.abs_diff(near))),
            (_, None) => Err(Misfit::Ambiguous),
        }
    }
}

impl Quote<'_> {
    /// Whether it stands just there, context included.
    fn is_at(&self, text: &str, span: Span) -> bool {
        span.of(text) == self.exact
            && text[..span.start()].ends_with(self.prefix)
            && text[span.end()..].starts_with(self.suffix)
    }
}

impl Squeezed {
    fn new(text: &str) -> Self {
        let mut squeezed = Self {
            text: String::with_capacity(text.len()),
            bytes: Vec::with_capacity(text.len() + 1),
        };
        for (at, character) in text.char_indices() {
            let is_space = character.is_whitespace();
            if is_space && squeezed.text.ends_with(' ') {
                continue;
            }
            squeezed.text.push(if is_space { ' ' } else { character });
            squeezed.bytes.resize(squeezed.text.len(), at as u32);
        }
        squeezed.bytes.push(text.len() as u32);
        squeezed
    }
}

/// With every run of white space as one space.
fn squeeze(text: &str) -> String {
    Squeezed::new(text).text
}

fn last(text: &str) -> &str {
    let start = text.char_indices().rev().take(CONTEXT).last();
    &text[start.map_or(text.len(), |(at, _)| at)..]
}

fn first(text: &str) -> &str {
    let end = text.char_indices().nth(CONTEXT);
    &text[..end.map_or(text.len(), |(at, _)| at)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(
        text: &str,
        quote: [&str; 3],
        position: Option<(usize, usize)>,
    ) -> Result<usize, Misfit> {
        let [prefix, exact, suffix] = quote;
        let selectors = Selectors {
            quote: Some(Quote {
                exact,
                prefix,
                suffix,
            }),
            position,
        };
        Places::new(text).find(&selectors).map(Span::start)
    }

    const TEXT: &str = "Er kam, sah er. Dann\n ging er, sagte er.";

    #[test]
    fn the_quote_wins_over_the_position() {
        assert_eq!(check(TEXT, ["", "Dann", ""], Some((0, 4))), Ok(16));
        assert_eq!(
            check(TEXT, ["ging ", "er", ", sagte"], Some((12, 14))),
            Ok(27)
        );
        assert_eq!(check(TEXT, ["", "er", ""], Some((12, 14))), Ok(12));
        assert_eq!(check(TEXT, ["", "er", ""], Some((30, 32))), Ok(27));
    }

    #[test]
    fn what_stands_nowhere_or_in_many_places_is_not_found() {
        assert_eq!(
            check(TEXT, ["", "sie", ""], Some((0, 2))),
            Err(Misfit::OtherWords)
        );
        assert_eq!(check(TEXT, ["", "sie", ""], None), Err(Misfit::NotFound));
        assert_eq!(check(TEXT, ["", "er", ""], None), Err(Misfit::Ambiguous));
        assert_eq!(check(TEXT, ["sah ", "er", ""], None), Ok(12));
    }

    #[test]
    fn white_space_may_differ() {
        assert_eq!(check(TEXT, [".\n", " Dann ging ", "er"], None), Ok(16));
        assert_eq!(check("a \u{a0}b c", ["", "a b", ""], None), Ok(0));
        assert_eq!(check("", ["", " ", ""], None), Err(Misfit::NotFound));
    }

    #[test]
    fn a_position_alone_counts_code_points() {
        let at = |start, end| {
            let selectors = Selectors {
                quote: None,
                position: Some((start, end)),
            };
            Places::new("🚋ab").find(&selectors)
        };
        assert_eq!(at(1, 2), Ok(Span::new(4, 5)));
        assert_eq!(at(1, 9), Err(Misfit::Beyond));
        assert_eq!(at(2, 1), Err(Misfit::Beyond));
        assert_eq!(at(1, 1), Err(Misfit::Beyond));
    }
}
