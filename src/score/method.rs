//! The methods, by name.

use super::{Scorer, lead, model, peers, random, tfidf};
use crate::terms::Context;

/// How sentences are scored.
///
/// | method | chooses | use it for |
/// |---|---|---|
/// | `epitome` | by terms, position and length together | anything: the default |
/// | `tfidf` | sentences dense in the document's own terms | finding what is specific |
/// | `lead` | the first sentences | a baseline; strong on news |
/// | `centroid` | those with most of the text's important terms | many short texts on one thing |
/// | `lexrank` | those most like many others that are so too | papers, speech |
/// | `lexrank-threshold` | the same, but two sentences are either alike or not | comparing with LexRank as published |
/// | `textrank` | those that share terms with many others that do so too | reports; long sentences |
/// | `textrank-bm25` | the same, with rare terms weighing more | papers, speech |
/// | `reduction` | as `textrank`, without its iteration | a quick `textrank` |
/// | `lsa` | those that say most about the strongest topics | texts with several topics |
/// | `luhn` | those with frequent words close together | technical text |
/// | `sumbasic` | short ones with the frequent words, once each | breadth in few words |
/// | `kl` | a set with its terms distributed as in the text | breadth at length |
/// | `edmundson` | by cue words, title words and position | papers and news with headings |
/// | `directed` | those that later sentences build on | news, papers; not speech |
/// | `random` | a fixed random sample | a baseline to beat |
///
/// All but `epitome` and the baselines are the methods of other summarisers,
/// each as its own paper has it, so that one tool can compare them.
///
/// ```
/// use epitome::{Budget, Method, Options, Summarizer};
/// let mut options = Options::default();
/// options.score.method = Method::Lead;
/// options.select.overall = Budget::sentences(1);
/// let summary = Summarizer::new(options)?.summarize("Rain fell. The river Arle rose.")?;
/// assert_eq!(summary.overall.sentences[0].text, "Rain fell.");
/// assert_eq!(summary.method, Method::Lead.name());
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Method {
    /// Centrality, position, length, title and form, with weights fitted to summaries that
    /// people wrote (`corpus/model.json`).
    #[default]
    Epitome,
    /// The mean TF-ISF weight of the sentence's terms.
    Tfidf,
    /// The first sentences.
    Lead,
    /// Sentences with the text's important terms (Radev and others, 2004).
    Centroid,
    /// PageRank over cosines (Erkan and Radev, 2004).
    LexRank,
    /// PageRank over the pairs of cosine above 0.1 (Erkan and Radev, 2004).
    LexRankThreshold,
    /// PageRank over shared terms (Mihalcea and Tarau, 2004).
    TextRank,
    /// The same with BM25 as weights (Barrios and others, 2016).
    TextRankBm25,
    /// The sum of a sentence's similarities to all others.
    Reduction,
    /// Latent semantic analysis (Steinberger and Ježek, 2004).
    Lsa,
    /// Clusters of significant words (Luhn, 1958).
    Luhn,
    /// Frequent words, each once (Nenkova and Vanderwende, 2005).
    SumBasic,
    /// Terms distributed as in the text (Haghighi and Vanderwende, 2009).
    Kl,
    /// Cue words, title words and location (Edmundson, 1969).
    Edmundson,
    /// Likeness to what follows, not to what came before (Zheng and Lapata, 2019).
    Directed,
    /// A random sample, the same on every run.
    Random,
}

impl Method {
    /// Every method.
    pub const ALL: [Method; 16] = [
        Method::Epitome,
        Method::Tfidf,
        Method::Lead,
        Method::Centroid,
        Method::LexRank,
        Method::LexRankThreshold,
        Method::TextRank,
        Method::TextRankBm25,
        Method::Reduction,
        Method::Lsa,
        Method::Luhn,
        Method::SumBasic,
        Method::Kl,
        Method::Edmundson,
        Method::Directed,
        Method::Random,
    ];

    /// Its name on the command line and in the JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Method::Epitome => "epitome",
            Method::Tfidf => "tfidf",
            Method::Lead => "lead",
            Method::Centroid => "centroid",
            Method::LexRank => "lexrank",
            Method::LexRankThreshold => "lexrank-threshold",
            Method::TextRank => "textrank",
            Method::TextRankBm25 => "textrank-bm25",
            Method::Reduction => "reduction",
            Method::Lsa => "lsa",
            Method::Luhn => "luhn",
            Method::SumBasic => "sumbasic",
            Method::Kl => "kl",
            Method::Edmundson => "edmundson",
            Method::Directed => "directed",
            Method::Random => "random",
        }
    }

    /// How strongly a sentence is penalised for repeating what is already chosen, unless
    /// the caller says. The other methods do not avoid repetition, or do so themselves.
    #[must_use]
    pub(crate) fn redundancy(self) -> f64 {
        match self {
            Method::Epitome => 1.0,
            _ => 0.0,
        }
    }

    /// What it reads of the words around terms.
    #[must_use]
    pub(crate) fn context(self) -> Context {
        Context { gaps: self == Method::Luhn, pairs: self == Method::Epitome }
    }

    /// Whether it looks at the words of headings.
    #[must_use]
    pub(crate) fn reads_headings(self) -> bool {
        self == Method::Edmundson
    }

    /// The scorer that it names.
    #[must_use]
    pub(crate) fn scorer(self) -> &'static dyn Scorer {
        match self {
            Method::Epitome => &model::Model,
            Method::Tfidf => &tfidf::Tfidf,
            Method::Lead => &lead::Lead,
            Method::Centroid => &peers::CENTROID,
            Method::LexRank => &peers::LEXRANK,
            Method::LexRankThreshold => &peers::LEXRANK_THRESHOLD,
            Method::TextRank => &peers::TEXTRANK,
            Method::TextRankBm25 => &peers::TEXTRANK_BM25,
            Method::Reduction => &peers::REDUCTION,
            Method::Lsa => &peers::LSA,
            Method::Luhn => &peers::Luhn,
            Method::SumBasic => &peers::SUMBASIC,
            Method::Kl => &peers::KL,
            Method::Edmundson => &peers::Edmundson,
            Method::Directed => &peers::Directed,
            Method::Random => &random::Random,
        }
    }
}
