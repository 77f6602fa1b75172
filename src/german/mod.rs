//! What is known about German: lexicons, inflection, cues, titles, dates.

pub mod abbreviations;
pub mod cues;
pub mod lexicon;
pub mod lexicon_building;
pub mod word_list;
