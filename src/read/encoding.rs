//! Bytes to UTF-8, in this order: the label given, the byte-order mark, valid
//! UTF-8, what an HTML page declares, and a guess among the legacy encodings.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::detect::{looks_like, refusal};
use crate::error::{Error, Result};

/// A source as UTF-8.
#[derive(Debug)]
pub(super) struct Decoded {
    /// The text, without a byte-order mark.
    pub text: String,
    /// The name of the encoding, in lower case.
    pub encoding: &'static str,
    /// How many undecodable sequences became U+FFFD.
    pub replaced: usize,
}

impl Decoded {
    /// What the user should know, if anything was lost.
    pub fn warning(&self) -> Option<String> {
        (self.replaced > 0).then(|| {
            let Decoded { replaced, encoding, .. } = self;
            let sequences = if *replaced == 1 { "sequence" } else { "sequences" };
            format!(
                "{replaced} undecodable byte {sequences} replaced (read as {encoding})"
            )
        })
    }
}

/// Checks a label of the WHATWG Encoding Standard.
///
/// # Errors
/// [`Error::UnknownEncoding`].
///
/// ```
/// assert!(epitome::read::check_label("latin1").is_ok());
/// assert!(epitome::read::check_label("nope").is_err());
/// ```
pub fn check_label(label: &str) -> Result<()> {
    lookup(label).map(|_| ())
}

fn lookup(label: &str) -> Result<&'static Encoding> {
    Encoding::for_label(label.as_bytes())
        .ok_or_else(|| Error::UnknownEncoding { label: label.to_string() })
}

/// Decodes `bytes`, as `label` says where there is one.
pub(super) fn decode(bytes: Vec<u8>, label: Option<&str>) -> Result<Decoded> {
    let given = label.map(lookup).transpose()?;
    let marked = Encoding::for_bom(&bytes).map(|(encoding, _)| encoding);
    let encoding = given.or(marked);
    if given.is_none_or(|given| given == UTF_8)
        && let Some(kind) = looks_like(&bytes)
    {
        return Err(refusal(kind));
    }
    match encoding {
        None => match String::from_utf8(bytes) {
            Ok(text) => Ok(utf8(text)),
            Err(error) => Ok(legacy(error.as_bytes())),
        },
        Some(encoding) if encoding == UTF_8 => match String::from_utf8(bytes) {
            Ok(text) => Ok(utf8(text)),
            Err(error) => Ok(convert(UTF_8, error.as_bytes())),
        },
        Some(encoding) => Ok(convert(encoding, &bytes)),
    }
}

fn utf8(mut text: String) -> Decoded {
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Decoded { text, encoding: "utf-8", replaced: 0 }
}

/// Bytes that are no valid UTF-8 and carry no mark.
fn legacy(bytes: &[u8]) -> Decoded {
    if let Some(encoding) = declared(bytes) {
        return convert(encoding, bytes);
    }
    let as_utf8 = convert(UTF_8, bytes);
    // Bad bytes are few beside good multi-byte characters: damaged UTF-8.
    let multibyte =
        as_utf8.text.chars().filter(|c| !c.is_ascii() && *c != '\u{fffd}').count();
    if multibyte > as_utf8.replaced {
        return as_utf8;
    }
    let mut detector =
        chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, chardetng::Utf8Detection::Deny);
    let decoded = convert(guess, bytes);
    if decoded.replaced == 0 { decoded } else { convert(WINDOWS_1252, bytes) }
}

/// The encoding that an HTML page declares in its first kilobyte.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(1024)].to_ascii_lowercase();
    let meta = memchr::memmem::find(&head, b"<meta")?;
    let at = meta + memchr::memmem::find(&head[meta..], b"charset=")? + b"charset=".len();
    let label = head[at..].iter().skip_while(|byte| b"\"' ".contains(byte)).copied();
    let label: Vec<u8> = label.take_while(|byte| !b"\"' />;".contains(byte)).collect();
    Encoding::for_label(&label).filter(|encoding| *encoding != UTF_8)
}

fn convert(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, used, malformed) = encoding.decode(bytes);
    let own = if malformed { replacements_in(bytes) } else { 0 };
    let replaced =
        if malformed { text.matches('\u{fffd}').count().saturating_sub(own) } else { 0 };
    let name = LOWER_NAMES.iter().find(|name| name.eq_ignore_ascii_case(used.name()));
    Decoded { text: text.into_owned(), encoding: name.unwrap_or(&"other"), replaced }
}

/// How many U+FFFD the source itself holds, as UTF-8.
fn replacements_in(bytes: &[u8]) -> usize {
    memchr::memmem::find_iter(bytes, "\u{fffd}".as_bytes()).count()
}

/// The names of the Encoding Standard's encodings, in lower case.
const LOWER_NAMES: [&str; 40] = [
    "utf-8", "ibm866", "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-5",
    "iso-8859-6", "iso-8859-7", "iso-8859-8", "iso-8859-8-i", "iso-8859-10",
    "iso-8859-13", "iso-8859-14", "iso-8859-15", "iso-8859-16", "koi8-r", "koi8-u",
    "macintosh", "windows-874", "windows-1250", "windows-1251", "windows-1252",
    "windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257",
    "windows-1258", "x-mac-cyrillic", "gbk", "gb18030", "big5", "euc-jp", "iso-2022-jp",
    "shift_jis", "euc-kr", "replacement", "utf-16be", "utf-16le", "x-user-defined",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8], label: Option<&str>) -> (String, &'static str, usize) {
        let decoded = decode(bytes.to_vec(), label).unwrap();
        (decoded.text, decoded.encoding, decoded.replaced)
    }

    #[test]
    fn marks_labels_and_declarations_are_obeyed() {
        assert_eq!(decoded(b"\xef\xbb\xbfHi.", None), ("Hi.".into(), "utf-8", 0));
        assert_eq!(decoded(b"\xff\xfeH\0i\0", None), ("Hi".into(), "utf-16le", 0));
        assert_eq!(
            decoded(b"na\xefve", Some("latin1")),
            ("naïve".into(), "windows-1252", 0)
        );
        let page = b"<meta charset=\"iso-8859-2\"><p>\xb1</p>";
        assert!(decoded(page, None).0.contains('ą'));
    }

    #[test]
    fn damaged_utf8_stays_utf8_and_the_loss_is_counted() {
        let mut bytes = "žluťoučký kůň ".as_bytes().to_vec();
        bytes.push(0xff);
        assert_eq!(decoded(&bytes, None).1, "utf-8");
        assert_eq!(decoded(&bytes, None).2, 1);
    }

    #[test]
    fn bytes_without_any_hint_become_a_legacy_encoding() {
        assert_eq!(decoded(b"Le caf\xe9 est ouvert.", None).0, "Le café est ouvert.");
    }

    #[test]
    fn what_is_no_text_is_refused_by_name() {
        let error = decode(b"%PDF-1.7 \0".to_vec(), None).unwrap_err();
        assert!(error.to_string().starts_with("PDF is not supported"), "{error}");
        assert!(matches!(decode(b"a\0b".to_vec(), None), Err(Error::Binary { .. })));
    }
}
