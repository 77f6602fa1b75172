//! Dates in digits, seen from Thursday, 8 December 2016.

use super::check;

const DAY: &str = "2016-12-08";

#[test]
fn full_dates_are_what_they_say() {
    check(
        DAY,
        r"
        Am 8. Dezember 2016 tagte der Rat. => date 8. Dezember 2016 2016-12-08
        Am 07.12.2016 kam er in Hamburg an. => date 07.12.2016 2016-12-07
        Am 8.12.16 kam er. => date 8.12.16 2016-12-08
        Am 3.4.89 kam er. => date 3.4.89 1989-04-03
        Stand ist der 2016-12-08. => date 2016-12-08 2016-12-08
        Es war der 1. Januar 1900. => date 1. Januar 1900 1900-01-01
        Am 29. Februar 2016 war Schalttag. => date 29. Februar 2016 2016-02-29
        Am 29. Februar 2015 war nichts. => date 29. Februar 2015 -
        Am 22. Dez. 2016 ist Schluss. => date 22. Dez. 2016 2016-12-22
        ",
    );
}

#[test]
fn a_day_without_a_year_is_the_nearest_the_verb_allows() {
    check(
        DAY,
        r"
        Am 16. Dezember kommt der Rat zusammen. => date 16. Dezember 2016-12-16
        Am 16. Dezember kam der Rat zusammen. => date 16. Dezember 2015-12-16
        Am 9. November fiel die Mauer. => date 9. November 2016-11-09
        Am 20. Januar wird er vereidigt. => date 20. Januar 2017-01-20
        Die Frist endet am 8.12. um Mitternacht. => date 8.12. 2016-12-08; time Mitternacht T00:00
        Am 3. Mai dieses Jahres kam er. => date 3. Mai dieses Jahres 2016-05-03
        Am Freitag, dem 16. Dezember, tagt der Rat. => date Freitag, dem 16. Dezember 2016-12-16
        ",
    );
}

#[test]
fn what_cannot_stand_alone_belongs_to_the_span() {
    check(
        DAY,
        r"
        Vom 1. bis 3. Mai war das Bad zu. => date 1. bis 3. Mai 2016-05-01/2016-05-03
        Vom 1. bis 3. Mai 2015 war das Bad zu. => date 1. bis 3. Mai 2015 2015-05-01/2015-05-03
        Am 8. und 9. November 2016 tagte der Rat. => date 8. und 9. November 2016 2016-11-08/2016-11-09
        Am 3. und 9. Mai 2016 tagte der Rat. => date 3. und 9. Mai 2016 {2016-05-03,2016-05-09}
        Am 3. oder 9. Mai 2016 tagte der Rat. => date 3. oder 9. Mai 2016 [2016-05-03,2016-05-09]
        Vom 30. November bis 3. Dezember 2016 war zu. => date 30. November 2016-11-30; date 3. Dezember 2016 2016-12-03
        Vom 8.–10. Mai 2016 war zu. => date 8.–10. Mai 2016 2016-05-08/2016-05-10
        Vom 8.-10. Mai 2016 war zu. => date 8.-10. Mai 2016 2016-05-08/2016-05-10
        Am 8./9. November 2016 brannten Häuser. => date 8./9. November 2016 2016-11-08/2016-11-09
        ",
    );
}

#[test]
fn years_are_years() {
    check(
        DAY,
        r"
        Seit 2011 herrscht Krieg. => date 2011 2011
        Im Jahr 2016 starb er, 1989 fiel die Mauer. => date 2016 2016; date 1989 1989
        In der Saison 2016/17 stieg der Verein auf. => date 2016/17 2016/2017
        Von 2015/2016 war die Rede. => date 2015/2016 2015/2016
        Zwischen 1999 und 2003 wuchs die Stadt. => date 1999 1999; date 2003 2003
        Seit den 90er-Jahren ist das so. => date 90er-Jahren 199X
        In den 1920er Jahren wurde gebaut. => date 1920er Jahren 192X
        In den 20er-Jahren wurde gebaut. => date 20er-Jahren -
        Im 19. Jahrhundert wurde gebaut. => date 19. Jahrhundert 18XX
        Um 1900 lebten hier wenige. => date 1900 1900
        Bis 2030 soll der Ausstoß sinken. => date 2030 2030
        ",
    );
}

#[test]
fn times_need_a_clock() {
    check(
        DAY,
        r"
        Er kam um 15.30 Uhr an. => time 15.30 Uhr T15:30
        Es war 8 Uhr. => time 8 Uhr T08:00
        Gegen 11:00 Uhr MEZ und um 17:54 bebte es. => time 11:00 Uhr MEZ T11:00+01:00; time 17:54 T17:54
        Um 11 Uhr Ortszeit bebte es. => time 11 Uhr Ortszeit T11:00
        Um 21 Uhr MESZ begann das Spiel. => time 21 Uhr MESZ T21:00+02:00
        Er kam um halb neun. => time halb neun T08:30
        Er kam am Abend um halb neun. => time halb neun T20:30
        Um Viertel nach drei war Schluss. => time Viertel nach drei T03:15
        Um Viertel vor zwölf war Schluss. => time Viertel vor zwölf T11:45
        Um zehn nach acht war Schluss. => time zehn nach acht T08:10
        Es war um drei Uhr nachts. => time drei Uhr nachts T03:00
        Um acht Uhr abends kam er. => time acht Uhr abends T20:00
        Der Laden hat von 8 bis 12 Uhr offen. => time 8 bis 12 Uhr T08:00/T12:00
        Zwischen 23.30 Uhr und 4.30 Uhr bleibt es dunkel. => time 23.30 Uhr T23:30; time 4.30 Uhr T04:30
        Um Mitternacht war Schluss. => time Mitternacht T00:00
        Um 6 Uhr 30 kam er. => time 6 Uhr 30 T06:30
        Stand: 22.02.2016, 03:22 => date 22.02.2016 2016-02-22; time 03:22 T03:22
        Um halb eins war Schluss. => time halb eins T12:30
        ",
    );
}
