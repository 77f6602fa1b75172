//! The styles of the document.

use std::fmt::Write;

use super::part;
use crate::document::Kind;
use crate::view::palette::Palette;

/// How the names of some kinds look.
pub(super) struct NameStyle {
    pub style: &'static str,
    pub label: &'static str,
    kinds: &'static [Kind],
}

/// All of them; each kind has one.
pub(super) const KINDS: [NameStyle; 7] = [
    name("Person", "Person", &[Kind::Person]),
    name("Organisation", "Organisation", &[Kind::Organisation]),
    name("Ort", "Ort", &[Kind::Location]),
    name("WeitererName", "Weiterer Name", &[Kind::Other]),
    name("Rolle", "Rolle", &[Kind::Role]),
    name("Zeit", "Zeit", &[Kind::Date, Kind::Time, Kind::Duration]),
    name("Menge", "Menge", &[Kind::Amount]),
];

const fn name(style: &'static str, label: &'static str, kinds: &'static [Kind]) -> NameStyle {
    NameStyle {
        style,
        label,
        kinds,
    }
}

/// The style of names of a kind.
pub(super) fn of_kind(kind: Kind) -> &'static str {
    let found = KINDS.iter().find(|name| name.kinds.contains(&kind));
    found.map_or("WeitererName", |name| name.style)
}

/// Id, name, the style that it is based on and what follows it, paragraph and run properties.
const PARAGRAPHS: [(&str, &str, &str, &str, &str); 19] = [
    (
        "Title",
        "Title",
        "Normal",
        "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"80\" w:line=\"240\" w:lineRule=\"auto\"/><w:contextualSpacing/>",
        "<w:b/><w:sz w:val=\"44\"/><w:szCs w:val=\"44\"/>",
    ),
    (
        "Subtitle",
        "Subtitle",
        "Normal",
        "<w:spacing w:after=\"240\"/>",
        "<w:color w:val=\"595959\"/>",
    ),
    (
        "Heading1",
        "heading 1",
        "Normal",
        "<w:keepNext/><w:keepLines/><w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"2\" w:color=\"BFBFBF\"/></w:pBdr><w:spacing w:before=\"400\" w:after=\"160\"/><w:outlineLvl w:val=\"0\"/>",
        "<w:b/><w:sz w:val=\"30\"/><w:szCs w:val=\"30\"/>",
    ),
    (
        "Heading2",
        "heading 2",
        "Normal",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"1\"/>",
        "<w:b/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>",
    ),
    (
        "BodyText",
        "Body Text",
        "Normal",
        "<w:spacing w:after=\"140\"/>",
        "",
    ),
    (
        "Kicker",
        "Dachzeile",
        "Normal",
        "<w:keepNext/><w:spacing w:after=\"20\"/>",
        "<w:caps/><w:color w:val=\"595959\"/><w:spacing w:val=\"20\"/><w:sz w:val=\"18\"/>",
    ),
    (
        "Headline",
        "Schlagzeile",
        "Normal",
        "<w:keepNext/><w:spacing w:after=\"120\"/>",
        "<w:b/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>",
    ),
    ("Lead", "Vorspann", "BodyText", "", "<w:b/>"),
    (
        "Caption",
        "caption",
        "Normal",
        "<w:spacing w:after=\"140\"/><w:ind w:left=\"284\"/>",
        "<w:i/><w:color w:val=\"595959\"/><w:sz w:val=\"19\"/>",
    ),
    (
        "Quote",
        "Quote",
        "Normal",
        "<w:keepNext/><w:keepLines/><w:pBdr><w:left w:val=\"single\" w:sz=\"18\" w:space=\"10\" w:color=\"A6A6A6\"/></w:pBdr><w:spacing w:before=\"160\" w:after=\"40\"/><w:ind w:left=\"397\" w:right=\"284\"/>",
        "",
    ),
    (
        "Attribution",
        "Sprecher",
        "Normal",
        "<w:keepLines/><w:spacing w:after=\"160\"/><w:ind w:left=\"397\" w:right=\"284\"/>",
        "<w:color w:val=\"595959\"/><w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>",
    ),
    (
        "Note",
        "Notiz",
        "Normal",
        "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FFF6D6\"/><w:spacing w:after=\"160\"/><w:ind w:left=\"397\" w:right=\"284\"/>",
        "<w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>",
    ),
    (
        "Legend",
        "Legende",
        "Normal",
        "<w:spacing w:after=\"200\"/>",
        "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ),
    (
        "Origin",
        "Herkunft",
        "Normal",
        "<w:spacing w:before=\"400\"/>",
        "<w:color w:val=\"595959\"/><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>",
    ),
    (
        "TableText",
        "Tabellentext",
        "Normal",
        "<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>",
    ),
    (
        "TableNumber",
        "Tabellenzahl",
        "TableText",
        "<w:jc w:val=\"right\"/>",
        "",
    ),
    (
        "TableHead",
        "Tabellenkopf",
        "TableText",
        "<w:keepNext/>",
        "<w:b/>",
    ),
    (
        "TableHeadNumber",
        "Tabellenkopf Zahl",
        "TableHead",
        "<w:jc w:val=\"right\"/>",
        "",
    ),
    (
        "TableGroup",
        "Tabellengruppe",
        "TableText",
        "<w:keepNext/><w:spacing w:before=\"120\"/>",
        "<w:i/><w:color w:val=\"595959\"/>",
    ),
];

/// The whole file.
pub(super) fn styles() -> String {
    let mut xml = String::from(
        "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:eastAsia=\"Calibri\" w:cs=\"Calibri\"/>\
         <w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:lang w:val=\"de-DE\" w:eastAsia=\"de-DE\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>\
         <w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/></w:style>\
         <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>\
         <w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:left w:w=\"85\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\
         <w:style w:type=\"table\" w:styleId=\"Names\"><w:name w:val=\"Namen\"/><w:basedOn w:val=\"TableNormal\"/>\
         <w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"6\" w:color=\"7F7F7F\"/><w:bottom w:val=\"single\" w:sz=\"6\" w:color=\"7F7F7F\"/>\
         <w:insideH w:val=\"single\" w:sz=\"4\" w:color=\"D9D9D9\"/></w:tblBorders></w:tblPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"Footer\"><w:name w:val=\"footer\"/><w:basedOn w:val=\"Normal\"/>\
         <w:pPr><w:tabs><w:tab w:val=\"right\" w:pos=\"9070\"/></w:tabs><w:spacing w:after=\"0\"/></w:pPr>\
         <w:rPr><w:color w:val=\"595959\"/><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/></w:rPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"Strong\"><w:name w:val=\"Strong\"/><w:rPr><w:b/><w:bCs/><w:color w:val=\"262626\"/></w:rPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"Faint\"><w:name w:val=\"Zusatz\"/><w:rPr><w:color w:val=\"595959\"/></w:rPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"CommentText\"><w:name w:val=\"annotation text\"/><w:basedOn w:val=\"Normal\"/>\
         <w:rPr><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/></w:rPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"CommentReference\"><w:name w:val=\"annotation reference\"/><w:rPr><w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/></w:rPr></w:style>",
    );
    for (id, name, base, paragraph, run) in PARAGRAPHS {
        let next = if id.starts_with("Table") {
            id
        } else {
            "BodyText"
        };
        let _ = write!(
            xml,
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"{base}\"/>\
             <w:next w:val=\"{next}\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        );
    }
    let palette = Palette::LIGHT;
    for style in &KINDS {
        let kind = style.kinds[0];
        let line = palette.line(kind).hex();
        let line = line.trim_start_matches('#').to_uppercase();
        // Names are filled, the others only underlined, as in the window; the underlines tell them apart without colours.
        let look = if kind.is_name() {
            let fill = palette.fill(kind).hex();
            let fill = fill.trim_start_matches('#').to_uppercase();
            format!(
                "<w:u w:val=\"single\" w:color=\"{line}\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{fill}\"/>"
            )
        } else {
            format!("<w:u w:val=\"dotted\" w:color=\"{line}\"/>")
        };
        let _ = write!(
            xml,
            "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"{0}\"><w:name w:val=\"{1}\"/><w:qFormat/><w:rPr>{look}</w:rPr></w:style>",
            style.style, style.label
        );
    }
    part("styles", &xml)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_one_style() {
        for kind in Kind::ALL {
            assert_eq!(
                KINDS
                    .iter()
                    .filter(|style| style.kinds.contains(&kind))
                    .count(),
                1
            );
            assert!(styles().contains(&format!("w:styleId=\"{}\"", of_kind(kind))));
        }
    }
}
