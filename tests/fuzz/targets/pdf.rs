//! Fuzz target; `checks/mod.rs` says what it checks.
#![no_main]
wortlaut_fuzz::target!("pdf");
