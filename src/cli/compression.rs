//! Decompresses gzip and Zstandard as a source is read; the first bytes tell which it is.
//! Only one layer of compression is removed.

use std::io::{self, BufRead, BufReader, Cursor, Error, ErrorKind, Read};

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

/// A source of bytes.
pub type Source = Box<dyn Read + Send>;

/// What the formats begin with.
const GZIP: &[u8] = b"\x1f\x8b\x08";
const ZSTD: &[u8] = b"\x28\xb5\x2f\xfd";
/// How much is read at once, in bytes.
const CHUNK: usize = 64 << 10;

/// `source` itself, or what it holds if it is compressed. What has arrived is
/// handed on in one piece; no more is waited for than it takes to tell.
pub fn opened(mut source: impl Read + Send + 'static) -> io::Result<Source> {
    let mut head = vec![0; CHUNK];
    let mut length = 0;
    while length == 0 || could_become_magic(&head[..length]) {
        match source.read(&mut head[length..]) {
            Ok(0) => break,
            Ok(more) => length += more,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    head.truncate(length);
    let (is_gzip, is_zstd) = (head.starts_with(GZIP), head.starts_with(ZSTD));
    let whole = Cursor::new(head).chain(source);
    Ok(if is_gzip {
        let buffered = BufReader::with_capacity(CHUNK, whole);
        Box::new(Checked { inner: MultiGzDecoder::new(buffered), format: "gzip" })
    } else if is_zstd {
        let buffered = BufReader::with_capacity(CHUNK, whole);
        let frames =
            Frames { source: buffered, decoder: FrameDecoder::new(), is_open: false };
        Box::new(Checked { inner: frames, format: "Zstandard" })
    } else {
        Box::new(whole)
    })
}

/// Whether more bytes could make of `head` what a format begins with.
fn could_become_magic(head: &[u8]) -> bool {
    [GZIP, ZSTD].iter().any(|magic| head.len() < magic.len() && magic.starts_with(head))
}

/// A decoder whose failures say what the user needs to know.
struct Checked<R> {
    inner: R,
    format: &'static str,
}

impl<R: Read> Read for Checked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.inner.read(buffer).map_err(|error| match error.kind() {
            // The source itself failed.
            _ if error.raw_os_error().is_some() => error,
            ErrorKind::Interrupted => error,
            kind => {
                let what = match kind {
                    ErrorKind::UnexpectedEof => "cut off",
                    _ => "damaged",
                };
                Error::new(
                    ErrorKind::InvalidData,
                    format!("the {} data is {what}", self.format),
                )
            }
        })
    }
}

/// The frames of a Zstandard source, one behind the other.
struct Frames<R> {
    source: R,
    decoder: FrameDecoder,
    is_open: bool,
}

impl<R: BufRead> Frames<R> {
    /// Opens the next frame; `false` at the end.
    fn open(&mut self) -> io::Result<bool> {
        while !self.source.fill_buf()?.is_empty() {
            match self.decoder.reset(&mut self.source) {
                Ok(()) => {
                    self.is_open = true;
                    return Ok(true);
                }
                Err(FrameDecoderError::ReadFrameHeaderError(
                    ReadFrameHeaderError::SkipFrame { length, .. },
                )) => {
                    let mut skipped = (&mut self.source).take(length.into());
                    io::copy(&mut skipped, &mut io::sink())?;
                }
                Err(error) => return Err(failure(error)),
            }
        }
        Ok(false)
    }

    /// Ends the frame that was read to its end.
    fn close(&mut self) -> io::Result<()> {
        self.is_open = false;
        let told = self.decoder.get_checksum_from_data();
        if told.is_some() && told != self.decoder.get_calculated_checksum() {
            return Err(ErrorKind::InvalidData.into());
        }
        Ok(())
    }
}

impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while !buffer.is_empty() {
            if !self.is_open && !self.open()? {
                return Ok(0);
            }
            while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
                self.decoder
                    .decode_blocks(&mut self.source, BlockDecodingStrategy::UptoBlocks(1))
                    .map_err(failure)?;
            }
            match self.decoder.read(buffer)? {
                0 => self.close()?,
                length => return Ok(length),
            }
        }
        Ok(0)
    }
}

/// The failure of the source below, if it is that, or else of the data.
fn failure(error: FrameDecoderError) -> Error {
    let mut inner: Option<&(dyn std::error::Error + 'static)> = Some(&error);
    while let Some(cause) = inner {
        if let Some(error) = cause.downcast_ref::<Error>() {
            return match error.raw_os_error() {
                Some(code) => Error::from_raw_os_error(code),
                None => error.kind().into(),
            };
        }
        inner = cause.source();
    }
    ErrorKind::InvalidData.into()
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::write::GzEncoder;
    use ruzstd::encoding::{CompressionLevel, compress_to_vec};

    use super::*;

    fn gzip(text: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), flate2::Compression::default());
        encoder.write_all(text).unwrap();
        encoder.finish().unwrap()
    }

    fn zstd(text: &[u8]) -> Vec<u8> {
        compress_to_vec(text, CompressionLevel::Fastest)
    }

    fn read(bytes: Vec<u8>) -> Result<Vec<u8>, String> {
        let mut all = Vec::new();
        let mut source = opened(Cursor::new(bytes)).unwrap();
        source.read_to_end(&mut all).map_err(|error| error.to_string())?;
        Ok(all)
    }

    #[test]
    fn members_and_frames_follow_each_other() {
        for compress in [gzip, zstd] {
            let two = [compress(b"one "), compress(b"two")].concat();
            assert_eq!(read(two).unwrap(), b"one two");
            let long = b"word ".repeat(100_000);
            assert_eq!(read(compress(&long)).unwrap(), long);
            assert_eq!(read(compress(b"")).unwrap(), b"");
        }
        let skipped = [zstd(b"a"), b"\x50\x2a\x4d\x18\x03\0\0\0xyz".to_vec(), zstd(b"b")];
        assert_eq!(read(skipped.concat()).unwrap(), b"ab");
    }

    #[test]
    fn what_is_not_compressed_is_left_alone() {
        for text in [&b""[..], b"\x1f", b"\x1f\x8b", b"\x28\xb5\x2f", b"text"] {
            assert_eq!(read(text.to_vec()).unwrap(), text);
        }
    }

    /// Whether records stand in a source is told by what comes first.
    #[test]
    fn the_beginning_comes_in_one_piece() {
        let mut buffer = [0; 99];
        let mut source = opened(&b"{\"text\": 1}"[..]).unwrap();
        assert_eq!(source.read(&mut buffer).unwrap(), 11);
    }

    #[test]
    fn damage_is_named() {
        let long = b"a word, another word and a third. ".repeat(2000);
        for (compress, name) in
            [(gzip as fn(&[u8]) -> Vec<u8>, "gzip"), (zstd, "Zstandard")]
        {
            let mut bytes = compress(&long);
            let cut = bytes[..bytes.len() / 2].to_vec();
            assert_eq!(read(cut).unwrap_err(), format!("the {name} data is cut off"));
            // A byte of the check sum, which stands last but for the length in gzip.
            let last = bytes.len() - if name == "gzip" { 5 } else { 1 };
            bytes[last] ^= 0xff;
            assert_eq!(read(bytes).unwrap_err(), format!("the {name} data is damaged"));
        }
    }
}
