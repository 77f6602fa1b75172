//! Article files that real programs made are read as their authors meant them. `tests/articles/files/README.md` tells which programs.

#![expect(
    clippy::expect_used,
    reason = "a test may stop where the samples cannot be read"
)]

mod article_files {
    pub mod samples;

    mod mails;
    mod office;
    mod pdf;
    mod rich_text;
    mod subtitles;
    mod web;
}
