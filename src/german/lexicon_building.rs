//! Compiles the full-form lexicon from lines of form, lemma, tag.

use std::collections::BTreeMap;

use super::lexicon::{Classes, Entry, Infix, LemmaRule, Lexicon};

/// Compiles a lexicon from tab-separated lines `form lemma tag`, tags as in the `LanguageTool` dictionary
/// (`VER:3:SIN:KJ1:SFT`). Lines of another shape are skipped, and so are the comparatives of nominalised
/// participles ("Bestärktere"), which nobody writes.
///
/// # Errors
/// If the automaton cannot be built.
pub fn build<'a>(lines: impl Iterator<Item = &'a str>) -> Result<Lexicon, fst::Error> {
    let mut forms: BTreeMap<&str, Merged> = BTreeMap::new();
    for line in lines {
        let mut columns = line.split('\t');
        let (Some(form), Some(lemma), Some(tag)) = (columns.next(), columns.next(), columns.next())
        else {
            continue;
        };
        let tag = tag.split(" --").next().unwrap_or(tag);
        if is_unused(form, tag) {
            continue;
        }
        let merged = forms.entry(form).or_default();
        let classes = classes_of(tag);
        merged.classes = merged.classes.or(classes);
        if tag.starts_with("VER") && merged.verb.is_none_or(|before| lemma < before) {
            merged.verb = Some(lemma);
        }
        if tag.starts_with("SUB") && merged.noun.is_none_or(|before| lemma < before) {
            merged.noun = Some(lemma);
        }
    }
    let entry = |(form, merged): (&&str, &Merged)| Entry {
        classes: merged.classes,
        verb: merged.verb.map(|lemma| rule(form, lemma)),
        noun: merged.noun.map(|lemma| rule(form, lemma)),
    };
    let mut entries: Vec<Entry> = forms.iter().map(entry).collect();
    let all = entries.clone();
    entries.sort_unstable();
    entries.dedup();
    let index = |entry: &Entry| entries.binary_search(entry).map_or(0, |index| index as u64);
    let indices: Vec<u64> = all.iter().map(index).collect();
    Lexicon::new(
        forms.keys().map(|&form| form.to_owned()).zip(indices),
        entries,
    )
}

#[derive(Default)]
struct Merged<'a> {
    classes: Classes,
    verb: Option<&'a str>,
    noun: Option<&'a str>,
}

fn is_unused(form: &str, tag: &str) -> bool {
    let is_odd = form.contains(|c: char| !c.is_alphabetic() && c != '-' && c != '.' && c != '\'');
    let is_nominal = tag.starts_with("SUB") && tag.ends_with(":ADJ");
    let is_compared = |stems: &[&str]| stems.iter().any(|stem| form.contains(stem));
    let from_participle =
        is_nominal && is_compared(&["ndst", "ndere", "etst", "tere", "teste", "enst", "enere"]);
    is_odd
        || from_participle
        || tag.contains(":SUP:") && tag.starts_with("PA")
        || tag.contains(":KOM:") && tag.starts_with("PA")
}

/// The rule that turns `form` into `lemma`; of the three kinds of infix the one that changes least.
fn rule(form: &str, lemma: &str) -> LemmaRule {
    let candidate = |(infix, word): (Infix, String)| {
        let shared: usize = word
            .chars()
            .zip(lemma.chars())
            .take_while(|(a, b)| a == b)
            .map(|(a, _)| a.len_utf8())
            .sum();
        let cut = u8::try_from(word.len() - shared).ok()?;
        Some(LemmaRule {
            infix,
            cut,
            ending: lemma[shared..].to_owned(),
        })
    };
    let words = [
        (Infix::None, form.to_owned()),
        (Infix::Ge, form.replacen("ge", "", 1)),
        (Infix::Zu, form.replacen("zu", "", 1)),
    ];
    let rules = words.into_iter().filter_map(candidate);
    rules
        .min_by_key(|rule| (usize::from(rule.cut) + rule.ending.len(), rule.infix))
        .unwrap_or(LemmaRule {
            infix: Infix::None,
            cut: 0,
            ending: String::new(),
        })
}

fn classes_of(tag: &str) -> Classes {
    let mut parts = tag.split(':');
    let head = parts.next().unwrap_or_default();
    let has = |wanted: &str| tag.split(':').skip(1).any(|part| part == wanted);
    let mut classes = match head {
        "SUB" if has("ADJ") => Classes::NOMINALISED,
        "SUB" => Classes::NOUN,
        "ADJ" | "PA2" if has("PRD") => Classes::PREDICATE,
        "ADJ" => Classes::ATTRIBUTE,
        "PA1" => Classes::PRESENT_PARTICIPLE,
        "PA2" => Classes::PAST_PARTICIPLE_ATTRIBUTE,
        "VER" => verb_classes(&has),
        "EIG" => name_classes(&has),
        "PRO" => pronoun_classes(&has),
        "ADV" if has("PRO") => Classes::PRONOMINAL_ADVERB,
        "ADV" => Classes::ADVERB,
        "PRP" => Classes::PREPOSITION,
        "ART" => Classes::ARTICLE,
        "KON" if has("UNT") => Classes::SUBORDINATION,
        "KON" => Classes::COORDINATION,
        "ZUS" => Classes::VERB_PARTICLE,
        "ZAL" => Classes::NUMERAL,
        "ABK" => Classes::ABBREVIATION,
        "NEG" => Classes::NEGATION,
        "INJ" => Classes::INTERJECTION,
        _ => Classes::default(),
    };
    if matches!(head, "SUB" | "EIG" | "ART" | "PRO") {
        classes = classes.or(gender(&has)).or(case(&has));
    }
    classes
}

fn verb_classes(has: &impl Fn(&str) -> bool) -> Classes {
    let table = [
        ("INF", Classes::INFINITIVE),
        ("EIZ", Classes::ZU_INFINITIVE),
        ("PA2", Classes::PAST_PARTICIPLE),
        ("KJ1", Classes::KONJUNKTIV_I),
        ("KJ2", Classes::KONJUNKTIV_II),
        ("IMP", Classes::IMPERATIVE),
        ("PRÄ", Classes::INDICATIVE),
        ("PRT", Classes::INDICATIVE),
        ("AUX", Classes::AUXILIARY),
        ("MOD", Classes::MODAL),
        ("NEB", Classes::JOINED),
    ];
    let mut classes = collect(&table, has);
    if classes.has(Classes::FINITE) {
        let finite = [
            ("SIN", Classes::SINGULAR_VERB),
            ("PLU", Classes::PLURAL_VERB),
            ("3", Classes::THIRD_PERSON),
        ];
        classes = classes.or(collect(&finite, has));
        if classes.has(Classes::INDICATIVE) && classes.has(Classes::THIRD_PERSON) {
            classes = classes.or(Classes::THIRD_INDICATIVE);
        }
    }
    classes
}

fn name_classes(has: &impl Fn(&str) -> bool) -> Classes {
    let table = [
        ("VOR", Classes::FIRST_NAME),
        ("NAC", Classes::SURNAME),
        ("STD", Classes::CITY),
        ("COU", Classes::COUNTRY),
        ("GEB", Classes::REGION),
    ];
    let classes = collect(&table, has);
    if classes.is_empty() {
        Classes::OTHER_NAME
    } else {
        classes
    }
}

fn pronoun_classes(has: &impl Fn(&str) -> bool) -> Classes {
    let table = [
        ("PER", Classes::PERSONAL_PRONOUN),
        ("REF", Classes::REFLEXIVE_PRONOUN),
        ("RFX", Classes::REFLEXIVE_PRONOUN),
        ("POS", Classes::POSSESSIVE),
        ("DEM", Classes::DEMONSTRATIVE),
        ("RIN", Classes::RELATIVE),
        ("REL", Classes::RELATIVE),
        ("IND", Classes::INDEFINITE),
    ];
    let classes = collect(&table, has);
    if classes.is_empty() {
        Classes::OTHER_PRONOUN
    } else {
        classes
    }
}

fn gender(has: &impl Fn(&str) -> bool) -> Classes {
    collect(
        &[
            ("MAS", Classes::MASCULINE),
            ("FEM", Classes::FEMININE),
            ("NEU", Classes::NEUTER),
        ],
        has,
    )
}

fn case(has: &impl Fn(&str) -> bool) -> Classes {
    let singular = [
        ("NOM", Classes::NOMINATIVE_SINGULAR),
        ("GEN", Classes::GENITIVE_SINGULAR),
        ("DAT", Classes::DATIVE_SINGULAR),
        ("AKK", Classes::ACCUSATIVE_SINGULAR),
    ];
    let plural = [
        ("NOM", Classes::NOMINATIVE_PLURAL),
        ("GEN", Classes::GENITIVE_PLURAL),
        ("DAT", Classes::DATIVE_PLURAL),
        ("AKK", Classes::ACCUSATIVE_PLURAL),
    ];
    collect(if has("PLU") { &plural } else { &singular }, has)
}

fn collect(table: &[(&str, Classes)], has: &impl Fn(&str) -> bool) -> Classes {
    let found = table.iter().filter(|(name, _)| has(name));
    found.fold(Classes::default(), |all, &(_, class)| all.or(class))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learning::model_file::{Reader, Writer};

    fn small() -> Lexicon {
        let lines = [
            "sagte\tsagen\tVER:3:SIN:PRT:SFT",
            "sagte\tsagen\tVER:3:SIN:KJ2:SFT",
            "mitgeteilt\tmitteilen\tVER:PA2:SFT",
            "mitzuteilen\tmitteilen\tVER:EIZ:SFT",
            "Angaben\tAngabe\tSUB:NOM:PLU:FEM",
            "sei\tsein\tVER:AUX:3:SIN:KJ1",
            "laut\tlaut\tPRP:MOD:GEN",
            "Laut\tLaut\tSUB:NOM:SIN:MAS",
            "no columns",
        ];
        build(lines.into_iter()).expect("sorted by the map")
    }

    #[test]
    fn forms_lead_to_their_words() {
        let lexicon = small();
        assert_eq!(lexicon.verb("Sagte").as_deref(), Some("sagen"));
        assert_eq!(lexicon.verb("mitgeteilt").as_deref(), Some("mitteilen"));
        assert_eq!(lexicon.verb("mitzuteilen").as_deref(), Some("mitteilen"));
        assert_eq!(lexicon.verb("sei").as_deref(), Some("sein"));
        assert_eq!(lexicon.noun("Angaben").as_deref(), Some("Angabe"));
        assert_eq!(lexicon.verb("unbekannt"), None);
    }

    #[test]
    fn readings_are_merged_and_capitals_at_the_start_looked_through() {
        let lexicon = small();
        let said = lexicon.classes("sagte", false);
        assert!(
            said.has(Classes::INDICATIVE)
                && said.has(Classes::KONJUNKTIV_II)
                && !said.has(Classes::PLURAL_VERB)
        );
        assert!(!lexicon.classes("Laut", false).has(Classes::PREPOSITION));
        assert!(lexicon.classes("Laut", true).has(Classes::PREPOSITION));
    }

    #[test]
    fn a_lexicon_survives_writing_and_reading() {
        let mut writer = Writer::default();
        small().write(&mut writer);
        let bytes = writer.into_bytes();
        let again = Lexicon::read(&mut Reader::new(&bytes)).expect("just written");
        assert_eq!(
            (again.len(), again.verb("sei")),
            (small().len(), Some("sein".to_owned()))
        );
        assert!(Lexicon::read(&mut Reader::new(&bytes[..bytes.len() - 1])).is_err());
    }
}
