//! Whether a text begins as the news of an agency does: with a place, an agency or
//! both, and a dash (`LONDON (Reuters) - `), or with both in brackets.

use crate::score::View;

/// In so many bytes a dateline ends.
const LONGEST: usize = 96;
/// A dateline stands before one of so many sentences, behind a heading or a name.
const FIRST: usize = 3;
/// A text is looked through for more datelines as far as this sentence.
const LOOKS: usize = 64;
/// So many words at most stand outside brackets.
const MOST_WORDS: usize = 7;
/// Words in lower case are no longer, such as `de`; in a date, behind a number, they
/// may be.
const SHORT: usize = 3;

/// Whether one of the first sentences of `view` begins with a dateline, and no other
/// sentence does: where each speaker, item or report has such a beginning, none of
/// them says what the whole is about.
pub(super) fn opens(view: &View<'_>) -> bool {
    let begins = |index: &usize| {
        let start = view.sentences[*index].span.start as usize;
        has_dateline(&view.text[start..])
    };
    let count = view.sentences.len();
    let first = (0..count.min(FIRST)).find(begins);
    first.is_some_and(|first| !(first + 1..count.min(LOOKS)).any(|index| begins(&index)))
}

/// Whether `text` begins with the shape of a dateline: a few words with capitals,
/// numbers or something in brackets; a dash; and the beginning of a sentence. Where
/// the brackets alone tell, there need be no dash. Dashes in and between ordinary
/// words and in front of what somebody says, and the marks of items, are none.
fn has_dateline(text: &str) -> bool {
    let text = &text[..text.floor_char_boundary(LONGEST)];
    if begins_with_agency(text) {
        return true;
    }
    // Dashes that are not of ASCII begin with the byte E2.
    if memchr::memchr3(b'-', b'_', 0xe2, text.as_bytes()).is_none() {
        return false;
    }
    let within = text.char_indices().take_while(|(_, c)| !is_in_none(*c));
    let mut dashes = within.filter(|(_, c)| is_dash(*c));
    dashes.any(|(at, _)| ends_dateline(&text[..at], &text[at..]))
}

/// Whether `text` begins with capitals in brackets, `(CNN)`, or in scripts that have no
/// capitals with a place and an agency, `(서울=연합뉴스)`, `【ロンドン＝共同】`.
fn begins_with_agency(text: &str) -> bool {
    let is_close = |c: char| matches!(c, ')' | '）' | ']' | '】');
    let Some(rest) = text.strip_prefix(['(', '（', '[', '【']) else { return false };
    let Some((inner, _)) = rest.split_once(is_close) else { return false };
    let has_no_case = |c: Option<char>| {
        c.is_some_and(|c| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase())
    };
    match inner.split_once(['=', '＝']) {
        Some((place, agency)) => {
            has_no_case(place.chars().next_back()) && has_no_case(agency.chars().next())
        }
        None => inner.len() > 1 && inner.chars().all(char::is_uppercase),
    }
}

/// Whether the dash at the beginning of `rest` ends the dateline `before` it.
fn ends_dateline(before: &str, rest: &str) -> bool {
    let after = rest.trim_start_matches(|c: char| is_dash(c) || c == ' ');
    let Some(next) = after.chars().next() else { return false };
    let is_apart = rest[..rest.len() - after.len()].ends_with(' ');
    let place = before.trim_end_matches(['.', ' ']);
    let is_bracketed = place.ends_with(')');
    let is_site = place.rsplit(' ').next().is_some_and(|word| word.contains('.'));
    !next.is_lowercase()
        && (is_apart || is_bracketed || is_site)
        && (is_bracketed && !place.starts_with('(') || is_name(place))
        && outside_brackets(place).is_some_and(|words| are_names(&words, is_bracketed))
}

/// Whether `place` may be a name: its first letter is a capital, the first sign but
/// for a bracket, and it has another letter.
fn is_name(place: &str) -> bool {
    let place = place.trim_start_matches('(');
    let mut letters = place.chars().filter(|c| c.is_alphabetic());
    place.starts_with(char::is_uppercase) && letters.nth(1).is_some()
}

/// `place` without what is in brackets; `None` where brackets are not closed.
fn outside_brackets(place: &str) -> Option<String> {
    let (mut words, mut depth) = (String::new(), 0_u32);
    for c in place.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.checked_sub(1)?,
            _ if depth == 0 => words.push(c),
            _ => {}
        }
    }
    (depth == 0).then_some(words)
}

/// Whether `words` begin with capitals and numbers, as places, agencies and dates do.
fn are_names(words: &str, is_bracketed: bool) -> bool {
    let (mut count, mut is_date, mut ends_low) = (0, false, false);
    for word in words.split(' ').filter(|word| !word.is_empty()) {
        let is_low = word.starts_with(char::is_lowercase) && !word.contains('.');
        if is_low && !is_date && word.chars().count() > SHORT {
            return false;
        }
        count += 1;
        ends_low = is_low && !is_date;
        is_date = word.starts_with(char::is_numeric) || is_date && is_bracketed;
    }
    count <= MOST_WORDS && !ends_low
}

/// Whether `c` is in no dateline.
fn is_in_none(c: char) -> bool {
    matches!(c, '\n' | '?' | '!' | ';' | ':' | '"' | '“' | '”' | '„' | '«' | '»')
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '_' | '‐'..='―' | '−')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::peers::testing::view;

    #[test]
    fn datelines_of_many_languages() {
        for text in [
            "LONDON (Reuters) - The port closed.",
            "Norrin, 3 March (dpa) – The port closed.",
            "NORRIN (AP) _ The port closed.",
            "(CNN) -- The port closed.",
            "(CNN)The port closed.",
            "(서울=연합뉴스) 항구가 닫혔다.",
            "【ロンドン＝共同】港が閉まった。",
            "Norrin, CNN Indonesia - - Pelabuhan ditutup.",
            "Kota.com-Pelabuhan ditutup.",
            "PARÍS, 12 ene (EFE).- El puerto cerró.",
            "Santiago de Norrin, 12 de enero (EFE) - El puerto cerró.",
            "НОРРИН, 3 мар — РИА Новости. Порт закрыт.",
            "NORRIN/ARLE – Der Hafen ist zu.",
            "نورين (رويترز) - أغلق الميناء.",
            "İZMİR (AA) - Liman kapandı.",
        ] {
            assert!(has_dateline(text), "{text}");
        }
    }

    #[test]
    fn other_dashes_make_no_dateline() {
        for text in [
            "The port – the oldest of all – closed.",
            "Norrin – the oldest port of all – closed.",
            "— The port is closed, said Ada.",
            "- The port closed.",
            "1 - The port closed.",
            "EU-Kommission und Hafen streiten.",
            "Saint-Malo a fermé son port.",
            "X-Rays were taken.",
            "A – The port",
            "(a) – The port",
            "(1) - The port",
            "(n=5) The port closed.",
            "(The port closed.)",
            "[1] The port closed.",
            "Er ist da – Sie kommt.",
            "\"Norrin\" – The port closed.",
            "Why? – The port closed.",
            "The harbour of Norrin – Ada knew it – closed.",
            "Norrin (the port – Ada",
            "",
        ] {
            assert!(!has_dateline(text), "{text}");
        }
    }

    #[test]
    fn a_text_opens_with_one_dateline_and_has_no_other() {
        let opens_with = |lines: &[&str]| {
            let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
            view(&lines, opens)
        };
        let (dated, plain) = ("NORRIN (AP) - Ice came.", "The wall broke.");
        assert!(opens_with(&[dated, plain]));
        assert!(opens_with(&["By Ada Lind", dated, plain]));
        assert!(!opens_with(&[plain, plain, plain, dated]));
        assert!(!opens_with(&[dated, plain, "ARLE (AP) - Rain fell."]));
        assert!(!opens_with(&[plain]));
    }
}
