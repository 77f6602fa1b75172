//! Markdown.
use super::weave::Weave;
use super::{Article, Source};
pub(super) fn read(_text: &str) -> Article {
    Weave::default().finish(Source::default())
}
