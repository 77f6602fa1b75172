//! Words that end in a full stop which does not end their sentence: "z. B.", "Dr.", "Mrd.".

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::word_list;

/// Abbreviation without its last full stop → whether a sentence may end with it ("usw.").
static ABBREVIATIONS: LazyLock<BTreeMap<&'static str, bool>> = LazyLock::new(|| {
    let rows = word_list::rows(include_str!("../../assets/lexicon/abbreviations.tsv"));
    let parts = |row: Vec<&'static str>| {
        let may_end = row.get(1) == Some(&"yes");
        let mut pieces: Vec<_> = row[0]
            .split(' ')
            .map(|piece| (piece.trim_end_matches('.'), false))
            .collect();
        if let Some(last) = pieces.last_mut() {
            last.1 = may_end;
        }
        pieces
    };
    let mut map = BTreeMap::new();
    for (piece, may_end) in rows.flat_map(parts).filter(|(piece, _)| !piece.is_empty()) {
        *map.entry(piece).or_insert(false) |= may_end;
    }
    map
});

/// Whether `word`, without its full stop, is an abbreviation.
pub fn contains(word: &str) -> bool {
    ABBREVIATIONS.contains_key(word)
}

/// Whether `word`, without its full stop, is an abbreviation that may be the last word of a sentence.
pub fn may_end(word: &str) -> bool {
    ABBREVIATIONS.get(word).copied().unwrap_or(false)
}
