//! What is known about German: lexicons, inflection, cues, titles, dates.

pub mod abbreviations;
pub mod aliases;
pub mod anonymous;
pub mod calendar;
pub mod cues;
pub mod decimal;
pub mod gender;
pub mod generic;
pub mod holidays;
pub mod inflection;
pub mod known_names;
pub mod lexicon;
pub mod lexicon_building;
pub mod lower_case;
pub mod media;
pub mod numerals;
pub mod openers;
pub mod passing_on;
pub mod personal_lexicon;
pub mod titles;
pub mod units;
pub mod word_list;
