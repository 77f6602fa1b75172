//! Corpora → assets/models.

fn main() {}
