//! What looks like a date or an amount and is none.

use super::{check, found};
use crate::document::{Confidence, Form, Kind, Mention};
use crate::span::Span;

#[test]
fn other_words_and_numbers_are_no_dates() {
    check(
        "2016-12-08",
        r"
        Im Jahr kommen viele. =>
        Es kamen 2000 Soldaten. =>
        Sie gewannen 3:1. =>
        Der Paragraf heißt § 218. =>
        Es fuhr der IC 2030 nach Hannover. =>
        Der Chef heißt Stefan Sommer. =>
        Frau Mai kam zu spät. =>
        Theo März kam zu spät. =>
        Die Wochenzeitung Freitag berichtet. =>
        Das berichtet der „Freitag“ heute. => date heute 2016-12-08
        Am Morgen war es kalt. =>
        Er steht morgens auf. =>
        Eines Tages kommt er. =>
        Ein 20-jähriger Mann, 30 Jahre alt, kam. =>
        Im Alter von 93 Jahren starb sie. =>
        Es waren 148 Zivilisten. =>
        1,5 Millionen Menschen flohen. =>
        Sie saßen in einer Bar. =>
        Das Viertel Al-Maadi fiel. =>
        Ein Viertel im Osten fiel. =>
        Im letzten Moment kam er. =>
        Es blieb bis zur letzten Minute offen. =>
        Mailand und Maike sind schön. =>
        Er wohnt in der Berliner Str. 5. =>
        Am Ende kam er. =>
        Anfangs kam er. =>
        Die Freitage sind frei. => date Freitage -
        Insgesamt 1950 Besucher kamen. =>
        Sie ist die erste Frau im Amt. =>
        ",
    );
}

#[test]
fn what_belongs_to_a_name_is_no_date() {
    let text = "Gern mag Mai nichts, im Mai gefiel ihm viel.";
    let name = Mention::new(
        Span::new(9, 12),
        Kind::Person,
        Form::Name,
        Confidence::CERTAIN,
    );
    assert_eq!(found(text, Some("2016-12-08"), &[name]), "date Mai 2016-05");
}
