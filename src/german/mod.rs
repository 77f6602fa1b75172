//! What is known about German: lexicons, inflection, cues, titles, dates.

pub mod abbreviations;
pub mod word_list;
