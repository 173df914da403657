//! The ways in which one text can be laid out in lines.

/// A layout of lines.
///
/// ```
/// use epitome::evaluate::layout::Layout;
/// assert_eq!(Layout::Dense.apply("Aim\n\nIt is far."), "Aim\nIt is far.\n");
/// for (layout, name) in Layout::ALL {
///     println!("{name}: {} lines", layout.apply("A\n\nB").lines().count());
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// As it is.
    Given,
    /// Without blank lines.
    Dense,
    /// Every line wrapped at 72 columns.
    Wrapped,
    /// Wrapped, without blank lines.
    WrappedDense,
}

/// The column at which lines are wrapped.
const COLUMN: usize = 72;

impl Layout {
    /// Every layout with its name.
    pub const ALL: [(Layout, &'static str); 4] = [
        (Layout::Given, "as given"),
        (Layout::Dense, "no blank lines"),
        (Layout::Wrapped, "wrapped"),
        (Layout::WrappedDense, "wrapped, no blank lines"),
    ];

    /// `text` in this layout.
    #[must_use]
    pub fn apply(self, text: &str) -> String {
        let keeps_blanks = matches!(self, Layout::Given | Layout::Wrapped);
        let wraps = matches!(self, Layout::Wrapped | Layout::WrappedDense);
        let mut out = String::with_capacity(text.len() + text.len() / 64);
        for line in text.lines().filter(|line| keeps_blanks || !line.trim().is_empty()) {
            if wraps {
                wrap(line, &mut out);
            } else {
                out.push_str(line);
                out.push('\n');
            }
        }
        out
    }
}

/// Wraps by the first fit, between words alone.
fn wrap(line: &str, out: &mut String) {
    let mut width = 0;
    for word in line.split_whitespace() {
        let length = word.chars().count();
        if width > 0 && width + 1 + length > COLUMN {
            out.push('\n');
            width = 0;
        } else if width > 0 {
            out.push(' ');
            width += 1;
        }
        out.push_str(word);
        width += length;
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layouts_change_lines_and_nothing_else() {
        let text = format!("Title\n\n{}\n", "word ".repeat(40).trim());
        for (layout, _) in Layout::ALL {
            let laid_out = layout.apply(&text);
            assert!(laid_out.split_whitespace().eq(text.split_whitespace()));
        }
        assert!(Layout::Wrapped.apply(&text).lines().all(|line| line.len() <= COLUMN));
        assert!(!Layout::Dense.apply(&text).contains("\n\n"));
    }
}
