# The window, in English.

# Toolbar
open-article = Open
export-findings = Export
appearance-button = Aa
appearance-hint = Colours, typeface, language
appearance-colours = Colours
theme-light = Light
theme-dark = Dark
theme-sepia = Sepia
theme-contrast-light = Contrast light
theme-contrast-dark = Contrast dark
appearance-typeface = Typeface of the article
typeface-sample = Rag
typeface-serif = Serif
typeface-serif-hint = Literata, as in books and newspapers
typeface-sans = Sans serif
typeface-sans-hint = Inter, as in the rest of the window
typeface-legible = Easy to read
typeface-legible-hint = Atkinson Hyperlegible: no letter looks like another
appearance-text-size = Text size
appearance-line-width = Line width
appearance-characters = { $n } characters
appearance-line-height = Line spacing
appearance-zoom = Overall zoom
appearance-more = { $label }: more
appearance-less = { $label }: less
appearance-language = Language
appearance-reset = Reset
choose-system = Follow system
language-german = Deutsch
language-english = English
chip-show = Click to highlight them in the text
chip-hide = Click to stop highlighting them
chip-name = { $label }, { $n }, { $shown ->
    [yes] highlighted
   *[no] not highlighted
}

# Personal lexicon
do-lexicon = Personal lexicon
do-learn = Remember what is offered
lexicon-title = Personal lexicon
lexicon-hint = What stands here holds for every article that Wortlaut reads from now on.
lexicon-words = Word or name
lexicon-reading = Meaning of the new entry
lexicon-entity = Full name
lexicon-add = Add
lexicon-search = Search entries
lexicon-count = { $n } of { $all }
lexicon-empty = Nothing learned yet. When you correct a name or a statement, Wortlaut asks whether that shall always be so.
lexicon-never = Never a name
lexicon-no-cue = Announces no statement
lexicon-remove = Remove “{ $words }”
lexicon-removed = “{ $words }” is removed.
lexicon-put-back = Put back
lexicon-path = File: { $path }
lexicon-faults = { $n ->
    [one] Line { $lines } of the file makes no sense and is left out.
   *[other] Lines { $lines } of the file make no sense and are left out.
}
lexicon-import = Import…
lexicon-export = Export…
lexicon-quoted = “{ $words }”
lexicon-learn = Remember
lexicon-decline = No
lexicon-offer-name = Read { $words } as { $kind } from now on?
lexicon-offer-entity = Read { $words } as { $entity } ({ $kind }) from now on?
lexicon-offer-never = Never read { $words } as a name from now on?
lexicon-offer-cue = No longer take { $words } as announcing a statement?
notice-taught = The personal lexicon has changed: this article would be read otherwise now.
message-lexicon-read-again = The personal lexicon was read again
message-lexicon-read-again-hint = Another program has changed the file.
message-lexicon-imported = { $n ->
    [0] No new entry
    [one] 1 new entry
   *[other] { $n } new entries
}
message-lexicon-imported-hint = { $known ->
    [0] None was known.
    [one] 1 was known.
   *[other] { $known } were known.
} { $contradicting ->
    [0] None contradicts one that was there.
    [one] 1 contradicts one that was there, which stays: { $words }.
   *[other] { $contradicting } contradict some that were there, which stay: { $words }.
}
message-lexicon-imported-faults = { $n ->
    [one] 1 line makes no sense.
   *[other] { $n } lines make no sense.
}
message-lexicon-faults = Something in the personal lexicon makes no sense

# Comparison
do-compare = Compare with another annotation
do-next-difference = Next difference
do-previous-difference = Previous difference
do-take-a = Difference: take over A
do-take-b = Difference: take over B
compare-tab = Comparison
compare-pick = Compare with what?
compare-side = { $side }: { $name }
compare-close = End the comparison
compare-columns = How many in A and B, F1 with the same borders (=) and with an overlap (≈), Krippendorff’s uα
compare-line = { $name }: { $a } in A, { $b } in B, F1 with the same borders { $exact }, with an overlap { $overlap }, Krippendorff’s uα { $alpha }
compare-alpha = uα
compare-mentions = Mentions
compare-statements = Statements
compare-speakers = Same speaker: { $n } of { $all } statements that both have
compare-unfold = By kind
compare-fold = All together
compare-differences = { $n ->
    [0] No difference
    [one] 1 difference
   *[other] { $n } differences
}
compare-same = Both annotations agree.
compare-filter = { $label }, { $n ->
    [one] 1 difference
   *[other] { $n } differences
}
compare-take-all = { $n ->
    [one] The one from { $side }
   *[other] All { $n } from { $side }
}
compare-take = Take over { $side }
compare-take-name = Take over { $side }: { $what }
compare-only-a = Only in A
compare-only-b = Only in B
compare-kind = Other kind
compare-borders = Other borders
compare-who = Somebody else
compare-nobody = nobody
compare-mention = mention
compare-statement = statement
compare-missing = missing
compare-quoted = “{ $words }”
compare-spoken = { $aspect }, { $subject }. A: { $a }. B: { $b }
message-other-text = This file annotates another text. Only annotations of the same text can be compared.
# Correcting in the text
do-mark-person = Mark as a person
do-mark-organisation = Mark as an organisation
do-mark-location = Mark as a place
do-mark-other = Mark as another name
do-mark-role = Mark as a role
do-mark-date = Mark as a date
do-mark-time = Mark as a time
do-mark-duration = Mark as a duration
do-mark-amount = Mark as an amount
do-mark-direct = Mark as a direct statement
do-mark-indirect = Mark as an indirect statement
do-mark-reported = Mark as a reported statement
do-mark-free = Mark as free indirect speech
do-use-as-speaker = Speaker of the statement in focus
do-use-as-content = Content of the statement in focus
do-confirm = Confirm
do-reject = Reject
do-reopen = Take the verdict back
do-mark-menu = Menu of the mark
do-occurrences-all = Take over all other places
do-occurrences = Check places one by one
do-next-word = Select the next word
do-previous-word = Select the previous word
do-right-edge-on = End one word further
do-right-edge-back = End one word back
do-left-edge-back = Beginning one word back
do-left-edge-on = Beginning one word further
do-right-edge-on-letter = End one letter further
do-right-edge-back-letter = End one letter back
do-left-edge-back-letter = Beginning one letter back
do-left-edge-on-letter = Beginning one letter further
kind-other-short = Other
selection-bar = Mark the selection
selection-statement = Statement
menu-left-edge = Beginning
menu-right-edge = End
handle-left = Move the beginning of “{ $name }”
handle-right = Move the end of “{ $name }”
offer-mark = { $n ->
    [one] “{ $name }” found once more
   *[other] “{ $name }” found { $n } more times
}
offer-reject = { $n ->
    [one] Reject the other “{ $name }”, too?
   *[other] Reject { $n } other “{ $name }”, too?
}
offer-all = All
offer-one-by-one = One by one
offer-no = No
check-title = Places of “{ $name }”
check-hint = Space ticks and unticks, Enter does everything in one step.
check-part = Part of a longer word
check-confirm = Confirm
check-reject = Reject
check-all = All
check-none = None
check-do-mark = { $n ->
    [one] Mark one place
   *[other] Mark { $n } places
}
check-do-confirm = { $n ->
    [one] Confirm one place
   *[other] Confirm { $n } places
}
check-do-reject = { $n ->
    [one] Reject one place
   *[other] Reject { $n } places
}

# Kinds
kind-person = Person
kind-organisation = Organisation
kind-location = Place
kind-other = Other name
kind-role = Role
kind-date = Date
kind-time = Time
kind-duration = Duration
kind-amount = Amount
kinds-person = People
kinds-organisation = Organisations
kinds-location = Places
kinds-other = Others
kinds-role = Roles
kinds-date = Dates
kinds-time = Times
kinds-duration = Durations
kinds-amount = Amounts
about-person = People: “Erika Ohnesorg”
about-organisation = Organisations: “Stadtwerke Neustadt”
about-location = Places: “Neustadt”
about-other = Events, works, products, laws: “Oktoberfest”
about-role = Offices and professions: “Bürgermeisterin”
about-date = Dates: “am 3. Mai”
about-time = Times of day: “15.30 Uhr”
about-duration = Durations: “drei Tage lang”
about-amount = Quantities and sums: “80 Prozent”
letter-person = P
letter-organisation = O
letter-location = L
letter-other = N
letter-role = R
letter-date = D
letter-time = T
letter-duration = S
letter-amount = A
form-name = name
form-derived = derived word
form-part = part of a word
form-description = description
form-pronoun = pronoun
statement-direct = direct
statement-indirect = indirect
statement-reported = reported
statement-free-indirect = free indirect
statement-indirect-free-indirect = indirect, free

# Numbers
n-mentions = { $n ->
    [one] 1 mention
   *[other] { $n } mentions
}
n-words = { $n ->
    [one] 1 word
   *[other] { $n } words
}
n-statements = { $n ->
    [one] 1 statement
   *[other] { $n } statements
}
n-of-m = { $n } of { $m }
number-percent = { $n }%

# What dates, times and amounts come to
value-day = { $day } { $month } { $year }
value-week = week { $week } of { $year }
value-century = { $n ->
    [1] 1st
    [2] 2nd
    [3] 3rd
    [21] 21st
    [22] 22nd
   *[other] { $n }th
} century
value-and = and
value-or = or
value-up-to = { $length } up to { $day }
value-from-on = { $length } from { $day } on
value-some = several
part-morning = morning
part-midday = midday
part-afternoon = afternoon
part-evening = evening
part-night = night
value-decade = { $year }s
value-clock = { $time }
value-from-to = { $from } to { $to }
value-since = since { $from }
value-until = until { $to }
value-about = about { $value }
duration-years = { $n ->
    [one] { $shown } year
   *[other] { $shown } years
}
duration-months = { $n ->
    [one] { $shown } month
   *[other] { $shown } months
}
duration-weeks = { $n ->
    [one] { $shown } week
   *[other] { $shown } weeks
}
duration-days = { $n ->
    [one] { $shown } day
   *[other] { $shown } days
}
duration-hours = { $n ->
    [one] { $shown } hour
   *[other] { $shown } hours
}
duration-minutes = { $n ->
    [one] { $shown } minute
   *[other] { $shown } minutes
}
duration-seconds = { $n ->
    [one] { $shown } second
   *[other] { $shown } seconds
}
month-january = January
month-february = February
month-march = March
month-april = April
month-may = May
month-june = June
month-july = July
month-august = August
month-september = September
month-october = October
month-november = November
month-december = December
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
season-spring = spring
season-summer = summer
season-autumn = autumn
season-winter = winter

# Hint at a name
tip-around = Part of: { $kind } “{ $name }”
tip-same = Also: { $kind } “{ $name }”
tip-outward = Another click goes there.

# Names in the text, for screen readers
mark-name = { $kind }, { $name }, { $mentions }
mark-name-speaker = { $kind }, { $name }, { $mentions }, { $statements }
mark-words = { $kind }, { $name }
mark-value = { $label }, { $value }
mark-verdict = { $label }, { $verdict }
mark-inside = { $label }, in “{ $name }”
mark-more = { $label }, continued
margin-bar = Statement in the margin, { $kind }, { $speaker }
pill-above = Further up: { $name }
pill-below = Further down: { $name }
article-panel = Article

# Statements
statements-tab = Statements
context-tab = Context
speaker-unknown = Speaker unknown
statement-key = Key statements
statement-rest = Other statements
statement-all = All statements
statement-via-hint = Reached the article via { $names }{ $n ->
    [one] .
   *[other] , the last stop first.
}
statement-inside = in the statement by { $speaker }: { $text }
statement-part = in: { $text }
via-anonymous = { $name } (anonymous)
anonymous-mark = anonymous
anonymous-hint = The source stays unnamed.
medium-writing = written
medium-writing-hint = Written, not spoken.
medium-thought = thought
medium-thought-hint = Thought or felt, not said.
stance-distancing = distancing
stance-distancing-hint = The article keeps its distance from this.
stance-endorsing = endorsing
stance-endorsing-hint = The article treats this as true or important.
stance-neutral-hint = Reported neutrally.
stance-by-cue = { $stance }: “{ $cue }”. { $hint }
statement-via = via { $names }
statement-card = Statement, { $kind }, { $speaker }: { $text }
filter-speaker = Speaker
filter-speaker-all = All speakers
filter-kind = Kind
filter-kind-all = All kinds
filter-words = Find
filter-words-name = Find in the statements
filter-level = Confidence
filter-level-all = Any confidence
filter-order = Order
filter-anonymous = Anonymous source
filter-anonymous-hint = Only statements whose speaker, or a stop on the way, stays unnamed
filter-source = Only: { $label }, { $n }
filter-group = Group by speaker
group-heading = { $speaker }, { $n ->
    [one] 1 statement
   *[other] { $n } statements
}, { $percent }%, { $open ->
    [yes] open
   *[no] closed
}
group-count = { $n } · { $percent }%
filter-clear = Clear filter
order-key = Key first
order-text = As in the text
order-speaker = By speaker
order-salience = By weight
no-statements = No statements found
no-statements-hint = Nobody is quoted in this article, or the program missed it.
no-statements-filtered = No statement matches this filter
confidence-high = Fairly certain
confidence-middle = Likely
confidence-percent = { $sure } · { $n }%
confidence-low = Uncertain
because-reason = Reason: { $why }
because-cue = { $why } (“{ $cue }”)
because-subject = subject of the verb that announces the statement
because-preposition = named with “laut”, “nach Angaben”, “zufolge” or the like
because-agent = follows “von” or “durch” in a passive clause
because-sentence = the sentence itself names the speaker
because-carried-on = continues the statement before
because-nearest = the nearest fitting name in the text
because-enclosing = speaker of the statement around this one
because-medium = the medium that the statement came through
because-label = stands before the colon at the beginning of the paragraph
because-addressed = is called by name in the questions and answers here
because-reader = set by you
because-editorial = Set by hand: the article’s own words
because-unknown = not found in the text

# Voices
voices-button = Voices
voices-toggle = Voices: colour the text by speaker
voices-more = and { $n } more
voice-entry = Voice: { $speaker }, { $n ->
    [one] 1 statement
   *[other] { $n } statements
}

# Names
entities-panel = Names
no-entities = No names found
entities-search = Find
entities-search-name = Find in the names
no-entities-called = No name fits
entities-group = { $label }, { $n }, { $open ->
    [yes] open
   *[no] closed
}
entity-row = { $kind }, { $name }, { $mentions }
entity-related = { $n ->
    [one] only 1 related word
   *[other] only { $n } related words
}

# Context
context-empty = Click a name
context-empty-hint = Then you see here who or what is meant, where else the name appears, and what the person says.
context-aliases = also: { $names }
context-related = related:
context-party = Party: { $name }
context-members = Members in the text
context-member = Member: { $name }
context-related-words = Related word: { $words }, { $n ->
    [one] 1 place
   *[other] { $n } places
}
context-around = Part of
context-inside = Contains
context-same = Also
context-part = { $kind }: { $name }
context-here = here: { $words }
context-timeline = Timeline
context-durations = All durations
context-amounts = All amounts
context-roles = All offices and professions
context-fact = { $words }: { $value }
context-no-value = no fixed value
context-no-holder = not tied to anyone
context-value = Value
context-places = In the text
context-statements = Statements
context-companions = In the same sentence as
context-about = Others on { $name }
context-more = { $n ->
    [one] Show 1 more
   *[other] Show { $n } more
}
context-dispersion = Spread over the text, { $n ->
    [one] 1 place
   *[other] { $n } places
}
context-dispersion-hint = From the beginning of the article to its end. A click leads to the nearest place.
sort-text = In text
sort-left = before
sort-name = name
sort-right = after
sort-by-text = Order places: as in the text
sort-by-left = Order places: by the words before
sort-by-name = Order places: by the form of the name
sort-by-right = Order places: by the words after
context-line = Place { $n }: { $text }
context-companion = { $name }, { $n ->
    [one] in 1 sentence
   *[other] in { $n } sentences
}

# Search in the article
search-hint = Find in the article
search-field = Find in the article
search-close = Close the search
search-nothing = No hits
search-hits = { $n ->
    [one] 1 hit
   *[other] { $n } hits
}
n-of-many = { $n } of more than { $m }
search-by-type = all people in the text
search-by-speaker = what somebody says
search-by-both = of that, indirect speech only
search-by-pattern = a regular expression
query-type = type
query-speaker = speaker
query-kind = kind
query-person = person
query-indirect = indirect
query-no-field = “{ $name }” is not a search field. There are type:, speaker:, kind:, via: and note:. Put it in quotation marks to find it as text.
query-no-type = There is no type “{ $name }”. Types are person, organisation, place, other, role, date, time, duration and amount.
query-no-kind = There is no kind “{ $name }”. Kinds are direct, indirect, reported and free.
query-which-type = Which type? person, organisation, place, other, role, date, time, duration or amount
query-which-speaker = Who? A name, a role, “unknown”, “anonymous” or “editorial”
query-which-kind = Which kind? direct, indirect, reported or free
query-which-via = Via whom? An agency, a newspaper, a broadcaster
query-only-excluded = Say what to look for; a minus only excludes.
query-open-pattern = A regular expression ends with a second slash.
query-too-long = This is too long for a search.
query-open-group = The regular expression lacks a closing parenthesis: )
query-stray-group-end = The regular expression has one parenthesis too many: )
query-open-class = The regular expression lacks a square bracket: ]
query-nothing-to-repeat = There is nothing before *, + or ? that could be repeated.
query-escape = The backslash means nothing here. Write a backslash itself twice.
query-look-around = Look-ahead and look-behind, (?=…) and (?<=…), do not exist here.
query-backreference = Backreferences such as \1 do not exist here.
query-too-large = This regular expression is too complex. Smaller repetitions help.
query-wrong-pattern = This regular expression cannot be understood.

# Balance
balance-tab = Balance
balance-title = Who gets a say?
balance-text = Shares of the text
part-direct = direct
part-indirect = indirect
part-reported = reported
part-narrator = narrator
balance-voices = Voices by words
balance-voice = { $speaker }, { $figures }, of these { $direct } direct, { $indirect } indirect, { $reported } reported
balance-voice-hint = Click to show only these statements
balance-silent = Often mentioned, never heard
balance-silent-nobody = Nobody. Every person and organisation mentioned three times or more also gets a say.
balance-silent-name = { $name }, { $n ->
    [one] 1 mention
   *[other] { $n } mentions
}, no statement
balance-sources = Sources
balance-anonymous = Anonymous source
balance-source = { $label }: { $figures }, { $share } of the statements
balance-export = Export the balance
balance-export-as = Export the balance as { $format }
balance-csv = CSV
balance-csv-hint = table of all figures
balance-svg = SVG
balance-svg-hint = image, sharp at any size
balance-png = PNG
balance-png-hint = image, fixed resolution

# Empty window
welcome-title = Who says what?
welcome-lead = Wortlaut reads German news: it shows who is in an article, and who said what in it.
welcome-drop = Drop a file here
welcome-choose = Choose an article
welcome-drop-formats = PDF, Word, OpenDocument, e-book, web page, mail, subtitles or text
welcome-open = Open an article…
welcome-examples = Or start with an example
welcome-example = Example: { $title }
welcome-offline = Everything stays on this computer. The program never goes online.
reading-article = Reading { $name }…
drop-here = Release to open the article

# Export
export-title = Export
export-json = JSON
export-json-hint = everything, lossless
export-xlsx = Excel
export-xlsx-hint = one workbook: statements, names, mentions
export-csv-excel = CSV for Excel (German)
export-csv-excel-hint = with semicolons and decimal commas
export-web-annotation = Web Annotation
export-web-annotation-hint = everything as JSON-LD, for archives and annotation servers
export-csv = CSV
export-csv-hint = three tables: statements, names, mentions
export-tei = TEI P5
export-tei-hint = for digital editions and text archives
export-docx = Word
export-docx-hint = report to write on and print
export-markdown = Markdown report
export-markdown-hint = for notes, blogs and archives
export-qdpx = REFI-QDA
export-qdpx-hint = for MAXQDA, ATLAS.ti, NVivo and QualCoder
export-html = HTML report
export-html-hint = one page to read and print
export-webanno-tsv = WebAnno TSV
export-webanno-tsv-hint = for annotation in INCEpTION and WebAnno
export-conll2002 = CoNLL-2002
export-conll2002-hint = names as IOB2 tags, for taggers
export-conllu = CoNLL-U
export-conllu-hint = words, entities and statements, for corpora (CorefUD)
export-spacy = spaCy JSON
export-spacy-hint = a document for spaCy
export-gernewsqua = GerNewsQuA
export-gernewsqua-hint = statements in the layout of the quotation corpus
export-brat = brat
export-brat-hint = annotations for the tool brat
export-cas-json = UIMA CAS (JSON)
export-cas-json-hint = for INCEpTION and DKPro
export-cas-xmi = UIMA CAS (XMI)
export-cas-xmi-hint = for UIMA and DKPro, with its type system
export-label-studio = Label Studio
export-label-studio-hint = task with predictions and annotations
export-doccano = doccano
export-doccano-hint = spans and relations as a line of JSON
export-prodigy = Prodigy
export-prodigy-hint = tokens, spans and relations as lines of JSON
export-group-report = Reports
export-group-table = Tables
export-group-exchange = Keep and exchange
export-group-tool = Annotation programs
export-group-corpus = Corpora
export-files = Files
export-reads-back = Wortlaut can open it again.
export-extent = Extent
export-filtered = Only what is shown now
export-passing = { $mentions } mentions, { $statements } statements
export-lossless = The format holds everything.
export-losses = The format does not hold:
export-loss = { $what }: { $count }
export-example = “{ $words }”
loss-mentions = Mentions
loss-overlaps = Mentions inside or across others
loss-widened = Mentions widened to whole words
loss-kinds = Kinds that the format does not know
loss-forms = Forms of mentions
loss-values = Values of dates and amounts
loss-entities = Links from mentions to names
loss-entity-facts = Roles, parties, other names
loss-statements = Statements
loss-pieces = Further pieces of statements
loss-statement-facts = Kinds of statements
loss-cues = Announcing words
loss-speakers = Speakers
loss-addressees = Addressees
loss-via = Sources on the way
loss-nesting = Statements in statements
loss-frames = Sentences around statements
loss-confidence = Confidences
loss-verdicts = Verdicts
loss-notes = Notes
loss-steps = Corrections as steps
loss-provenance = Who corrected what, and when
loss-blocks = Parts of the article
loss-metadata = Facts about the article
loss-text = Text of the article
loss-characters = Replaced characters that the format forbids
export-target = Save as…
dialog-cancel = Cancel
dialog-accept = Accept
path-open = Open an article
path-open-hint = This system has no file dialog (package xdg-desktop-portal-gtk or zenity). Type the path:
path-export = Save as
path-export-hint = This system has no file dialog (package xdg-desktop-portal-gtk or zenity). Type folder and name:
path-field = Path
files-articles = Articles
files-all = All files

# Messages
message-read-failed = { $name } cannot be read
message-exported = Exported
message-export-failed = { $name } was not written
message-nothing-open = No article is open
message-nothing-open-hint = Open an article first.
message-dismiss = Close the message
message-more = { $n ->
    [one] 1 more message
   *[other] { $n } more messages
}
message-show-all = Show all
message-dismiss-all = Close all

# Status bar
status-offline = offline
status-offline-hint = The program never goes online.
status-ready = Ready
status-encoding = Character encoding { $name }
status-zoom = Text { $n }%

# Why something failed, and the way out
failure-missing = There is no such file. Check the name.
failure-folder = This is a folder. Choose a file inside it.
failure-empty-folder = There is no article in this folder. Put files with articles there or choose another one.
failure-not-a-file = This is a device or a pipe, not a file. Save what it holds as a file first.
failure-no-permission = You may not read this file. Change its permissions or copy it.
failure-empty = The file is empty. Choose another one.
failure-blank = The file holds nothing but white space. Choose another one.
failure-binary = This is { $looks }, not text. Save the article as text (.txt) or in another format that can be read.
failure-too-large = The file is larger than 50 MB. Split it into smaller files.
failure-too-long = The text has more than 400,000 words and marks, more than a long book. Split it into smaller files.
failure-too-intricate = This web page is too intricate to be an article. Save the article as text (.txt).
failure-encrypted = The file is encrypted. Open it in its own program and save it without a password.
failure-scan = The file holds pictures of pages, not text. Run a text recognition (OCR) on it first.
failure-bloated = The file unpacks to more than any article takes. Save the article as text (.txt).
failure-too-slow = Reading this file takes too long. Save the article as text (.txt) or split it into smaller files.
failure-damaged-article = The file is damaged ({ $reason }). Get it again or save the article as text (.txt).
failure-no-article = There is no article text in this file. Save the article as text (.txt).
failure-unreadable = The file cannot be read ({ $reason }). Try a copy of it.
failure-annotations-too-large = The file is larger than annotations of one article can be. Export it again, a file for each article.
failure-annotations-too-slow = Reading this file takes too long. Export it again with fewer annotations.
failure-annotations-damaged = The file is damaged ({ $detail }). Export it again.
failure-annotations-unknown = Annotations in this format cannot be read. Export them in one that Wortlaut writes too.
failure-annotations-empty = The file holds no annotations of an article. Open the article itself.
failure-annotations-needs-article = The text is not in the file. Put the article beside it, under the same name.
failure-annotations-other-text = The annotations belong to another text. Open the article first that they belong to.
failure-annotations-foreign = This is JSON, but not Wortlaut’s. Open the article itself.
failure-annotations-newer = A newer Wortlaut wrote this file. Update the program.
failure-annotations-contradiction = The file contradicts itself ({ $detail }). Export it again.
failure-annotations-corrections = The corrections in it do not fit ({ $detail }). Set “edits” to [] and “found” to null in it to open it without corrections.
failure-annotations-other-result = The corrections in it lead to something else than it shows. Set “edits” to [] and “found” to null to open what it shows.
failure-models = The models in the program are damaged ({ $reason }). Reinstall it.
failure-internal = A bug in the program. Please report it together with the file.
failure-onto-article = The export would replace the article itself. Choose another name or folder.
failure-no-file-name = There is no file name. Choose a name inside a folder.
failure-unwritable = Nothing can be written there ({ $reason }). Choose another folder.
damage-cut = it ends too early
damage-missing = { $part } is missing
damage-no-text = { $looks } without text
damage-no-chapters = no chapter in it
damage-no-pages = no page in it
damage-no-header = no header of a mail
damage-unknown-encryption = unknown encryption
damage-no-sense = a part of it makes no sense
looks-pdf = a PDF
looks-docx = a Word document (DOCX)
looks-doc = an old Office document (DOC)
looks-odt = an OpenDocument text (ODT)
looks-epub = an e-book (EPUB)
looks-rtf = a Rich Text document (RTF)
looks-zip = a ZIP archive
looks-archive = a compressed archive
looks-image = an image
looks-media = an audio or video file
looks-program = a program
looks-data = binary data

# Opening and tabs
open-folder = Open folder
reading-clipboard = Reading the clipboard…
message-nothing-to-paste = There is no text on the clipboard
message-nothing-to-paste-hint = Copy the article in your browser or another program and try again.
message-too-many-tabs = No more than { $n } articles can be open at once
message-too-many-tabs-hint = Close some, or open the folder that the articles are in.
message-settings-failed = Your settings were not saved
welcome-paste = Paste
welcome-recent = Recently opened
tab-empty = Start
tab-clipboard = Clipboard
tab-close = Close { $name }
notice-changed = The file has changed since it was read.
notice-read-again = Read again
notice-keep = Keep this version
folder-articles = { $n ->
    [one] 1 article
   *[other] { $n } articles
}
folder-more = more are not listed
remark-language = This article is in { $language }. Wortlaut is made for German and finds names and statements here only in part.
remark-stub = The page shows only the beginning of the article; the rest is behind a paywall. What is there has been read.
in-english = English
in-french = French
in-italian = Italian
in-spanish = Spanish
in-dutch = Dutch
in-danish = Danish or Norwegian
in-polish = Polish
in-turkish = Turkish
status-agencies = { $n ->
    [one] Agency: { $names }
   *[other] Agencies: { $names }
}
status-agencies-hint = The article is an agency report: everything in it came this way.
status-agencies-material = The article names agencies among its sources.
status-encoding-hint = Click if umlauts look wrong
dialog-close = Close
log-title = Messages
log-empty = There have been no messages so far.
log-copy = Copy all
keys-title = Keyboard shortcuts
keys-hint = Click a line and press the key you would rather have. Esc cancels.
keys-press = Press a key…
keys-reset = Reset all keys
keys-files = Files and tabs
keys-reading = Reading
keys-correcting = Correcting
keys-finding = Finding
keys-view = View
palette-hint = Command, name or file
palette-field = Find a command, a name or a file
palette-nothing = Nothing found
palette-recent = recently opened
palette-tab = tab
key-control = Ctrl
key-alt = Alt
key-shift = Shift
key-escape = Esc
key-tab = Tab
key-enter = Enter
key-space = Space
key-delete = Del
key-backspace = Backspace
key-insert = Ins
key-home = Home
key-end = End
key-page-up = PgUp
key-page-down = PgDn
do-open = Open article
do-open-folder = Open folder
do-paste = Paste an article from the clipboard
do-read-again = Read file again
do-export = Export names and statements
do-add-tab = New tab
do-close-tab = Close tab
do-reopen-tab = Reopen closed tab
do-next-tab = Next tab
do-previous-tab = Previous tab
do-next-statement = Next statement
do-previous-statement = Previous statement
do-next-mention = Next mention
do-previous-mention = Previous mention
do-select-all = Select everything
do-back = Back
do-forward = Forward
do-leave = Clear selection
do-show-statements = Show statements
do-show-context = Show context
do-show-balance = Show the balance
do-next-panel = Next panel
do-previous-panel = Previous panel
do-undo = Undo
do-redo = Redo
do-search = Find in the article
do-next-hit = Next hit
do-previous-hit = Previous hit
do-palette = Find a command or a name
do-keys = Keyboard shortcuts
do-log = Messages
do-letter-tags = Show letters on names
do-voices = Colour by speaker
do-entities = Show or hide the list of names
do-lists = Show or hide statements and context
do-zoom-in = Larger text
do-zoom-out = Smaller text
do-zoom-reset = Normal text size
do-full-screen = Full screen
do-appearance = Appearance
do-window-zoom-in = Everything larger
do-window-zoom-out = Everything smaller
do-window-zoom-reset = Everything in normal size
do-theme-system = Colours: follow system
do-theme-light = Colours: light
do-theme-dark = Colours: dark
do-theme-sepia = Colours: sepia
do-theme-contrast-light = Colours: high contrast, light
do-theme-contrast-dark = Colours: high contrast, dark
do-typeface-serif = Typeface: serif
do-typeface-sans = Typeface: sans serif
do-typeface-legible = Typeface: easy to read
do-motion = Reduce motion
do-language-german = Language: German
do-language-english = Language: English
key-left = Left
key-right = Right
key-up = Up
key-down = Down

# Saving and reopening
do-save = Save corrections now
status-saved = saved
status-saving = saving…
status-unsaved = not saved
status-saved-in = The corrections are saved in { $path }
status-saving-hint = Corrections are saved as soon as you pause
status-unsaved-hint = Click to try again. { $reason }
message-saved = Corrections saved
message-saved-elsewhere = Corrections saved in your data folder
message-saved-elsewhere-hint = The folder of the article cannot be written to, so they are in { $path }
message-saved-beside = Both versions are kept
message-saved-beside-hint = Your corrections are now in { $path }
message-save-failed = The corrections are not saved
message-save-failed-hint = { $reason } Free some space, or check folder and permissions of { $path }. It will be tried again, and nothing is lost while the window is open. “Export” writes the corrections to another place.
save-unwritable = The system refuses ({ $reason }).
message-would-be-lost = Some corrections are not saved yet
message-would-be-lost-hint = Free some space or export them as JSON to another place. If you close the window again, they are lost.
message-nothing-to-save = There are no corrections to save
message-nothing-to-save-hint = Corrections are saved by themselves as soon as you make some.
message-taken-over = Corrections from another window are shown
message-taken-over-hint = The file with the corrections of this article has changed, and nothing was unsaved here.
message-review-not-used = Earlier corrections could not be used
message-review-aside = { $reason } The article is open without them; the file is kept as { $path }
message-review-left = { $reason } The article is open without them; the file is left as it is: { $path }
review-unreadable = The file cannot be read ({ $reason }). Check name and permissions and read the article again.
review-too-large = The file is larger than any that Wortlaut writes.
review-damaged = The file is damaged, in line { $line }, column { $column }. Restore a backup.
review-foreign = The file was not written by Wortlaut.
review-senseless = The file contradicts itself, as may happen when it is changed by hand ({ $reason }). Correct that place, or restore a backup.
review-newer = A newer version of Wortlaut has written it (format { $version }). Open the article with the newer version.
review-other-article = They belong to another article: hardly anything of the text can be found again.
failure-busy = Another window is writing the file and does not come to an end. Close it.
failure-taken = Somebody else has changed the file.
failure-nowhere = There is no folder for your data. Save the article as a file and open that.
conflict-title = This article was corrected elsewhere, too
conflict-body = Another window or program has changed the corrections of “{ $name }” in the meantime. Which shall stand?
conflict-mine = Keep mine
conflict-mine-hint = The others are replaced; a copy of them stays beside.
conflict-theirs = Take the others
conflict-theirs-hint = What you have corrected since it was last saved is given up.
conflict-both = Keep both
conflict-both-hint = Yours go into a file of their own beside the other; you work on in that.
report-moved = { $n ->
    [one] 1 correction moved
   *[other] { $n } corrections moved
}
report-lost = { $n ->
    [one] 1 lost
   *[other] { $n } lost
}
report-lost-only = { $n ->
    [one] 1 correction lost
   *[other] { $n } corrections lost
}
report-body = { $counts }: the article is not what it was.
report-show = Details
report-hide = Hide details
report-close = Close the notice
report-moved-title = Moved
report-lost-title = Lost
report-go = “{ $quote }”
report-lost-line = “{ $quote }”: { $what }
report-more = { $n ->
    [one] and 1 more
   *[other] and { $n } more
}
lost-accepted = confirmed
lost-rejected = rejected
lost-open = verdict taken back
lost-kind = set to “{ $what }”
lost-entity = assigned to somebody else
lost-extent = boundaries changed
lost-note = note “{ $what }”
lost-added-mention = marked as “{ $what }”
lost-renamed = renamed “{ $what }”
lost-role = role “{ $what }”
lost-no-role = role removed
lost-merged = merged
lost-split = split off
lost-statement-kind = kind of speech “{ $what }”
lost-added-statement = statement added
lost-speaker = speaker changed
lost-addressee = addressee changed
lost-via = source changed
lost-key = weight of the statement changed

# Correcting: picking somebody
do-pick-speaker = Change the speaker
do-pick-addressee = Change the addressee
do-pick-via = Change who passed it on
do-pick-meant = What is meant is…
do-merge = Merge with another name
pick-speaker = Who says this?
pick-addressee = To whom is it said?
pick-via = Through whom did it become known?
pick-meant = Who or what does “{ $words }” mean?
pick-merge = Merge “{ $name }” with…
pick-merge-hint = The name you choose stays; the other one becomes a form of it.
pick-hint = Name
pick-nothing = No name fits
pick-editorial = editorial: the article itself
pick-nobody = nobody in particular
pick-none = none of these names
pick-new = new: “{ $words }”
pick-words = “{ $words }”, as in the text
pick-selected = the selected words: “{ $words }”

# Correcting: names of steps
step-judged = { $what ->
    [statement] { $verdict ->
        [accepted] Statement “{ $words }” confirmed
        [rejected] Statement “{ $words }” rejected
       *[other] Statement “{ $words }” open again
    }
   *[mention] { $verdict ->
        [accepted] “{ $words }” confirmed
        [rejected] “{ $words }” removed
       *[other] “{ $words }” open again
    }
}
step-judged-many = { $what ->
    [mentions] { $n } mentions
    [statements] { $n } statements
   *[findings] { $n } findings
} { $verdict ->
    [accepted] confirmed
    [rejected] rejected
   *[other] open again
}
step-is = “{ $words }”: { $new }
step-instead = “{ $words }”: { $new } instead of { $old }
step-meant = “{ $words }” now means: { $new }
step-meant-none = “{ $words }” means none of the names
step-resized = “{ $words }” now covers: “{ $new }”
step-marked = “{ $words }” marked: { $new }
step-marked-many = “{ $words }” marked in { $n } places
step-retyped-many = { $n } mentions: { $kind }
step-renamed = “{ $words }” renamed “{ $new }”
step-role = Role of “{ $words }”: { $new }
step-role-gone = Role of “{ $words }” removed
step-merged = “{ $words }” merged with “{ $new }”
step-split = { $n ->
    [one] 1 mention split off: “{ $name }”
   *[other] { $n } mentions split off: “{ $name }”
}
step-content = Words of the statement “{ $words }” changed
step-added = Statement “{ $words }” added
step-speaker = “{ $words }” is now said by: { $new }
step-addressee = “{ $words }” is said to: { $new }
step-via = “{ $words }” came through: { $new }
step-key = “{ $words }” is a key statement
step-no-key = “{ $words }” is no longer a key statement
step-note = Note on “{ $words }”
step-note-gone = Note on “{ $words }” deleted
step-article-note = Note on the article
step-article-note-gone = Note on the article deleted
step-many = { $n } changes
refused-gone = It is no longer there: another change has come in between.
refused-no-words = There are no words there that could be marked.
refused-no-content = A statement needs words that follow each other in the text.
refused-nothing-to-split = First select the mentions that mean somebody else.
refused-no-name = A name needs at least one visible letter.
refused-no-entity-kind = Only people, organisations, places and other names can be changed like this.
refused-too-deep = So many changes nested in each other cannot be made at once.
speaker-editorial = Editorial
query-which-note = What does the note say? With * the search finds all notes.

# Correcting: steps and where things come from
do-steps = All changes
done-undone = Undone: { $step }
done-redone = Redone: { $step }
done-moved = As after { $n } of { $m } changes
steps-title = { $n ->
    [one] 1 change
   *[other] { $n } changes
}
steps-begin = Beginning
steps-begin-hint = as the program found it
steps-undone = { $step }, undone
provenance-program = { $program }, { $percent }%
provenance-wortlaut = Wortlaut { $version }, models { $models }
provenance-reader = Reader
provenance-reader-named = Reader: { $name }
verdict-open = open
verdict-accepted = confirmed
verdict-changed = changed
verdict-rejected = rejected
verdict-added = added

# Correcting: notes
do-rename = Rename
do-note = Write a note
note-hint = Note
note-keys = Ctrl+Enter keeps it, Esc does not

# Correcting: statements
filter-verdict = Verdict
filter-verdict-all = Any verdict
no-statements-rejected = No statement is rejected.
statement-confirm = Confirm the statement
statement-unconfirm = Take the confirmation back
statement-reject = Reject the statement
statement-make-key = Make it a key statement
statement-no-key = No key statement
statement-kind-menu = Rendering: { $kind }
statement-more = More on this statement
statement-use-selection = Take the selection as its words
statement-take-back = Take back
statement-take-back-name = Take back: { $text }
statement-to = to { $name }
note-statement = Note on the statement

# Correcting: review
do-show-review = Show what to review
do-next-open = Next unreviewed finding
do-previous-open = Previous unreviewed finding
review-tab = Review
review-progress = { $n } of { $m } reviewed
review-nothing = There is nothing to review in this article.
review-done = Everything is reviewed.
review-confirm = Confirm
review-reject = Reject
review-skip = Later
review-rather = Or rather:
review-retype = Change the type: { $kind }
review-confirm-sure = Confirm all over { $percent }% ({ $n })
review-confirm-all = { $n ->
    [one] Confirm
   *[other] Confirm all { $n }
}
review-confirm-group = { $name }: { $n ->
    [one] confirm the finding
   *[other] confirm all { $n }
}
review-group = { $name }, { $n } unreviewed
review-statements-by = Statements: { $name }
review-percent = { $n }%
review-line-done = reviewed

# Correcting: context
entity-kind-menu = Type: { $kind }
entity-more = More on this name
entity-note-write = Note on the name
entity-name-field = Name
entity-role = Change the role
entity-role-field = Role
entity-occurrences = Check all places…
entity-split = Split off some places…
entity-split-hint = Click the places that mean somebody else.
entity-split-name = Name for them
entity-split-do = { $n ->
    [0] Split off
    [one] Split off 1 place
   *[other] Split off { $n } places
}
entity-confirm-all = { $n ->
    [one] Confirm the open place
   *[other] Confirm all { $n } open places
}
entity-reject-all = { $n ->
    [one] Reject the open place
   *[other] Reject all { $n } open places
}
entity-merge-drop = Merge “{ $from }” with “{ $into }”
mention-confirm = Confirm the place
mention-reject = Reject the place
note-entity = Note on the name
note-mention = Note on the place

# Correcting: article and reader
do-name-reader = Give my name for corrections
do-article-note = Write a note on the article
note-article = Note on the article
note-article-field = Note on the article, text
reader-name = My name in corrections
reader-name-hint = no name
pick-field = Search for a name
reader-name-field = Name of the reader
mention-note-write = Note on this place

# Annotations of others
unfit-body = { $n ->
    [one] One entry of the file does not fit.
   *[other] { $n } entries of the file do not fit.
}
unfit-line = { $place }: { $reason }
unfit-line-quoted = { $place }: { $reason } (“{ $quote }”)
unfit-place-line = line { $number }
unfit-place-mention = mention { $number }
unfit-place-statement = statement { $number }
unfit-place-correction = correction
unfit-place-heading = heading
unfit-beyond = stands outside the text
unfit-other-words = the text has other words there
unfit-not-found = the words are not in the text
unfit-unknown-label = this label is unknown
unfit-incomplete = is incomplete
unfit-dangling = refers to something that is missing
unfit-ambiguous = the words stand in several places
unfit-contradicts = contradicts the other entries
unfit-no-place = there is no place for it here
# Citing
do-cite = Copy as a citation
do-cite-markdown = Copy as Markdown
do-card = As a picture (quote card)
do-cite-listed = Copy listed statements as citations
do-cite-listed-markdown = Copy listed statements as Markdown
cite-via = according to { $names }
cite-agency = quoted from { $name }
cite-indirect = paraphrased
cite-reported = in the words of the article
cite-file = File: { $name }
cite-in = In: { $medium }
cite-source = Source:
cite-listed-menu = Copy listed statements
card-title = Quote card
card-name = Card: { $words } { $who }
card-wide = Wide, 1200 × 675
card-square = Square, 1080 × 1080
card-copy = Copy the picture
card-save = Save as…
card-save-title = Save the quote card
selection-copy = Copy
selection-cite = Citation
selection-markdown = Markdown
selection-card = Picture
done-copied = { $n ->
    [one] Citation with its source copied
   *[other] { $n } citations with their source copied
}
done-copied-markdown = { $n ->
    [one] Citation copied as Markdown
   *[other] { $n } citations copied as Markdown
}
done-copied-card = Card copied as a picture
message-nothing-to-cite = Nothing to cite
message-nothing-to-cite-hint = Choose a statement or words in the text.
message-copy-failed = Copying did not work
message-copy-failed-hint = The system does not hand over the clipboard. Try again, or export to a file.
