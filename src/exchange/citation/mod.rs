//! Citations to paste into other programs: what was said, by whom, through whom, and where it can be read; as plain text,
//! as HTML for word processors, and as Markdown.
//!
//! A citation says what is literal. Direct speech stands in the quotation marks of the article; everything else is the
//! article's rendering and follows the speaker as a paraphrase: „Erika Ohnesorg (Bürgermeisterin), sinngemäß: der Bau sei
//! bezahlt.“ Interrupted speech has „[…]“ between its pieces. The source is one line in the German manner,
//! „Anna Beispiel: Neue Brücke. In: neustadt.example, 3. Mai 2024, `https://neustadt.example/bruecke`. Datei: bruecke.html.“
//!
//! All words are given by whoever makes the citation, in the reader's language.

mod html;
pub(super) mod markdown;

pub use html::html;
pub use markdown::markdown;

use crate::view::quoting;

/// Whose words they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rendering {
    /// Those of the speaker, in quotation marks.
    #[default]
    Literal,
    /// Those of the article, which renders what somebody said.
    Paraphrase,
    /// Those of the article, which says so itself; without quotation marks around the whole.
    Article,
}

/// What is cited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citation {
    /// The words, a paragraph each; never more than one but of the article itself.
    pub words: Vec<String>,
    /// Whose they are.
    pub rendering: Rendering,
    /// „Erika Ohnesorg“; empty if nobody speaks but the article.
    pub speaker: String,
    /// Whether that is no name, but says that there is none.
    pub is_unknown: bool,
    /// „Bürgermeisterin“; may be empty.
    pub role: String,
    /// „laut dpa“; may be empty.
    pub via: String,
    /// „sinngemäß“; empty for what was simply said.
    pub manner: String,
}

impl Citation {
    /// „Erika Ohnesorg (Bürgermeisterin), laut dpa, sinngemäß“.
    pub fn attribution(&self) -> String {
        let mut who = self.speaker.clone();
        if !who.is_empty() && !self.role.is_empty() {
            who = format!("{who} ({})", self.role);
        }
        let parts = [who.as_str(), &self.via, &self.manner];
        joined(&parts, ", ")
    }

    /// As one sentence or, of the article itself, as many as there are.
    fn sentence(&self) -> String {
        let (words, who) = (self.words.join("\n"), self.attribution());
        match self.rendering {
            Rendering::Literal if who.is_empty() => words,
            Rendering::Literal => ended(&format!("{words} – {who}")),
            Rendering::Paraphrase => ended(&capitalised(&joined(&[&who, &words], ": "))),
            Rendering::Article => quoting::from_article(&words),
        }
    }
}

/// Where something can be read. What is not known is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// „Quelle:“.
    pub label: String,
    /// „Anna Beispiel“.
    pub byline: String,
    /// „Neue Brücke für Neustadt“.
    pub title: String,
    /// „In: neustadt.example“.
    pub medium: String,
    /// „neustadt.example“, by itself.
    pub medium_name: String,
    /// „3. Mai 2024“.
    pub date: String,
    /// The web address.
    pub url: String,
    /// „Datei: bruecke.html“.
    pub file: String,
}

/// A piece of the line of the source, which formats set apart.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece<'a> {
    Words(String),
    Title(&'a str),
    Url(&'a str),
}

impl Source {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        let known = [&self.byline, &self.title, &self.medium, &self.date];
        known.iter().all(|words| words.is_empty()) && self.url.is_empty() && self.file.is_empty()
    }

    /// „Anna Beispiel: Neue Brücke. In: neustadt.example, 3. Mai 2024, https://…. Datei: bruecke.html.“
    fn pieces(&self) -> Vec<Piece<'_>> {
        let words = |words: &str| Piece::Words(words.to_owned());
        let mut pieces = Vec::new();
        if self.is_empty() {
            return pieces;
        }
        if !self.label.is_empty() {
            pieces.push(words(&format!("{} ", self.label)));
        }
        let has_head = !self.byline.is_empty() || !self.title.is_empty();
        pieces.push(words(&self.byline));
        if !self.title.is_empty() {
            if !self.byline.is_empty() {
                pieces.push(words(": "));
            }
            pieces.push(Piece::Title(&self.title));
        }
        let place = joined(&[&self.medium, &self.date], ", ");
        let has_place = !place.is_empty() || !self.url.is_empty();
        if has_head && (has_place || !self.file.is_empty()) {
            let head = if self.title.is_empty() {
                &self.byline
            } else {
                &self.title
            };
            pieces.push(words(if is_ended(head) { " " } else { ". " }));
        }
        pieces.push(words(&place));
        if !self.url.is_empty() {
            if !place.is_empty() {
                pieces.push(words(", "));
            }
            pieces.push(Piece::Url(&self.url));
        }
        if !self.file.is_empty() {
            let file = if has_place {
                format!(". {}", self.file)
            } else {
                self.file.clone()
            };
            pieces.push(Piece::Words(file));
        }
        if has_place || !self.file.is_empty() || !is_ended(&self.title) {
            pieces.push(words("."));
        }
        pieces.retain(|piece| *piece != Piece::Words(String::new()));
        pieces
    }
}

/// As plain text: one paragraph; of several citations one for each, and the source once, at the end.
pub fn plain(citations: &[Citation], source: &Source) -> String {
    let line = source.pieces().into_iter().map(|piece| match piece {
        Piece::Words(words) => words,
        Piece::Title(words) | Piece::Url(words) => words.to_owned(),
    });
    let line: String = line.collect();
    let mut paragraphs: Vec<String> = citations.iter().map(Citation::sentence).collect();
    match paragraphs.as_mut_slice() {
        [only] if !line.is_empty() => *only = format!("{only} {line}"),
        _ => paragraphs.extend((!line.is_empty()).then_some(line)),
    }
    paragraphs.join("\n\n")
}

/// „neustadt.example“ from `https://www.neustadt.example:8080/bruecke`; nothing from what is no web address.
pub fn host(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    if !["http", "https"].contains(&scheme.to_ascii_lowercase().as_str()) {
        return None;
    }
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?;
    let host = host.split(':').next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (!host.is_empty()).then_some(host)
}

/// Those that say anything, with something between them.
fn joined(parts: &[&str], between: &str) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(between)
}

/// With a capital at the beginning: „Laut dpa, sinngemäß: …“.
fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// With a full stop, unless it ends already.
fn ended(words: &str) -> String {
    if is_ended(words) {
        words.to_owned()
    } else {
        format!("{words}.")
    }
}

fn is_ended(words: &str) -> bool {
    let bare = words.trim_end_matches(['“', '”', '"', '«', '»', ')']);
    bare.ends_with(['.', '!', '?', '…'])
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Direct, indirect and without a speaker.
    pub(crate) fn citations() -> [Citation; 3] {
        [
            Citation {
                words: vec!["„Wir bauen die Brücke.“".to_owned()],
                speaker: "Erika Ohnesorg".to_owned(),
                role: "Bürgermeisterin".to_owned(),
                via: "laut dpa".to_owned(),
                ..Citation::default()
            },
            Citation {
                words: vec!["der Bau sei „bezahlt“".to_owned()],
                rendering: Rendering::Paraphrase,
                speaker: "Erika Ohnesorg".to_owned(),
                manner: "sinngemäß".to_owned(),
                ..Citation::default()
            },
            Citation {
                words: vec!["Sie sagt „nein“.".to_owned(), "Er auch".to_owned()],
                rendering: Rendering::Article,
                ..Citation::default()
            },
        ]
    }

    pub(crate) fn source() -> Source {
        Source {
            label: "Quelle:".to_owned(),
            byline: "Anna Beispiel".to_owned(),
            title: "Neue Brücke?".to_owned(),
            medium: "In: neustadt.example".to_owned(),
            medium_name: "neustadt.example".to_owned(),
            date: "3. Mai 2024".to_owned(),
            url: "https://neustadt.example/bruecke_1*2".to_owned(),
            file: "Datei: bruecke.html".to_owned(),
        }
    }

    const LINE: &str = "Quelle: Anna Beispiel: Neue Brücke? In: neustadt.example, 3. Mai 2024, \
                        https://neustadt.example/bruecke_1*2. Datei: bruecke.html.";

    #[test]
    fn only_what_is_literal_stands_in_quotation_marks() {
        let [direct, indirect, article] = citations();
        let plain =
            |citation: &Citation| super::plain(std::slice::from_ref(citation), &Source::default());
        assert_eq!(
            plain(&direct),
            "„Wir bauen die Brücke.“ – Erika Ohnesorg (Bürgermeisterin), laut dpa."
        );
        assert_eq!(
            plain(&indirect),
            "Erika Ohnesorg, sinngemäß: der Bau sei „bezahlt“."
        );
        assert_eq!(plain(&article), "„Sie sagt ‚nein‘.\nEr auch“");
    }

    #[test]
    fn the_source_follows_one_citation_and_ends_several() {
        let all = citations();
        let one = plain(&all[1..2], &source());
        assert_eq!(
            one,
            format!("Erika Ohnesorg, sinngemäß: der Bau sei „bezahlt“. {LINE}")
        );
        let text = plain(&all, &source());
        let paragraphs: Vec<&str> = text.split("\n\n").collect();
        assert_eq!((paragraphs.len(), paragraphs[3]), (4, LINE));
    }

    #[test]
    fn a_source_says_what_is_known_and_no_more() {
        let line = |change: fn(&mut Source)| {
            let mut source = Source::default();
            change(&mut source);
            plain(&[], &source)
        };
        assert_eq!(line(|_| ()), "");
        assert_eq!(line(|source| source.label = "Quelle:".into()), "");
        assert_eq!(line(|source| source.title = "Neues".into()), "Neues.");
        assert_eq!(line(|source| source.title = "Neues?".into()), "Neues?");
        assert_eq!(
            line(|source| source.file = "Datei: a.txt".into()),
            "Datei: a.txt."
        );
        assert_eq!(
            line(|source| source.url = "https://a.example".into()),
            "https://a.example."
        );
        let both = |source: &mut Source| {
            (source.byline, source.file) = ("Anna Beispiel".into(), "Datei: a.txt".into());
        };
        assert_eq!(line(both), "Anna Beispiel. Datei: a.txt.");
    }

    #[test]
    fn a_host_is_what_readers_know_a_medium_by() {
        assert_eq!(
            host("https://www.neustadt.example:80/a?b"),
            Some("neustadt.example")
        );
        assert_eq!(
            host("HTTP://ich@neustadt.example#a"),
            Some("neustadt.example")
        );
        assert_eq!(host("neustadt.example"), None);
        assert_eq!(host("file:///etc/hosts"), None);
        assert_eq!(host("https:///"), None);
    }
}
