//! The Python package `epitome`, on the library of the same name. What Python
//! sees is described in `package/epitome/_epitome.pyi`.

mod arrow;
mod many;
mod offsets;
mod options;
mod pickled;
mod pool;
mod record;
mod summarizer;
mod summary;

use pyo3::prelude::*;

#[pymodule]
mod _epitome {
    use pyo3::prelude::*;

    #[pymodule_export]
    use super::many::Summaries;
    #[pymodule_export]
    use super::summarizer::Summarizer;
    #[pymodule_export]
    use super::summary::{Section, Sentence, Summary};

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        // Not for users, and so in no `__all__`.
        module.setattr("_restore", wrap_pyfunction!(super::pickled::restore, module)?)?;
        module.add("METHODS", super::options::methods())?;
        module.add("SPARK_SCHEMA", super::arrow::SPARK_SCHEMA)
    }
}

/// The error that Python sees: a `ValueError`.
fn value_error(message: impl std::fmt::Display) -> PyErr {
    pyo3::exceptions::PyValueError::new_err(message.to_string())
}
