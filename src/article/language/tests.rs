//! What is German, in all its kinds, and what is not.

use super::*;

fn check(expected: Language, texts: &[&str]) {
    for text in texts {
        assert_eq!(language(text), expected, "{text}");
    }
}

#[test]
fn german_of_all_kinds_is_german() {
    check(
        Language::German,
        &[
            "Der Rat hat am Mittwoch beschlossen, die Brücke zu sperren. Das teilte die Stadt mit. Die Kosten sind noch nicht bekannt, sagte eine Sprecherin.",
            "Der Bundesrat will die Strasse schliessen. Das sei gemäss Fachleuten die grösste Massnahme seit Jahren, heisst es aus Bern. Die Parkbusse kostet neu 60 Franken.",
            "Im Jänner hat die Landeshauptfrau heuer zum ersten Mal die Matura geprüft. Die Paradeiser seien in der Trafik ausgegangen, sagte sie auf der Pressekonferenz.",
            "I hob eam gsogt, des geht so ned. Mia ham koa Zeit und koa Geld, und a Bier is aa scho wieder teurer worn. So is des halt bei uns dahoam.",
            "Mir händ das nöd gwüsst, het er gseit. Es isch scho spat gsi und d Lüt sind hei ggange. Morn isch wider en Tag, und dänn luege mer wiiter.",
            "Dat Water is hoch, un de Lüüd hebbt Bang. Wi mööt den Diek höger maken, seggt de Börgermeester. Dat kost Geld, man dat helpt nich.",
            "Ick hab dem jesacht, det jeht so nich. Wat soll denn dit, frag ick mir. Und denn steht der da und kiekt, als wär nüscht jewesen.",
            "Mer han dat net jewoss, säht dä Mann us Kölle. Et es wie et es, un et kütt wie et kütt. Dat wor immer esu, un dat bliev och esu.",
            "Regen",
            "Breaking News",
            "The Show must go on",
            "Merkel trifft Macron in Paris",
            "Bayern – Dortmund 3:1, Leipzig – Köln 0:0, Bremen – Mainz 2:2, Hamburg – Kiel 1:0, Union – Hertha 2:1, Freiburg – Bochum 1:1, Augsburg – Stuttgart 0:4",
            "„The world is watching us and we will not fail“, sagte der Minister auf Englisch. Danach sprach er wieder deutsch und erklärte, dass die Regierung das Geld bereits im Haushalt eingeplant habe.",
            "Die Band The Who spielt heute im Stadion. Mit auf der Bühne: Sänger von The Cure und The Smiths. Karten für das Konzert gibt es an der Abendkasse.",
            "Trainer: „Das war gar nichts.“ Kapitän: „Wir müssen reden.“ Fans: „Raus mit ihm!“ So klingt es nach dem Spiel in der Kurve, und keiner geht nach Hause.",
            "Fuer die Buerger ist das eine gute Nachricht. Die Gebuehren sinken naechstes Jahr, die Strassen werden breiter, und die Baeume bleiben stehen, wie der Rat beschloss.",
            "Er weiß, daß es der Kommission mißfällt. Doch er müsse, so der Abgeordnete, dem Gewissen folgen und nicht der Fraktion, die ihn aufgestellt habe.",
            "DIE STADT WIRD LAUTER UND DAS IST GUT SO, SAGTE DER INTENDANT BEI DER ERÖFFNUNG DES NEUEN HAUSES AM HAFEN VOR 300 GÄSTEN",
            "Tore: 1:0 Müller (12.), 1:1 Silva (34., Foulelfmeter), 2:1 Musiala (77.). Gelbe Karten: Kimmich, Tah, Kane. Zuschauer: 75.000. Schiedsrichter: Aytekin. Beste Spieler: Musiala und Silva.",
            "Rezept: 200 g Mehl, 3 Eier, 1 Prise Salz, 100 ml Milch, etwas Butter. Alles verrühren, 20 Minuten ruhen lassen, in der Pfanne goldbraun backen und mit Zucker bestreuen.",
            "",
        ],
    );
}

#[test]
fn other_languages_are_told() {
    check(
        Language::English,
        &[
            "The council decided on Wednesday that the bridge will be closed. A spokeswoman said the costs are not yet known, but they would be higher than expected.",
            "He said it was the right thing to do for the town and for the people who live in it. They had been waiting for years.",
        ],
    );
    check(
        Language::French,
        &[
            "Le conseil a décidé mercredi de fermer le pont. Selon la porte-parole, les coûts ne sont pas encore connus, mais ils seront plus élevés que prévu dans le budget.",
            "Il est le premier maire de la ville qui a été élu par les habitants du quartier et non par le parti.",
        ],
    );
    check(
        Language::Italian,
        &[
            "Il consiglio ha deciso mercoledì di chiudere il ponte. I costi non sono ancora noti, ha detto la portavoce, ma saranno più alti di quelli previsti nel bilancio della città.",
        ],
    );
    check(
        Language::Spanish,
        &[
            "El consejo decidió el miércoles que el puente se cierra. La portavoz dijo que los costes no se conocen todavía, pero que son más altos de lo previsto en el presupuesto.",
        ],
    );
    check(
        Language::Dutch,
        &[
            "De raad heeft woensdag besloten dat de brug wordt gesloten. De kosten zijn nog niet bekend, zei een woordvoerster, maar het wordt duurder dan in de begroting van de stad was voorzien.",
            "Volgens de burgemeester is het een van de mooiste bruggen van het land, en hij wil niet dat deze voor altijd dicht blijft.",
        ],
    );
    check(
        Language::Danish,
        &[
            "Byrådet har onsdag besluttet at lukke broen. Udgifterne er ikke kendt, siger en talskvinde, men det bliver dyrere end ventet, og der skal findes penge til det i budgettet.",
        ],
    );
    check(
        Language::Polish,
        &[
            "Rada miasta w środę postanowiła, że most będzie zamknięty. Koszty nie są jeszcze znane, ale jak mówi rzeczniczka, to jest więcej niż było w budżecie na ten rok i trzeba się z tym liczyć.",
        ],
    );
    check(
        Language::Turkish,
        &[
            "Belediye meclisi çarşamba günü bir karar aldı ve köprü kapatıldı. Sözcü, bu iş için yeni bir bütçe gerektiğini ve maliyetin daha yüksek olduğunu söyledi. Ama ne kadar sonra açılacağı belli değil.",
        ],
    );
}

#[test]
fn tags_lead_back() {
    for language in Language::FOREIGN {
        assert_eq!(Language::of_tag(language.tag()), language);
    }
    assert_eq!(Language::of_tag("de-CH"), Language::German);
}
