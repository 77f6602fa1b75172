//! Which elements and attributes of HTML stay in a cleaned page, and what they are.

/// What becomes of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It stays.
    Keep,
    /// It stays under another name.
    Rename(&'static str),
    /// Its tags go, its content stays.
    Unwrap,
    /// A picture, without content.
    Void,
    /// Its content must not be shown.
    Graphic,
}

/// What becomes of elements with this name, in lower case.
pub(super) fn fate(name: &str) -> Fate {
    match name {
        "br" | "hr" => Fate::Void,
        // Links and spans are all that is left of formatting: other formatting elements reopen in every paragraph if they are not closed.
        "b" | "strong" => Fate::Rename("strong-text"),
        "figure" | "center" => Fate::Rename("div"),
        "svg" | "math" => Fate::Graphic,
        "button" | "select" | "canvas" | "audio" | "video" | "object" | "dialog" | "template"
        | "noscript" | "textarea" => Fate::Rename("hidden-part"),
        "html" | "head" | "body" | "form" | "i" | "em" | "u" | "s" | "small" | "big" | "font"
        | "tt" | "code" | "strike" | "nobr" | "sub" | "sup" | "picture" | "frameset" | "frame"
        | "option" | "optgroup" | "plaintext" | "fieldset" | "label" | "img" | "image"
        | "input" | "source" | "track" | "wbr" | "col" | "colgroup" | "base" | "embed" | "area"
        | "map" | "param" | "xml" | "ruby" | "rb" | "rt" | "rp" | "rtc" | "marquee" | "applet"
        | "listing" | "title" => Fate::Unwrap,
        _ if name.len() <= 40 && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') => {
            Fate::Keep
        }
        _ => Fate::Unwrap,
    }
}

/// Attributes that say what an element is for.
pub(super) const TELLING: &[&str] = &[
    "class",
    "id",
    "role",
    "itemprop",
    "rel",
    "href",
    "datetime",
    "hidden",
    "aria-hidden",
    "style",
    "title",
];

/// Elements inside a line.
pub(super) fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "bdi"
            | "bdo"
            | "cite"
            | "data"
            | "dfn"
            | "del"
            | "ins"
            | "kbd"
            | "mark"
            | "q"
            | "samp"
            | "span"
            | "strong-text"
            | "time"
            | "var"
    )
}

/// Elements that end a graphic which was never closed, as in the HTML standard.
pub(super) fn ends_graphic(name: &str) -> bool {
    matches!(
        name,
        "article"
            | "aside"
            | "blockquote"
            | "body"
            | "br"
            | "center"
            | "div"
            | "dl"
            | "footer"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "li"
            | "main"
            | "nav"
            | "ol"
            | "p"
            | "section"
            | "span"
            | "table"
            | "ul"
    )
}
