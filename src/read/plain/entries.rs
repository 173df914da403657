//! Labels before a text that are not part of it: the times of a chat, the marks of
//! questions, of quoted lines and of items, the numbers of notes.

use super::looks::LONGEST;
use crate::read::dates::is_date_in_figures;

/// What stands before a text that is not part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Label {
    /// `[12:30]`, before what is said.
    Time,
    /// `<ida>`, before what she says.
    Nick,
    /// `Q.`
    Question,
    /// `A.`
    Answer,
    /// `>`, before a line of a letter that is answered.
    Quoted,
    /// `–`, before an item.
    Dash,
    /// `o`, which was a bullet.
    Bullet,
    /// `[1]`, `¹`, before a note or a paragraph.
    Number,
}

impl Label {
    /// Whether each line that bears it begins a new paragraph.
    pub fn begins_entry(self) -> bool {
        matches!(self, Label::Time | Label::Nick | Label::Number)
    }
}

/// The label at the start of `line`, with text behind it, and its length.
pub(super) fn label(line: &str) -> Option<(Label, u8)> {
    let first = *line.as_bytes().first()?;
    if first.is_ascii_alphabetic() && !b"AQo".contains(&first) {
        return None;
    }
    let (label, text) = split(line)?;
    let text = match label {
        Label::Bullet | Label::Dash => text.trim_start(),
        _ => text.trim_start_matches([' ', '—', '–', '-', '\u{200e}']),
    };
    let length = u8::try_from(line.len() - text.len()).ok()?;
    (!text.is_empty()).then_some((label, length))
}

/// The label at the start of `line` and what stands behind it.
fn split(line: &str) -> Option<(Label, &str)> {
    if let Some(rest) = line.strip_prefix('>') {
        return Some((Label::Quoted, rest.trim_start_matches(['>', ' '])));
    }
    for (start, label) in [
        ("Q. ", Label::Question),
        ("Q: ", Label::Question),
        ("A. ", Label::Answer),
        ("A: ", Label::Answer),
    ] {
        if let Some(text) = line.strip_prefix(start) {
            return Some((label, text));
        }
    }
    if line.len() <= LONGEST {
        // A dash is an item's where no second one sets off who speaks.
        let item = line.strip_prefix("– ").filter(|item| !item.contains(['–', '—']));
        if let Some(item) = item {
            return Some((Label::Dash, item));
        }
        let item = line.strip_prefix("o ");
        if let Some(item) = item.filter(|item| item.starts_with(char::is_uppercase)) {
            return Some((Label::Bullet, item));
        }
    }
    behind_nick(line)
        .map(|text| (Label::Nick, text))
        .or_else(|| behind_number(line).map(|text| (Label::Number, text)))
        .or_else(|| behind_time(line).map(|text| (Label::Time, text)))
}

/// What stands behind `<ida> `.
fn behind_nick(line: &str) -> Option<&str> {
    let (nick, text) = line.strip_prefix('<')?.split_once('>')?;
    let is_nick = nick.len() < 32 && !nick.trim_start().contains([' ', '/', ':', '=']);
    text.strip_prefix(' ').filter(|_| is_nick)
}

/// What stands behind the number of a note or a paragraph: `[12] `, `[0012] `, `¹ `.
fn behind_number(line: &str) -> Option<&str> {
    let raised =
        line.trim_start_matches(['¹', '²', '³', '⁰', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹']);
    if raised.len() < line.len() {
        return Some(raised);
    }
    let (number, text) = line.strip_prefix('[')?.split_once(']')?;
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit())
        && (matches!(number.len(), 1..=3)
            || number.len() == 4 && number.starts_with('0'));
    text.strip_prefix(' ').filter(|_| is_number)
}

/// What stands behind a time, perhaps with the date before it: `[12:30] `,
/// `10:15 — `, `12/03/2024, 18:02 - `, `10:03 <ida> `.
fn behind_time(line: &str) -> Option<&str> {
    let line = line.trim_start_matches(['\u{200e}', '\u{200f}']);
    let bare = line.strip_prefix('[').unwrap_or(line);
    let is_bracketed = bare.len() < line.len();
    let part = |text: &str| text.find([' ', '\u{202f}', ']', ',']).unwrap_or(text.len());
    let date = part(bare);
    let is_dated = is_date_in_figures(&bare[..date]);
    let time = if is_dated { bare[date..].trim_start_matches([',', ' ']) } else { bare };
    let (clock, rest) = time.split_at(part(time));
    let is_clock = (4..=8).contains(&clock.len())
        && clock.contains(':')
        && clock.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
    if !is_clock {
        return None;
    }
    let half = rest.trim_start_matches([' ', '\u{202f}']);
    let half =
        ["AM", "PM", "am", "pm"].iter().find_map(|half_day| half.strip_prefix(half_day));
    let rest = half.unwrap_or(rest);
    if is_bracketed {
        let text = rest.strip_prefix(']')?.strip_prefix(' ')?;
        return Some(behind_nick(text).unwrap_or(text));
    }
    if rest.contains("-->") || rest.contains(" | ") {
        return None;
    }
    let text = rest.strip_prefix(' ')?;
    let said = || text.strip_prefix(['—', '–', '-']);
    // A hyphen may stand before the end of a time, or what a chat's server says.
    let is_span =
        |text: &str| text.trim_start().starts_with(|c: char| c.is_ascii_digit());
    behind_nick(text).or_else(|| said().filter(|text| !is_span(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn behind(line: &str) -> Option<&str> {
        label(line).map(|(_, length)| &line[usize::from(length)..])
    }

    #[test]
    fn times_stand_before_what_is_said() {
        for line in [
            "[12:30] Yes", "[00:12:03] Yes", "10:15 — Yes", "10:15 - Yes",
            "12/03/2024, 18:02 - Yes", "[12.03.24, 18:02:11] Yes", "10:03 < fern> Yes",
            "3/12/24, 6:02\u{202f}PM - Yes", "[10:03] <@ida> Yes", "<ida> Yes",
            "\u{200e}[12.03.24, 18:02:11] Yes", "> Yes", ">> > Yes", "[3] Yes",
            "[0003] Yes",
        ] {
            assert_eq!(behind(line), Some("Yes"), "{line}");
        }
        for line in [
            "10:15 Yes", "10:15 - 11:00 Yes", "00:00:01,200 --> 00:00:04,000",
            "[2019] UKSC 5", "2024-03-12 10:15 Yes", "<b>Yes</b>", "[12:30]", "1:2 Yes",
        ] {
            assert_eq!(behind(line), None, "{line}");
        }
    }
}
