//! Keyword arguments to options. What cannot be is a `ValueError` that names
//! the argument and what it takes.

use epitome::{Format, Fraction, HtmlMode, Language, Method, StopWords};
use pyo3::prelude::*;

use crate::value_error;

/// The names of the methods.
pub fn methods() -> Vec<&'static str> {
    Method::ALL.iter().map(|method| method.name()).collect()
}

pub fn count(name: &str, value: i64) -> PyResult<usize> {
    usize::try_from(value).map_err(|_| {
        value_error(format!("{name}: {value} is not a whole number of 0 or more"))
    })
}

pub fn share(name: &str, value: f64) -> PyResult<Fraction> {
    Fraction::new(value)
        .map_err(|_| value_error(format!("{name}: {value} is not between 0 and 1")))
}

pub fn depth(value: i64) -> PyResult<u8> {
    let level = u8::try_from(value).ok().filter(|level| *level > 0);
    level.ok_or_else(|| value_error(format!("depth: {value} is not between 1 and 255")))
}

pub fn method(name: &str) -> PyResult<Method> {
    let found = Method::ALL.into_iter().find(|method| method.name() == name);
    found.ok_or_else(|| unknown("method", name, &methods()))
}

pub fn language(code: &str) -> PyResult<Option<Language>> {
    if code == "auto" {
        return Ok(None);
    }
    Language::from_code(code).map(Some).ok_or_else(|| {
        value_error(format!("language: '{code}' is not 'auto' or an ISO 639-1 code such as 'en', 'de', 'fr', 'es' or 'zh'"))
    })
}

pub fn format(name: &str) -> PyResult<Format> {
    match name {
        "auto" => Ok(Format::Auto),
        "text" => Ok(Format::Text),
        "markdown" => Ok(Format::Markdown),
        "html" => Ok(Format::Html),
        other => Err(unknown("format", other, &["auto", "text", "markdown", "html"])),
    }
}

pub fn html(name: &str) -> PyResult<HtmlMode> {
    match name {
        "article" => Ok(HtmlMode::Article),
        "page" => Ok(HtmlMode::Page),
        other => Err(unknown("html", other, &["article", "page"])),
    }
}

pub fn stop_words(words: &[String]) -> PyResult<StopWords> {
    if let Some(word) = words
        .iter()
        .find(|word| word.trim().is_empty() || word.contains(['#', '\n', '\r']))
    {
        return Err(value_error(format!("stop_words: {word:?} is not a word")));
    }
    StopWords::parse(&words.join("\n")).map_err(|error| match error {
        epitome::Error::Option { message, .. } => {
            value_error(format!("stop_words: {message}"))
        }
        other => value_error(other),
    })
}

fn unknown(name: &str, value: &str, allowed: &[&str]) -> PyErr {
    value_error(format!("{name}: '{value}' is not one of {}", allowed.join(", ")))
}
