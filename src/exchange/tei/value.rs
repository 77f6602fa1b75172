//! What dates and amounts come to, in the attributes that TEI has for it: `att.datable`, `att.duration`, `att.measurement`.

/// Attributes of `date` and `time`. `@when-custom` has the whole value; the others what the types of W3C XML Schema can say.
pub(super) fn of_date(value: &str) -> Vec<(&'static str, String)> {
    let words = value.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() {
        return Vec::new();
    }
    let mut attributes = Vec::new();
    if let Some(when) = temporal(value) {
        attributes.push(("when", when));
    } else if is_duration(value) {
        attributes.push(("dur", value.to_owned()));
    } else if let Some((from, to)) = value.split_once('/')
        && let (Some(from), Some(to)) = (temporal(from), temporal(to))
    {
        attributes.extend([("from", from), ("to", to)]);
    }
    attributes.push(("when-custom", words));
    attributes
}

/// A day, month, year or time of day that exists, as XML Schema writes it.
fn temporal(value: &str) -> Option<String> {
    if let Some(time) = value.strip_prefix('T') {
        let zone = time.find(['+', '-', 'Z']).unwrap_or(time.len());
        let (time, zone) = time.split_at(zone);
        let seconds = if time.len() == 5 { ":00" } else { "" };
        let is_zone = zone.is_empty()
            || zone == "Z"
            || (zone.len() == 6
                && format!("2000-01-01T00:00:00{zone}")
                    .parse::<jiff::Timestamp>()
                    .is_ok());
        let whole = format!("{time}{seconds}");
        let is_time = whole.len() == 8 && whole.parse::<jiff::civil::Time>().is_ok();
        return (is_time && is_zone).then(|| format!("{whole}{zone}"));
    }
    if value.starts_with("0000") || !value.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let day = match value.len() {
        4 => format!("{value}-01-01"),
        7 => format!("{value}-01"),
        10 => value.to_owned(),
        _ => return None,
    };
    let is_date = day.bytes().enumerate().all(|(index, byte)| match index {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    (is_date && day.parse::<jiff::civil::Date>().is_ok()).then(|| value.to_owned())
}

/// Whether it is a duration of XML Schema: P1Y2M3DT4H5M6S, at least one of these; weeks it has none.
fn is_duration(value: &str) -> bool {
    let Some(rest) = value.strip_prefix('P') else {
        return false;
    };
    let (date, time) = rest
        .split_once('T')
        .map_or((rest, None), |(date, time)| (date, Some(time)));
    let is_run = |run: &str, units: &str| {
        let mut units = units.chars();
        run.split_inclusive(|character: char| !character.is_ascii_digit())
            .all(|piece| {
                let mut digits = piece.chars();
                let unit = digits.next_back();
                1 < piece.len() && unit.is_some_and(|unit| units.any(|allowed| allowed == unit))
            })
    };
    is_run(date, "YMD")
        && time.is_none_or(|time| !time.is_empty() && is_run(time, "HMS"))
        && !(date.is_empty() && time.is_none())
}

/// Attributes of `measure`. `@n` has the whole value; number and unit follow where both are plain.
pub(super) fn of_amount(value: &str) -> Vec<(&'static str, String)> {
    let mut attributes = vec![("n", value.to_owned())];
    let (number, unit) = value.split_once(' ').unwrap_or((value, ""));
    let is_plain = !number.is_empty()
        && number.len() < 30
        && number.split('.').count() <= 2
        && number
            .split('.')
            .all(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()));
    let is_word = unit
        .chars()
        .all(|character| character.is_alphanumeric() || "%°€$£²³/·'′".contains(character));
    if is_plain && is_word {
        attributes.push(("quantity", number.to_owned()));
        if !unit.is_empty() {
            attributes.push(("unit", unit.to_owned()));
        }
    }
    attributes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_xml_schema_knows_is_said_in_its_words() {
        let check = |value: &str, expected: &str| {
            let attributes = of_date(value);
            let said = attributes.iter().filter(|(name, _)| *name != "when-custom");
            let said: Vec<String> = said
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            assert_eq!(said.join(" "), expected, "{value}");
            assert_eq!(attributes.last(), Some(&("when-custom", value.to_owned())));
        };
        check("2016-12-08", "when=2016-12-08");
        check("2016-02-30", "");
        check("2016-11", "when=2016-11");
        check("2016-24", "");
        check("2016", "when=2016");
        check("198X", "");
        check("T15:30", "when=15:30:00");
        check("T11:00+01:00", "when=11:00:00+01:00");
        check("2016-05-01/2016-05-03", "from=2016-05-01 to=2016-05-03");
        check("P3Y", "dur=P3Y");
        check("PT3H30M", "dur=PT3H30M");
        check("P2W", "");
        check("PT", "");
        check("P", "");
        check("{2016-05-03,2016-05-09}", "");
        assert!(of_date(" ").is_empty());
    }

    #[test]
    fn amounts_have_a_number_and_a_unit() {
        let check = |value: &str, expected: &[(&str, &str)]| {
            let attributes = of_amount(value);
            let said = attributes
                .iter()
                .map(|(name, value)| (*name, value.as_str()));
            assert_eq!(said.collect::<Vec<_>>()[1..], *expected, "{value}");
        };
        check("80 %", &[("quantity", "80"), ("unit", "%")]);
        check("1.5 km", &[("quantity", "1.5"), ("unit", "km")]);
        check("~80 %", &[]);
        check("20..30 km", &[]);
    }
}
