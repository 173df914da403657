//! Which format a source is in: by its name, then by its content.

use std::path::Path;

use crate::error::Error;
use crate::options::Format;

/// The format that the extension of `name` stands for, or [`Format::Auto`]. An
/// ending `.gz` or `.zst` does not count.
///
/// ```
/// use epitome::{Format, read::by_extension};
/// assert_eq!(by_extension("notes/a.MD".as_ref()), Format::Markdown);
/// assert_eq!(by_extension("a.txt.gz".as_ref()), Format::Text);
/// assert_eq!(by_extension("a.rs".as_ref()), Format::Auto);
/// ```
#[must_use]
pub fn by_extension(name: &Path) -> Format {
    let extension = |name: &Path| {
        let extension = name.extension().and_then(|extension| extension.to_str());
        extension.unwrap_or("").to_ascii_lowercase()
    };
    let last = extension(name);
    let telling = match last.as_str() {
        "gz" | "zst" => name.file_stem().map(Path::new).map(extension),
        _ => Some(last),
    };
    match telling.unwrap_or_default().as_str() {
        "txt" | "text" => Format::Text,
        "md" | "markdown" => Format::Markdown,
        "html" | "htm" | "xhtml" => Format::Html,
        "jsonl" => Format::Jsonl,
        "docx" => Format::Docx,
        "epub" => Format::Epub,
        _ => Format::Auto,
    }
}

/// The format of a text without a telling name: HTML if it begins like a page,
/// Markdown if several lines are marked up as only Markdown is, else plain text.
pub(super) fn by_content(text: &str) -> Format {
    let head = prefix(text, 4096);
    if is_html(head.trim_start()) {
        return Format::Html;
    }
    if is_markdown(head) { Format::Markdown } else { Format::Text }
}

fn is_html(head: &str) -> bool {
    let lower = prefix(head, 1024).to_ascii_lowercase();
    if !lower.starts_with('<') {
        return false;
    }
    let starts = ["<!doctype html", "<html", "<head", "<body", "<article", "<main"];
    starts.iter().any(|start| lower.starts_with(start))
        || (lower.starts_with("<?xml") || lower.starts_with("<!--"))
            && lower.contains("<html")
        || closes_what_it_opens(&lower)
}

/// A fragment: it begins with an element of text that is closed again.
fn closes_what_it_opens(lower: &str) -> bool {
    ["h1", "h2", "h3", "p", "div", "section", "ul", "ol", "blockquote"].iter().any(
        |name| {
            lower[1..]
                .strip_prefix(name)
                .is_some_and(|rest| rest.starts_with(['>', ' ', '\n']))
                && lower.contains(&format!("</{name}>"))
        },
    )
}

fn is_markdown(head: &str) -> bool {
    let mut fences = 0;
    let mut marks = 0;
    for line in head.lines() {
        let hashes = line.bytes().take_while(|byte| *byte == b'#').count();
        if line.starts_with("```") {
            fences += 1;
        } else if (1..=6).contains(&hashes) && line[hashes..].starts_with(' ') {
            marks += 2;
        } else if line.contains("](http") || line.contains("**") {
            marks += 1;
        }
    }
    // A single `# line` may be a comment or a number sign; a second mark settles it.
    marks >= 3 || fences >= 2
}

fn prefix(text: &str, length: usize) -> &str {
    &text[..text.floor_char_boundary(length)]
}

/// What a PDF document looks like.
const PDF: &str = "a PDF document";
/// What a document of Word before 2007, or an encrypted one, looks like.
pub(super) const OFFICE: &str = "an old or encrypted Microsoft Office document";
const RTF: &str = "an RTF document";
const UTF_32: &str = "UTF-32 text";
const ZIP: &str = "a ZIP archive";

/// Whether `bytes` begin like a ZIP archive, as DOCX and EPUB do.
pub(super) fn is_archive(bytes: &[u8]) -> bool {
    looks_like(bytes) == Some(ZIP)
}

/// What bytes that are no text look like, with its article ("a PNG image").
///
/// ```
/// use epitome::read::looks_like;
/// assert_eq!(looks_like(b"%PDF-1.7"), Some("a PDF document"));
/// assert_eq!(looks_like("Ice broke the wall.".as_bytes()), None);
/// ```
#[must_use]
pub fn looks_like(bytes: &[u8]) -> Option<&'static str> {
    const MAGIC: [(&[u8], &str); 15] = [
        (b"%PDF-", PDF),
        (b"\x89PNG", "a PNG image"),
        (b"\xff\xd8\xff", "a JPEG image"),
        (b"GIF8", "a GIF image"),
        (b"PK\x03\x04", ZIP),
        (b"\x1f\x8b", "a gzip file"),
        (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
        (b"BZh", "a bzip2 file"),
        (b"\xfd7zXZ", "an XZ file"),
        (b"7z\xbc\xaf", "a 7-Zip archive"),
        (b"\x7fELF", "an executable"),
        (b"\xd0\xcf\x11\xe0", OFFICE),
        (b"{\\rtf", RTF),
        (b"\xff\xfe\x00\x00", UTF_32),
        (b"\x00\x00\xfe\xff", UTF_32),
    ];
    let magic = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic));
    let is_utf16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let head = &bytes[..bytes.len().min(8192)];
    match magic {
        Some((_, kind)) => Some(kind),
        None if !is_utf16 && memchr::memchr(0, head).is_some() => Some("binary data"),
        None => None,
    }
}

/// The error of bytes that look like `kind`, with what to do instead.
pub(super) fn refusal(kind: &'static str) -> Error {
    let (format, advice) = match kind {
        PDF => ("PDF", "try: pdftotext FILE - | epitome"),
        RTF => ("RTF", "try: pandoc -f rtf -t plain FILE | epitome"),
        OFFICE => (
            "an old or encrypted Office document",
            "try to save it as DOCX without a password, or: \
             libreoffice --headless --convert-to docx FILE",
        ),
        UTF_32 => ("UTF-32", "try: iconv -f UTF-32 -t UTF-8 FILE | epitome"),
        kind => return Error::Binary { kind },
    };
    Error::Unsupported { format, advice }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_tells_the_format() {
        assert_eq!(by_content("<!DOCTYPE HTML>\n<p>Hi"), Format::Html);
        assert_eq!(by_content("<p>One.</p><p>Two.</p>"), Format::Html);
        assert_eq!(by_content("<p is a strange way to begin"), Format::Text);
        assert_eq!(by_content("# Title\n\n## Part\n\nText."), Format::Markdown);
        assert_eq!(by_content("#1 of the list. It is short."), Format::Text);
        assert_eq!(by_content("if a < b then c"), Format::Text);
    }

    #[test]
    fn binary_is_named() {
        assert_eq!(looks_like(b"%PDF-1.7"), Some("a PDF document"));
        assert_eq!(looks_like(b"a\0b"), Some("binary data"));
        assert_eq!(looks_like(b"\xff\xfea\0"), None);
        assert_eq!(looks_like(b"plain"), None);
    }
}
