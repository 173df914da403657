//! Postal addresses: short lines around a telephone number or a code of the post.

use std::ops::Range;

use super::lines::Line;

/// An address has no more lines, and none of them is wider.
const LONGEST: usize = 8;
const WIDEST: u32 = 48;
/// No name with a stop at its end has more words.
const MOST_WORDS_BEFORE_STOP: usize = 3;

/// The lines of the address around the line at `index`, up to blank lines and to what
/// leads in to it, if that line shows that it is one.
pub(super) fn around(text: &str, lines: &[Line], index: usize) -> Option<Range<usize>> {
    let line = |line: &Line| line.span.of(text);
    let next = lines.get(index + 1).filter(|next| !next.gap);
    let is_shown = is_contact(line(&lines[index]))
        || ends_in_code(line(&lines[index]))
        || is_street(line(&lines[index])) && next.is_some_and(|next| is_town(line(next)));
    if lines[index].width > WIDEST || !is_shown {
        return None;
    }
    let leads_in = |index: &usize| !line(&lines[*index]).ends_with(':');
    let above = (0..index)
        .rev()
        .take_while(|above| !lines[above + 1].gap)
        .take_while(leads_in)
        .take(LONGEST)
        .count();
    let behind =
        lines[index + 1..].iter().take(LONGEST).take_while(|line| !line.gap).count();
    let address = index - above..index + 1 + behind;
    let is_part = |part: &Line| {
        part.width <= WIDEST
            && !line(part).ends_with(['!', '?', ':', ';'])
            && !ends(line(part))
    };
    ((2..=LONGEST).contains(&address.len()) && lines[address.clone()].iter().all(is_part))
        .then_some(address)
}

/// `Phone: +47 55 01 02 03`, `Springfield, IL 62704`; not `1914 - 1918`.
fn is_contact(line: &str) -> bool {
    let label = line.split_once(": ");
    let number = label.map_or(line, |(_, number)| number);
    let groups = || number.split(|c: char| !c.is_ascii_digit()).filter(|d| !d.is_empty());
    let is_number = |c: char| c.is_ascii_digit() || " +-()/.".contains(c);
    let is_telephone = number.chars().all(is_number)
        && (7..=15).contains(&groups().map(str::len).sum::<usize>())
        && (number.starts_with(['+', '(']) || label.is_some() && groups().count() > 2);
    let is_place = || {
        let code = line.rsplit(' ').next().unwrap_or("");
        line.contains(", ")
            && line.starts_with(char::is_uppercase)
            && (5..=6).contains(&code.len())
            && groups().eq([code])
    };
    is_telephone || is_place()
}

/// Whether a line is a sentence; `Falk Ltd.` is none.
fn ends(line: &str) -> bool {
    line.ends_with('.') && line.split_whitespace().nth(MOST_WORDS_BEFORE_STOP).is_some()
}

/// `Whitby YO21 3PX`: a British code, which ends in a figure and two letters.
pub(super) fn ends_in_code(line: &str) -> bool {
    let [.., b' ', digit, first, second] = line.as_bytes() else { return false };
    let outward = line[..line.len() - 4].rsplit(' ').next().unwrap_or("").as_bytes();
    digit.is_ascii_digit()
        && first.is_ascii_uppercase()
        && second.is_ascii_uppercase()
        && (2..=4).contains(&outward.len())
        && outward[0].is_ascii_uppercase()
        && outward.iter().skip(1).any(u8::is_ascii_digit)
        && outward.iter().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// `Hafenstraße 12`
fn is_street(line: &str) -> bool {
    let number = line.rsplit(' ').next().unwrap_or("");
    number.len() < line.len()
        && matches!(number.len(), 1..=3)
        && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// `18055 Rostock`, `9974 ZG Zoutkamp`, `00-950 Warszawa`
fn is_town(line: &str) -> bool {
    let code =
        line.bytes().take_while(|byte| byte.is_ascii_digit() || b" -".contains(byte));
    let (code, town) = line.split_at(code.count());
    let digits = code.bytes().filter(u8::is_ascii_digit).count();
    (4..=6).contains(&digits)
        && code.ends_with(' ')
        && town.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephones_and_codes_of_the_post_are_contacts() {
        for line in [
            "Phone: +47 55 01 02 03", "+47 55010203", "Tel.: 030 123 4567",
            "(555) 010-2030", "Springfield, IL 62704",
        ] {
            assert!(is_contact(line), "{line}");
        }
        for line in [
            "1914 - 1918", "Years: 1914 - 1918", "June 8, 2022", "Bern, 1998",
            "1 234 567", "The vote, by 12 to 10345", "Room 12345",
        ] {
            assert!(!is_contact(line), "{line}");
        }
        assert!(is_street("Hafenstraße 12") && !is_street("12") && !is_street("In 1998"));
        for line in ["18055 Rostock", "9974 ZG  Zoutkamp", "110 00 Praha 1"] {
            assert!(is_town(line), "{line}");
        }
        assert!(ends_in_code("Whitby YO21 3PX") && !ends_in_code("No 4 AM"));
        assert!(!is_town("12 boats") && !is_town("1998 was dry"));
    }
}
