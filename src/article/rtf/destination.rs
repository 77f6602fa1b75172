//! Which groups of a Rich Text file hold the text, and which hold something else.

/// Where the characters of a group go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Destination {
    /// The text of the article.
    #[default]
    Body,
    /// They are left out.
    Nowhere,
    /// Names of fonts.
    FontTable,
    /// Names of styles.
    StyleSheet,
    /// What the file says of itself.
    Info,
    Title,
    Author,
    Created,
}

/// Where a group goes that begins with this word; nothing if the word says nothing of that.
pub(super) fn destination(name: &[u8], around: Destination) -> Option<Destination> {
    Some(match name {
        b"fonttbl" => Destination::FontTable,
        b"stylesheet" => Destination::StyleSheet,
        b"info" => Destination::Info,
        b"title" if around == Destination::Info => Destination::Title,
        b"author" if around == Destination::Info => Destination::Author,
        b"creatim" if around == Destination::Info => Destination::Created,
        b"operator" | b"subject" | b"keywords" | b"doccomm" | b"manager" | b"company"
        | b"category" | b"hlinkbase" | b"comment" | b"revtim" | b"printim" | b"buptim"
            if around == Destination::Info =>
        {
            Destination::Nowhere
        }
        // The form of the text in Unicode, inside the group that is skipped.
        b"ud" => Destination::Body,
        b"cs" | b"ts" | b"ds" if around == Destination::StyleSheet => Destination::Nowhere,
        b"header"
        | b"headerl"
        | b"headerr"
        | b"headerf"
        | b"footer"
        | b"footerl"
        | b"footerr"
        | b"footerf"
        | b"footnote"
        | b"annotation"
        | b"pict"
        | b"nonshppict"
        | b"colortbl"
        | b"fldinst"
        | b"xe"
        | b"tc"
        | b"tcn"
        | b"txe"
        | b"rxe"
        | b"pntext"
        | b"listtext"
        | b"upr"
        | b"shprslt"
        | b"shptxt"
        | b"private"
        | b"template"
        | b"ftnsep"
        | b"ftnsepc"
        | b"ftncn"
        | b"aftnsep"
        | b"aftnsepc"
        | b"aftncn"
        | b"filetbl"
        | b"revtbl"
        | b"listtable"
        | b"listoverridetable"
        | b"rsidtbl"
        | b"generator"
        | b"objdata"
        | b"bkmkstart"
        | b"bkmkend"
        | b"atnid"
        | b"atnauthor"
        | b"formfield"
        | b"datafield"
        | b"pgdsctbl"
        | b"themedata"
        | b"colorschememapping"
        | b"latentstyles"
        | b"datastore"
        | b"do"
        | b"nextfile"
        | b"passwordhash"
        | b"xmlnstbl"
        | b"mmathPr"
        | b"htmltag"
        | b"background" => Destination::Nowhere,
        _ => return None,
    })
}
