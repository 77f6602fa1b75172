//! What stands above the text of a page: kicker, headline, lead, author, date.

use dom_query::{Document, NodeRef};

use super::boilerplate::{is_foreign, words};
use super::metadata::Metadata;
use super::walk::{PieceKind, pieces};
use crate::article::signs;
use crate::article::weave::squeeze;

/// What stands above the text.
#[derive(Debug, Default)]
pub(super) struct Top {
    pub kicker: Option<String>,
    pub headline: Option<String>,
    pub lead: Option<String>,
    pub byline: Option<String>,
    /// ISO 8601.
    pub date: Option<String>,
    /// All of it as it stands on the page, to leave it out of the text.
    shown: Vec<String>,
}

/// Characters of the longest kicker.
const MAX_KICKER: usize = 80;

/// Characters of leads.
const LEAD: std::ops::RangeInclusive<usize> = 40..=900;

/// Names that websites give the part with the kicker.
const KICKERS: &[&str] = &[
    "dachzeile",
    "eyebrow",
    "kicker",
    "oberzeile",
    "ortsmarke",
    "overline",
    "roofline",
    "spitzmarke",
    "topline",
];

/// Names that websites give the part with the lead.
const LEADS: &[&str] = &[
    "anreisser",
    "anreißer",
    "dek",
    "einleitung",
    "intro",
    "introtext",
    "lead",
    "leadtext",
    "standfirst",
    "subline",
    "summary",
    "teasertext",
    "vorspann",
];

impl Top {
    /// Looks for them in the page, and in its metadata where the page does not show them.
    pub(super) fn find(document: &Document, metadata: &Metadata) -> Self {
        let Some(body) = document.body() else {
            return Self::default();
        };
        let mut top = Self::default();
        let title = metadata.title.as_deref().unwrap_or_default();
        if let Some(heading) = heading(document, title) {
            let (kicker, headline) = kicker_and_headline(&heading, title);
            let header = header_of(&heading);
            top.kicker = kicker.or_else(|| {
                let named = first_named(&header, KICKERS).map(|node| shown(&node));
                named.filter(|text| (1..=MAX_KICKER).contains(&text.chars().count()))
            });
            if top.kicker.is_none()
                && let Some(line) = line_above(&header, &headline)
            {
                top.kicker = Some(line.trim_end_matches(':').to_owned());
                top.shown.push(line);
            }
            top.lead = lead_below(&header, &headline);
            top.shown.push(shown(&heading));
            top.headline = Some(headline);
        }
        top.lead = named_lead(&body, metadata).or(top.lead);
        top.byline = metadata.byline.clone().or_else(|| byline(&body));
        top.date = metadata.date.clone().or_else(|| date(document));
        let found = [&top.kicker, &top.headline, &top.lead];
        top.shown.extend(found.into_iter().flatten().cloned());
        top
    }

    /// Whether a piece of the main text stands above it already.
    pub(super) fn holds(&self, piece: &str) -> bool {
        let is_byline = self.byline.as_deref().is_some_and(|byline| {
            let before = piece
                .strip_suffix(byline)
                .map(|before| before.trim().trim_end_matches(':').to_lowercase());
            before.is_some_and(|before| matches!(before.as_str(), "" | "von" | "autor" | "autorin"))
        });
        is_byline || self.shown.iter().any(|shown| shown == piece)
    }
}

/// The text of an element in one line or, with several blocks or `br`, in several.
fn shown(node: &NodeRef) -> String {
    let lines: Vec<_> = pieces(node).into_iter().map(|piece| piece.text).collect();
    squeeze(&lines.join("\n"))
}

/// The heading that is like the title in the metadata; or else the first of the first level.
fn heading<'a>(document: &'a Document, title: &str) -> Option<NodeRef<'a>> {
    let all = |level: &str| -> Vec<(NodeRef<'a>, String)> {
        let headings = document.select(level);
        let first = headings
            .nodes()
            .iter()
            .take(20)
            .map(|node| (*node, shown(node)));
        first.filter(|(_, text)| !text.is_empty()).collect()
    };
    let is_title = |(_, text): &&(NodeRef, String)| {
        3 <= title.split_whitespace().count() && (text.contains(title) || is_end_of(title, text))
    };
    let first_level = all("h1");
    let like_title = first_level
        .iter()
        .find(is_title)
        .or(first_level.first())
        .map(|(node, _)| *node);
    // Some sites keep the first level for their own name.
    like_title.or_else(|| all("h2").iter().find(is_title).map(|(node, _)| *node))
}

/// Whether both end with the same three words or more: "Hannover: Wie es weitergeht mit der Brücke", "Streit Wie es weitergeht mit der Brücke".
fn is_end_of(title: &str, heading: &str) -> bool {
    let words = |text: &str| {
        text.split_whitespace()
            .rev()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let (title, heading) = (words(title), words(heading));
    let n_shared = title
        .iter()
        .zip(&heading)
        .take_while(|(a, b)| a == b)
        .count();
    3 <= n_shared || n_shared == heading.len()
}

/// The headline, and the kicker if the heading holds one: in a part named so, or in a part of its own that the title does not repeat.
fn kicker_and_headline(heading: &NodeRef, title: &str) -> (Option<String>, String) {
    let whole = shown(heading).replace('\n', " ");
    let named = first_named(heading, KICKERS).map(|node| shown(&node));
    let first = heading
        .first_element_child()
        .map(|node| shown(&node))
        .filter(|first| !title.contains(first.as_str()));
    for kicker in [named, first].into_iter().flatten() {
        let rest = whole
            .strip_prefix(kicker.as_str())
            .map(|rest| rest.trim_start_matches([':', '|', ' ']));
        if let Some(rest) =
            rest.filter(|rest| 2 <= rest.split_whitespace().count() && !kicker.is_empty())
            && kicker.chars().count() <= MAX_KICKER
        {
            return (
                Some(kicker.trim_end_matches(':').to_owned()),
                rest.to_owned(),
            );
        }
    }
    (None, whole)
}

/// The part of the page around the headline in which kicker and lead stand: `header`, or at most two elements up.
fn header_of<'a>(heading: &NodeRef<'a>) -> NodeRef<'a> {
    let above: Vec<_> = heading
        .ancestors_it(Some(4))
        .filter(|node| !node.has_name("body") && !node.has_name("html"))
        .collect();
    let header = above.iter().find(|node| node.has_name("header"));
    header
        .or(above.get(1))
        .or(above.first())
        .copied()
        .unwrap_or(*heading)
}

fn first_named<'a>(node: &NodeRef<'a>, names: &[&str]) -> Option<NodeRef<'a>> {
    node.descendants_it()
        .filter(NodeRef::is_element)
        .find(|node| {
            let class = node.attr("class").unwrap_or_default();
            words(&class).any(|word| names.contains(&word.as_str())) && !is_foreign(&class)
        })
}

/// A part that is named as the lead, or a paragraph that the metadata repeat as description.
fn named_lead(body: &NodeRef, metadata: &Metadata) -> Option<String> {
    let is_lead = |text: &String| LEAD.contains(&text.chars().count());
    if let Some(named) = first_named(body, LEADS) {
        // A part with several paragraphs is more than a lead.
        let mut pieces = pieces(&named);
        let only = if pieces.len() == 1 {
            pieces.pop()
        } else {
            None
        };
        if let Some(lead) = only
            .filter(|piece| piece.kind == PieceKind::Text)
            .map(|piece| piece.text)
            .filter(is_lead)
        {
            return Some(lead);
        }
    }
    let description = metadata.description.as_ref().filter(|text| is_lead(text))?;
    let paragraphs = body
        .descendants_it()
        .filter(|node| node.has_name("p"))
        .take(12);
    paragraphs
        .map(|node| shown(&node))
        .find(|text| text == description)
}

/// The line right above the headline in the page's `header`, if its colon says that it leads to it: "Sanierung oder Abriss:".
fn line_above(header: &NodeRef, headline: &str) -> Option<String> {
    if !header.has_name("header") {
        return None;
    }
    let pieces = pieces(header);
    let at = pieces.iter().position(|piece| piece.text == headline)?;
    let above = &pieces.get(at.checked_sub(1)?)?.text;
    let is_kicker = above.ends_with(':') && above.chars().count() <= MAX_KICKER;
    is_kicker.then(|| above.clone())
}

/// The first sentences below the headline in the page's `header`.
fn lead_below(header: &NodeRef, headline: &str) -> Option<String> {
    if !header.has_name("header") {
        return None;
    }
    let pieces = pieces(header);
    let at = pieces
        .iter()
        .position(|piece| piece.text.ends_with(headline))?;
    let texts = pieces
        .into_iter()
        .skip(at + 1)
        .filter(|piece| piece.kind == PieceKind::Text);
    texts
        .map(|piece| piece.text)
        .find(|text| signs::ends_like_a_sentence(text) && LEAD.contains(&text.chars().count()))
}

/// Who wrote it, where the page marks it.
fn byline(body: &NodeRef) -> Option<String> {
    let marked = body
        .descendants_it()
        .filter(NodeRef::is_element)
        .find(|node| {
            let is = |attribute: &str, name: &str| {
                let value = node.attr(attribute);
                value.is_some_and(|value| words(&value).any(|word| word == name))
            };
            is("rel", "author")
                || is("itemprop", "author")
                || ["author", "autor", "byline"]
                    .iter()
                    .any(|name| is("class", name))
        })?;
    let text = shown(&marked).replace('\n', " ");
    if let Some(names) = signs::byline(&text) {
        return Some(names);
    }
    let names = text
        .strip_prefix("Von ")
        .or_else(|| text.strip_prefix("von "))
        .unwrap_or(&text);
    let n_words = names.split_whitespace().count();
    let is_name =
        (2..=12).contains(&n_words) && names.len() <= 120 && !signs::ends_like_a_sentence(names);
    is_name.then(|| names.to_owned())
}

/// When it was published: the first `time` element.
fn date(document: &Document) -> Option<String> {
    let times = document.select("time[datetime]");
    let mut first = times.nodes().iter().take(20);
    first.find_map(|node| signs::iso_date(&node.attr("datetime")?))
}
