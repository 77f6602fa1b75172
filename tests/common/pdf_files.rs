//! PDF files made by hand, so that anything may be in them.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

/// A file of these objects, numbered from 1; the first is the catalogue.
pub fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n", index + 1).bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let table = file.len();
    let count = objects.len() + 1;
    file.extend(format!("xref\n0 {count}\n0000000000 65535 f \n").bytes());
    for place in places {
        file.extend(format!("{place:010} 00000 n \n").bytes());
    }
    file.extend(
        format!("trailer <</Size {count}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n").bytes(),
    );
    file
}

/// An object with data; `more` stands in its dictionary.
pub fn stream(more: &str, data: &[u8]) -> Vec<u8> {
    let mut stream = format!("<<{more}/Length {}>>stream\n", data.len()).into_bytes();
    stream.extend(data);
    stream.extend(b"\nendstream");
    stream
}

/// As zlib packs it.
pub fn deflated(data: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    assert!(encoder.write_all(data).is_ok());
    encoder.finish().unwrap_or_default()
}

/// A stream that is packed.
pub fn packed(more: &str, data: &[u8]) -> Vec<u8> {
    stream(&format!("{more}/Filter/FlateDecode"), &deflated(data))
}

/// A page whose commands are object 4; its forms and fonts are named by their numbers. `more` come as objects 5 and up.
pub fn page(contents: &str, commands: Vec<u8>, more: Vec<Vec<u8>>) -> Vec<u8> {
    let names = |kind: char| {
        let names = (5..5 + more.len()).map(|number| format!("/{kind}{number} {number} 0 R"));
        names.collect::<Vec<_>>().concat()
    };
    let resources = format!(
        "<</XObject<<{}>>/Font<<{}/F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>",
        names('X'),
        names('F')
    );
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2/Parent 2 0 R>>".to_vec(),
        format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources{resources}/Contents {contents}>>").into_bytes(),
        commands,
    ];
    objects.extend(more);
    file(&objects)
}
