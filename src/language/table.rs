//! What one language contributes to the pipeline, as plain data.
//!
//! Every list is of lower-case forms without a final stop (`"dr"`, `"u.s"`),
//! sorted by bytes, so that a look-up is a binary search and start-up is free.

use rust_stemmers::Algorithm;

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
    pub frequent: &'static [&'static str],
    /// Abbreviations that a name or a further part always follows (`dr`,
    /// `gen`, `e.g`): their stop never ends a sentence.
    pub titles: &'static [&'static str],
    /// Abbreviations that may stand at the end of a sentence (`inc`, `etc`,
    /// `u.s`): what follows decides.
    pub abbreviations: &'static [&'static str],
    /// Abbreviations that a number follows (`no`, `fig`, `vol`).
    pub before_numbers: &'static [&'static str],
    /// Words that, with a capital after an abbreviation, show that a new
    /// sentence begins (`the`, `he`, `in`).
    pub starters: &'static [&'static str],
    /// Month names and their short forms, which follow an ordinal (`12. Juni`).
    pub months: &'static [&'static str],
    /// Whether a number with a stop is an ordinal (`5. Auflage`).
    pub ordinal_stop: bool,
    /// Whether every noun has a capital, so that capitals say little.
    pub noun_capitals: bool,
    /// Words that stay small in a title-case heading (`and`, `of`, `the`).
    pub small_words: &'static [&'static str],
    /// First words of numbered division headings (`chapter`, `part`, `appendix`).
    pub divisions: &'static [&'static str],
    /// First words of captions (`figure`, `table`).
    pub captions: &'static [&'static str],
    /// Headings whose section is a list of sources or thanks and says nothing
    /// of the subject (`references`, `see also`, `acknowledgements`).
    pub back_matter: &'static [&'static str],
    /// Headings of a section that sums up (`abstract`, `summary`, `conclusion`).
    pub digests: &'static [&'static str],
    /// Pronouns, demonstratives and connectives that, at the start of a
    /// sentence, lean on the sentence before it.
    pub openers: &'static [&'static str],
    /// Words and phrases that announce something central (`significantly`, `in conclusion`, `the aim`).
    pub cues: &'static [&'static str],
}

/// The table of a language of which nothing is known.
pub(crate) static GENERAL: Table = Table {
    code: "und",
    stemmer: None,
    frequent: &[],
    titles: &[],
    abbreviations: &[],
    before_numbers: &[],
    starters: &[],
    months: &[],
    ordinal_stop: false,
    noun_capitals: false,
    small_words: &[],
    divisions: &[],
    captions: &[],
    back_matter: &[],
    digests: &[],
    openers: &[],
    cues: &[],
};

/// Whether the sorted `list` holds `word`.
pub(crate) fn has(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}
