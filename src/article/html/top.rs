//! What stands above the text of a page: kicker, headline, lead, author, date.

use dom_query::{Document, NodeRef};

use super::boilerplate::{is_foreign, words};
use super::metadata::Metadata;
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

/// Characters of the longest kicker and of leads.
const MAX_KICKER: usize = 80;
const LEAD: std::ops::RangeInclusive<usize> = 40..=900;

impl Top {
    /// Looks for them in the page, and in its metadata where the page does not show them.
    pub(super) fn find(document: &Document, metadata: &Metadata) -> Self {
        let mut top = Self::default();
        let headline = headline(document, metadata);
        let header = headline.and_then(|node| header_of(&node));
        let kicker = header.and_then(|header| {
            first_named(&header, |word| {
                matches!(
                    word,
                    "kicker"
                        | "topline"
                        | "overline"
                        | "dachzeile"
                        | "roofline"
                        | "spitzmarke"
                        | "eyebrow"
                        | "oberzeile"
                        | "ortsmarke"
                )
            })
        });
        top.kicker = kicker
            .map(|node| shown(&node))
            .filter(|text| (1..=MAX_KICKER).contains(&text.chars().count()));
        let title = headline.map(|node| shown(&node));
        top.shown.extend(title.clone());
        let kicker_text = top.kicker.as_deref().unwrap_or_default();
        top.headline = title
            .map(|title| {
                title
                    .strip_prefix(kicker_text)
                    .unwrap_or(&title)
                    .trim_start_matches([':', ' ', '\n'])
                    .replace('\n', " ")
            })
            .filter(|title| !title.is_empty())
            .or_else(|| metadata.title.clone());
        let lead = document.body().and_then(|body| lead(&body, metadata));
        top.lead = lead.filter(|lead| LEAD.contains(&lead.chars().count()));
        top.byline = metadata
            .byline
            .clone()
            .or_else(|| document.body().and_then(|body| byline(&body)));
        top.date = metadata.date.clone().or_else(|| date(document));
        top.shown.extend(
            [&top.kicker, &top.headline, &top.lead]
                .into_iter()
                .flatten()
                .cloned(),
        );
        top
    }

    /// Whether a piece of the main text stands above it already.
    pub(super) fn holds(&self, piece: &str) -> bool {
        let is_byline = self.byline.as_deref().is_some_and(|byline| {
            piece.strip_suffix(byline).is_some_and(|before| {
                matches!(
                    before.trim().trim_end_matches(':').to_lowercase().as_str(),
                    "" | "von" | "autor" | "autorin"
                )
            })
        });
        is_byline || self.shown.iter().any(|shown| shown == piece)
    }
}

/// The text of an element in one line or, with `br`, in several.
fn shown(node: &NodeRef) -> String {
    let pieces = super::walk::pieces(node);
    let lines: Vec<_> = pieces.into_iter().map(|piece| piece.text).collect();
    squeeze(&lines.join("\n"))
}

/// The heading of the first level that is like the title in the metadata, or else the first one.
fn headline<'a>(document: &'a Document, metadata: &Metadata) -> Option<NodeRef<'a>> {
    let headings = document.select("h1");
    let shown_headings: Vec<_> = headings
        .nodes()
        .iter()
        .take(20)
        .map(|node| (*node, shown(node)))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    let title = metadata.title.as_deref().unwrap_or_default();
    let alike = shown_headings
        .iter()
        .find(|(_, text)| text.contains(title) || title.contains(text.as_str()));
    alike.or(shown_headings.first()).map(|(node, _)| *node)
}

/// The part of the page around the headline in which its kicker stands: `header`, or at most two elements up.
fn header_of<'a>(headline: &NodeRef<'a>) -> Option<NodeRef<'a>> {
    let above: Vec<_> = headline
        .ancestors_it(Some(4))
        .filter(|node| !node.has_name("body") && !node.has_name("html"))
        .collect();
    let header = above.iter().find(|node| node.has_name("header"));
    header
        .or(above.get(1))
        .or(above.first())
        .copied()
        .or(Some(*headline))
}

fn first_named<'a>(node: &NodeRef<'a>, is_name: impl Fn(&str) -> bool) -> Option<NodeRef<'a>> {
    node.descendants_it()
        .filter(NodeRef::is_element)
        .find(|node| {
            let class = node.attr("class").unwrap_or_default();
            words(&class).any(|word| is_name(&word)) && !is_foreign(&class)
        })
}

/// A part that is named as the lead, or a paragraph that the metadata repeat as description.
fn lead(body: &NodeRef, metadata: &Metadata) -> Option<String> {
    let named = first_named(body, |word| {
        matches!(
            word,
            "lead"
                | "leadtext"
                | "intro"
                | "introtext"
                | "standfirst"
                | "vorspann"
                | "anreisser"
                | "anreißer"
                | "summary"
                | "einleitung"
                | "teasertext"
                | "subline"
                | "dek"
        )
    });
    if let Some(named) = named {
        let pieces = super::walk::pieces(&named);
        // A part with several paragraphs is more than a lead.
        if let [piece] = pieces.as_slice()
            && LEAD.contains(&piece.text.chars().count())
        {
            return Some(piece.text.clone());
        }
    }
    let description = metadata
        .description
        .as_deref()
        .filter(|text| LEAD.contains(&text.chars().count()))?;
    let paragraphs = body
        .descendants_it()
        .filter(|node| node.has_name("p"))
        .take(12);
    paragraphs
        .map(|node| shown(&node))
        .find(|text| text == description)
}

/// Who wrote it, where the page marks it.
fn byline(body: &NodeRef) -> Option<String> {
    let marked = body
        .descendants_it()
        .filter(NodeRef::is_element)
        .find(|node| {
            let is = |attribute: &str, value: &str| {
                node.attr(attribute)
                    .is_some_and(|found| words(&found).any(|word| word == value))
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
    let is_name = (2..=12).contains(&names.split_whitespace().count())
        && names.len() <= 120
        && !signs::ends_like_a_sentence(names);
    is_name.then(|| names.to_owned())
}

/// When it was published: the first `time` element.
fn date(document: &Document) -> Option<String> {
    let times = document.select("time[datetime]");
    times
        .nodes()
        .iter()
        .take(20)
        .find_map(|node| signs::iso_date(&node.attr("datetime")?))
}
