//! Hand-made cases whose scores can be told by counting.

use super::*;

/// Ten words of one letter each.
fn tokens() -> Vec<Span> {
    (0..10)
        .map(|word| Span::new(2 * word, 2 * word + 1))
        .collect()
}

/// A run of words.
fn words(run: Range<usize>) -> Vec<Span> {
    vec![Span::new(2 * run.start, 2 * run.end - 1)]
}

fn quote(kind: StatementKind, content: Range<usize>, speaker: Option<usize>) -> Quote {
    Quote {
        kind,
        is_nested: false,
        content: words(content),
        speaker: speaker.map_or(Vec::new(), |word| words(word..word + 1)),
        cue: Vec::new(),
        frame: Vec::new(),
        addressee: Vec::new(),
    }
}

fn scores(gold: &[Quote], found: &[Quote]) -> StatementScores {
    let mut scores = StatementScores::default();
    scores.add(&tokens(), gold, found);
    scores
}

fn check(score: Score, precision: f64, recall: f64) {
    assert!((score.precision - precision).abs() < 1e-9, "{score:?}");
    assert!((score.recall - recall).abs() < 1e-9, "{score:?}");
}

#[test]
fn what_is_equal_scores_one() {
    let quotes = [
        quote(StatementKind::Direct, 0..3, Some(4)),
        quote(StatementKind::Reported, 5..8, None),
    ];
    let scores = scores(&quotes, &quotes);
    check(scores.joint(), 1.0, 1.0);
    assert!((scores.joint().f1() - 1.0).abs() < 1e-9);
    assert!((scores.attribution() - 1.0).abs() < 1e-9);
    let counts = scores.kinds();
    assert_eq!((counts.right, counts.wrong, counts.missed), (2, 0, 0));
}

#[test]
fn half_a_content_is_half_found_and_wholly_right() {
    let scores = scores(
        &[quote(StatementKind::Direct, 0..4, Some(5))],
        &[quote(StatementKind::Indirect, 0..2, Some(6))],
    );
    check(scores.of(&[Part::Content]), 1.0, 0.5);
    check(scores.of(&[Part::Speaker]), 0.0, 0.0);
    check(scores.joint(), 0.5, 0.25);
    assert_eq!(scores.kinds().right, 0);
    assert!(scores.attribution().abs() < 1e-9);
    let recall = scores.recall_by_kind()[&StatementKind::Direct];
    assert!((recall - 0.5).abs() < 1e-9);
}

#[test]
fn what_is_missed_costs_recall_and_what_is_invented_precision() {
    let quotes = [
        quote(StatementKind::Direct, 0..4, None),
        quote(StatementKind::Direct, 5..9, None),
    ];
    check(scores(&quotes, &quotes[..1]).joint(), 1.0, 0.5);
    check(scores(&quotes[..1], &quotes).joint(), 0.5, 1.0);
    check(scores(&[], &[]).joint(), 0.0, 0.0);
    assert!(scores(&[], &[]).joint().f1().abs() < 1e-9);
}

#[test]
fn an_equal_kind_decides_between_equal_contents() {
    let indirect = quote(StatementKind::Indirect, 0..4, Some(5));
    let direct = quote(StatementKind::Direct, 0..4, Some(6));
    let scores = scores(std::slice::from_ref(&direct), &[indirect, direct.clone()]);
    assert_eq!(scores.kinds().right, 1);
    assert!((scores.attribution() - 1.0).abs() < 1e-9);
}

#[test]
fn names_count_by_exact_span_and_kind() {
    let name = |run, kind| (words(run)[0], kind);
    let gold = BTreeSet::from([name(0..2, Kind::Person), name(4..5, Kind::Location)]);
    let found = BTreeSet::from([name(0..2, Kind::Person), name(4..5, Kind::Other)]);
    let mut scores = NameScores::default();
    scores.add(&gold, &found);
    let all = scores.of(None);
    assert_eq!((all.right, all.wrong, all.missed), (1, 1, 1));
    assert_eq!(scores.of(Some(Kind::Location)).missed, 1);
    assert_eq!(scores.of(Some(Kind::Organisation)), Counts::default());
}
