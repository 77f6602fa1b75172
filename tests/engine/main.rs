//! What the program reads out of texts, and how well: rules that hold for every text, figures that must not fall.

#![expect(clippy::expect_used, reason = "a test may stop where it cannot go on")]

mod files;
mod floors;
mod reader;

mod accuracy;
mod crashes;
mod key_statements;
mod mentions;
mod names_accuracy;
mod personal_lexicon;
mod reading;
mod statements_accuracy;
mod via;
