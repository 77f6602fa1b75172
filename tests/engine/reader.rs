//! The program's reading of a text.

use std::sync::LazyLock;

use wortlaut::article::from_text;
use wortlaut::document::Document;
use wortlaut::pipeline::Pipeline;

static PIPELINE: LazyLock<Pipeline> =
    LazyLock::new(|| Pipeline::embedded().expect("the models in the program are whole"));

/// What the program finds in a text.
pub fn read(text: &str) -> Document {
    PIPELINE.read(from_text(text.to_owned()))
}
