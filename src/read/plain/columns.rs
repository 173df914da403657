//! Lists in two columns: a name, a wide gap, and what it stands for.

use memchr::memmem;

use super::lines::{Line, width};

/// What lies at least between two columns; justified prose hardly has as much.
const GAP: &[u8] = b"   ";

/// Whether the second columns of two lines begin at the same place.
pub(super) fn are_aligned(text: &str, first: &Line, second: &Line) -> bool {
    let column = column(text, first);
    column.is_some() && column == self::column(text, second)
}

/// Where the second column of `line` begins.
fn column(text: &str, line: &Line) -> Option<u32> {
    let line_text = line.span.of(text);
    let gap = memmem::find(line_text.as_bytes(), GAP)?;
    let behind = line_text[gap..].trim_start();
    let before = &line_text[..line_text.len() - behind.len()];
    Some(line.indent + width(before) as u32)
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    fn aligned(text: &str) -> bool {
        let lines = lines(text);
        are_aligned(text, &lines[0], &lines[1])
    }

    #[test]
    fn columns_are_aligned_whatever_stands_before_them() {
        assert!(aligned("tar        keeps the water out\nvarnish    shines\n"));
        assert!(aligned("  été      summer\n    zima   winter\n"));
        assert!(!aligned("The  boats   are late\nand the  wind   has turned\n"));
        assert!(!aligned("tar        keeps the water out\nThen it dries.\n"));
    }
}
