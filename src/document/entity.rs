//! Names and what they refer to.

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// Index of a mention in `Findings::mentions`; stays valid, since nothing is removed from the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct MentionId(pub u32);

/// Index of an entity in `Findings::entities`; stays valid, since nothing is removed from the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntityId(pub u32);

/// A place in the text that names or describes something.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Where it stands.
    pub span: Span,
    /// What it names.
    pub kind: Kind,
    /// How it names it.
    pub form: Form,
    /// Who or what is meant; dates, times and amounts have none. Where the form does not refer ([`Form::refers`]), what
    /// the word is related to: "russischen" and "Russland-Experte" are linked to Russland, but mean something else.
    pub entity: Option<EntityId>,
    /// What a date, time, duration or amount comes to; `None` for names, and where the words do not decide it.
    ///
    /// Dates are ISO 8601-1, with what ISO 8601-2 (EDTF) adds for what is not exact, and the parts of the day of TIMEX3:
    ///
    /// | value | of |
    /// |---|---|
    /// | `2016-12-08`, `2016-11`, `2016`, `2016-W48` | "8. Dezember 2016", "November", "vergangene Woche" |
    /// | `2016-12-07TEV` | "Mittwochabend"; `MO` morning, `MI` noon, `AF` afternoon, `EV` evening, `NI` the night that begins on this day |
    /// | `2016-24` | "Winter 2016/17"; 21 spring, 22 summer, 23 autumn, 24 winter, in the year in which it begins |
    /// | `198X`, `18XX` | "achtziger Jahre", "19. Jahrhundert" |
    /// | `2016-05-01/2016-05-03`, `2016-07/2016-09` | first and last: "1. bis 3. Mai", "3. Quartal", and thirds: "Mitte November" is the 11th to the 20th |
    /// | `P3Y/2016-12-08`, `2016-12-08/P60D` | "in den vergangenen drei Jahren", "in den nächsten 60 Tagen" |
    /// | `{2016-05-03,2016-05-09}`, `[2016-05-03,2016-05-09]` | "3. und 9. Mai", "3. oder 9. Mai" |
    /// | `T15:30`, `T11:00+01:00`, `T08:00/T12:00` | "15.30 Uhr", "11 Uhr MEZ", "8 bis 12 Uhr" |
    /// | `P3Y`, `PT3H30M`, `PXW`, `P2W..P3W` | "drei Jahre", "dreieinhalb Stunden", "mehrere Wochen", "zwei bis drei Wochen" |
    /// | `80 %`, `1500000 USD`, `20..30 km`, `1/3` | number and unit: currencies by ISO 4217, measures by their sign, or the word in the singular |
    /// | `~80 %`, `>80 %`, `<80 %`, `>=80 %`, `<=80 %` | "knapp 80 Prozent", "mehr als …", "weniger als …", "mindestens …", "bis zu …" |
    pub value: Option<String>,
    /// How sure the program is.
    pub confidence: Confidence,
    /// What the reader says.
    pub verdict: Verdict,
    /// The reader's note.
    pub note: String,
}

impl Mention {
    /// A mention of nobody that is known yet.
    pub fn new(span: Span, kind: Kind, form: Form, confidence: Confidence) -> Self {
        Self {
            span,
            kind,
            form,
            entity: None,
            value: None,
            confidence,
            verdict: Verdict::Open,
            note: String::new(),
        }
    }

    /// Whether it means its entity itself, as [`Form::refers`] says; roles do not, they say what somebody is: in
    /// "US-Außenminister John Kerry" only "John Kerry" means him.
    pub fn refers(&self) -> bool {
        self.form.refers() && self.kind != Kind::Role
    }

    /// Whether it catches the eye of a reader who looks for names: "Assad" does, "die Stadt" and "er" are shown on demand.
    pub fn stands_out(&self) -> bool {
        match self.form {
            Form::Name | Form::Derived | Form::Part => true,
            Form::Description => !self.kind.is_name(),
            Form::Pronoun => false,
        }
    }
}

/// What is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// "Sergej Lawrow".
    Person,
    /// "OSZE".
    Organisation,
    /// "Aleppo".
    Location,
    /// Events, works, products, laws: "Oktoberfest".
    Other,
    /// "Vize-Außenminister".
    Role,
    /// "am Mittwoch", "8. Dezember 2016".
    Date,
    /// "15.30 Uhr".
    Time,
    /// "seit drei Jahren".
    Duration,
    /// "80 Prozent", "1.000 Euro".
    Amount,
}

impl Kind {
    /// All kinds, in the order in which they are listed.
    pub const ALL: [Self; 9] = [
        Self::Person,
        Self::Organisation,
        Self::Location,
        Self::Other,
        Self::Role,
        Self::Date,
        Self::Time,
        Self::Duration,
        Self::Amount,
    ];

    /// Its name in our JSON: `person`, `organisation` …
    pub fn label(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Location => "location",
            Self::Other => "other",
            Self::Role => "role",
            Self::Date => "date",
            Self::Time => "time",
            Self::Duration => "duration",
            Self::Amount => "amount",
        }
    }

    /// Whether it is one of the four kinds of names.
    pub fn is_name(self) -> bool {
        matches!(
            self,
            Self::Person | Self::Organisation | Self::Location | Self::Other
        )
    }
}

/// How something is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// "Russland", "Russlands".
    Name,
    /// "russisch", "Franzosen".
    Derived,
    /// "US-Außenminister": a word that contains a name.
    Part,
    /// "der russische Außenminister", and what rules find: roles, dates, amounts.
    Description,
    /// "er".
    Pronoun,
}

impl Form {
    /// Whether such a mention means its entity itself: "Russland", "der Präsident", "er"; a derived word or a compound,
    /// "russischen", "US-Außenminister", is only related to it.
    pub fn refers(self) -> bool {
        match self {
            Self::Name | Self::Description | Self::Pronoun => true,
            Self::Derived | Self::Part => false,
        }
    }

    /// Its name in our JSON.
    pub fn label(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Derived => "derived",
            Self::Part => "part",
            Self::Description => "description",
            Self::Pronoun => "pronoun",
        }
    }
}

/// Somebody or something that an article mentions.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// The fullest form, in the nominative: "Aleppo", not "Aleppos".
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// "Vize-Außenminister": what the article says of a person.
    pub role: Option<String>,
    /// "SPD": the party that the article names with a person.
    pub party: Option<String>,
    /// Other forms, sorted: "OSZE", "Lawrow".
    pub aliases: Vec<String>,
    /// The reader's note.
    pub note: String,
}

impl Entity {
    /// Somebody or something of which only the name is known.
    pub fn new(name: impl Into<String>, kind: Kind) -> Self {
        Self {
            name: name.into(),
            kind,
            role: None,
            party: None,
            aliases: Vec::new(),
            note: String::new(),
        }
    }

    /// Role and party as one phrase: "Bundesaußenminister, SPD".
    pub fn office(&self) -> Option<String> {
        match (&self.role, &self.party) {
            (Some(role), Some(party)) => Some(format!("{role}, {party}")),
            (role, party) => role.clone().or_else(|| party.clone()),
        }
    }
}

/// A probability from 0 to 1 that a finding is right.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
pub struct Confidence(f32);

impl Confidence {
    /// Said by the reader, or certain by construction.
    pub const CERTAIN: Self = Self(1.0);

    /// Clamps to 0..=1; what is not a number becomes 0.
    pub fn new(probability: f32) -> Self {
        if probability.is_nan() {
            Self(0.0)
        } else {
            Self(probability.clamp(0.0, 1.0))
        }
    }

    /// The probability.
    pub fn get(self) -> f32 {
        self.0
    }
}

/// What the reader says of a finding.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Nothing yet.
    #[default]
    Open,
    /// Confirmed as found.
    Accepted,
    /// Right after a change.
    Changed,
    /// Wrong; kept, but not shown.
    Rejected,
    /// Not found by the program.
    Added,
}

impl Verdict {
    /// All verdicts.
    pub const ALL: [Self; 5] = [
        Self::Open,
        Self::Accepted,
        Self::Changed,
        Self::Added,
        Self::Rejected,
    ];

    /// Its name in our JSON.
    pub fn label(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted => "accepted",
            Self::Changed => "changed",
            Self::Rejected => "rejected",
            Self::Added => "added",
        }
    }
}
