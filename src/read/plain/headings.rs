//! Which paragraphs are headings. No line shows it by itself: what stands
//! before and behind it decides, and how often its form recurs.

use super::clauses::tell_clauses;
use super::form::{Form, tell_unmarked_prose};
use super::marks::MarkKind;
use super::paragraphs::Paragraph;
use super::signs::{Outline, without_marks};
use crate::document::BlockKind;
use crate::language::Language;

/// This many short lines in a row are a list of names, a poem or a table …
const LIST_LENGTH: usize = 3;
/// … but one more where so many headings stand alone that some may be nested.
const MANY_HEADINGS: usize = 5;
/// At most one heading in so many stands where the others do not.
const UNLIKE_ONE_IN: usize = 3;
/// An item of a list has no more words.
const WORDS_OF_ITEM: u32 = 8;
/// No list of questions has longer answers on average, in paragraphs.
const LONGEST_ANSWER: usize = 12;

/// Gives the paragraphs their kinds: headings with levels, and list
/// items. Returns the index of the title, if there is one.
pub(super) fn mark(
    text: &str,
    paragraphs: &mut [Paragraph],
    language: Language,
) -> Option<usize> {
    let outline = Outline::of(text, paragraphs);
    let lexicon = language.lexicon();
    let form = |paragraph| Form::of(text, paragraph, outline, lexicon);
    let mut forms: Vec<Form> = paragraphs.iter().map(form).collect();
    tell_unmarked_prose(&mut forms);
    tell_clauses(&mut forms);
    let asks = asks(&forms);
    let find = |list_length: usize| -> Vec<usize> {
        let around = |index| Around { forms: &forms, index, asks, list_length };
        (0..forms.len()).filter(|index| around(*index).is_heading()).collect()
    };
    let mut headings = find(LIST_LENGTH);
    if headings.len() >= MANY_HEADINGS {
        headings = find(LIST_LENGTH + 1);
    }
    drop_unlike(&forms, &mut headings);
    let title = headings.first().copied().filter(|index| {
        let first =
            paragraphs.iter().position(|paragraph| paragraph.kind != BlockKind::Other);
        let stands_out = |index: &usize| forms[*index].stands_out;
        let is_one_of_many = stands_out(index) && headings.iter().skip(1).any(stands_out);
        first == Some(*index) && is_title(&forms[*index]) && !is_one_of_many
    });
    let headings = with_names(paragraphs, &forms, headings);
    let base = u8::from(title.is_some());
    let mut underlines = Vec::new();
    for index in headings {
        let paragraph = &mut paragraphs[index];
        let level = level(paragraph, &forms[index], &mut underlines, base);
        let level = if title == Some(index) { 1 } else { level };
        paragraph.kind = BlockKind::Heading(level);
        paragraph.span = without_marks(text, paragraph.span, outline);
    }
    for paragraph in paragraphs.iter_mut() {
        if paragraph.kind == BlockKind::Paragraph {
            strip_item_mark(paragraph);
        }
    }
    mark_signature(paragraphs, &forms);
    title
}

/// Drops what stands right below prose where blank lines set the headings off.
fn drop_unlike(forms: &[Form], headings: &mut Vec<usize>) {
    let is_below_prose = |index: &usize| {
        let form = &forms[*index];
        *index > 0
            && form.signs.is_none()
            && !form.is_numbered()
            && forms[index - 1].is_prose
    };
    let below = headings.iter().filter(|index| is_below_prose(index));
    let (all, set_off) = below.fold((0, 0), |(all, set_off), index| {
        (all + 1, set_off + usize::from(forms[*index].gap))
    });
    if set_off > 1 && set_off * UNLIKE_ONE_IN >= all * (UNLIKE_ONE_IN - 1) {
        headings.retain(|index| forms[*index].gap || !is_below_prose(index));
    }
}

/// Joins a bare division with the name on the next line (`Chapter IV`, `The
/// Storm`) into one heading; what is left of the name has no kind of its own.
fn with_names(
    paragraphs: &mut [Paragraph],
    forms: &[Form],
    headings: Vec<usize>,
) -> Vec<usize> {
    let mut joined: Vec<usize> = Vec::with_capacity(headings.len());
    for index in headings {
        let number = joined.last().copied().filter(|last| last + 1 == index);
        let is_name = !forms[index].is_numbered()
            && forms[index].signs.is_none()
            && !forms[index].is_usual;
        match number.filter(|number| forms[*number].is_bare_division() && is_name) {
            Some(number) => {
                paragraphs[number].span.end = paragraphs[index].span.end;
                paragraphs[index].span.start = paragraphs[index].span.end;
                paragraphs[index].kind = BlockKind::Heading(1);
            }
            None => joined.push(index),
        }
    }
    joined
}

/// A short last line behind prose is a name or a source, and no candidate.
fn mark_signature(paragraphs: &mut [Paragraph], forms: &[Form]) {
    if let ([.., before, last], Some(paragraph)) = (forms, paragraphs.last_mut())
        && before.is_prose
        && (last.is_short || last.is_rule)
        && last.words <= 6
        && paragraph.kind == BlockKind::Paragraph
    {
        paragraph.kind = BlockKind::Caption;
    }
}

/// A list item begins behind its mark.
fn strip_item_mark(paragraph: &mut Paragraph) {
    let Some(mark) = paragraph.mark else { return };
    if matches!(mark.kind, MarkKind::Bullet | MarkKind::Number(_)) {
        paragraph.kind = BlockKind::ListItem;
        paragraph.span.start += mark.length;
    }
}

/// Whether questions are the headings: several stand alone with prose behind them, and
/// the answers are not so long that the questions are what somebody thinks in a story.
fn asks(forms: &[Form]) -> bool {
    let questions = forms
        .windows(2)
        .filter(|pair| pair[0].is_question && pair[1].is_prose && !pair[1].is_question)
        .count();
    let prose = forms.iter().filter(|form| form.is_prose).count();
    questions > 1 && prose <= LONGEST_ANSWER * questions
}

/// A paragraph among the others.
struct Around<'a> {
    forms: &'a [Form],
    index: usize,
    /// Whether questions are headings.
    asks: bool,
    list_length: usize,
}

impl Around<'_> {
    fn form(&self) -> &Form {
        &self.forms[self.index]
    }

    fn is_heading(&self) -> bool {
        let form = self.form();
        if form.is_rule || form.is_caption && form.depth().is_none() {
            return false;
        }
        if form.signs.is_some() || form.stands_out {
            return true;
        }
        if self.closes_prose() || self.is_among_fields() {
            return false;
        }
        if form.is_lead_in {
            return self.leads_prose();
        }
        if form.is_question {
            let answered =
                self.next().is_some_and(|next| next.is_prose && !next.is_question);
            return self.asks && answered && self.before_allows();
        }
        form.is_short
            && (self.heads_prose()
                || form.is_usual && self.next().is_some()
                || self.heads_all())
            && self.before_allows()
            && (form.is_usual || self.heads_all() || !self.is_in_list())
    }

    /// Whether it stands right below prose, with a blank line behind it: a
    /// heading is not closer to what it ends than to what it begins.
    fn closes_prose(&self) -> bool {
        !self.form().gap
            && self.above().is_some_and(|above| above.is_prose)
            && self.below().is_some_and(|below| below.gap)
    }

    /// Whether it has a label, as a line right above or below it has: `Present: Ida`
    /// and `Absent: Per` head nothing.
    fn is_among_fields(&self) -> bool {
        let is_one = |form: &Form| form.is_field && !form.is_numbered();
        is_one(self.form())
            && (self.above().is_some_and(|above| is_one(above) && !self.form().gap)
                || self.below().is_some_and(|below| is_one(below) && !below.gap))
    }

    fn above(&self) -> Option<&Form> {
        self.index.checked_sub(1).map(|above| &self.forms[above])
    }

    fn below(&self) -> Option<&Form> {
        self.forms.get(self.index + 1)
    }

    /// What follows, but for rules.
    fn ahead(&self) -> impl Iterator<Item = &Form> {
        self.forms[self.index + 1..].iter().filter(|form| !form.is_rule)
    }

    fn next(&self) -> Option<&Form> {
        self.ahead().next()
    }

    /// A label with a colon heads a section when prose follows, and no list.
    fn leads_prose(&self) -> bool {
        let is_followed =
            self.next().is_some_and(|next| next.is_prose && next.mark.is_none());
        self.form().is_label && is_followed && self.before_allows()
    }

    /// Whether prose follows, with no more than other headings between.
    fn heads_prose(&self) -> bool {
        let is_prose = |form: &Form| {
            form.is_prose
                || form.is_lead_in
                || form.mark == Some(MarkKind::Bullet)
                || form.is_caption
        };
        let is_heading = |form: &Form| form.is_short || form.signs.is_some();
        let mut ahead = self.ahead().take(self.list_length);
        ahead.find(|form| is_prose(form) || !is_heading(form)).is_some_and(is_prose)
    }

    /// Whether it is the first line, set off from the lines right below each other that
    /// follow.
    fn heads_all(&self) -> bool {
        let [_, next, behind, ..] = self.forms else { return false };
        self.index == 0 && self.form().mark.is_none() && next.gap && !behind.gap
    }

    /// Whether what stands before has come to an end.
    fn before_allows(&self) -> bool {
        let before = self.forms[..self.index].iter().rev().find(|form| !form.is_rule);
        before.is_none_or(|form| {
            form.is_prose
                || form.is_short
                || form.is_caption
                || form.is_lead_in
                || form.signs.is_some()
                || form.mark.is_some()
                || self.form().gap && !form.gap && form.words <= WORDS_OF_ITEM
        })
    }

    /// Whether it is one of several short lines in a row without numbers, or
    /// an item among numbered items.
    fn is_in_list(&self) -> bool {
        let form = self.form();
        if let Some(MarkKind::Number(number)) = form.mark {
            let counts = |form: &Form, value: u16| {
                value > 0 && form.mark == Some(MarkKind::Number(value))
            };
            return self.below().is_some_and(|below| counts(below, number + 1))
                || self
                    .above()
                    .is_some_and(|above| counts(above, number.saturating_sub(1)));
        }
        if form.is_numbered() {
            return false;
        }
        let is_bare = |form: &Form| {
            form.is_short
                && !form.is_numbered()
                && form.signs.is_none()
                && !form.stands_out
        };
        // Lines right below each other are a list of their own, apart from what a
        // blank line sets off from them.
        let is_set_off = |form: &Form, above: &Form| form.gap && !above.gap;
        let before = (0..self.index)
            .rev()
            .take(self.list_length)
            .take_while(|above| {
                let (above, below) = (&self.forms[*above], &self.forms[above + 1]);
                is_bare(above) && !is_set_off(below, above)
            })
            .count();
        let behind = self.forms[self.index + 1..]
            .iter()
            .take(self.list_length)
            .take_while(|form| is_bare(form))
            .count();
        before + 1 + behind >= self.list_length
    }
}

/// Whether the first heading can be the title of the whole.
fn is_title(form: &Form) -> bool {
    form.depth().is_none() && !form.is_division && !form.is_question && !form.is_usual
}

/// The level of a heading: by its signs, its number, or the order in which
/// underlines are first used.
fn level(paragraph: &Paragraph, form: &Form, underlines: &mut Vec<char>, base: u8) -> u8 {
    if let Some(underline) = paragraph.underline {
        let known = underlines.iter().position(|known| *known == underline);
        let rank = known.unwrap_or_else(|| {
            underlines.push(underline);
            underlines.len() - 1
        });
        return (rank as u8).saturating_add(1).min(6);
    }
    form.signs.unwrap_or_else(|| base + form.depth().unwrap_or(1)).min(6)
}

#[cfg(test)]
mod tests {
    use crate::document::BlockKind;
    use crate::language::Language;

    /// How many headings a text has, in which so many paragraphs stand behind each of
    /// two questions.
    fn headings(paragraphs: usize) -> usize {
        let answer =
            "The keeper looked for the boat until it was dark.\n\n".repeat(paragraphs);
        let text = format!(
            "The lamp went out.\n\nWhere was he?\n\n{answer}Who had the boat?\n\n{answer}"
        );
        let blocks = super::super::read(text, Language::UNKNOWN).blocks;
        blocks.iter().filter(|block| matches!(block.kind, BlockKind::Heading(_))).count()
    }

    #[test]
    fn questions_are_headings_where_they_have_answers_and_not_in_a_story() {
        assert_eq!([1, 3, 10, 20].map(headings), [2, 2, 2, 0]);
    }
}
