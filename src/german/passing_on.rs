//! Nouns around the way a statement came: "Anwalt", who passes it on, "Angaben", "Berufung".

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::word_list;

/// What a noun has to do with passing on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passing {
    /// "Anwalt", "Sprecherin", "Büro": speaks for somebody.
    Messenger,
    /// "Chefredakteurin": works for a medium that follows in the genitive.
    Staff,
    /// "Angaben": what somebody says.
    Account,
    /// "Berufung" in "unter Berufung auf".
    Reference,
    /// "Rande" in "am Rande des Gipfels".
    Edge,
}

static NOUNS: LazyLock<BTreeMap<&'static str, Passing>> = LazyLock::new(|| {
    let rows = word_list::rows(include_str!("../../assets/lexicon/passing_on.tsv"));
    let entry = |row: Vec<&'static str>| {
        let passing = match *row.get(1)? {
            "messenger" => Passing::Messenger,
            "staff" => Passing::Staff,
            "account" => Passing::Account,
            "reference" => Passing::Reference,
            _ => Passing::Edge,
        };
        Some((row[0], passing))
    };
    rows.filter_map(entry).collect()
});

/// What a noun has to do with passing on, if anything.
pub fn passing(noun: &str) -> Option<Passing> {
    NOUNS.get(noun).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lawyers_pass_on_and_houses_do_not() {
        assert_eq!(passing("Anwalt"), Some(Passing::Messenger));
        assert_eq!(passing("Berufung"), Some(Passing::Reference));
        assert_eq!(passing("Haus"), None);
    }
}
