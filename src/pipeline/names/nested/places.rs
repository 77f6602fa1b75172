//! Places inside longer names that no list of the project has, and words derived from places.

use std::ops::Range;

use super::{Inner, Reader};
use crate::document::{Form, Kind, Mention};
use crate::german::known_names::{is_from_place, is_place_adjective, is_seat, known};
use crate::pipeline::names::knowledge::class;

impl Reader<'_> {
    /// "Gießen" in "Universität Gießen", "Neuried" in "TSV Neuried": the place that ends the name of a body.
    pub fn seat(&self, at: usize, run: &Range<usize>, outer: Kind) -> Option<Inner> {
        let word = self.word(at);
        let rest_is_number =
            (at + 1..run.end).all(|at| self.word(at).starts_with(|c: char| c.is_ascii_digit()));
        let is_word = word
            .chars()
            .all(|letter| letter.is_alphabetic() || matches!(letter, '-' | '/'));
        let has_place_for_it = run.start < at && rest_is_number && is_word && outer != Kind::Other;
        if !has_place_for_it || word.chars().count() < 4 || !word.chars().any(char::is_lowercase) {
            return None;
        }
        let classes = self.knowledge.classes(word);
        let is_place = classes & (class::CITY | class::REGION | class::COUNTRY) != 0;
        let other = class::FIRST_NAME | class::SURNAME | class::ORGANISATION | class::ROLE;
        let sure = match (is_seat(self.word(at - 1)), is_place) {
            (true, true) => 0.85,
            (true, false) if classes & other == 0 && !self.is_noun(word) => 0.7,
            (false, true)
                if classes & other == 0
                    && outer == Kind::Organisation
                    && !self.is_noun(word)
                    && self.is_noun(self.word(at - 1)) =>
            {
                0.7
            }
            _ => return None,
        };
        Some((at..at + 1, Kind::Location, Form::Name, sure))
    }

    /// "San Antonio" in "San Antonio Spurs", "Stoke" in "Stoke City": places of the model's lists.
    pub fn unlisted_city(&self, at: usize, run: &Range<usize>, outer: Kind) -> Option<Inner> {
        let is_city = |at| self.knowledge.classes(self.word(at)) & class::CITY != 0;
        if outer != Kind::Organisation || run.start < at || run.len() < 2 {
            return None;
        }
        let is_saint = matches!(self.word(at), "San" | "Santa" | "St." | "Los" | "Las");
        let is_club = matches!(
            self.word(at + 1),
            "Town" | "City" | "United" | "Rovers" | "Wanderers" | "County"
        );
        let length = if is_saint && is_city(at + 1) && 2 < run.len() {
            2
        } else if is_club && run.len() == 2 && is_city(at) {
            1
        } else {
            return None;
        };
        Some((at..at + length, Kind::Location, Form::Name, 0.8))
    }

    /// "Deutsche" in "Deutsche Bank", "Berliner" in "Berliner Zeitung".
    pub fn derived(&self, at: usize, run: &Range<usize>, outer: &Mention) -> Option<(Form, f32)> {
        let word = self.word(at);
        let next = at + 1;
        if run.end <= next || outer.kind == Kind::Location && known(self.surface(run)).is_some() {
            return None;
        }
        if is_place_adjective(word) {
            return Some((Form::Derived, 0.9));
        }
        let before_noun = self.word(next).starts_with(char::is_uppercase);
        if !before_noun || !word.ends_with("er") || !word.starts_with(char::is_uppercase) {
            return None;
        }
        if is_from_place(word) {
            return Some((Form::Derived, 0.9));
        }
        (self.comes_from_unlisted_place(word) || self.names_street(word, self.word(next)))
            .then_some((Form::Derived, 0.75))
    }

    /// "Gubener": Guben is a place of the model's lists.
    fn comes_from_unlisted_place(&self, word: &str) -> bool {
        let Some(stem) = word
            .strip_suffix("er")
            .filter(|stem| 4 <= stem.chars().count())
        else {
            return false;
        };
        let person = class::FIRST_NAME | class::SURNAME;
        let is_place = |name: &str| self.knowledge.classes(name) & class::CITY != 0;
        self.knowledge.classes(word) & person == 0
            && !self.is_noun(word)
            && (is_place(stem) || is_place(&format!("{stem}en")) || is_place(&format!("{stem}e")))
    }

    /// "Schwabacher Straße".
    fn names_street(&self, word: &str, next: &str) -> bool {
        let next = next.to_lowercase();
        let is_street = [
            "straße", "allee", "chaussee", "dreieck", "tor", "see", "damm",
        ]
        .iter()
        .any(|end| next.ends_with(end));
        is_street
            && self.knowledge.classes(word) & class::FIRST_NAME == 0
            && self.lexicon.look_up(word).is_none()
    }
}
