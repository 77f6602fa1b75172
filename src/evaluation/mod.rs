//! Scores against gold corpora.
