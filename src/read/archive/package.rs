//! A ZIP archive in memory, whose parts are inflated within limits. What it
//! says of their sizes is not believed.

use std::io::{Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;
use zip::result::ZipError;

use super::damaged;
use crate::error::{Error, Result};
use crate::read::encoding;

/// An archive with more entries is refused before they are listed.
const MOST_ENTRIES: usize = 20_000;
/// What each entry of the list of entries begins with.
const ENTRY: &[u8] = b"PK\x01\x02";
/// A part may inflate to this many times its size …
const LARGEST_RATIO: u64 = 128;
/// … or to this many bytes, whichever is more.
const HARMLESS: u64 = 16 << 20;

/// An open archive.
#[derive(Debug)]
pub(super) struct Package {
    zip: ZipArchive<Cursor<Vec<u8>>>,
    limit: u64,
    /// How many bytes may still be inflated.
    left: u64,
}

impl Package {
    /// Opens the archive `bytes`.
    pub fn open(bytes: Vec<u8>, limit: u64) -> Result<Self> {
        if memmem::find_iter(&bytes, ENTRY).nth(MOST_ENTRIES).is_some() {
            let message =
                format!("the archive has more than {MOST_ENTRIES} entries, too many");
            return Err(damaged(message));
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(explained)?;
        Ok(Package { zip, limit, left: limit })
    }

    /// Whether there is a part called `name`.
    pub fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// The media type that an archive may name, or nothing.
    pub fn mimetype(&mut self) -> String {
        let mut text = String::new();
        if let Ok(entry) = self.zip.by_name("mimetype") {
            // One that is no text is none.
            let _ = entry.take(100).read_to_string(&mut text);
        }
        text
    }

    /// The text of the part `name`, or `None` where there is none.
    ///
    /// # Errors
    /// [`Error::Archive`], and [`Error::TooLarge`] where the limit is passed.
    pub fn text(&mut self, name: &str) -> Result<Option<String>> {
        let Some(bytes) = self.part(name)? else { return Ok(None) };
        let label = declared(&bytes).filter(|label| encoding::check_label(label).is_ok());
        let decoded = encoding::decode(bytes, label.as_deref())?;
        Ok(Some(decoded.text))
    }

    fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>> {
        let entry = match self.zip.by_name(name) {
            Ok(entry) => entry,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(explained(error)),
        };
        let fair = entry.compressed_size().saturating_mul(LARGEST_RATIO).max(HARMLESS);
        let most = self.left.min(fair);
        let mut bytes = Vec::new();
        let read = entry.take(most.saturating_add(1)).read_to_end(&mut bytes);
        let inflated = read.map_err(|error| explained(ZipError::Io(error)))? as u64;
        if inflated <= most {
            self.left -= inflated;
            return Ok(Some(bytes));
        }
        if fair < self.left {
            let message =
                format!("{name} inflates to more than {LARGEST_RATIO} times its size");
            return Err(damaged(message));
        }
        Err(Error::TooLarge { bytes: self.limit.saturating_add(1), limit: self.limit })
    }
}

/// The encoding that an XML declaration names.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let end = memchr::memchr(b'>', &head[..head.len().min(200)])?;
    let head = std::str::from_utf8(&head[..end]).ok()?;
    let (_, label) = head.strip_prefix("<?xml")?.split_once("encoding")?;
    let label = label.trim_start().strip_prefix('=')?.trim_start();
    let mark = label.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
    label[1..].split(mark).next().map(String::from)
}

/// What the user needs to know of a failure.
fn explained(error: ZipError) -> Error {
    damaged(match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            "the archive is encrypted; save it without a password".to_string()
        }
        ZipError::UnsupportedArchive(what) => {
            format!("the archive cannot be read: {what}")
        }
        ZipError::CompressionMethodNotSupported(method) => {
            format!("the archive is compressed in a way that is not supported ({method})")
        }
        _ => "the archive is damaged or cut off".to_string(),
    })
}
