//! The elements of HTML, as far as finding the article has to tell them apart.
//! `tag` says what each is to a reader.

/// The name of an element, or what it has in common with others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    /// `html`, `body`, and the root of the tree.
    Page,
    Div,
    Section,
    Article,
    Header,
    Footer,
    Aside,
    Nav,
    P,
    Pre,
    Code,
    Quote,
    Address,
    Heading(u8),
    /// `ul`.
    Bullets,
    /// `ol`.
    Numbers,
    /// `dl`.
    Terms,
    Item,
    /// `dt`, `dd`.
    Term,
    Form,
    Fieldset,
    Table,
    Row,
    Cell,
    /// `th`.
    HeadCell,
    /// `col`, `thead` and the like, which only tables of data have.
    TablePart,
    /// `caption` of a table.
    Caption,
    Figure,
    Image,
    Input,
    /// `object`, `embed`.
    Object,
    Frame,
    Link,
    /// `ins`, `del`: phrasing if their content is.
    Edit,
    Span,
    Break,
    Rule,
    /// Any other element that stands within running text.
    Phrase,
    /// `script`, `style`, `head` data: nothing to read.
    Nothing,
    Other,
}

impl Name {
    /// The element called `name`, in lower case.
    pub fn of(name: &[u8]) -> Name {
        match name {
            b"html" | b"body" => Name::Page,
            b"div" => Name::Div,
            b"section" => Name::Section,
            b"article" => Name::Article,
            b"header" => Name::Header,
            b"footer" => Name::Footer,
            b"aside" => Name::Aside,
            b"nav" => Name::Nav,
            b"p" => Name::P,
            b"pre" => Name::Pre,
            b"code" => Name::Code,
            b"blockquote" => Name::Quote,
            b"address" => Name::Address,
            [b'h', digit @ b'1'..=b'6'] => Name::Heading(digit - b'0'),
            b"ul" => Name::Bullets,
            b"ol" => Name::Numbers,
            b"dl" => Name::Terms,
            b"li" => Name::Item,
            b"dt" | b"dd" => Name::Term,
            b"form" => Name::Form,
            b"fieldset" => Name::Fieldset,
            b"table" => Name::Table,
            b"tr" => Name::Row,
            b"td" => Name::Cell,
            b"th" => Name::HeadCell,
            b"col" | b"colgroup" | b"thead" | b"tfoot" => Name::TablePart,
            b"caption" => Name::Caption,
            b"figure" => Name::Figure,
            b"img" => Name::Image,
            b"input" => Name::Input,
            b"object" | b"embed" => Name::Object,
            b"iframe" => Name::Frame,
            b"a" => Name::Link,
            b"ins" | b"del" => Name::Edit,
            b"span" | b"font" => Name::Span,
            b"br" => Name::Break,
            b"hr" => Name::Rule,
            b"abbr" | b"audio" | b"b" | b"bdo" | b"button" | b"cite" | b"data"
            | b"datalist" | b"dfn" | b"em" | b"i" | b"kbd" | b"label" | b"mark"
            | b"math" | b"meter" | b"output" | b"progress" | b"q" | b"ruby" | b"samp"
            | b"select" | b"small" | b"strong" | b"sub" | b"sup" | b"textarea"
            | b"time" | b"var" | b"wbr" => Name::Phrase,
            b"script" | b"noscript" | b"style" | b"template" | b"title" | b"meta"
            | b"link" | b"base" | b"noframes" | b"noembed" => Name::Nothing,
            _ => Name::Other,
        }
    }

    /// Whether the element stands within running text, if its content does.
    pub fn is_phrasing(self) -> bool {
        matches!(
            self,
            Name::Phrase
                | Name::Span
                | Name::Code
                | Name::Break
                | Name::Image
                | Name::Input
                | Name::Object
                | Name::Link
                | Name::Edit
        )
    }

    pub fn is_cell(self) -> bool {
        matches!(self, Name::Cell | Name::HeadCell)
    }

    /// Whether a `div` that holds the element is more than a paragraph.
    pub fn parts_a_div(self) -> bool {
        matches!(
            self,
            Name::Quote
                | Name::Terms
                | Name::Div
                | Name::Image
                | Name::Numbers
                | Name::P
                | Name::Pre
                | Name::Table
                | Name::Bullets
        )
    }

    /// Whether text usually stands in the element.
    pub fn holds_text(self) -> bool {
        self.parts_a_div() || matches!(self, Name::Span | Name::Item | Name::Cell)
    }

    /// Whether the element's own text speaks for its parents.
    pub fn is_scored(self) -> bool {
        matches!(
            self,
            Name::Section | Name::Heading(2..) | Name::P | Name::Cell | Name::Pre
        )
    }

    /// What the element is worth as the root of an article.
    pub fn worth(self) -> f64 {
        match self {
            Name::Div => 5.0,
            Name::Pre | Name::Cell | Name::Quote => 3.0,
            Name::Address
            | Name::Numbers
            | Name::Bullets
            | Name::Terms
            | Name::Term
            | Name::Item
            | Name::Form => -3.0,
            Name::Heading(_) | Name::HeadCell => -5.0,
            _ => 0.0,
        }
    }
}
