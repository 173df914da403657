//! Many texts: taken from an iterable as they are needed, summarised on
//! several threads, given back in order.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};

use pyo3::prelude::*;
use pyo3::types::PyIterator;
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::pool::{Pool, Trouble};
use crate::summarizer::summarize;
use crate::summary::Summary;
use crate::value_error;

/// How many texts are taken in advance, for each thread.
const AHEAD: usize = 16;

/// The most threads that can be asked for.
const MOST_THREADS: usize = 512;

/// A summary that is under way.
type Waiting = Receiver<Result<Summary, Trouble>>;

/// The iterator that `summarize_many` returns.
#[pyclass(module = "epitome")]
#[derive(Debug)]
pub struct Summaries {
    texts: Option<Py<PyIterator>>,
    pool: Arc<Pool>,
    threads: ThreadPool,
    /// Never locked: one thread at a time has the iterator.
    under_way: Mutex<VecDeque<Waiting>>,
    /// What ended the iterable early; raised after what came before it.
    failed: Option<PyErr>,
}

/// `count` threads, 0 being all cores.
pub fn threads(count: usize) -> PyResult<ThreadPool> {
    let count = match count {
        0 => std::thread::available_parallelism().map_or(1, std::num::NonZero::get),
        some => some.min(MOST_THREADS),
    };
    ThreadPoolBuilder::new()
        .num_threads(count)
        .build()
        .map_err(|error| value_error(format!("threads: {error}")))
}

impl Summaries {
    pub fn new(texts: Py<PyIterator>, pool: Arc<Pool>, count: usize) -> PyResult<Self> {
        let threads = threads(count)?;
        Ok(Summaries {
            texts: Some(texts),
            pool,
            threads,
            under_way: Mutex::default(),
            failed: None,
        })
    }

    fn under_way(&mut self) -> &mut VecDeque<Waiting> {
        self.under_way.get_mut().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes texts until enough are under way.
    fn fill(&mut self, py: Python<'_>) {
        while self.under_way().len() < self.threads.current_num_threads() * AHEAD {
            let Some(texts) = &self.texts else { return };
            match texts.bind(py).clone().next().map(|text| text?.extract::<String>()) {
                Some(Ok(text)) => self.begin(text),
                Some(Err(error)) => {
                    self.texts = None;
                    self.failed = Some(error);
                }
                None => self.texts = None,
            }
        }
    }

    fn begin(&mut self, text: String) {
        let (done, result) = sync_channel(1);
        let pool = Arc::clone(&self.pool);
        self.threads.spawn(move || {
            // Nobody listens once the iterator is gone.
            let _ = done.send(summarize(&pool, &text));
        });
        self.under_way().push_back(result);
    }
}

#[pymethods]
impl Summaries {
    fn __iter__(this: PyRef<'_, Self>) -> PyRef<'_, Self> {
        this
    }

    fn __next__(&mut self, py: Python<'_>) -> PyResult<Option<Summary>> {
        self.fill(py);
        let Some(next) = self.under_way().pop_front() else {
            return self.failed.take().map_or(Ok(None), Err);
        };
        let result = py.detach(move || next.recv());
        Ok(Some(result.unwrap_or(Err(Trouble::Panic))?))
    }
}
