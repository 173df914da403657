//! Summarisers for any number of threads: each is used by one at a time and
//! kept for the next, with what it has learnt of the words.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};

use epitome::{Error, Options, Summarizer};

/// Summarisers with the same options.
#[derive(Debug)]
pub struct Pool {
    options: Options,
    idle: Mutex<Vec<Summarizer>>,
}

impl Pool {
    /// A pool, once the options are found to go together.
    pub fn new(options: Options) -> Result<Self, Error> {
        let first = Summarizer::new(options.clone())?;
        Ok(Pool { options, idle: Mutex::new(vec![first]) })
    }

    /// The options of all its summarisers.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// Does `work` with a summariser that no other thread uses. One that
    /// panics is not used again.
    pub fn with<T>(
        &self,
        work: impl FnOnce(&mut Summarizer) -> Result<T, Error>,
    ) -> Result<T, Trouble> {
        let idle = self.lock().pop();
        let mut summarizer = match idle {
            Some(summarizer) => summarizer,
            None => Summarizer::new(self.options.clone())?,
        };
        let result = catch_unwind(AssertUnwindSafe(|| work(&mut summarizer)))
            .map_err(|_| Trouble::Panic)?;
        self.lock().push(summarizer);
        Ok(result?)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Summarizer>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Why a document has no summary.
#[derive(Debug)]
pub enum Trouble {
    /// What the library says.
    Error(Error),
    /// A fault of the library.
    Panic,
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Trouble::Error(error)
    }
}

impl std::fmt::Display for Trouble {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Trouble::Error(error) => error.fmt(formatter),
            Trouble::Panic => {
                formatter.write_str("internal error; please report it with this document")
            }
        }
    }
}

impl From<Trouble> for pyo3::PyErr {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Error(_) => crate::value_error(trouble),
            Trouble::Panic => {
                pyo3::exceptions::PyRuntimeError::new_err(trouble.to_string())
            }
        }
    }
}
