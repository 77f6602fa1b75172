//! The window without a screen: everything is found and used by its accessible name.
//!
//! Needs the feature `window-tests`.

mod appearance;
mod citing;
mod commands;
mod comparing;
mod correcting_cards;
mod correcting_text;
mod every_key;
mod finding;
mod focusing;
mod harness;
mod keeping;
mod kept;
mod keyboard;
mod learning;
mod long_text;
mod many;
mod names;
mod occurrences;
mod opening;
mod panels;
mod reading;
mod reopening;
mod resizing;
mod reviewing;
mod selecting;
mod tabs;
mod voices;

// The samples speak of `crate::article` and so on.
use wortlaut::{article, document, span};

#[path = "../common/long_text.rs"]
mod long_article;
#[path = "../../src/view/sample.rs"]
mod sample;
#[path = "../../src/view/sample_layers.rs"]
mod sample_layers;
