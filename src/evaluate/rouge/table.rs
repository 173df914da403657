//! A report as a table for people.

use super::report::{Estimate, Measures, Report, Row};

/// The width of a figure with its interval: `+10.5 [+10.0 +11.0]` and a gap.
const CELL: usize = 21;

/// The report as text: for each set and for their mean, a line for each
/// chooser, in hundredths, with 95 % intervals in brackets. Differences (Δ)
/// are to the first chooser.
///
/// ```
/// use epitome::{Method, evaluate::rouge::{Chooser, Set, Settings, report, table}};
/// let line = r#"{"lang": "en", "text": "The ferry sank. It was old.", "references": ["A ferry sank."]}"#;
/// let choosers = vec![Chooser::Method(Method::Lead), Chooser::Oracle];
/// let report = report(&[Set::parse("sea", line)?], &Settings { choosers, ..Settings::default() })?;
/// assert!(table(&report).starts_with("sea: 1 documents, at most 3 words"));
/// # Ok::<(), epitome::Error>(())
/// ```
#[must_use]
pub fn table(report: &Report) -> String {
    let mut out = String::new();
    for set in &report.sets {
        let summaries = match set.summaries == set.documents {
            true => String::new(),
            false => format!("{} sections of ", set.summaries),
        };
        let title = format!(
            "{}: {summaries}{} documents, at most {} words",
            set.set, set.documents, set.words
        );
        rows(&title, &set.methods, &mut out);
    }
    if report.sets.len() > 1 {
        rows(&format!("mean of {} sets", report.sets.len()), &report.mean, &mut out);
    }
    out
}

fn rows(title: &str, rows: &[Row], out: &mut String) {
    let Some(first) = rows.first() else { return };
    let width = rows.iter().map(|row| row.method.len()).max().unwrap_or(0);
    let heads = |mark: &str| {
        let names = ["ROUGE-1", "ROUGE-2", "ROUGE-L"];
        names.map(|name| format!("{:<CELL$}", format!("{mark}{name}"))).concat()
    };
    let mut line = |text: String| {
        out.push_str(text.trim_end());
        out.push('\n');
    };
    line(format!("{title} (Δ: less {})", first.method));
    line(format!("  {:width$}  {}dangling  {}", "", heads(""), heads("Δ")));
    for row in rows {
        line(format!(
            "  {:width$}  {}{:>6.1} %  {}",
            row.method,
            cells(&row.f1, |value| format!("{value:.1}")),
            100.0 * row.dangling,
            row.difference.map_or(String::new(), |difference| {
                cells(&difference, |value| format!("{value:+.1}"))
            }),
        ));
    }
    out.push('\n');
}

/// The three measures side by side, each number in hundredths as `show` has it.
fn cells(measures: &Measures, show: impl Fn(f64) -> String) -> String {
    let cell = |Estimate { mean, low, high }: Estimate| {
        let [mean, low, high] = [mean, low, high].map(|value| show(100.0 * value));
        format!("{:<CELL$}", format!("{mean} [{low} {high}]"))
    };
    [measures.rouge1, measures.rouge2, measures.rouge_l].map(cell).concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::rouge::SetReport;

    #[test]
    fn figures_are_in_hundredths_and_differences_have_signs() {
        let same = |mean| Estimate { mean, low: mean, high: mean };
        let measures =
            |at| Measures { rouge1: same(at), rouge2: same(at), rouge_l: same(at) };
        let row = |method: &str, mean: f64, difference: Option<f64>| Row {
            method: method.into(),
            f1: measures(mean),
            dangling: 0.25,
            difference: difference.map(measures),
        };
        let set = SetReport {
            set: "news".into(),
            documents: 2,
            summaries: 5,
            words: 45,
            methods: vec![row("lead", 0.5, None), row("tfidf", 0.4, Some(-0.1))],
        };
        let sets = vec![set];
        let shown =
            table(&Report { stemmed: true, resamples: 1, sets, mean: Vec::new() });
        let lines: Vec<_> = shown.lines().collect();
        assert_eq!(
            lines[0],
            "news: 5 sections of 2 documents, at most 45 words (Δ: less lead)"
        );
        assert!(lines[2].starts_with("  lead   50.0 [50.0 50.0]"));
        assert!(lines[2].ends_with("25.0 %"));
        assert!(lines[3].ends_with("-10.0 [-10.0 -10.0]"));
    }
}
