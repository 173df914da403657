//! What one language contributes to the pipeline, as plain data.
//!
//! Every list is of lower-case forms without a final stop (`"dr"`, `"u.s"`), sorted by
//! bytes.

use rust_stemmers::Algorithm;

/// Words or phrases, each on a line. They are one text because each address in a
/// program's data costs time at every start, and slices of words need one a word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words(&'static str);

impl Words {
    /// These lines.
    pub const fn new(lines: &'static str) -> Self {
        Words(lines)
    }

    /// The words, in order.
    pub fn iter(self) -> impl Iterator<Item = &'static str> {
        self.0.lines()
    }
}

/// The [`Words`] of a list.
macro_rules! words {
    ($($word:literal),* $(,)?) => {
        $crate::language::table::Words::new(concat!($($word, "\n"),*))
    };
}
pub(super) use words;

/// The table of one language. An empty list means "nothing known", never
/// "nothing there": every rule has a form that needs no table.
#[derive(Debug)]
pub(crate) struct Table {
    /// ISO 639-1 code.
    pub code: &'static str,
    /// The Snowball stemmer, where there is one.
    pub stemmer: Option<Algorithm>,
    /// Function words so frequent that a page of the language cannot do
    /// without them; they vote when the language is detected.
    pub frequent: Words,
    /// Abbreviations that a name or a further part always follows (`dr`,
    /// `gen`, `e.g`): their stop never ends a sentence.
    pub titles: Words,
    /// Abbreviations that may stand at the end of a sentence (`inc`, `etc`,
    /// `u.s`): what follows decides.
    pub abbreviations: Words,
    /// Abbreviations that a number follows (`no`, `fig`, `vol`).
    pub before_numbers: Words,
    /// Words that, with a capital after an abbreviation, show that a new
    /// sentence begins (`the`, `he`, `in`).
    pub starters: Words,
    /// Month names and their short forms, which follow an ordinal (`12. Juni`).
    pub months: Words,
    /// Days of the week, in the forms that say when, or the last word of their names; none that
    /// means something else as often.
    pub days: Words,
    /// Whether a number with a stop is an ordinal (`5. Auflage`).
    pub ordinal_stop: bool,
    /// Whether every noun has a capital, so that capitals say little.
    pub noun_capitals: bool,
    /// Words that stay small in a title-case heading (`and`, `of`, `the`).
    pub small_words: Words,
    /// First words of numbered division headings (`chapter`, `part`, `appendix`).
    pub divisions: Words,
    /// First words of captions (`figure`, `table`).
    pub captions: Words,
    /// Headings whose section is a list of sources or thanks and says nothing
    /// of the subject (`references`, `see also`, `acknowledgements`).
    pub back_matter: Words,
    /// Headings of a section that sums up (`abstract`, `summary`, `conclusion`).
    pub digests: Words,
    /// Pronouns, demonstratives and connectives that, at the start of a
    /// sentence, lean on the sentence before it.
    pub openers: Words,
    /// Words and phrases that announce something central (`significantly`, `in conclusion`, `the aim`).
    pub cues: Words,
}

/// The table of a language of which nothing is known.
pub(crate) static GENERAL: Table = Table {
    code: "und",
    stemmer: None,
    frequent: words![],
    titles: words![],
    abbreviations: words![],
    before_numbers: words![],
    starters: words![],
    months: words![],
    days: words![],
    ordinal_stop: false,
    noun_capitals: false,
    small_words: words![],
    divisions: words![],
    captions: words![],
    back_matter: words![],
    digests: words![],
    openers: words![],
    cues: words![],
};

/// Whether the sorted `list` holds `word`.
pub(crate) fn has(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}
