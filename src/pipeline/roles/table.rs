//! Many roles, each in a sentence of its own: which words, and whose. [Person], {organisation}, <place> and ‹from a place›
//! are the names found before.

use super::{roles, ties};
use crate::document::{Confidence, Form, Kind, Mention};
use crate::pipeline::sample::{Sample, sample};
use crate::span::Span;

/// The plain text and its names.
fn marked(text: &str) -> (String, Vec<Mention>) {
    let mut plain = String::new();
    let mut names = Vec::new();
    let mut start = 0;
    for character in text.chars() {
        let (kind, form) = match character {
            ']' => (Kind::Person, Form::Name),
            '}' => (Kind::Organisation, Form::Name),
            '>' => (Kind::Location, Form::Name),
            '›' => (Kind::Location, Form::Derived),
            '[' | '{' | '<' | '‹' => {
                start = plain.len();
                continue;
            }
            other => {
                plain.push(other);
                continue;
            }
        };
        names.push(Mention::new(
            Span::new(start, plain.len()),
            kind,
            form,
            Confidence::CERTAIN,
        ));
    }
    (plain, names)
}

/// Roles and ties as one line: "role; role | name: title; name: title".
fn read(text: &str) -> String {
    let (plain, names) = marked(text);
    let Sample {
        tokens,
        sentences,
        tags,
    } = sample(&plain);
    let found = roles(&plain, &tokens, &sentences, &tags, &names);
    let spans: Vec<&str> = found.iter().map(|role| role.span.of(&plain)).collect();
    let ties: Vec<String> = ties(&plain, &tokens, &found, &names)
        .iter()
        .map(|tie| format!("{}: {}", names[tie.person].span.of(&plain), tie.title))
        .collect();
    format!("{} | {}", spans.join("; "), ties.join("; "))
}

#[track_caller]
fn check(table: &[(&str, &str)]) {
    let read = table.iter().map(|(text, _)| read(text));
    let wrong: Vec<String> = read
        .zip(table)
        .filter(|(found, (_, expected))| found.trim() != *expected)
        .map(|(found, (text, expected))| {
            format!("{text}\n  found    {found}\n  expected {expected}")
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn roles_before_a_name() {
    check(&[
        (
            "Ex-Kanzler [Gerhard Schröder] kam",
            "Ex-Kanzler | Gerhard Schröder: Ex-Kanzler",
        ),
        (
            "Regierungssprecher [Steffen Seibert] kam",
            "Regierungssprecher | Steffen Seibert: Regierungssprecher",
        ),
        (
            "Bundestagspräsidentin [Bärbel Bas] kam",
            "Bundestagspräsidentin | Bärbel Bas: Bundestagspräsidentin",
        ),
        (
            "mit Außenministers [Kerrys] Plan",
            "Außenministers | Kerrys: Außenminister",
        ),
        (
            "die frühere US-Präsidentin [Jane Doe] kam",
            "frühere US-Präsidentin | Jane Doe: frühere US-Präsidentin",
        ),
        (
            "dem ehemaligen Innenminister [Hans Meier]",
            "ehemaligen Innenminister | Hans Meier: ehemaliger Innenminister",
        ),
        (
            "Der langjährige Direktor [Hans Meier] geht",
            "langjährige Direktor | Hans Meier: langjähriger Direktor",
        ),
        (
            "Der ‹Kölner› Kardinal [Hans Meier] schwieg",
            "Kölner Kardinal | Hans Meier: Kölner Kardinal",
        ),
        (
            "Die ‹Kölner› Oberbürgermeisterin [Eva Meier] kam",
            "Kölner Oberbürgermeisterin | Eva Meier: Kölner Oberbürgermeisterin",
        ),
        (
            "Der deutsche Botschafter [Hans Meier] kam",
            "deutsche Botschafter | Hans Meier: deutscher Botschafter",
        ),
        (
            "Bürgermeister Dr. [Hans Meier] kam",
            "Bürgermeister | Hans Meier: Bürgermeister",
        ),
        (
            "Bürgermeister Professor [Hans Meier] kam",
            "Bürgermeister; Professor | Hans Meier: Professor",
        ),
        (
            "Wirtschafts- und Klimaminister [Hans Meier] kam",
            "Wirtschafts- und Klimaminister | Hans Meier: Wirtschafts- und Klimaminister",
        ),
        (
            "Der Autor und Journalist [Hans Meier] las",
            "Autor; Journalist | Hans Meier: Journalist; Hans Meier: Autor",
        ),
        (
            "Der Vorsitzende [Martin Meier] kam",
            "Vorsitzende | Martin Meier: Vorsitzender",
        ),
        (
            "Die Vorsitzende [Eva Meier] kam",
            "Vorsitzende | Eva Meier: Vorsitzende",
        ),
        (
            "mit dem Abgeordneten [Martin Meier]",
            "Abgeordneten | Martin Meier: Abgeordneter",
        ),
        (
            "Vorstand [Volker Meier] legte den Plan vor",
            "Vorstand | Volker Meier: Vorstand",
        ),
        (
            "Finanzvorstand [Dieter Meier] kam",
            "Finanzvorstand | Dieter Meier: Finanzvorstand",
        ),
        (
            "Landesrat [Schwaiger] kam",
            "Landesrat | Schwaiger: Landesrat",
        ),
        ("CEO [Thomas Neff] geht", "CEO | Thomas Neff: CEO"),
        ("ihr Kollege [Hans Meier] kam", "|"),
        ("Herr [Meier] kam", "|"),
    ]);
}

#[test]
fn several_persons_share_a_role() {
    check(&[
        (
            "Die Außenminister [John Kerry] und [Sergej Lawrow] kamen",
            "Außenminister | John Kerry: Außenminister; Sergej Lawrow: Außenminister",
        ),
        (
            "Die Ministerinnen [Eva Meier] ({SPD}), [Anna Berg] ({CDU}) und [Ina Wolf] kamen",
            "Ministerinnen | Eva Meier: SPD; Eva Meier: Ministerin; Anna Berg: CDU; Anna Berg: Ministerin; Ina Wolf: Ministerin",
        ),
        (
            "Die beiden Geschäftsführer [Knut Eich] und [Jens Pieper] kamen",
            "Geschäftsführer | Knut Eich: Geschäftsführer; Jens Pieper: Geschäftsführer",
        ),
        (
            "den russischen Präsidenten [Jelzin] und [Putin]",
            "russischen Präsidenten | Jelzin: russischer Präsident; Putin: russischer Präsident",
        ),
        (
            "Präsident [Trump] und [Putin] kamen",
            "Präsident | Trump: Präsident",
        ),
        (
            "Der Minister [Meier] und [Berg] kamen",
            "Minister | Meier: Minister",
        ),
        (
            "Die Ministerin [Eva Meier] und [Anna Berg] kamen",
            "Ministerin | Eva Meier: Ministerin",
        ),
        (
            "Minister [Hans Meier] und Ministerin [Eva Berg] kamen",
            "Minister; Ministerin | Hans Meier: Minister; Eva Berg: Ministerin",
        ),
    ]);
}

#[test]
fn roles_with_what_belongs_to_them() {
    check(&[
        (
            "Der Chef der Grünen-Fraktion, [Anton Meier], kam",
            "Chef der Grünen-Fraktion | Anton Meier: Chef der Grünen-Fraktion",
        ),
        (
            "Die Vorsitzende der Gewerkschaft, [Eva Meier], kam",
            "Vorsitzende der Gewerkschaft | Eva Meier: Vorsitzende der Gewerkschaft",
        ),
        (
            "Der Vorsitzende der Gewerkschaft, [Hans Meier], kam",
            "Vorsitzende der Gewerkschaft | Hans Meier: Vorsitzender der Gewerkschaft",
        ),
        (
            "Der Leiter des Instituts, Professor [Hans Meier], kam",
            "Leiter des Instituts; Professor | Hans Meier: Professor; Hans Meier: Leiter des Instituts",
        ),
        (
            "Der Trainer des {FC Bayern}, [Hans Meier], kam",
            "Trainer des FC Bayern | Hans Meier: Trainer des FC Bayern",
        ),
        (
            "Die Fraktionsvorsitzende der {Grünen} im {Bundestag}, [Eva Meier], kam",
            "Fraktionsvorsitzende der Grünen im Bundestag | Eva Meier: Fraktionsvorsitzende der Grünen im Bundestag",
        ),
        (
            "Die Ministerin für Umwelt und Verkehr, [Eva Meier], kam",
            "Ministerin für Umwelt und Verkehr | Eva Meier: Ministerin für Umwelt und Verkehr",
        ),
        (
            "Die Senatorin für Bauen, Wohnen und Verkehr, [Eva Meier], kam",
            "Senatorin für Bauen, Wohnen und Verkehr | Eva Meier: Senatorin für Bauen, Wohnen und Verkehr",
        ),
        (
            "Der Ministerpräsident von <Sachsen>, [Hans Meier], kam",
            "Ministerpräsident von Sachsen | Hans Meier: Ministerpräsident von Sachsen",
        ),
        (
            "Der Generalsekretär der {Nato} kam",
            "Generalsekretär der Nato |",
        ),
        ("Der Trainer der {Eintracht} kam", "Trainer der Eintracht |"),
        ("Ein Sprecher der Polizei kam", "Sprecher der Polizei |"),
        (
            "Der Sprecher des Ministeriums schwieg",
            "Sprecher des Ministeriums |",
        ),
    ]);
}

#[test]
fn roles_after_a_name() {
    check(&[
        (
            "[Klaus Meier], der Präsident des Verbandes, kam",
            "Präsident des Verbandes | Klaus Meier: Präsident des Verbandes",
        ),
        (
            "[Markus Kaim], Nahost-Experte der {Stiftung Wissenschaft und Politik}, kam",
            "Nahost-Experte der Stiftung Wissenschaft und Politik | Markus Kaim: Nahost-Experte der Stiftung Wissenschaft und Politik",
        ),
        (
            "[Eva Meier], Professorin für Politikwissenschaft an der {Freien Universität Berlin}, warnt",
            "Professorin für Politikwissenschaft an der Freien Universität Berlin | Eva Meier: Professorin für Politikwissenschaft an der Freien Universität Berlin",
        ),
        (
            "[Eva Meier], Ärztin an der {Charité}, warnt",
            "Ärztin an der Charité | Eva Meier: Ärztin an der Charité",
        ),
        (
            "[Hans Meier] (58), Leiter des Amtes, warnt",
            "Leiter des Amtes | Hans Meier: Leiter des Amtes",
        ),
        (
            "[Rüdiger Grube], seit 2009 Bahnchef, geht",
            "Bahnchef | Rüdiger Grube: Bahnchef",
        ),
        (
            "[Hans Meier], damals Innenminister, schwieg",
            "Innenminister | Hans Meier: Innenminister",
        ),
        (
            "[Hans Meier], ein bekannter Anwalt, schwieg",
            "Anwalt | Hans Meier: Anwalt",
        ),
        (
            "[Eva Meier] ist Leiterin des Museums",
            "Leiterin des Museums | Eva Meier: Leiterin des Museums",
        ),
        (
            "[Eva Meier] als Präsidentin des Verbandes",
            "Präsidentin des Verbandes | Eva Meier: Präsidentin des Verbandes",
        ),
        (
            "[Daniel Zimmer], Chef der Monopolkommission, kam",
            "Chef der Monopolkommission | Daniel Zimmer: Chef der Monopolkommission",
        ),
    ]);
}

#[test]
fn parties_in_brackets_and_in_roles() {
    check(&[
        ("[Peter Meier] ({SPD}, <Hamburg>) kam", "| Peter Meier: SPD"),
        ("[Kai Meier] ({CDU/Berlin}) kam", "| Kai Meier: CDU"),
        ("[Anton Meier] (58, {FDP}) kam", "| Anton Meier: FDP"),
        (
            "[Eva Meier] ({Bündnis 90/Die Grünen}) kam",
            "| Eva Meier: Bündnis 90/Die Grünen",
        ),
        ("[Eva Meier] ({Die Linke}) kam", "| Eva Meier: Die Linke"),
        (
            "[Hans Meier] ({Freie Wähler}) kam",
            "| Hans Meier: Freie Wähler",
        ),
        ("[Hans Meier] (parteilos) kam", "| Hans Meier: parteilos"),
        ("[Hans Meier] (in Berlin von der {SPD}) kam", "|"),
        ("[Hans Meier] (62) kam", "|"),
        ("[Hans Meier] (dpa) kam", "|"),
        (
            "Die SPD-Politikerin [Eva Meier] kam",
            "SPD-Politikerin | Eva Meier: SPD-Politikerin; Eva Meier: SPD",
        ),
        (
            "CSU-Chef [Horst Meier] ({CSU}) kam",
            "CSU-Chef | Horst Meier: CSU; Horst Meier: CSU-Chef",
        ),
        (
            "Der Linken-Vorsitzende [Martin Meier] kam",
            "Linken-Vorsitzende | Martin Meier: Linken-Vorsitzender; Martin Meier: Linke",
        ),
        (
            "[Ralf Meier], SPD-Fraktionsvize, kam",
            "SPD-Fraktionsvize | Ralf Meier: SPD-Fraktionsvize; Ralf Meier: SPD",
        ),
        (
            "Der AfD-Kritiker [Hans Meier] kam",
            "AfD-Kritiker | Hans Meier: AfD-Kritiker",
        ),
    ]);
}

#[test]
fn words_that_are_no_roles() {
    check(&[
        ("Die Minister trafen sich", "|"),
        ("Die Abgeordneten stritten", "|"),
        ("Der Sicherheitsrat tagte", "|"),
        ("Viele Sprecher kamen", "|"),
        ("Die Sprecherinnen kamen", "|"),
        ("sagte der Präsident, [Assad] schwieg", "Präsident |"),
        ("Der Rat der Stadt tagte", "|"),
    ]);
}
