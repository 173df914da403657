//! The project's own corpus: articles with their gold.

#![allow(dead_code, reason = "each test uses a part of it")]

pub mod shapes;

use std::fs;
use std::path::{Path, PathBuf};

use epitome::{Options, Summarizer, Summary, read};
use serde::Deserialize;

/// The gold of one article (`NAME.gold.json`).
#[derive(Debug, Deserialize)]
pub struct Gold {
    pub language: String,
    pub title: Option<String>,
    pub sections: Vec<GoldSection>,
    /// A person's summary of the whole, sentence by sentence.
    pub summary: Vec<String>,
}

/// A section's gold.
#[derive(Debug, Deserialize)]
pub struct GoldSection {
    pub heading: Option<String>,
    pub level: u8,
    pub sentences: Vec<String>,
    pub summary: Vec<String>,
}

/// An article.
#[derive(Debug)]
pub struct Article {
    pub path: PathBuf,
    pub bytes: Vec<u8>,
    pub gold: Gold,
}

/// Every article of the corpus, in order of name.
pub fn articles() -> Vec<Article> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/articles");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.retain(|path| path.extension().is_some_and(|extension| extension != "json"));
    paths.into_iter().map(article).collect()
}

fn article(path: PathBuf) -> Article {
    let gold = fs::read(path.with_extension("gold.json")).unwrap();
    let gold =
        serde_json::from_slice(&gold).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    Article { bytes: fs::read(&path).unwrap(), gold, path }
}

/// The summary of an article, with every sentence's score.
pub fn summary(article: &Article) -> Summary {
    let mut options = Options::default();
    options.output.scores = true;
    let mut summarizer = Summarizer::new(options).unwrap();
    summarizer
        .summarize_bytes(article.bytes.clone(), read::by_extension(&article.path))
        .unwrap()
}

/// `text` with every run of white space as one space.
pub fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
