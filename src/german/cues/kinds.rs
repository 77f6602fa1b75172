//! The closed sets of the cue list: what kind of word a cue is, what it means, how its content looks.

macro_rules! closed_set {
    ($(#[$about:meta])* $set:ident: $($(#[$doc:meta])* $member:ident = $name:literal;)*) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $set {
            $($(#[$doc])* $member,)*
        }

        impl $set {
            /// Every member, in the order of the list above.
            pub const ALL: &'static [Self] = &[$(Self::$member),*];

            /// Its name in the word list.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$member => $name,)*
                }
            }

            /// The member with this name in the word list.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|member| member.name() == name)
            }
        }
    };
}

closed_set! {
    /// What kind of word a cue is.
    CuePart:
    /// "sagen", "zu bedenken geben".
    Verb = "verb";
    /// "Angaben".
    Noun = "noun";
    /// "laut", "zufolge", "nach Angaben".
    Preposition = "preposition";
    /// "überzeugt", "angeblich".
    Adjective = "adjective";
    /// "so", "wonach", "demnach", "wie es heißt".
    Particle = "particle";
}

closed_set! {
    /// What a cue means.
    Class:
    /// "vorwerfen".
    Accuse = "accuse";
    /// "einräumen".
    Admit = "admit";
    /// "zustimmen".
    Agree = "agree";
    /// "bekanntgeben".
    Announce = "announce";
    /// "erwidern".
    Answer = "answer";
    /// "fragen".
    Ask = "ask";
    /// "behaupten".
    Claim = "claim";
    /// "bestätigen".
    Confirm = "confirm";
    /// "beschließen".
    Decide = "decide";
    /// "fordern".
    Demand = "demand";
    /// "bestreiten".
    Deny = "deny";
    /// "diskutieren".
    Discuss = "discuss";
    /// "betonen".
    Emphasise = "emphasise";
    /// "erläutern".
    Explain = "explain";
    /// "befürchten".
    Fear = "fear";
    /// "feststellen".
    Find = "find";
    /// "erfahren".
    Hear = "hear";
    /// "hoffen".
    Hope = "hope";
    /// "kritisieren".
    Judge = "judge";
    /// "anordnen".
    Order = "order";
    /// "zusagen".
    Promise = "promise";
    /// "zitieren".
    Quote = "quote";
    /// "bedauern".
    Regret = "regret";
    /// "ablehnen".
    Reject = "reject";
    /// "berichten".
    Report = "report";
    /// "sagen".
    Say = "say";
    /// "vorschlagen".
    Suggest = "suggest";
    /// "glauben".
    Think = "think";
    /// "warnen".
    Warn = "warn";
    /// "schreiben".
    Write = "write";
}

closed_set! {
    /// How that which is said stands beside its cue.
    Content:
    /// »…, dass es regne«.
    Dass = "dass";
    /// »…, ob es regne«, »…, wer komme«.
    Question = "ob";
    /// »…, es regne«: a main clause, mostly in the Konjunktiv.
    BareClause = "bare";
    /// »…, bald zu kommen«, »zu einem Streik«.
    Zu = "zu";
    /// »„Es regnet“, …«.
    Direct = "direct";
    /// »… den Plan«.
    Accusative = "acc";
    /// »… als Fehler«.
    As = "als";
    /// »… an den Plänen«.
    An = "an";
    /// »… auf ein Ende«.
    Auf = "auf";
    /// »… aus dem Vertrag«.
    Aus = "aus";
    /// »… bei den Löhnen«.
    Bei = "bei";
    /// »… für eine Reform«.
    Fuer = "für";
    /// »… gegen die Reform«.
    Gegen = "gegen";
    /// »Skepsis gegenüber dem Plan«.
    Gegenueber = "gegenüber";
    /// »… in eine Lösung«.
    In = "in";
    /// »… mit Streik«.
    Mit = "mit";
    /// »… nach einem Ende«.
    Nach = "nach";
    /// »… über den Krieg«.
    Ueber = "über";
    /// »… um Hilfe«.
    Um = "um";
    /// »… von einem Erfolg«.
    Von = "von";
    /// »… vor einem Angriff«.
    Vor = "vor";
    /// »… wegen Betrugs«.
    Wegen = "wegen";
    /// The cue opens a clause beside or before it: »…, so die Polizei«, »…, wonach es brannte«.
    Clause = "clause";
    /// The sentence around the cue: »Demnach brannte es«.
    Sentence = "sentence";
    /// The sentence around the cue, whose speaker is in the dative: »Der Polizei zufolge …«.
    DativeSpeaker = "dat";
    /// The sentence around the cue, whose speaker is in the genitive: »Nach Angaben der Polizei …«.
    GenitiveSpeaker = "gen";
    /// The cue may follow its speaker: »Der Polizei zufolge«.
    AfterSpeaker = "after";
}

closed_set! {
    /// How the person spoken to stands beside a cue.
    Addressee:
    /// »… die Wähler auf«.
    Accusative = "acc";
    /// »… an die Regierung«.
    An = "an";
    /// »Druck auf die Regierung«.
    Auf = "auf";
    /// »… bei der Behörde«.
    Bei = "bei";
    /// »… dem Ausschuss mit«.
    Dative = "dat";
    /// »Vorwürfe gegen die Bank«.
    Gegen = "gegen";
    /// »… gegenüber der Zeitung«.
    Gegenueber = "gegenüber";
    /// »… mit den Nachbarn«.
    Mit = "mit";
    /// »… von der Regierung«.
    Von = "von";
    /// »… vor dem Ausschuss«.
    Vor = "vor";
    /// »… zu Reportern«.
    Zu = "zu";
}
