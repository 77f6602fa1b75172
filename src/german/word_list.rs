//! The word lists of `assets/lexicon`: tab-separated, a comment or the column names on lines that start with `#`.

/// The rows of a list, each with its columns. Every row has at least one column, which is not empty.
pub fn rows(list: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let lines = list
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    lines.map(|line| line.split('\t').map(str::trim).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_empty_lines_are_no_rows() {
        let list = "# words\n#word\tclass\n\nlaut\tpreposition\nso\t\n";
        assert_eq!(
            rows(list).collect::<Vec<_>>(),
            [vec!["laut", "preposition"], vec!["so", ""]]
        );
    }
}
