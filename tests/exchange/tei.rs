//! TEI, over texts that offsets stumble over.

use wortlaut::exchange::{Extract, Format, Loss};

use super::traps;

#[test]
fn only_forbidden_characters_rejected_findings_and_steps_are_lost() {
    for trap in traps::all() {
        let (files, losses) = Format::TEI.write(&Extract::whole(&trap.review));
        let xml = std::str::from_utf8(&files[0].bytes).expect("it is UTF-8");
        for (id, _) in trap.review.findings().shown_mentions() {
            assert!(
                xml.contains(&format!("xml:id=\"m{}\"", id.0)),
                "{}",
                trap.name
            );
        }
        for (id, _) in trap.review.findings().shown_statements() {
            assert!(
                xml.contains(&format!("xml:id=\"s{}\"", id.0)),
                "{}",
                trap.name
            );
        }
        let lost: Vec<Loss> = losses.iter().map(|(loss, _)| loss).collect();
        let expected: &[Loss] = match trap.name {
            "verboten.txt" => &[Loss::Characters],
            "berichtigt.txt" => &[Loss::Verdicts, Loss::Steps, Loss::Provenance],
            _ => &[],
        };
        assert_eq!(lost, expected, "{}", trap.name);
    }
}
