//! What is known about German: lexicons, inflection, cues, titles, dates.

pub mod calendar;
pub mod numerals;
pub mod units;
pub mod abbreviations;
pub mod lexicon;
pub mod lexicon_building;
pub mod word_list;
