//! What a file says about itself, without what is there only because the program that wrote it needs something.

use super::super::signs;
use super::super::weave::squeeze;

/// What a file says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::article) struct Metadata {
    /// Title.
    pub title: Option<String>,
    /// Who wrote it.
    pub creator: Option<String>,
    /// Any date, in any notation.
    pub date: Option<String>,
    /// Web address.
    pub url: Option<String>,
}

/// Names that programs put in place of an author.
const NOBODY: &[&str] = &[
    "admin",
    "administrator",
    "benutzer",
    "microsoft office user",
    "microsoft office-benutzer",
    "microsoft-office-anwender",
    "python-docx",
    "unbekannt",
    "unknown",
    "user",
    "windows user",
    "windows-benutzer",
];

/// Titles that programs put in place of one.
const UNTITLED: &[&str] = &[
    "word document",
    "untitled",
    "unbenannt",
    "unbenannt 1",
    "untitled 1",
    "dokument1",
    "document1",
];

impl Metadata {
    /// Without what is there only because the program needs something.
    pub(super) fn plausible(self) -> Self {
        let is_one = |list: &[&str], words: &String| list.contains(&words.to_lowercase().as_str());
        let squeezed = |words: Option<String>| {
            let words = words.map(|words| squeeze(&words.replace('\n', " ")));
            words.filter(|words| !words.is_empty())
        };
        let creator = squeezed(self.creator);
        // The model that this library copies has a date of 2013.
        let is_library = creator.as_deref() == Some("python-docx");
        let is_file = |title: &String| title.starts_with("Microsoft Word - ");
        Self {
            title: squeezed(self.title).filter(|title| !is_one(UNTITLED, title) && !is_file(title)),
            creator: creator.filter(|creator| !is_one(NOBODY, creator)),
            date: squeezed(self.date)
                .and_then(|date| signs::iso_date(&date))
                .filter(|_| !is_library),
            url: squeezed(self.url)
                .filter(|url| url.starts_with("http://") || url.starts_with("https://")),
        }
    }
}
