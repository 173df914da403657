//! Lines that say how a command is called: `sail [-f] [--to PORT] BOAT...`.

/// At least so many words are options or places to be filled in …
const FEWEST_SLOTS: usize = 2;
/// … and one in so many.
const SLOTS_ONE_IN: usize = 2;

/// Whether a line with a bracket or a stroke says how a command is called.
pub(super) fn is_usage(line: &str) -> bool {
    let begins_item = line.starts_with(['-', '*', '+', '•', '|']) || is_box(line);
    let words = || line.split_whitespace();
    let is_prose =
        |word: &str| word.ends_with([',', '.', '!', '?', ';']) && !word.ends_with("...");
    if begins_item || words().any(is_prose) || is_one_bracket(line) {
        return false;
    }
    // Behind a command in small letters, capitals stand for what is to be filled in.
    let is_command = line.starts_with(|c: char| c.is_ascii_lowercase());
    let is_blank = |word: &str| {
        is_command && word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    let slots = words().filter(|word| is_slot(word)).count();
    let blanks = words().filter(|word| is_blank(word)).count();
    slots >= FEWEST_SLOTS
        && (slots + blanks) * SLOTS_ONE_IN >= words().count()
        && (words().any(opens_slot) || words().filter(|word| *word == "|").count() > 1)
}

/// Whether a word is an option, a place to be filled in, or stands between two of them.
fn is_slot(word: &str) -> bool {
    let is_name = |word: &str| {
        word.len() > 2 && !word[1..word.len() - 1].contains(['<', '>', '/', ' '])
    };
    let bare = word.trim_end_matches(['.', ']', ',']);
    opens_slot(word)
        || word.ends_with([']', '}']) && word != "[...]"
        || word == "|"
        || word.starts_with('-') && word.len() > 1
        || word.ends_with("...") && word.len() > 3 && word != "[...]"
        || bare.starts_with('<') && bare.ends_with('>') && is_name(bare)
}

/// Whether a place to be filled in, or to be left out, opens in `word`.
fn opens_slot(word: &str) -> bool {
    let inside = word.trim_start_matches(['[', '{']);
    inside.len() < word.len()
        && inside.starts_with(|c: char| c.is_ascii_alphabetic() || "-<+".contains(c))
}

/// Whether a line is in brackets from end to end, as remarks and links are.
fn is_one_bracket(line: &str) -> bool {
    let mut depth = 0_i32;
    let closes = line.bytes().position(|byte| {
        depth += i32::from(matches!(byte, b'[' | b'{'));
        depth -= i32::from(matches!(byte, b']' | b'}'));
        depth == 0
    });
    closes == Some(line.len() - 1)
}

/// Whether a line begins with a box to be ticked.
fn is_box(line: &str) -> bool {
    matches!(line.as_bytes(), [b'[', b' ' | b'x' | b'X', b']', ..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_and_places_to_be_filled_in_are_usage() {
        for line in [
            "sail [OPTIONS] BOAT...",
            "sail {N|S|E|W}[fgh] [PORT...]",
            "sail -t [-f PORT] [OPTIONS] [CREW...]",
            "[--crew[=<name>]] [--hull] [-p|--port|-S]",
            "sail <boat> [<port>]",
            "sail -A [OPTIONS] BOAT BOAT",
            "[-a=name] {row | drift | moor | haul |",
            "Usage: sail [options] <boat> [port...]",
            "haul rope...  | drop | full-stop | cast-off |",
        ] {
            assert!(is_usage(line), "{line}");
        }
    }

    #[test]
    fn remarks_links_and_notes_are_none() {
        for line in [
            "[A bell rings]", "[[Ports]]", "[ ] Wash the hull", "[x] Tar it",
            "[2019] UKSC 5", "<i>Nobody knows their names</i>",
            "She went [...] and came", "The [-v] option says more",
            "- [Sails](sails.md) [Masts](masts.md)", "We set out [1] and came back [2].",
            "Home | News", "[DRAFT] MINUTES OF THE MEETING",
        ] {
            assert!(!is_usage(line), "{line}");
        }
    }
}
