//! The words of scripts without spaces between words, by dictionary: Chinese,
//! Japanese, Thai, Lao, Khmer and Burmese.
//!
//! UAX #29 divides these scripts into single characters (Katakana aside), which
//! is enough to count and says nothing of the subject. Here its neighbouring
//! words of such a script are put together again and divided by the
//! dictionaries of ICU. The text is read once; every other word stays as UAX #29
//! has it. ICU's other models, neural networks, are a hundred times slower.

use std::mem::take;
use std::ops::Range;
use std::sync::LazyLock;

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};

use super::chars::has_alphanumeric;
use super::words::{Word, wide_words};

/// References to data in the program, made when a text first needs them.
static SEGMENTER: LazyLock<WordSegmenterBorrowed<'static>> =
    LazyLock::new(|| WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()));

/// A stretch is divided once it has this many bytes, so that no text makes the
/// segmenter hold more than that and one UAX #29 word. Real text has
/// punctuation long before.
const MOST: usize = 4096;

/// The words of `run`, which stands at `from`, in order, each with how many UAX #29
/// words it counts for: the first of a stretch for the whole stretch, the others for
/// none.
pub(super) fn words_of_run(run: &str, from: usize) -> impl Iterator<Item = Word> + '_ {
    stretches(run).flat_map(move |Stretch { range, count, unspaced }| {
        let at = from + range.start;
        let whole = (!unspaced).then(|| (at..from + range.end, count));
        let divided = unspaced.then(|| divide(&run[range], at, count));
        whole.into_iter().chain(divided.into_iter().flatten())
    })
}

/// Some words of a run.
struct Stretch {
    range: Range<usize>,
    /// How many they are.
    count: u32,
    /// Whether they are of a script without spaces; otherwise it is one word.
    unspaced: bool,
}

/// The words of `run`, those neighbours together that have no spaces between them.
fn stretches(run: &str) -> impl Iterator<Item = Stretch> + '_ {
    let mut words = wide_words(run).peekable();
    std::iter::from_fn(move || {
        let (start, word) = words.next()?;
        let (mut end, mut count, unspaced) =
            (start + word.len(), 1, begins_unspaced(word));
        while unspaced && end - start < MOST {
            let goes_on =
                |(at, word): &(usize, &str)| *at == end && begins_unspaced(word);
            let Some((_, word)) = words.next_if(goes_on) else { break };
            end += word.len();
            count += 1;
        }
        Some(Stretch { range: start..end, count, unspaced })
    })
}

/// The dictionary words of `stretch`, which stands at `from`, the first with `count`.
fn divide(stretch: &str, from: usize, mut count: u32) -> Vec<Word> {
    let mut start = 0;
    let word = |end: usize| {
        let range = std::mem::replace(&mut start, end)..end;
        let found = has_alphanumeric(&stretch[range.clone()]);
        found.then(|| (from + range.start..from + end, take(&mut count)))
    };
    SEGMENTER.segment_str(stretch).chain([stretch.len()]).filter_map(word).collect()
}

/// Whether `word` begins with a letter of a script without spaces.
fn begins_unspaced(word: &str) -> bool {
    word.as_bytes()[0] >= 0xe0 && word.chars().next().is_some_and(is_unspaced)
}

/// The letters and marks of these scripts, by the blocks of the Unicode
/// Standard, without their digits, which UAX #29 keeps together by itself.
fn is_unspaced(c: char) -> bool {
    matches!(c as u32,
        // Thai, Lao.
        0xe01..=0xe4e | 0xe81..=0xece | 0xedc..=0xedf
        // Myanmar and its extensions.
        | 0x1000..=0x103f | 0x1050..=0x108f | 0x109a..=0x109f
        | 0xa9e0..=0xa9ef | 0xa9fa..=0xa9fe | 0xaa60..=0xaa7f
        // Khmer.
        | 0x1780..=0x17d3 | 0x17d7 | 0x17dc..=0x17dd
        // Hiragana, Katakana.
        | 0x3041..=0x30ff | 0x31f0..=0x31ff | 0xff66..=0xff9f | 0x1aff0..=0x1b16f
        // Han, its radicals and marks.
        | 0x2e80..=0x2fd5 | 0x3005..=0x3007 | 0x3021..=0x3029 | 0x3031..=0x303c
        | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3fffd)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::segment::words;

    /// The words of `text` by dictionary, and for how many words they count.
    fn terms(text: &str) -> (Vec<&str>, u32) {
        let (mut found, mut counted) = (Vec::new(), 0);
        words::terms(text, 0..text.len(), &mut |range, count| {
            found.push(&text[range]);
            counted += count;
        });
        (found, counted)
    }

    fn plain(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        words::words(text, &mut |word| found.push(word));
        found
    }

    #[test]
    fn sentences_without_spaces_have_words() {
        for (text, wanted) in [
            ("今天访问了北京的桥梁。", &["今天", "访问", "了", "北京", "的", "桥梁"][..]),
            ("図書館で新聞を読む。", &["図書館", "で", "新聞", "を", "読む"]),
            ("ห้องสมุดเปิดวันเสาร์", &["ห้อง", "สมุด", "เปิด", "วัน", "เสาร์"]),
            ("ພາສາລາວ", &["ພາສາ", "ລາວ"]),
            ("မြန်မာစာ", &["မြန်မာ", "စာ"]),
            ("ភាសាខ្មែរ ភាសា", &["ភាសាខ្មែរ", "ភាសា"]),
        ] {
            assert_eq!(terms(text).0, wanted, "{text}");
        }
    }

    #[test]
    fn other_words_stay_as_they_are() {
        let (found, counted) = terms("我用iPhone 15拍照,テスト3.5回 can’t stop。");
        let wanted =
            ["我", "用", "iPhone", "15", "拍照", "テスト", "3.5", "回", "can’t", "stop"];
        assert_eq!(found, wanted);
        assert_eq!(counted, 11, "拍 and 照 count");
    }

    #[test]
    fn a_cut_falls_between_characters_and_loses_nothing() {
        let text = "ห้องสมุด桥".repeat(2000);
        let (found, counted) = terms(&text);
        assert_eq!(found.concat(), text);
        assert_eq!(counted as usize, plain(&text).len());
    }

    fn mixed() -> impl Strategy<Value = String> {
        let pieces = prop_oneof![
            "[图书馆桥梁ひらカナー々〇ภาษาไทยๆ๑ຄົນລາວខ្មែរမြန်မာ]{1,8}",
            "[a-zé0-9_.,'’ \n、。・\u{300}\u{3099}\u{200b}\u{200d}\u{ad}😀\u{5d0}]{1,4}",
            any::<String>(),
        ];
        prop::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn pieces_are_in_order_apart_and_cover_every_letter(text in mixed()) {
            let span = |piece: &str| {
                let start = piece.as_ptr().addr() - text.as_ptr().addr();
                start..start + piece.len()
            };
            let (found, counted) = terms(&text);
            let mut covered = vec![false; text.len()];
            let mut last = 0;
            for piece in &found {
                let span = span(piece);
                prop_assert!(last <= span.start && span.start < span.end);
                prop_assert_eq!(text.get(span.clone()), Some(*piece));
                prop_assert!(piece.chars().any(char::is_alphanumeric));
                last = span.end;
                covered[span].fill(true);
            }
            let words = plain(&text);
            prop_assert_eq!(counted as usize, words.len());
            for word in words {
                for (at, c) in word.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
                    prop_assert!(covered[span(word).start + at], "{c:?} of {word:?}");
                }
            }
        }

        #[test]
        fn text_with_spaces_is_as_without_dictionaries(text in "[a-zéяא가0-9 .,'’“”\n\u{300}]{0,40}") {
            prop_assert_eq!(terms(&text).0, plain(&text));
        }
    }
}
