//! A file of CAS JSON: its structures, how they hang together, and where they stand.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};

use crate::article::is_too_long;
use crate::exchange::import::Refusal;
use crate::span::{Offsets, Span, Unit};

/// A feature structure.
pub(super) type Structure = Map<String, Json>;

/// All of them, with the text that they are about.
pub(super) struct File<'a> {
    /// In the order of the file, with their numbers.
    pub(super) structures: Vec<(u64, &'a Structure)>,
    pub(super) by_id: BTreeMap<u64, &'a Structure>,
    /// The number of the text.
    pub(super) sofa: u64,
    /// As it is in the file; the article has other line ends.
    pub(super) text: &'a str,
    offsets: Offsets,
    /// Where line ends of two characters stand.
    breaks: Vec<usize>,
}

impl<'a> File<'a> {
    /// Takes the file apart. Of several texts it is the usual one, or else the first.
    pub(super) fn of(file: &'a Json) -> Result<Self, Refusal> {
        let structures: Vec<(u64, &Structure)> = match file.get("%FEATURE_STRUCTURES") {
            Some(Json::Array(all)) => all.iter().filter_map(numbered).collect(),
            // Until version 0.4 they were listed by their numbers.
            Some(Json::Object(all)) => (all.iter())
                .filter_map(|(id, structure)| Some((id.parse().ok()?, structure.as_object()?)))
                .collect(),
            _ => return Err(Refusal::Unknown),
        };
        let is_text = |structure: &Structure| name_of(structure) == "uima.cas.Sofa";
        let mut sofas = structures.iter().filter_map(|&(id, structure)| {
            let text = text(structure, "sofaString").filter(|_| is_text(structure));
            Some((id, structure, text?))
        });
        let first = sofas.clone().next();
        let usual = sofas.find(|(_, sofa, _)| text(sofa, "sofaID") == Some("_InitialView"));
        let (sofa, _, text) = usual.or(first).ok_or(Refusal::Empty)?;
        if is_too_long(text) {
            return Err(Refusal::TooLong);
        }
        Ok(Self {
            by_id: structures.iter().copied().collect(),
            structures,
            sofa,
            text,
            offsets: Offsets::new(text, Unit::Utf16),
            breaks: text.match_indices("\r\n").map(|(at, _)| at).collect(),
        })
    }

    /// Where it stands in an article whose line ends have one character.
    pub(super) fn span(&self, article: &str, structure: &Structure) -> Option<Span> {
        let at = |name: &str| {
            let offset = usize::try_from(structure.get(name)?.as_u64()?).ok()?;
            let byte = self.offsets.to_byte(self.text, offset)?;
            Some(byte - self.breaks.partition_point(|&at| at + 2 <= byte))
        };
        let (begin, end) = (at("begin")?, at("end")?);
        let is_there = begin <= end && article.get(begin..end).is_some();
        is_there.then(|| Span::new(begin, end))
    }

    /// The elements of the array that a feature leads to.
    pub(super) fn elements(&self, structure: &Structure, name: &str) -> &'a [Json] {
        let array = link(structure, name).and_then(|id| self.by_id.get(&id));
        let elements = array.and_then(|array| array.get("%ELEMENTS")?.as_array());
        elements.map_or(&[], Vec::as_slice)
    }
}

fn numbered(structure: &Json) -> Option<(u64, &Structure)> {
    Some((structure.get("%ID")?.as_u64()?, structure.as_object()?))
}

/// The name of its type.
pub(super) fn name_of(structure: &Structure) -> &str {
    text(structure, "%TYPE").unwrap_or_default()
}

/// The name of a type without its package.
pub(super) fn last(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

pub(super) fn text<'s>(structure: &'s Structure, name: &str) -> Option<&'s str> {
    structure.get(name).and_then(Json::as_str)
}

pub(super) fn number(structure: &Structure, name: &str) -> Option<f32> {
    let number = structure.get(name).and_then(Json::as_f64);
    number.map(|number| number as f32)
}

/// The number of the structure that a feature leads to.
pub(super) fn link(structure: &Structure, name: &str) -> Option<u64> {
    structure.get(name).and_then(Json::as_u64)
}
