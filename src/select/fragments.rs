//! Finds fragments: sentences that are not statements by themselves.

use crate::document::Sentence;
use crate::segment::chars;
use crate::terms::Terms;

/// A sentence of fewer words is a fragment.
const FEWEST_WORDS: usize = 5;

/// Without a mark at its end, one of fewer words is a label or a header.
const FEWEST_UNMARKED: usize = 10;

/// For each sentence of a document whether it is a question, a lead-in, the rest of
/// another, a label or a page's header, or too short to say much.
pub(super) fn fragments(text: &str, sentences: &[Sentence], terms: &Terms) -> Vec<bool> {
    let forms: Vec<Form> = sentences.iter().map(|s| Form::of(s.span.of(text))).collect();
    let count = |is: fn(Begin) -> bool| forms.iter().filter(|f| is(f.begin)).count();
    let has_capitals = count(|begin| begin == Begin::Capital)
        > count(|begin| matches!(begin, Begin::Small | Begin::Name));
    let mut section = None;
    let is_fragment = |(index, form): (usize, &Form)| {
        let own = Some(sentences[index].section);
        let is_first = std::mem::replace(&mut section, own) != own;
        let is_torn = has_capitals && form.begin == Begin::Small && !is_first;
        let fewest = if form.is_marked { FEWEST_WORDS } else { FEWEST_UNMARKED };
        is_torn || form.announces || terms.words(index) < fewest
    };
    forms.iter().enumerate().map(is_fragment).collect()
}

/// What a sentence is like at its ends.
#[derive(Clone, Copy, Debug)]
struct Form {
    begin: Begin,
    /// Whether a mark ends it.
    is_marked: bool,
    /// Whether it asks, or leads in to what follows.
    announces: bool,
}

/// What a sentence begins with, but for quotation marks and brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Begin {
    Capital,
    Small,
    /// A name like `iPhone`.
    Name,
    Other,
}

impl Form {
    fn of(sentence: &str) -> Self {
        // Most sentences begin with a capital and end with a stop.
        if let [b'A'..=b'Z', .., b'.'] = sentence.as_bytes() {
            return Form { begin: Begin::Capital, is_marked: true, announces: false };
        }
        let bare = sentence.trim_end_matches(|c: char| {
            chars::closes(c) || chars::closes_somewhere(c) || c.is_whitespace()
        });
        Form {
            begin: Begin::of(sentence.trim_start_matches(chars::opens)),
            is_marked: bare.ends_with(|c| chars::mark(c).is_some()),
            announces: bare.ends_with(['?', '？', '؟', ':', '：']),
        }
    }
}

impl Begin {
    fn of(text: &str) -> Self {
        let has_capital = |word: &str| word.contains(char::is_uppercase);
        match text.chars().next() {
            Some(first) if first.is_uppercase() => Begin::Capital,
            Some(first) if first.is_lowercase() => {
                let word = text.split(char::is_whitespace).next();
                if word.is_some_and(has_capital) { Begin::Name } else { Begin::Small }
            }
            _ => Begin::Other,
        }
    }
}
