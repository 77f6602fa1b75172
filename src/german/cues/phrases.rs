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
    /// Reads the column of words: `sich zu_Wort`, `Vorwurf|Vorwürfe`.
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
            let is_word = |word: &str| word.contains(char::is_alphanumeric);
            let next = (from..to.min(words.len()))
                .take_while(|&index| index == from || is_word(words[index - 1]))
                .find(|&index| fits(slot, words[index]))?;
            found.push(next);
        }
        Some(found)
    }
}

/// Whether `word` is `form`, be it with a capital at the start of a sentence.
fn is_form(word: &str, form: &str) -> bool {
    // German letters have as many bytes in either case.
    if word.len() != form.len() || word == form {
        return word.len() == form.len();
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

#[cfg(test)]
mod tests {
    use crate::german::cues::{phrase_at, phrase_with};

    fn words(sentence: &str) -> Vec<&str> {
        sentence.split(' ').collect()
    }

    fn check(sentence: &str, verb: &str, lemma: &str) {
        let found = phrase_with(verb, &words(sentence));
        let found = found.map_or("", |(phrase, _)| phrase.cue.lemma);
        assert_eq!(found, lemma, "{sentence}");
    }

    #[test]
    fn phrases_are_found_around_their_verb() {
        for (sentence, verb, lemma) in [
            (
                "Die Ministerin gab zu bedenken",
                "geben",
                "zu bedenken geben",
            ),
            (
                "Zu bedenken gab sie die Kosten",
                "geben",
                "zu bedenken geben",
            ),
            (
                "Die Bank stellte das in Abrede",
                "stellen",
                "in Abrede stellen",
            ),
            (
                "Er vertritt die umstrittene Ansicht",
                "vertreten",
                "die Ansicht vertreten",
            ),
            (
                "wie sie zum Ausdruck brachte",
                "bringen",
                "zum Ausdruck bringen",
            ),
            (
                "Der Brief nimmt Bezug auf das Urteil",
                "nehmen",
                "Bezug nehmen auf",
            ),
            ("Sie nahm darauf keinen Bezug", "nehmen", ""),
            ("Die Grünen üben scharfe Kritik", "üben", "Kritik üben"),
            (
                "Er ist der festen Überzeugung",
                "sein",
                "der Überzeugung sein",
            ),
            ("Ihre Ansicht ist neu", "sein", ""),
            (
                "Sie zeigte sich tief besorgt",
                "zeigen",
                "sich besorgt zeigen",
            ),
            (
                "Besorgt zeigte sich der Rat",
                "zeigen",
                "sich besorgt zeigen",
            ),
            ("Er hat sich dazu nicht geäußert", "äußern", "sich äußern"),
            (
                "Sie äußerte sich zuversichtlich",
                "äußern",
                "sich zuversichtlich äußern",
            ),
        ] {
            check(sentence, verb, lemma);
        }
        let (_, places) =
            phrase_with("geben", &words("Der Minister gab zu bedenken")).expect("a phrase");
        assert_eq!(places, [3, 4]);
        let (_, places) =
            phrase_with("zeigen", &words("Besorgt zeigte sich der Rat")).expect("a phrase");
        assert_eq!(places, [0, 2]);
    }

    #[test]
    fn phrases_without_a_verb_are_found_where_they_begin() {
        for (sentence, lemma, places) in [
            (
                "Nach ersten Angaben der Polizei",
                "nach Angaben",
                &[0, 2][..],
            ),
            ("nach Einschätzung der Bank", "nach Einschätzung", &[0, 1]),
            (
                "Nach eigenen Angaben war er dort",
                "nach eigenen Angaben",
                &[0, 1, 2],
            ),
            (
                "unter Berufung auf Kreise",
                "unter Berufung auf",
                &[0, 1, 2],
            ),
            (
                "Dem Vernehmen nach geht er",
                "dem Vernehmen nach",
                &[0, 1, 2],
            ),
            ("wie es heißt", "wie es heißt", &[0, 1, 2]),
            ("Angaben der Polizei zufolge", "Angaben zufolge", &[0, 3]),
            (
                "Medienberichten zufolge brannte es",
                "Medienberichten zufolge",
                &[0, 1],
            ),
            ("nach dem Spiel , Angaben fehlen", "", &[]),
            ("nach Berlin", "", &[]),
            ("Haus", "", &[]),
        ] {
            let (found, at) = phrase_at(&words(sentence))
                .map_or(("", Vec::new()), |(phrase, at)| (phrase.cue.lemma, at));
            assert_eq!((found, at.as_slice()), (lemma, places), "{sentence}");
        }
        assert!(phrase_at(&[]).is_none());
    }

    #[test]
    fn phrases_with_the_same_verb_are_told_apart_by_their_words() {
        for (sentence, verb, lemma) in [
            ("Er hält das für einen Fehler", "halten", "halten für"),
            (
                "Er hält das für sehr unwahrscheinlich",
                "halten",
                "halten für",
            ),
            ("Sie hält das für möglich", "halten", "für möglich halten"),
            (
                "Das wies er weit von sich",
                "weisen",
                "weit von sich weisen",
            ),
            (
                "Er erhob schwere Vorwürfe gegen den Verein",
                "erheben",
                "Vorwürfe erheben",
            ),
            (
                "Der Bund erteilte dem Plan eine klare Absage",
                "erteilen",
                "eine Absage erteilen",
            ),
            (
                "Sie kommt zu einem anderen Schluss",
                "kommen",
                "zu dem Schluss kommen",
            ),
            ("Die Firma ließ verlauten", "lassen", "verlauten lassen"),
            (
                "Er stand Rede und Antwort",
                "stehen",
                "Rede und Antwort stehen",
            ),
            (
                "Sie brachte einen Tausch ins Spiel",
                "bringen",
                "ins Spiel bringen",
            ),
            (
                "Er machte den Rat verantwortlich",
                "machen",
                "verantwortlich machen",
            ),
            ("Sie machte das Licht aus", "machen", ""),
            ("Er gab ihr Geld", "geben", ""),
        ] {
            check(sentence, verb, lemma);
        }
    }
}
