//! What each thread does with a job: read, summarise, render.

use std::ops::ControlFlow;
use std::path::Path;

use super::input::Input;
use super::jobs::Job;
use super::pieces::Pieces;
use super::reader::{Named, Reader, Reading, Trouble, error, guarded, source_path};
use super::stream::Rendered;
use super::values::OutputFormat;
use crate::assemble::Outcome;
use crate::error::Result;
use crate::options::Options;
use crate::render::{Layout, explain, html, json::Json, markdown, text};
use crate::shown::Shown;
use crate::summarizer::Summarizer;

/// What every worker knows.
#[derive(Debug)]
pub struct Plan<'a> {
    pub inputs: &'a [Input],
    pub options: &'a Options,
    pub format: OutputFormat,
    /// Whether text shows all of a document, and why its sentences were chosen.
    pub explain: bool,
    pub layout: Layout,
    pub max_record_bytes: u64,
}

/// What comes of a job, or a part of it: the rendered documents, in order, and
/// the index of their input.
#[derive(Debug, Default)]
pub struct Done {
    pub input: usize,
    /// Whether the documents are records of one file.
    pub records: bool,
    pub rendered: Vec<Rendered>,
    /// Why a walked file was passed over, if it was.
    pub skipped: Option<&'static str>,
}

impl Done {
    /// More of the same job, still empty.
    pub fn follower(&self) -> Done {
        Done { input: self.input, records: self.records, ..Done::default() }
    }
}

/// A thread's own state.
pub struct Worker<'a> {
    plan: &'a Plan<'a>,
    summarizer: Summarizer,
}

impl Plan<'_> {
    /// The reader of its inputs.
    pub fn reader(&self) -> Reader<'_> {
        let Plan { inputs, options, max_record_bytes, .. } = *self;
        Reader { inputs, options: &options.read, max_record_bytes }
    }

    /// Whether what is written on a terminal could take it over.
    pub fn is_bare(&self) -> bool {
        let neutral = matches!(self.format, OutputFormat::Text | OutputFormat::Html);
        self.layout.width.is_some() && !neutral
    }

    /// Writes `outcome` to `pieces` in the format asked for, under `name`.
    /// `anchor` tells it from the other documents of a page, and `warnings` are said
    /// of it.
    pub fn render(
        &self,
        outcome: &Outcome<'_>,
        title: Option<&str>,
        name: String,
        anchor: String,
        warnings: Vec<String>,
        pieces: &mut Pieces<'_>,
    ) {
        let facts = outcome.facts();
        let shown = facts.title.or(title).unwrap_or(&name).to_string();
        let entry = (self.format == OutputFormat::Html).then(|| {
            let (anchor, title, name) = (anchor.clone(), shown.clone(), name.clone());
            Box::new(html::Entry { anchor, title, name, error: None })
        });
        let said = Rendered {
            name,
            entry,
            documents: facts.documents.len().max(1) as u32,
            sentences: facts.source.sentences as u64,
            bytes: facts.source.bytes,
            warnings,
            ..Rendered::default()
        };
        pieces.document(said, |out| match self.format {
            OutputFormat::Text if self.explain => {
                explain::write(outcome, self.layout, out);
            }
            OutputFormat::Text => text::write(outcome, self.layout, out),
            OutputFormat::Html => html::write(outcome, &shown, &anchor, out),
            OutputFormat::Markdown => markdown::write(outcome, title, out),
            OutputFormat::Json | OutputFormat::Ndjson => {
                // Writing to memory never fails, and plain data serialises.
                let _ = serde_json::to_writer(&mut *out, &Json(outcome));
                let _ = std::io::Write::write_all(out, b"\n");
            }
        });
    }
}

impl<'a> Worker<'a> {
    /// A worker of its own.
    ///
    /// # Errors
    /// As [`Summarizer::new`].
    pub fn new(plan: &'a Plan<'a>) -> Result<Self> {
        Ok(Worker { plan, summarizer: Summarizer::new(plan.options.clone())? })
    }

    /// Does `job`. What comes of it goes to `hand`, but for the last, which is
    /// returned.
    pub fn work(
        &mut self,
        mut job: Job,
        hand: &mut dyn FnMut(Done) -> ControlFlow<()>,
    ) -> Done {
        let _room = job.room.take();
        let Reading { input, records, documents, skipped } = self.plan.reader().read(job);
        let done = Done { input, records, rendered: Vec::new(), skipped };
        let mut pieces = Pieces::new(done, self.plan.is_bare(), hand);
        for read in documents {
            match read {
                Ok(named) => self.document(input, named, &mut pieces),
                Err(failed) => pieces.document(failed, |_| ()),
            }
        }
        pieces.finish()
    }

    fn document(&mut self, number: usize, named: Named, pieces: &mut Pieces<'_>) {
        let input = &self.plan.inputs[number];
        let line = named.line.map_or(String::new(), |line| format!("l{line}"));
        let Named { name, document, line: at } = named;
        let summarizer = &mut self.summarizer;
        match guarded(|| Ok(summarizer.outcome(&document))) {
            Ok(mut outcome) => {
                outcome.source.path = input.path().map(source_path);
                let file = input.path().and_then(Path::file_name);
                let title = file.map(|name| name.to_string_lossy());
                let anchor = format!("d{number}{line}");
                let warnings = outcome.warnings.clone();
                let title = title.as_deref();
                self.plan.render(&outcome, title, name, anchor, warnings, pieces);
            }
            Err(trouble) => {
                if let (Trouble::Panic(_), Ok(fresh)) =
                    (&trouble, Summarizer::new(self.plan.options.clone()))
                {
                    self.summarizer = fresh;
                }
                pieces.document(error(input, at, trouble), |_| ());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::{Format, ReadOptions};

    /// Case 45 of `docs/reliability.md`.
    #[test]
    fn a_panic_in_one_document_is_its_error_and_the_next_is_done() {
        let options = Options::default();
        let plan = Plan {
            inputs: &[Input::Stdin],
            options: &options,
            format: OutputFormat::Json,
            explain: false,
            layout: Layout::default(),
            max_record_bytes: 1,
        };
        let named = || {
            let text = b"Rain fell. It was cold.".to_vec();
            let read = crate::read::read(text, Format::Text, &ReadOptions::default());
            Named { name: "a".into(), document: read.unwrap(), line: Some(7) }
        };
        // A block that no reader makes: it ends behind the text.
        let mut impossible = named();
        impossible.document.blocks[0].span.end += 99;
        let mut worker = Worker::new(&plan).unwrap();
        let mut hand = |_| ControlFlow::Continue(());
        let mut pieces = Pieces::new(Done::default(), false, &mut hand);
        worker.document(0, impossible, &mut pieces);
        worker.document(0, named(), &mut pieces);
        let [failed, done] = &pieces.finish().rendered[..] else { panic!("not two") };
        let body =
            |rendered: &Rendered| String::from_utf8(rendered.body.clone()).unwrap();
        let said = failed.error.as_deref().unwrap();
        assert!(
            said.starts_with("internal error (") && said.contains("please report it")
        );
        assert!(body(failed).contains("\"line\":7") && failed.documents == 0);
        assert!(done.error.is_none() && body(done).contains("Rain fell."));
    }
}
