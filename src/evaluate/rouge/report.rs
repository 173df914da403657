//! What was measured, as plain data that serialises to JSON.

use serde::Serialize;

use super::bootstrap::{RESAMPLES, interval};
use super::measure::{Measured, Settings, Standing, measure};
use super::records::Set;
use super::text::Figures;
use crate::error::Result;

/// The figures of every set and their mean.
///
/// ```
/// use epitome::evaluate::rouge::{Set, Settings, report};
/// let line = r#"{"lang": "en", "text": "The ferry sank. It was old.", "references": ["A ferry sank."]}"#;
/// let report = report(&[Set::parse("sea", line)?], &Settings::default())?;
/// assert_eq!(report.sets.len(), 1);
/// assert_eq!(report.mean[0].method, "epitome");
/// println!("{}", serde_json::to_string_pretty(&report).unwrap());
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// Whether words count as equal when their stems are.
    pub stemmed: bool,
    /// How many resamples the intervals come from.
    pub resamples: usize,
    /// The sets in order; those without references for it are left out.
    pub sets: Vec<SetReport>,
    /// The mean over sets, each counting the same.
    pub mean: Vec<Row>,
}

/// The figures of one set.
///
/// ```
/// use epitome::evaluate::rouge::{Set, Settings, report};
/// let line = r#"{"lang": "en", "text": "The ferry sank. It was old.", "references": ["A ferry sank."]}"#;
/// let report = report(&[Set::parse("sea", line)?], &Settings::default())?;
/// let set = &report.sets[0];
/// assert_eq!((set.documents, set.summaries, set.words), (1, 1, 3));
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SetReport {
    /// Its name.
    pub set: String,
    /// How many documents it has.
    pub documents: usize,
    /// How many summaries are judged: one a document, or one a section.
    pub summaries: usize,
    /// The budget of each summary in words.
    pub words: usize,
    /// The figures, chooser by chooser.
    pub methods: Vec<Row>,
}

/// The figures of one chooser.
///
/// ```
/// use epitome::evaluate::rouge::{Set, Settings, report};
/// let line = r#"{"lang": "en", "text": "The ferry sank. It was old.", "references": ["A ferry sank."]}"#;
/// let report = report(&[Set::parse("sea", line)?], &Settings::default())?;
/// for row in &report.mean {
///     println!("{:18} {:.3} {:?}", row.method, row.f1.rouge1.mean, row.difference);
/// }
/// assert!(report.mean[0].difference.is_none());
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// Its name.
    pub method: String,
    /// Its F1.
    #[serde(flatten)]
    pub f1: Measures,
    /// The share of the chosen sentences that dangle, from 0 to 1.
    pub dangling: f64,
    /// Its F1 less that of the first chooser, paired; `None` for the first.
    pub difference: Option<Measures>,
}

/// One estimate for each measure.
///
/// ```
/// use epitome::evaluate::rouge::{Estimate, Measures};
/// let same = Estimate { mean: 0.4, low: 0.38, high: 0.42 };
/// let f1 = Measures { rouge1: same, rouge2: Estimate { mean: 0.2, low: 0.19, high: 0.22 }, rouge_l: same };
/// assert!(serde_json::to_string(&f1).unwrap().contains(r#""rougeL":{"mean":0.4"#));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Measures {
    /// ROUGE-1.
    pub rouge1: Estimate,
    /// ROUGE-2.
    pub rouge2: Estimate,
    /// ROUGE-Lsum.
    #[serde(rename = "rougeL")]
    pub rouge_l: Estimate,
}

/// A mean with the interval that holds 95 % of its resamples. Of F1 from 0 to
/// 1, of differences from -1 to 1.
///
/// ```
/// use epitome::evaluate::rouge::Estimate;
/// let difference = Estimate { mean: 0.012, low: 0.004, high: 0.02 };
/// let is_better = difference.low > 0.0;
/// assert!(is_better);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Estimate {
    /// The mean.
    pub mean: f64,
    /// The lower end of the interval.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// Measures every chooser of `settings` on every set.
///
/// # Errors
/// [`Error::Record`](crate::Error::Record) if a record cannot be read.
///
/// ```
/// use epitome::evaluate::rouge::{Set, Settings, report};
/// let set = Set::parse("sea", r#"{"lang": "en", "text": "The ferry sank. It was old.",
///     "references": [["A ferry sank."]]}"#.replace('\n', " ").as_str())?;
/// let report = report(&[set], &Settings::default())?;
/// assert_eq!(report.sets[0].words, 3);
/// # Ok::<(), epitome::Error>(())
/// ```
pub fn report(sets: &[Set], settings: &Settings) -> Result<Report> {
    let mut measured = Vec::new();
    for set in sets {
        measured.extend(measure(set, settings)?.map(|found| (set.name.clone(), found)));
    }
    let all: Vec<&Measured> = measured.iter().map(|(_, found)| found).collect();
    let mean = rows(settings, &mean_of(&all));
    let set_report = |(set, found): (String, Measured)| SetReport {
        set,
        documents: found.documents,
        summaries: found.summaries,
        words: found.words,
        methods: rows(settings, &found.choosers),
    };
    let sets = measured.into_iter().map(set_report).collect();
    Ok(Report { stemmed: settings.stem, resamples: RESAMPLES, sets, mean })
}

/// The mean of each chooser over sets, resample by resample.
fn mean_of(sets: &[&Measured]) -> Vec<Standing> {
    let choosers = sets.first().map_or(0, |set| set.choosers.len());
    let mean = |values: &mut dyn Iterator<Item = Figures>| {
        let mut sum = [0.0; 3];
        values.for_each(|figures| (0..3).for_each(|at| sum[at] += figures[at]));
        sum.map(|sum| sum / sets.len() as f64)
    };
    let standing = |at: usize| {
        let mut each = sets.iter().map(|set| &set.choosers[at]);
        let dangling = each.clone().map(|one| one.dangling).sum::<f64>();
        let resample =
            |number: usize| mean(&mut each.clone().map(|one| one.resampled[number]));
        Standing {
            resampled: (0..RESAMPLES).map(resample).collect(),
            mean: mean(&mut each.by_ref().map(|one| one.mean)),
            dangling: dangling / sets.len() as f64,
        }
    };
    (0..choosers).map(standing).collect()
}

fn rows(settings: &Settings, standings: &[Standing]) -> Vec<Row> {
    let Some(first) = standings.first() else { return Vec::new() };
    let less = |one: &Figures, other: &Figures| {
        [one[0] - other[0], one[1] - other[1], one[2] - other[2]]
    };
    let difference = |one: &Standing| {
        let pairs = one.resampled.iter().zip(&first.resampled);
        let resampled: Vec<Figures> =
            pairs.map(|(one, first)| less(one, first)).collect();
        Measures::new(less(&one.mean, &first.mean), &resampled)
    };
    let row = |(at, one): (usize, &Standing)| Row {
        method: settings.choosers[at].to_string(),
        f1: Measures::new(one.mean, &one.resampled),
        dangling: rounded(one.dangling),
        difference: (at > 0).then(|| difference(one)),
    };
    standings.iter().enumerate().map(row).collect()
}

impl Measures {
    fn new(mean: Figures, resampled: &[Figures]) -> Self {
        let estimate = |at: usize| {
            let (low, high) = interval(resampled.iter().map(|one| one[at]).collect());
            Estimate { mean: rounded(mean[at]), low: rounded(low), high: rounded(high) }
        };
        Measures { rouge1: estimate(0), rouge2: estimate(1), rouge_l: estimate(2) }
    }
}

/// Six decimals: more than the measure is worth.
fn rounded(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}
