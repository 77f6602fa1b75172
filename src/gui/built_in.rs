//! Reads articles with the models that are built into the program.

use std::path::Path;
use std::sync::Arc;

use crate::article::{self, Article};
use crate::exchange;
use crate::german::personal_lexicon::PersonalLexicon;
use crate::pipeline::Pipeline;
use crate::review::Review;

use super::command::ReadFailure;
use super::examples;
use super::failures::ReadReason;
use super::source::{Clip, Source};
use super::worker::{self, Read, Reading};

/// The models that are built in.
pub struct BuiltIn {
    pipeline: Result<Pipeline, String>,
    /// What the reader has taught.
    lexicon: Arc<PersonalLexicon>,
}

impl BuiltIn {
    /// Loads the models.
    pub fn load() -> Self {
        Self {
            pipeline: Pipeline::embedded().map_err(|error| error.to_string()),
            lexicon: Arc::default(),
        }
    }
}

impl Reading for BuiltIn {
    fn learn(&mut self, lexicon: Arc<PersonalLexicon>) {
        self.lexicon = lexicon;
    }

    fn read(&mut self, source: Source) -> Result<Read, ReadFailure> {
        let name = worker::name(&source);
        let failure = |reason: ReadReason| ReadFailure {
            name: name.clone(),
            reason,
        };
        let pipeline = self
            .pipeline
            .as_ref()
            .map_err(|error| failure(ReadReason::Models(error.clone())))?;
        let article = match source {
            Source::Example(index) => {
                let mut article = article::from_text(examples::text(index).to_owned());
                // Named as if it were a file, so that exports are called after it.
                article.source.path = Some(examples::file_name(index).into());
                article
            }
            Source::File { path, .. } if is_annotated(&path) => {
                let imported = exchange::import_file(&path, None);
                let imported = imported.map_err(|error| failure(error.into()))?;
                let article = imported.review.document().article.clone();
                let review = imported.review.with_words_of(pipeline.words(article));
                return Ok(Read {
                    review: Arc::new(review),
                    unfit: imported.unfit,
                });
            }
            Source::File { path, encoding } => {
                let article = article::read_file_in(&path, encoding.as_deref());
                article.map_err(|error| failure(ReadReason::Article(error)))?
            }
            Source::Clipboard(clip) => pasted(&clip).map_err(failure)?,
        };
        let document = pipeline.read_with(article, &self.lexicon);
        Ok(Review::new(Arc::new(document)).into())
    }
}

/// Whether a file has annotations, and not only an article. JSON that nobody knows is told as such.
fn is_annotated(path: &Path) -> bool {
    let ending = path.extension();
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case("json")) || exchange::is_annotated(path)
}

/// The article on the clipboard: of a web page what it is made of, if there is an article in that, else its plain text.
fn pasted(clip: &Clip) -> Result<Article, ReadReason> {
    let read = |text: &str, name: &str| {
        let mut article = article::read_bytes(text.as_bytes(), Path::new(name))?;
        article.source.path = None;
        Ok(article)
    };
    let page = clip.html.as_deref().map(|html| read(html, "page.html"));
    if let Some(Ok(article)) = page {
        return Ok(article);
    }
    read(&clip.text, "text.txt").map_err(ReadReason::Article)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{BlockKind, Format};

    fn clip(html: Option<&str>, text: &str) -> Clip {
        Clip {
            html: html.map(str::to_owned),
            text: text.to_owned(),
        }
    }

    #[test]
    fn a_piece_of_a_web_page_keeps_its_paragraphs() {
        let html = "<meta charset=\"utf-8\"><h1>Brücke gesperrt</h1><p>Die Stadt sperrt die Brücke am Montag.</p>\
                    <p>Das sagte die Bürgermeisterin am Abend im Rathaus.</p>";
        let article = pasted(&clip(Some(html), "Brücke gesperrt")).expect("it is an article");
        assert_eq!(article.source.format, Format::Html);
        let kinds: Vec<_> = article.blocks.iter().map(|block| block.kind).collect();
        assert_eq!(kinds[0], BlockKind::Headline);
        assert_eq!(kinds.len(), 3);
        assert_eq!(article.source.path, None);
    }

    #[test]
    fn where_the_page_has_no_words_the_plain_text_is_read() {
        let article = pasted(&clip(Some("<img src=x>"), "Ein Satz.")).expect("it is an article");
        assert_eq!(article.text, "Ein Satz.");
        assert!(pasted(&clip(None, " ")).is_err());
    }
}
