//! An HTML page being written. It begins with a list of its documents, so the articles
//! of several have to wait until all of them are there.

use std::io::{self, Read, Seek, Write};

use tempfile::SpooledTempFile;

use super::output::{Failure, Sink};
use super::stream::Rendered;
use crate::render::html::{Entry, FOOT, head};

/// Articles of more bytes than this wait in a temporary file.
const IN_MEMORY: usize = 8 << 20;

/// The articles so far, and what the page says of them.
#[derive(Debug)]
pub struct Page {
    entries: Vec<Entry>,
    articles: Articles,
}

#[derive(Debug)]
enum Articles {
    /// The only one is written as it comes, once it has begun.
    One {
        begun: bool,
    },
    Many(SpooledTempFile),
}

impl Page {
    /// A page of one document, or of `many`.
    pub fn new(many: bool) -> Self {
        let articles = if many {
            Articles::Many(tempfile::spooled_tempfile(IN_MEMORY))
        } else {
            Articles::One { begun: false }
        };
        Page { entries: Vec::new(), articles }
    }

    /// Adds a document, or a piece of it.
    pub fn add(&mut self, rendered: &Rendered, sink: &mut Sink) -> Result<(), Failure> {
        if let Some(error) = &rendered.error {
            let (name, error) = (rendered.name.clone(), Some(error.to_string()));
            self.entries.push(Entry { name, error, ..Entry::default() });
            return Ok(());
        }
        self.entries.extend(rendered.entry.as_deref().cloned());
        match &mut self.articles {
            Articles::Many(articles) => {
                articles.write_all(&rendered.body).map_err(broken)
            }
            Articles::One { begun } => {
                if !std::mem::replace(begun, true) {
                    sink.write(head(&self.entries).as_bytes())?;
                }
                sink.write(&rendered.body)
            }
        }
    }

    /// Writes what there is not yet of the page.
    pub fn write(self, sink: &mut Sink) -> Result<(), Failure> {
        let mut articles = match self.articles {
            Articles::One { begun: true } => return sink.write(FOOT.as_bytes()),
            Articles::One { begun: false } => {
                return sink.write((head(&self.entries) + FOOT).as_bytes());
            }
            Articles::Many(articles) => articles,
        };
        sink.write(head(&self.entries).as_bytes())?;
        articles.rewind().map_err(broken)?;
        let mut buffer = vec![0; 64 << 10];
        loop {
            match articles.read(&mut buffer).map_err(broken)? {
                0 => return sink.write(FOOT.as_bytes()),
                length => sink.write(&buffer[..length])?,
            }
        }
    }
}

fn broken(error: io::Error) -> Failure {
    Failure::Broken { place: "temporary file".into(), error }
}
