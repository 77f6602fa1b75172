//! PDFs that no program writes: they end soon, with a text or a reason.

#[path = "../../../tests/common/pdf_files.rs"]
mod pdf_files;

use std::time::Instant;

use proptest::prelude::*;

use super::*;
use crate::article::time_limit::{LIMIT, within};
use pdf_files::{deflated, packed, page, stream};

/// Reads on a thread like the one that files are read on.
fn read(bytes: &[u8]) -> Result<Article, Refusal> {
    let bytes = bytes.to_vec();
    within(LIMIT, move || super::read(&bytes)).expect("it ends, and not by a panic")
}

const TEXT: &[u8] = b"BT /F1 12 Tf 72 700 Td (Es regnet in Berlin.) Tj ET";

fn ends_soon(bytes: &[u8]) -> Result<String, Refusal> {
    let start = Instant::now();
    let read = read(bytes).map(|article| article.text);
    assert!(
        start.elapsed() < TIME + Duration::from_secs(2),
        "{:?}",
        start.elapsed()
    );
    read
}

fn has_text(bytes: &[u8]) {
    assert_eq!(ends_soon(bytes).as_deref(), Ok("Es regnet in Berlin."));
}

#[test]
fn what_is_no_pdf_is_refused() {
    assert!(matches!(read(b"%PDF-1.7\nxyz"), Err(Refusal::Damaged(_))));
    assert!(!is_one(
        b"Ein Text mit %PDF-1.4 darin. %%EOF",
        Path::new("a.txt")
    ));
}

#[test]
fn a_page_has_no_more_characters_than_a_newspaper() {
    let many = "1 0 0 1 72 700 Tm (aaaaaaaaaaaaaaaaaaaa) Tj ".repeat(30_000);
    let read = ends_soon(&page(
        "4 0 R",
        packed("", format!("BT /F1 9 Tf {many} ET").as_bytes()),
        Vec::new(),
    ));
    assert_eq!(read, Err(Refusal::Bloated));
}

#[test]
fn a_panic_is_a_damaged_file() {
    let panics = || -> Result<(), Refusal> { panic!("meant to") };
    assert!(matches!(unwound(panics), Err(Refusal::Damaged(_))));
    let spent = || -> Result<(), Refusal> {
        std::panic::resume_unwind(Box::new(glyphs::Spent(Refusal::Bloated)))
    };
    assert_eq!(unwound(spent), Err(Refusal::Bloated));
}

#[test]
fn a_page_that_lists_itself_is_read_once() {
    has_text(&page("4 0 R", stream("", TEXT), Vec::new()));
    has_text(&page("4 0 R", packed("", TEXT), Vec::new()));
}

#[test]
fn a_file_without_text_is_a_scan() {
    assert_eq!(
        ends_soon(&page("4 0 R", stream("", b"0 0 9 9 re f"), Vec::new())),
        Err(Refusal::Scan)
    );
    assert_eq!(
        ends_soon(&page("null", stream("", b""), Vec::new())),
        Err(Refusal::Scan)
    );
}

#[test]
fn streams_that_unpack_to_more_than_any_page_are_refused() {
    let blanks = vec![b' '; 40 * 1024 * 1024];
    let bomb = page("4 0 R", packed("", &blanks), Vec::new());
    assert!(bomb.len() < 100_000);
    assert_eq!(ends_soon(&bomb), Err(Refusal::Bloated));
    let often = format!("[{}]", "4 0 R ".repeat(60));
    assert_eq!(
        ends_soon(&page(&often, packed("", &blanks[..1 << 20]), Vec::new())),
        Err(Refusal::Bloated)
    );
    let inner = deflated(&deflated(&vec![0; 1 << 20]));
    let twice = stream("/Filter[/FlateDecode/FlateDecode]", &inner);
    let twice = page("4 0 R", stream("", TEXT), vec![twice]);
    assert_eq!(ends_soon(&twice), Err(Refusal::Bloated));
    let table = packed("/Type/ObjStm/N 1/First 4", &vec![b' '; 80 * 1024 * 1024]);
    assert_eq!(
        ends_soon(&page("4 0 R", stream("", TEXT), vec![table])),
        Err(Refusal::Bloated)
    );
}

#[test]
fn forms_in_forms_end() {
    let form =
        "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</A 5 0 R/B 6 0 R>>>>";
    let myself = stream(form, b"/A Do");
    let read = ends_soon(&page(
        "4 0 R",
        stream("", &[TEXT, b" /X5 Do"].concat()),
        vec![myself, Vec::new()],
    ));
    assert_eq!(read.as_deref(), Ok("Es regnet in Berlin."));
    // Each draws the next ten times: ten to the power of twelve.
    let forms = (6..18).map(|next| {
        let form = format!("/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A {next} 0 R>>>>");
        stream(&form, "/A Do ".repeat(10).as_bytes())
    });
    let laughs = page("4 0 R", stream("", b"/X5 Do"), forms.collect());
    let read = ends_soon(&laughs);
    assert!(matches!(read, Err(Refusal::Bloated | Refusal::TooSlow)));
}

#[test]
fn deep_nesting_ends() {
    let deep = "[".repeat(1_000_000);
    let _ = ends_soon(&page(
        "4 0 R",
        stream("", &[TEXT, deep.as_bytes()].concat()),
        Vec::new(),
    ));
    let _ = ends_soon(&page("4 0 R", stream("", TEXT), vec![deep.into_bytes()]));
    let dictionaries = "<</A ".repeat(300_000);
    let _ = ends_soon(&page(
        "4 0 R",
        stream("", TEXT),
        vec![dictionaries.into_bytes()],
    ));
    let saved = [TEXT, "q ".repeat(1_000_000).as_bytes()].concat();
    assert_eq!(
        ends_soon(&page("4 0 R", packed("", &saved), Vec::new())),
        Err(Refusal::Bloated)
    );
}

#[test]
fn tables_of_widths_have_an_end() {
    let font = |widths: &str| {
        page(
            "4 0 R",
            stream("", &[TEXT, b" BT /F5 12 Tf <0041> Tj ET"].concat()),
            vec![
                b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[6 0 R]>>".to_vec(),
                format!("<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/W {widths}/FontDescriptor<</Type/FontDescriptor/FontName/A>>>>").into_bytes(),
                b"4294967295".to_vec(),
            ],
        )
    };
    has_text(&font("[0 200 500]"));
    assert_eq!(
        ends_soon(&font("[0 4294967295 500]")),
        Err(Refusal::Bloated)
    );
    assert_eq!(ends_soon(&font("[0 7 0 R 500]")), Err(Refusal::Bloated));
}

#[test]
fn drawing_without_end_ends() {
    let lines = "0 0 m 9 9 l S ".repeat(2_000_000);
    let _ = ends_soon(&page("4 0 R", packed("", lines.as_bytes()), Vec::new()));
    let many = "BT /F1 9 Tf (aaaaaaaaaaaaaaaaaaaa) Tj ET ".repeat(400_000);
    let _ = ends_soon(&page("4 0 R", packed("", many.as_bytes()), Vec::new()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        let _ = read(&bytes);
        let _ = read(&[b"%PDF-1.4\n", bytes.as_slice()].concat());
        let _ = read(&page("4 0 R", stream("", &bytes), vec![bytes.clone()]));
    }

    #[test]
    fn any_commands_are_carried_out(
        commands in proptest::collection::vec(
            proptest::sample::select(vec![
                "BT", "ET", "q", "Q", "/F1 12 Tf", "1 0 0 1 72 700 cm", "72 700 Td", "(Regen) Tj", "[(R) -99999999999 (egen)] TJ",
                "/X5 Do", "/Artifact BMC", "EMC", "/Span <</ActualText (ab)>> BDC", "7 Tr", "0 Tz", "1e38 0 0 1e-38 0 0 Tm", "T*",
                "(a) '", "1 2 (b) \"", "0 0 595 842 re W n", "/P BDC", "99999999999999999999 TL", "-5 Ts", "<41> Tj", "BI /W 1 /H 1 ID x EI",
                "/DeviceN cs", "/P5 sh", "1 0 0 1 nan inf cm", "0 0 0 0 0 0 Tm",
            ]),
            0..60,
        ),
    ) {
        let form = stream("/Subtype/Form/BBox[0 0 9 9]", b"BT /F1 8 Tf (x) Tj ET /X5 Do");
        let _ = read(&page("4 0 R", stream("", commands.join(" ").as_bytes()), vec![form]));
    }
}
