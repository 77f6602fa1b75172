//! What is known about German: lexicons, inflection, cues, titles, dates.

pub mod calendar;
pub mod numerals;
pub mod units;
