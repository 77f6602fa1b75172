//! What belongs to the website and not to the article, by the names that sites give their parts and by the phrases they use.

use std::sync::LazyLock;

use regex::Regex;

/// Words in `class`, `id` or `role` of parts that are no article.
const PARTS: &[&str] = &[
    "abo",
    "ad",
    "ads",
    "adslot",
    "advert",
    "advertisement",
    "adwrapper",
    "anzeige",
    "authorbox",
    "autorenbox",
    "breadcrumb",
    "breadcrumbs",
    "brotkrumen",
    "cmp",
    "comment",
    "commentform",
    "comments",
    "commentlist",
    "complementary",
    "consent",
    "contentinfo",
    "cookie",
    "cookiebanner",
    "cookies",
    "disqus",
    "footer",
    "inlineteaser",
    "kommentare",
    "kommentarliste",
    "leserkommentare",
    "linkliste",
    "meistgelesen",
    "menu",
    "mostread",
    "nav",
    "navbar",
    "navi",
    "navigation",
    "newsletter",
    "outbrain",
    "pagination",
    "paywall",
    "plista",
    "popup",
    "promo",
    "recommendation",
    "recommendations",
    "recommended",
    "related",
    "share",
    "sharebar",
    "sharing",
    "sidebar",
    "skip",
    "skiplink",
    "social",
    "socialmedia",
    "sponsored",
    "subscribe",
    "taboola",
    "tags",
    "teaserlist",
    "teilen",
    "toolbar",
    "video",
    "videobox",
    "videoplayer",
    "werbung",
];

/// Whether the words of `class`, `id` or `role` say that this is no part of the article.
pub(super) fn is_foreign(names: &str) -> bool {
    words(names).any(|word| PARTS.contains(&word.as_str()))
}

/// Whether a `class` is that of a caption.
pub(super) fn is_caption_class(class: &str) -> bool {
    words(class).any(|word| {
        matches!(
            word.as_str(),
            "caption" | "bildunterschrift" | "bildtext" | "bu"
        )
    })
}

/// The words of `articleHeader__kicker text-small` in lower case: article, header, kicker, text, small.
pub(super) fn words(names: &str) -> impl Iterator<Item = String> {
    names
        .split(|c: char| !c.is_alphanumeric())
        .flat_map(|name| {
            let mut words = vec![String::new()];
            let mut was_small = false;
            for character in name.chars() {
                if was_small && character.is_uppercase() {
                    words.push(String::new());
                }
                was_small = character.is_lowercase();
                if let Some(word) = words.last_mut() {
                    word.extend(character.to_lowercase());
                }
            }
            words
        })
        .filter(|word| !word.is_empty())
}

/// Whether a block is a phrase of the website: "Lesen Sie auch: …", "Anzeige", "Jetzt Newsletter abonnieren!".
pub(super) fn is_phrase(block: &str) -> bool {
    static WHOLE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^(?:anzeige|werbung|advertisement|anzeigenende|drucken|teilen|merken|artikel (?:teilen|drucken|merken|vorlesen|anhören)|(?:diesen )?(?:artikel|beitrag) (?:teilen|drucken|versenden|merken|kommentieren)|mehr zum thema|zum thema|themen|schlagwörter|zur startseite|nach oben|zurück|weiterlesen|mehr lesen|mehr anzeigen|jetzt lesen|kommentare?|\d+ kommentare?|kommentar schreiben|feedback|quelle: anzeige|externer inhalt|empfohlener redaktioneller inhalt|ihre meinung|startseite|newsletter|folgen sie uns.{0,40}|alle rechte vorbehalten\.?|impressum|datenschutz(?:erklärung)?|lesedauer:? .{0,20}|\d+ min(?:uten|\.)? lesezeit|aus unserem archiv|vorlesen|inhalt|artikel anhören|player)[.:!]?$",
        )
    });
    static OPENING: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^(?:lesen sie (?:auch|hier|dazu|mehr)|lesen sie .{0,40}:|lies auch|mehr (?:zum thema|dazu|lesen)\b.{0,4}:|auch interessant|das könnte (?:sie|dich) (?:auch )?interessieren|weitere (?:artikel|meldungen|nachrichten)|hier (?:geht es|geht's|können sie|finden sie)|jetzt (?:den )?newsletter|(?:abonnieren|bestellen) sie\b|melden sie sich\b|wir (?:verwenden|nutzen|setzen) (?:cookies|auf)|diese (?:website|webseite|seite) (?:verwendet|nutzt)|an dieser stelle finden sie|ich bin (?:damit )?einverstanden|mit .{0,20}newsletter|unser newsletter|der newsletter|zum newsletter|(?:dieser|der) artikel (?:ist|erschien) .{0,60}(?:abo|plus)|© \d{4}|copyright\b|dieser beitrag (?:wurde|stammt)|bitte aktivieren sie javascript|um diesen inhalt|sieh dir diesen beitrag|über dieses thema (?:berichtete|berichteten))",
        )
    });
    const LONGEST: usize = 400;
    block.len() <= LONGEST && (WHOLE.is_match(block.trim()) || OPENING.is_match(block))
}

/// Whether a line says that the rest of the article must be paid for: "Weiterlesen mit Kreisbote Plus", "Sie möchten weiterlesen?".
pub(super) fn is_offer(line: &str) -> bool {
    static OFFER: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^(?:(?:jetzt )?weiterlesen mit .{1,80}|(?:sie )?(?:möchten|wollen)(?: sie)? (?:weiterlesen|den (?:ganzen )?artikel lesen).{0,20}|(?:mit .{1,40} )?(?:den ganzen )?artikel (?:jetzt )?(?:freischalten|weiterlesen|mit .{1,40} lesen).{0,20}|jetzt (?:abonnieren|testen|freischalten) und weiterlesen.{0,20}|dieser (?:artikel|beitrag|text|inhalt) ist (?:nur )?(?:für abonnent.{1,20}|exklusiv für .{1,40}|kostenpflichtig)|(?:lesen|testen) sie .{1,60} (?:weiter|und lesen sie .{1,60}))[.:!?]?$",
        )
    });
    line.len() <= 160 && OFFER.is_match(line.trim())
}

/// Whether a line speaks of subscriptions at all: "Jetzt abonnieren", "Sie haben noch kein Abo?".
pub(super) fn is_about_subscribing(line: &str) -> bool {
    static WORDS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:\w*abos?|abonn\w+|weiterlesen|freischalten|probemonat|digitalzugang|testen sie|anmelden|einloggen)\b",
        )
    });
    line.len() <= 300 && WORDS.is_match(line)
}

/// Whether a heading begins what comes after the article: comments, related articles.
pub(super) fn is_end(heading: &str) -> bool {
    static END: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^(?:(?:\d+ )?(?:leser)?kommentare?(?: \(\d+\))?|diskussion|ihre meinung|mehr zum thema|mehr aus .{1,40}|das könnte (?:sie|dich) (?:auch )?interessieren|auch interessant|weitere (?:artikel|meldungen|nachrichten|themen).{0,40}|meistgelesen.{0,20}|lesen sie auch|verwandte (?:artikel|themen)|ähnliche artikel|empfehlungen.{0,30}|newsletter|links zum thema|zum autor|über den autor|über die autorin|neueste (?:artikel|nachrichten))[.:!]?$",
        )
    });
    heading.len() <= 120 && END.is_match(heading.trim())
}

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is valid")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offers_are_told_from_sentences() {
        for line in [
            "Weiterlesen mit Kreisbote Plus",
            "Sie möchten weiterlesen?",
            "Dieser Artikel ist exklusiv für Abonnenten",
            "Jetzt testen und weiterlesen",
        ] {
            assert!(is_offer(line), "{line}");
        }
        for line in [
            "Weiterlesen",
            "Melden Sie sich zum Newsletter an",
            "Er wollte weiterlesen, doch das Licht ging aus.",
        ] {
            assert!(!is_offer(line), "{line}");
        }
    }

    #[test]
    fn names_of_parts_are_read_by_words() {
        for names in [
            "site-nav",
            "articleComments",
            "c-newsletter__box",
            "adSlot ad",
            "cookie-consent",
            "mehr related",
        ] {
            assert!(is_foreign(names), "{names}");
        }
        for names in [
            "article-body",
            "header",
            "load-more",
            "adresse",
            "leadtext",
            "shadow",
            "kommentar",
        ] {
            assert!(!is_foreign(names), "{names}");
        }
    }

    #[test]
    fn phrases_of_websites_are_no_part_of_an_article() {
        for block in [
            "Lesen Sie auch: Neue Brücke",
            "Anzeige",
            "Artikel teilen",
            "Jetzt Newsletter bestellen",
            "Wir verwenden Cookies, um Ihnen mehr zu zeigen.",
        ] {
            assert!(is_phrase(block), "{block}");
        }
        for block in [
            "Die Anzeige wurde erstattet.",
            "Themen waren Regen und Wind.",
            "„Lesen Sie die Akten“, sagte sie.",
            "Drucken kann jeder.",
        ] {
            assert!(!is_phrase(block), "{block}");
        }
        assert!(is_end("12 Kommentare"));
        assert!(!is_end("Kommentar der Bürgermeisterin"));
    }
}
