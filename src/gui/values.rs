//! Says a normalised value in the reader's language: `2016-12-07` is „Mittwoch, 7. Dezember 2016“.

use crate::view::value::{self, Unit, Value};

use super::i18n::Texts;
use super::labels;

/// The value in words; `None` where they would not say more than the value itself.
pub fn in_words(value: &str, texts: &Texts) -> Option<String> {
    let words = match value::parse(value) {
        Some(parsed) => said(&parsed, texts),
        // „20 bis 30“ is written with two points.
        None => texts.grouped(&value.replace("..", "–")),
    };
    (words != value).then_some(words)
}

fn said(value: &Value, texts: &Texts) -> String {
    let year = |year: &Option<i16>| year.map_or(String::new(), |year| year.to_string());
    match value {
        Value::Day {
            year: of,
            month,
            day,
            weekday,
        } => {
            let year = year(of);
            let month = named(&labels::MONTHS, month.saturating_sub(1), texts);
            let inserted = [
                ("day", usize::from(*day).into()),
                ("month", (&month).into()),
                ("year", (&year).into()),
            ];
            let date = texts.with("value-day", &inserted);
            let date = date.trim_end();
            match weekday {
                Some(weekday) => format!("{}, {date}", named(&labels::WEEKDAYS, *weekday, texts)),
                None => date.to_owned(),
            }
        }
        Value::Month { year: of, month } => {
            let month = named(&labels::MONTHS, month.saturating_sub(1), texts);
            format!("{month} {}", year(of)).trim_end().to_owned()
        }
        Value::Season { year: of, season } => {
            let season = named(&labels::SEASONS, *season, texts);
            format!("{season} {}", year(of)).trim_end().to_owned()
        }
        Value::Year(year) => year.to_string(),
        Value::Decade(year) => texts.with("value-decade", &[("year", (&year.to_string()).into())]),
        Value::Century(number) => texts.count("value-century", usize::from(*number)),
        Value::DayPart(day, part) => {
            format!(
                "{}, {}",
                said(day, texts),
                texts.text(labels::day_part(*part))
            )
        }
        Value::Several(values, all) => {
            let joint = texts.text(if *all { "value-and" } else { "value-or" });
            let values = values.iter().map(|value| said(value, texts));
            values.collect::<Vec<_>>().join(&format!(" {joint} "))
        }
        Value::UpTo(length, day) | Value::From(length, day) => {
            let key = if matches!(value, Value::UpTo(..)) {
                "value-up-to"
            } else {
                "value-from-on"
            };
            let (length, day) = (said(length, texts), said(day, texts));
            let inserted = [("length", (&length).into()), ("day", (&day).into())];
            texts.with(key, &inserted)
        }
        Value::Week { year, week } => texts.with(
            "value-week",
            &[
                ("week", usize::from(*week).into()),
                ("year", (&year.to_string()).into()),
            ],
        ),
        Value::Moment { day, hour, minute } => {
            let clock = format!("{hour}:{minute:02}");
            let clock = texts.with("value-clock", &[("time", (&clock).into())]);
            match day {
                Some(day) => format!("{}, {clock}", said(day, texts)),
                None => clock,
            }
        }
        Value::Interval(from, to) => {
            let end = |end: &Option<Box<Value>>| end.as_ref().map(|end| said(end, texts));
            match (end(from), end(to)) {
                (Some(from), Some(to)) => texts.with(
                    "value-from-to",
                    &[("from", (&from).into()), ("to", (&to).into())],
                ),
                (Some(from), None) => texts.with("value-since", &[("from", (&from).into())]),
                (None, to) => {
                    let to = to.unwrap_or_default();
                    texts.with("value-until", &[("to", (&to).into())])
                }
            }
        }
        Value::About(value) => {
            let words = said(value, texts);
            texts.with("value-about", &[("value", (&words).into())])
        }
        Value::Duration(lengths) => {
            let lengths = lengths
                .iter()
                .map(|(number, unit)| length(number, *unit, texts));
            lengths.collect::<Vec<_>>().join(", ")
        }
    }
}

fn named(keys: &[&str], index: u8, texts: &Texts) -> String {
    keys.get(usize::from(index))
        .map_or(String::new(), |key| texts.text(key))
}

fn length(number: &str, unit: Unit, texts: &Texts) -> String {
    let key = labels::duration(unit);
    // „1,5 Jahre“ is plural, whatever its number is.
    let plural = number.parse::<usize>().unwrap_or(2);
    let shown = if number == "X" {
        texts.text("value-some")
    } else {
        texts.grouped(number)
    };
    texts.with(key, &[("n", plural.into()), ("shown", (&shown).into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::i18n::Language;

    fn check(value: &str, german: &str, english: &str) {
        for (language, expected) in [(Language::German, german), (Language::English, english)] {
            let texts = Texts::new(language);
            let words = in_words(value, &texts).unwrap_or_else(|| value.to_owned());
            assert_eq!(words, expected, "{value}");
        }
    }

    #[test]
    fn dates_are_said_in_both_languages() {
        check(
            "2016-12-07",
            "Mittwoch, 7. Dezember 2016",
            "Wednesday, 7 December 2016",
        );
        check("2016-11", "November 2016", "November 2016");
        check("2016", "2016", "2016");
        check("199X", "1990er-Jahre", "1990s");
        check("XXXX-05-03", "3. Mai", "3 May");
        check("2016-W48", "48. Woche 2016", "week 48 of 2016");
        check("2016-24", "Winter 2016", "winter 2016");
        check("18XX", "19. Jahrhundert", "19th century");
        check("20XX", "21. Jahrhundert", "21st century");
        check("{2014,2016}", "2014 und 2016", "2014 and 2016");
        check("[2014,2016]", "2014 oder 2016", "2014 or 2016");
        check(
            "2016-12-07TEV",
            "Mittwoch, 7. Dezember 2016, Abend",
            "Wednesday, 7 December 2016, evening",
        );
        check("2016-11~", "etwa November 2016", "about November 2016");
    }

    #[test]
    fn times_intervals_and_durations_are_said() {
        check("T15:30", "15:30 Uhr", "15:30");
        check("T11:00+01:00", "11:00 Uhr", "11:00");
        check(
            "2016-12-07T08",
            "Mittwoch, 7. Dezember 2016, 8:00 Uhr",
            "Wednesday, 7 December 2016, 8:00",
        );
        check("2014/2016", "2014 bis 2016", "2014 to 2016");
        check("2014/..", "seit 2014", "since 2014");
        check("../2014", "bis 2014", "until 2014");
        check("P1Y", "1 Jahr", "1 year");
        check("PXW", "einige Wochen", "several weeks");
        check("P3Y/2016", "3 Jahre bis 2016", "3 years up to 2016");
        check(
            "2016/PXD",
            "einige Tage ab 2016",
            "several days from 2016 on",
        );
        check("P1.5Y", "1,5 Jahre", "1.5 years");
        check("P1MT12H", "1 Monat, 12 Stunden", "1 month, 12 hours");
    }

    #[test]
    fn numbers_are_written_as_the_language_does() {
        check("1500000 USD", "1.500.000 USD", "1,500,000 USD");
        check("2.5 %", "2,5 %", "2.5 %");
        check("1500 EUR", "1500 EUR", "1500 EUR");
        check("0.12345 m", "0,12345 m", "0.12345 m");
        check("20..30 km", "20–30 km", "20–30 km");
        check("drei Ä.", "drei Ä.", "drei Ä.");
    }
}
