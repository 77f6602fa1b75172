//! From a file to an article: what it is by its bytes, what reads it, and within which time.

use std::io::Read;
use std::path::Path;

use super::digest::sha256;
use super::error::ReadError;
use super::invisible::is_invisible;
use super::length::is_too_long;
use super::{
    Article, Format, MAX_BYTES, agencies, decode, documents, head, html, language, markdown, plain,
    time_limit, turns,
};

/// Reads an article from a file.
///
/// A device or a pipe is refused, since it may never end; no more than [`MAX_BYTES`] and one byte are read.
pub fn read_file(path: &Path) -> Result<Article, ReadError> {
    read_file_in(path, None)
}

/// Reads an article from a file in an encoding that somebody has chosen, by any name of it in the WHATWG standard
/// ("windows-1252", "latin1"); with none, or one that nobody knows, as [`read_file`] does.
pub fn read_file_in(path: &Path, encoding: Option<&str>) -> Result<Article, ReadError> {
    let from_io = |error: std::io::Error| ReadError::from_io(&error, path);
    let metadata = std::fs::metadata(path).map_err(from_io)?;
    let path_owned = || path.to_owned();
    if metadata.is_dir() {
        let is_empty = std::fs::read_dir(path).map_err(from_io)?.next().is_none();
        return Err(if is_empty {
            ReadError::EmptyFolder { path: path_owned() }
        } else {
            ReadError::Folder { path: path_owned() }
        });
    }
    if !metadata.is_file() {
        return Err(ReadError::NotAFile { path: path_owned() });
    }
    if MAX_BYTES < metadata.len() {
        return Err(ReadError::TooLarge { path: path_owned() });
    }
    read_all(std::fs::File::open(path).map_err(from_io)?, path, encoding)
}

/// Reads an article from something that is open already, standard input for example; `name` stands for it in messages.
pub fn read_from(reader: impl Read, name: &Path) -> Result<Article, ReadError> {
    read_all(reader, name, None)
}

fn read_all(reader: impl Read, name: &Path, encoding: Option<&str>) -> Result<Article, ReadError> {
    let mut bytes = Vec::new();
    // One byte more than allowed, to notice a file that is too large without reading all of it.
    let outcome = reader.take(MAX_BYTES + 1).read_to_end(&mut bytes);
    outcome.map_err(|error| ReadError::from_io(&error, name))?;
    read_in_time(bytes, name, encoding)
}

/// Reads an article from the bytes of the file `path`, which need not exist: its ending says how they are meant.
pub fn read_bytes(bytes: &[u8], path: &Path) -> Result<Article, ReadError> {
    read_in_time(bytes.to_owned(), path, None)
}

/// Reads an article, or says that this has no end.
fn read_in_time(bytes: Vec<u8>, path: &Path, encoding: Option<&str>) -> Result<Article, ReadError> {
    let (name, encoding) = (path.to_owned(), encoding.map(str::to_owned));
    let read = move || read_in(&bytes, &name, encoding.as_deref());
    time_limit::within(time_limit::LIMIT, read)
        .unwrap_or_else(|unfinished| Err(ReadError::of_unfinished(unfinished, path)))
}

fn read_in(bytes: &[u8], path: &Path, encoding: Option<&str>) -> Result<Article, ReadError> {
    let path_owned = || path.to_owned();
    if bytes.is_empty() {
        return Err(ReadError::Empty { path: path_owned() });
    }
    if MAX_BYTES < bytes.len() as u64 {
        return Err(ReadError::TooLarge { path: path_owned() });
    }
    if let Some(read) = documents::read(bytes, path, encoding) {
        let (format, article) = read?;
        return finished(article, format, bytes, path);
    }
    let decoded = decode::decode(bytes, encoding);
    let decoded = decoded.map_err(|looks| ReadError::of_looks(looks, path))?;
    if decoded.text.chars().all(is_invisible) {
        return Err(ReadError::Blank { path: path_owned() });
    }
    let format = match Format::of_path(path) {
        Some(format @ (Format::Markdown | Format::Html)) => format,
        // A web page that was saved under another name.
        _ if html::is_page(&decoded.text) => Format::Html,
        // Text under the name of another format is text.
        _ => Format::Plain,
    };
    let mut article = match format {
        Format::Plain if is_too_long(&decoded.text) => {
            return Err(ReadError::TooLong { path: path_owned() });
        }
        Format::Markdown => markdown::read(&decoded.text),
        Format::Html => html::read(&decoded.text)
            .map_err(|html::TooIntricate| ReadError::TooIntricate { path: path_owned() })?,
        // What is in another format has been read already.
        _ => plain::read(decoded.text),
    };
    decoded.encoding.clone_into(&mut article.source.encoding);
    finished(article, format, bytes, path)
}

/// The article with what is known of its file.
fn finished(
    mut article: Article,
    format: Format,
    bytes: &[u8],
    path: &Path,
) -> Result<Article, ReadError> {
    let path = path.to_owned();
    if article.blocks.is_empty() {
        return Err(ReadError::NoArticle { path });
    }
    if is_too_long(&article.text) {
        return Err(ReadError::TooLong { path });
    }
    article.source.path = Some(path);
    article.source.format = format;
    article.source.sha256 = sha256(bytes);
    look_at_words(&mut article);
    Ok(article)
}

/// What the words tell of an article, whatever its file was.
fn look_at_words(article: &mut Article) {
    turns::mend(article);
    head::mend(article);
    article.source.agencies = agencies::agencies(article);
    article.source.language = language::language(&article.text);
}

/// An article from text that is at hand already, pasted for example; blocks are found as in a plain text file.
pub fn from_text(text: String) -> Article {
    let sha256 = sha256(text.as_bytes());
    let mut article = plain::read(decode::unify_line_ends(text));
    "UTF-8".clone_into(&mut article.source.encoding);
    article.source.sha256 = sha256;
    look_at_words(&mut article);
    article
}

#[cfg(test)]
mod tests;
