//! JSON: what the contract says, by serde alone.

use serde::Serialize;

/// `value` as one line, for NDJSON and for pipes.
///
/// ```
/// use epitome::{End, render::json};
/// let end = End { schema_version: 1, documents: 2, ..End::default() };
/// assert!(json::line(&end).starts_with(r#"{"type":"end","schema_version":1,"documents":2"#));
/// ```
///
/// # Panics
/// Never for the types of this library: strings, numbers and maps with string
/// keys always serialise.
#[must_use]
pub fn line<T: Serialize>(value: &T) -> String {
    let mut json = serde_json::to_string(value).expect("plain data serialises");
    json.push('\n');
    json
}
