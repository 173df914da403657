//! Whether a text names a day of the week at its beginning, as reports of what has just
//! happened do.

use crate::language::{Language, List, words_of};
use crate::score::View;

/// The day stands in one of so many sentences.
const FIRST: usize = 3;
/// A report has no more sentences; longer texts are talks, diaries or tales.
const MOST: usize = 100;

/// Whether `view` is as short as a report, and one of its first sentences names a day of
/// the week.
pub(super) fn opens(view: &View<'_>) -> bool {
    let count = view.sentences.len();
    let mut first = view.sentences[..count.min(FIRST)].iter();
    count <= MOST
        && first.any(|sentence| names_day(sentence.span.of(view.text), view.language))
}

/// Whether `sentence` names a day of the week.
fn names_day(sentence: &str, language: Language) -> bool {
    if has_bare_days(language) {
        return language.table().days.iter().any(|day| sentence.contains(day));
    }
    let lexicon = language.lexicon();
    words_of(sentence).any(|word| lexicon.lists(word).has(List::Days))
}

/// Whether other words stand next to a day without a space: `월요일에`.
fn has_bare_days(language: Language) -> bool {
    matches!(language.code(), "ja" | "ko" | "th" | "zh")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::peers::testing::view;

    #[test]
    fn a_day_is_told_by_its_name_in_any_case_and_form() {
        for (code, sentence) in [
            ("en", "The bridge (closed since SUNDAY) is open again."),
            ("fi", "Silta avattiin maanantaina."),
            ("pt", "A ponte reabriu nesta quinta-feira."),
            ("ru", "Мост открыли во вторник, сообщает порт."),
            ("hi", "पुल शुक्रवार को खुला।"),
            ("fa", "پل سه\u{200c}شنبه باز شد."),
            ("ko", "다리는 월요일에 다시 열렸다."),
            ("ja", "橋は金曜日に再開した。"),
        ] {
            assert!(
                names_day(sentence, Language::from_code(code).unwrap()),
                "{sentence}"
            );
        }
        for (code, sentence) in
            [("en", "The sun is out."), ("id", "Sunday"), ("ro", "A durat două luni.")]
        {
            assert!(
                !names_day(sentence, Language::from_code(code).unwrap()),
                "{sentence}"
            );
        }
    }

    #[test]
    fn only_the_first_sentences_of_a_short_text_are_asked() {
        let language = Language::from_code("en").unwrap();
        let asked =
            |lines: &[String]| view(lines, |view| opens(&View { language, ..*view }));
        let mut lines = vec!["baba dada gaga".to_string(); FIRST];
        lines.push("on Monday".into());
        assert!(!asked(&lines));
        lines.remove(0);
        assert!(asked(&lines));
        lines.resize(MOST + 1, String::new());
        assert!(!asked(&lines));
    }
}
