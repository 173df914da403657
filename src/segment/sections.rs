//! Blocks to sections, and each section's blocks to sentences.

use super::chars::has_alphanumeric;
use super::labels::is_label;
use super::locators::is_locator;
use super::{folded, openings, sentences};
use crate::document::{Block, BlockKind, Document, Section, Sentence, Span};
use crate::flood;
use crate::language::List;
use crate::options::SegmentOptions;

/// Few texts have shorter sentences on average, in bytes.
const MEAN_SENTENCE: usize = 80;
/// What stands in the first part of so many is at the front of a text.
const FRONT: usize = 4;

/// A document's sections and sentences, both in order.
///
/// ```
/// use epitome::{Format, Options, read, segment};
/// let options = Options::default();
/// let text = "Sea\n===\n\nIt rose. It fell.\n\nTown\n====\n\nIt slept.\n";
/// let document = read::read(text.into(), Format::Text, &options.read)?;
/// let segmented = segment::segment(&document, &options.segment);
/// for section in &segmented.sections {
///     let heading = section.heading.map(|span| span.of(&document.text));
///     println!("{heading:?}: {} sentences", section.sentences.len());
/// }
/// assert_eq!(segmented.sections[0].sentences, 0..2);
/// # Ok::<(), epitome::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Segmented {
    /// The sections; their ranges of sentences follow one another.
    pub sections: Vec<Section>,
    /// The sentences.
    pub sentences: Vec<Sentence>,
}

/// Divides `document` into sections and sentences. A text has at most 240 000
/// sentences and one more in 32 bytes; those behind are left out, unless they came
/// split already.
///
/// ```
/// use epitome::{Format, Options, read, segment};
/// let options = Options::default();
/// let text = "Dr. Ames came at 9 a.m. She left at noon.";
/// let document = read::read(text.into(), Format::Text, &options.read)?;
/// let sentences = segment::segment(&document, &options.segment).sentences;
/// assert_eq!(sentences[0].span.of(text), "Dr. Ames came at 9 a.m.");
/// assert_eq!(sentences[1].span.of(text), "She left at noon.");
/// # Ok::<(), epitome::Error>(())
/// ```
#[must_use]
pub fn segment(document: &Document, options: &SegmentOptions) -> Segmented {
    let is_given = |block: &&Block| block.kind == BlockKind::Sentence;
    let given = document.blocks.iter().filter(is_given).count();
    let sentences = Vec::with_capacity(given.max(document.text.len() / MEAN_SENTENCE));
    let out = Segmented { sections: Vec::new(), sentences };
    let most = flood::most(document.text.len());
    let mut builder = Builder { document, out, back_matter: None, most };
    for block in &document.blocks {
        match block.kind {
            BlockKind::Heading(level)
                if options.depth.is_none_or(|depth| level <= depth) =>
            {
                builder.open(block.span, level);
            }
            BlockKind::Heading(_) => builder.extend(block.span),
            _ => builder.add(block),
        }
    }
    builder.finish()
}

struct Builder<'a> {
    document: &'a Document,
    out: Segmented,
    /// The level of the open heading whose section lists sources or thanks, and
    /// whether those nested in it do so too.
    back_matter: Option<(u8, bool)>,
    /// How many sentences there may be.
    most: usize,
}

impl Builder<'_> {
    fn open(&mut self, heading: Span, level: u8) {
        let is_over = |(above, nests): (u8, bool)| level <= above || !nests;
        if self.back_matter.is_none_or(is_over) {
            // What stands below the contents at the front is the text itself.
            let nests = heading.start as usize * FRONT > self.document.text.len();
            self.back_matter = self.is_back_matter(heading).then_some((level, nests));
        }
        let start = self.out.sentences.len();
        self.out.sections.push(Section {
            heading: Some(heading),
            level,
            span: heading,
            sentences: start..start,
        });
    }

    /// Whether a heading, without its number, announces back matter.
    fn is_back_matter(&self, heading: Span) -> bool {
        let heading = folded(heading.of(&self.document.text));
        let name =
            heading.trim_start_matches(|c: char| c.is_numeric() || ". )".contains(c));
        let lists =
            self.document.language.lexicon().lists(name.trim_end_matches([':', '.']));
        lists.has(List::BackMatter)
    }

    /// The section that text at `span` belongs to.
    fn extend(&mut self, span: Span) {
        if self.out.sections.is_empty() {
            self.out.sections.push(Section {
                heading: None,
                level: 1,
                span,
                sentences: 0..0,
            });
        }
        if let Some(section) = self.out.sections.last_mut() {
            section.span.end = section.span.end.max(span.end);
        }
    }

    fn add(&mut self, block: &Block) {
        self.extend(block.span);
        let section = self.out.sections.len() as u32 - 1;
        let candidate = self.back_matter.is_none() && block.kind != BlockKind::Caption;
        let sentences = &mut self.out.sentences;
        let Document { text, language, .. } = self.document;
        // None of those that come split already is dropped.
        let is_given = block.kind == BlockKind::Sentence;
        let most = if is_given { usize::MAX } else { self.most };
        let mut push = |span: Span| {
            if sentences.len() >= most {
                return;
            }
            let sentence = span.of(text);
            let is_label = sentence.strip_suffix('.').is_some_and(is_label);
            let says_something = has_alphanumeric(sentence) && !is_label;
            if !says_something && !is_given {
                return;
            }
            let candidate =
                candidate && says_something && !is_locator(sentence, *language);
            let leans = openings::leans(sentence, *language);
            sentences.push(Sentence { span, section, candidate, leans });
        };
        match block.kind {
            BlockKind::Other => {}
            BlockKind::Sentence => push(block.span),
            _ => {
                sentences::split(text, block.span, *language, &mut push);
            }
        }
        if let Some(section) = self.out.sections.last_mut() {
            section.sentences.end = self.out.sentences.len();
        }
    }

    /// Where no sentence is a candidate, all are: a summary is never empty
    /// while the document has a sentence.
    fn finish(mut self) -> Segmented {
        if !self.out.sentences.iter().any(|sentence| sentence.candidate) {
            for sentence in &mut self.out.sentences {
                sentence.candidate =
                    !folded(sentence.span.of(&self.document.text)).is_empty();
            }
        }
        self.out
    }
}
