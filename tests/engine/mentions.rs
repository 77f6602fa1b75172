//! Names as they stand in sentences: in the genitive, in marks, with hyphens, and names inside names.

use crate::reader::read;
use wortlaut::document::{Form, Kind};

/// The kind of name a word is: P person, O organisation, L location; small letters for derived words, "-" before parts.
fn sign(kind: Kind, form: Form) -> String {
    let letter = match kind {
        Kind::Person => "P",
        Kind::Organisation => "O",
        Kind::Location => "L",
        _ => "X",
    };
    match form {
        Form::Derived => letter.to_lowercase(),
        Form::Part => format!("-{letter}"),
        _ => letter.to_owned(),
    }
}

/// Each sentence is read alone; every expected mention ("L Jena") must be found with just this span, kind and form.
#[track_caller]
fn check(table: &[(&str, &str)]) {
    let mut missing = Vec::new();
    for (sentence, expected) in table {
        let document = read(sentence);
        let found: Vec<String> = document
            .findings
            .mentions
            .iter()
            .filter(|mention| mention.kind.is_name())
            .map(|mention| {
                let sign = sign(mention.kind, mention.form);
                format!("{sign} {}", mention.span.of(document.text()))
            })
            .collect();
        for wanted in expected.split("; ") {
            if !found.iter().any(|found| found == wanted) {
                missing.push(format!("{sentence}\n  no {wanted} in {found:?}"));
            }
        }
    }
    assert!(missing.is_empty(), "\n{}", missing.join("\n"));
}

#[test]
fn genitives_keep_their_ending() {
    check(&[
        ("Die Einnahme Aleppos führte zu Vertreibungen.", "L Aleppos"),
        ("Syriens Präsident lehnte das Angebot ab.", "L Syriens"),
        (
            "Angela Merkels Reise nach China dauerte drei Tage.",
            "P Angela Merkels; L China",
        ),
        (
            "Israels Ministerpräsident Benjamin Netanjahu kam.",
            "L Israels; P Benjamin Netanjahu",
        ),
        (
            "Ein Sprecher des Roten Kreuzes sagte das am Montag.",
            "O Roten Kreuzes",
        ),
        (
            "In Baden-Württembergs Landtag wurde gestritten.",
            "L Baden-Württembergs",
        ),
        ("Die beiden Koreas verhandeln wieder.", "L Koreas"),
    ]);
}

#[test]
fn media_stand_without_their_marks() {
    check(&[
        (
            "Das berichtet der „Spiegel“ in seiner neuen Ausgabe.",
            "O Spiegel",
        ),
        ("Die Zeitung »Al-Watan« schrieb darüber.", "O Al-Watan"),
        (
            "Nach Angaben der »Bild am Sonntag« ist das Haus verkauft.",
            "O Bild am Sonntag",
        ),
        (
            "Die „Süddeutsche Zeitung“ berichtete zuerst.",
            "O Süddeutsche Zeitung; l Süddeutsche",
        ),
        ("Das sagte sie der Zeitung „Welt“ am Montag.", "O Welt"),
    ]);
}

#[test]
fn hyphens_hold_names_together() {
    check(&[
        (
            "Die Viertel Al-Maadi und Al-Mardschi wurden geräumt.",
            "L Al-Maadi; L Al-Mardschi",
        ),
        (
            "Die Abgeordnete Sabine Müller-Große stimmte dagegen.",
            "P Sabine Müller-Große",
        ),
        (
            "Die CDU-/CSU-Fraktion tagte in Berlin.",
            "-O CDU-; -O CSU-Fraktion; L Berlin",
        ),
        (
            "Das Verhältnis von Nord- und Südkorea bleibt gespannt.",
            "-L Nord-; L Südkorea",
        ),
        (
            "Die US-amerikanischen Behörden schwiegen.",
            "l US-amerikanischen",
        ),
        (
            "Die Rhein-Neckar-Zeitung aus Heidelberg berichtete.",
            "O Rhein-Neckar-Zeitung; L Heidelberg",
        ),
        (
            "Die Grünen-Politikerin Claudia Roth kam nach Augsburg.",
            "-O Grünen-Politikerin; P Claudia Roth; L Augsburg",
        ),
        (
            "Die Konrad-Adenauer-Stiftung lud zum Gespräch.",
            "O Konrad-Adenauer-Stiftung",
        ),
    ]);
}

#[test]
fn derived_words_are_no_names() {
    check(&[
        ("Der New Yorker Bürgermeister trat zurück.", "l New Yorker"),
        ("Die Franzosen wählen am Sonntag.", "l Franzosen"),
        ("Der Berliner Senat beschloss das Gesetz.", "l Berliner"),
        ("Die Mainzer Fastnacht zieht Gäste an.", "l Mainzer"),
        (
            "Der russische Außenminister Sergej Lawrow kam.",
            "l russische; P Sergej Lawrow",
        ),
    ]);
}

#[test]
fn places_lie_inside_names() {
    check(&[
        (
            "Der Forscher arbeitet an der Universität Jena.",
            "O Universität Jena; L Jena",
        ),
        (
            "Die Universität Bielefeld forscht daran.",
            "O Universität Bielefeld; L Bielefeld",
        ),
        (
            "Die Universität Tübingen forscht daran.",
            "O Universität Tübingen; L Tübingen",
        ),
        (
            "Der FC Bayern München gewann.",
            "O FC Bayern München; L Bayern; L München",
        ),
        (
            "Der Verein Borussia Dortmund verlor.",
            "O Borussia Dortmund; L Dortmund",
        ),
        (
            "Der 1. FC Köln verlor gegen den Hamburger SV.",
            "O 1. FC Köln; L Köln; O Hamburger SV; l Hamburger",
        ),
        (
            "Die New York Times berichtete darüber.",
            "O New York Times; L New York",
        ),
        (
            "Die Stadt Frankfurt am Main verkaufte das Gelände.",
            "L Frankfurt am Main; L Main",
        ),
        (
            "Das Amtsgericht München lehnte ab.",
            "O Amtsgericht München; L München",
        ),
        (
            "Die Technische Universität Berlin (TUB) feiert.",
            "O Technische Universität Berlin; L Berlin; O TUB",
        ),
        ("Air Berlin meldete Verluste.", "O Air Berlin; L Berlin"),
        (
            "Bei den US Open gewann Angelique Kerber.",
            "L US; P Angelique Kerber",
        ),
    ]);
}

#[test]
fn derived_words_lie_inside_names() {
    check(&[
        (
            "Die Deutsche Bank hob die Gebühren an.",
            "O Deutsche Bank; l Deutsche",
        ),
        (
            "Der Vorsitzende der Deutschen Bahn kam.",
            "O Deutschen Bahn; l Deutschen",
        ),
        (
            "Die Europäische Union und die Vereinten Nationen mahnten.",
            "O Europäische Union; l Europäische; O Vereinten Nationen",
        ),
        (
            "Der Hessische Rundfunk sendete das Gespräch.",
            "O Hessische Rundfunk; l Hessische",
        ),
        (
            "Der Bayerische Rundfunk zitierte den Sprecher.",
            "O Bayerische Rundfunk; l Bayerische",
        ),
        (
            "Die Frankfurter Allgemeine Zeitung zitierte ihn.",
            "O Frankfurter Allgemeine Zeitung; l Frankfurter",
        ),
        (
            "Die Berliner Zeitung zitierte ihn.",
            "O Berliner Zeitung; l Berliner",
        ),
        (
            "In der Schwabacher Straße brannte ein Haus.",
            "L Schwabacher Straße; l Schwabacher",
        ),
        (
            "Der Vorsitzende des Bundesverbandes deutscher Banken kam.",
            "l deutscher",
        ),
        (
            "Die Syrische Beobachtungsstelle für Menschenrechte meldete Tote.",
            "O Syrische Beobachtungsstelle für Menschenrechte; l Syrische",
        ),
    ]);
}

#[test]
fn parties_lie_inside_alliances() {
    check(&[
        (
            "Die Spitze von CDU/CSU traf sich am Abend.",
            "O CDU/CSU; O CDU; O CSU",
        ),
        (
            "Die SPD Hamburg hat 11.000 Mitglieder.",
            "O SPD Hamburg; O SPD; L Hamburg",
        ),
    ]);
}

#[test]
fn nothing_lies_inside_names_of_persons_and_single_places() {
    for (sentence, absent) in [
        ("Sie flog nach New York und nach Bad Homburg.", "York"),
        ("Die Bundesministerin Ursula von der Leyen kam.", "Leyen"),
        (
            "Die Vereinigten Arabischen Emirate stimmten zu.",
            "Arabischen",
        ),
        ("Die Menschen in Rhode Island stimmten ab.", "Island"),
        (
            "Die Lage in Bosnien und Herzegowina ist ruhig.",
            "Herzegowina und",
        ),
    ] {
        let document = read(sentence);
        let mut mentions = document.findings.mentions.iter();
        assert!(
            mentions.all(|mention| mention.span.of(document.text()) != absent),
            "{sentence}"
        );
    }
}

#[test]
fn who_speaks_is_the_whole_name() {
    let document = read(
        "Das Gebäude ist alt. Die Universität Jena teilte mit, der Umbau dauere noch bis März.",
    );
    let speakers: Vec<&str> = document
        .findings
        .statements
        .iter()
        .filter_map(|statement| statement.speaker.as_ref()?.entity)
        .map(|id| document.findings.entity(id).name.as_str())
        .collect();
    assert_eq!(speakers, ["Universität Jena"]);
}
