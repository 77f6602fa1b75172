//! Who is labelled as the speaker says what stands in the turn.

use std::sync::LazyLock;

use crate::article::from_text;
use crate::document::{Document, Reason};
use crate::pipeline::Pipeline;

static PIPELINE: LazyLock<Pipeline> =
    LazyLock::new(|| Pipeline::embedded().expect("the models are whole"));

fn read(text: &str) -> Document {
    PIPELINE.read(from_text(text.to_owned()))
}

/// "speaker: content", with the one around in front of what is inside.
fn shown(document: &Document) -> Vec<String> {
    let findings = &document.findings;
    let name = |index: usize| {
        let voice = findings.statements[index].speaker.as_ref();
        voice.map_or("?".to_owned(), |voice| match voice.entity {
            Some(id) => findings.entity(id).name.clone(),
            None => voice.spans[0].of(document.text()).to_owned(),
        })
    };
    let shown = findings.statements.iter().enumerate().map(|(index, said)| {
        let around = said.inside.map(|id| format!("{} > ", name(id.0 as usize)));
        let key = if said.key { "*" } else { "" };
        let text = said.text(document.text());
        format!("{key}{}{}: {text}", around.unwrap_or_default(), name(index))
    });
    shown.collect()
}

const INTERVIEW: &str = "„Die Brücke kommt“\n\n\
    Die Bürgermeisterin Erika Ohnesorg spricht über Kosten und Geduld.\n\n\
    Neustadt Online: Frau Ohnesorg, wird die Brücke noch teurer?\n\n\
    OHNESORG: Nein. Das schließe ich aus, denn die Preise für Stahl sind seit dem Herbst gefallen. \
    Der Baudezernent Jens Rottmann sagte mir gestern, die Arbeiten lägen im Plan. Wir sind zuversichtlich.\n\n\
    Neustadt Online: Wann können die Menschen hinüber?\n\n\
    OHNESORG: Im Mai nächsten Jahres eröffnen wir die Brücke für Radfahrer und Fußgänger, im Herbst für alle.";

#[test]
fn an_answer_is_direct_speech_of_whoever_the_label_names() {
    let document = read(INTERVIEW);
    let statements = &document.findings.statements;
    let answers: Vec<_> = statements
        .iter()
        .filter(|said| said.inside.is_none())
        .filter(|said| {
            said.speaker
                .as_ref()
                .is_some_and(|voice| voice.because == Reason::Label)
        })
        .collect();
    let shown = shown(&document);
    assert!(
        shown.iter().any(|said| said.contains(
            "Erika Ohnesorg: Nein. Das schließe ich aus, denn die Preise für Stahl sind seit dem Herbst gefallen."
        )),
        "{shown:#?}"
    );
    assert!(
        shown
            .iter()
            .any(|said| said.contains("Erika Ohnesorg > Jens Rottmann: ")),
        "{shown:#?}"
    );
    assert_eq!(answers.len(), 5, "{shown:#?}");
}

#[test]
fn questions_are_no_key_statements() {
    let document = read(INTERVIEW);
    for said in shown(&document) {
        assert!(!said.starts_with("*Neustadt Online"), "{said}");
    }
    assert!(document.findings.statements.iter().any(|said| said.key));
}

#[test]
fn without_labels_nothing_is_different() {
    let text = "Fazit: Ich baue.\n\nSie sagte: „Ich baue die Brücke.“";
    let document = read(text);
    let is_label = |said: &crate::document::Statement| {
        let voice = said.speaker.as_ref();
        voice.is_some_and(|voice| voice.because == Reason::Label)
    };
    assert!(!document.findings.statements.iter().any(is_label));
}

#[test]
fn statements_of_turns_keep_the_rules() {
    let document = read(INTERVIEW);
    let statements = &document.findings.statements;
    for (index, said) in statements.iter().enumerate() {
        assert!(said.content.iter().all(|span| !span.is_empty()));
        if let Some(around) = said.inside {
            let around = &statements[around.0 as usize];
            assert!((around.extent()).contains(said.extent()), "{index}");
        }
    }
}

#[test]
fn without_labels_the_questions_tell_who_answers() {
    let document = read(
        "„Der Deich hält“\n\nDie Ingenieurin Elif Arslan spricht über Sturmfluten.\n\n\
         Frau Arslan, wie sicher ist der Deich?\n\n\
         Er ist sicher, weil ich ihn jedes Jahr nach dem Winter mit meinen Leuten abgehe und prüfe.\n\n\
         Reicht Ihnen das?\n\n\
         Nein. Der Meteorologe Jens Rottmann sagte mir gestern, das Wasser steige schneller als gedacht.\n\n\
         Was fordern Sie?\n\n\
         Wir brauchen mehr Geld für die Deiche an der Küste, und zwar noch in diesem Jahr.",
    );
    assert_eq!(
        shown(&document),
        [
            "Elif Arslan: Die Ingenieurin Elif Arslan spricht über Sturmfluten.",
            "*Elif Arslan: Er ist sicher, weil ich ihn jedes Jahr nach dem Winter mit meinen Leuten abgehe und prüfe.",
            "Elif Arslan: Nein. Der Meteorologe Jens Rottmann sagte mir gestern, das Wasser steige schneller als gedacht.",
            "Elif Arslan: Wir brauchen mehr Geld für die Deiche an der Küste, und zwar noch in diesem Jahr.",
        ]
    );
    let mentions = document.findings.mentions.iter();
    let names: Vec<&str> = mentions
        .map(|mention| mention.span.of(document.text()))
        .collect();
    let n_arslan = names.iter().filter(|&&name| name == "Arslan").count();
    assert_eq!(n_arslan, 1, "{names:?}");
}
