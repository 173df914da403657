//! What each thread does with a job: read, summarise, render.

use std::path::Path;

use super::input::Input;
use super::jobs::Job;
use super::reader::{Named, Reader, Reading, Trouble, error, guarded, source_path};
use super::stream::Rendered;
use super::values::OutputFormat;
use crate::error::Result;
use crate::options::Options;
use crate::render::{Layout, explain, html, json, markdown, neutral, text};
use crate::summarizer::Summarizer;
use crate::summary::Summary;

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

/// What comes of a job: the rendered documents, in order, and the index of
/// their input.
#[derive(Debug)]
pub struct Done {
    pub input: usize,
    /// Whether the documents are records of one file.
    pub records: bool,
    pub rendered: Vec<Rendered>,
    /// Why a walked file was passed over, if it was.
    pub skipped: Option<&'static str>,
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

    /// `summary` in the format asked for, under `name`. `anchor` tells it from
    /// the other documents of a page.
    pub fn rendered(
        &self,
        summary: Summary,
        title: Option<&str>,
        name: String,
        anchor: String,
    ) -> Rendered {
        let shown = summary.title.as_deref().or(title).unwrap_or(&name).to_string();
        let body = match self.format {
            OutputFormat::Text if self.explain => explain::render(&summary, self.layout),
            OutputFormat::Text => text::render(&summary, self.layout),
            OutputFormat::Html => html::article(&summary, &shown, &anchor),
            OutputFormat::Markdown => markdown::render(&summary, title),
            OutputFormat::Json | OutputFormat::Ndjson => json::line(&summary),
        };
        let entry = (self.format == OutputFormat::Html).then(|| {
            Box::new(html::Entry {
                anchor,
                title: shown,
                name: name.clone(),
                error: None,
            })
        });
        let on_terminal = self.layout.width.is_some();
        let is_safe = !on_terminal
            || matches!(self.format, OutputFormat::Text | OutputFormat::Html);
        Rendered {
            body: if is_safe { body } else { neutral(&body) },
            name,
            entry,
            error: None,
            documents: summary.documents.len().max(1) as u64,
            sentences: summary.source.sentences as u64,
            bytes: summary.source.bytes,
            warnings: summary.warnings,
        }
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

    /// Does `job`.
    pub fn work(&mut self, job: Job) -> Done {
        let Reading { input, records, documents, skipped } = self.plan.reader().read(job);
        let rendered = documents
            .into_iter()
            .map(|read| {
                read.map_or_else(|failed| failed, |named| self.document(input, named))
            })
            .collect();
        Done { input, records, rendered, skipped }
    }

    fn document(&mut self, number: usize, named: Named) -> Rendered {
        let input = &self.plan.inputs[number];
        let line = named.line.map_or(String::new(), |line| format!("l{line}"));
        let summarizer = &mut self.summarizer;
        match guarded(|| Ok(summarizer.summarize_document(&named.document))) {
            Ok(mut summary) => {
                summary.source.path = input.path().map(source_path);
                let file = input.path().and_then(Path::file_name);
                let title = file.map(|name| name.to_string_lossy());
                let anchor = format!("d{number}{line}");
                self.plan.rendered(summary, title.as_deref(), named.name, anchor)
            }
            Err(trouble) => {
                if let (Trouble::Panic(_), Ok(fresh)) =
                    (&trouble, Summarizer::new(self.plan.options.clone()))
                {
                    self.summarizer = fresh;
                }
                error(input, named.line, trouble)
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
        let failed = worker.document(0, impossible);
        let said = failed.error.unwrap();
        assert!(
            said.starts_with("internal error (") && said.contains("please report it")
        );
        assert!(failed.body.contains("\"line\":7") && failed.documents == 0);
        let done = worker.document(0, named());
        assert!(done.error.is_none() && done.body.contains("Rain fell."));
    }
}
