//! Words that announce a statement: "sagen", "mitteilen", "laut", "Angaben", "zu bedenken geben".

mod kinds;
mod phrases;

use std::cmp::Reverse;
use std::sync::LazyLock;

pub use kinds::{Addressee, Class, Content, CuePart};
pub use phrases::Phrase;

use super::lexicon::Lexicon;
use super::word_list;
use crate::document::Stance;
use crate::german::lower_case::lower_case;
use crate::learning::features::{Atom, atom, pair};
use crate::learning::hashing::FixedMap;

/// A cue of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Dictionary form: "mitteilen", "Angabe", "zu bedenken geben".
    pub lemma: &'static str,
    /// What kind of word it is.
    pub part: CuePart,
    /// What it mostly means in news.
    pub class: Class,
    /// What else it may mean: "erklären" says, explains and announces.
    pub others: Vec<Class>,
    /// What the narrator thinks of it.
    pub stance: Stance,
    /// How that which is said may stand beside it.
    pub contents: Vec<Content>,
    /// How the person spoken to may stand beside it.
    pub addressees: Vec<Addressee>,
}

impl Cue {
    /// Part and meaning in one atom; never 0.
    pub fn atom(&self) -> Atom {
        ATOMS[self.part as usize][self.class as usize]
    }

    /// Whether that which is said may stand beside it in this manner.
    pub fn takes(&self, content: Content) -> bool {
        self.contents.contains(&content)
    }

    /// Whether that which is said may be a clause or a quotation, not only an object: »lobte den Plan«.
    pub fn takes_words(&self) -> bool {
        use Content as C;
        [C::Dass, C::Question, C::BareClause, C::Zu, C::Direct]
            .iter()
            .any(|&content| self.takes(content))
    }
}

const N_PARTS: usize = CuePart::ALL.len();
const N_CLASSES: usize = Class::ALL.len();

static ATOMS: LazyLock<[[Atom; N_CLASSES]; N_PARTS]> = LazyLock::new(|| {
    let of = |part: usize, class: usize| pair(atom(Class::ALL[class].name()), part as u64 + 1) | 1;
    std::array::from_fn(|part| std::array::from_fn(|class| of(part, class)))
});

/// The list, put up for look-ups.
#[derive(Default)]
struct Cues {
    /// Cues of one word by dictionary word, one per part of speech.
    words: FixedMap<&'static str, Vec<Cue>>,
    /// Verb without its particle → particles, each with the whole verb: "teilen" → "mit", "mitteilen".
    particles: FixedMap<&'static str, Vec<(&'static str, &'static str)>>,
    /// Verb → phrases with it, those with most words first.
    verb_phrases: FixedMap<&'static str, Vec<Phrase>>,
    /// First word → phrases without a verb of their own, those with most words first.
    fixed_phrases: FixedMap<&'static str, Vec<Phrase>>,
}

static CUES: LazyLock<Cues> = LazyLock::new(|| {
    let mut cues = Cues::default();
    let mut phrases: Vec<(&'static str, Phrase)> = Vec::new();
    let rows = word_list::rows(include_str!("../../../assets/lexicon/cues.tsv"));
    for (base, particle, words, cue) in rows.filter_map(|row| entry(&row)) {
        if !words.is_empty() {
            phrases.push((base, Phrase::new(cue, words)));
            continue;
        }
        if !particle.is_empty() {
            let particles = cues.particles.entry(base).or_default();
            particles.push((particle, cue.lemma));
        }
        let cues_of_word = cues.words.entry(cue.lemma).or_default();
        cues_of_word.retain(|known| known.part != cue.part);
        cues_of_word.push(cue);
    }
    phrases.sort_by_key(|(_, phrase)| Reverse(phrase.n_words()));
    for (verb, phrase) in phrases {
        if phrase.cue.part == CuePart::Verb {
            cues.verb_phrases.entry(verb).or_default().push(phrase);
            continue;
        }
        for first in phrase.first_forms().to_vec() {
            let known = cues.fixed_phrases.entry(first).or_default();
            known.push(phrase.clone());
        }
    }
    cues
});

/// Verb without its particle, particle, further words of the phrase, cue.
type Entry = (&'static str, &'static str, &'static str, Cue);

fn entry(row: &[&'static str]) -> Option<Entry> {
    let [
        lemma,
        part,
        base,
        particle,
        words,
        class,
        stance,
        contents,
        addressees,
        others,
    ] = *row
    else {
        return None;
    };
    let cue = Cue {
        lemma,
        part: CuePart::from_name(part)?,
        class: Class::from_name(class)?,
        others: set(others, Class::from_name)?,
        stance: Stance::ALL
            .into_iter()
            .find(|known| known.label() == stance)?,
        contents: set(contents, Content::from_name)?,
        addressees: set(addressees, Addressee::from_name)?,
    };
    Some((base, particle, words, cue))
}

/// Members of a set, divided by commas; `None` if there is one that the set does not have.
fn set<T>(names: &'static str, from_name: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let names = names.split(',').filter(|name| !name.is_empty());
    names.map(from_name).collect()
}

/// The cue with this dictionary word: an infinitive ("mitteilen"), a noun in the singular, a preposition.
pub fn look_up(lemma: &str, part: CuePart) -> Option<&'static Cue> {
    look_up_any(lemma, &[part])
}

/// The same for the first of several parts of speech that there is such a cue of.
pub fn look_up_any(lemma: &str, parts: &[CuePart]) -> Option<&'static Cue> {
    let cues = CUES.words.get(lemma)?;
    let mut parts = parts.iter();
    parts.find_map(|part| cues.iter().find(|cue| cue.part == *part))
}

/// The verb that a form in lower case may come from; `lemma` is what the lexicon takes it for.
///
/// "führen" may be a Konjunktiv of "fahren", but is rather "führen"; "titelte" is unknown to the lexicon, but regular.
pub fn verb(form: &str, lemma: Option<&str>) -> Option<&'static Cue> {
    let verb = |lemma| look_up(lemma, CuePart::Verb);
    verb(form).or_else(|| match lemma {
        Some(lemma) => verb(lemma),
        None => regular_verb(form).or_else(|| regular_verb(&form.replacen("ge", "", 1))),
    })
}

/// The weak verb that a form without its "ge" comes from: "titelt", "titelte".
fn regular_verb(form: &str) -> Option<&'static Cue> {
    let endings = ["ten", "te", "et", "t", "end", "e"];
    let stems = endings
        .iter()
        .filter_map(|ending| form.strip_suffix(ending));
    let mut infinitives = stems.flat_map(|stem| [format!("{stem}en"), format!("{stem}n")]);
    infinitives.find_map(|infinitive| look_up(&infinitive, CuePart::Verb))
}

/// The cue at the end of a compound that the lexicon does not know: "Kernaussagen" → "Aussage".
pub fn compound(noun: &str, lexicon: &Lexicon) -> Option<&'static Cue> {
    /// In bytes; shorter ends are there by chance.
    const SHORTEST_END: usize = 5;
    let starts = noun.char_indices().map(|(at, _)| at).skip(3);
    let ends = starts
        .map(|at| &noun[at..])
        .take_while(|end| SHORTEST_END <= end.len());
    let mut known = ends.filter_map(|end| {
        let mut letters = end.chars();
        let first = letters.next()?.to_uppercase();
        lexicon.noun(&first.chain(letters).collect::<String>())
    });
    look_up(&known.next()?, CuePart::Noun)
}

/// The verb whose particle stands apart: "teilen", "mit" → "mitteilen" for »teilte der Sprecher mit«.
pub fn separated(base: &str, particle: &str) -> Option<&'static Cue> {
    let particles = CUES.particles.get(base)?;
    let (_, lemma) = particles.iter().find(|(known, _)| *known == particle)?;
    look_up(lemma, CuePart::Verb)
}

/// The adjective that a form comes from: "angeblichen" → "angeblich".
pub fn adjective(form: &str) -> Option<&'static Cue> {
    let endings = ["", "en", "em", "er", "es", "e"];
    let mut stems = endings
        .iter()
        .filter_map(|ending| form.strip_suffix(ending));
    stems.find_map(|stem| look_up(stem, CuePart::Adjective))
}

/// Phrases with this verb, those with most words first: "geben" → "zu bedenken geben", "Auskunft geben".
pub fn phrases(verb_lemma: &str) -> &'static [Phrase] {
    let known = CUES.verb_phrases.get(verb_lemma);
    known.map_or(&[], Vec::as_slice)
}

/// The phrase that this verb forms with other words of its clause, and where these stand in `clause`.
///
/// "geben" in »Der Minister gab zu bedenken« → "zu bedenken geben", [3, 4].
pub fn phrase_with(verb_lemma: &str, clause: &[&str]) -> Option<(&'static Phrase, Vec<usize>)> {
    let mut known = phrases(verb_lemma).iter();
    known.find_map(|phrase| Some((phrase, phrase.find(clause)?)))
}

/// The phrase without a verb of its own that begins with the first of `words`, and where its words stand.
///
/// »Nach ersten Angaben der Polizei …« → "nach Angaben", [0, 2].
pub fn phrase_at(words: &[&str]) -> Option<(&'static Phrase, Vec<usize>)> {
    let &first = words.first()?;
    let is_capital = first.starts_with(char::is_uppercase);
    let in_lower_case = || CUES.fixed_phrases.get(lower_case(first).as_ref());
    let known = CUES.fixed_phrases.get(first);
    let known = known.or_else(|| is_capital.then(in_lower_case)?)?;
    let mut known = known.iter();
    known.find_map(|phrase| Some((phrase, phrase.find_at(words, 0)?)))
}

/// Whether `cue` is the atom of a word with one of these meanings, of any part of speech.
pub fn means(cue: Atom, classes: &[Class]) -> bool {
    let has = |&class: &Class| ATOMS.iter().any(|atoms| atoms[class as usize] == cue);
    cue != 0 && classes.iter().any(has)
}

/// Whether `cue` is the atom of a verb with one of these meanings.
pub fn verb_with(cue: Atom, classes: &[Class]) -> bool {
    let atoms = &ATOMS[CuePart::Verb as usize];
    cue != 0 && classes.iter().any(|&class| atoms[class as usize] == cue)
}

#[cfg(test)]
mod tests;
