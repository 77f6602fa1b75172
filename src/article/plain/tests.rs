//! What plain texts of the usual shapes become.

use expect_test::{Expect, expect};

use super::*;
use crate::article::shown::shown;

fn check(text: &str, expected: &Expect) {
    let article = read(text.to_owned());
    expected.assert_eq(&shown(&article));
}

#[test]
fn one_paragraph_per_line_with_subheadings_and_a_sign() {
    check(
        "Die Stadt plant eine neue Brücke über den Fluss, sagte die Bürgermeisterin.\n\
         Streit um die Kosten\n\
         Die Opposition hält das für zu teuer. Sie fordert eine Prüfung.\n\
         (nch/nin)\n",
        &expect![[r"
            paragraph: Die Stadt plant eine neue Brücke über den Fluss, sagte die Bürgermeisterin.
            subheading: Streit um die Kosten
            paragraph: Die Opposition hält das für zu teuer. Sie fordert eine Prüfung.
            signature: (nch/nin)
        "]],
    );
}

#[test]
fn kicker_headline_lead_byline_and_date() {
    check(
        "Verkehr\n\
         Neue Brücke über die Leine soll 2027 stehen\n\n\
         Die Stadt will schneller bauen als geplant.\n\n\
         Von Anna Beispiel\n\
         8. Dezember 2016\n\n\
         Hannover (dpa) – Die Bürgermeisterin sagte, der Bau beginne bald.\n\n\
         „Das freut uns“, hieß es im Rat. dpa/AFP\n",
        &expect![[r"
            kicker: Verkehr
            headline: Neue Brücke über die Leine soll 2027 stehen
            lead: Die Stadt will schneller bauen als geplant.
            signature: Von Anna Beispiel
            signature: 8. Dezember 2016
            paragraph: Hannover (dpa) – Die Bürgermeisterin sagte, der Bau beginne bald.
            paragraph: „Das freut uns“, hieß es im Rat.
            signature: dpa/AFP
        "]],
    );
}

#[test]
fn a_paragraph_between_headline_and_byline_is_a_lead() {
    check(
        "Neue Brücke über die Leine soll 2027 stehen\n\
         Die Stadt will schneller bauen als geplant.\n\
         Von Anna Beispiel\n\
         Der Bau beginnt im Mai.\n",
        &expect![[r"
            headline: Neue Brücke über die Leine soll 2027 stehen
            lead: Die Stadt will schneller bauen als geplant.
            signature: Von Anna Beispiel
            paragraph: Der Bau beginnt im Mai.
        "]],
    );
}

#[test]
fn lines_cut_at_a_fixed_width_stay_one_paragraph() {
    check(
        "Neue Brücke\n\n\
         Die Stadt plant eine neue Brücke über den Fluss. Das teilte die\n\
         Bürgermeisterin am Mittwoch mit. Die alte Brücke sei zu schmal für\n\
         den Verkehr von heute, sagte sie. Der Bau beginne im Mai.\n\n\
         Die Opposition hält das für zu teuer. „Wir fordern eine Prüfung der\n\
         Kosten“, sagte ihr Sprecher. Der Rat entscheidet im März.\n",
        &expect![[r"
            headline: Neue Brücke
            paragraph: Die Stadt plant eine neue Brücke über den Fluss. Das teilte die ⏎ Bürgermeisterin am Mittwoch mit. Die alte Brücke sei zu schmal für ⏎ den Verkehr von heute, sagte sie. Der Bau beginne im Mai.
            paragraph: Die Opposition hält das für zu teuer. „Wir fordern eine Prüfung der ⏎ Kosten“, sagte ihr Sprecher. Der Rat entscheidet im März.
        "]],
    );
}

#[test]
fn short_paragraphs_on_lines_of_their_own_are_not_put_together() {
    check(
        "Er kam am Morgen in die Stadt und suchte eine Bleibe.\n\
         Er blieb bis zum Abend und fand doch keine einzige.\n\
         Er ging am nächsten Tag, ohne sich zu verabschieden.\n",
        &expect![[r"
            paragraph: Er kam am Morgen in die Stadt und suchte eine Bleibe.
            paragraph: Er blieb bis zum Abend und fand doch keine einzige.
            paragraph: Er ging am nächsten Tag, ohne sich zu verabschieden.
        "]],
    );
}

#[test]
fn a_list_of_words_is_no_list_of_headings() {
    check(
        "Äpfel\nBirnen\nPflaumen\n",
        &expect![[r"
            paragraph: Äpfel
            paragraph: Birnen
            paragraph: Pflaumen
        "]],
    );
}

#[test]
fn a_question_is_a_headline_but_an_interview_has_no_subheadings() {
    check(
        "Wer bezahlt die Brücke?\n\
         Frau Beispiel, was kostet der Bau?\n\
         Das wissen wir noch nicht.\n\
         Und wann wissen Sie es?\n\
         Im März.\n",
        &expect![[r"
            headline: Wer bezahlt die Brücke?
            paragraph: Frau Beispiel, was kostet der Bau?
            paragraph: Das wissen wir noch nicht.
            paragraph: Und wann wissen Sie es?
            paragraph: Im März.
        "]],
    );
}

#[test]
fn picture_credits_are_captions() {
    check(
        "Die neue Brücke steht.\nDie Brücke am Morgen. (Foto: Erika Muster/dpa)\nSie ist breit.\n",
        &expect![[r"
            paragraph: Die neue Brücke steht.
            caption: Die Brücke am Morgen. (Foto: Erika Muster/dpa)
            paragraph: Sie ist breit.
        "]],
    );
}

#[test]
fn title_byline_and_date_are_known() {
    let text = "Neue Brücke steht\nVon Anna Beispiel\nStand: 08.12.2016\nSie ist breit.\n";
    let source = read(text.to_owned()).source;
    assert_eq!(source.title.as_deref(), Some("Neue Brücke steht"));
    assert_eq!(source.byline.as_deref(), Some("Anna Beispiel"));
    assert_eq!(source.date.as_deref(), Some("2016-12-08"));
}
