//! EPUB: the pages of the book in the order of reading, each read as HTML.

mod book;
mod xhtml;

use super::collect::Collected;
use super::package::Package;
use super::xml::{self, Event};
use super::{Parsed, damaged};
use crate::error::Result;
use crate::language::Language;
use crate::options::HtmlMode;
use crate::read::html;
use book::Book;

/// The part that names the book's own description.
pub(super) const CONTAINER: &str = "META-INF/container.xml";
/// The part that names what is encrypted.
const ENCRYPTION: &str = "META-INF/encryption.xml";

/// Reads the book and the language that it says it is in.
pub(super) fn read(package: &mut Package) -> Result<(Parsed, Option<Language>)> {
    let Some(root) = attribute_of(package, CONTAINER, "rootfile", "full-path")?.pop()
    else {
        return Err(damaged(format!(
            "the archive is not an EPUB book: it has no {CONTAINER}"
        )));
    };
    let Some(text) = package.text(&root)? else {
        return Err(damaged(format!("the EPUB book is damaged: it has no {root}")));
    };
    let book = Book::read(&text, &root)?;
    let encrypted = attribute_of(package, ENCRYPTION, "CipherReference", "URI")?;
    let mut collected = Collected::default();
    let mut warnings = Vec::new();
    for page in &book.pages {
        if encrypted.contains(page) {
            return Err(damaged("the EPUB book is encrypted (DRM)"));
        }
        match package.text(page)? {
            Some(text) => {
                let parsed = html::read(&xhtml::as_html(&text), HtmlMode::Page);
                collected.append(&parsed);
                warnings.extend(parsed.warnings);
            }
            None => warnings.push(format!("the page {page} is missing")),
        }
    }
    warnings.dedup();
    let parsed = collected.finish(None, warnings);
    Ok((Parsed { title: book.title.or(parsed.title), ..parsed }, book.language))
}

/// The values of an attribute of the elements called `element`, the last one
/// first.
fn attribute_of(
    package: &mut Package,
    part: &str,
    element: &str,
    attribute: &str,
) -> Result<Vec<String>> {
    let mut found = Vec::new();
    if let Some(text) = package.text(part)? {
        xml::each(&text, part, |event| {
            if let Event::Start(start) = event
                && start.name() == element
            {
                found.extend(start.attribute(attribute));
            }
        })?;
    }
    found.reverse();
    Ok(found)
}
