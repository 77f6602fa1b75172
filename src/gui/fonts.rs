//! The typefaces: Literata, Inter and Atkinson Hyperlegible for articles, Inter for the interface, all under the Open Font License.

use std::sync::Arc;

use eframe::egui::epaint::text::{FontTweak, VariationCoords};
use eframe::egui::{FontData, FontDefinitions, FontFamily, FontId};

use super::typography::Typeface;

const LITERATA: [&[u8]; 2] = [
    include_bytes!("../../assets/fonts/Literata-Latin.ttf"),
    include_bytes!("../../assets/fonts/Literata-LatinExt.ttf"),
];
const INTER: [&[u8]; 2] = [
    include_bytes!("../../assets/fonts/Inter-Latin.ttf"),
    include_bytes!("../../assets/fonts/Inter-LatinExt.ttf"),
];
const ATKINSON: [&[u8]; 2] = [
    include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Latin.ttf"),
    include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-LatinExt.ttf"),
];

/// Emoji in one colour, for articles that quote posts.
const EMOJI: &str = "emoji";

/// What a face is for. Those of the article exist in each [`Typeface`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Running text of the article.
    Text,
    /// Leads and subheadings.
    TextStrong,
    /// Headlines.
    Headline,
    /// The interface.
    Interface,
    /// Names in lists, buttons.
    Medium,
    /// Titles in the interface.
    Strong,
}

impl Face {
    const ARTICLE: [Self; 3] = [Self::Text, Self::TextStrong, Self::Headline];
    const WINDOW: [Self; 3] = [Self::Interface, Self::Medium, Self::Strong];

    /// At a size in points; those of the article with serifs, as the window itself has them.
    pub fn size(self, size: f32) -> FontId {
        Typeface::Serif.size(self, size)
    }

    fn name(self, typeface: Typeface) -> &'static str {
        match (self, typeface) {
            (Self::Text, Typeface::Serif) => "serif",
            (Self::Text, Typeface::Sans) => "sans",
            (Self::Text, Typeface::Legible) => "legible",
            (Self::TextStrong, Typeface::Serif) => "serif-strong",
            (Self::TextStrong, Typeface::Sans) => "sans-strong",
            (Self::TextStrong, Typeface::Legible) => "legible-strong",
            (Self::Headline, Typeface::Serif) => "serif-headline",
            (Self::Headline, Typeface::Sans) => "sans-headline",
            (Self::Headline, Typeface::Legible) => "legible-headline",
            (Self::Interface, _) => "interface",
            (Self::Medium, _) => "medium",
            (Self::Strong, _) => "strong",
        }
    }

    /// Weight and, for Literata, the size that the letters are drawn for.
    fn coordinates(self, typeface: Typeface) -> VariationCoords {
        let weight = |weight: f32| VariationCoords::new([(b"wght", weight)]);
        let drawn_for =
            |weight: f32, size: f32| VariationCoords::new([(b"wght", weight), (b"opsz", size)]);
        match (self, typeface) {
            (Self::Text, Typeface::Serif) => drawn_for(400.0, 18.0),
            (Self::TextStrong, Typeface::Serif) => drawn_for(640.0, 20.0),
            (Self::Headline, Typeface::Serif) => drawn_for(680.0, 36.0),
            (Self::Text, Typeface::Sans | Typeface::Legible) => weight(400.0),
            (Self::TextStrong, Typeface::Sans | Typeface::Legible) => weight(650.0),
            (Self::Headline, Typeface::Sans | Typeface::Legible) => weight(720.0),
            (Self::Interface, _) => weight(420.0),
            (Self::Medium, _) => weight(540.0),
            (Self::Strong, _) => weight(640.0),
        }
    }
}

impl Typeface {
    /// A face at a size in points. Faces whose small letters are high are set a little smaller, so that they look as large as the others.
    pub fn size(self, face: Face, size: f32) -> FontId {
        let share = match (face, self) {
            (Face::Interface | Face::Medium | Face::Strong, _) | (_, Self::Serif) => 1.0,
            // Small letters are 0.55 of the size, those of Literata 0.51, of Atkinson 0.50.
            (Face::Text | Face::TextStrong | Face::Headline, Self::Sans) => 0.94,
            (Face::Text | Face::TextStrong | Face::Headline, Self::Legible) => 1.03,
        };
        FontId::new(size * share, self.family(face))
    }

    /// The family a face is registered under.
    fn family(self, face: Face) -> FontFamily {
        match face {
            Face::Interface => FontFamily::Proportional,
            face => FontFamily::Name(face.name(self).into()),
        }
    }

    /// The files of a face, with others behind them for letters that they lack.
    fn files(self, face: Face) -> Vec<&'static [u8]> {
        match (face, self) {
            (Face::Interface | Face::Medium | Face::Strong, _) | (_, Self::Sans) => INTER.to_vec(),
            (Face::Text | Face::TextStrong | Face::Headline, Self::Serif) => LITERATA.to_vec(),
            // „Ōsaka“, „Ḥalab“: Atkinson has no letters for transcriptions.
            (Face::Text | Face::TextStrong | Face::Headline, Self::Legible) => {
                [ATKINSON, INTER].concat()
            }
        }
    }
}

/// All faces, with egui's own fonts behind them for other scripts and symbols.
pub fn definitions() -> FontDefinitions {
    let mut definitions = FontDefinitions::default();
    let mut fallback = definitions
        .families
        .get(&FontFamily::Proportional)
        .cloned()
        .unwrap_or_default();
    let emoji = FontData::from_static(epaint_default_fonts::NOTO_EMOJI_REGULAR);
    let data = definitions
        .font_data
        .insert(EMOJI.to_owned(), Arc::new(emoji));
    if data.is_none() {
        fallback.push(EMOJI.to_owned());
    }
    let window = Face::WINDOW.map(|face| (face, Typeface::default()));
    let article = Typeface::ALL
        .into_iter()
        .flat_map(|typeface| Face::ARTICLE.map(|face| (face, typeface)));
    for (face, typeface) in article.chain(window) {
        let mut names = Vec::new();
        for (part, file) in typeface.files(face).into_iter().enumerate() {
            let name = format!("{}-{part}", face.name(typeface));
            let data = FontData::from_static(file).tweak(FontTweak {
                coords: face.coordinates(typeface),
                ..FontTweak::default()
            });
            definitions.font_data.insert(name.clone(), Arc::new(data));
            names.push(name);
        }
        names.extend(fallback.iter().cloned());
        definitions.families.insert(typeface.family(face), names);
    }
    definitions
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_face_of_every_typeface_is_registered_and_apart_from_the_others() {
        let definitions = definitions();
        let mut families = BTreeSet::new();
        for typeface in Typeface::ALL {
            for face in Face::ARTICLE {
                let font = typeface.size(face, 18.0);
                assert!(definitions.families.contains_key(&font.family), "{font:?}");
                assert!(families.insert(font.family), "{face:?} {typeface:?}");
            }
        }
        for face in Face::WINDOW {
            let font = face.size(13.0);
            assert!(definitions.families.contains_key(&font.family));
            assert!(families.insert(font.family), "{face:?}");
        }
    }
}
