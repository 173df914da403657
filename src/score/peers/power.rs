//! PageRank by power iteration, on a graph that is known only by what it does
//! to a vector (Brin and Page, "The anatomy of a large-scale hypertextual web
//! search engine", 1998).

/// The share of its score that a sentence has from its neighbours.
const DAMPING: f64 = 0.85;
/// Iteration ends when scores, which are 1 on average, move less than this.
const TOLERANCE: f64 = 1e-6;
/// 0.85 to this power is below the tolerance, so the bound is never the reason.
const MOST_ROUNDS: usize = 100;

/// The score of each node: 0.15, and 0.85 of what its neighbours hand on, each
/// its own score in proportion to its edges. `flow` multiplies a vector by the
/// weights of the edges, which are symmetric.
pub(super) fn rank(nodes: usize, flow: impl Fn(&[f64]) -> Vec<f64>) -> Vec<f64> {
    let degrees = flow(&vec![1.0; nodes]);
    let mut scores = vec![1.0; nodes];
    for _ in 0..MOST_ROUNDS {
        let handed_on = |(score, degree): (&f64, &f64)| match *degree > 0.0 {
            true => score / degree,
            false => 0.0,
        };
        let shares: Vec<f64> = scores.iter().zip(&degrees).map(handed_on).collect();
        let mut moved = 0.0;
        for (score, received) in scores.iter_mut().zip(flow(&shares)) {
            let next = 1.0 - DAMPING + DAMPING * received;
            moved += (next - *score).abs();
            *score = next;
        }
        if moved <= TOLERANCE * nodes as f64 {
            break;
        }
    }
    scores
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_a_star_ranks_highest_and_ranks_keep_their_sum() {
        let ranks = rank(4, |v| vec![v[1] + v[2] + v[3], v[0], v[0], v[0]]);
        assert!(ranks[1..].iter().all(|rank| *rank < ranks[0]));
        assert!((ranks.iter().sum::<f64>() - 4.0).abs() < 1e-4);
    }

    #[test]
    fn a_node_without_edges_has_the_least() {
        let ranks = rank(3, |v| vec![v[1], v[0], 0.0]);
        assert!((ranks[2] - 0.15).abs() < 1e-9 && (ranks[0] - 1.0).abs() < 1e-9);
    }
}
