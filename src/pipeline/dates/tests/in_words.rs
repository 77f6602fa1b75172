//! Dates in words, seen from Thursday, 8 December 2016, unless another day is given.

use super::check;

const DAY: &str = "2016-12-08";

#[test]
fn a_weekday_is_the_last_one_or_the_next_as_the_verb_says() {
    check(
        DAY,
        r"
        Am Mittwoch hatte der Kreml eine Vereinbarung erklärt. => date Mittwoch 2016-12-07
        Das teilte die Behörde am Donnerstag mit. => date Donnerstag 2016-12-08
        Die Ministerin kam am Freitag an. => date Freitag 2016-12-02
        Die Ministerin wird am Freitag ankommen. => date Freitag 2016-12-09
        Das Fest beginnt am Samstag. => date Samstag 2016-12-10
        Am Sonnabend soll das Museum öffnen. => date Sonnabend 2016-12-10
        Er ist am Montag angekommen. => date Montag 2016-12-05
        Er sagte am Dienstag, er werde am Freitag abreisen. => date Dienstag 2016-12-06; date Freitag 2016-12-09
        Die am Montag veröffentlichte Studie zeigt wenig. => date Montag 2016-12-05
        Das am Sonntag beginnende Turnier ist ausverkauft. => date Sonntag 2016-12-11
        Er kam am vergangenen Donnerstag. => date vergangenen Donnerstag 2016-12-01
        Am kommenden Donnerstag wird gewählt. => date kommenden Donnerstag 2016-12-15
        Am nächsten Montag beginnt der Umbau. => date nächsten Montag 2016-12-12
        Am Mittwoch vergangener Woche brach der Damm. => date Mittwoch vergangener Woche 2016-11-30
        Am Mittwoch der kommenden Woche berät der Rat. => date Mittwoch der kommenden Woche 2016-12-14
        Am Montag, den 24. Januar 2005, sprach er. => date Montag, den 24. Januar 2005 2005-01-24
        Seit Mittwoch brennt es. => date Mittwoch 2016-12-07
        Am Mittwoch => date Mittwoch -
        ",
    );
}

#[test]
fn parts_of_the_day_belong_to_their_day() {
    check(
        DAY,
        r"
        Am Mittwochabend sprachen sie miteinander. => date Mittwochabend 2016-12-07TEV
        Am Dienstagvormittag hatte es geschneit. => date Dienstagvormittag 2016-12-06TMO
        Gestern Abend fiel der Strom aus. => date Gestern Abend 2016-12-07TEV
        Er reist morgen früh ab. => date morgen früh 2016-12-09TMO
        Heute Nachmittag tagt der Rat. => date Heute Nachmittag 2016-12-08TAF
        In der Nacht zum Freitag wird es frieren. => date Freitag 2016-12-08TNI
        In der Nacht auf Mittwoch brannte ein Stall. => date Mittwoch 2016-12-06TNI
        Heute Nacht wird es schneien. => date Heute Nacht 2016-12-08TNI
        Heute Nacht brannte ein Stall. => date Heute Nacht 2016-12-07TNI
        Er kam Montag früh. => date Montag früh 2016-12-05TMO
        Vorgestern Nacht starb er. => date Vorgestern Nacht 2016-12-06TNI
        ",
    );
}

#[test]
fn days_are_counted_from_the_article() {
    check(
        DAY,
        r"
        Heute tagt der Rat. => date Heute 2016-12-08
        Gestern kam er. => date Gestern 2016-12-07
        Er kam vorgestern. => date vorgestern 2016-12-06
        Er kommt morgen. => date morgen 2016-12-09
        Nicht morgen, aber übermorgen. => date morgen 2016-12-09; date übermorgen 2016-12-10
        Vor drei Tagen kam er an. => date drei Tagen 2016-12-05
        Vor zwei Wochen fiel Schnee. => date zwei Wochen 2016-W47
        Vor rund drei Jahren begann der Bau. => date drei Jahren 2013
        Vor einem Jahr war das anders. => date einem Jahr 2015
        Vor anderthalb Jahren zog sie um. => date anderthalb Jahren 2015-06
        Vor wenigen Tagen kam er. => date wenigen Tagen -
        Vor drei Stunden kam er. => duration drei Stunden PT3H
        ",
    );
}

#[test]
fn weeks_months_and_years_are_counted_from_the_article() {
    check(
        DAY,
        r"
        Vergangene Woche fiel Schnee. => date Vergangene Woche 2016-W48
        In dieser Woche tagt der Rat. => date dieser Woche 2016-W49
        Ab nächster Woche wird gebaut. => date nächster Woche 2016-W50
        Im übernächsten Monat ist Wahl. => date übernächsten Monat 2017-02
        Im vergangenen Monat war es warm. => date vergangenen Monat 2016-11
        Im vergangenen Jahr starb er. => date vergangenen Jahr 2015
        Noch in diesem Jahr soll es so weit sein. => date diesem Jahr 2016
        Im kommenden Jahr wird gewählt. => date kommenden Jahr 2017
        Im Vorjahr waren es weniger. => date Vorjahr 2015
        Im Vormonat waren es mehr. => date Vormonat 2016-11
        Heuer fällt das Fest aus. => date Heuer 2016
        Im vorletzten Jahr kam sie. => date vorletzten Jahr 2014
        Im vergangenen Quartal sank der Gewinn. => date vergangenen Quartal 2016-07/2016-09
        Im vergangenen Jahrzehnt wuchs die Stadt. => date vergangenen Jahrzehnt 200X
        In diesem Jahrhundert wird es wärmer. => date diesem Jahrhundert 20XX
        Am Wochenende wird gefeiert. => date Wochenende 2016-12-10/2016-12-11
        Am Wochenende wurde gefeiert. => date Wochenende 2016-12-03/2016-12-04
        Am vergangenen Wochenende wurde gefeiert. => date vergangenen Wochenende 2016-12-03/2016-12-04
        ",
    );
}

#[test]
fn stretches_end_or_begin_with_the_article() {
    check(
        DAY,
        r"
        In den letzten drei Jahren starben viele. => date letzten drei Jahren P3Y/2016-12-08
        In den vergangenen Tagen seien Dokumente ausgetauscht worden. => date vergangenen Tagen PXD/2016-12-08
        In den nächsten 60 Tagen wird entschieden. => date nächsten 60 Tagen 2016-12-08/P60D
        In den kommenden Wochen wird gebaut. => date kommenden Wochen 2016-12-08/PXW
        In den vergangenen anderthalb Jahren stieg der Preis. => date vergangenen anderthalb Jahren P1Y6M/2016-12-08
        In den nächsten zwei bis drei Jahren wird gebaut. => date nächsten zwei bis drei Jahren -
        ",
    );
}

#[test]
fn edges_are_thirds() {
    check(
        DAY,
        r"
        Seit Mitte November wird gekämpft. => date Mitte November 2016-11-11/2016-11-20
        Anfang 2017 wird gewählt. => date Anfang 2017 2017-01/2017-04
        Ende des Jahres soll alles fertig sein. => date Ende des Jahres 2016-09/2016-12
        Bis Jahresende bleibt er. => date Jahresende 2016-12
        Seit Jahresbeginn stiegen die Preise. => date Jahresbeginn 2016-01
        Zum Jahreswechsel steigen die Preise. => date Jahreswechsel 2016-12-31/2017-01-01
        Anfang nächster Woche wird verhandelt. => date Anfang nächster Woche 2016-12-12/2016-12-13
        Ende vergangener Woche wurde verhandelt. => date Ende vergangener Woche 2016-12-02/2016-12-04
        Ende Februar 2016 war es kalt. => date Ende Februar 2016 2016-02-21/2016-02-29
        Anfang der 90er-Jahre war das anders. => date Anfang der 90er-Jahre 1990/1992
        Ende des 19. Jahrhunderts wurde der Turm gebaut. => date Ende des 19. Jahrhunderts 1867/1900
        Mitte der Woche wird es wärmer. => date Mitte der Woche 2016-12-07/2016-12-08
        Mitte des Monats wird es kälter. => date Mitte des Monats 2016-12-11/2016-12-20
        Ende vergangenen Jahres zog er um. => date Ende vergangenen Jahres 2015-09/2015-12
        ",
    );
}

#[test]
fn months_and_seasons_are_the_nearest_the_verb_allows() {
    check(
        DAY,
        r"
        Im Juli war es heiß. => date Juli 2016-07
        Im März wird gewählt. => date März 2017-03
        Im Juli vergangenen Jahres war es heiß. => date Juli vergangenen Jahres 2015-07
        Im Mai dieses Jahres trat er zurück. => date Mai dieses Jahres 2016-05
        Im kommenden Mai wird gewählt. => date kommenden Mai 2017-05
        Im September 2023 blieb das Licht an. => date September 2023 2023-09
        Im vergangenen Herbst wurde gemessen. => date vergangenen Herbst 2016-23
        In diesem Winter wird es mild. => date diesem Winter 2016-24
        Im Winter 2016/17 war es mild. => date Winter 2016/17 2016-24
        Im Sommer 2023 war es heiß. => date Sommer 2023 2023-22
        Im nächsten Frühjahr wird gebaut. => date nächsten Frühjahr 2017-21
        Im Herbst soll eine zweite Untersuchung folgen. => date Herbst 2017-23
        Im Sommer vergangenen Jahres brannte es. => date Sommer vergangenen Jahres 2015-22
        ",
    );
    check(
        "2016-02-10",
        r"
        In diesem Winter ist es mild. => date diesem Winter 2015-24
        Im vergangenen Herbst wurde gemessen. => date vergangenen Herbst 2015-23
        ",
    );
}

#[test]
fn holidays_are_computed() {
    check(
        DAY,
        r"
        An Heiligabend bleiben die Läden zu. => date Heiligabend 2016-12-24
        Zu Pfingsten wird das Bad öffnen. => date Pfingsten 2017-06-04/2017-06-05
        An Ostern war es kalt. => date Ostern 2016-03-27/2016-03-28
        Am Karfreitag 2015 starb er. => date Karfreitag 2015 2015-04-03
        Am Rosenmontag wird es regnen. => date Rosenmontag 2017-02-27
        Vor Weihnachten wird abgestimmt. => date Weihnachten 2016-12-25/2016-12-26
        Am Tag der Deutschen Einheit sprach er. => date Tag der Deutschen Einheit 2016-10-03
        An Christi Himmelfahrt wird gewandert. => date Christi Himmelfahrt 2017-05-25
        Am zweiten Advent brannte der Kranz. => date zweiten Advent 2016-12-04
        Am Buß-und-Bettag war frei. => date Buß-und-Bettag 2016-11-16
        Am ersten Weihnachtsfeiertag wird gegessen. => date ersten Weihnachtsfeiertag 2016-12-25
        ",
    );
    check(
        "2017-01-05",
        r"
        An Silvester brannte der Dachstuhl. => date Silvester 2016-12-31
        In der Silvesternacht brannte der Dachstuhl. => date Silvesternacht 2016-12-31
        Am Neujahrsmorgen wurde ein Mann verletzt. => date Neujahrsmorgen 2017-01-01
        ",
    );
}

#[test]
fn what_follows_counts_from_the_day_named_last() {
    check(
        DAY,
        r"
        Am 3. Mai 2015 brach der Damm. Am folgenden Tag kam Hilfe. => date 3. Mai 2015 2015-05-03; date folgenden Tag 2015-05-04
        Am Montag kam er an. Am Vortag war er abgereist. => date Montag 2016-12-05; date Vortag 2016-12-04
        2009 brach die Bank zusammen, im Folgejahr auch das Geschäft. => date 2009 2009; date Folgejahr 2010
        Am Vortag war er abgereist. => date Vortag -
        ",
    );
}

#[test]
fn quarters_halves_decades_and_centuries_have_names() {
    check(
        DAY,
        r"
        Im 3. Quartal sank der Gewinn. => date 3. Quartal 2016-07/2016-09
        Im dritten Quartal 2015 sank der Gewinn. => date dritten Quartal 2015 2015-07/2015-09
        Im ersten Halbjahr stieg der Umsatz. => date ersten Halbjahr 2016-01/2016-06
        In der zweiten Jahreshälfte wird es besser. => date zweiten Jahreshälfte 2016-07/2016-12
        In den achtziger Jahren war das anders. => date achtziger Jahren 198X
        Seit den Neunzigerjahren ist das so. => date Neunzigerjahren 199X
        ",
    );
}

#[test]
fn without_a_day_of_the_article_only_absolute_dates_have_values() {
    check(
        "",
        r"
        Am Mittwoch kam er. => date Mittwoch -
        Heute kam er. => date Heute -
        Im Herbst 2015 kam er. => date Herbst 2015 2015-23
        Am 8. Dezember kam er. => date 8. Dezember -
        Im vergangenen Jahr kam er. => date vergangenen Jahr -
        Hamburg, 8. Dezember 2016 – Am Mittwoch kam er. => date 8. Dezember 2016 2016-12-08; date Mittwoch 2016-12-07
        Am 8. Mai 1945 endete der Krieg. Am Mittwoch war Markt. => date 8. Mai 1945 1945-05-08; date Mittwoch -
        ",
    );
}
