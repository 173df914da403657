//! The union of longest common subsequences, which ROUGE-Lsum is made of (Lin,
//! 2004, section 3.2).

use super::tokens::Token;

/// The tokens of the sentence `reference` that stand in its longest common
/// subsequence with one of `sentences` or another.
///
/// Of several longest ones it is the one that `rouge-score` reads out, so that
/// the figures are the same.
pub(super) fn union(reference: &[Token], sentences: &[Vec<Token>]) -> Vec<Token> {
    let mut is_common = vec![false; reference.len()];
    let mut table = Vec::new();
    for sentence in sentences {
        mark(reference, sentence, &mut table, &mut is_common);
    }
    let marked = reference.iter().zip(is_common).filter(|(_, common)| *common);
    marked.map(|(token, _)| *token).collect()
}

/// Marks one longest common subsequence of `a` and `b` in `is_common`, which
/// is about `a`. `table` is scratch space.
fn mark(a: &[Token], b: &[Token], table: &mut Vec<u32>, is_common: &mut [bool]) {
    let width = b.len() + 1;
    table.clear();
    table.resize((a.len() + 1) * width, 0);
    for (i, token) in a.iter().enumerate() {
        let (above, row) = table[i * width..(i + 2) * width].split_at_mut(width);
        for (j, other) in b.iter().enumerate() {
            row[j + 1] =
                if token == other { above[j] + 1 } else { above[j + 1].max(row[j]) };
        }
    }
    let (mut i, mut j) = (a.len(), b.len());
    while i > 0 && j > 0 {
        if a[i - 1] == b[j - 1] {
            is_common[i - 1] = true;
            (i, j) = (i - 1, j - 1);
        } else if table[i * width + j - 1] > table[(i - 1) * width + j] {
            j -= 1;
        } else {
            i -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_paper() {
        // w1 w2 w3 w4 w5 against w1 w2 w6 w7 w8 and w1 w3 w8 w9 w5.
        let sentences = [vec![1, 2, 6, 7, 8], vec![1, 3, 8, 9, 5]];
        assert_eq!(union(&[1, 2, 3, 4, 5], &sentences), [1, 2, 3, 5]);
    }

    #[test]
    fn nothing_in_common_is_nothing() {
        assert!(union(&[1, 2], &[vec![3], vec![]]).is_empty());
        assert!(union(&[], &[vec![3]]).is_empty());
    }
}
