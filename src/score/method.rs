//! The methods by name.

use super::{Scorer, lead, model, peers, random, tfidf};

/// The methods by name.
///
/// | method | chooses | use it for |
/// |---|---|---|
/// | `epitome` | by terms, place and length together | anything: the default |
/// | `tfidf` | sentences dense in the document's own terms | finding what is specific |
/// | `lead` | the first sentences | a baseline; strong on news |
/// | `centroid` | those that hold most of the text's weighty terms | many short texts on one thing |
/// | `lexrank` | those most like many others that are so, too | papers, speech |
/// | `lexrank-threshold` | the same, with likeness a yes or no | comparing with LexRank as published |
/// | `textrank` | those that share terms with many others that do so, too | reports; long sentences |
/// | `textrank-bm25` | the same, with rare terms weighing more | papers, speech |
/// | `reduction` | as `textrank`, without its rounds | a quick `textrank` |
/// | `lsa` | those that say most of the strongest topics | texts with several topics |
/// | `luhn` | those with frequent words close together | technical text |
/// | `sumbasic` | short ones that say the frequent words once each | breadth in few words |
/// | `kl` | a set whose terms are spread as the text's are | breadth at length |
/// | `edmundson` | by cue words, title words and place | papers and news with headings |
/// | `directed` | those that what follows builds on | news, papers; not speech |
/// | `random` | by a fixed lot | a baseline to be beaten |
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
    /// Centrality, place, length, title and form, weighed as summaries that
    /// people wrote have it (`corpus/model.json`).
    #[default]
    Epitome,
    /// The mean TF-ISF weight of the sentence's terms.
    Tfidf,
    /// The first sentences.
    Lead,
    /// Sentences that hold the text's weighty terms (Radev and others, 2004).
    Centroid,
    /// PageRank over cosines (Erkan and Radev, 2004).
    LexRank,
    /// PageRank over the pairs of cosine above 0.1 (Erkan and Radev, 2004).
    LexRankThreshold,
    /// PageRank over shared terms (Mihalcea and Tarau, 2004).
    TextRank,
    /// The same with BM25 as weights (Barrios and others, 2016).
    TextRankBm25,
    /// The sum of a sentence's ties to all others.
    Reduction,
    /// Latent semantic analysis (Steinberger and Ježek, 2004).
    Lsa,
    /// Clusters of significant words (Luhn, 1958).
    Luhn,
    /// Frequent words, each said once (Nenkova and Vanderwende, 2005).
    SumBasic,
    /// Terms spread as in the text (Haghighi and Vanderwende, 2009).
    Kl,
    /// Cue words, title words and location (Edmundson, 1969).
    Edmundson,
    /// Likeness to what follows, not to what came before (Zheng and Lapata, 2019).
    Directed,
    /// Sentences by lot; the lot is the same on every run.
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

    /// How strongly a sentence is held back for repeating what is chosen
    /// already, where the caller does not say. The other methods know no such
    /// thing, or see to it themselves.
    #[must_use]
    pub(crate) fn redundancy(self) -> f64 {
        match self {
            Method::Epitome => 1.0,
            _ => 0.0,
        }
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
