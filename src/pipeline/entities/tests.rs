//! Small texts whose names belong together.

use super::*;
use crate::document::Confidence;
use crate::german::lexicon::Lexicon;
use crate::learning::model_file::{Reader, unpack};
use crate::pipeline::roles::roles;
use crate::pipeline::sample::{Sample, sample};
use crate::span::Span;

fn lexicon() -> Lexicon {
    let contents =
        unpack(include_bytes!("../../../assets/models/lexicon.model")).expect("a sound model");
    Lexicon::read(&mut Reader::new(&contents)).expect("a sound model")
}

/// Names are marked in the text: [P:Angela Merkel], [L:Berlin], [O:EU], [X:Titanic]; a small letter marks derived words, "+" parts.
fn marked(text: &str) -> (String, Vec<Mention>) {
    let mut plain = String::new();
    let mut mentions = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        let (name, after) = after.split_once(']').expect("a closing bracket");
        let (mark, name) = name.split_once(':').expect("a kind");
        plain.push_str(before);
        let kind = match mark.trim_end_matches('+').to_uppercase().as_str() {
            "P" => Kind::Person,
            "O" => Kind::Organisation,
            "L" => Kind::Location,
            _ => Kind::Other,
        };
        let form = if mark.ends_with('+') {
            Form::Part
        } else if mark.chars().all(char::is_lowercase) {
            Form::Derived
        } else {
            Form::Name
        };
        mentions.push(Mention::new(
            Span::new(plain.len(), plain.len() + name.len()),
            kind,
            form,
            Confidence::CERTAIN,
        ));
        plain.push_str(name);
        rest = after;
    }
    plain.push_str(rest);
    (plain, mentions)
}

fn read(text: &str) -> (String, Vec<Mention>, Vec<Entity>) {
    let (text, mut mentions) = marked(text);
    let Sample {
        tokens,
        sentences,
        tags,
    } = sample(&text);
    mentions.extend(roles(&text, &tokens, &sentences, &tags, &mentions));
    let words = Words {
        text: &text,
        tokens: &tokens,
        sentences: &sentences,
        tags: &tags,
        lexicon: &lexicon(),
    };
    let (mentions, entities) = entities(words, mentions, &Told::default());
    (text, mentions, entities)
}

/// Compares entities written as "name (role): mention, mention".
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let (plain, mentions, entities) = read(text);
    let shown: Vec<String> = entities
        .iter()
        .enumerate()
        .map(|(id, entity)| {
            let own = mentions
                .iter()
                .filter(|mention| mention.entity == Some(EntityId(id as u32)));
            let surfaces: Vec<&str> = own.map(|mention| mention.span.of(&plain)).collect();
            let role = entity
                .office()
                .map_or(String::new(), |role| format!(" ({role})"));
            format!("{}{role}: {}", entity.name, surfaces.join(", "))
        })
        .collect();
    assert_eq!(shown, expected, "{text}");
}

#[test]
fn surname_genitive_and_role_mean_the_person() {
    check(
        "Bundesaußenminister [P:Frank-Walter Steinmeier] ([O:SPD]) kam. [P:Steinmeiers] Rede gefiel. Der Außenminister ging. [P:Steinmeier] blieb.",
        &[
            "Frank-Walter Steinmeier (Bundesaußenminister, SPD): Bundesaußenminister, Frank-Walter Steinmeier, Steinmeiers, Der Außenminister, Außenminister, Steinmeier",
            "SPD: SPD",
        ],
    );
}

#[test]
fn a_bare_surname_may_come_first() {
    check(
        "[P:Assad] lehnte ab. [P:Baschar al-Assad] blieb.",
        &["Baschar al-Assad: Assad, Baschar al-Assad"],
    );
}

#[test]
fn two_of_one_surname_stay_apart() {
    check(
        "[P:George Bush] traf [P:Jeb Bush]. [P:Bush] schwieg. [P:George Bush] ging, und [P:Bush] sprach.",
        &[
            "George Bush: George Bush, George Bush, Bush",
            "Jeb Bush: Jeb Bush, Bush",
        ],
    );
}

#[test]
fn abbreviations_belong_to_their_long_form() {
    check(
        "Die [O:Organisation für Sicherheit und Zusammenarbeit in Europa] ([O:OSZE]) tagte. Die [O:OSZE] schwieg.",
        &[
            "Organisation für Sicherheit und Zusammenarbeit in Europa: Organisation für Sicherheit und Zusammenarbeit in Europa, OSZE, OSZE",
        ],
    );
    check(
        "Die [O:Weltgesundheitsorganisation] ([O:WHO]) warnt. [O:WHO]",
        &["Weltgesundheitsorganisation: Weltgesundheitsorganisation, WHO, WHO"],
    );
}

#[test]
fn derived_words_and_parts_belong_to_their_place() {
    check(
        "[L:Russland] und die [l:russischen] Truppen, [L+:US-Außenminister] [P:John Kerry], die [l:Franzosen]",
        &[
            "Russland: Russland, russischen",
            "USA: US-Außenminister",
            "John Kerry (US-Außenminister): US-Außenminister, John Kerry",
            "Frankreich: Franzosen",
        ],
    );
}

#[test]
fn inflected_names_are_one() {
    check(
        "Die [O:Syrische Beobachtungsstelle für Menschenrechte] und der [O:Syrischen Beobachtungsstelle für Menschenrechte] in [L:Aleppo], die Altstadt [L:Aleppos]",
        &[
            "Syrische Beobachtungsstelle für Menschenrechte: Syrische Beobachtungsstelle für Menschenrechte, Syrischen Beobachtungsstelle für Menschenrechte",
            "Aleppo: Aleppo, Aleppos",
        ],
    );
}

#[test]
fn homographs_of_different_kind_stay_apart() {
    check(
        "[L:Washington] und [P:Washington]",
        &["Washington: Washington", "Washington: Washington"],
    );
}

#[test]
fn well_known_things_have_several_names() {
    check(
        "Die [O:Vereinten Nationen] und die [L:USA], die [O:UNO] und die [L:Vereinigten Staaten], [O+:UN-Botschafter], der [L:Kreml] und [L:Russland]",
        &[
            "Vereinte Nationen: Vereinten Nationen, UNO, UN-Botschafter",
            "USA: USA, Vereinigten Staaten",
            "Kreml: Kreml",
            "Russland: Russland",
        ],
    );
}

#[test]
fn spouses_stay_apart_and_a_bare_surname_means_who_fits() {
    check(
        "Präsident [P:Barack Obama] kam mit [P:Michelle Obama]. Dann sprach Präsident [P:Obama], später Frau [P:Obama].",
        &[
            "Barack Obama (Präsident): Präsident, Barack Obama, Präsident, Obama",
            "Michelle Obama: Michelle Obama, Obama",
        ],
    );
}

#[test]
fn names_of_one_person_may_be_written_in_many_ways() {
    check(
        "[P:Donald J. Trump] und [P:Baschar al-Assad]. [P:Donald Trump], [P:Trump], [O:Trump Organization]. [P:Al-Assad] und [P:Ursula von der Leyen]. [P:Von der Leyen] kam, [P:Johannes Müller-Große] ging. [P:Müller-Großes] Hut. [P:Robbie Williams], [P:William Meier], [P:Williams].",
        &[
            "Donald J. Trump: Donald J. Trump, Donald Trump, Trump",
            "Baschar al-Assad: Baschar al-Assad, Al-Assad",
            "Trump Organization: Trump Organization",
            "Ursula von der Leyen: Ursula von der Leyen, Von der Leyen",
            "Johannes Müller-Große: Johannes Müller-Große, Müller-Großes",
            "Robbie Williams: Robbie Williams, Williams",
            "William Meier: William Meier",
        ],
    );
}

#[test]
fn a_bracket_may_hold_the_long_form_but_not_that_of_something_else() {
    check(
        "Die [O:NGTP] ([O:Neue Gesellschaft für Tanz und Pantomime]) und das Umweltprogramm der [O:Vereinten Nationen] ([O:UNEP])",
        &[
            "Neue Gesellschaft für Tanz und Pantomime: NGTP, Neue Gesellschaft für Tanz und Pantomime",
            "Vereinte Nationen: Vereinten Nationen",
            "UNEP: UNEP",
        ],
    );
}

#[test]
fn a_kind_of_thing_may_go_unsaid() {
    check(
        "Am [L:Flughafen Mitiga] und beim [O:FC Hansa Rostock]. [L:Mitiga] brennt, [O:Hansa] spielt in [L:Rostock], [O:Cockpit] oder [O:Vereinigung Cockpit] streikt.",
        &[
            "Flughafen Mitiga: Flughafen Mitiga, Mitiga",
            "FC Hansa Rostock: FC Hansa Rostock, Hansa",
            "Rostock: Rostock",
            "Vereinigung Cockpit: Cockpit, Vereinigung Cockpit",
        ],
    );
}

#[test]
fn what_is_described_with_an_article_was_named_before() {
    check(
        "Der Energiekonzern [O:Strombach] und das [O:Bundesumweltministerium] stritten. Das Ministerium schwieg, der Konzern lachte. Das Ministerium für Verkehr kam. Ein Konzern ging.",
        &[
            "Strombach: Strombach, der Konzern",
            "Bundesumweltministerium: Bundesumweltministerium, Das Ministerium",
        ],
    );
    check(
        "In [L:Aleppo] und [L:Hamburg] regnete es. Die Stadt schlief.",
        &["Aleppo: Aleppo", "Hamburg: Hamburg"],
    );
}

#[test]
fn persons_are_described_by_age_and_origin() {
    check(
        "Es kam Ministerin [P:Ingrid van der Meer] mit [P:Sergej Tokarew]. Dann sang die Niederländerin. Da ging der 48-Jährige.",
        &[
            "Ingrid van der Meer (Ministerin): Ministerin, Ingrid van der Meer, die Niederländerin",
            "Sergej Tokarew: Sergej Tokarew",
        ],
    );
    check(
        "Es kam [P:Sergej Tokarew]. Da ging der 48-Jährige.",
        &["Sergej Tokarew: Sergej Tokarew, der 48-Jährige"],
    );
}

#[test]
fn a_role_means_only_one_person() {
    check(
        "Außenminister [P:Lawrow] traf Außenminister [P:Kerry]. Es wurde spät. Niemand sprach. Der Außenminister ging.",
        &[
            "Lawrow (Außenminister): Außenminister, Lawrow",
            "Kerry (Außenminister): Außenminister, Kerry",
        ],
    );
    check(
        "Regierungssprecherin [P:Anna Lind] kam. Dann ging die Sprecherin.",
        &[
            "Anna Lind (Regierungssprecherin): Regierungssprecherin, Anna Lind, die Sprecherin, Sprecherin",
        ],
    );
}

#[test]
fn ten_thousand_mentions_do_not_hang() {
    let mut text = String::new();
    for index in 0..5_000 {
        let line = format!("[P:Anna{index} Meier] traf [P:Meier] in [L:Ort{index}].\n");
        text.push_str(&line);
    }
    let (text, mentions) = marked(&text);
    let Sample {
        tokens,
        sentences,
        tags,
    } = sample(&text);
    let lexicon = lexicon();
    let words = Words {
        text: &text,
        tokens: &tokens,
        sentences: &sentences,
        tags: &tags,
        lexicon: &lexicon,
    };
    let start = std::time::Instant::now();
    let (_, entities) = entities(words, mentions, &Told::default());
    assert_eq!(entities.len(), 10_000);
    // Comparing each with each takes minutes.
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}
