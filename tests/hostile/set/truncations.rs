//! Sound files of every format, cut off or with bytes turned over.

use std::fs;
use std::path::PathBuf;

use super::Expected::Either;
use super::{Hostile, file};

/// A sound file of each format.
const SAMPLES: [&str; 11] = [
    "files/docx/schlicht.docx",
    "files/odt/schlicht.odt",
    "files/odt/flat.fodt",
    "files/epub/pandoc-3.epub",
    "files/pdf/bahn-latex-t1.pdf",
    "files/pdf/faehre-chromium.pdf",
    "files/rtf/insel.rtf",
    "files/eml/press.eml",
    "files/mhtml/frame.mhtml",
    "files/subtitles/pysubs.srt",
    "sturm.txt",
];

/// Where they are cut, in hundredths.
const CUTS: [usize; 4] = [5, 40, 75, 99];

pub fn files() -> Vec<Hostile> {
    let articles = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut files = Vec::new();
    for sample in SAMPLES {
        let path = articles.join(sample);
        let (stem, ending) = sample.rsplit_once('.').unwrap_or((sample, ""));
        let stem = stem.rsplit_once('/').map_or(stem, |(_, stem)| stem);
        for cut in CUTS {
            let path = path.clone();
            let name = format!("cut-{cut}-{stem}.{ending}");
            files.push(file(&name, Either, move || {
                let mut bytes = fs::read(&path).expect("the sample is there");
                bytes.truncate(bytes.len() * cut / 100);
                bytes
            }));
        }
        let name = format!("turned-{stem}.{ending}");
        files.push(file(&name, Either, move || {
            let mut bytes = fs::read(&path).expect("the sample is there");
            let step = bytes.len() / 40 + 1;
            for byte in bytes.iter_mut().skip(200).step_by(step) {
                *byte ^= 0x55;
            }
            bytes
        }));
    }
    files
}
