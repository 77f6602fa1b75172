//! The formats that annotations are written in and read from. Each has a file of its own, with its [`Facts`].

use std::hash::{Hash, Hasher};
use std::path::Path;

use super::extract::Extract;
use super::import::{Imported, Refusal};
use super::loss::Losses;
use super::{
    brat, cas, conll2002, conllu, csv, doccano, docx, gernewsqua, html, json, label_studio,
    markdown, prodigy, qdpx, spacy, tei, web_annotation, webanno_tsv, xlsx,
};
use crate::article::Article;

/// A format that annotations can be written in, some also read. Two are the same if they have one name.
#[derive(Clone, Copy, Debug)]
pub struct Format(&'static Facts);

/// What there is to know about a format.
#[derive(Debug)]
pub struct Facts {
    /// Its name on the command line, in lower case.
    pub name: &'static str,
    /// What it is good for, in a few English words.
    pub describe: &'static str,
    /// Whom it is for.
    pub group: Group,
    /// The files that it consists of.
    pub files: &'static [FileName],
    /// Writes these files, in the same order, and tells what it could not hold. The same extract gives the same bytes.
    pub write: fn(&Extract<'_>, &mut Losses) -> Vec<Vec<u8>>,
    /// How it is read, if it can be.
    pub read: Option<Reading>,
}

/// How a format is read.
#[derive(Debug)]
pub struct Reading {
    /// Whether a file is meant to be of this format; cheap, and never sure.
    pub recognises: fn(&Input<'_>) -> bool,
    /// Reads it. Any bytes may come.
    pub read: fn(&Input<'_>) -> Result<Imported, Refusal>,
    /// Whether it lives from an article beside it, since it has no text of its own.
    pub needs_article: bool,
}

/// A file to be read.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// Where it is, or what it is called.
    pub path: &'a Path,
    /// What is in it.
    pub bytes: &'a [u8],
    /// The article that it belongs to, where somebody has named it or it lies beside.
    pub article: Option<&'a Article>,
}

/// What a file of a format is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileName {
    /// The article's stem, a full stop, and this: "statements.csv".
    Suffix(&'static str),
    /// This; the articles of a folder share it, and it is the same for all: "annotation.conf".
    Shared(&'static str),
}

impl FileName {
    /// The name of the file for an article with this stem.
    pub fn with_stem(self, stem: &str) -> String {
        match self {
            Self::Suffix(suffix) => format!("{stem}.{suffix}"),
            Self::Shared(name) => name.to_owned(),
        }
    }
}

/// Whom a format is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// To read, print and quote.
    Report,
    /// For spreadsheets and statistics.
    Table,
    /// To keep and exchange annotations.
    Exchange,
    /// For programs that people annotate with.
    Tool,
    /// For corpora, and programs that learn from them.
    Corpus,
}

impl Group {
    /// All groups, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Report,
        Self::Table,
        Self::Exchange,
        Self::Tool,
        Self::Corpus,
    ];
}

impl Format {
    /// A report for the browser and the printer, in one file.
    pub const HTML: Self = Self(&html::FACTS);
    /// A report as Markdown.
    pub const MARKDOWN: Self = Self(&markdown::FACTS);
    /// A report for word processors.
    pub const DOCX: Self = Self(&docx::FACTS);
    /// The same tables as one workbook.
    pub const XLSX: Self = Self(&xlsx::FACTS);
    /// The same tables for Excel in German.
    pub const CSV_EXCEL: Self = Self(&csv::EXCEL_FACTS);
    /// Tables for spreadsheets and statistics.
    pub const CSV: Self = Self(&csv::FACTS);
    /// Our own: lossless, read back to the identical review.
    pub const JSON: Self = Self(&json::FACTS);
    /// The web's own format for annotations.
    pub const WEB_ANNOTATION: Self = Self(&web_annotation::FACTS);
    /// TEI P5, for digital editions.
    pub const TEI: Self = Self(&tei::FACTS);
    /// A project for programs of qualitative analysis.
    pub const QDPX: Self = Self(&qdpx::FACTS);
    /// Standoff for the annotation tool brat.
    pub const BRAT: Self = Self(&brat::FACTS);
    /// Names and statements for annotation in `INCEpTION`.
    pub const WEBANNO_TSV: Self = Self(&webanno_tsv::FACTS);
    /// UIMA CAS as JSON.
    pub const CAS_JSON: Self = Self(&cas::JSON);
    /// UIMA CAS as XMI.
    pub const CAS_XMI: Self = Self(&cas::XMI);
    /// A task for Label Studio.
    pub const LABEL_STUDIO: Self = Self(&label_studio::FACTS);
    /// A line for doccano.
    pub const DOCCANO: Self = Self(&doccano::FACTS);
    /// Lines for Prodigy.
    pub const PRODIGY: Self = Self(&prodigy::FACTS);
    /// Names as tags of tokens, for taggers.
    pub const CONLL2002: Self = Self(&conll2002::FACTS);
    /// Words, entities with coreference, and statements.
    pub const CONLLU: Self = Self(&conllu::FACTS);
    /// A document of spaCy.
    pub const SPACY: Self = Self(&spacy::FACTS);
    /// Statements in the layout of the quotation corpus.
    pub const GERNEWSQUA: Self = Self(&gernewsqua::FACTS);

    /// All formats, in the order in which they are offered.
    pub const ALL: &[Self] = &[
        Self::HTML,
        Self::MARKDOWN,
        Self::DOCX,
        Self::XLSX,
        Self::CSV_EXCEL,
        Self::CSV,
        Self::JSON,
        Self::WEB_ANNOTATION,
        Self::TEI,
        Self::QDPX,
        Self::BRAT,
        Self::WEBANNO_TSV,
        Self::CAS_JSON,
        Self::CAS_XMI,
        Self::LABEL_STUDIO,
        Self::DOCCANO,
        Self::PRODIGY,
        Self::CONLL2002,
        Self::CONLLU,
        Self::SPACY,
        Self::GERNEWSQUA,
    ];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// The format with this name, upper or lower case.
    pub fn from_name(name: &str) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|format| format.name().eq_ignore_ascii_case(name))
    }

    /// The format whose files are called so, the longest ending first: "rat.cas.json" is not our own JSON.
    pub fn of_file_name(name: &str) -> Option<Self> {
        let endings = Self::ALL.iter().flat_map(|&format| {
            let suffixes = format.suffixes();
            suffixes.map(move |suffix| (format, suffix))
        });
        let fitting = endings.filter(|(_, ending)| without_ending(name, ending).is_some());
        let longest = fitting.max_by_key(|(_, ending)| ending.len());
        longest.map(|(format, _)| format)
    }

    /// The stem of the name of one of its files: "rat" of "rat.statements.csv" and "rat.csv". Another name is a stem itself.
    pub fn stem_of(self, name: &str) -> &str {
        let endings = self.suffixes().chain([self.name()]);
        let mut stems = endings.filter_map(|ending| without_ending(name, ending));
        stems.next().unwrap_or(name)
    }

    /// What it is good for, in a few English words.
    pub fn describe(self) -> &'static str {
        self.0.describe
    }

    /// Whom it is for.
    pub fn group(self) -> Group {
        self.0.group
    }

    /// The files that it consists of.
    pub fn files(self) -> &'static [FileName] {
        self.0.files
    }

    /// Endings of the files that each article has of its own, each put after the article's stem and a full stop.
    pub fn suffixes(self) -> impl Iterator<Item = &'static str> {
        self.files().iter().filter_map(|name| match name {
            FileName::Suffix(suffix) => Some(*suffix),
            FileName::Shared(_) => None,
        })
    }

    /// Whether such a file can be opened again.
    pub fn reads(self) -> bool {
        self.0.read.is_some()
    }

    /// How it is read, if it can be.
    pub fn reading(self) -> Option<&'static Reading> {
        self.0.read.as_ref()
    }

    /// What is in its files, and what the format could not hold.
    pub fn write(self, extract: &Extract<'_>) -> (Vec<OutFile>, Losses) {
        let mut losses = Losses::default();
        let contents = (self.0.write)(extract, &mut losses);
        let names = self.files().iter().copied();
        let files = names.zip(contents);
        let files = files.map(|(name, bytes)| OutFile { name, bytes });
        (files.collect(), losses)
    }
}

fn without_ending<'a>(name: &'a str, ending: &str) -> Option<&'a str> {
    let cut = name.len().checked_sub(ending.len())?;
    let (stem, end) = name.split_at_checked(cut)?;
    let stem = stem.strip_suffix('.').filter(|stem| !stem.is_empty())?;
    end.eq_ignore_ascii_case(ending).then_some(stem)
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl Eq for Format {}

impl Hash for Format {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name().hash(state);
    }
}

/// One file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutFile {
    /// What it is called.
    pub name: FileName,
    /// What is in it.
    pub bytes: Vec<u8>,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn formats_are_found_by_name() {
        for &format in Format::ALL {
            assert_eq!(Format::from_name(format.name()), Some(format));
        }
        assert_eq!(Format::from_name("HTML"), Some(Format::HTML));
        assert_eq!(Format::from_name("wordstar"), None);
    }

    #[test]
    fn the_longest_ending_says_the_format() {
        let of = |name: &str| Format::of_file_name(name).map(Format::name);
        assert_eq!(of("rat.json"), Some("json"));
        assert_eq!(of("rat.statements.CSV"), Some("csv"));
        assert_eq!(of("rat.doc1"), None);
        assert_eq!(of(".json"), None);
        assert_eq!(of("ä"), None);
        assert_eq!(Format::CSV.stem_of("rat.statements.csv"), "rat");
        assert_eq!(Format::CSV.stem_of("rat.csv"), "rat");
        assert_eq!(Format::CSV.stem_of("rat"), "rat");
        assert_eq!(Format::JSON.stem_of(".json"), ".json");
    }

    #[test]
    fn no_two_formats_write_the_same_file() {
        let mut names = BTreeSet::new();
        for format in Format::ALL {
            for name in format.files() {
                assert!(names.insert(name.with_stem("a").to_lowercase()), "{name:?}");
            }
        }
    }
}
