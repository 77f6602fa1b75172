//! What the cue list holds, and that its words are found as they stand in sentences.

use std::collections::BTreeSet;

use super::*;
use crate::german::lexicon::Lexicon;
use crate::learning::model_file::{Reader, unpack};

const LIST: &str = include_str!("../../../assets/lexicon/cues.tsv");

fn lexicon() -> Lexicon {
    let contents =
        unpack(include_bytes!("../../../assets/models/lexicon.model")).expect("a sound model");
    Lexicon::read(&mut Reader::new(&contents)).expect("a sound model")
}

#[test]
fn every_row_is_read_and_no_word_has_two_for_one_part_of_speech() {
    let mut seen = BTreeSet::new();
    let (mut n_words, mut n_phrases) = (0, 0);
    for row in word_list::rows(LIST) {
        let (base, particle, words, cue) =
            entry(&row).unwrap_or_else(|| panic!("outside the closed sets: {row:?}"));
        assert!(seen.insert((cue.lemma, cue.part)), "twice: {row:?}");
        assert!(!cue.others.contains(&cue.class), "{row:?}");
        assert!(!cue.contents.is_empty(), "{row:?}");
        match cue.part {
            CuePart::Verb if words.is_empty() => {
                assert_eq!(format!("{particle}{base}"), cue.lemma, "{row:?}");
            }
            CuePart::Verb => assert!(!base.is_empty() && particle.is_empty(), "{row:?}"),
            _ => assert!(base.is_empty() && particle.is_empty(), "{row:?}"),
        }
        // A phrase is kept apart; a word of its own is found as such.
        if words.is_empty() {
            assert_eq!(look_up(cue.lemma, cue.part), Some(&cue));
            n_words += 1;
        } else {
            n_phrases += 1;
        }
    }
    assert!(1000 <= n_words, "{n_words} words");
    assert!(500 <= n_phrases, "{n_phrases} phrases");
}

#[test]
fn the_head_of_the_list_names_every_class() {
    let head: Vec<&str> = LIST
        .lines()
        .take_while(|line| line.starts_with('#'))
        .collect();
    let names: BTreeSet<&str> = head
        .iter()
        .flat_map(|line| line.split([' ', ';', ',']))
        .collect();
    for class in Class::ALL {
        assert!(names.contains(class.name()), "{}", class.name());
    }
}

#[test]
fn every_class_content_and_addressee_is_used() {
    let rows: Vec<Cue> = word_list::rows(LIST)
        .filter_map(|row| Some(entry(&row)?.3))
        .collect();
    for class in Class::ALL {
        let n_rows = rows.iter().filter(|cue| cue.class == *class).count();
        assert!(10 <= n_rows, "{class:?} {n_rows}");
    }
    for content in Content::ALL {
        assert!(rows.iter().any(|cue| cue.takes(*content)), "{content:?}");
    }
    for addressee in Addressee::ALL {
        let is_used = rows.iter().any(|cue| cue.addressees.contains(addressee));
        assert!(is_used, "{addressee:?}");
    }
}

#[test]
fn regular_forms_of_every_foreign_verb_reach_it() {
    let lexicon = lexicon();
    let verbs = word_list::rows(LIST).filter(|row| row[1] == "verb" && row[4].is_empty());
    let verbs: Vec<&str> = verbs
        .map(|row| row[0])
        .filter(|verb| verb.ends_with("ieren"))
        .collect();
    assert!(100 <= verbs.len(), "{}", verbs.len());
    for infinitive in verbs {
        let stem = infinitive.strip_suffix("en").expect("ends in \"ieren\"");
        for ending in ["en", "t", "te", "ten"] {
            let form = format!("{stem}{ending}");
            let cue = verb(&form, lexicon.verb(&form).as_deref());
            assert_eq!(cue.map(|cue| cue.lemma), Some(infinitive), "{form}");
        }
    }
}

#[test]
fn verbs_that_the_lexicon_lacks_or_mistakes_are_found() {
    let lexicon = lexicon();
    for (form, lemma) in [
        ("titelte", Some("titeln")),
        ("getitelt", Some("titeln")),
        ("verlautbarte", Some("verlautbaren")),
        ("ausführen", Some("ausführen")),
        ("drängen", Some("drängen")),
        ("interviewt", Some("interviewen")),
        ("gegangen", None),
        ("te", None),
    ] {
        let cue = verb(form, lexicon.verb(form).as_deref());
        assert_eq!(cue.map(|cue| cue.lemma), lemma, "{form}");
    }
}

#[test]
fn compounds_are_what_their_end_is() {
    let lexicon = lexicon();
    for (noun, class) in [
        ("Kernforderungen", Some(Class::Demand)),
        ("Rathausberichte", Some(Class::Report)),
        ("Gartenhaus", None),
        ("Äh", None),
        ("", None),
    ] {
        let found = compound(noun, &lexicon).map(|cue| cue.class);
        assert_eq!(found, class, "{noun}");
    }
}

#[test]
fn inflected_verbs_reach_their_row() {
    let lexicon = lexicon();
    for (form, lemma, class) in [
        ("sagte", "sagen", Class::Say),
        ("sage", "sagen", Class::Say),
        ("erklärten", "erklären", Class::Say),
        ("mitgeteilt", "mitteilen", Class::Announce),
        ("mitzuteilen", "mitteilen", Class::Announce),
        ("mitteilte", "mitteilen", Class::Announce),
        ("angekündigt", "ankündigen", Class::Announce),
        ("bekanntgegeben", "bekanntgeben", Class::Announce),
        ("schrieb", "schreiben", Class::Write),
        ("berichtet", "berichten", Class::Report),
        ("meldete", "melden", Class::Report),
        ("behauptete", "behaupten", Class::Claim),
        ("betont", "betonen", Class::Emphasise),
        ("hinzuweisen", "hinweisen", Class::Emphasise),
        ("bestätigten", "bestätigen", Class::Confirm),
        ("eingeräumt", "einräumen", Class::Admit),
        ("zugab", "zugeben", Class::Admit),
        ("dementierte", "dementieren", Class::Deny),
        ("bestritt", "bestreiten", Class::Deny),
        ("abgelehnt", "ablehnen", Class::Reject),
        ("zugestimmt", "zustimmen", Class::Agree),
        ("fragte", "fragen", Class::Ask),
        ("antwortete", "antworten", Class::Answer),
        ("forderten", "fordern", Class::Demand),
        ("rief", "rufen", Class::Say),
        ("vorgeworfen", "vorwerfen", Class::Accuse),
        ("kritisierte", "kritisieren", Class::Judge),
        ("warnte", "warnen", Class::Warn),
        ("vorgeschlagen", "vorschlagen", Class::Suggest),
        ("versprach", "versprechen", Class::Promise),
        ("fürchtet", "fürchten", Class::Fear),
        ("hoffe", "hoffen", Class::Hope),
        ("vermutet", "vermuten", Class::Think),
        ("festgestellt", "feststellen", Class::Find),
        ("beschlossen", "beschließen", Class::Decide),
    ] {
        let found = lexicon.verb(form).unwrap_or_default();
        assert_eq!(found, lemma, "{form}");
        let cue = verb(form, Some(lemma));
        assert_eq!(cue.map(|cue| cue.lemma), Some(lemma), "{form}");
        assert_eq!(cue.map(|cue| cue.class), Some(class), "{form}");
    }
}

#[test]
fn separated_particles_lead_to_the_whole_verb() {
    for (base, particle, lemma) in [
        ("teilen", "mit", Some("mitteilen")),
        ("werfen", "vor", Some("vorwerfen")),
        ("geben", "bekannt", Some("bekanntgeben")),
        ("geben", "zu", Some("zugeben")),
        ("räumen", "ein", Some("einräumen")),
        ("fügen", "hinzu", Some("hinzufügen")),
        ("weisen", "zurück", Some("zurückweisen")),
        ("stellen", "klar", Some("klarstellen")),
        ("stellen", "ab", None),
        ("sagen", "", None),
    ] {
        let found = separated(base, particle).map(|cue| cue.lemma);
        assert_eq!(found, lemma, "{base} {particle}");
    }
}

#[test]
fn a_word_may_be_a_cue_as_one_part_of_speech_and_none_as_another() {
    for (word, part, class) in [
        ("Ansicht", CuePart::Noun, Some(Class::Think)),
        ("laut", CuePart::Preposition, Some(Class::Say)),
        ("laut", CuePart::Adjective, None),
        ("Zitat", CuePart::Noun, Some(Class::Quote)),
        ("Zitat", CuePart::Particle, Some(Class::Quote)),
        ("angeblich", CuePart::Particle, Some(Class::Claim)),
        ("Haus", CuePart::Noun, None),
    ] {
        let found = look_up(word, part).map(|cue| cue.class);
        assert_eq!(found, class, "{word} {part:?}");
    }
    assert_eq!(
        adjective("angeblichen").map(|cue| cue.lemma),
        Some("angeblich")
    );
    assert_eq!(adjective("grünen"), None);
}

#[test]
fn the_narrator_keeps_away_or_vouches() {
    let check = |verb: &str, stance| {
        let found = look_up(verb, CuePart::Verb).map(|cue| cue.stance);
        assert_eq!(found, Some(stance), "{verb}");
    };
    for verb in ["sagen", "dementieren", "vorwerfen", "fordern", "glauben"] {
        check(verb, Stance::Neutral);
    }
    for verb in ["behaupten", "beteuern", "verharmlosen", "leugnen"] {
        check(verb, Stance::Distancing);
    }
    for verb in ["betonen", "einräumen", "klarstellen", "nachweisen"] {
        check(verb, Stance::Endorsing);
    }
}

#[test]
fn atoms_tell_parts_and_classes_apart() {
    let mut atoms = BTreeSet::new();
    for row in ATOMS.iter() {
        for &atom in row {
            assert!(atom != 0 && atoms.insert(atom));
        }
    }
    let warns = look_up("warnen", CuePart::Verb).map_or(0, Cue::atom);
    assert!(verb_with(warns, &[Class::Say, Class::Warn]));
    assert!(!verb_with(warns, &[Class::Say]));
    let warning = look_up("Warnung", CuePart::Noun).map_or(0, Cue::atom);
    assert!(warning != 0 && !verb_with(warning, &[Class::Warn]));
}
