//! What the network sees of a word: one function for running text, for training and for use.

use super::{Domain, Word, word};
use crate::german::lexicon::Lexicon;
use crate::learning::features::{Atom, FeatureRows, Features, pair};
use crate::learning::network::Inputs;
use crate::pipeline::names::knowledge::Knowledge;

/// The features of words of running text, which have no surroundings.
pub fn spellings<'a>(words: impl Iterator<Item = &'a str>, lexicon: &Lexicon) -> FeatureRows {
    let knowledge = Knowledge::default();
    let mut rows = FeatureRows::default();
    let mut features = Features::default();
    for text in words {
        features.clear();
        spelling(&word(text, &knowledge, lexicon), &mut features);
        rows.push(&features);
    }
    rows
}

/// What the network sees of the words of a sentence, one after the other.
pub fn inputs(sentence: &[Word], domain: Domain) -> Inputs {
    let mut inputs = Inputs::default();
    for (at, word) in sentence.iter().enumerate() {
        push(word, at == 0, domain, &mut inputs);
    }
    inputs
}

/// Adds a word.
pub fn push(word: &Word, is_first: bool, domain: Domain, inputs: &mut Inputs) {
    let mut features = Features::default();
    spelling(word, &mut features);
    inputs.words.push(&features);
    features.clear();
    marks(word, is_first, domain, &mut features);
    inputs.marks.push(&features);
}

/// The same for all words that the network sees alike.
pub fn kind(word: &Word, is_first: bool) -> Atom {
    let place = u64::from(word.quoted) << 1 | u64::from(is_first);
    pair(word.exact, word.part_of_speech.wrapping_shl(2) ^ place)
}

/// How a word is spelt: running text teaches what goes with it. The first two name the word alone.
fn spelling(word: &Word, out: &mut Features) {
    out.add(100, word.exact);
    out.add(101, word.lower);
    for (template, &part) in (102..).zip(&word.suffixes[1..4]) {
        if part != 0 {
            out.add(template, part);
        }
    }
    for (template, &part) in (105..).zip(&word.prefixes[1..3]) {
        if part != 0 {
            out.add(template, part);
        }
    }
    out.add(107, word.shape);
}

/// What is known of a word.
fn marks(word: &Word, is_first: bool, domain: Domain, out: &mut Features) {
    out.add(120, word.shape);
    out.add(121, Atom::from(word.classes));
    (0..16)
        .filter(|bit| word.classes >> bit & 1 == 1)
        .for_each(|bit| out.add(122, bit));
    out.add(123, word.lexical);
    out.add_pair(124, word.lexical, word.shape);
    out.add(125, Atom::from(word.clusters[0]));
    out.add(126, Atom::from(word.clusters[1]));
    out.flag(127, word.quoted);
    out.flag(128, is_first);
    if word.parts[0] != 0 {
        out.add(129, Atom::from(word.first_part_classes));
        out.add(130, word.parts[1]);
        out.add(131, word.parts[0]);
    }
    out.add(132, word.part_of_speech);
    out.add_pair(133, word.part_of_speech, word.shape);
    out.add(134, domain as Atom);
    out.add_pair(135, domain as Atom, word.lower);
}
