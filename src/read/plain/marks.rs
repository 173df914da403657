//! The marks that a line begins with or consists of: bullets, numbers, rules.

/// A mark at the start of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// How many bytes it takes with the white space behind it.
    pub length: u32,
    pub kind: MarkKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MarkKind {
    /// `-`, `*`, `•`, …
    Bullet,
    /// `1.`, `1)`, `(a)`, `iv.`: an item's, perhaps a heading's.
    Number(u16),
    /// `1.2`, `3.4.1.`: a heading's; how many numbers.
    Outline(u8),
}

/// What opens an item in LaTeX.
const ITEM: &str = "\\item ";

/// The mark at the start of `line`.
pub(super) fn mark(line: &str) -> Option<Mark> {
    // Nearly all lines begin with a word.
    if let [first, second, ..] = line.as_bytes()
        && first.is_ascii_alphabetic()
        && *second != b')'
    {
        return None;
    }
    if line.starts_with(ITEM) && line.len() > ITEM.len() {
        return Some(Mark { length: ITEM.len() as u32, kind: MarkKind::Bullet });
    }
    if let Some(bullet) = line.chars().next().filter(|c| is_bullet(*c)) {
        let rest = &line[bullet.len_utf8()..];
        let space = rest.len() - rest.trim_start().len();
        // A dash before direct speech is no bullet; a hyphen is.
        let is_item = space > 0 && space < rest.len() && !matches!(bullet, '—' | '–');
        return is_item.then_some(Mark {
            length: (bullet.len_utf8() + space) as u32,
            kind: MarkKind::Bullet,
        });
    }
    outline(line).or_else(|| number(line))
}

fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '-' | '*'
            | '+'
            | '•'
            | '‣'
            | '–'
            | '—'
            | '·'
            | '▪'
            | '◦'
            | '●'
            | '■'
            | '○'
            | '►'
            | '✓'
            | '→'
    )
}

/// `1.`, `12)`, `(3)`, `a)`, `(b)`.
fn number(line: &str) -> Option<Mark> {
    let open = usize::from(line.starts_with('('));
    let rest = &line[open..];
    let digits = rest.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let letter =
        usize::from(digits == 0 && rest.starts_with(|c: char| c.is_ascii_alphabetic()));
    let label = digits + letter;
    let close = rest[label..].chars().next()?;
    let is_closed = match close {
        ')' => true,
        '.' => open == 0 && digits > 0,
        _ => false,
    };
    if label == 0 || digits > 3 || !is_closed {
        return None;
    }
    let behind = &rest[label + 1..];
    let space = behind.len() - behind.trim_start().len();
    if space == 0 || space == behind.len() {
        return None;
    }
    let value = match rest[..digits].parse() {
        Ok(value) => value,
        Err(_) => u16::from(rest.as_bytes()[0].to_ascii_lowercase() - b'a') + 1,
    };
    let length = (open + label + 1 + space) as u32;
    Some(Mark { length, kind: MarkKind::Number(value) })
}

/// `二、主要任务`, and below it `（二）完善设施`.
fn chinese(line: &str) -> Option<Mark> {
    let bare = line.strip_prefix('（').unwrap_or(line);
    let name = bare.trim_start_matches(|c| "一二三四五六七八九十百".contains(c));
    let depth = if bare.len() < line.len() { 2 } else { 1 };
    let rest = name.strip_prefix(if depth == 2 { '）' } else { '、' })?.trim_start();
    let is_mark = name.len() < bare.len() && !rest.is_empty();
    let length = (line.len() - rest.len()) as u32;
    is_mark.then_some(Mark { length, kind: MarkKind::Outline(depth) })
}

/// `2 Methods`, `2.1 Scope`, `3.4.1. Cells`, before a capital.
fn outline(line: &str) -> Option<Mark> {
    if let Some(rest) = line.strip_prefix('§') {
        let sign = line.len() - rest.trim_start().len();
        let number = rest.trim_start().bytes().take_while(u8::is_ascii_digit).count();
        let is_set_off = number > 0 && line[sign + number..].starts_with(' ');
        let length = (sign + number + 1) as u32;
        let mark = Mark { length, kind: MarkKind::Outline(1) };
        return is_set_off.then_some(mark);
    }
    if let Some(mark) = chinese(line) {
        return Some(mark);
    }
    let length =
        line.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    if length == 0 {
        return None;
    }
    let label = &line[..length];
    let parts = label.trim_end_matches('.').split('.');
    let is_plain = label.ends_with('.') && !label[..length - 1].contains('.');
    if is_plain || parts.clone().any(|part| part.is_empty() || part.len() > 3) {
        return None;
    }
    let rest = &line[length..];
    let space = rest.len() - rest.trim_start().len();
    let begins = rest
        .trim_start()
        .chars()
        .next()
        .is_some_and(|c| c.is_alphabetic() && !c.is_lowercase());
    let depth = parts.count().min(6) as u8;
    let length = (length + space) as u32;
    (space > 0 && begins).then_some(Mark { length, kind: MarkKind::Outline(depth) })
}

/// The character of a line that is a rule or an underline: three or more of
/// the same, perhaps with spaces between.
pub(super) fn rule(line: &str) -> Option<char> {
    let first = line.chars().next().filter(|c| is_stroke(*c))?;
    if line.len() == 1 && "#*~".contains(first) {
        return Some(first);
    }
    let is_rule = line.chars().all(|c| c == first || c == ' ');
    (is_rule && (line.chars().filter(|c| *c == first).count() >= 3 || first == '⁂'))
        .then_some(first)
}

fn is_stroke(c: char) -> bool {
    matches!(
        c,
        '=' | '-'
            | '~'
            | '^'
            | '*'
            | '_'
            | '#'
            | '+'
            | '"'
            | '\''
            | '`'
            | '.'
            | ':'
            | '—'
            | '–'
            | '⁂'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(line: &str) -> Option<MarkKind> {
        mark(line).map(|mark| mark.kind)
    }

    #[test]
    fn bullets_and_numbers_are_marks() {
        assert_eq!(kind("- tea"), Some(MarkKind::Bullet));
        assert_eq!(kind("\\item tea"), Some(MarkKind::Bullet));
        assert_eq!(kind("12) tea"), Some(MarkKind::Number(12)));
        assert_eq!(kind("(b) tea"), Some(MarkKind::Number(2)));
        assert_eq!(mark("• tea").map(|mark| mark.length), Some(4));
        assert_eq!(kind("2.1 Scope"), Some(MarkKind::Outline(2)));
        assert_eq!(kind("2 Scope"), Some(MarkKind::Outline(1)));
        assert_eq!(kind("二、主要任务"), Some(MarkKind::Outline(1)));
        assert_eq!(kind("（十二）完善设施"), Some(MarkKind::Outline(2)));
    }

    #[test]
    fn prose_has_no_mark() {
        for line in [
            "-5 degrees", "3.5 million people", "2024 was dry", "A. Smith",
            "— Go, she said", "1.", "(see) this", "一天，他走了。", "（注）",
        ] {
            assert_eq!(kind(line), None, "{line}");
        }
    }

    #[test]
    fn rules_are_of_one_kind() {
        assert_eq!(rule("====="), Some('='));
        assert_eq!(rule("* * *"), Some('*'));
        assert_eq!(rule("--"), None);
        assert_eq!(rule("-=-="), None);
    }
}
