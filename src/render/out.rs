//! Counts what a renderer writes.

use std::fmt;

/// A writer that knows how much was written. Errors are left to the writer inside.
pub(super) struct Out<'a> {
    inner: &'a mut dyn fmt::Write,
    length: usize,
}

impl<'a> Out<'a> {
    pub fn new(inner: &'a mut dyn fmt::Write) -> Self {
        Out { inner, length: 0 }
    }

    /// How many bytes were written.
    pub fn len(&self) -> usize {
        self.length
    }

    pub fn push_str(&mut self, text: &str) {
        self.length += text.len();
        let _ = self.inner.write_str(text);
    }

    pub fn push(&mut self, c: char) {
        self.push_str(c.encode_utf8(&mut [0; 4]));
    }
}

impl fmt::Write for Out<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.push_str(text);
        Ok(())
    }
}
