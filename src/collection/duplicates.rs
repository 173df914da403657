//! Sentences that say nearly the same, found in linear time.
//!
//! Each sentence, as the set of its terms, gets a `MinHash` signature (Broder,
//! "On the resemblance and containment of documents", 1997), whose bands are
//! keys of a table (Indyk and Motwani, 1998). Only the first sentence of a
//! cluster is in the table; one that meets it there and shares enough terms
//! with it joins its cluster, so that no chain of small differences grows.

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use super::Collection;
use crate::document::Sentence;
use crate::parallel;
use crate::score::Scores;
use crate::terms::{TermId, Terms};

/// What share of all their terms two sentences have in common (Jaccard) when
/// they say nearly the same.
const ALIKE: f64 = 0.7;

/// Sentences at the limit of [`ALIKE`] meet in one band at least with a
/// probability of 0.97.
const BANDS: usize = 8;
const ROWS: usize = 3;

/// The clusters of a collection.
#[derive(Debug)]
pub(crate) struct Duplicates {
    /// For each sentence the first one of its cluster.
    leaders: Vec<u32>,
    /// For each sentence in how many documents its cluster stands.
    documents: Vec<u32>,
}

impl Duplicates {
    /// The clusters of the sentences that may be chosen; any other is alone.
    pub fn new(collection: &Collection<'_>) -> Self {
        let Collection { sentences, terms, .. } = collection;
        let mut leaders: Vec<u32> = (0..sentences.len() as u32).collect();
        let keys = parallel::map(sentences.len(), |index| bands(terms.of(index)));
        let mut table: HashMap<(usize, u64), u32, FixedState> = HashMap::default();
        let mut compare = Comparison::new(terms);
        for (index, keys) in keys.into_iter().enumerate() {
            if !sentences[index].candidate || terms.of(index).is_empty() {
                continue;
            }
            let met = |at: usize| table.get(&(at, keys[at])).copied();
            let leader =
                (0..BANDS).find_map(|at| met(at).filter(|l| compare.alike(*l, index)));
            match leader {
                Some(leader) => leaders[index] = leader,
                None => (0..BANDS).for_each(|at| {
                    table.entry((at, keys[at])).or_insert(index as u32);
                }),
            }
        }
        let documents = documents(&leaders, sentences);
        Duplicates { leaders, documents }
    }

    /// How far each sentence is borne out: 0 where one document alone says it,
    /// ½ where two do, ⅔ where three do.
    pub fn support(&self) -> Vec<f64> {
        self.documents.iter().map(|count| 1.0 - 1.0 / f64::from(*count)).collect()
    }

    /// The sentences, of which the best of each cluster alone may be chosen.
    pub fn best_alone(&self, sentences: &[Sentence], scores: &Scores) -> Vec<Sentence> {
        let mut best: Vec<u32> = (0..sentences.len() as u32).collect();
        for (index, leader) in self.leaders.iter().enumerate() {
            let held = &mut best[*leader as usize];
            if scores.of(index) > scores.of(*held as usize) {
                *held = index as u32;
            }
        }
        let alone = |(index, sentence): (usize, &Sentence)| {
            let is_best = best[self.leaders[index] as usize] == index as u32;
            Sentence { candidate: sentence.candidate && is_best, ..*sentence }
        };
        sentences.iter().enumerate().map(alone).collect()
    }
}

/// For each sentence the number of documents in its cluster.
fn documents(leaders: &[u32], sentences: &[Sentence]) -> Vec<u32> {
    let mut counts = vec![0; leaders.len()];
    let mut last = vec![u32::MAX; leaders.len()];
    for (leader, sentence) in leaders.iter().zip(sentences) {
        let leader = *leader as usize;
        counts[leader] += u32::from(last[leader] != sentence.section);
        last[leader] = sentence.section;
    }
    leaders.iter().map(|leader| counts[*leader as usize]).collect()
}

/// The keys of a set of terms, one for each band.
fn bands(ids: &[TermId]) -> [u64; BANDS] {
    let mut least = [u64::MAX; BANDS * ROWS];
    for id in ids {
        let mut hash = mixed(u64::from(*id));
        for least in &mut least {
            hash = mixed(hash);
            *least = hash.min(*least);
        }
    }
    let key = |rows: &[u64]| rows.iter().fold(0, |key, row| mixed(key ^ row));
    std::array::from_fn(|band| key(&least[band * ROWS..(band + 1) * ROWS]))
}

/// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
fn mixed(value: u64) -> u64 {
    let mut mixed = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// Compares sentences by their sets of terms.
struct Comparison<'a> {
    terms: &'a Terms,
    /// For each term the comparison that last met it, and on which side.
    met: Vec<u64>,
    comparisons: u64,
}

impl<'a> Comparison<'a> {
    fn new(terms: &'a Terms) -> Self {
        Comparison { terms, met: vec![0; terms.count()], comparisons: 0 }
    }

    /// Whether two sentences share enough of their terms. Takes time in
    /// proportion to the second alone.
    fn alike(&mut self, leader: u32, index: usize) -> bool {
        let (a, b) = (self.terms.of(leader as usize), self.terms.of(index));
        let (short, long) = (a.len().min(b.len()), a.len().max(b.len()));
        if (short as f64) < long as f64 * ALIKE / 2.0 {
            return false;
        }
        self.comparisons += 2;
        let (of_a, of_both) = (self.comparisons, self.comparisons + 1);
        let mut all = 0;
        for id in a {
            let met = &mut self.met[*id as usize];
            all += u32::from(*met != of_a);
            *met = of_a;
        }
        let mut shared = 0;
        for id in b {
            let met = &mut self.met[*id as usize];
            shared += u32::from(*met == of_a);
            all += u32::from(*met != of_a && *met != of_both);
            *met = of_both;
        }
        f64::from(shared) >= ALIKE * f64::from(all)
    }
}
