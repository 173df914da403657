//! Which sentences a summary may hold, by their length.

use crate::document::Sentence;
use crate::options::SelectOptions;
use crate::terms::Terms;

/// Excludes sentences with too few or too many words. If that would leave none, nothing
/// is excluded and a warning is returned: a summary is never empty while there is a
/// sentence to choose.
pub(crate) fn limit_length(
    sentences: &mut [Sentence],
    terms: &Terms,
    options: &SelectOptions,
) -> Option<String> {
    let (fewest, most) = (options.min_sentence_words, options.max_sentence_words);
    let fits = |words: usize| fewest <= words && most.is_none_or(|most| words <= most);
    let is_choice =
        |at: usize, sentence: &Sentence| sentence.candidate && fits(terms.words(at));
    let mut all = sentences.iter().enumerate();
    if all.any(|(at, sentence)| is_choice(at, sentence)) {
        for (at, sentence) in sentences.iter_mut().enumerate() {
            sentence.candidate = is_choice(at, sentence);
        }
        return None;
    }
    let asked = match most {
        Some(most) => format!("{fewest} to {most} words"),
        None => format!("{fewest} words or more"),
    };
    let chosen_from = sentences.iter().any(|sentence| sentence.candidate);
    chosen_from.then(|| format!("no sentence has {asked}; all of them are candidates"))
}
