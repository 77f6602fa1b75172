//! Reports and projects, over texts that offsets stumble over: what they lose is told, and no more.

use wortlaut::exchange::{Extract, Format, Loss};

use super::traps;

fn lost(format: Format, trap: &traps::Trap) -> Vec<Loss> {
    let (_, losses) = format.write(&Extract::whole(&trap.review));
    losses.iter().map(|(loss, _)| loss).collect()
}

#[test]
fn what_a_report_leaves_out_is_told() {
    for trap in traps::all() {
        let is_corrected = trap.name == "berichtigt.txt";
        for format in [Format::DOCX, Format::MARKDOWN, Format::QDPX] {
            let lost = lost(format, &trap);
            assert_eq!(
                lost.contains(&Loss::Steps),
                is_corrected,
                "{} {}",
                format.name(),
                trap.name
            );
            assert!(!lost.contains(&Loss::Statements) && !lost.contains(&Loss::Speakers));
        }
        assert!(!lost(Format::DOCX, &trap).contains(&Loss::Mentions));
        assert!(!lost(Format::QDPX, &trap).contains(&Loss::Mentions));
        let has_forbidden = trap.name == "verboten.txt";
        assert_eq!(
            lost(Format::DOCX, &trap).contains(&Loss::Characters),
            has_forbidden
        );
    }
}

#[test]
fn nothing_found_makes_short_reports() {
    let traps = traps::all();
    let bare = traps
        .iter()
        .find(|trap| trap.name == "leer.txt")
        .expect("it is there");
    let (files, _) = Format::MARKDOWN.write(&Extract::whole(&bare.review));
    let markdown = String::from_utf8_lossy(&files[0].bytes).into_owned();
    assert!(markdown.contains("keine Aussage gefunden"), "{markdown}");
    assert!(!markdown.contains("## Namen"), "{markdown}");
}
