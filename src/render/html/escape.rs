//! Text as HTML text: nothing in it is markup, and nothing in it turns the
//! direction of the source.

use std::fmt::{self, Display, Formatter};

use crate::render::terminal::turns_direction;

/// `text` for the content of an element or of a quoted attribute.
pub(super) fn escaped(text: &str) -> Escaped<'_> {
    Escaped(text)
}

/// Text that escapes itself where it is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Escaped<'a>(&'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some(at) = rest.find(is_special) {
            f.write_str(&rest[..at])?;
            let mut chars = rest[at..].chars();
            match chars.next() {
                Some('&') => f.write_str("&amp;")?,
                Some('<') => f.write_str("&lt;")?,
                Some('>') => f.write_str("&gt;")?,
                Some('"') => f.write_str("&quot;")?,
                Some(c) if turns_direction(c) => write!(f, "&#x{:x};", c as u32)?,
                _ => f.write_str("\u{fffd}")?,
            }
            rest = chars.as_str();
        }
        f.write_str(rest)
    }
}

/// Characters that HTML gives a meaning, and those that it does not allow.
fn is_special(c: char) -> bool {
    let code = c as u32;
    matches!(c, '&' | '<' | '>' | '"')
        || turns_direction(c)
        || c.is_control() && c != '\n' && c != '\t'
        || code & 0xfffe == 0xfffe
        || (0xfdd0..=0xfdef).contains(&code)
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn markup_controls_and_marks_of_direction_are_written_safely() {
        let written = escaped("a<b> & \"c\" \u{0}\u{85}\u{202e}\u{ffff}é\n").to_string();
        let safe = "a&lt;b&gt; &amp; &quot;c&quot; \u{fffd}\u{fffd}&#x202e;\u{fffd}é\n";
        assert_eq!(written, safe);
    }
}
