//! JSONL: one record a line, each a document of its own.

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::origin::Origin;
use super::{Parsed, document, read_text, surrogates};
use crate::document::{Block, BlockKind, Document, Span};
use crate::error::{Error, Result};
use crate::flood;
use crate::language::{self, Language};
use crate::options::{Format, ReadOptions};

/// Reads one line as a record: an object with `text`, or `sentences` already
/// split, and perhaps `id`, `lang` and `title`. Other fields are ignored, and
/// null counts as absent.
///
/// # Errors
/// [`Error::Record`] if the line is no such object, and [`Error::TooLarge`].
///
/// ```
/// use epitome::{Options, read::jsonl};
/// let document = jsonl::read(br#"{"id": 7, "text": "One. Two."}"#, &Options::default().read)?;
/// assert_eq!(document.id.as_deref(), Some("7"));
/// # Ok::<(), epitome::Error>(())
/// ```
pub fn read(line: &[u8], options: &ReadOptions) -> Result<Document> {
    let bad = |message: String| Error::Record { message, id: None };
    let limit = options.max_bytes.min(u32::MAX.into());
    if line.len() as u64 > limit {
        return Err(Error::TooLarge { bytes: line.len() as u64, limit });
    }
    let line = simdutf8::compat::from_utf8(line)
        .map_err(|error| bad(format!("invalid UTF-8 at byte {}", error.valid_up_to())))?;
    let (mended, mut halves) = (std::cell::OnceCell::new(), 0);
    let parsed = parse(line, options).or_else(|error| {
        let (line, count) = surrogates::mended(line).ok_or(error)?;
        halves = count;
        parse(mended.get_or_init(|| line), options)
    });
    let mut record = parsed.map_err(|error| bad(explained(&error)))?;
    let id = record.id.take().map(Cow::into_owned);
    let mut document = match document_of(record, line.len(), options) {
        Ok(document) => document,
        Err(message) => return Err(Error::Record { message, id }),
    };
    document.id = id;
    document.format = Format::Jsonl;
    document.bytes = line.len() as u64;
    if halves > 0 {
        let s = if halves == 1 { "" } else { "s" };
        document.replaced = halves;
        document.warnings.insert(0, format!("{halves} half character{s} replaced"));
    }
    Ok(document)
}

/// The document that a record of `size` bytes holds, or what is wrong with it.
fn document_of(
    record: Record<'_>,
    size: usize,
    options: &ReadOptions,
) -> std::result::Result<Document, String> {
    let Record { text, sentences, lang, title, wrong, .. } = record;
    if let Some(message) = wrong {
        return Err(message);
    }
    let language = match lang.as_deref() {
        None | Some("auto" | "") => options.language,
        Some(code) => match Language::from_code(code) {
            Some(language) => Some(language),
            None => return Err(format!("unknown language '{code}'")),
        },
    };
    let mut document = match (text, sentences) {
        (Some(_), Some(_)) => {
            return Err("both \"text\" and \"sentences\" are given".into());
        }
        (Some(text), None) => {
            let options = ReadOptions { language, ..options.clone() };
            read_text(text.into_owned(), Format::Text, &options)
        }
        (None, Some(sentences)) if sentences.ends.len() > flood::most_given(size) => {
            return Err("too many tiny sentences".into());
        }
        (None, Some(sentences)) => from_sentences(sentences, language),
        (None, None) => {
            return Err(format!("no field \"{}\" or \"sentences\"", options.text_field));
        }
    };
    document.title = title.map(Cow::into_owned).or(document.title);
    Ok(document)
}

/// A document whose sentences are given: each is a block of its own.
fn from_sentences(sentences: Sentences, language: Option<Language>) -> Document {
    let Sentences { text, ends } = sentences;
    let starts = [0].into_iter().chain(ends.iter().map(|end| end + 1));
    let block = |(start, end): (u32, &u32)| Block {
        span: Span { start, end: *end },
        kind: BlockKind::Sentence,
    };
    let blocks = starts.zip(&ends).map(block).collect();
    let language = language.unwrap_or_else(|| language::detect(&text));
    let parsed = Parsed { text, blocks, origin: Origin::None, ..Parsed::default() };
    document(parsed, language, Format::Jsonl, 0)
}

/// A record's fields, borrowed from the line where they hold no escapes.
#[derive(Default)]
struct Record<'a> {
    id: Option<Cow<'a, str>>,
    text: Option<Cow<'a, str>>,
    sentences: Option<Sentences>,
    lang: Option<Cow<'a, str>>,
    title: Option<Cow<'a, str>>,
    /// The first field that has a value of the wrong kind.
    wrong: Option<String>,
}

/// Sentences that came split, one after the other, with a line end behind each.
#[derive(Default)]
struct Sentences {
    text: String,
    /// Where each ends.
    ends: Vec<u32>,
}

impl Sentences {
    fn push(&mut self, sentence: &str) {
        self.text.push_str(sentence);
        self.ends.push(self.text.len() as u32);
        self.text.push('\n');
    }
}

fn parse<'a>(line: &'a str, options: &ReadOptions) -> serde_json::Result<Record<'a>> {
    let mut deserializer = serde_json::Deserializer::from_str(line);
    let record = deserializer.deserialize_map(Fields(options))?;
    deserializer.end()?;
    Ok(record)
}

/// The parser's message without its place: the line is known, and it is one line.
fn explained(error: &serde_json::Error) -> String {
    let message = without_place(error);
    match error.column() {
        0 => format!("not a JSON record: {message}"),
        column => format!("not a JSON record: {message} (column {column})"),
    }
}

fn without_place(error: &serde_json::Error) -> String {
    let mut message = error.to_string();
    message.truncate(message.rfind(" at line ").unwrap_or(message.len()));
    message
}

struct Fields<'o>(&'o ReadOptions);

impl<'de> Visitor<'de> for Fields<'_> {
    type Value = Record<'de>;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(
        self,
        mut map: A,
    ) -> std::result::Result<Self::Value, A::Error> {
        let mut record = Record::default();
        while let Some(Name(name)) = map.next_key()? {
            let Record { id, text, sentences, lang, title, wrong } = &mut record;
            let name = name.as_ref();
            if name == self.0.text_field {
                keep(text, wrong, name, map.next_value()?, Value::string, "a string");
            } else if name == self.0.id_field {
                match identifier(map.next_value()?) {
                    Ok(found) => *id = found,
                    Err(expected) => complain(wrong, name, expected),
                }
            } else if name == "sentences" {
                keep(
                    sentences,
                    wrong,
                    name,
                    map.next_value()?,
                    Value::sentences,
                    "an array of strings",
                );
            } else if name == "lang" {
                keep(lang, wrong, name, map.next_value()?, Value::string, "a string");
            } else if name == "title" {
                keep(title, wrong, name, map.next_value()?, Value::string, "a string");
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(record)
    }
}

/// Keeps a field's value in its slot, or says that it is of the wrong kind.
fn keep<'a, T>(
    slot: &mut Option<T>,
    wrong: &mut Option<String>,
    name: &str,
    value: Value<'a>,
    convert: fn(Value<'a>) -> Option<T>,
    expected: &str,
) {
    if matches!(value, Value::Null) {
        return;
    }
    *slot = convert(value);
    if slot.is_none() {
        complain(wrong, name, expected);
    }
}

fn complain(wrong: &mut Option<String>, name: &str, expected: &str) {
    wrong.get_or_insert_with(|| format!("\"{name}\" is not {expected}"));
}

/// A record's identifier: a string, or a number as it is written. The error is
/// what was expected.
fn identifier(raw: &RawValue) -> std::result::Result<Option<Cow<'_, str>>, &'static str> {
    match raw.get().as_bytes().first() {
        Some(b'n') => Ok(None),
        Some(b'-' | b'0'..=b'9') => Ok(Some(raw.get().into())),
        _ => match serde_json::from_str(raw.get()) {
            Ok(Name(id)) => Ok(Some(id)),
            Err(_) => Err("a string or a number"),
        },
    }
}

/// A field's name, borrowed where it holds no escapes.
#[derive(Deserialize)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);

/// A field's value.
enum Value<'a> {
    Null,
    Text(Cow<'a, str>),
    Texts(Sentences),
    Other,
}

impl<'de> Deserialize<'de> for Value<'de> {
    fn deserialize<D: Deserializer<'de>>(
        deserializer: D,
    ) -> std::result::Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value<'de>;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_unit<E>(self) -> std::result::Result<Value<'de>, E> {
        Ok(Value::Null)
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> std::result::Result<Value<'de>, E> {
        Ok(Value::Text(text.into()))
    }

    fn visit_str<E>(self, text: &str) -> std::result::Result<Value<'de>, E> {
        Ok(Value::Text(text.to_owned().into()))
    }

    fn visit_bool<E>(self, _: bool) -> std::result::Result<Value<'de>, E> {
        Ok(Value::Other)
    }

    fn visit_u64<E>(self, _: u64) -> std::result::Result<Value<'de>, E> {
        Ok(Value::Other)
    }

    fn visit_i64<E>(self, _: i64) -> std::result::Result<Value<'de>, E> {
        Ok(Value::Other)
    }

    fn visit_f64<E>(self, _: f64) -> std::result::Result<Value<'de>, E> {
        Ok(Value::Other)
    }

    fn visit_seq<A: SeqAccess<'de>>(
        self,
        mut values: A,
    ) -> std::result::Result<Value<'de>, A::Error> {
        let mut texts = Some(Sentences::default());
        while let Some(value) = values.next_element::<Value<'de>>()? {
            match (value, &mut texts) {
                (Value::Text(text), Some(texts)) => texts.push(&text),
                _ => texts = None,
            }
        }
        Ok(texts.map_or(Value::Other, Value::Texts))
    }

    fn visit_map<A: MapAccess<'de>>(
        self,
        mut fields: A,
    ) -> std::result::Result<Value<'de>, A::Error> {
        while fields.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Value::Other)
    }
}

impl<'a> Value<'a> {
    fn string(self) -> Option<Cow<'a, str>> {
        if let Value::Text(text) = self { Some(text) } else { None }
    }

    fn sentences(self) -> Option<Sentences> {
        if let Value::Texts(texts) = self { Some(texts) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(line: &str) -> Result<Document> {
        read(line.as_bytes(), &ReadOptions::default())
    }

    fn complaint(line: &str) -> (String, Option<String>) {
        match record(line) {
            Err(Error::Record { message, id }) => (message, id),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn null_counts_as_absent_and_other_fields_are_ignored() {
        let line =
            r#"{"id":null,"lang":null,"title":null,"text":"A b\u00e9.","x":{"y":[1]}}"#;
        let document = record(line).unwrap();
        assert_eq!((document.text.as_str(), document.id), ("A bé.", None));
        assert_eq!(document.origin, Origin::Identity);
    }

    #[test]
    fn half_a_character_is_replaced_and_said() {
        let document = record(r#"{"id":"\udc00","text":"A \ud83d b."}"#).unwrap();
        assert_eq!((document.text.as_str(), document.replaced), ("A \u{fffd} b.", 2));
        assert_eq!(document.warnings, ["2 half characters replaced"]);
        assert_eq!(document.id.as_deref(), Some("\u{fffd}"));
    }

    #[test]
    fn given_sentences_are_never_dropped_or_cut() {
        let document =
            record(r#"{"id":1.5,"sentences":["One. Two.","","Three"]}"#).unwrap();
        let spans: Vec<_> =
            document.blocks.iter().map(|b| b.span.of(&document.text)).collect();
        assert_eq!(spans, ["One. Two.", "", "Three"]);
        assert_eq!(document.id.as_deref(), Some("1.5"));
    }

    #[test]
    fn a_bad_record_says_what_is_wrong_and_whose_it_is() {
        assert_eq!(
            complaint(r#"{"id":"a","text":5}"#),
            ("\"text\" is not a string".into(), Some("a".into()))
        );
        assert_eq!(complaint(r#"{"id":3}"#).1.as_deref(), Some("3"));
        assert!(complaint("[1]").0.contains("expected an object"));
        assert!(complaint(r#"{"text":"a""#).0.contains("EOF"));
        assert!(
            complaint(r#"{"text":"a","lang":"zz"}"#).0.contains("unknown language 'zz'")
        );
    }
}
