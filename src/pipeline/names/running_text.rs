//! Running text as numbered words, for what is learned without labels.

use std::collections::HashMap;

use super::knowledge::normal;

/// Running text.
#[derive(Clone, Debug, Default)]
pub struct RunningText {
    /// The words that are frequent enough, the most frequent first, digits as 0.
    pub words: Vec<String>,
    /// How often each occurs.
    pub counts: Vec<u32>,
    /// The text; `None` is a rare word or the end of a line.
    pub running: Vec<Option<u32>>,
}

impl RunningText {
    /// Numbers the words of lines, one sentence or paragraph each; words that occur fewer than `min_count` times are rare.
    pub fn new<'a>(lines: impl Iterator<Item = &'a str>, min_count: u32) -> Self {
        let mut counts: HashMap<String, (u32, u32)> = HashMap::new();
        let mut running: Vec<u32> = Vec::new();
        for line in lines {
            for word in plain_words(line) {
                let word = normal(word);
                let next = counts.len() as u32;
                let entry = match counts.get_mut(word.as_ref()) {
                    Some(entry) => entry,
                    None => counts.entry(word.into_owned()).or_insert((next, 0)),
                };
                entry.1 += 1;
                running.push(entry.0);
            }
            running.push(u32::MAX);
        }
        let mut rank = vec![None; counts.len()];
        let mut frequent: Vec<(String, (u32, u32))> = counts
            .into_iter()
            .filter(|(_, (_, count))| min_count <= *count)
            .collect();
        frequent.sort_unstable_by(|a, b| b.1.1.cmp(&a.1.1).then_with(|| a.0.cmp(&b.0)));
        for (at, &(_, (id, _))) in (0..).zip(&frequent) {
            rank[id as usize] = Some(at);
        }
        Self {
            running: running
                .iter()
                .map(|&id| rank.get(id as usize).copied().flatten())
                .collect(),
            counts: frequent.iter().map(|&(_, (_, count))| count).collect(),
            words: frequent.into_iter().map(|(word, _)| word).collect(),
        }
    }
}

/// Words and marks of running text.
fn plain_words(line: &str) -> impl Iterator<Item = &str> {
    line.split_whitespace().flat_map(|chunk| {
        let inner = chunk.trim_start_matches(|c: char| !c.is_alphanumeric());
        let (before, rest) = chunk.split_at(chunk.len() - inner.len());
        let word = rest.trim_end_matches(|c: char| !c.is_alphanumeric());
        let (word, after) = rest.split_at(word.len());
        [before, word, after]
            .into_iter()
            .filter(|piece| !piece.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_numbered_from_the_most_frequent_on() {
        let text = RunningText::new(["Im Jahr 1997 (1998).", "im Jahr 2001"].into_iter(), 2);
        assert_eq!(text.words, ["0000", "Jahr"]);
        assert_eq!(text.counts, [3, 2]);
        let none = None;
        let (year, number) = (Some(1), Some(0));
        assert_eq!(
            text.running,
            [
                none, year, number, none, number, none, none, none, year, number, none
            ]
        );
    }
}
