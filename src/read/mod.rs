//! The first stage: bytes to a [`Document`]. It never touches the file system.

mod align;
#[cfg(feature = "archives")]
mod archive;
mod bold;
mod builder;
mod dates;
mod detect;
mod encoding;
mod html;
pub mod jsonl;
mod markdown;
mod metadata;
mod notices;
pub mod origin;
mod plain;
mod surrogates;

use crate::document::{Block, Document};
use crate::error::{Error, Result};
use crate::language::{self, Language};
use crate::options::{Format, ReadOptions};
use origin::Origin;

pub use detect::{by_extension, looks_like};
pub use encoding::check_label;

/// What the reader of a format finds in a text.
#[derive(Debug, Default)]
struct Parsed {
    text: String,
    blocks: Vec<Block>,
    origin: Origin,
    title: Option<String>,
    warnings: Vec<String>,
}

/// Reads `bytes` as one document. `hint` is the format that the source's name
/// suggests; it counts where the options leave the format open.
///
/// # Errors
/// [`Error::TooLarge`], [`Error::Binary`], [`Error::Unsupported`],
/// [`Error::Archive`] or [`Error::UnknownEncoding`].
///
/// ```
/// use epitome::{Format, Options, read};
/// let bytes = b"# Ice\n\nIt *broke* the wall.".to_vec();
/// let document = read::read(bytes, Format::Markdown, &Options::default().read)?;
/// assert_eq!(document.text.split_whitespace().collect::<Vec<_>>().join(" "), "Ice It broke the wall.");
/// assert_eq!((document.language.code(), document.blocks.len()), ("en", 2));
/// # Ok::<(), epitome::Error>(())
/// ```
pub fn read(bytes: Vec<u8>, hint: Format, options: &ReadOptions) -> Result<Document> {
    let size = bytes.len() as u64;
    let limit = options.max_bytes.min(u32::MAX.into());
    if size > limit {
        return Err(Error::TooLarge { bytes: size, limit });
    }
    let named = if options.format == Format::Auto { hint } else { options.format };
    let could_be_archive = options.format == Format::Auto && options.encoding.is_none();
    if matches!(named, Format::Docx | Format::Epub)
        || could_be_archive && detect::is_archive(&bytes)
    {
        return read_archive(bytes, named, limit, options);
    }
    let decoded = encoding::decode(bytes, options.encoding.as_deref())?;
    let format = match named {
        Format::Auto | Format::Jsonl => detect::by_content(&decoded.text),
        named => named,
    };
    let warning = decoded.warning();
    let mut document = read_text(decoded.text, format, options);
    document.encoding = decoded.encoding;
    document.replaced = decoded.replaced;
    document.bytes = size;
    document.warnings.splice(0..0, warning);
    Ok(document)
}

/// Reads an archive. Unless `format` is one of an archive, its content decides.
#[cfg(feature = "archives")]
fn read_archive(
    bytes: Vec<u8>,
    format: Format,
    limit: u64,
    options: &ReadOptions,
) -> Result<Document> {
    let size = bytes.len() as u64;
    let archive::Contents { parsed, format, language } =
        archive::read(bytes, format, limit)?;
    let language =
        options.language.or(language).unwrap_or_else(|| language::detect(&parsed.text));
    Ok(document(parsed, language, format, size))
}

#[cfg(not(feature = "archives"))]
fn read_archive(_: Vec<u8>, format: Format, _: u64, _: &ReadOptions) -> Result<Document> {
    Err(match format {
        Format::Docx | Format::Epub => Error::Unsupported {
            format: "a DOCX or EPUB document",
            advice: "it needs the feature `archives`",
        },
        _ => Error::Binary { kind: "a ZIP archive" },
    })
}

/// Reads text that is already UTF-8, in a known format.
pub(crate) fn read_text(text: String, format: Format, options: &ReadOptions) -> Document {
    let bytes = text.len() as u64;
    let is_all_marks = format == Format::Markdown && markdown::is_all_marks(&text);
    let (mut parsed, language) = match format {
        Format::Markdown if !is_all_marks => {
            with_language(markdown::read(&text), options)
        }
        Format::Html => with_language(html::read(&text, options.html), options),
        _ => {
            let language = language_of(&text, options);
            (plain::read(text, language), language)
        }
    };
    if is_all_marks {
        let warning = "too many marks for Markdown; read as plain text";
        parsed.warnings.push(warning.into());
    }
    document(parsed, language, format, bytes)
}

fn with_language(parsed: Parsed, options: &ReadOptions) -> (Parsed, Language) {
    let language = language_of(&parsed.text, options);
    (parsed, language)
}

fn language_of(text: &str, options: &ReadOptions) -> Language {
    options.language.unwrap_or_else(|| language::detect(text))
}

fn document(
    mut parsed: Parsed,
    language: Language,
    format: Format,
    bytes: u64,
) -> Document {
    metadata::mark(&parsed.text, &mut parsed.blocks, language);
    Document {
        text: parsed.text,
        blocks: parsed.blocks,
        origin: parsed.origin,
        title: parsed.title.map(|title| crate::segment::folded(&title).into_owned()),
        language,
        format,
        encoding: "utf-8",
        replaced: 0,
        bytes,
        id: None,
        warnings: parsed.warnings,
    }
}
