//! UIMA CAS over the traps.

use std::path::Path;

use wortlaut::exchange::format::Input;
use wortlaut::exchange::{Extract, Format, Loss};

use crate::traps;

#[test]
fn json_comes_back_with_all_that_is_shown() {
    for trap in traps::all() {
        let (files, _) = Format::CAS_JSON.write(&Extract::whole(&trap.review));
        let reading = Format::CAS_JSON.reading().expect("it can be read");
        let input = Input {
            path: Path::new("artikel.cas.json"),
            bytes: &files[0].bytes,
            article: None,
        };
        assert!((reading.recognises)(&input));
        let imported = (reading.read)(&input).expect("it is ours");
        assert_eq!(imported.unfit, [], "{}", trap.name);
        let (ours, back) = (trap.review.document(), imported.review.document());
        assert_eq!(ours.text(), back.text());
        assert_eq!(ours.article.blocks, back.article.blocks, "{}", trap.name);
        let (ours, back) = (trap.review.findings(), imported.review.findings());
        assert_eq!(ours.entities, back.entities);
        let mentions: Vec<_> = ours.shown_mentions().map(|(_, mention)| mention).collect();
        assert_eq!(mentions, back.mentions.iter().collect::<Vec<_>>());
        let statements: Vec<_> = ours
            .shown_statements()
            .map(|(_, statement)| statement)
            .collect();
        assert_eq!(statements, back.statements.iter().collect::<Vec<_>>());
        assert_eq!(ours.note, back.note);
    }
}

#[test]
fn xmi_tells_which_characters_it_replaced() {
    for trap in traps::all() {
        let (_, losses) = Format::CAS_XMI.write(&Extract::whole(&trap.review));
        let replaced = losses.iter().find(|(loss, _)| *loss == Loss::Characters);
        let n_replaced = replaced.map(|(_, lost)| lost.count);
        let expected = (trap.name == "verboten.txt").then_some(3);
        assert_eq!(n_replaced, expected, "{}", trap.name);
    }
}
