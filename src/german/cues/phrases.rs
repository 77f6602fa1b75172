//! Cues of several words: "zu bedenken geben", "die Ansicht vertreten", "nach Angaben", "wie es heißt".

use super::Cue;

/// Most words that may stand between two words of a phrase: »die weit verbreitete Ansicht«.
const MOST_BETWEEN: usize = 3;

/// A cue of several words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// What it means.
    pub cue: Cue,
    /// Whether it needs a reflexive pronoun, anywhere in its clause: »zeigte sich besorgt«.
    pub is_reflexive: bool,
    /// The other words, in their order; of a verb phrase those besides the verb.
    words: Vec<Slot>,
}

/// A word of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Slot {
    /// Forms, any of which will do: "Vorwurf", "Vorwürfe".
    forms: Vec<&'static str>,
    /// Whether nothing may stand between it and the word before.
    is_next: bool,
}

impl Phrase {
    /// Reads the column of words: "sich zu_Wort", "Vorwurf|Vorwürfe".
    pub(super) fn new(cue: Cue, words: &'static str) -> Self {
        let slots = |group: &'static str| {
            let parts = group.split('_').enumerate();
            parts.map(|(number, part)| Slot {
                forms: part.split('|').collect(),
                is_next: 0 < number,
            })
        };
        let groups = words.split(' ');
        Self {
            cue,
            is_reflexive: groups.clone().any(|group| group == "sich"),
            words: groups
                .filter(|group| *group != "sich")
                .flat_map(slots)
                .collect(),
        }
    }

    /// Number of words that it needs, the verb aside.
    pub fn n_words(&self) -> usize {
        self.words.len() + usize::from(self.is_reflexive)
    }

    /// Forms that may open it.
    pub(super) fn first_forms(&self) -> &[&'static str] {
        self.words.first().map_or(&[], |slot| slot.forms.as_slice())
    }

    /// Indices of its words, the verb aside, in the words of a clause or sentence; sorted.
    ///
    /// »Das gab sie zu bedenken«: "zu", "bedenken". No mark may stand between them.
    pub fn find(&self, words: &[&str]) -> Option<Vec<usize>> {
        let mut found = match self.words.first() {
            Some(_) => (0..words.len()).find_map(|start| self.find_at(words, start))?,
            None => Vec::new(),
        };
        if self.is_reflexive {
            found.push(words.iter().position(|word| is_reflexive_pronoun(word))?);
            found.sort_unstable();
        }
        Some(found)
    }

    /// The same for the words from `start` on, the first of which stands there; reflexive pronouns aside.
    pub(super) fn find_at(&self, words: &[&str], start: usize) -> Option<Vec<usize>> {
        let fits = |slot: &Slot, word: &str| slot.forms.iter().any(|form| is_form(word, form));
        let mut found: Vec<usize> = Vec::new();
        for slot in &self.words {
            let (from, to) = match found.last() {
                None => (start, start + 1),
                Some(&last) if slot.is_next => (last + 1, last + 2),
                Some(&last) => (last + 1, last + 2 + MOST_BETWEEN),
            };
            let is_word = |index: &usize| words[*index].contains(char::is_alphanumeric);
            let next = (from..to.min(words.len()))
                .take_while(is_word)
                .find(|&index| fits(slot, words[index]))?;
            found.push(next);
        }
        Some(found)
    }
}

/// Whether `word` is `form`, be it with a capital at the start of a sentence.
fn is_form(word: &str, form: &str) -> bool {
    if word == form {
        return true;
    }
    let (mut word, mut form) = (word.chars(), form.chars());
    match (word.next(), form.next()) {
        (Some(first), Some(small)) => {
            first.to_lowercase().eq([small]) && word.as_str() == form.as_str()
        }
        _ => false,
    }
}

fn is_reflexive_pronoun(word: &str) -> bool {
    matches!(
        word,
        "sich" | "Sich" | "mich" | "mir" | "dich" | "dir" | "uns" | "euch"
    )
}
