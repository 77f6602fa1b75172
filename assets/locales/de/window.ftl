# Das Fenster, auf Deutsch.

# Werkzeugleiste
open-article = Öffnen
export-findings = Exportieren
appearance-button = Aa
appearance-hint = Farben, Schrift, Sprache
appearance-colours = Farben
theme-light = Hell
theme-dark = Dunkel
theme-sepia = Sepia
theme-contrast-light = Kontrast hell
theme-contrast-dark = Kontrast dunkel
appearance-typeface = Schrift des Artikels
typeface-sample = Rag
typeface-serif = Mit Serifen
typeface-serif-hint = Literata, wie in Büchern und Zeitungen
typeface-sans = Ohne Serifen
typeface-sans-hint = Inter, wie im übrigen Fenster
typeface-legible = Leicht lesbar
typeface-legible-hint = Atkinson Hyperlegible: kein Buchstabe gleicht dem anderen
appearance-text-size = Textgröße
appearance-line-width = Zeilenbreite
appearance-characters = { $n } Zeichen
appearance-line-height = Zeilenabstand
appearance-zoom = Vergrößerung insgesamt
appearance-more = { $label }: mehr
appearance-less = { $label }: weniger
appearance-language = Sprache
appearance-reset = Zurücksetzen
choose-system = Wie das System
language-german = Deutsch
language-english = English
chip-show = Klicken: im Text hervorheben
chip-hide = Klicken: nicht mehr hervorheben
chip-name = { $label }, { $n }, { $shown ->
    [yes] hervorgehoben
   *[no] nicht hervorgehoben
}

# Persönliches Wörterbuch
do-lexicon = Persönliches Wörterbuch
do-learn = Vorschlag ins Wörterbuch aufnehmen
lexicon-title = Persönliches Wörterbuch
lexicon-hint = Was Sie hier eintragen, gilt für jeden Artikel, den Wortlaut von nun an liest.
lexicon-words = Wort oder Name
lexicon-reading = Bedeutung des neuen Eintrags
lexicon-entity = Voller Name
lexicon-add = Eintragen
lexicon-search = Einträge suchen
lexicon-count = { $n } von { $all }
lexicon-empty = Noch nichts gelernt. Wenn Sie einen Namen oder eine Aussage korrigieren, fragt Wortlaut, ob das künftig immer so gelten soll.
lexicon-never = Nie ein Name
lexicon-no-cue = Leitet keine Aussage ein
lexicon-remove = „{ $words }“ entfernen
lexicon-removed = „{ $words }“ ist entfernt.
lexicon-put-back = Zurückholen
lexicon-path = Datei: { $path }
lexicon-faults = { $n ->
    [one] Zeile { $lines } der Datei ist unverständlich und bleibt unbeachtet.
   *[other] Zeilen { $lines } der Datei sind unverständlich und bleiben unbeachtet.
}
lexicon-import = Importieren …
lexicon-export = Exportieren …
lexicon-quoted = „{ $words }“
lexicon-learn = Merken
lexicon-decline = Nein
lexicon-offer-name = { $words } künftig als { $kind } lesen?
lexicon-offer-entity = { $words } künftig als { $entity } ({ $kind }) lesen?
lexicon-offer-never = { $words } künftig nie als Namen lesen?
lexicon-offer-cue = { $words } künftig nicht mehr als Einleitung einer Aussage lesen?
notice-taught = Das persönliche Wörterbuch hat sich geändert: Dieser Artikel würde jetzt anders gelesen.
message-lexicon-read-again = Das persönliche Wörterbuch wurde neu gelesen
message-lexicon-read-again-hint = Ein anderes Programm hat die Datei geändert.
message-lexicon-imported = { $n ->
    [0] Kein neuer Eintrag
    [one] 1 neuer Eintrag
   *[other] { $n } neue Einträge
}
message-lexicon-imported-hint = { $known ->
    [0] Keiner war schon bekannt.
    [one] 1 war schon bekannt.
   *[other] { $known } waren schon bekannt.
} { $contradicting ->
    [0] Keiner widerspricht einem vorhandenen.
    [one] 1 widerspricht einem vorhandenen, der gültig bleibt: { $words }.
   *[other] { $contradicting } widersprechen vorhandenen, die gültig bleiben: { $words }.
}
message-lexicon-imported-faults = { $n ->
    [one] 1 Zeile ist unverständlich.
   *[other] { $n } Zeilen sind unverständlich.
}
message-lexicon-faults = Im persönlichen Wörterbuch ist etwas unverständlich

# Vergleich
do-compare = Mit anderer Annotation vergleichen
do-next-difference = Nächster Unterschied
do-previous-difference = Voriger Unterschied
do-take-a = Unterschied: A übernehmen
do-take-b = Unterschied: B übernehmen
compare-tab = Vergleich
compare-pick = Womit vergleichen?
compare-side = { $side }: { $name }
compare-close = Vergleich beenden
compare-columns = Anzahl in A und B, F1 bei gleichen Grenzen (=) und bei Überlappung (≈), Krippendorffs uα
compare-line = { $name }: { $a } in A, { $b } in B, F1 bei gleichen Grenzen { $exact }, bei Überlappung { $overlap }, Krippendorffs uα { $alpha }
compare-alpha = uα
compare-mentions = Erwähnungen
compare-statements = Aussagen
compare-speakers = Gleicher Sprecher: { $n } von { $all } gemeinsamen Aussagen
compare-unfold = Nach Arten
compare-fold = Nur im Ganzen
compare-differences = { $n ->
    [0] Kein Unterschied
    [one] 1 Unterschied
   *[other] { $n } Unterschiede
}
compare-same = Beide Annotationen stimmen überein.
compare-filter = { $label }, { $n ->
    [one] 1 Unterschied
   *[other] { $n } Unterschiede
}
compare-take-all = { $n ->
    [one] Den einen aus { $side }
   *[other] Alle { $n } aus { $side }
}
compare-take = { $side } übernehmen
compare-take-name = { $side } übernehmen: { $what }
compare-only-a = Nur in A
compare-only-b = Nur in B
compare-kind = Andere Art
compare-borders = Andere Grenzen
compare-who = Jemand anderes
compare-nobody = niemand
compare-mention = Erwähnung
compare-statement = Aussage
compare-missing = fehlt
compare-quoted = „{ $words }“
compare-spoken = { $aspect }, { $subject }. A: { $a }. B: { $b }
message-other-text = Diese Datei annotiert einen anderen Text. Vergleichen lassen sich nur Annotationen desselben Textes.
# Korrigieren im Text
do-mark-person = Als Person markieren
do-mark-organisation = Als Organisation markieren
do-mark-location = Als Ort markieren
do-mark-other = Als weiteren Namen markieren
do-mark-role = Als Rolle markieren
do-mark-date = Als Datum markieren
do-mark-time = Als Uhrzeit markieren
do-mark-duration = Als Dauer markieren
do-mark-amount = Als Menge markieren
do-mark-direct = Als direkte Aussage markieren
do-mark-indirect = Als indirekte Aussage markieren
do-mark-reported = Als berichtete Aussage markieren
do-mark-free = Als erlebte Rede markieren
do-use-as-speaker = Als Sprecher der Aussage im Fokus
do-use-as-content = Als Inhalt der Aussage im Fokus
do-confirm = Bestätigen
do-reject = Ablehnen
do-reopen = Urteil zurücknehmen
do-mark-menu = Menü der Markierung
do-occurrences-all = Alle weiteren Vorkommen übernehmen
do-occurrences = Vorkommen einzeln prüfen
do-next-word = Nächstes Wort auswählen
do-previous-word = Voriges Wort auswählen
do-right-edge-on = Ende ein Wort weiter
do-right-edge-back = Ende ein Wort zurück
do-left-edge-back = Anfang ein Wort zurück
do-left-edge-on = Anfang ein Wort weiter
do-right-edge-on-letter = Ende einen Buchstaben weiter
do-right-edge-back-letter = Ende einen Buchstaben zurück
do-left-edge-back-letter = Anfang einen Buchstaben zurück
do-left-edge-on-letter = Anfang einen Buchstaben weiter
kind-other-short = Weiterer
selection-bar = Auswahl markieren
selection-statement = Aussage
menu-left-edge = Anfang
menu-right-edge = Ende
handle-left = Anfang von „{ $name }“ verschieben
handle-right = Ende von „{ $name }“ verschieben
offer-mark = { $n ->
    [one] Noch einmal „{ $name }“ gefunden
   *[other] { $n } weitere „{ $name }“ gefunden
}
offer-reject = { $n ->
    [one] Auch das andere „{ $name }“ ablehnen?
   *[other] Auch { $n } andere „{ $name }“ ablehnen?
}
offer-all = Alle
offer-one-by-one = Einzeln prüfen
offer-no = Nein
check-title = Vorkommen von „{ $name }“
check-hint = Leertaste wählt an und ab, Eingabe übernimmt alles in einem Schritt.
check-part = Teil eines längeren Wortes
check-confirm = Bestätigen
check-reject = Ablehnen
check-all = Alle
check-none = Keine
check-do-mark = { $n ->
    [one] Eine Stelle markieren
   *[other] { $n } Stellen markieren
}
check-do-confirm = { $n ->
    [one] Eine Stelle bestätigen
   *[other] { $n } Stellen bestätigen
}
check-do-reject = { $n ->
    [one] Eine Stelle ablehnen
   *[other] { $n } Stellen ablehnen
}

# Arten
kind-person = Person
kind-organisation = Organisation
kind-location = Ort
kind-other = Weiterer Name
kind-role = Rolle
kind-date = Datum
kind-time = Uhrzeit
kind-duration = Dauer
kind-amount = Menge
kinds-person = Personen
kinds-organisation = Organisationen
kinds-location = Orte
kinds-other = Weitere
kinds-role = Rollen
kinds-date = Datum
kinds-time = Uhrzeit
kinds-duration = Dauer
kinds-amount = Mengen
about-person = Personen: „Erika Ohnesorg“
about-organisation = Organisationen: „Stadtwerke Neustadt“
about-location = Orte: „Neustadt“
about-other = Ereignisse, Werke, Produkte, Gesetze: „Oktoberfest“
about-role = Ämter und Berufe: „Bürgermeisterin“
about-date = Datumsangaben: „am 3. Mai“
about-time = Uhrzeiten: „15.30 Uhr“
about-duration = Zeiträume: „drei Tage lang“
about-amount = Mengen und Beträge: „80 Prozent“
letter-person = P
letter-organisation = O
letter-location = L
letter-other = W
letter-role = R
letter-date = D
letter-time = U
letter-duration = Z
letter-amount = M
form-name = Name
form-derived = abgeleitetes Wort
form-part = Teil eines Wortes
form-description = Umschreibung
form-pronoun = Pronomen
statement-direct = direkt
statement-indirect = indirekt
statement-reported = berichtet
statement-free-indirect = erlebte Rede
statement-indirect-free-indirect = frei indirekt

# Zahlen
n-mentions = { $n ->
    [one] 1 Erwähnung
   *[other] { $n } Erwähnungen
}
n-words = { $n ->
    [one] 1 Wort
   *[other] { $n } Wörter
}
n-statements = { $n ->
    [one] 1 Aussage
   *[other] { $n } Aussagen
}
n-of-m = { $n } von { $m }
number-percent = { $n } %

# Werte von Datumsangaben, Zeiten und Mengen
value-day = { $day }. { $month } { $year }
value-week = { $week }. Woche { $year }
value-century = { $n }. Jahrhundert
value-and = und
value-or = oder
value-up-to = { $length } bis { $day }
value-from-on = { $length } ab { $day }
value-some = einige
part-morning = Morgen
part-midday = Mittag
part-afternoon = Nachmittag
part-evening = Abend
part-night = Nacht
value-decade = { $year }er-Jahre
value-clock = { $time } Uhr
value-from-to = { $from } bis { $to }
value-since = seit { $from }
value-until = bis { $to }
value-about = etwa { $value }
duration-years = { $n ->
    [one] { $shown } Jahr
   *[other] { $shown } Jahre
}
duration-months = { $n ->
    [one] { $shown } Monat
   *[other] { $shown } Monate
}
duration-weeks = { $n ->
    [one] { $shown } Woche
   *[other] { $shown } Wochen
}
duration-days = { $n ->
    [one] { $shown } Tag
   *[other] { $shown } Tage
}
duration-hours = { $n ->
    [one] { $shown } Stunde
   *[other] { $shown } Stunden
}
duration-minutes = { $n ->
    [one] { $shown } Minute
   *[other] { $shown } Minuten
}
duration-seconds = { $n ->
    [one] { $shown } Sekunde
   *[other] { $shown } Sekunden
}
month-january = Januar
month-february = Februar
month-march = März
month-april = April
month-may = Mai
month-june = Juni
month-july = Juli
month-august = August
month-september = September
month-october = Oktober
month-november = November
month-december = Dezember
weekday-monday = Montag
weekday-tuesday = Dienstag
weekday-wednesday = Mittwoch
weekday-thursday = Donnerstag
weekday-friday = Freitag
weekday-saturday = Samstag
weekday-sunday = Sonntag
season-spring = Frühling
season-summer = Sommer
season-autumn = Herbst
season-winter = Winter

# Hinweis am Namen
tip-around = Teil von: { $kind } „{ $name }“
tip-same = Zugleich: { $kind } „{ $name }“
tip-outward = Noch ein Klick wechselt dorthin.

# Namen im Text, für Vorleseprogramme
mark-name = { $kind }, { $name }, { $mentions }
mark-name-speaker = { $kind }, { $name }, { $mentions }, { $statements }
mark-words = { $kind }, { $name }
mark-value = { $label }, { $value }
mark-verdict = { $label }, { $verdict }
mark-inside = { $label }, in „{ $name }“
mark-more = { $label }, Fortsetzung
margin-bar = Aussage im Rand, { $kind }, { $speaker }
pill-above = Weiter oben: { $name }
pill-below = Weiter unten: { $name }
article-panel = Artikel

# Aussagen
statements-tab = Aussagen
context-tab = Kontext
speaker-unknown = Sprecher unbekannt
statement-key = Kernaussagen
statement-rest = Weitere Aussagen
statement-all = Alle Aussagen
statement-via = über { $names }
statement-via-hint = Kam über { $names } in den Artikel{ $n ->
    [one] .
   *[other] , die letzte Station zuerst.
}
statement-inside = in der Aussage von { $speaker }: { $text }
statement-part = in: { $text }
via-anonymous = { $name } (anonym)
anonymous-mark = anonym
anonymous-hint = Die Quelle bleibt ungenannt.
medium-writing = schriftlich
medium-writing-hint = Geschrieben, nicht gesprochen.
medium-thought = gedacht
medium-thought-hint = Gedacht oder gefühlt, nicht gesagt.
stance-distancing = distanzierend
stance-distancing-hint = Der Artikel macht sich das nicht zu eigen.
stance-endorsing = bekräftigend
stance-endorsing-hint = Der Artikel behandelt das als zutreffend oder wichtig.
stance-neutral-hint = Neutral wiedergegeben.
stance-by-cue = { $stance }: „{ $cue }“. { $hint }
statement-card = Aussage, { $kind }, { $speaker }: { $text }
filter-speaker = Sprecher
filter-speaker-all = Alle Sprecher
filter-kind = Art
filter-kind-all = Alle Arten
filter-words = Suchen
filter-words-name = In den Aussagen suchen
filter-level = Sicherheit
filter-level-all = Jede Sicherheit
filter-order = Reihenfolge
filter-clear = Filter aufheben
filter-anonymous = Anonyme Quelle
filter-anonymous-hint = Nur Aussagen, bei denen der Sprecher oder eine Station dazwischen ungenannt bleibt
filter-source = Nur: { $label }, { $n }
filter-group = Nach Sprechern gruppieren
group-heading = { $speaker }, { $n ->
    [one] 1 Aussage
   *[other] { $n } Aussagen
}, { $percent } %, { $open ->
    [yes] aufgeklappt
   *[no] zugeklappt
}
group-count = { $n } · { $percent } %
order-key = Wichtiges zuerst
order-text = Wie im Text
order-salience = Nach Gewicht
order-speaker = Nach Sprechern
no-statements = Keine Aussagen gefunden
no-statements-hint = In diesem Artikel wird niemand wiedergegeben, oder das Programm hat es übersehen.
no-statements-filtered = Keine Aussage passt zu diesem Filter
confidence-high = Ziemlich sicher
confidence-middle = Wahrscheinlich
confidence-low = Unsicher
confidence-percent = { $sure } · { $n } %
because-reason = Grund: { $why }
because-cue = { $why } („{ $cue }“)
because-subject = Subjekt des Verbs, das die Aussage ankündigt
because-preposition = steht bei „laut“, „nach Angaben“, „zufolge“ oder Ähnlichem
because-agent = steht im Passiv nach „von“ oder „durch“
because-sentence = der Satz selbst nennt den Sprecher
because-carried-on = führt die Aussage davor fort
because-nearest = der nächste passende Name im Text
because-enclosing = Sprecher der Aussage, in der diese steht
because-medium = Medium, über das die Aussage kam
because-label = steht vor dem Doppelpunkt, mit dem der Absatz beginnt
because-addressed = wird in den Fragen angesprochen und antwortet hier
because-reader = von Ihnen festgelegt
because-editorial = von Hand festgelegt: Worte des Artikels selbst
because-unknown = im Text nicht gefunden

# Stimmen
voices-button = Stimmen
voices-toggle = Stimmen: den Text nach Sprechern färben
voices-more = und { $n } weitere
voice-entry = Stimme: { $speaker }, { $n ->
    [one] 1 Aussage
   *[other] { $n } Aussagen
}

# Namen
entities-panel = Namen
no-entities = Keine Namen gefunden
entities-search = Suchen
entities-search-name = In den Namen suchen
no-entities-called = Kein Name passt
entities-group = { $label }, { $n }, { $open ->
    [yes] aufgeklappt
   *[no] zugeklappt
}
entity-row = { $kind }, { $name }, { $mentions }
entity-related = { $n ->
    [one] nur 1 verwandtes Wort
   *[other] nur { $n } verwandte Wörter
}

# Kontext
context-empty = Klicken Sie auf einen Namen
context-empty-hint = Dann steht hier, wer oder was gemeint ist, wo der Name sonst noch vorkommt und was die Person sagt.
context-aliases = auch: { $names }
context-related = verwandt:
context-party = Partei: { $name }
context-members = Mitglieder im Text
context-member = Mitglied: { $name }
context-related-words = Verwandtes Wort: { $words }, { $n ->
    [one] 1 Stelle
   *[other] { $n } Stellen
}
context-around = Teil von
context-inside = Darin
context-same = Zugleich
context-part = { $kind }: { $name }
context-here = hier: { $words }
context-timeline = Zeitleiste
context-durations = Alle Zeiträume
context-amounts = Alle Mengen
context-roles = Alle Ämter und Berufe
context-fact = { $words }: { $value }
context-no-value = ohne festen Wert
context-no-holder = niemandem zugeordnet
context-value = Wert
context-places = Im Text
context-statements = Aussagen
context-about = Andere über { $name }
context-more = { $n ->
    [one] Noch 1 zeigen
   *[other] Noch { $n } zeigen
}
context-dispersion = Verteilung im Text, { $n ->
    [one] 1 Stelle
   *[other] { $n } Stellen
}
context-dispersion-hint = Anfang bis Ende des Artikels. Klicken führt zur nächsten Stelle.
sort-text = Textfolge
sort-left = davor
sort-name = Name
sort-right = danach
sort-by-text = Stellen ordnen: wie im Text
sort-by-left = Stellen ordnen: nach den Wörtern davor
sort-by-name = Stellen ordnen: nach der Form des Namens
sort-by-right = Stellen ordnen: nach den Wörtern danach
context-companions = Im selben Satz mit
context-line = Stelle { $n }: { $text }
context-companion = { $name }, { $n ->
    [one] in 1 Satz
   *[other] in { $n } Sätzen
}

# Suche im Artikel
search-hint = Im Artikel suchen
search-field = Im Artikel suchen
search-close = Suche schließen
search-nothing = Kein Treffer
search-hits = { $n ->
    [one] 1 Treffer
   *[other] { $n } Treffer
}
n-of-many = { $n } von über { $m }
search-by-type = alle Personen im Text
search-by-speaker = was jemand sagt
search-by-both = davon nur die indirekte Rede
search-by-pattern = ein regulärer Ausdruck
query-type = typ
query-speaker = sprecher
query-kind = art
query-person = person
query-indirect = indirekt
query-no-field = „{ $name }“ kennt die Suche nicht. Es gibt typ:, sprecher:, art:, über: und notiz:. In Anführungszeichen wird es als Text gesucht.
query-no-type = Den Typ „{ $name }“ gibt es nicht. Es gibt person, organisation, ort, weitere, rolle, datum, uhrzeit, dauer und menge.
query-no-kind = Die Art „{ $name }“ gibt es nicht. Es gibt direkt, indirekt, berichtet, erlebt und frei.
query-which-type = Welcher Typ? person, organisation, ort, weitere, rolle, datum, uhrzeit, dauer oder menge
query-which-speaker = Wer? Ein Name, eine Rolle, „unbekannt“, „anonym“ oder „redaktion“
query-which-kind = Welche Art? direkt, indirekt, berichtet, erlebt oder frei
query-which-via = Über wen? Eine Agentur, eine Zeitung, ein Sender
query-only-excluded = Es fehlt noch, was gesucht wird. Das Minus schließt nur aus.
query-open-pattern = Der reguläre Ausdruck endet mit einem zweiten Schrägstrich.
query-too-long = Das ist zu lang für eine Suche.
query-open-group = Im regulären Ausdruck fehlt eine schließende Klammer: )
query-stray-group-end = Im regulären Ausdruck ist eine Klammer zu viel: )
query-open-class = Im regulären Ausdruck fehlt eine eckige Klammer: ]
query-nothing-to-repeat = Vor *, + oder ? fehlt, was wiederholt wird.
query-escape = Der Rückstrich hat hier keine Bedeutung. Ein Rückstrich selbst wird doppelt geschrieben.
query-look-around = Vorausschau und Rückschau, (?=…) und (?<=…), gibt es hier nicht.
query-backreference = Rückverweise wie \1 gibt es hier nicht.
query-too-large = Dieser reguläre Ausdruck ist zu aufwendig. Kleinere Wiederholungen helfen.
query-wrong-pattern = Dieser reguläre Ausdruck ist nicht zu verstehen.

# Bilanz
balance-tab = Bilanz
balance-title = Wer kommt zu Wort?
balance-text = Anteile am Text
part-direct = direkt
part-indirect = indirekt
part-reported = berichtet
part-narrator = Erzähltext
balance-voices = Stimmen nach Wörtern
balance-voice = { $speaker }, { $figures }, davon { $direct } direkt, { $indirect } indirekt, { $reported } berichtet
balance-voice-hint = Klicken: nur diese Aussagen zeigen
balance-silent = Oft genannt, nie zu Wort gekommen
balance-silent-nobody = Niemand. Alle Personen und Organisationen, die dreimal oder öfter vorkommen, kommen auch zu Wort.
balance-silent-name = { $name }, { $n ->
    [one] 1 Erwähnung
   *[other] { $n } Erwähnungen
}, keine Aussage
balance-sources = Quellen
balance-anonymous = Anonyme Quelle
balance-source = { $label }: { $figures }, { $share } der Aussagen
balance-export = Bilanz exportieren
balance-export-as = Bilanz exportieren als { $format }
balance-csv = CSV
balance-csv-hint = Tabelle aller Zahlen
balance-svg = SVG
balance-svg-hint = Bild, in jeder Größe scharf
balance-png = PNG
balance-png-hint = Bild mit fester Auflösung

# Leeres Fenster
welcome-title = Wer sagt was?
welcome-lead = Wortlaut liest deutsche Nachrichten: Es zeigt, wer in einem Artikel vorkommt und wer darin was gesagt hat.
welcome-drop = Ziehen Sie eine Datei hierher
welcome-choose = Wählen Sie einen Artikel
welcome-drop-formats = PDF, Word, OpenDocument, E-Book, Webseite, E-Mail, Untertitel oder Text
welcome-open = Artikel öffnen …
welcome-examples = Oder beginnen Sie mit einem Beispiel
welcome-example = Beispiel: { $title }
welcome-offline = Alles bleibt auf diesem Rechner. Das Programm geht nie ins Netz.
reading-article = { $name } wird gelesen …
drop-here = Loslassen, um den Artikel zu öffnen

# Export
export-title = Exportieren
export-json = JSON
export-json-hint = alles, verlustfrei
export-xlsx = Excel
export-xlsx-hint = eine Mappe: Aussagen, Namen, Fundstellen
export-csv-excel = CSV für Excel (deutsch)
export-csv-excel-hint = mit Semikolon und Dezimalkomma
export-web-annotation = Web Annotation
export-web-annotation-hint = alles als JSON-LD, für Archive und Annotationsserver
export-csv = CSV
export-csv-hint = drei Tabellen: Aussagen, Namen, Fundstellen
export-tei = TEI P5
export-tei-hint = für digitale Editionen und Textarchive
export-docx = Word
export-docx-hint = Bericht zum Weiterschreiben und Drucken
export-markdown = Markdown-Bericht
export-markdown-hint = für Notizen, Blogs und Archive
export-qdpx = REFI-QDA
export-qdpx-hint = für MAXQDA, ATLAS.ti, NVivo und QualCoder
export-html = HTML-Bericht
export-html-hint = eine Seite zum Lesen und Drucken
export-webanno-tsv = WebAnno-TSV
export-webanno-tsv-hint = zum Annotieren in INCEpTION und WebAnno
export-conll2002 = CoNLL-2002
export-conll2002-hint = Namen als IOB2-Etiketten, für Tagger
export-conllu = CoNLL-U
export-conllu-hint = Wörter, Namen und Aussagen, für Korpora (CorefUD)
export-spacy = spaCy-JSON
export-spacy-hint = ein Dokument für spaCy
export-gernewsqua = GerNewsQuA
export-gernewsqua-hint = Aussagen im Aufbau des Zitatkorpus
export-brat = brat
export-brat-hint = Annotationen für das Werkzeug brat
export-cas-json = UIMA CAS (JSON)
export-cas-json-hint = für INCEpTION und DKPro
export-cas-xmi = UIMA CAS (XMI)
export-cas-xmi-hint = für UIMA und DKPro, mit Typsystem
export-label-studio = Label Studio
export-label-studio-hint = Aufgabe mit Vorhersagen und Annotationen
export-doccano = doccano
export-doccano-hint = Spannen und Beziehungen als JSON-Zeile
export-prodigy = Prodigy
export-prodigy-hint = Tokens, Spannen und Beziehungen als JSON-Zeilen
export-group-report = Berichte
export-group-table = Tabellen
export-group-exchange = Sichern und Austauschen
export-group-tool = Annotationsprogramme
export-group-corpus = Korpora
export-files = Dateien
export-reads-back = Wortlaut kann es wieder öffnen.
export-extent = Umfang
export-filtered = Nur, was gerade gezeigt wird
export-passing = { $mentions } Erwähnungen, { $statements } Aussagen
export-lossless = Das Format fasst alles.
export-losses = Das Format fasst nicht:
export-loss = { $what }: { $count }
export-example = „{ $words }“
loss-mentions = Erwähnungen
loss-overlaps = Erwähnungen in oder quer zu anderen
loss-widened = Auf ganze Wörter erweiterte Erwähnungen
loss-kinds = Arten, die das Format nicht kennt
loss-forms = Formen von Erwähnungen
loss-values = Werte von Zeit- und Mengenangaben
loss-entities = Verbindungen von Erwähnungen zu Namen
loss-entity-facts = Rollen, Parteien, andere Namen
loss-statements = Aussagen
loss-pieces = Weitere Teile von Aussagen
loss-statement-facts = Arten von Aussagen
loss-cues = Einleitende Wörter
loss-speakers = Sprecher
loss-addressees = Adressaten
loss-via = Wege der Aussagen
loss-nesting = Aussagen in Aussagen
loss-frames = Rahmensätze
loss-confidence = Sicherheiten
loss-verdicts = Urteile
loss-notes = Notizen
loss-steps = Korrekturen als Schritte
loss-provenance = Wer was wann berichtigt hat
loss-blocks = Teile des Artikels
loss-metadata = Angaben zum Artikel
loss-text = Text des Artikels
loss-characters = Ersetzte Zeichen, die das Format verbietet
export-target = Speichern unter …
dialog-cancel = Abbrechen
dialog-accept = Übernehmen
path-open = Artikel öffnen
path-open-hint = Auf diesem System fehlt ein Dateidialog (Paket xdg-desktop-portal-gtk oder zenity). Geben Sie den Pfad ein:
path-export = Speichern unter
path-export-hint = Auf diesem System fehlt ein Dateidialog (Paket xdg-desktop-portal-gtk oder zenity). Geben Sie Ordner und Namen ein:
path-field = Pfad
files-articles = Artikel
files-all = Alle Dateien

# Meldungen
message-read-failed = { $name } lässt sich nicht lesen
message-exported = Exportiert
message-export-failed = { $name } wurde nicht geschrieben
message-nothing-open = Es ist kein Artikel offen
message-nothing-open-hint = Öffnen Sie zuerst einen Artikel.
message-dismiss = Meldung schließen
message-more = { $n ->
    [one] 1 weitere Meldung
   *[other] { $n } weitere Meldungen
}
message-show-all = Alle zeigen
message-dismiss-all = Alle schließen

# Statuszeile
status-offline = offline
status-offline-hint = Das Programm geht nie ins Netz.
status-ready = Bereit
status-encoding = Zeichenkodierung { $name }
status-zoom = Text { $n } %

# Warum etwas nicht ging, und was hilft
failure-missing = Diese Datei gibt es nicht. Prüfen Sie den Namen.
failure-folder = Das ist ein Ordner. Wählen Sie eine Datei darin.
failure-empty-folder = In diesem Ordner liegt kein Artikel. Legen Sie Dateien mit Artikeln hinein oder wählen Sie einen anderen.
failure-not-a-file = Das ist ein Gerät oder eine Leitung, keine Datei. Speichern Sie den Inhalt zuerst als Datei.
failure-no-permission = Sie dürfen diese Datei nicht lesen. Ändern Sie die Zugriffsrechte.
failure-empty = Die Datei ist leer. Wählen Sie eine andere.
failure-blank = In der Datei stehen nur Leerzeichen. Wählen Sie eine andere.
failure-binary = Das ist { $looks }, kein Text. Speichern Sie den Artikel als Text (.txt) oder in einem anderen lesbaren Format.
failure-too-large = Die Datei ist größer als 50 MB. Teilen Sie sie auf.
failure-too-long = Der Text hat mehr als 400.000 Wörter und Satzzeichen, mehr als ein dickes Buch. Teilen Sie ihn auf mehrere Dateien auf.
failure-too-intricate = Diese Webseite ist zu verschachtelt für einen Artikel. Speichern Sie den Artikel als Text (.txt).
failure-encrypted = Die Datei ist verschlüsselt. Öffnen Sie sie in ihrem Programm und speichern Sie sie ohne Kennwort.
failure-scan = Die Datei enthält Bilder von Seiten, keinen Text. Lassen Sie zuerst eine Texterkennung (OCR) darüberlaufen.
failure-bloated = Die Datei wird ausgepackt größer als jeder Artikel. Speichern Sie den Artikel als Text (.txt).
failure-too-slow = Die Datei zu lesen dauert zu lange. Speichern Sie den Artikel als Text (.txt) oder teilen Sie sie auf.
failure-damaged-article = Die Datei ist beschädigt ({ $reason }). Besorgen Sie sie neu oder speichern Sie den Artikel als Text (.txt).
failure-no-article = In der Datei steht kein Artikeltext. Speichern Sie den Artikel als Text (.txt).
failure-unreadable = Die Datei lässt sich nicht lesen ({ $reason }). Versuchen Sie es mit einer Kopie.
failure-annotations-too-large = Die Datei ist größer, als Anmerkungen zu einem Artikel sein können. Exportieren Sie sie neu, für jeden Artikel einzeln.
failure-annotations-too-slow = Die Datei zu lesen dauert zu lange. Exportieren Sie sie neu mit weniger Anmerkungen.
failure-annotations-damaged = Die Datei ist beschädigt ({ $detail }). Exportieren Sie sie neu.
failure-annotations-unknown = Anmerkungen in diesem Format lassen sich nicht lesen. Exportieren Sie sie in einem, das Wortlaut auch schreibt.
failure-annotations-empty = In der Datei stehen keine Anmerkungen zu einem Artikel. Öffnen Sie den Artikel selbst.
failure-annotations-needs-article = Der Text fehlt in der Datei. Legen Sie den Artikel unter demselben Namen daneben.
failure-annotations-other-text = Die Anmerkungen gehören zu einem anderen Text. Öffnen Sie zuerst den Artikel, zu dem sie gehören.
failure-annotations-foreign = Das ist JSON, aber nicht von Wortlaut. Öffnen Sie den Artikel selbst.
failure-annotations-newer = Ein neueres Wortlaut hat diese Datei geschrieben. Aktualisieren Sie das Programm.
failure-annotations-contradiction = Die Datei widerspricht sich ({ $detail }). Exportieren Sie sie neu.
failure-annotations-corrections = Die Korrekturen darin passen nicht ({ $detail }). Setzen Sie darin „edits“ auf [] und „found“ auf null, um sie ohne Korrekturen zu öffnen.
failure-annotations-other-result = Die Korrekturen darin führen zu etwas anderem, als darin steht. Setzen Sie „edits“ auf [] und „found“ auf null, um zu öffnen, was darin steht.
failure-models = Die Modelle im Programm sind beschädigt ({ $reason }). Installieren Sie es neu.
failure-internal = Ein Fehler im Programm. Bitte melden Sie ihn zusammen mit der Datei.
failure-onto-article = Der Export würde den Artikel selbst überschreiben. Wählen Sie einen anderen Namen oder Ordner.
failure-no-file-name = Es fehlt ein Dateiname. Wählen Sie einen Namen in einem Ordner.
failure-unwritable = Dort lässt sich nicht schreiben ({ $reason }). Wählen Sie einen anderen Ordner.
damage-cut = sie endet zu früh
damage-missing = { $part } fehlt
damage-no-text = { $looks } ohne Text
damage-no-chapters = kein Kapitel darin
damage-no-pages = keine Seite darin
damage-no-header = kein Kopf einer E-Mail
damage-unknown-encryption = unbekannte Verschlüsselung
damage-no-sense = ein Teil ergibt keinen Sinn
looks-pdf = ein PDF
looks-docx = ein Word-Dokument (DOCX)
looks-doc = ein altes Office-Dokument (DOC)
looks-odt = ein OpenDocument-Text (ODT)
looks-epub = ein E-Book (EPUB)
looks-rtf = ein Rich-Text-Dokument (RTF)
looks-zip = ein ZIP-Archiv
looks-archive = ein gepacktes Archiv
looks-image = ein Bild
looks-media = eine Ton- oder Filmdatei
looks-program = ein Programm
looks-data = eine Binärdatei

# Öffnen und Registerkarten
open-folder = Ordner öffnen
reading-clipboard = Die Zwischenablage wird gelesen …
message-nothing-to-paste = In der Zwischenablage ist kein Text
message-nothing-to-paste-hint = Kopieren Sie den Artikel im Browser oder in einem anderen Programm und versuchen Sie es noch einmal.
message-too-many-tabs = Mehr als { $n } Artikel können nicht zugleich offen sein
message-too-many-tabs-hint = Schließen Sie einige oder öffnen Sie den Ordner, in dem die Artikel liegen.
message-settings-failed = Die Einstellungen wurden nicht gespeichert
welcome-paste = Einfügen
welcome-recent = Zuletzt geöffnet
tab-empty = Start
tab-clipboard = Zwischenablage
tab-close = { $name } schließen
notice-changed = Die Datei hat sich geändert, seit sie gelesen wurde.
notice-read-again = Neu lesen
notice-keep = So lassen
folder-articles = { $n ->
    [one] 1 Artikel
   *[other] { $n } Artikel
}
folder-more = weitere werden nicht aufgeführt
remark-language = Dieser Artikel ist auf { $language }. Wortlaut ist für Deutsch gemacht und findet Namen und Aussagen hier nur zum Teil.
remark-stub = Die Seite zeigt nur den Anfang des Artikels; der Rest steht hinter einer Bezahlschranke. Gelesen ist, was da ist.
in-english = Englisch
in-french = Französisch
in-italian = Italienisch
in-spanish = Spanisch
in-dutch = Niederländisch
in-danish = Dänisch oder Norwegisch
in-polish = Polnisch
in-turkish = Türkisch
status-agencies = { $n ->
    [one] Agentur: { $names }
   *[other] Agenturen: { $names }
}
status-agencies-hint = Der Artikel ist eine Agenturmeldung: Alles darin kam auf diesem Weg.
status-agencies-material = Der Artikel nennt Agenturen unter seinen Quellen.
status-encoding-hint = Klicken, wenn Umlaute falsch aussehen
dialog-close = Schließen
log-title = Meldungen
log-empty = Bisher gab es keine Meldung.
log-copy = Alle kopieren
keys-title = Tastenkürzel
keys-hint = Klicken Sie auf eine Zeile und drücken Sie die Taste, die Sie lieber hätten. Esc bricht ab.
keys-press = Taste drücken …
keys-reset = Alle Tasten zurücksetzen
keys-files = Dateien und Registerkarten
keys-reading = Lesen
keys-correcting = Korrigieren
keys-finding = Finden
keys-view = Ansicht
palette-hint = Befehl, Name oder Datei
palette-field = Befehl, Name oder Datei suchen
palette-nothing = Nichts gefunden
palette-recent = zuletzt geöffnet
palette-tab = Registerkarte
key-control = Strg
key-alt = Alt
key-shift = Umschalt
key-escape = Esc
key-tab = Tab
key-enter = Enter
key-space = Leertaste
key-delete = Entf
key-backspace = Rücktaste
key-insert = Einfg
key-home = Pos1
key-end = Ende
key-page-up = Bild auf
key-page-down = Bild ab
do-open = Artikel öffnen
do-open-folder = Ordner öffnen
do-paste = Artikel aus der Zwischenablage einfügen
do-read-again = Datei neu lesen
do-export = Namen und Aussagen exportieren
do-add-tab = Neue Registerkarte
do-close-tab = Registerkarte schließen
do-reopen-tab = Geschlossene Registerkarte wieder öffnen
do-next-tab = Nächste Registerkarte
do-previous-tab = Vorige Registerkarte
do-next-statement = Nächste Aussage
do-previous-statement = Vorige Aussage
do-next-mention = Nächste Erwähnung
do-previous-mention = Vorige Erwähnung
do-select-all = Alles auswählen
do-back = Zurück
do-forward = Vorwärts
do-leave = Auswahl aufheben
do-show-statements = Aussagen zeigen
do-show-context = Kontext zeigen
do-show-balance = Bilanz zeigen
do-next-panel = Nächster Bereich
do-previous-panel = Voriger Bereich
do-undo = Rückgängig
do-redo = Wiederholen
do-search = Im Artikel suchen
do-next-hit = Nächster Treffer
do-previous-hit = Voriger Treffer
do-palette = Befehl oder Name suchen
do-keys = Tastenkürzel
do-log = Meldungen
do-letter-tags = Buchstaben an den Namen zeigen
do-voices = Nach Sprechern färben
do-entities = Namensliste ein- und ausblenden
do-lists = Aussagen und Kontext ein- und ausblenden
do-zoom-in = Text größer
do-zoom-out = Text kleiner
do-zoom-reset = Text in normaler Größe
do-full-screen = Vollbild
do-appearance = Darstellung
do-window-zoom-in = Alles größer
do-window-zoom-out = Alles kleiner
do-window-zoom-reset = Alles in normaler Größe
do-theme-system = Farben: wie das System
do-theme-light = Farben: hell
do-theme-dark = Farben: dunkel
do-theme-sepia = Farben: Sepia
do-theme-contrast-light = Farben: hoher Kontrast, hell
do-theme-contrast-dark = Farben: hoher Kontrast, dunkel
do-typeface-serif = Schrift: mit Serifen
do-typeface-sans = Schrift: ohne Serifen
do-typeface-legible = Schrift: leicht lesbar
do-motion = Weniger Bewegung
do-language-german = Sprache: Deutsch
do-language-english = Sprache: Englisch
key-left = Pfeil links
key-right = Pfeil rechts
key-up = Pfeil auf
key-down = Pfeil ab

# Speichern und Wiederöffnen
do-save = Korrekturen sofort speichern
status-saved = gespeichert
status-saving = wird gespeichert …
status-unsaved = nicht gespeichert
status-saved-in = Die Korrekturen sind gespeichert in { $path }
status-saving-hint = Korrekturen werden gespeichert, sobald Sie kurz innehalten
status-unsaved-hint = Klicken, um es noch einmal zu versuchen. { $reason }
message-saved = Korrekturen gespeichert
message-saved-elsewhere = Korrekturen in Ihrem Datenordner gespeichert
message-saved-elsewhere-hint = Im Ordner des Artikels darf nicht geschrieben werden; sie liegen deshalb in { $path }
message-saved-beside = Beide Fassungen sind aufgehoben
message-saved-beside-hint = Ihre Korrekturen liegen jetzt in { $path }
message-save-failed = Die Korrekturen sind nicht gespeichert
message-save-failed-hint = { $reason } Schaffen Sie Platz, oder prüfen Sie Ordner und Rechte von { $path }. Es wird weiter versucht, und nichts geht verloren, solange das Fenster offen ist. Mit „Exportieren“ kommen die Korrekturen an einen anderen Ort.
save-unwritable = Das System lässt es nicht zu ({ $reason }).
message-would-be-lost = Korrekturen sind noch nicht gespeichert
message-would-be-lost-hint = Schaffen Sie Platz oder exportieren Sie sie als JSON an einen anderen Ort. Wenn Sie das Fenster noch einmal schließen, sind sie verloren.
message-nothing-to-save = Es gibt keine Korrekturen zu speichern
message-nothing-to-save-hint = Korrekturen werden von selbst gespeichert, sobald Sie welche machen.
message-taken-over = Korrekturen aus einem anderen Fenster übernommen
message-taken-over-hint = Die Datei mit den Korrekturen dieses Artikels wurde geändert, hier war nichts ungespeichert.
message-review-not-used = Frühere Korrekturen konnten nicht übernommen werden
message-review-aside = { $reason } Der Artikel ist ohne sie geöffnet; die Datei ist aufgehoben als { $path }
message-review-left = { $reason } Der Artikel ist ohne sie geöffnet; die Datei bleibt unverändert: { $path }
review-unreadable = Die Datei lässt sich nicht lesen ({ $reason }). Prüfen Sie Name und Rechte und lesen Sie den Artikel neu.
review-too-large = Die Datei ist größer als jede, die Wortlaut schreibt.
review-damaged = Die Datei ist beschädigt, und zwar in Zeile { $line }, Spalte { $column }. Spielen Sie eine Sicherung zurück.
review-foreign = Die Datei ist nicht von Wortlaut.
review-senseless = Die Datei widerspricht sich, wie es beim Ändern von Hand geschehen kann ({ $reason }). Berichtigen Sie die Stelle, oder spielen Sie eine Sicherung zurück.
review-newer = Eine neuere Version von Wortlaut hat sie geschrieben (Format { $version }). Öffnen Sie den Artikel mit der neueren Version.
review-other-article = Sie gehören zu einem anderen Artikel: Vom Text ist kaum etwas wiederzufinden.
failure-busy = Ein anderes Fenster schreibt die Datei gerade und wird nicht fertig. Schließen Sie es.
failure-taken = Jemand anderes hat die Datei geändert.
failure-nowhere = Es gibt keinen Ordner für Ihre Daten. Speichern Sie den Artikel als Datei und öffnen Sie diese.
conflict-title = Dieser Artikel wurde auch anderswo korrigiert
conflict-body = Ein anderes Fenster oder Programm hat die Korrekturen von „{ $name }“ inzwischen geändert. Welche sollen gelten?
conflict-mine = Meine behalten
conflict-mine-hint = Die anderen werden ersetzt; eine Kopie von ihnen bleibt daneben liegen.
conflict-theirs = Die anderen übernehmen
conflict-theirs-hint = Was Sie seit dem letzten Speichern korrigiert haben, wird verworfen.
conflict-both = Beide behalten
conflict-both-hint = Ihre kommen in eine eigene Datei neben der anderen; Sie arbeiten darin weiter.
report-moved = { $n ->
    [one] 1 Korrektur verschoben
   *[other] { $n } Korrekturen verschoben
}
report-lost = { $n ->
    [one] 1 verloren
   *[other] { $n } verloren
}
report-lost-only = { $n ->
    [one] 1 Korrektur verloren
   *[other] { $n } Korrekturen verloren
}
report-body = { $counts }: Der Artikel ist nicht mehr, wie er war.
report-show = Einzelheiten
report-hide = Einzelheiten verbergen
report-close = Hinweis schließen
report-moved-title = Verschoben
report-lost-title = Verloren
report-go = „{ $quote }“
report-lost-line = „{ $quote }“: { $what }
report-more = { $n ->
    [one] und 1 weitere
   *[other] und { $n } weitere
}
lost-accepted = bestätigt
lost-rejected = verworfen
lost-open = Urteil zurückgenommen
lost-kind = als „{ $what }“ bestimmt
lost-entity = jemand anderem zugeordnet
lost-extent = Grenzen geändert
lost-note = Notiz „{ $what }“
lost-added-mention = markiert als „{ $what }“
lost-renamed = umbenannt in „{ $what }“
lost-role = Rolle „{ $what }“
lost-no-role = Rolle entfernt
lost-merged = zusammengelegt
lost-split = abgetrennt
lost-statement-kind = Redeform „{ $what }“
lost-added-statement = Aussage hinzugefügt
lost-speaker = Sprecher geändert
lost-addressee = Adressat geändert
lost-via = Quelle geändert
lost-key = Gewicht der Aussage geändert

# Korrigieren: Personen wählen
do-pick-speaker = Sprecher ändern
do-pick-addressee = Adressaten ändern
do-pick-via = Übermittler ändern
do-pick-meant = Gemeint ist …
do-merge = Mit einem anderen Namen zusammenführen
pick-speaker = Wer sagt das?
pick-addressee = An wen ist das gerichtet?
pick-via = Über wen wurde es bekannt?
pick-meant = Wer oder was ist mit „{ $words }“ gemeint?
pick-merge = „{ $name }“ zusammenführen mit …
pick-merge-hint = Der gewählte Name bleibt, der andere wird eine weitere Form davon.
pick-hint = Name
pick-nothing = Kein Name passt
pick-editorial = redaktionell: der Artikel selbst
pick-nobody = niemand Bestimmtes
pick-none = keiner dieser Namen
pick-new = neu: „{ $words }“
pick-words = „{ $words }“, wie im Text
pick-selected = die ausgewählten Wörter: „{ $words }“

# Korrigieren: Namen der Schritte
step-judged = { $what ->
    [statement] { $verdict ->
        [accepted] Aussage „{ $words }“ bestätigt
        [rejected] Aussage „{ $words }“ abgelehnt
       *[other] Aussage „{ $words }“ wieder offen
    }
   *[mention] { $verdict ->
        [accepted] „{ $words }“ bestätigt
        [rejected] „{ $words }“ entfernt
       *[other] „{ $words }“ wieder offen
    }
}
step-judged-many = { $what ->
    [mentions] { $n } Erwähnungen
    [statements] { $n } Aussagen
   *[findings] { $n } Funde
} { $verdict ->
    [accepted] bestätigt
    [rejected] abgelehnt
   *[other] wieder offen
}
step-is = „{ $words }“: { $new }
step-instead = „{ $words }“: { $new } statt { $old }
step-meant = „{ $words }“ meint jetzt: { $new }
step-meant-none = „{ $words }“ meint keinen der Namen
step-resized = „{ $words }“ umfasst jetzt: „{ $new }“
step-marked = „{ $words }“ markiert: { $new }
step-marked-many = „{ $words }“ an { $n } Stellen markiert
step-retyped-many = { $n } Erwähnungen: { $kind }
step-renamed = „{ $words }“ umbenannt in „{ $new }“
step-role = Rolle von „{ $words }“: { $new }
step-role-gone = Rolle von „{ $words }“ entfernt
step-merged = „{ $words }“ mit „{ $new }“ zusammengeführt
step-split = { $n ->
    [one] 1 Erwähnung abgetrennt: „{ $name }“
   *[other] { $n } Erwähnungen abgetrennt: „{ $name }“
}
step-content = Wortlaut der Aussage „{ $words }“ geändert
step-added = Aussage „{ $words }“ hinzugefügt
step-speaker = „{ $words }“ sagt jetzt: { $new }
step-addressee = „{ $words }“ richtet sich an: { $new }
step-via = „{ $words }“ kam über: { $new }
step-key = „{ $words }“ ist eine Kernaussage
step-no-key = „{ $words }“ ist keine Kernaussage mehr
step-note = Notiz zu „{ $words }“
step-note-gone = Notiz zu „{ $words }“ gelöscht
step-article-note = Notiz zum Artikel
step-article-note-gone = Notiz zum Artikel gelöscht
step-many = { $n } Änderungen
refused-gone = Das gibt es nicht mehr: Eine andere Änderung ist dazwischengekommen.
refused-no-words = Dort stehen keine Wörter, die sich markieren lassen.
refused-no-content = Eine Aussage braucht Wörter, die im Text aufeinanderfolgen.
refused-nothing-to-split = Wählen Sie zuerst die Erwähnungen aus, die jemand anderen meinen.
refused-no-name = Ein Name braucht mindestens einen sichtbaren Buchstaben.
refused-no-entity-kind = Nur Personen, Organisationen, Orte und weitere Namen lassen sich so ändern.
refused-too-deep = So viele ineinander verschachtelte Änderungen lassen sich nicht auf einmal machen.
speaker-editorial = Redaktion
query-which-note = Was steht in der Notiz? Mit * findet die Suche alle Notizen.

# Korrigieren: Schritte und Herkunft
do-steps = Alle Änderungen
done-undone = Rückgängig gemacht: { $step }
done-redone = Wiederholt: { $step }
done-moved = Stand nach { $n } von { $m } Änderungen
steps-title = { $n ->
    [one] 1 Änderung
   *[other] { $n } Änderungen
}
steps-begin = Anfang
steps-begin-hint = wie das Programm es gefunden hat
steps-undone = { $step }, rückgängig gemacht
provenance-program = { $program }, { $percent } %
provenance-wortlaut = Wortlaut { $version }, Modelle { $models }
provenance-reader = Leser
provenance-reader-named = Leser: { $name }
verdict-open = offen
verdict-accepted = bestätigt
verdict-changed = geändert
verdict-rejected = abgelehnt
verdict-added = hinzugefügt

# Korrigieren: Notizen
do-rename = Umbenennen
do-note = Notiz schreiben
note-hint = Notiz
note-keys = Strg+Enter übernimmt, Esc verwirft

# Korrigieren: Aussagen
filter-verdict = Urteil
filter-verdict-all = Jedes Urteil
no-statements-rejected = Keine Aussage ist abgelehnt.
statement-confirm = Aussage bestätigen
statement-unconfirm = Bestätigung zurücknehmen
statement-reject = Aussage ablehnen
statement-make-key = Zur Kernaussage machen
statement-no-key = Keine Kernaussage
statement-kind-menu = Wiedergabe: { $kind }
statement-more = Mehr zu dieser Aussage
statement-use-selection = Auswahl als Wortlaut
statement-take-back = Zurückholen
statement-take-back-name = Zurückholen: { $text }
statement-to = an { $name }
note-statement = Notiz zur Aussage

# Korrigieren: Prüfen
do-show-review = Prüfen zeigen
do-next-open = Nächster ungeprüfter Fund
do-previous-open = Voriger ungeprüfter Fund
review-tab = Prüfen
review-progress = { $n } von { $m } geprüft
review-nothing = In diesem Artikel gibt es nichts zu prüfen.
review-done = Alles geprüft.
review-confirm = Bestätigen
review-reject = Ablehnen
review-skip = Später
review-rather = Oder eher:
review-retype = Art ändern: { $kind }
review-confirm-sure = Alle über { $percent } % bestätigen ({ $n })
review-confirm-all = { $n ->
    [one] Bestätigen
   *[other] Alle { $n } bestätigen
}
review-confirm-group = { $name }: { $n ->
    [one] den Fund bestätigen
   *[other] alle { $n } bestätigen
}
review-group = { $name }, { $n } ungeprüft
review-statements-by = Aussagen: { $name }
review-percent = { $n } %
review-line-done = geprüft

# Korrigieren: Kontext
entity-kind-menu = Art: { $kind }
entity-more = Mehr zu diesem Namen
entity-note-write = Notiz zum Namen
entity-name-field = Name
entity-role = Rolle ändern
entity-role-field = Rolle
entity-occurrences = Alle Stellen prüfen …
entity-split = Einige Stellen abtrennen …
entity-split-hint = Klicken Sie die Stellen an, die jemand anderen meinen.
entity-split-name = Name dafür
entity-split-do = { $n ->
    [0] Abtrennen
    [one] 1 Stelle abtrennen
   *[other] { $n } Stellen abtrennen
}
entity-confirm-all = { $n ->
    [one] Die offene Stelle bestätigen
   *[other] Alle { $n } offenen Stellen bestätigen
}
entity-reject-all = { $n ->
    [one] Die offene Stelle ablehnen
   *[other] Alle { $n } offenen Stellen ablehnen
}
entity-merge-drop = „{ $from }“ mit „{ $into }“ zusammenführen
mention-confirm = Stelle bestätigen
mention-reject = Stelle ablehnen
note-entity = Notiz zum Namen
note-mention = Notiz zur Stelle

# Korrigieren: Artikel und Leser
do-name-reader = Meinen Namen für Korrekturen angeben
do-article-note = Notiz zum Artikel schreiben
note-article = Notiz zum Artikel
note-article-field = Notiz zum Artikel, Text
reader-name = Mein Name in Korrekturen
reader-name-hint = ohne Namen
pick-field = Name suchen
reader-name-field = Name des Lesers
mention-note-write = Notiz zu dieser Stelle

# Fremde Annotationen
unfit-body = { $n ->
    [one] Eine Angabe der Datei passt nicht.
   *[other] { $n } Angaben der Datei passen nicht.
}
unfit-line = { $place }: { $reason }
unfit-line-quoted = { $place }: { $reason } („{ $quote }“)
unfit-place-line = Zeile { $number }
unfit-place-mention = Erwähnung { $number }
unfit-place-statement = Aussage { $number }
unfit-place-correction = Korrektur
unfit-place-heading = Kopfzeile
unfit-beyond = steht außerhalb des Textes
unfit-other-words = im Text stehen dort andere Wörter
unfit-not-found = die Wörter stehen nicht im Text
unfit-unknown-label = diese Bezeichnung ist unbekannt
unfit-incomplete = ist unvollständig
unfit-dangling = verweist auf etwas, das fehlt
unfit-ambiguous = die Wörter stehen an mehreren Stellen
unfit-contradicts = widerspricht den übrigen Angaben
unfit-no-place = dafür gibt es hier keinen Platz
# Zitieren
do-cite = Als Zitat kopieren
do-cite-markdown = Als Markdown kopieren
do-card = Als Bild (Zitatkarte)
do-cite-listed = Gelistete Aussagen als Zitate kopieren
do-cite-listed-markdown = Gelistete Aussagen als Markdown kopieren
cite-via = laut { $names }
cite-agency = zit. nach { $name }
cite-indirect = sinngemäß
cite-reported = in den Worten des Artikels
cite-file = Datei: { $name }
cite-in = In: { $medium }
cite-source = Quelle:
cite-listed-menu = Gelistete Aussagen kopieren
card-title = Zitatkarte
card-name = Karte: { $words } { $who }
card-wide = Breit, 1200 × 675
card-square = Quadratisch, 1080 × 1080
card-copy = Bild kopieren
card-save = Speichern unter …
card-save-title = Zitatkarte speichern
selection-copy = Kopieren
selection-cite = Zitat
selection-markdown = Markdown
selection-card = Bild
done-copied = { $n ->
    [one] Zitat mit Quelle kopiert
   *[other] { $n } Zitate mit Quelle kopiert
}
done-copied-markdown = { $n ->
    [one] Zitat als Markdown kopiert
   *[other] { $n } Zitate als Markdown kopiert
}
done-copied-card = Karte als Bild kopiert
message-nothing-to-cite = Nichts zu zitieren
message-nothing-to-cite-hint = Wählen Sie eine Aussage oder Wörter im Text.
message-copy-failed = Das Kopieren ist nicht gelungen
message-copy-failed-hint = Das System gibt die Zwischenablage nicht frei. Versuchen Sie es noch einmal, oder exportieren Sie in eine Datei.
