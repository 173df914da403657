//! What the attributes of a start tag say, gathered while it is read.

use super::class::{self, Signs};
use super::element::Name;
use super::tag::Tag;

/// What else is known of an element: flags, its class's weight and a hash of
/// its class.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Traits {
    flags: u16,
    /// What class and id are worth, from -2 to 2.
    pub weight: i8,
    /// A hash of the class, 0 if there is none.
    pub class: u32,
}

/// One thing known of an element.
#[derive(Clone, Copy, Debug)]
pub(super) enum Trait {
    /// Not shown.
    Hidden = 1,
    /// Its class or id names something around the content.
    Unlikely = 1 << 1,
    /// Its role names something around the content.
    Outside = 1 << 2,
    /// Its class or id names buttons to share the page with.
    Share = 1 << 3,
    /// It names the author.
    Byline = 1 << 4,
    /// A link within the page.
    Anchor = 1 << 5,
    /// It shows a film.
    Video = 1 << 6,
    /// A table of data.
    Data = 1 << 7,
    /// A table for the layout.
    Layout = 1 << 8,
    /// A link to another page.
    Away = 1 << 9,
}

impl Traits {
    pub fn has(self, one: Trait) -> bool {
        self.flags & one as u16 != 0
    }

    fn add(&mut self, one: Trait, holds: bool) {
        self.flags |= if holds { one as u16 } else { 0 };
    }
}

/// The attributes of the start tag being read.
#[derive(Debug, Default)]
pub(super) struct Attributes {
    current: Attribute,
    traits: Traits,
    /// What the first class and the first id say.
    class: Option<Signs>,
    id: Option<Signs>,
    role: Option<Tag>,
    level: Option<u8>,
    names_author: bool,
    /// Whether it is a note, a mark that leads to one, or about the book.
    is_apart: bool,
    /// Whether the page tells its author apart from the text.
    pub author: bool,
}

/// The attributes that tell something.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Attribute {
    AriaHidden,
    Style,
    Role,
    /// `epub:type`, what an element of a book is.
    Matter,
    Level,
    Class,
    Id,
    Rel,
    Property,
    /// `name` or `property` of a `meta` element.
    Meta,
    Content,
    Link,
    Source,
    Summary,
    DataTable,
    #[default]
    Other,
}

impl Attributes {
    /// Takes in the name of an attribute.
    pub fn name(&mut self, name: &[u8]) {
        self.traits.add(Trait::Hidden, name == b"hidden");
        self.current = match name {
            b"aria-hidden" => Attribute::AriaHidden,
            b"style" => Attribute::Style,
            b"role" => Attribute::Role,
            b"epub:type" => Attribute::Matter,
            b"aria-level" => Attribute::Level,
            b"class" => Attribute::Class,
            b"id" => Attribute::Id,
            b"rel" => Attribute::Rel,
            b"itemprop" => Attribute::Property,
            b"name" | b"property" => Attribute::Meta,
            b"content" => Attribute::Content,
            b"href" => Attribute::Link,
            b"src" | b"data" | b"data-src" => Attribute::Source,
            b"summary" => Attribute::Summary,
            b"datatable" => Attribute::DataTable,
            _ => Attribute::Other,
        };
    }

    /// Takes in the value of the attribute named last.
    pub fn value(&mut self, value: &[u8]) {
        let traits = &mut self.traits;
        match self.current {
            Attribute::AriaHidden => traits.add(Trait::Hidden, value == b"true"),
            Attribute::Style => traits.add(Trait::Hidden, hides(value)),
            Attribute::Role => self.role(value),
            Attribute::Matter => self.is_apart |= is_apart(value),
            Attribute::Level => {
                self.level = match value {
                    [digit @ b'1'..=b'6'] => Some(digit - b'0'),
                    _ => None,
                }
            }
            Attribute::Class if self.class.is_none() => {
                traits.class = hash(value);
                self.class = Some(class::signs(value));
            }
            Attribute::Id if self.id.is_none() => self.id = Some(class::signs(value)),
            Attribute::Rel => traits.add(Trait::Byline, value == b"author"),
            Attribute::Property => traits.add(Trait::Byline, has(value, b"author")),
            Attribute::Meta => {
                self.names_author =
                    value.ends_with(b"author") || value.ends_with(b"creator");
            }
            Attribute::Content => {
                self.author |=
                    self.names_author && !value.is_empty() && !value.starts_with(b"http");
            }
            Attribute::Link => {
                let is_within = value.first() == Some(&b'#');
                traits.add(Trait::Anchor, is_within && value.len() > 1);
                traits.add(Trait::Away, !is_within && !value.is_empty());
            }
            Attribute::Source => traits.add(Trait::Video, is_video(value)),
            Attribute::Summary => traits.add(Trait::Data, !value.is_empty()),
            Attribute::DataTable => traits.add(Trait::Layout, value == b"0"),
            Attribute::Class | Attribute::Id | Attribute::Other => {}
        }
    }

    fn role(&mut self, role: &[u8]) {
        self.role = match role {
            b"heading" => Some(Tag::Heading(2)),
            _ => None,
        };
        self.traits.add(Trait::Layout, role == b"presentation");
        let outside: [&[u8]; 7] = [
            b"menu", b"menubar", b"complementary", b"navigation", b"alert",
            b"alertdialog", b"dialog",
        ];
        self.traits.add(Trait::Outside, outside.contains(&role));
        self.is_apart |= role.strip_prefix(b"doc-").is_some_and(is_apart);
    }

    /// What the element of this tag is, and what is known of it. The next tag
    /// begins with nothing known.
    pub fn take(&mut self, tag: Tag, name: Name) -> (Tag, Traits) {
        let author = self.author;
        let read = std::mem::take(self);
        self.author = author;
        let mut traits = read.traits;
        let (class, id) = (read.class.unwrap_or(0), read.id.unwrap_or(0));
        traits.weight = class::weight(class) + class::weight(id);
        let signs = class | id;
        let is_unlikely = signs & class::UNLIKELY != 0 && signs & class::MAYBE == 0;
        traits.add(Trait::Unlikely, is_unlikely);
        traits.add(Trait::Share, signs & class::SHARE != 0);
        traits.add(Trait::Byline, signs & class::BYLINE != 0);
        let is_apart = read.is_apart || signs & class::EDIT != 0;
        traits.add(Trait::Hidden, is_apart);
        if is_apart || name != Name::Page && traits.has(Trait::Hidden) {
            return (Tag::Hidden, traits);
        }
        let tag = match (read.role.unwrap_or(tag), read.level) {
            (Tag::Heading(_), Some(level)) => Tag::Heading(level),
            (tag, _) => tag,
        };
        (tag, traits)
    }
}

/// Whether `matter`, in the words of DPUB-ARIA and the EPUB structural
/// vocabulary, stands apart from the text: notes and the marks that lead to and
/// from them, and pages about the book.
fn is_apart(matter: &[u8]) -> bool {
    let apart: [&[u8]; 13] = [
        b"noteref", b"backlink", b"footnote", b"footnotes", b"endnote", b"endnotes",
        b"rearnote", b"rearnotes", b"titlepage", b"halftitlepage", b"copyright-page",
        b"pagebreak", b"pagelist",
    ];
    matter.split(u8::is_ascii_whitespace).any(|word| apart.contains(&word))
}

/// Whether a style says that the element is not shown.
fn hides(style: &[u8]) -> bool {
    let style: Vec<u8> = style.iter().copied().filter(|b| *b != b' ').collect();
    has(&style, b"display:none") || has(&style, b"visibility:hidden")
}

fn has(value: &[u8], part: &[u8]) -> bool {
    memchr::memmem::find(value, part).is_some()
}

/// Whether an address leads to one of the great film sites.
fn is_video(address: &[u8]) -> bool {
    let sites: [&[u8]; 7] = [
        b"dailymotion.com", b"youtube.com", b"youtube-nocookie.com", b"player.vimeo.com",
        b"v.qq.com", b"archive.org", b"player.twitch.tv",
    ];
    sites.iter().any(|site| has(address, site))
}

/// FNV-1a, never 0 for a name.
fn hash(name: &[u8]) -> u32 {
    if name.is_empty() {
        return 0;
    }
    let step = |hash: u32, byte: &u8| (hash ^ u32::from(*byte)).wrapping_mul(16_777_619);
    name.iter().fold(2_166_136_261, step).max(1)
}
