//! The structure that is found in texts of every form, as data: `structure/*.cases`.
//!
//! A case is a head, an input and the units that come out of it, in order:
//!
//! ```text
//! === 2b What the case shows
//! lang: de
//! --- input
//! …
//! --- units
//! # A heading of level 1
//! #? A heading of any level
//! A sentence, with its white space folded
//! ~ A sentence that no summary may hold
//! ~*
//! ```
//!
//! `~*` stands for any number of sentences that no summary may hold. The head
//! may have these lines:
//!
//! - `lang:` the language, `en` where it is not given, or `auto`;
//! - `format:` `text` (the default), `markdown`, `html` or `auto`;
//! - `detected:` the format that `auto` must find;
//! - `html: page` to read the whole page;
//! - `title:` the document's title, or `none`; not looked at where it is not given;
//! - `escapes: yes` for `\t`, `\r`, `\f`, `\n`, `\\` and `\u{2028}`;
//! - `newline: none` for an input without a final line end;
//! - `encoding:` the encoding of the input, UTF-8 where it is not given;
//! - `verbatim: no` where something is dropped inside a sentence of plain text.
//!
//! The cases of `structure/limits.txt` are known to fail, and must.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use common::plain;
use epitome::{Format, HtmlMode, Language, Options, Summarizer, Summary};

/// The cases are numbered from 1 to this.
const NUMBERS: usize = 124;

fn directory() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/structure")
}

#[derive(Debug, Default)]
struct Case {
    id: String,
    title: String,
    head: BTreeMap<String, String>,
    input: String,
    units: Vec<String>,
}

impl Case {
    fn head(&self, key: &str) -> Option<&str> {
        self.head.get(key).map(String::as_str)
    }

    fn format(&self) -> Format {
        match self.head("format").unwrap_or("text") {
            "text" => Format::Text,
            "markdown" => Format::Markdown,
            "html" => Format::Html,
            "auto" => Format::Auto,
            other => panic!("{}: no format: {other}", self.id),
        }
    }

    fn bytes(&self) -> Vec<u8> {
        let Some(label) = self.head("encoding") else {
            return self.input.clone().into_bytes();
        };
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).unwrap();
        let (bytes, _, failed) = encoding.encode(&self.input);
        assert!(!failed, "{}: {label} cannot hold the input", self.id);
        bytes.into_owned()
    }

    fn summary(&self) -> Summary {
        let mut options = Options::default();
        options.output.scores = true;
        options.read.language = match self.head("lang").unwrap_or("en") {
            "auto" => None,
            code => Some(
                Language::from_code(code)
                    .unwrap_or_else(|| panic!("{}: no language: {code}", self.id)),
            ),
        };
        if self.head("html") == Some("page") {
            options.read.html = HtmlMode::Page;
        }
        Summarizer::new(options)
            .unwrap()
            .summarize_bytes(self.bytes(), self.format())
            .unwrap()
    }

    /// What is wrong, a line each; nothing where the case passes.
    fn faults(&self) -> Vec<String> {
        let summary = self.summary();
        let units = units(&summary);
        let mut faults = match matches(&self.units, &units) {
            true => Vec::new(),
            false => difference(&self.units, &units),
        };
        faults.extend(self.offset_faults(&summary));
        if let Some(title) = self.head("title") {
            let found = summary.title.as_deref().unwrap_or("none");
            if found != title {
                faults.push(format!("title: {found}, not {title}"));
            }
        }
        if let Some(format) = self.head("detected") {
            let found = format!("{:?}", summary.source.format).to_lowercase();
            if found != format {
                faults.push(format!("format: {found}, not {format}"));
            }
        }
        faults
    }

    /// Offsets are in order, apart, in bounds and on character boundaries;
    /// those of plain text hold the very sentence.
    fn offset_faults(&self, summary: &Summary) -> Vec<String> {
        let source = self.input.strip_prefix('\u{feff}').unwrap_or(&self.input);
        let verbatim =
            summary.source.format == Format::Text && self.head("verbatim") != Some("no");
        let mut faults = Vec::new();
        let mut last = 0;
        for sentence in summary.sentences.as_ref().unwrap() {
            let start = usize::try_from(sentence.pick.start.unwrap()).unwrap();
            let end = usize::try_from(sentence.pick.end.unwrap()).unwrap();
            let text = &sentence.pick.text;
            match source.get(start..end) {
                None => faults.push(format!("offsets {start}..{end} are none: {text}")),
                Some(_) if start < last || start == end => {
                    faults.push(format!("offsets {start}..{end} after {last}: {text}"));
                }
                Some(piece) if verbatim && plain(piece) != plain(text) => {
                    faults.push(format!("offsets hold {piece:?}, not {text:?}"));
                }
                Some(_) => {}
            }
            last = end;
        }
        faults
    }
}

/// What came out, written as in the cases.
fn units(summary: &Summary) -> Vec<String> {
    let mut units = Vec::new();
    for (index, section) in summary.sections.iter().enumerate() {
        if let Some(heading) = &section.heading {
            units.push(format!(
                "{} {}",
                "#".repeat(section.level.into()),
                plain(heading)
            ));
        }
        let sentences = summary.sentences.iter().flatten();
        for sentence in sentences.filter(|sentence| sentence.pick.section == index) {
            let mark = if sentence.rank.is_some() { "" } else { "~ " };
            units.push(format!("{mark}{}", plain(&sentence.pick.text)));
        }
    }
    units
}

/// Whether a unit is what the case expects.
fn is_unit(expected: &str, unit: &str) -> bool {
    match expected.strip_prefix("#? ") {
        Some(heading) => {
            unit.trim_start_matches('#').strip_prefix(' ') == Some(heading)
                && unit.starts_with('#')
        }
        None => expected == unit,
    }
}

fn matches(expected: &[String], units: &[String]) -> bool {
    match expected.split_first() {
        None => units.is_empty(),
        Some((first, rest)) if first == "~*" => {
            let skipped = units.iter().take_while(|unit| unit.starts_with("~ ")).count();
            (0..=skipped).any(|count| matches(rest, &units[count..]))
        }
        Some((first, rest)) => units
            .split_first()
            .is_some_and(|(unit, behind)| is_unit(first, unit) && matches(rest, behind)),
    }
}

/// The units that differ: `-` is missing, `+` is too much.
fn difference(expected: &[String], units: &[String]) -> Vec<String> {
    let agree = |e: usize, u: usize| is_unit(&expected[e], &units[u]);
    // How many units agree from here on, in order.
    let mut common = vec![vec![0; units.len() + 1]; expected.len() + 1];
    for e in (0..expected.len()).rev() {
        for u in (0..units.len()).rev() {
            common[e][u] = match agree(e, u) {
                true => common[e + 1][u + 1] + 1,
                false => common[e + 1][u].max(common[e][u + 1]),
            };
        }
    }
    let (mut e, mut u) = (0, 0);
    let mut lines = Vec::new();
    while e < expected.len() || u < units.len() {
        if e < expected.len() && u < units.len() && agree(e, u) {
            (e, u) = (e + 1, u + 1);
        } else if u == units.len()
            || e < expected.len() && common[e + 1][u] >= common[e][u + 1]
        {
            // What `~*` stands for may be missing.
            if expected[e] != "~*" {
                lines.push(format!("- {}", expected[e]));
            }
            e += 1;
        } else {
            lines.push(format!("+ {}", units[u]));
            u += 1;
        }
    }
    lines
}

/// The cases of all files.
fn cases() -> Vec<Case> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(directory()).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "cases"));
    paths.sort();
    paths.iter().flat_map(|path| parse(&fs::read_to_string(path).unwrap())).collect()
}

fn parse(file: &str) -> Vec<Case> {
    #[derive(Clone, Copy)]
    enum Part {
        Head,
        Input,
        Units,
    }
    let mut cases: Vec<Case> = Vec::new();
    let mut part = Part::Units;
    for line in file.split('\n') {
        let opening = line
            .strip_prefix("=== ")
            .filter(|behind| behind.starts_with(|c: char| c.is_ascii_digit()));
        if let Some((id, title)) = opening.and_then(|behind| behind.split_once(' ')) {
            cases.push(Case { id: id.into(), title: title.into(), ..Case::default() });
            part = Part::Head;
            continue;
        }
        let Some(case) = cases.last_mut() else { continue };
        match (part, line) {
            (Part::Head, "--- input") => part = Part::Input,
            (Part::Input, "--- units") => part = Part::Units,
            (_, "") if !matches!(part, Part::Input) => {}
            (Part::Head, line) => {
                let (key, value) = line
                    .split_once(": ")
                    .unwrap_or_else(|| panic!("{}: bad head: {line}", case.id));
                case.head.insert(key.into(), value.trim().into());
            }
            (Part::Input, line) => {
                case.input += line;
                case.input += "\n";
            }
            (Part::Units, line) => case.units.push(line.into()),
        }
    }
    for case in &mut cases {
        if case.head("newline") == Some("none") {
            case.input.pop();
        }
        if case.head("escapes") == Some("yes") {
            case.input = unescaped(&case.input);
            case.units = case.units.iter().map(|unit| unescaped(unit)).collect();
        }
    }
    cases
}

fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('\\') {
        out += before;
        let escape = behind.chars().next().unwrap();
        let length = match escape {
            'u' => behind.find('}').unwrap() + 1,
            _ => escape.len_utf8(),
        };
        out.push(match escape {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'f' => '\u{c}',
            '\\' => '\\',
            'u' => {
                let code = u32::from_str_radix(&behind[2..length - 1], 16).unwrap();
                char::from_u32(code).unwrap()
            }
            other => panic!("no escape: {other}"),
        });
        rest = &behind[length..];
    }
    out + rest
}

/// The cases of `limits.txt`.
fn limits() -> BTreeSet<String> {
    let file = fs::read_to_string(directory().join("limits.txt")).unwrap();
    let lines = file.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_whitespace().next()).map(String::from).collect()
}

/// The cases whose input is too large or too odd for a file.
fn made() -> Vec<(&'static str, &'static str, Vec<String>)> {
    vec![
        ("58", "Five megabytes in one line, of sentences", one_line()),
        ("58b", "Five megabytes in one line, of one word", one_word()),
        ("124", "Next to nothing", next_to_nothing()),
        ("124b", "Bytes that are no text", no_text()),
    ]
}

fn count(text: impl Into<Vec<u8>>, format: Format) -> Result<usize, epitome::Error> {
    let mut options = Options::default();
    options.output.scores = true;
    options.read.language = Language::from_code("en");
    let summary = Summarizer::new(options)?.summarize_bytes(text.into(), format)?;
    Ok(summary.sections.iter().filter(|section| section.heading.is_some()).count()
        + summary.sentences.unwrap().len())
}

/// Sentences of `bytes` in one line, and how many.
fn long_line(bytes: usize) -> (String, usize) {
    let mut line = String::new();
    let mut sentences = 0;
    while line.len() < bytes {
        sentences += 1;
        line += &format!(
            "Boat {sentences} came in with herring, cod and {sentences} crabs. "
        );
    }
    (line, sentences)
}

fn one_line() -> Vec<String> {
    let (line, sentences) = long_line(5_000_000);
    let units = count(line, Format::Text).unwrap();
    Vec::from_iter(
        (units != sentences).then(|| format!("{units} units, not {sentences}")),
    )
}

fn one_word() -> Vec<String> {
    let units = count("x".repeat(5_000_000), Format::Text).unwrap();
    Vec::from_iter((units != 1).then(|| format!("{units} units, not 1")))
}

fn next_to_nothing() -> Vec<String> {
    let word = "x".repeat(100_000);
    let inputs = [
        ("nothing", "", 0..=0),
        ("white space", " \t\r\n\n \u{2028}\u{a0}\n", 0..=0),
        ("a byte-order mark", "\u{feff}", 0..=0),
        ("punctuation", "?! … — ( . ) ; :", 0..=1),
        ("a full stop", ".", 0..=1),
        ("rules", "---\n***\n===\n", 0..=1),
        ("a zero-width space", "\u{200b}", 0..=1),
        ("one long word", word.as_str(), 1..=1),
    ];
    let mut faults = Vec::new();
    for format in [Format::Text, Format::Markdown, Format::Html] {
        for (name, text, expected) in &inputs {
            let units = count(*text, format).unwrap();
            if !expected.contains(&units) {
                faults.push(format!("{name} as {format:?}: {units} units"));
            }
        }
    }
    faults
}

/// An error is as good as an answer here; a panic is not.
fn no_text() -> Vec<String> {
    let inputs: [&[u8]; 5] = [
        b"\xff\xfe", b"\xed\xa0\x80", b"\xc3", b"\xf5\xf6\xf7\xf8",
        b"\x80\xbf\xfe\xfd\xff",
    ];
    let mut faults = Vec::new();
    for format in [Format::Text, Format::Markdown, Format::Html] {
        for bytes in inputs {
            let units = count(bytes, format).unwrap_or(0);
            if units > 1 {
                faults.push(format!("{bytes:x?} as {format:?}: {units} units"));
            }
        }
    }
    faults
}

/// `2b` belongs to number 2.
fn number(id: &str) -> usize {
    id.trim_end_matches(|c: char| c.is_ascii_lowercase())
        .parse()
        .unwrap_or_else(|_| panic!("no number: {id}"))
}

#[test]
fn every_number_has_a_case_and_every_case_its_own_name() {
    let mut ids: Vec<String> = cases().into_iter().map(|case| case.id).collect();
    ids.extend(["58", "58b", "124", "124b"].map(String::from));
    let unique: BTreeSet<&String> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len(), "two cases have one name");
    let numbers: BTreeSet<usize> = ids.iter().map(|id| number(id)).collect();
    let missing: Vec<usize> = (1..=NUMBERS).filter(|n| !numbers.contains(n)).collect();
    assert!(missing.is_empty(), "no case for {missing:?}");
    let unknown: Vec<String> =
        limits().into_iter().filter(|id| !unique.contains(id)).collect();
    assert!(unknown.is_empty(), "limits.txt names what is no case: {unknown:?}");
}

#[test]
fn texts_have_the_structure_that_a_reader_sees() {
    let mut results: Vec<(String, String, Vec<String>)> = cases()
        .iter()
        .map(|case| (case.id.clone(), case.title.clone(), case.faults()))
        .collect();
    let made = made().into_iter();
    results.extend(made.map(|(id, title, faults)| (id.into(), title.into(), faults)));
    results.sort_by_key(|(id, _, _)| (number(id), id.clone()));

    let limits = limits();
    let mut report = String::new();
    let mut failed: BTreeSet<usize> = BTreeSet::new();
    for (id, title, faults) in &results {
        if !faults.is_empty() {
            failed.insert(number(id));
        }
        match (faults.is_empty(), limits.contains(id)) {
            (true, false) | (false, true) => {}
            (true, true) => {
                report +=
                    &format!("\n{id} {title}\n  passes: take it out of limits.txt\n");
            }
            (false, false) => {
                report += &format!("\n{id} {title}\n");
                for fault in faults {
                    report += &format!("  {fault}\n");
                }
            }
        }
    }
    let passed = NUMBERS - failed.len();
    assert!(
        report.is_empty(),
        "{passed} of {NUMBERS} numbers pass; {failed:?} do not\n{report}"
    );
}
