//! Documents that are archives: DOCX and EPUB. Their text has no offsets in
//! the file, and no part of one is inflated beyond a limit.

mod collect;
mod docx;
mod epub;
mod package;
mod path;
#[cfg(test)]
mod tests;
mod xml;

use super::{Parsed, detect};
use crate::error::{Error, Result};
use crate::language::Language;
use crate::options::Format;
use package::Package;

/// What an archive holds.
#[derive(Debug)]
pub(super) struct Contents {
    pub parsed: Parsed,
    pub format: Format,
    /// The language that the document says it is in.
    pub language: Option<Language>,
}

/// Reads an archive as `format`, or as what it holds where that is open. All
/// that is inflated is at most `limit` bytes.
///
/// # Errors
/// [`Error::Archive`], [`Error::TooLarge`] and [`Error::Unsupported`].
pub(super) fn read(bytes: Vec<u8>, format: Format, limit: u64) -> Result<Contents> {
    let name = if format == Format::Epub { "EPUB" } else { "DOCX" };
    if !detect::is_archive(&bytes) {
        return Err(no_archive(name, &bytes));
    }
    let mut package = Package::open(bytes, limit)?;
    let format = match format {
        Format::Docx | Format::Epub => format,
        _ => told_by_contents(&mut package)?,
    };
    let (parsed, language) = match format {
        Format::Epub => epub::read(&mut package)?,
        _ => (docx::read(&mut package)?, None),
    };
    Ok(Contents { parsed, format, language })
}

/// Why bytes that should be a `name` are none.
fn no_archive(name: &'static str, bytes: &[u8]) -> Error {
    match detect::looks_like(bytes) {
        Some(detect::OFFICE) => detect::refusal(detect::OFFICE),
        Some(kind) => damaged(format!("not a {name} file: it looks like {kind}")),
        None => damaged(format!("not a {name} file: it is not a ZIP archive")),
    }
}

fn told_by_contents(package: &mut Package) -> Result<Format> {
    let mimetype = package.mimetype();
    let advice = "try: pandoc -t plain FILE | epitome";
    let unsupported = |format, advice| Err(Error::Unsupported { format, advice });
    if mimetype.starts_with("application/epub") || package.has(epub::CONTAINER) {
        Ok(Format::Epub)
    } else if mimetype.starts_with("application/vnd.oasis.opendocument.text") {
        unsupported("OpenDocument text", advice)
    } else if mimetype.starts_with("application/vnd.oasis.opendocument") {
        unsupported("OpenDocument", "try to save it as text or HTML")
    } else if package.has("ppt/presentation.xml") {
        unsupported("PPTX", "try to save it as DOCX, text or HTML")
    } else if package.has("xl/workbook.xml") {
        unsupported("XLSX", "try to save it as text or HTML")
    } else if package.has(docx::TYPES) {
        Ok(Format::Docx)
    } else {
        Err(Error::Binary { kind: "a ZIP archive" })
    }
}

/// The error of an archive that cannot be read.
fn damaged(message: impl Into<String>) -> Error {
    Error::Archive { message: message.into() }
}
