//! A text as a sequence of passages, with nothing left out: the text between blocks
//! and between sentences is included.

use std::collections::VecDeque;

use crate::collection::Collection;
use crate::document::{BlockKind, Section, Sentence, Span};
use crate::reading::{Passage, PassageKind, Piece};
use crate::segment::folded;

/// The most sentences in a passage of sentences that were given already split.
const LONGEST: usize = 1 << 12;

/// The passages of `collection`, in order, each built on demand.
pub(crate) fn passages(collection: &Collection<'_>) -> impl Iterator<Item = Passage> {
    let Collection { text, sections, sentences, .. } = collection;
    let mut builder = Builder {
        text,
        sections,
        section: 0,
        sentences,
        next: 0,
        passages: VecDeque::new(),
    };
    let mut blocks = collection.blocks.iter();
    let (mut end, mut was_split) = (0, false);
    let mut is_left = true;
    std::iter::from_fn(move || {
        // The last passage may grow with the next block.
        while is_left && builder.passages.len() < 2 {
            let Some(block) = blocks.next() else {
                builder.verbatim(Span::new(end..text.len()));
                is_left = false;
                break;
            };
            let (outside, lead) = around_line(text, end, block.span.range().start);
            builder.verbatim(outside);
            let is_split = block.kind == BlockKind::Sentence;
            builder.block(block.kind, lead, block.span, was_split && is_split);
            (end, was_split) = (block.span.range().end, is_split);
        }
        builder.passages.pop_front()
    })
}

/// The text between `end` and `start`: the whole lines, and what precedes `start` on its
/// own line.
fn around_line(text: &str, end: usize, start: usize) -> (Span, Span) {
    let line = text[end..start].rfind('\n').map_or(end, |at| end + at + 1);
    (Span::new(end..line), Span::new(line..start))
}

struct Builder<'a> {
    text: &'a str,
    sections: &'a [Section],
    /// The section reached.
    section: usize,
    sentences: &'a [Sentence],
    /// The first sentence not reached.
    next: usize,
    /// The passages that are not handed out yet.
    passages: VecDeque<Passage>,
}

impl Builder<'_> {
    fn section_at(&mut self, start: u32) -> usize {
        while self.sections.get(self.section + 1).is_some_and(|s| s.span.start <= start) {
            self.section += 1;
        }
        self.section
    }

    /// Adds lines that belong to no block, if they say anything.
    fn verbatim(&mut self, span: Span) {
        let lines = span.of(self.text).trim_matches('\n').trim_end();
        if lines.contains(char::is_alphanumeric) {
            let section = self.section_at(span.start);
            let pieces = vec![Piece::Text(lines.to_string().into())];
            self.passages.push_back(Passage {
                kind: PassageKind::Verbatim,
                section,
                pieces,
            });
        }
    }

    /// Adds a block with the `lead` before it on its line: a list mark or a speaker's
    /// name. With `on` it continues the previous passage.
    fn block(&mut self, kind: BlockKind, lead: Span, span: Span, on: bool) {
        let kind = match kind {
            BlockKind::Heading(level) => PassageKind::Heading(level),
            BlockKind::Paragraph | BlockKind::Sentence => PassageKind::Paragraph,
            BlockKind::ListItem => PassageKind::Item,
            BlockKind::Quote => PassageKind::Quote,
            BlockKind::Caption => PassageKind::Caption,
            BlockKind::Other => return self.verbatim(Span { start: lead.start, ..span }),
        };
        let section = self.section_at(span.start);
        let mut pieces = Vec::new();
        if matches!(kind, PassageKind::Heading(_)) {
            let heading = folded(span.of(self.text)).into_owned();
            pieces.push(Piece::Text(heading.into()));
        } else {
            let lead = folded(lead.of(self.text));
            if !lead.is_empty() {
                pieces.push(Piece::Text(format!("{lead} ").into()));
            }
            self.prose(span, &mut pieces);
        }
        let goes_on = |last: &&mut Passage| {
            on && last.section == section && last.pieces.len() < 2 * LONGEST
        };
        match self.passages.back_mut().filter(goes_on) {
            Some(last) => {
                last.pieces.push(Piece::Text(" ".into()));
                last.pieces.append(&mut pieces);
            }
            None => self.passages.push_back(Passage { kind, section, pieces }),
        }
    }

    /// Adds the sentences of `span` and the text between them.
    fn prose(&mut self, span: Span, pieces: &mut Vec<Piece>) {
        let rest = &self.sentences[self.next..];
        let count = rest.partition_point(|sentence| sentence.span.start < span.end);
        pieces.reserve_exact(2 * count + 1);
        let mut end = span.start;
        while let Some(sentence) =
            self.sentences.get(self.next).filter(|next| next.span.start < span.end)
        {
            self.between(Span { start: end, end: sentence.span.start }, pieces);
            pieces.push(Piece::Sentence(self.next));
            end = sentence.span.end;
            self.next += 1;
        }
        if end < span.end {
            self.between(Span { start: end, ..span }, pieces);
        }
    }

    fn between(&self, span: Span, pieces: &mut Vec<Piece>) {
        let text = if span.is_empty() { "" } else { span.of(self.text) };
        let begins = text.starts_with(char::is_whitespace);
        let ends = text.ends_with(char::is_whitespace);
        let words = folded(text);
        let piece = match (words.is_empty(), begins, ends) {
            (true, false, _) => return,
            (true, ..) => " ".into(),
            (_, begins, ends) => {
                let space = |is_there: bool| if is_there { " " } else { "" };
                format!("{}{words}{}", space(begins), space(ends)).into()
            }
        };
        pieces.push(Piece::Text(piece));
    }
}

#[cfg(test)]
mod tests {
    use crate::reading::{PassageKind, Piece};
    use crate::{Format, Options, Summarizer, Summary};

    fn read(text: &str, format: Format) -> Summary {
        let mut options = Options::default();
        options.read.format = format;
        options.output.reading = true;
        Summarizer::new(options).unwrap().summarize(text).unwrap()
    }

    /// The passages as a reader sees them, sentences in brackets.
    fn shown(summary: &Summary) -> Vec<String> {
        let sentences = summary.sentences.as_ref().unwrap();
        let piece = |piece: &Piece| match piece {
            Piece::Sentence(index) => format!("[{}]", sentences[*index].pick.text),
            Piece::Text(text) => text.to_string(),
        };
        let passages = summary.reading.as_ref().unwrap().passages.iter();
        passages.map(|passage| passage.pieces.iter().map(piece).collect()).collect()
    }

    #[test]
    fn a_text_comes_back_with_its_headings_marks_and_code() {
        let text = "Repairs\n=======\n\nThe wall broke. It will be mended.\n\n- Stone is \
                    at hand.\n- Money is not at hand.\n\nANNA: We shall wait for it.\n";
        let summary = read(text, Format::Text);
        let passages = shown(&summary);
        assert_eq!(passages[0], "Repairs");
        assert_eq!(passages[1], "[The wall broke.] [It will be mended.]");
        assert_eq!(passages[2], "- [Stone is at hand.]");
        let reading = summary.reading.as_ref().unwrap();
        assert_eq!(reading.passages[2].kind, PassageKind::Item);
    }

    #[test]
    fn sentences_that_came_split_are_one_passage() {
        let mut options = Options::default();
        options.output.reading = true;
        let record = br#"{"id": 1, "sentences": ["One is here.", "Two is there."]}"#;
        let summary = Summarizer::new(options).unwrap().summarize_record(record).unwrap();
        assert_eq!(shown(&summary), ["[One is here.] [Two is there.]"]);
    }

    #[test]
    fn the_json_knows_nothing_of_it() {
        let summary = read("One is here.", Format::Text);
        let json = crate::render::json::line(&summary);
        assert!(summary.reading.is_some() && !json.contains("reading"));
    }
}
