//! What is sent to other processes: objects as text, and back.

use epitome::render::json;
use pyo3::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::summary::{Section, Sentence, Summary};
use crate::value_error;

/// What `__reduce__` returns: the function that makes the object anew, and what it takes.
pub type Reduced<'py> = (Bound<'py, PyAny>, (&'static str, String));

/// `object` of class `name`, to be pickled.
pub fn reduced<'py>(
    py: Python<'py>,
    name: &'static str,
    object: &impl Serialize,
) -> PyResult<Reduced<'py>> {
    let restore = py.import("epitome._epitome")?.getattr("_restore")?;
    Ok((restore, (name, json::line(object))))
}

/// The object of class `name` that was pickled as `state`.
#[pyfunction]
#[pyo3(name = "_restore")]
pub fn restore<'py>(
    py: Python<'py>,
    name: &str,
    state: &str,
) -> PyResult<Bound<'py, PyAny>> {
    fn object<T: DeserializeOwned>(state: &str) -> PyResult<T> {
        serde_json::from_str(state).map_err(value_error)
    }
    Ok(match name {
        "Summary" => Bound::new(py, object::<Summary>(state)?)?.into_any(),
        "Section" => Bound::new(py, object::<Section>(state)?)?.into_any(),
        "Sentence" => Bound::new(py, object::<Sentence>(state)?)?.into_any(),
        other => return Err(value_error(format!("no class '{other}' is pickled"))),
    })
}
