//! What is known about each language, and which one a text is in.

mod detect;
mod lexicon;
mod lower;
mod phrases;
mod script;
pub(crate) mod table;
mod tables;
mod weak;
mod words;

pub use detect::detect;
pub(crate) use detect::words_of;
pub(crate) use lexicon::{Lexicon, List, Lists};
pub(crate) use lower::Lower;
pub(crate) use phrases::Phrases;
pub(crate) use table::Table;

/// Every two-letter code of ISO 639-1, in order.
const CODES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu \
    cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy \
    hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo \
    lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt \
    qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr \
    ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// A language: its code, and what is known about it.
///
/// ```
/// use epitome::Language;
/// assert_eq!(Language::from_code("EN").unwrap().code(), "en");
/// assert!(Language::from_code("zz").is_none());
/// ```
#[derive(Clone, Copy)]
pub struct Language {
    code: &'static str,
    /// Where its table stands among all; beyond them if it has none.
    table: usize,
}

impl Language {
    /// The language of a text that does not tell; it gets the general rules.
    pub const UNKNOWN: Language = Language { code: "und", table: usize::MAX };

    /// The language with this ISO 639-1 code, in any case. A language without
    /// a table of its own gets the general rules.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let code = code.to_ascii_lowercase();
        let code = if code == "nb" || code == "nn" { "no" } else { &code };
        let mut codes = (0..CODES.len()).step_by(3).map(|at| &CODES[at..at + 2]);
        let known = codes.find(|known| *known == code)?;
        Some(Language { code: known, table: tables::find(known).unwrap_or(usize::MAX) })
    }

    /// The language whose table stands at `index` of all.
    fn of_table(index: usize) -> Self {
        Language { code: tables::ALL[index].code, table: index }
    }

    /// Its ISO 639-1 code, or `und`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.code
    }

    /// What is known of it.
    pub(crate) fn table(self) -> &'static Table {
        tables::ALL.get(self.table).copied().unwrap_or(&table::GENERAL)
    }

    /// The lists of its table, word by word.
    pub(crate) fn lexicon(self) -> &'static Lexicon {
        Lexicon::at(self.table)
    }

    /// Its stop words in lower case; none where there is no list.
    pub(crate) fn stop_words(self) -> &'static [&'static str] {
        stop_words::lookup(self.code).unwrap_or(&[])
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Language {}

impl std::fmt::Debug for Language {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.code)
    }
}
