//! Record batches of Arrow: a column of texts in, a batch of summaries out,
//! without an object of Python for any row.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Int32Type, Int64Type};
use arrow_array::{
    Array, ArrayRef, Float64Array, Int64Array, ListArray, RecordBatch, StringArray,
    StructArray,
};
use arrow_buffer::{NullBuffer, OffsetBuffer};
use arrow_pyarrow::{FromPyArrow, IntoPyArrow};
use arrow_schema::{ArrowError, DataType, Field, Fields};
use epitome::Pick;
use pyo3::prelude::*;
use rayon::prelude::*;

use crate::many;
use crate::offsets::Offsets;
use crate::pool::Pool;
use crate::record::{Id, Outcome, Record};
use crate::value_error;

/// The columns of the result, as Spark writes a schema.
pub const SPARK_SCHEMA: &str = "id string, json string, \
    summary array<struct<text: string, start: bigint, end: bigint, byte_start: bigint, byte_end: bigint, \
    index: bigint, section: bigint, score: double>>, error string";

/// The names of the columns that are read.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    pub text: &'a str,
    pub id: Option<&'a str>,
    pub language: Option<&'a str>,
    pub title: Option<&'a str>,
}

/// The summaries of the rows of `batch`, as a `pyarrow.RecordBatch`.
pub fn summarize<'py>(
    py: Python<'py>,
    pool: &Pool,
    batch: &Bound<'py, PyAny>,
    names: Names<'_>,
    threads: usize,
) -> PyResult<Bound<'py, PyAny>> {
    let batch = RecordBatch::from_pyarrow_bound(batch)?;
    let rows = Rows::new(&batch, names)?;
    let summarized = py.detach(|| {
        let row = |row| rows.record(row).summarize(pool);
        let outcomes = match threads {
            1 => (0..rows.count).map(row).collect(),
            some => many::threads(some)?
                .install(|| (0..rows.count).into_par_iter().map(row).collect()),
        };
        result(outcomes).map_err(value_error)
    });
    summarized?.into_pyarrow(py)
}

/// A column of strings.
type Strings<'a> = Box<dyn Fn(usize) -> Option<&'a str> + Send + Sync + 'a>;

/// A column of identifiers.
type Ids<'a> = Box<dyn Fn(usize) -> Option<Id<'a>> + Send + Sync + 'a>;

/// The rows of a batch.
struct Rows<'a> {
    count: usize,
    text: Strings<'a>,
    id: Option<Ids<'a>>,
    language: Option<Strings<'a>>,
    title: Option<Strings<'a>>,
}

impl<'a> Rows<'a> {
    fn new(batch: &'a RecordBatch, names: Names<'_>) -> PyResult<Self> {
        let optional = |option, name: Option<&str>| {
            name.map(|name| strings(batch, option, name)).transpose()
        };
        Ok(Rows {
            count: batch.num_rows(),
            text: strings(batch, "text", names.text)?,
            id: names.id.map(|name| ids(batch, name)).transpose()?,
            language: optional("language", names.language)?,
            title: optional("title", names.title)?,
        })
    }

    fn record(&self, row: usize) -> Record<'a> {
        Record {
            id: self.id.as_ref().and_then(|id| id(row)),
            text: (self.text)(row),
            lang: self.language.as_ref().and_then(|language| language(row)),
            title: self.title.as_ref().and_then(|title| title(row)),
        }
    }
}

fn column<'a>(
    batch: &'a RecordBatch,
    option: &str,
    name: &str,
) -> PyResult<&'a ArrayRef> {
    batch.column_by_name(name).ok_or_else(|| {
        let schema = batch.schema();
        let names: Vec<&str> =
            schema.fields().iter().map(|field| field.name().as_str()).collect();
        value_error(format!(
            "{option}: no column '{name}'; there is {}",
            names.join(", ")
        ))
    })
}

fn strings<'a>(
    batch: &'a RecordBatch,
    option: &str,
    name: &str,
) -> PyResult<Strings<'a>> {
    let column = column(batch, option, name)?;
    string_column(column).ok_or_else(|| {
        wrong_type(option, name, column, "string, large_string or string_view")
    })
}

fn string_column(column: &ArrayRef) -> Option<Strings<'_>> {
    fn of<'a>(
        column: &'a ArrayRef,
        value: impl Fn(usize) -> &'a str + Send + Sync + 'a,
    ) -> Strings<'a> {
        Box::new(move |row| column.is_valid(row).then(|| value(row)))
    }
    match column.data_type() {
        DataType::Utf8 => {
            let strings = column.as_string::<i32>();
            Some(of(column, |row| strings.value(row)))
        }
        DataType::LargeUtf8 => {
            let strings = column.as_string::<i64>();
            Some(of(column, |row| strings.value(row)))
        }
        DataType::Utf8View => {
            let strings = column.as_string_view();
            Some(of(column, |row| strings.value(row)))
        }
        _ => None,
    }
}

fn ids<'a>(batch: &'a RecordBatch, name: &str) -> PyResult<Ids<'a>> {
    let column = column(batch, "id", name)?;
    if let Some(strings) = string_column(column) {
        return Ok(Box::new(move |row| strings(row).map(Id::Text)));
    }
    match column.data_type() {
        DataType::Int32 => {
            let numbers = column.as_primitive::<Int32Type>();
            Ok(Box::new(|row| {
                column.is_valid(row).then(|| Id::Number(numbers.value(row).into()))
            }))
        }
        DataType::Int64 => {
            let numbers = column.as_primitive::<Int64Type>();
            Ok(Box::new(|row| {
                column.is_valid(row).then(|| Id::Number(numbers.value(row)))
            }))
        }
        _ => Err(wrong_type(
            "id",
            name,
            column,
            "string, large_string, string_view, int32 or int64",
        )),
    }
}

fn wrong_type(option: &str, name: &str, column: &ArrayRef, allowed: &str) -> PyErr {
    value_error(format!(
        "{option}: column '{name}' is {}, not {allowed}",
        column.data_type()
    ))
}

/// The outcomes as a batch with the columns of [`SPARK_SCHEMA`].
fn result(outcomes: Vec<Outcome>) -> Result<RecordBatch, ArrowError> {
    let bytes: usize = outcomes.iter().map(|outcome| outcome.json.len()).sum();
    if i32::try_from(bytes).is_err() {
        let message = format!(
            "batch: its summaries have {bytes} bytes; at most 2 GiB fit, so hand over fewer rows"
        );
        return Err(ArrowError::InvalidArgumentError(message));
    }
    let ids: StringArray = outcomes.iter().map(|outcome| outcome.id.as_deref()).collect();
    let jsons = outcomes.iter().map(|outcome| Some(outcome.json.trim_end_matches('\n')));
    let jsons: StringArray = jsons.collect();
    let errors: StringArray =
        outcomes.iter().map(|outcome| outcome.result.as_ref().err()).collect();
    let columns: [(&str, ArrayRef); 4] = [
        ("id", Arc::new(ids)),
        ("json", Arc::new(jsons)),
        ("summary", Arc::new(summaries(&outcomes)?)),
        ("error", Arc::new(errors)),
    ];
    RecordBatch::try_from_iter_with_nullable(
        columns.map(|(name, column)| (name, column, true)),
    )
}

/// The chosen sentences of each outcome; null where there is no summary.
fn summaries(outcomes: &[Outcome]) -> Result<ListArray, ArrowError> {
    let summaries = || outcomes.iter().map(|outcome| outcome.result.as_ref().ok());
    let picks: Vec<(&Pick, &Offsets)> = summaries()
        .flatten()
        .flat_map(|(summary, offsets)| {
            summary.overall.sentences.iter().map(move |pick| (pick, offsets))
        })
        .collect();
    let numbers = |value: &dyn Fn(&Pick, &Offsets) -> Option<u64>| -> ArrayRef {
        let values = picks
            .iter()
            .map(|(pick, offsets)| value(pick, offsets).map(|number| number as i64));
        Arc::new(values.collect::<Int64Array>())
    };
    let texts: StringArray =
        picks.iter().map(|(pick, _)| Some(pick.text.as_str())).collect();
    let scores: Float64Array = picks.iter().map(|(pick, _)| Some(pick.score)).collect();
    let columns: [(&str, ArrayRef); 8] = [
        ("text", Arc::new(texts)),
        ("start", numbers(&|pick, offsets| offsets.chars(pick.start))),
        ("end", numbers(&|pick, offsets| offsets.chars(pick.end))),
        ("byte_start", numbers(&|pick, _| pick.start)),
        ("byte_end", numbers(&|pick, _| pick.end)),
        ("index", numbers(&|pick, _| Some(pick.index as u64))),
        ("section", numbers(&|pick, _| Some(pick.section as u64))),
        ("score", Arc::new(scores)),
    ];
    let fields: Fields = columns
        .iter()
        .map(|(name, column)| Field::new(*name, column.data_type().clone(), true))
        .collect();
    let arrays = columns.map(|(_, column)| column).into();
    let sentences = StructArray::try_new(fields, arrays, None)?;
    let lengths = summaries()
        .map(|summary| summary.map_or(0, |(summary, _)| summary.overall.sentences.len()));
    let item = Arc::new(Field::new("element", sentences.data_type().clone(), true));
    let valid: NullBuffer = summaries().map(|summary| summary.is_some()).collect();
    ListArray::try_new(
        item,
        OffsetBuffer::from_lengths(lengths),
        Arc::new(sentences),
        Some(valid),
    )
}
