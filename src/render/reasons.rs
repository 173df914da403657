//! The parts of a score in words.

use serde_json::{Map, Value};

/// How many parts are named.
const MOST: usize = 3;
/// Parts below this share of the weightiest say nothing.
const LEAST: f64 = 0.05;

/// What the part called `name` is about.
pub(super) fn in_words(name: &str) -> &str {
    match name {
        "tfidf" => "telling words",
        "centrality" => "likeness to the rest",
        "position" | "location" => "its place",
        "section" => "its section",
        "length" => "its length",
        "title" => "words of the title",
        "cue" => "cue words",
        "form" => "figures and punctuation",
        "document" => "its worth in the whole",
        "query" => "words of the query",
        "common" => "words of many documents",
        "support" => "others say it too",
        _ => name,
    }
}

/// The parts with their values, in order of name.
pub(super) fn values(parts: &Map<String, Value>) -> impl Iterator<Item = (&str, f64)> {
    parts.iter().map(|(name, value)| (name.as_str(), value.as_f64().unwrap_or_default()))
}

/// The parts that count most, the weightiest first, with sign:
/// `+1.4 its place, +0.60 its words`.
pub(super) fn sentence(parts: &Map<String, Value>) -> String {
    let mut values: Vec<_> = values(parts).filter(|(_, value)| *value != 0.0).collect();
    values.sort_by(|(_, a), (_, b)| b.abs().total_cmp(&a.abs()));
    let most = values.first().map_or(0.0, |(_, value)| value.abs());
    let told = values.iter().take(MOST).filter(|(_, value)| value.abs() >= LEAST * most);
    let told = told.map(|(name, value)| format!("{} {}", signed(*value), in_words(name)));
    let told = told.collect::<Vec<_>>().join(", ");
    if told.is_empty() { "no part speaks for or against it".into() } else { told }
}

/// `value` with its sign and two digits that count, six decimals at most.
pub(super) fn signed(value: f64) -> String {
    let sign = if value < 0.0 { '\u{2212}' } else { '+' };
    let (value, mut decimals, mut unit) = (value.abs(), 0, 10.0);
    while value < unit && decimals < 6 {
        (decimals, unit) = (decimals + 1, unit / 10.0);
    }
    let decimals = if value == 0.0 { 0 } else { decimals };
    format!("{sign}{value:.decimals$}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_a_sign_and_two_digits() {
        let shown: Vec<_> =
            [12.34, 1.25, -0.756, 0.001_23, 0.0].iter().map(|v| signed(*v)).collect();
        assert_eq!(shown, ["+12", "+1.2", "\u{2212}0.76", "+0.0012", "+0"]);
    }

    #[test]
    fn the_weightiest_parts_come_first_and_trifles_are_left_out() {
        let parts = serde_json::json!({"cue": 0.01, "length": -2.5, "position": 1.5});
        let told = sentence(parts.as_object().unwrap());
        assert_eq!(told, "\u{2212}2.5 its length, +1.5 its place");
        assert_eq!(sentence(&Map::new()), "no part speaks for or against it");
    }
}
