//! Durations and amounts.

use super::check;

#[test]
fn durations_count_units_of_time() {
    check(
        "",
        r"
        Seit drei Jahren herrscht Krieg. => duration drei Jahren P3Y
        Er sprach dreieinhalb Stunden. => duration dreieinhalb Stunden PT3H30M
        Die zweiwöchige Sperre endet. => duration zweiwöchige P2W
        Er blieb zwei Wochen lang. => duration zwei Wochen P2W
        Der Krieg wird noch jahrelang weitergehen. => duration jahrelang PXY
        Eine fünftägige Waffenruhe war geplant. => duration fünftägige P5D
        Eine zweijährige Haftstrafe droht. => duration zweijährige P2Y
        Rund 15 Min. Verspätung hatte der Zug. => duration 15 Min. PT15M
        Nach mehreren Wochen kam er. => duration mehreren Wochen PXW
        Ein paar Tage blieb er. => duration Ein paar Tage PXD
        Nach anderthalb Jahren kam er. => duration anderthalb Jahren P1Y6M
        Ein halbes Jahr lang schwieg er. => duration Ein halbes Jahr P6M
        Der Weg dauert eine Viertelstunde. => duration eine Viertelstunde PT15M
        Es dauert zwei bis drei Wochen. => duration zwei bis drei Wochen P2W..P3W
        Er lief zwei Stunden und 15 Minuten. => duration zwei Stunden und 15 Minuten PT2H15M
        Es dauerte 24 Stunden. => duration 24 Stunden PT24H
        Ein 24-stündiger Streik beginnt. => duration 24-stündiger PT24H
        Die Behandlung ist 1,3 Tage kürzer. => duration 1,3 Tage P1.3D
        Zwei Jahrzehnte lang war er im Amt. => duration Zwei Jahrzehnte P20Y
        Er blieb drei Monate. => duration drei Monate P3M
        Die Läufe dauern 90 Sekunden. => duration 90 Sekunden PT90S
        Nach zweieinhalb Tagen kam er. => duration zweieinhalb Tagen P2DT12H
        Ein ganztägiger Streik legte alles lahm. => duration ganztägiger P1D
        Zwischen 15 und 40 Minuten wartet man. => duration 15 und 40 Minuten PT15M..PT40M
        ",
    );
}

#[test]
fn amounts_have_a_number_and_a_unit() {
    check(
        "",
        r"
        Sie verloren rund 80 Prozent ihres Gebiets. => amount 80 Prozent ~80 %
        Es kostet 1,5 Millionen Dollar. => amount 1,5 Millionen Dollar 1500000 USD
        Es kostet 1.000 Euro. => amount 1.000 Euro 1000 EUR
        Es fehlten 80%. => amount 80% 80 %
        Die Temperaturen sinken auf um die null Grad. => amount null Grad 0 °
        Es sind noch 20 bis 30 Kilometer. => amount 20 bis 30 Kilometer 20..30 km
        Ein Drittel der Fläche ist Wald. => amount Ein Drittel 1/3
        Zwei Drittel der Fläche sind Wald. => amount Zwei Drittel 2/3
        Es kostet 5 Mrd. Euro. => amount 5 Mrd. Euro 5000000000 EUR
        Es waren 10 000 Tonnen. => amount 10 000 Tonnen 10000 t
        Es kostet mehr als 50 Millionen Euro. => amount 50 Millionen Euro >50000000 EUR
        Knapp drei Milliarden Euro fehlen. => amount drei Milliarden Euro ~3000000000 EUR
        Es kostet mindestens 200 Euro. => amount 200 Euro >=200 EUR
        Bis zu 40 Grad wird es heiß. => amount 40 Grad <=40 °
        Die Leitung ist 880 Kilometer lang. => amount 880 Kilometer 880 km
        Zwei bis drei Millionen Euro fehlen. => amount Zwei bis drei Millionen Euro 2000000..3000000 EUR
        Er zahlte 300 kanadische Dollar. => amount 300 kanadische Dollar 300 CAD
        Sie fuhr 80 Kilometer pro Stunde. => amount 80 Kilometer pro Stunde 80 km/h
        Es kostet eine Million Euro. => amount eine Million Euro 1000000 EUR
        Das Pfund kostet 1,20 Euro. => amount 1,20 Euro 1.2 EUR
        Es waren zweieinhalb Prozent. => amount zweieinhalb Prozent 2.5 %
        Er zahlte 5 US-Dollar. => amount 5 US-Dollar 5 USD
        Es fehlen $5 Mio. noch immer. => amount $5 Mio. 5000000 USD
        Der Wert stieg um 0,2 Prozentpunkte. => amount 0,2 Prozentpunkte 0.2 Prozentpunkt
        Er lief zehntausend Meter. => amount zehntausend Meter 10000 m
        ",
    );
}
