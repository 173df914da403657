//! XML as a stream of elements and text. No entity is expanded but the five of
//! XML itself and characters by number; nothing calls itself.

use quick_xml::events::{BytesStart, Event as Raw};
use quick_xml::{Reader, XmlVersion};

use super::damaged;
use crate::error::Result;

/// A document whose elements are nested deeper is refused.
const MAX_DEPTH: usize = 4096;

/// What a document is made of.
#[derive(Debug)]
pub(super) enum Event<'a> {
    Start(&'a Element<'a>),
    /// The element of this name ends.
    End(&'a str),
    Text(&'a str),
}

/// A start tag. Names have no prefix.
#[derive(Debug)]
pub(super) struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    /// Its name.
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let found = attributes
            .with_checks(false)
            .flatten()
            .find(|attribute| attribute.key.local_name().into_inner() == name)?;
        let value = found.normalized_value(XmlVersion::default());
        Some(value.map_or_else(|_| found.value.to_string(), std::borrow::Cow::into_owned))
    }

    /// Whether its `val` says yes, as it does where it is left out.
    pub fn is_on(&self) -> bool {
        !matches!(self.attribute("val").as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

/// Calls `visit` for each event of `xml`, in order. `part` is what an error
/// calls it.
pub(super) fn each(
    xml: &str,
    part: &str,
    mut visit: impl FnMut(Event<'_>),
) -> Result<()> {
    let mut reader = Reader::from_str(xml);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    config.expand_empty_elements = true;
    let mut depth = 0_usize;
    loop {
        let event = reader
            .read_event()
            .map_err(|error| damaged(format!("{part} is damaged: {error}")))?;
        match event {
            Raw::Start(start) => {
                depth += 1;
                if depth > MAX_DEPTH {
                    let message =
                        format!("{part} has elements nested deeper than {MAX_DEPTH}");
                    return Err(damaged(message));
                }
                visit(Event::Start(&Element(start)));
            }
            Raw::End(end) => {
                depth = depth.saturating_sub(1);
                visit(Event::End(end.local_name().into_inner()));
            }
            Raw::Text(text) => visit(Event::Text(&text.xml10_content())),
            Raw::CData(text) => visit(Event::Text(&text)),
            Raw::GeneralRef(reference) => {
                let mut buffer = [0; 4];
                let text = match (reference.resolve_char_ref(), &*reference) {
                    (Ok(Some(c)), _) => c.encode_utf8(&mut buffer),
                    (_, "amp") => "&",
                    (_, "lt") => "<",
                    (_, "gt") => ">",
                    (_, "quot") => "\"",
                    (_, "apos") => "'",
                    _ => "",
                };
                visit(Event::Text(text));
            }
            Raw::Eof => return Ok(()),
            _ => {}
        }
    }
}
