//! `--merge`: all inputs are read, then summarised as one collection.

use std::ops::ControlFlow;

use super::batch::{self, Hand};
use super::emitter::Emitter;
use super::jobs::Jobs;
use super::pieces::Pieces;
use super::reader::{Named, Reading, error, failed, guarded, source_path};
use super::room;
use super::stream::Rendered;
use super::values::OutputFormat;
use super::worker::{Done, Plan};
use crate::document::Document;
use crate::summarizer::Summarizer;
use crate::summary::SourcePath;

/// What the merged summary is called in messages.
const NAME: &str = "all documents";

/// The documents read so far, and where they come from.
#[derive(Debug, Default)]
struct Sources {
    documents: Vec<Document>,
    paths: Vec<Option<SourcePath>>,
    /// What reading had to say, each with its source.
    warnings: Vec<String>,
}

/// Reads the documents of `jobs` on `threads` threads, and emits what fails
/// at once and the one summary at the end. Where nothing can be read, there is
/// none.
pub fn run(plan: &Plan<'_>, jobs: Jobs<'_>, threads: usize, emitter: &mut Emitter<'_>) {
    let mut sources = Sources::default();
    let reader = || |job, _: &mut Hand<'_, _>| plan.reader().read(job);
    batch::in_order(threads, jobs, reader, |reading| {
        let done = sources.take(plan, reading, emitter);
        emitter.emit(done)
    });
    if !sources.documents.is_empty() {
        let mut hand = |done| emitter.emit(done);
        let mut pieces = Pieces::new(Done::default(), plan.is_bare(), &mut hand);
        sources.summarize(plan, &mut pieces);
        let last = pieces.finish();
        let _: ControlFlow<()> = emitter.emit(last);
    }
}

impl Sources {
    /// Keeps the documents of `reading` and gives back what failed.
    fn take(
        &mut self,
        plan: &Plan<'_>,
        reading: Reading,
        emitter: &mut Emitter<'_>,
    ) -> Done {
        let Reading { input, records, documents, skipped } = reading;
        let path = plan.inputs[input].path().map(source_path);
        let mut rendered = Vec::new();
        for read in documents {
            match read {
                Ok(Named { name, mut document, .. }) => {
                    let warnings = std::mem::take(&mut document.warnings);
                    emitter.warn(&name, &warnings);
                    emitter.read(document.bytes);
                    let told = warnings.iter().map(|what| format!("{name}: {what}"));
                    self.warnings.extend(told);
                    self.paths.push(path.clone());
                    self.documents.push(document);
                }
                Err(failed) => {
                    let told = failed.error.iter();
                    self.warnings
                        .extend(told.map(|what| format!("{}: {what}", failed.name)));
                    rendered.push(failed);
                }
            }
        }
        Done { input, records, rendered, skipped }
    }

    fn summarize(self, plan: &Plan<'_>, pieces: &mut Pieces<'_>) {
        let Sources { documents, paths, warnings } = self;
        let fail = |failed: Rendered, pieces: &mut Pieces<'_>| {
            pieces.document(Rendered { name: NAME.into(), ..failed }, |_| ());
        };
        let input = &plan.inputs[0];
        if !room::is_there(documents.iter().map(|document| document.bytes).sum()) {
            return fail(failed(input, None, None, room::NONE.into()), pieces);
        }
        let merge =
            |documents| Summarizer::new(plan.options.clone())?.outcome_of_all(documents);
        match guarded(|| merge(documents)) {
            Ok(mut outcome) => {
                for (source, path) in outcome.documents.iter_mut().zip(paths) {
                    source.path = path;
                }
                // On standard error the others have been said already.
                let own = outcome.warnings.clone();
                outcome.warnings.splice(0..0, warnings);
                let title = format!("{} documents together", outcome.documents.len());
                let title =
                    Some(title.as_str()).filter(|_| plan.format == OutputFormat::Html);
                plan.render(&outcome, title, NAME.into(), "d0".into(), own, pieces);
            }
            Err(trouble) => fail(error(input, None, trouble), pieces),
        }
    }
}
