//! Language detection: a script that only one language has decides; otherwise
//! the function words of the first kilobytes vote, and a trigram model is
//! asked only where the vote is close.

use std::sync::OnceLock;

use super::script::{self, Script};
use super::words::WordMap;
use super::{Language, tables};
use crate::segment::{chars::is_alphanumeric, runs};

/// How much of a text is looked at, in bytes.
const PREFIX: usize = 2048;
/// A vote counts when its winner has so many words, and so many times the votes of the
/// next: the fewer words, the more.
const SURE: [(f32, f32); 2] = [(4.0, 1.5), (2.0, 2.0)];

/// After so many voters the votes are looked at …
const POLL: usize = 16;
/// … and no more are asked when the winner has this many words …
const CLEAR_WORDS: f32 = 12.0;
/// … and this many times the votes of the next.
const CLEAR_LEAD: f32 = 4.0;

/// The language of `text`, told by its first two kilobytes, or
/// [`Language::UNKNOWN`].
///
/// ```
/// use epitome::language::detect;
/// assert_eq!(detect("Der Hafen ist nicht groß, aber er liegt gut.").code(), "de");
/// assert_eq!(detect("1 2 3").code(), "und");
/// ```
#[must_use]
pub fn detect(text: &str) -> Language {
    let head = &text[..text.floor_char_boundary(PREFIX)];
    if let Some(code) = by_script(head) {
        return Language::from_code(code).unwrap_or(Language::UNKNOWN);
    }
    let votes = vote(head);
    let winner = votes.winner();
    match winner {
        Some((language, true)) => language,
        unsure => by_trigrams(head)
            .or(unsure.map(|(language, _)| language))
            .unwrap_or(Language::UNKNOWN),
    }
}

/// The language that has most of the letters' script to itself.
fn by_script(head: &str) -> Option<&'static str> {
    // A letter of such a script has two bytes at least, a Chinese or Japanese
    // character three: so few of them are outnumbered.
    let bytes = head.as_bytes();
    if head.is_ascii()
        || count(bytes, |byte| !byte.is_ascii())
            <= count(bytes, |byte| byte.is_ascii_alphabetic())
    {
        return None;
    }
    if count(bytes, script::may_begin_own) == 0 {
        return None;
    }
    let (mut letters, mut han, mut kana) = (0_usize, 0_usize, 0_usize);
    let mut own: Vec<(&'static str, usize)> = Vec::new();
    for c in head.chars() {
        let script = script::of(c);
        letters += usize::from(script != Script::None);
        match script {
            Script::Han => han += 1,
            Script::Kana => kana += 1,
            Script::Of(code) => match own.iter_mut().find(|(known, _)| *known == code) {
                Some((_, count)) => *count += 1,
                None => own.push((code, 1)),
            },
            Script::Shared | Script::None => {}
        }
    }
    // A Chinese or Japanese character says as much as several letters.
    if (han + kana) * 4 > letters {
        return Some(if kana * 10 > han { "ja" } else { "zh" });
    }
    own.into_iter().find(|(_, count)| count * 2 > letters).map(|(code, _)| code)
}

/// How many of `bytes` there `are`, with so many at once that a byte can count
/// them, which many at a time do.
fn count(bytes: &[u8], are: impl Fn(u8) -> bool) -> usize {
    let of_stretch =
        |stretch: &[u8]| stretch.iter().map(|byte| u8::from(are(*byte))).sum::<u8>();
    bytes.chunks(255).map(|stretch| usize::from(of_stretch(stretch))).sum()
}

/// The votes for each language of the tables.
struct Votes([f32; tables::ALL.len()]);

fn vote(head: &str) -> Votes {
    let ballots = Ballots::all();
    let mut votes = Votes([0.0; tables::ALL.len()]);
    let mut voters = 0;
    for word in words_of(head) {
        let mut languages = ballots.of(word);
        if languages == 0 {
            continue;
        }
        let share = 1.0 / languages.count_ones() as f32;
        while languages != 0 {
            votes.0[languages.trailing_zeros() as usize] += share;
            languages &= languages - 1;
        }
        voters += 1;
        if voters % POLL == 0 && votes.are_clear() {
            break;
        }
    }
    votes
}

/// The runs of letters, digits and marks in `text`.
pub(crate) fn words_of(text: &str) -> impl Iterator<Item = &str> {
    runs(text, |c| is_alphanumeric(c) || is_mark(c))
}

/// Combining marks of the Indic and Semitic scripts stand inside words.
fn is_mark(c: char) -> bool {
    matches!(c as u32, 0x300..=0x36f | 0x591..=0x5c7 | 0x610..=0x61a | 0x64b..=0x65f | 0x900..=0x903
        | 0x93a..=0x94f | 0xbcd | 0x200c | 0x200d)
}

impl Votes {
    /// Whether the rest of the text need not be asked.
    fn are_clear(&self) -> bool {
        let (_, first, second) = self.leaders();
        first >= CLEAR_WORDS && first >= CLEAR_LEAD * second
    }

    /// The first language, and whether the vote is sure.
    fn winner(&self) -> Option<(Language, bool)> {
        let (leader, first, second) = self.leaders();
        let is_sure =
            SURE.iter().any(|(words, lead)| first >= *words && first >= lead * second);
        (first > 0.0).then(|| (Language::of_table(leader), is_sure))
    }

    /// Which language has most votes, how many, and how many the next one has.
    fn leaders(&self) -> (usize, f32, f32) {
        let (mut leader, mut first, mut second) = (0, 0.0, 0.0);
        for (language, votes) in self.0.into_iter().enumerate() {
            if votes > first {
                (leader, first, second) = (language, votes, first);
            } else if votes > second {
                second = votes;
            }
        }
        (leader, first, second)
    }
}

/// Each frequent word with the set of the languages that it votes for, as bits.
struct Ballots(WordMap<u64>);

/// No frequent word is longer, in bytes.
const LONGEST: usize = 24;

impl Ballots {
    /// Those of all languages, counted out when they are first asked for.
    fn all() -> &'static Ballots {
        static BALLOTS: OnceLock<Ballots> = OnceLock::new();
        BALLOTS.get_or_init(|| {
            let mut ballots = WordMap::with_capacity(2048);
            for (index, table) in tables::ALL.iter().enumerate() {
                for word in table.frequent.iter().filter(|word| word.len() <= LONGEST) {
                    *ballots.entry(word) |= 1 << index;
                }
            }
            Ballots(ballots)
        })
    }

    /// The languages that `word` votes for.
    fn of(&self, word: &str) -> u64 {
        if word.len() > LONGEST { 0 } else { self.0.get(word) }
    }
}

/// What the trigram model says, where it is sure.
fn by_trigrams(head: &str) -> Option<Language> {
    // How lines end must not tell languages apart.
    let head = crate::segment::folded(head);
    let info = whatlang::detect(&head).filter(whatlang::Info::is_reliable)?;
    Language::from_code(iso_639_1(info.lang())?)
}

/// The two-letter code of a language that the model knows.
fn iso_639_1(lang: whatlang::Lang) -> Option<&'static str> {
    let pair = ISO_639_3.split_whitespace().find(|pair| pair.starts_with(lang.code()))?;
    pair.split_once('=').map(|(_, code)| code)
}

/// Three-letter codes with their two-letter codes.
const ISO_639_3: &str = "\
    afr=af aka=ak amh=am ara=ar aze=az bel=be ben=bn bul=bg cat=ca ces=cs cmn=zh \
    dan=da deu=de ell=el eng=en epo=eo est=et fin=fi fra=fr guj=gu heb=he hin=hi \
    hrv=hr hun=hu hye=hy ind=id ita=it jav=jv jpn=ja kan=kn kat=ka khm=km kor=ko \
    lat=la lav=lv lit=lt mal=ml mar=mr mkd=mk mya=my nep=ne nld=nl nob=no ori=or \
    pan=pa pes=fa pol=pl por=pt ron=ro rus=ru sin=si slk=sk slv=sl sna=sn spa=es \
    srp=sr swe=sv tam=ta tel=te tgl=tl tha=th tuk=tk tur=tr ukr=uk urd=ur uzb=uz \
    vie=vi yid=yi zul=zu";
