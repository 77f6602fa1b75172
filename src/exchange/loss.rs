//! What a format could not hold: told with each export, so that nothing goes missing unnoticed.

use std::collections::BTreeMap;

/// What can be lost on the way out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Loss {
    /// Mentions that the format has no place for.
    Mentions,
    /// Mentions inside others, or across others, where the format is flat.
    Overlaps,
    /// Marks that begin or end inside a word, and are widened to the whole word.
    Widened,
    /// Mentions of a kind that the format does not know: roles, dates, amounts.
    Kinds,
    /// How something is named: derived words, parts, descriptions, pronouns.
    Forms,
    /// What dates and amounts come to.
    Values,
    /// Which mentions mean the same.
    Entities,
    /// Roles, parties and other names of entities.
    EntityFacts,
    /// Statements.
    Statements,
    /// The other parts of statements in several pieces.
    Pieces,
    /// How statements are rendered, spoken or written, with distance or not.
    StatementFacts,
    /// The words that announce statements.
    Cues,
    /// Who says a statement.
    Speakers,
    /// To whom statements are addressed.
    Addressees,
    /// What statements came through.
    Via,
    /// Which statement is a part of which.
    Nesting,
    /// The rest of the sentence around statements.
    Frames,
    /// How sure the program is.
    Confidence,
    /// What the reader has said of findings.
    Verdicts,
    /// The reader's notes.
    Notes,
    /// The list of corrections, to be undone.
    Steps,
    /// Who has found or corrected what, and when.
    Provenance,
    /// What the parts of the article are: headline, lead, caption.
    Blocks,
    /// Title, author, date and address of the article.
    Metadata,
    /// The text of the article.
    Text,
    /// Characters that the format forbids, replaced.
    Characters,
}

impl Loss {
    /// All losses, in the order in which they are told.
    pub const ALL: [Self; 26] = [
        Self::Mentions,
        Self::Overlaps,
        Self::Widened,
        Self::Kinds,
        Self::Forms,
        Self::Values,
        Self::Entities,
        Self::EntityFacts,
        Self::Statements,
        Self::Pieces,
        Self::StatementFacts,
        Self::Cues,
        Self::Speakers,
        Self::Addressees,
        Self::Via,
        Self::Nesting,
        Self::Frames,
        Self::Confidence,
        Self::Verdicts,
        Self::Notes,
        Self::Steps,
        Self::Provenance,
        Self::Blocks,
        Self::Metadata,
        Self::Text,
        Self::Characters,
    ];

    /// In a few English words.
    pub fn describe(self) -> &'static str {
        match self {
            Self::Mentions => "mentions",
            Self::Overlaps => "mentions inside or across others",
            Self::Widened => "marks that end inside a word, widened to the word",
            Self::Kinds => "mentions of kinds that the format does not know",
            Self::Forms => "forms of mentions",
            Self::Values => "values of dates and amounts",
            Self::Entities => "links from mentions to entities",
            Self::EntityFacts => "roles, parties and other names of entities",
            Self::Statements => "statements",
            Self::Pieces => "further pieces of statements",
            Self::StatementFacts => "kinds of statements",
            Self::Cues => "cues",
            Self::Speakers => "speakers",
            Self::Addressees => "addressees",
            Self::Via => "sources on the way",
            Self::Nesting => "statements as parts of others",
            Self::Frames => "frames of statements",
            Self::Confidence => "confidences",
            Self::Verdicts => "verdicts",
            Self::Notes => "notes",
            Self::Steps => "corrections as steps",
            Self::Provenance => "who corrected what, and when",
            Self::Blocks => "parts of the article",
            Self::Metadata => "facts about the article",
            Self::Text => "texts of articles",
            Self::Characters => "characters that the format forbids, replaced",
        }
    }
}

/// Some of them are quoted, so that one knows what is meant.
const MAX_EXAMPLES: usize = 3;

/// What a format could not hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Losses(BTreeMap<Loss, Lost>);

/// How much of one thing was lost.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lost {
    /// How many.
    pub count: usize,
    /// The words of the first few.
    pub examples: Vec<String>,
}

impl Losses {
    /// One was lost; `words` says which.
    pub fn add(&mut self, loss: Loss, words: &str) {
        let lost = self.0.entry(loss).or_default();
        lost.count += 1;
        if lost.examples.len() < MAX_EXAMPLES {
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            lost.examples.push(words);
        }
    }

    /// So many were lost; none changes nothing.
    pub fn count(&mut self, loss: Loss, count: usize) {
        if 0 < count {
            self.0.entry(loss).or_default().count += count;
        }
    }

    /// Takes over those of another file.
    pub fn extend(&mut self, other: Self) {
        for (loss, lost) in other.0 {
            let all = self.0.entry(loss).or_default();
            all.count += lost.count;
            let n_free = MAX_EXAMPLES.saturating_sub(all.examples.len());
            all.examples.extend(lost.examples.into_iter().take(n_free));
        }
    }

    /// Whether the format held everything.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What was lost, in the order of [`Loss::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (Loss, &Lost)> {
        self.0.iter().map(|(&loss, lost)| (loss, lost))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn losses_add_up_and_quote_the_first_few() {
        let mut losses = Losses::default();
        losses.count(Loss::Notes, 0);
        assert!(losses.is_empty());
        for words in ["a", "b\n b", "c", "d"] {
            losses.add(Loss::Overlaps, words);
        }
        let mut all = Losses::default();
        all.count(Loss::Overlaps, 2);
        all.extend(losses);
        let (loss, lost) = all.iter().next().expect("one");
        assert_eq!((loss, lost.count), (Loss::Overlaps, 6));
        assert_eq!(lost.examples, ["a", "b b", "c"]);
    }

    #[test]
    fn they_are_told_in_their_order() {
        assert!(Loss::ALL.is_sorted());
        for (index, loss) in Loss::ALL.into_iter().enumerate() {
            assert_eq!(loss as usize, index);
        }
    }
}
