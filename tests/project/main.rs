//! The sources and data of the project itself: what is checked on their text.

#![expect(
    clippy::expect_used,
    reason = "a test may stop where the sources cannot be read"
)]

#[path = "../common/literals.rs"]
mod literals;

mod assets;
mod interface_words;
mod tidy;
