//! CAS XMI, and the type system that it needs beside it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::structures::{SOFA, Structure, Value};
use super::types::{ALL, Range, Type};
use crate::exchange::loss::Losses;
use crate::exchange::xml;

/// The `.xmi` file, for a text and the tag of its language.
pub(super) fn write(
    (text, language): (&str, &str),
    structures: &[Structure],
    losses: &mut Losses,
) -> Vec<u8> {
    xml::tell_forbidden(text, losses);
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
        element(&mut out, structure, language);
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

fn element(out: &mut String, structure: &Structure, language: &str) {
    let (prefix, name) = (structure.of.prefix, structure.of.short());
    let _ = write!(out, "<{prefix}:{name} xmi:id=\"{}\"", structure.id);
    if let Some((begin, end)) = structure.range {
        let _ = write!(out, " sofa=\"{SOFA}\" begin=\"{begin}\" end=\"{end}\"");
    }
    if structure.of.parent == "uima.tcas.DocumentAnnotation" {
        let _ = write!(out, " language=\"{language}\"");
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

/// Each forbidden character has one UTF-16 unit, as its replacement has.
fn escaped(words: &str) -> String {
    xml::escaped(words, true)
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
