//! Roles and ties in the smallest sentences that show them.

use super::*;
use crate::pipeline::sample::{Sample, sample};
use crate::span::Span;

/// Names are given as "kind text" and looked for in the text.
fn named(text: &str, names: &[(Kind, &str)]) -> Vec<Mention> {
    let mention = |&(kind, name): &(Kind, &str)| {
        let start = text.find(name).expect("the name is in the text");
        Mention::new(
            Span::new(start, start + name.len()),
            kind,
            Form::Name,
            Confidence::CERTAIN,
        )
    };
    names.iter().map(mention).collect()
}

#[track_caller]
fn check(text: &str, names: &[(Kind, &str)], expected: &str, tied: &str) {
    let Sample {
        tokens,
        sentences,
        tags,
    } = sample(text);
    let names = named(text, names);
    let found = roles(text, &tokens, &sentences, &tags, &names);
    let spans: Vec<&str> = found.iter().map(|role| role.span.of(text)).collect();
    assert_eq!(spans.join("; "), expected, "{text}");
    let ties = ties(text, &tokens, &found, &names);
    let ties: Vec<String> = ties
        .iter()
        .map(|tie| format!("{}: {}", names[tie.person].span.of(text), tie.title))
        .collect();
    assert_eq!(ties.join("; "), tied, "{text}");
}

const PERSON: Kind = Kind::Person;

#[test]
fn a_role_stands_before_its_name() {
    check(
        "sagte Vize-Außenminister Sergej Rybakow",
        &[(PERSON, "Sergej Rybakow")],
        "Vize-Außenminister",
        "Sergej Rybakow: Vize-Außenminister",
    );
    check(
        "Syriens Präsident Assad schwieg",
        &[(Kind::Location, "Syriens"), (PERSON, "Assad")],
        "Präsident",
        "Assad: Präsident",
    );
    check(
        "mit dem russischen Außenminister Dr. Lawrow",
        &[(PERSON, "Lawrow")],
        "russischen Außenminister",
        "Lawrow: russischer Außenminister",
    );
    check(
        "ihrem russischen Kollegen Sergej Lawrow",
        &[(PERSON, "Sergej Lawrow")],
        "",
        "",
    );
    check(
        "Nahost-Experte Michael Lüders",
        &[(PERSON, "Michael Lüders")],
        "Nahost-Experte",
        "Michael Lüders: Nahost-Experte",
    );
}

#[test]
fn a_party_stands_in_brackets() {
    check(
        "Bundesaußenminister Frank-Walter Steinmeier (SPD)",
        &[(PERSON, "Frank-Walter Steinmeier")],
        "Bundesaußenminister",
        "Frank-Walter Steinmeier: SPD; Frank-Walter Steinmeier: Bundesaußenminister",
    );
    check(
        "Merkel (62, CDU) kam",
        &[(PERSON, "Merkel")],
        "",
        "Merkel: CDU",
    );
    check("Merkel (62) kam", &[(PERSON, "Merkel")], "", "");
}

#[test]
fn an_apposition_follows_its_name() {
    check(
        "Hugh Hill, ein Arzt, sagte",
        &[(PERSON, "Hugh Hill")],
        "Arzt",
        "Hugh Hill: Arzt",
    );
    check(
        "Der Sprecher des Ministeriums, Hans Meier, kam",
        &[(PERSON, "Hans Meier")],
        "Sprecher des Ministeriums",
        "Hans Meier: Sprecher des Ministeriums",
    );
}

#[test]
fn a_role_may_stand_alone_but_not_in_the_plural() {
    check(
        "sagte der Sprecher des Ministeriums",
        &[],
        "Sprecher des Ministeriums",
        "",
    );
    check(
        "Der syrische Präsident lehnte ab",
        &[],
        "syrische Präsident",
        "",
    );
    check("Die Experten und die Minister stritten", &[], "", "");
    check("Frau Merkel kam", &[(PERSON, "Merkel")], "", "");
}
