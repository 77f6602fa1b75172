//! Label Studio, doccano and Prodigy over the traps: what they tell as lost, and answers by verdict.

use serde_json::Value;
use wortlaut::exchange::{Extract, Format, Loss};

use crate::traps;

fn losses(format: Format, name: &str) -> Vec<(Loss, usize)> {
    let traps = traps::all();
    let trap = traps.iter().find(|trap| trap.name == name);
    let trap = trap.expect("there is such a trap");
    let (_, losses) = format.write(&Extract::whole(&trap.review));
    losses
        .iter()
        .map(|(loss, lost)| (loss, lost.count))
        .collect()
}

#[test]
fn nothing_is_lost_of_a_bare_text() {
    for format in [Format::LABEL_STUDIO, Format::DOCCANO, Format::PRODIGY] {
        let metadata = |&(loss, _): &(Loss, usize)| loss == Loss::Blocks;
        let lost = losses(format, "leer.txt");
        assert!(lost.iter().all(metadata), "{}: {lost:?}", format.name());
    }
}

#[test]
fn what_was_rejected_is_told_where_there_is_no_place_for_it() {
    for format in [Format::LABEL_STUDIO, Format::DOCCANO] {
        let lost = losses(format, "berichtigt.txt");
        let verdicts = lost.iter().find(|(loss, _)| *loss == Loss::Verdicts);
        assert!(verdicts.is_some_and(|&(_, count)| 2 <= count), "{lost:?}");
    }
    let lost = losses(Format::PRODIGY, "berichtigt.txt");
    assert!(
        lost.iter().all(|(loss, _)| *loss != Loss::Verdicts),
        "{lost:?}"
    );
}

#[test]
fn prodigy_has_a_line_for_each_answer() {
    for trap in traps::all() {
        let (files, _) = Format::PRODIGY.write(&Extract::whole(&trap.review));
        let text = std::str::from_utf8(&files[0].bytes).expect("it is text");
        let lines = text
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).expect("it is JSON"));
        let answers: Vec<Option<String>> = lines
            .map(|line| line["answer"].as_str().map(str::to_owned))
            .collect();
        let expected: &[Option<&str>] = match trap.name {
            "berichtigt.txt" => &[Some("accept"), Some("reject"), None],
            _ => &[None],
        };
        let answers: Vec<Option<&str>> = answers.iter().map(Option::as_deref).collect();
        assert_eq!(answers, expected, "{}", trap.name);
    }
}
