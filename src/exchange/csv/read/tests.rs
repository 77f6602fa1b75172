//! Statements from tables come back, whatever has happened to the table.

use std::path::Path;

use proptest::prelude::*;

use super::*;
use crate::article::from_text;
use crate::document::{Kind, Reason, StatementKind, Verdict};
use crate::exchange::extract::Extract;
use crate::exchange::format::Format;
use crate::review::{Review, arbitrary};

const TEXT: &str = "Streit um die Brücke\n\n„Sie hält“, teilte der Stadtrat\nmit, „noch lange.“ Das sei Unsinn, sagte Udo Brand.\n";

fn read_onto(text: &str, table: &[u8]) -> Result<Imported, Refusal> {
    let article = from_text(text.to_owned());
    let input = Input {
        path: Path::new("tabelle.csv"),
        bytes: table,
        article: Some(&article),
    };
    assert!(recognises(&input));
    read(&input)
}

fn check(table: &str) -> (Review, Vec<String>) {
    let imported = read_onto(TEXT, table.as_bytes()).expect("it is a table of statements");
    let unfit = imported.unfit.iter().map(Unfit::to_string).collect();
    (imported.review, unfit)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn statements_come_back_from_either_preset(review in arbitrary::review()) {
        let extract = Extract::whole(&review);
        for format in [Format::CSV, Format::CSV_EXCEL] {
            let (files, _) = format.write(&extract);
            let input = Input {
                path: Path::new("x.statements.csv"),
                bytes: &files[0].bytes,
                article: Some(extract.article()),
            };
            prop_assert!(recognises(&input));
            let shown: Vec<_> = review.findings().shown_statements().collect();
            let imported = match read(&input) {
                Err(Refusal::Empty) if shown.is_empty() => continue,
                imported => imported.expect("it is ours"),
            };
            let back = imported.review.findings();
            // A speaker without words of its own has nothing to be found by.
            prop_assert_eq!(back.statements.len(), shown.len(), "{:?}", imported.unfit);
            let key = |statement: &crate::document::Statement| {
                let extent = statement.extent();
                (extent.start(), extent.end(), statement.content.clone(), format!("{:?}{:?}{:?}{:?}{}", statement.kind,
                    statement.medium, statement.stance, statement.verdict, statement.key))
            };
            let mut ours: Vec<_> = shown.iter().map(|(_, statement)| key(statement)).collect();
            let mut theirs: Vec<_> = back.statements.iter().map(key).collect();
            ours.sort();
            theirs.sort();
            prop_assert_eq!(ours, theirs);
        }
    }

    #[test]
    fn no_table_is_too_wild(
        rows in proptest::collection::vec("[;,\"=a-zäß0-9 \n…|–-]{0,40}", 0..8),
        text in "[a-zäß \u{a0}\u{ad}„“😀\n]{1,60}x",
    ) {
        for delimiter in [",", ";", "\t"] {
            let heading = ["text", "speaker", "ranges", "cue", "via", "inside", "id"].join(delimiter);
            let table = format!("{heading}\n{}", rows.join("\n"));
            if let Ok(imported) = read_onto(&text, table.as_bytes()) {
                for statement in &imported.review.findings().statements {
                    for span in &statement.content {
                        prop_assert!(!span.of(&text).is_empty());
                    }
                }
            }
        }
    }
}

#[test]
fn a_table_of_words_and_speakers_is_enough() {
    let (review, unfit) =
        check("speaker;text\nStadtrat;„Sie hält“ … „noch lange.“\nUdo Brand;Das sei  Unsinn\n");
    assert_eq!(unfit, [""; 0]);
    let findings = review.findings();
    let text = review.document().text();
    let [first, second] = &findings.statements[..] else {
        panic!("two statements");
    };
    assert_eq!(first.text(text), "„Sie hält“ … „noch lange.“");
    assert_eq!(
        (first.kind, second.kind),
        (StatementKind::Direct, StatementKind::Indirect)
    );
    assert_eq!(second.verdict, Verdict::Open);
    let speaker = second.speaker.as_ref().expect("it has one");
    assert_eq!(speaker.spans[0].of(text), "Udo Brand");
    assert_eq!(speaker.because, Reason::Reader);
    let entity = findings.entity(speaker.entity.expect("a name"));
    assert_eq!(
        (entity.name.as_str(), entity.kind),
        ("Udo Brand", Kind::Person)
    );
}

#[test]
fn what_does_not_fit_is_told_with_its_line() {
    let (review, unfit) = check(
        "text,ranges,kind,inside,confidence,laune,cue\n\
         Das sei Unsinn,0-5,direct,,,,\n\
         ,5-900,direct,,,,\n\
         ,0-6,gesungen,,,,\n\
         Das kommt nicht vor,,direct,,,,\n\
         \"Streit\num\",,direct,7,viel,froh,rief\n\
         ,x-3,direct,,,,\n",
    );
    assert_eq!(review.findings().statements.len(), 1);
    assert_eq!(
        unfit,
        [
            "heading: has no place in Wortlaut (laune)",
            "line 2: the text has other words there (Das sei Unsinn)",
            "line 3: stands beyond the text",
            "line 4: means nothing to Wortlaut (gesungen)",
            "line 5: its words are not in the text (Das kommt nicht vor)",
            "line 6: is incomplete (viel)",
            "line 6: its words are not in the text (rief)",
            "line 8: is incomplete",
            "line 6: refers to something that is not there (7)",
        ]
    );
}

#[test]
fn what_excel_saves_is_read_in_any_encoding() {
    let table = "sep=;\r\nid;inside;text;kind;key;confidence;cue\r\n\
        1;;„Sie hält“;direct;WAHR;0,75;teilte … mit\r\n2;1;hält;reported;FALSCH;;\r\n";
    let western = WINDOWS_1252.encode(table).0;
    let utf16: Vec<u8> = [0xFEFF]
        .into_iter()
        .chain(table.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    for bytes in [table.as_bytes(), &western, &utf16] {
        let imported = read_onto(TEXT, bytes).expect("it is a table");
        assert_eq!(imported.unfit, []);
        let text = imported.review.document().text().to_owned();
        let [outer, inner] = &imported.review.findings().statements[..] else {
            panic!("two statements");
        };
        let cue: Vec<_> = outer.cue.iter().map(|span| span.of(&text)).collect();
        assert_eq!(cue, ["teilte", "mit"]);
        assert!(outer.key && !inner.key);
        assert_eq!(inner.inside, Some(StatementId(0)));
    }
}

#[test]
fn other_tables_and_missing_articles_are_refused() {
    let read_alone = |table: &str| {
        let input = Input {
            path: Path::new("x.csv"),
            bytes: table.as_bytes(),
            article: None,
        };
        (
            recognises(&input),
            read(&input).err().map(|error| error.to_string()),
        )
    };
    let (is_ours, refusal) = read_alone("id,name,type\n1,a,person\n");
    assert!(!is_ours && refusal.expect("refused").contains("no format"));
    let (is_ours, refusal) = read_alone("text,kind\nx,direct\n");
    assert!(is_ours && refusal.expect("refused").contains("no text of its own"));
    assert!(!read_alone("").0);
}
