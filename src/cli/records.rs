//! A JSONL source in chunks of whole lines, in constant memory.

use std::io::{self, BufRead, BufReader, Read};

use memchr::{memchr, memrchr};

/// How much is read at once, in bytes.
const CHUNK: usize = 64 << 10;

/// Whole lines of a source, or one that is too long.
#[derive(Debug, PartialEq, Eq)]
pub enum Chunk {
    /// Lines, the first of which has this number (from 1).
    Lines(u64, Vec<u8>),
    /// The line of this number has more bytes than allowed.
    Overlong(u64),
}

/// Reads chunks. What has arrived is handed on at once: a slow writer is
/// never waited for with a whole line at hand.
#[derive(Debug)]
pub struct Chunks<R> {
    reader: BufReader<R>,
    /// The beginning of a line whose end has not arrived.
    carry: Vec<u8>,
    /// The number of the first line in `carry`.
    line: u64,
    limit: usize,
    overlong: bool,
}

impl<R: Read> Chunks<R> {
    /// Chunks of `reader`, whose lines may have `limit` bytes.
    pub fn new(reader: R, limit: u64) -> Self {
        Chunks {
            reader: BufReader::with_capacity(CHUNK, reader),
            carry: Vec::new(),
            line: 1,
            limit: usize::try_from(limit).unwrap_or(usize::MAX),
            overlong: false,
        }
    }

    /// The beginning of the source, without consuming it.
    pub fn head(&mut self) -> io::Result<&[u8]> {
        self.reader.fill_buf()
    }

    /// All that is left, as far as `limit` bytes and one more.
    pub fn rest(mut self, limit: u64) -> io::Result<Vec<u8>> {
        let mut bytes = std::mem::take(&mut self.carry);
        self.reader.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// The next chunk, or `None` at the end.
    pub fn next(&mut self) -> io::Result<Option<Chunk>> {
        loop {
            let buffer = match self.reader.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                buffer => buffer?,
            };
            let length = buffer.len();
            if length == 0 {
                return Ok(self.last());
            }
            if self.overlong {
                let end = memchr(b'\n', buffer);
                self.reader.consume(end.map_or(length, |end| end + 1));
                if end.is_some() {
                    self.overlong = false;
                    self.line += 1;
                    return Ok(Some(Chunk::Overlong(self.line - 1)));
                }
                continue;
            }
            let end = memrchr(b'\n', buffer).map_or(length, |end| end + 1);
            let is_whole = buffer[end - 1] == b'\n';
            self.carry.extend_from_slice(&buffer[..end]);
            self.reader.consume(end);
            if is_whole {
                return Ok(Some(self.take()));
            }
            if self.carry.len() > self.limit {
                self.carry = Vec::new();
                self.overlong = true;
            }
        }
    }

    fn take(&mut self) -> Chunk {
        let bytes = std::mem::take(&mut self.carry);
        let first = self.line;
        self.line += memchr::memchr_iter(b'\n', &bytes).count() as u64;
        Chunk::Lines(first, bytes)
    }

    /// What is left when the source has ended.
    fn last(&mut self) -> Option<Chunk> {
        if std::mem::take(&mut self.overlong) {
            return Some(Chunk::Overlong(self.line));
        }
        (!self.carry.is_empty()).then(|| self.take())
    }
}

/// Whether a source that begins with `head` is JSONL: its first line is, or
/// begins, an object with one of the fields of a record.
pub fn looks_like_records(head: &[u8], text_field: &str) -> bool {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let line = head.split(|byte| *byte == b'\n').next().unwrap_or(head);
    let is_whole = line.len() < head.len() || line.ends_with(b"}");
    if is_whole {
        let object: Result<serde_json::Map<String, serde_json::Value>, _> =
            serde_json::from_slice(line);
        return object.is_ok_and(|object| {
            object.contains_key(text_field) || object.contains_key("sentences")
        });
    }
    line.starts_with(b"{")
        && line[1..].trim_ascii_start().starts_with(b"\"")
        && memchr::memmem::find(line, b"\":").is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hands out a few bytes at a time.
    struct Slow<'a>(&'a [u8]);

    impl Read for Slow<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let length = self.0.len().min(3).min(buffer.len());
            buffer[..length].copy_from_slice(&self.0[..length]);
            self.0 = &self.0[length..];
            Ok(length)
        }
    }

    fn lines(source: impl Read, limit: u64) -> Vec<Chunk> {
        let mut chunks = Chunks::new(source, limit);
        std::iter::from_fn(|| chunks.next().unwrap()).collect()
    }

    #[test]
    fn whole_lines_come_with_their_numbers() {
        let text = b"one\ntwo\n\nfour";
        for chunks in [lines(&text[..], 99), lines(Slow(text), 99)] {
            let mut whole = Vec::new();
            for chunk in chunks {
                let Chunk::Lines(first, bytes) = chunk else { panic!("{chunk:?}") };
                let before = memchr::memchr_iter(b'\n', &whole).count() as u64;
                assert_eq!(first, before + 1);
                whole.extend(bytes);
            }
            assert_eq!(whole, text);
        }
    }

    #[test]
    fn an_overlong_line_is_named_and_passed_over() {
        let chunks = lines(Slow(b"a\nbbbbbbbbbbbb\nc\n"), 5);
        assert_eq!(chunks[1], Chunk::Overlong(2));
        assert_eq!(chunks[2], Chunk::Lines(3, b"c\n".to_vec()));
        assert_eq!(lines(Slow(b"bbbbbbbbbbbb"), 5), [Chunk::Overlong(1)]);
    }

    #[test]
    fn records_are_told_from_other_text() {
        assert!(looks_like_records(b"{\"id\": 1, \"text\": \"A.\"}\n{", "text"));
        assert!(looks_like_records(b"{\"text\": \"A beginning", "text"));
        assert!(!looks_like_records(b"{\"a\": 1}\n", "text"));
        assert!(!looks_like_records(b"{braces} begin this text.", "text"));
    }
}
