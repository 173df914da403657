//! How people write to one another: without capitals, and with marks in a row.

use super::around::{After, Context, NEAR, near_end};
use super::chars::{Begin, Mark};

/// Whether three marks or more stand in a row, behind which another sentence begins even
/// without a capital: `did you see that??? no way`.
pub(super) fn is_shout(context: &Context<'_>, after: &After<'_>) -> bool {
    context.mark == Mark::Ask
        && context.behind - context.from > 2
        && !context.block[context.from..context.behind].contains('.')
        && after.gap
        && !after.closed
        && after.begin == Begin::Lower
}

/// Whether the text around a mark shows that its writer does without capitals, by the
/// pronoun that English never writes small.
pub(super) fn is_chat(context: &Context<'_>, after: &After<'_>) -> bool {
    if after.begin != Begin::Lower || after.closed || !after.gap {
        return false;
    }
    let ahead = &context.block[after.end..];
    let ahead = &ahead[..ahead.floor_char_boundary(NEAR)];
    let says_i = |text: &str| [" i ", " i'", " i’"].iter().any(|i| text.contains(i));
    says_i(near_end(&context.block[..context.from], NEAR)) || says_i(ahead)
}
