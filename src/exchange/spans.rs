//! Lists of spans, put in order.

use crate::span::Span;

/// In text order, those that overlap made one, without empty ones.
pub fn tidy(spans: &[Span]) -> Vec<Span> {
    let mut sorted: Vec<Span> = (spans.iter().copied())
        .filter(|span| !span.is_empty())
        .collect();
    sorted.sort();
    let mut tidy: Vec<Span> = Vec::new();
    for span in sorted {
        match tidy.last_mut() {
            Some(last) if last.overlaps(span) => *last = last.hull(span),
            _ => tidy.push(span),
        }
    }
    tidy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_sorted_and_disjoint() {
        let span = Span::new;
        let spans = [span(5, 9), span(3, 3), span(0, 2), span(1, 4), span(9, 10)];
        assert_eq!(tidy(&spans), [span(0, 4), span(5, 9), span(9, 10)]);
    }
}
