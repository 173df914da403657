//! XHTML as HTML can be read: there, `<title/>` and `<a id="x"/>` would stay
//! open.

use memchr::memchr;
use memchr::memmem::find;

use crate::read::html;

/// `xhtml` with every empty element written as a start and an end tag.
pub(super) fn as_html(xhtml: &str) -> String {
    let bytes = xhtml.as_bytes();
    let mut html = String::with_capacity(xhtml.len() + xhtml.len() / 16);
    let mut from = 0;
    while let Some(open) = memchr(b'<', &bytes[from..]).map(|at| from + at) {
        let end = end_of_markup(bytes, open);
        let tag = &xhtml[open..end];
        html.push_str(&xhtml[from..open]);
        from = end;
        let inner = tag[1..].strip_suffix("/>");
        let name: &str =
            inner.and_then(|inner| inner.split_whitespace().next()).unwrap_or("");
        let is_element = name.starts_with(|c: char| c.is_ascii_alphabetic());
        match inner {
            Some(inner) if is_element && !html::is_void(name.as_bytes()) => {
                html.push('<');
                html.push_str(inner);
                html.push_str("></");
                html.push_str(name);
                html.push('>');
            }
            _ => html.push_str(tag),
        }
    }
    html.push_str(&xhtml[from..]);
    html
}

/// The byte after the markup that begins at `open`: a comment, a section of
/// raw text, or a tag with its quoted values.
fn end_of_markup(bytes: &[u8], open: usize) -> usize {
    let rest = &bytes[open..];
    let after =
        |end: &[u8]| find(rest, end).map_or(bytes.len(), |at| open + at + end.len());
    if rest.starts_with(b"<!--") {
        return after(b"-->");
    }
    if rest.starts_with(b"<![CDATA[") {
        return after(b"]]>");
    }
    let mut quote = None;
    for (at, byte) in rest.iter().enumerate() {
        match (quote, byte) {
            (None, b'>') => return open + at + 1,
            (None, b'"' | b'\'') => quote = Some(*byte),
            (Some(mark), byte) if mark == *byte => quote = None,
            _ => {}
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::as_html;

    #[test]
    fn empty_elements_are_closed() {
        assert_eq!(
            as_html(
                "<head><title/><meta a=\"/>\"/></head><p><a id='x' />Text <br/>ends.</p>"
            ),
            "<head><title></title><meta a=\"/>\"/></head><p><a id='x' ></a>Text <br/>ends.</p>"
        );
        assert_eq!(as_html("<!-- <a/> -->a < b"), "<!-- <a/> -->a < b");
        assert_eq!(as_html("<p class=\"a"), "<p class=\"a");
    }
}
