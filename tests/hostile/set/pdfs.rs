//! PDF files: streams that swell, pages and forms without end, tables that lie, and what would like to go out.

use super::Expected::{Either, Message, Reading};
use super::pdf_files::{deflated, file as pdf, packed, page, stream};
use super::{Hostile, file};

const BLOATED: &str = "unpacks to more than any article takes";
const WORDS: &str = "Es regnet in Berlin.";
const TEXT: &[u8] = b"BT /F1 12 Tf 72 700 Td (Es regnet in Berlin.) Tj ET";

pub fn files() -> Vec<Hostile> {
    [swelling(), endless(), lying(), going_out()]
        .into_iter()
        .flatten()
        .collect()
}

/// A sound page, with these objects beside it.
fn beside(more: Vec<Vec<u8>>) -> Vec<u8> {
    page("4 0 R", stream("", TEXT), more)
}

fn swelling() -> Vec<Hostile> {
    vec![
        file("bomb.pdf", Message(BLOATED), || {
            page("4 0 R", packed("", &vec![b' '; 200_000_000]), Vec::new())
        }),
        file("bomb-in-bomb.pdf", Message(BLOATED), || {
            let inner = deflated(&deflated(&vec![0; 100_000_000]));
            beside(vec![stream("/Filter[/FlateDecode/FlateDecode]", &inner)])
        }),
        file("bomb-objects.pdf", Message(BLOATED), || {
            beside(vec![packed(
                "/Type/ObjStm/N 1/First 4",
                &vec![b' '; 100_000_000],
            )])
        }),
        file("characters.pdf", Message(BLOATED), || {
            let many = "1 0 0 1 72 700 Tm (aaaaaaaaaaaaaaaaaaaa) Tj ".repeat(100_000);
            page(
                "4 0 R",
                packed("", format!("BT /F1 9 Tf {many} ET").as_bytes()),
                Vec::new(),
            )
        }),
        file("huge-image.pdf", Either, || {
            let image =
                "/Subtype/Image/Width 100000/Height 100000/ColorSpace/DeviceRGB/BitsPerComponent 8";
            let commands = [TEXT, b" 500 0 0 500 0 0 cm /X5 Do"].concat();
            page(
                "4 0 R",
                stream("", &commands),
                vec![packed(image, &[0; 1000])],
            )
        }),
    ]
}

fn endless() -> Vec<Hostile> {
    vec![
        file("form-in-itself.pdf", Reading(WORDS), || {
            let form = "/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</A 5 0 R>>>>";
            let commands = [TEXT, b" /X5 Do"].concat();
            page("4 0 R", stream("", &commands), vec![stream(form, b"/A Do")])
        }),
        // Each draws the next ten times: ten to the power of twelve.
        file("laughs.pdf", Message(""), || {
            let forms = (6..18).map(|next| {
                let form =
                    format!("/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A {next} 0 R>>>>");
                stream(&form, "/A Do ".repeat(10).as_bytes())
            });
            page("4 0 R", stream("", b"/X5 Do"), forms.collect())
        }),
        file("page-tree.pdf", Either, || {
            let pages = b"<</Type/Pages/Kids[2 0 R 2 0 R 2 0 R]/Count 99999999>>";
            pdf(&[b"<</Type/Catalog/Pages 2 0 R>>".to_vec(), pages.to_vec()])
        }),
        file("brackets.pdf", Either, || {
            beside(vec!["[".repeat(1_000_000).into_bytes()])
        }),
        file("dictionaries.pdf", Either, || {
            beside(vec!["<</A ".repeat(300_000).into_bytes()])
        }),
        file("states.pdf", Message(BLOATED), || {
            let saved = [TEXT, "q ".repeat(1_000_000).as_bytes()].concat();
            page("4 0 R", packed("", &saved), Vec::new())
        }),
        file("lines.pdf", Either, || {
            let lines = "0 0 m 9 9 l S ".repeat(2_000_000);
            page(
                "4 0 R",
                packed("", &[TEXT, lines.as_bytes()].concat()),
                Vec::new(),
            )
        }),
        file("many-pages.pdf", Either, || {
            let kids = "3 0 R ".repeat(100_000);
            let pages = format!("<</Type/Pages/Kids[{kids}]/Count 100000>>").into_bytes();
            let fonts = "<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>";
            let sheet = format!(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources{fonts}/Contents 4 0 R>>"
            );
            let catalogue = b"<</Type/Catalog/Pages 2 0 R>>".to_vec();
            pdf(&[catalogue, pages, sheet.into_bytes(), stream("", TEXT)])
        }),
    ]
}

fn lying() -> Vec<Hostile> {
    vec![
        file("header-only.pdf", Message("damaged"), || {
            b"%PDF-1.7\n%%EOF".to_vec()
        }),
        file("no-pages.pdf", Message("damaged"), || {
            let pages = b"<</Type/Pages/Kids[]/Count 0>>".to_vec();
            pdf(&[b"<</Type/Catalog/Pages 2 0 R>>".to_vec(), pages])
        }),
        file("only-drawn.pdf", Message("pictures of pages"), || {
            page("4 0 R", stream("", b"0 0 9 9 re f"), Vec::new())
        }),
        file("table-in-itself.pdf", Either, || {
            let mut bytes = beside(Vec::new());
            let end = bytes.len();
            bytes.extend(format!("xref\n0 0\ntrailer <</Size 1/Root 1 0 R/Prev {end}>>\nstartxref\n{end}\n%%EOF\n").bytes());
            bytes
        }),
        file("lengths.pdf", Either, || {
            let sound = String::from_utf8_lossy(&beside(Vec::new())).into_owned();
            sound
                .replace("/Length 5", "/Length 99999999999999")
                .into_bytes()
        }),
        file("nulls.pdf", Message("damaged"), || {
            [b"%PDF-1.7\n".as_slice(), &[0; 1_000_000]].concat()
        }),
        file("numbers.pdf", Either, || {
            let wild = b" BT /F1 1e38 Tf 1e38 0 0 1e-38 nan inf Tm (a) Tj -99999999999999999999 TL T* (b) Tj ET";
            page("4 0 R", stream("", &[TEXT, wild].concat()), Vec::new())
        }),
    ]
}

fn going_out() -> Vec<Hostile> {
    vec![file("actions.pdf", Reading(WORDS), || {
        let pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec();
        let catalogue = b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/URI/URI(http://127.0.0.1:9/a)>>/AA<</WC<</S/JavaScript/JS(app.launchURL\\('http://127.0.0.1:9/b'\\))>>>>/Names<</EmbeddedFiles<</Names[(a)<</F<</FS/URL/F(http://127.0.0.1:9/c)>>>>]>>>>>>".to_vec();
        let fonts = "<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/XObject<</A<</Subtype/Image/F<</FS/URL/F(file:///etc/passwd)>>>>>>>>";
        let sheet = format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources{fonts}/Contents 4 0 R>>"
        );
        pdf(&[catalogue, pages, sheet.into_bytes(), stream("", TEXT)])
    })]
}
