//! CAS XMI, and the type system that it needs beside it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::structures::{SOFA, Structure, Value};
use super::types::{ALL, Range, Type};
use crate::exchange::loss::{Loss, Losses};

/// The `.xmi` file.
pub(super) fn write(text: &str, structures: &[Structure], losses: &mut Losses) -> Vec<u8> {
    let n_forbidden = text
        .chars()
        .filter(|&character| is_forbidden(character))
        .count();
    losses.count(Loss::Characters, n_forbidden);
    let packages: BTreeMap<&str, &str> = (ALL.iter()).map(|of| (of.prefix, of.package())).collect();
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xmi:XMI xmi:version=\"2.0\" \
         xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:cas=\"http:///uima/cas.ecore\"",
    );
    for (prefix, package) in packages {
        let _ = write!(
            out,
            " xmlns:{prefix}=\"http:///{}.ecore\"",
            package.replace('.', "/")
        );
    }
    out.push_str(">\n<cas:NULL xmi:id=\"0\"/>\n");
    for structure in structures {
        element(&mut out, structure);
    }
    let _ = writeln!(
        out,
        "<cas:Sofa xmi:id=\"{SOFA}\" sofaNum=\"1\" sofaID=\"_InitialView\" mimeType=\"text\" sofaString=\"{}\"/>",
        escaped(text)
    );
    let members = structures.iter().map(|structure| structure.id);
    let _ = writeln!(
        out,
        "<cas:View sofa=\"{SOFA}\" members=\"{}\"/>",
        spaced(members)
    );
    out.push_str("</xmi:XMI>\n");
    out.into_bytes()
}

fn element(out: &mut String, structure: &Structure) {
    let (prefix, name) = (structure.of.prefix, structure.of.short());
    let _ = write!(out, "<{prefix}:{name} xmi:id=\"{}\"", structure.id);
    if let Some((begin, end)) = structure.range {
        let _ = write!(out, " sofa=\"{SOFA}\" begin=\"{begin}\" end=\"{end}\"");
    }
    if structure.of.parent == "uima.tcas.DocumentAnnotation" {
        out.push_str(" language=\"de\"");
    }
    let mut inner = String::new();
    for (name, value) in &structure.features {
        let value = match value {
            Value::Text(words) => escaped(words),
            Value::Number(number) => number.to_string(),
            Value::Flag(flag) => flag.to_string(),
            Value::One(id) => id.to_string(),
            Value::Many(ids) => spaced(ids.iter().copied()),
            Value::Texts(words) => {
                for words in words {
                    let _ = write!(inner, "<{name}>{}</{name}>", escaped(words));
                }
                continue;
            }
        };
        let _ = write!(out, " {name}=\"{value}\"");
    }
    if inner.is_empty() {
        out.push_str("/>\n");
    } else {
        let _ = writeln!(out, ">{inner}</{prefix}:{name}>");
    }
}

fn spaced(ids: impl Iterator<Item = u32>) -> String {
    let ids: Vec<String> = ids.map(|id| id.to_string()).collect();
    ids.join(" ")
}

/// Not among the characters of XML 1.0, not even by number. Each has one UTF-16 unit, as its replacement has.
fn is_forbidden(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' => false,
        '\u{FFFE}' | '\u{FFFF}' => true,
        _ => character < ' ',
    }
}

/// For attributes, where line ends and tabs would become spaces.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            '\r' => out.push_str("&#13;"),
            _ if is_forbidden(character) => out.push('\u{FFFD}'),
            _ => out.push(character),
        }
    }
    out
}

/// `TypeSystem.xml`: the same for all articles.
pub(super) fn type_system() -> Vec<u8> {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <typeSystemDescription xmlns=\"http://uima.apache.org/resourceSpecifier\">\n<name>Wortlaut</name>\n<types>\n",
    );
    for of in ALL {
        described(&mut out, of);
    }
    out.push_str("</types>\n</typeSystemDescription>\n");
    out.into_bytes()
}

fn described(out: &mut String, of: &Type) {
    let _ = writeln!(
        out,
        "<typeDescription>\n<name>{}</name>\n<description>{}</description>\n<supertypeName>{}</supertypeName>\n<features>",
        of.name, of.describe, of.parent
    );
    for feature in of.features {
        let (range, element) = match feature.range {
            Range::Text => ("uima.cas.String", None),
            Range::Texts => ("uima.cas.StringArray", None),
            Range::Number => ("uima.cas.Float", None),
            Range::Flag => ("uima.cas.Boolean", None),
            Range::One(of) => (of, None),
            Range::Many(of) => ("uima.cas.FSArray", Some(of)),
        };
        let element =
            element.map_or_else(String::new, |of| format!("<elementType>{of}</elementType>"));
        let _ = writeln!(
            out,
            "<featureDescription><name>{}</name><description/><rangeTypeName>{range}</rangeTypeName>{element}</featureDescription>",
            feature.name
        );
    }
    out.push_str("</features>\n</typeDescription>\n");
}
