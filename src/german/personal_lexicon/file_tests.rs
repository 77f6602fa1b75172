//! Files of personal lexicons: what is read, told, kept, merged.

use super::*;
use proptest::prelude::*;

fn organisation(name: &str) -> Entry {
    Entry::name(name, Kind::Organisation, None).expect("a name")
}

fn never(name: &str) -> Entry {
    Entry::never(name).expect("a name")
}

#[test]
fn what_is_written_is_read_again() {
    let mut file = LexiconFile::default();
    let scholz = Entry::name("Scholz", Kind::Person, Some("Olaf Scholz")).expect("a name");
    let cue = Entry::no_cue("zu Protokoll geben").expect("words");
    let entries = [organisation("Al-Watan"), scholz, never("Morgen"), cue];
    for entry in &entries {
        assert_eq!(file.add(entry.clone()), Added::New);
    }
    let bytes = file.write();
    assert!(bytes.starts_with(b"# Wortlaut"));
    let again = LexiconFile::read(&bytes);
    assert!(again.entries().eq(&entries));
    assert_eq!(again.faults(), []);
    assert_eq!(again.write(), bytes, "the explanation stands there once");
}

#[test]
fn bad_lines_are_told_by_number_and_kept() {
    let bytes =
        b"# mine\nname\tWatan\tplanet\nfoo\tbar\n\nnever\t\xff\xfe\nnever\tMorgen\r\nnever\t\n";
    let mut file = LexiconFile::read(bytes);
    let faults: Vec<_> = file
        .faults()
        .into_iter()
        .map(|fault| (fault.line, fault.reason))
        .collect();
    assert_eq!(
        faults,
        [
            (2, FaultReason::UnknownKind),
            (3, FaultReason::UnknownWord),
            (5, FaultReason::NoText),
            (7, FaultReason::NoWords)
        ]
    );
    file.add(organisation("Radio Nord"));
    let written = file.write();
    let kept =
        b"# mine\nname\tWatan\tplanet\nfoo\tbar\n\nnever\t\xff\xfe\nnever\tMorgen\nnever\t\n";
    assert!(written.starts_with(kept));
    assert!(written.ends_with(b"\nname\tRadio Nord\torganisation\n"));
}

#[test]
fn tabs_that_became_spaces_and_other_words_for_kinds_are_understood() {
    let file = LexiconFile::read("NAME   Neustadt  Ort\nno cue  meinen\n".as_bytes());
    let words: Vec<_> = file.entries().map(Entry::words).collect();
    assert_eq!(words, ["Neustadt", "meinen"]);
    assert_eq!(file.faults(), []);
}

#[test]
fn a_later_line_overrules_an_earlier_one_and_removing_it_removes_both() {
    let mut file =
        LexiconFile::read(b"never\tMorgen\nname\tMorgen\tperson\nnever\tUlm\nnever\tUlm\n");
    let person = Entry::name("Morgen", Kind::Person, None).expect("a name");
    assert!(file.entries().eq(&[person.clone(), never("Ulm")]));
    let overruled = Fault {
        line: 1,
        reason: FaultReason::Overruled,
    };
    assert_eq!(file.faults(), [overruled], "saying it twice is no fault");
    assert!(file.remove(&person));
    assert!(!file.remove(&person));
    assert!(
        LexiconFile::read(&file.write())
            .entries()
            .eq(&[never("Ulm")])
    );
}

#[test]
fn only_a_new_file_gets_an_explanation() {
    let mut by_hand = LexiconFile::read(b"never\tUlm\n");
    by_hand.add(never("Bonn"));
    assert_eq!(by_hand.write(), b"never\tUlm\nnever\tBonn\n");
    let mut empty = LexiconFile::read(b"");
    empty.add(never("Bonn"));
    assert!(empty.write().starts_with(b"# Wortlaut"));
}

#[test]
fn adding_the_same_words_again_replaces() {
    let mut file = LexiconFile::default();
    assert_eq!(file.add(never("Morgen")), Added::New);
    assert_eq!(file.add(never("Morgen")), Added::Known);
    let instead = file.add(organisation("Morgen"));
    assert_eq!(instead, Added::Instead(never("Morgen")));
    assert!(file.entries().eq(&[organisation("Morgen")]));
}

#[test]
fn merging_counts_new_known_and_contradicting() {
    let mut own = LexiconFile::read(b"never\tMorgen\nnever\tUlm\n");
    let other = LexiconFile::read(b"name\tMorgen\tperson\nnever\tUlm\nnever\tBonn\nnonsense\n");
    let merged = own.merge(&other);
    assert_eq!((merged.n_new, merged.n_known), (1, 1));
    let person = Entry::name("Morgen", Kind::Person, None).expect("a name");
    assert_eq!(merged.contradicting, [person]);
    assert!(
        own.entries()
            .eq(&[never("Morgen"), never("Ulm"), never("Bonn")])
    );
}

proptest! {
    #[test]
    fn any_bytes_are_read_and_written_without_loss(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let file = LexiconFile::read(&bytes);
        let again = LexiconFile::read(&file.write());
        prop_assert!(file.entries().eq(again.entries()));
        prop_assert_eq!(again.write(), LexiconFile::read(&again.write()).write());
    }

    #[test]
    fn lines_like_ours_are_read_and_written_without_loss(
        lines in prop::collection::vec("(name|never|no-cue|#|)\t[a-zA ]{0,3}\t(person|other|x|)", 0..12),
    ) {
        let file = LexiconFile::read(lines.join("\n").as_bytes());
        let again = LexiconFile::read(&file.write());
        prop_assert!(file.entries().eq(again.entries()));
        prop_assert_eq!(file.entries().count() <= lines.len(), true);
    }
}
