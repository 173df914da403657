//! What each element is to a reader: a heading, a paragraph, a list item …
//! `element` tells apart what finding the article needs.

/// What an element is to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// `h1` … `h6`, or any element with `role=heading`.
    Heading(u8),
    /// `p`: closed by the next block.
    Paragraph,
    /// `li`, `dd`: closed by the next one.
    ListItem,
    /// `dt`, `summary`, `legend`: names what follows.
    Label,
    Quote,
    Caption,
    /// `pre`, `math` and the like: shown, but no prose.
    Verbatim,
    /// `table`: of data, which are no prose, or for the layout of a page.
    Table,
    /// `article`, `main`: the page's own word for its content.
    Content,
    /// Any other block: `div`, `section`, `ul`, …
    Block,
    /// `br`.
    Break,
    /// `hr`.
    Rule,
    /// `sup`: may be a reference mark.
    Superscript,
    /// `b`, `strong`: a block of nothing else is a heading.
    Bold,
    /// `title` of the page.
    Title,
    /// Any other inline element.
    Inline,
    /// `script`, `style`, `template`, …: never shown.
    Hidden,
}

impl Tag {
    /// The meaning of the element called `name`, in lower case.
    pub fn of(name: &[u8]) -> Tag {
        match name {
            [b'h', digit @ b'1'..=b'6'] => Tag::Heading(digit - b'0'),
            b"p" => Tag::Paragraph,
            b"li" | b"dd" => Tag::ListItem,
            b"dt" | b"summary" | b"legend" => Tag::Label,
            b"blockquote" => Tag::Quote,
            b"figcaption" | b"caption" => Tag::Caption,
            b"pre" | b"math" | b"xmp" | b"listing" => Tag::Verbatim,
            b"table" => Tag::Table,
            b"article" | b"main" => Tag::Content,
            b"br" => Tag::Break,
            b"hr" => Tag::Rule,
            b"sup" => Tag::Superscript,
            b"title" => Tag::Title,
            b"script" | b"style" | b"template" | b"noscript" | b"svg" | b"iframe"
            | b"object" | b"button" | b"select" | b"option" | b"textarea" | b"input"
            | b"canvas" | b"audio" | b"video" | b"noframes" | b"noembed" | b"rp"
            | b"rt" => Tag::Hidden,
            b"div" | b"section" | b"ul" | b"ol" | b"dl" | b"body" | b"html" | b"head"
            | b"figure" | b"address" | b"center" | b"details" | b"hgroup" | b"tr"
            | b"td" | b"th" | b"tbody" | b"thead" | b"tfoot" | b"search" | b"dir"
            | b"nav" | b"aside" | b"footer" | b"form" | b"menu" | b"dialog"
            | b"fieldset" | b"header" => Tag::Block,
            b"b" | b"strong" => Tag::Bold,
            _ => Tag::Inline,
        }
    }

    /// Whether the element begins and ends a block.
    pub fn is_block(self) -> bool {
        !matches!(
            self,
            Tag::Inline | Tag::Bold | Tag::Break | Tag::Superscript | Tag::Hidden
        )
    }
}

/// Whether an element called `name` has no content and no end tag.
pub(in crate::read) fn is_void(name: &[u8]) -> bool {
    matches!(
        name,
        b"area"
            | b"base"
            | b"br"
            | b"col"
            | b"embed"
            | b"hr"
            | b"img"
            | b"input"
            | b"link"
            | b"meta"
            | b"param"
            | b"source"
            | b"track"
            | b"wbr"
    )
}
