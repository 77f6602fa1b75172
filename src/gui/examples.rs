//! The example articles that the empty window offers; this is the one place that lists them.

/// Their texts.
const EXAMPLES: &[&str] = &[];

/// How many there are.
pub fn count() -> usize {
    EXAMPLES.len()
}

/// The headline: the first line with words.
pub fn title(index: usize) -> &'static str {
    text(index)
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty())
        .unwrap_or_default()
}

/// The text; empty beyond the last.
pub fn text(index: usize) -> &'static str {
    EXAMPLES.get(index).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_has_a_headline_and_enough_to_read() {
        for index in 0..count() {
            assert!(!title(index).is_empty());
            let n_words = text(index).split_whitespace().count();
            assert!((400..=900).contains(&n_words), "{n_words} words");
        }
        assert_eq!(title(count()), "");
    }
}
