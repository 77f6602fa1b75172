//! The example articles that the empty window offers; this is the one place that lists them.

/// File name and text of each.
const EXAMPLES: [(&str, &str); 3] = [
    (
        "1-laternen.txt",
        include_str!("../../assets/examples/1-laternen.txt"),
    ),
    (
        "2-klinik.txt",
        include_str!("../../assets/examples/2-klinik.txt"),
    ),
    (
        "3-seekabel.txt",
        include_str!("../../assets/examples/3-seekabel.txt"),
    ),
];

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

/// The name that its file would have.
pub fn file_name(index: usize) -> &'static str {
    EXAMPLES.get(index).map_or("", |(name, _)| name)
}

/// The text; empty beyond the last.
pub fn text(index: usize) -> &'static str {
    EXAMPLES.get(index).map_or("", |(_, text)| text)
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
