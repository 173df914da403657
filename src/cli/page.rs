//! An HTML page in the making. It lists its documents first; so the articles
//! wait until all of them are there.

use std::io::{self, Read, Seek, Write};

use tempfile::SpooledTempFile;

use super::output::{Failure, Sink};
use super::stream::Rendered;
use crate::render::html::{Entry, FOOT, head};

/// Articles of more bytes than this wait in a temporary file.
const IN_MEMORY: usize = 32 << 20;

/// The articles so far, and what the page says of them.
#[derive(Debug)]
pub struct Page {
    entries: Vec<Entry>,
    articles: SpooledTempFile,
}

impl Page {
    pub fn new() -> Self {
        let articles = tempfile::spooled_tempfile(IN_MEMORY);
        Page { entries: Vec::new(), articles }
    }

    /// Adds a document.
    pub fn add(&mut self, rendered: &Rendered) -> Result<(), Failure> {
        if let Some(error) = &rendered.error {
            let (name, error) = (rendered.name.clone(), Some(error.to_string()));
            self.entries.push(Entry { name, error, ..Entry::default() });
            return Ok(());
        }
        self.entries.extend(rendered.entry.as_deref().cloned());
        self.articles.write_all(&rendered.body).map_err(broken)
    }

    /// Writes the page.
    pub fn write(mut self, sink: &mut Sink) -> Result<(), Failure> {
        sink.write(head(&self.entries).as_bytes())?;
        self.articles.rewind().map_err(broken)?;
        let mut buffer = vec![0; 64 << 10];
        loop {
            match self.articles.read(&mut buffer).map_err(broken)? {
                0 => return sink.write(FOOT.as_bytes()),
                length => sink.write(&buffer[..length])?,
            }
        }
    }
}

fn broken(error: io::Error) -> Failure {
    Failure::Broken { place: "temporary file".into(), error }
}
