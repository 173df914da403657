//! Lists inside a paragraph: `1. First … 2. Then …`. Where an item begins, the
//! next number in the same form begins the next one.

/// No item is longer, in bytes, so that looking for its end stays linear.
const LONGEST_ITEM: usize = 2000;

/// What an item begins with: `1.`, `2)`, `(c)`, `• 9.`, `a.)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Enumerator {
    value: u32,
    form: Form,
    opened: bool,
    /// What closes it: a stop, a bracket, or both.
    close: &'static str,
    /// Its length in bytes, with what stands before it.
    pub length: usize,
}

/// How an enumerator counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Number,
    Letter,
    Roman,
}

/// Small roman numerals from one on.
const ROMAN: [&str; 12] =
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// The label of `value` in this form.
fn label(value: u32, form: Form) -> Option<String> {
    match form {
        Form::Number => Some(value.to_string()),
        Form::Letter => char::from_u32(value).map(String::from),
        Form::Roman => ROMAN.get(value as usize - 1).map(ToString::to_string),
    }
}

/// The enumerator at the start of `text`, if white space and an item follow.
pub(super) fn at_start(text: &str) -> Option<Enumerator> {
    // Most texts begin with a word, which is no letter and no roman numeral.
    if let [first, second, ..] = text.as_bytes()
        && first.is_ascii_alphabetic()
        && second.is_ascii_alphabetic()
        && !matches!(second, b'i' | b'v' | b'x')
    {
        return None;
    }
    let bare = text.trim_start_matches(is_bullet).trim_start();
    let opened = bare.starts_with('(');
    let label = &bare[usize::from(opened)..];
    let digits = label.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let letters = label.bytes().take(5).take_while(u8::is_ascii_alphabetic).count();
    let length = if digits > 0 { digits } else { letters };
    let behind = &label[length..];
    let close = [".)", ")", "."].into_iter().find(|close| behind.starts_with(close))?;
    let roman = ROMAN.iter().position(|roman| *roman == &label[..letters]);
    let form = match (digits, roman, letters) {
        (1.., _, _) => Form::Number,
        (_, Some(_), _) => Form::Roman,
        (_, _, 1) => Form::Letter,
        _ => return None,
    };
    let item = &behind[close.len()..];
    if digits > 3
        || opened && close == "."
        || !item.starts_with([' ', '\t', '\n', '\u{a0}'])
    {
        return None;
    }
    let value = match (form, roman) {
        (Form::Number, _) => label[..digits].parse().ok()?,
        (Form::Roman, Some(at)) => at as u32 + 1,
        _ => u32::from(label.as_bytes()[0]),
    };
    Some(Enumerator { value, form, opened, close, length: text.len() - item.len() })
}

/// Whether `text`, behind an opening bracket, begins with an item's label:
/// `ii) The shutters`.
pub(super) fn is_label(text: &str) -> bool {
    let end = text.bytes().take(5).position(|byte| byte == b')').filter(|end| *end > 0);
    let item = end.and_then(|end| {
        text[..end]
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric())
            .then(|| &text[end + 1..])
    });
    item.is_some_and(|item| {
        item.strip_prefix(' ').is_some_and(|item| item.starts_with(char::is_uppercase))
    })
}

/// Where, in `text`, the item begins that follows the one at its start.
pub(super) fn next_item(text: &str, first: Enumerator) -> Option<usize> {
    let label = label(first.value + 1, first.form)?;
    let open = if first.opened { "(" } else { "" };
    let sought = format!("{open}{label}{}", first.close);
    let near = &text[..text.floor_char_boundary(LONGEST_ITEM)];
    let mut from = first.length;
    while let Some(found) = near.get(from..)?.find(&sought) {
        let at = from + found;
        let item = &near[at + sought.len()..];
        let begins = item
            .trim_start()
            .chars()
            .next()
            .is_some_and(|c| c.is_alphanumeric() && !c.is_lowercase());
        let start = near[..at].trim_end_matches(' ').trim_end_matches(is_bullet).len();
        let start = if start < near[..at].trim_end().len() { start } else { at };
        let is_apart = near[..start].ends_with(char::is_whitespace)
            && !is_name(first, &near[first.length..start]);
        if is_apart && begins && item.starts_with([' ', '\t', '\n', '\u{a0}']) {
            return Some(start);
        }
        from = at + sought.len();
    }
    None
}

/// Whether `item`, between two letters with stops, shows that these are the initials of
/// names: `J. K. Roe`, `A. Roe and B. Poe`, `A. Roe, B. Poe`.
fn is_name(first: Enumerator, item: &str) -> bool {
    let is_capital = first.form == Form::Letter && first.value < u32::from(b'a');
    let item = item.trim_end();
    let last = item.split_whitespace().next_back().unwrap_or("");
    let joins = last.chars().count() <= 3 && last.chars().all(char::is_lowercase);
    is_capital
        && first.close == "."
        && (joins || item.ends_with([',', ';', '&', '-', '/']))
}

fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '⁃' | '‣' | '▪' | '◦' | '·' | '*' | '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn second(text: &str) -> Option<&str> {
        let first = at_start(text)?;
        next_item(text, first).map(|at| &text[at..])
    }

    #[test]
    fn the_next_number_begins_the_next_item() {
        assert_eq!(second("1. Wash the tea pot 2. Warm it"), Some("2. Warm it"));
        assert_eq!(second("• 9. Wash • 10. Warm"), Some("• 10. Warm"));
        assert_eq!(second("(a) One is here. (b) Two."), Some("(b) Two."));
        assert_eq!(second("a.) One b.) Two"), Some("b.) Two"));
    }

    #[test]
    fn other_numbers_begin_nothing() {
        assert_eq!(second("1. Wash 2. cups"), None);
        assert_eq!(second("1. Version 1.2. It is new"), None);
        assert_eq!(second("In 1. of 2. All"), None);
    }
}
