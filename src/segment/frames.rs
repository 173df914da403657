//! Clauses that report a quotation: `“你来吗？”他问道。`, `«هل تأتي؟» سأل.` Where letters have
//! no cases, no small letter tells them from new sentences.

use super::around::{After, Context, NEAR, near_end};

/// No such clause has more characters.
const LONGEST: usize = 24;

/// Whether what follows a quotation that closes here reports it: the sentence so far is
/// that quotation alone, or its last part, and the clause behind it begins or ends with
/// saying.
pub(super) fn reports(context: &Context<'_>, after: &After<'_>) -> bool {
    let is_quote = |c: char| "\"'”’」』»›“‘".contains(c);
    let opens = |c: char| "\"“‘「『«‹„”".contains(c);
    let closing = &context.block[context.behind..after.end];
    let so_far = near_end(&context.block[context.start..context.from], NEAR);
    let is_alone = |at: usize| at == 0 && so_far.len() < NEAR;
    closing.ends_with(is_quote)
        && !after.quoted
        && so_far.rfind(opens).is_none_or(is_alone)
        && clause(after.rest).is_some_and(says)
}

/// The clause at the start of `text`, up to a mark.
fn clause(text: &str) -> Option<&str> {
    let is_mark = |c: char| "。，！？：；、,.!?:;؟،؛۔।…“”「」«»\"\n".contains(c);
    let (end, _) = text.char_indices().take(2 * LONGEST).find(|(_, c)| is_mark(*c))?;
    Some(text[..end].trim())
}

/// Whether a clause begins or ends with a word for saying.
fn says(clause: &str) -> bool {
    let mut words = clause.split_whitespace();
    let first = words.next().unwrap_or("");
    let last = words.next_back().unwrap_or(first);
    let is_said = |c: char| "说說道问問答喊叫称稱讲講嚷骂罵吼".contains(c);
    let ends =
        clause.ends_with(is_said) || SAID.iter().any(|said| clause.ends_with(said));
    ends && clause.chars().count() <= LONGEST || is_verb(first) || is_verb(last)
}

/// Words for saying in scripts without spaces, which stand at the end of a clause.
const SAID: [&str; 20] = [
    "表示", "指出", "回应", "回應", "补充", "補充", "强调", "強調", "解释", "解釋",
    "宣布", "言った", "言う", "聞いた", "尋ねた", "答えた", "叫んだ", "話した", "述べた",
    "語った",
];

/// Words for saying in scripts with spaces and without cases.
fn is_verb(word: &str) -> bool {
    matches!(
        word,
        // Arabic, Persian, Urdu, Hebrew.
        "سأل" | "سألت" | "قال" | "قالت" | "قالوا" | "يقول" | "تقول" | "أجاب" | "أجابت"
            | "ردت" | "أضاف" | "أضافت" | "صاح" | "صاحت" | "همس" | "همست" | "هتف"
            | "پرسید" | "گفت" | "گفتند" | "پرسیدند" | "افزود"
            | "پوچھا" | "کہا" | "بولا" | "بولی" | "بولے"
            | "שאל" | "שאלה" | "אמר" | "אמרה" | "אומר" | "אומרת" | "ענה" | "ענתה" | "השיב"
            | "השיבה" | "הוסיף" | "הוסיפה" | "צעק" | "צעקה" | "לחש" | "לחשה"
            // Hindi, Marathi, Tamil, Korean.
            | "पूछा" | "कहा" | "बोला" | "बोली" | "बोले" | "म्हणाला" | "म्हणाली" | "विचारले"
            | "கேட்டார்" | "கேட்டான்" | "கேட்டாள்" | "கூறினார்" | "சொன்னார்" | "என்று"
            | "என்றார்" | "என்றான்" | "என்றாள்"
            | "물었다" | "말했다" | "대답했다" | "답했다" | "외쳤다" | "되물었다" | "속삭였다"
            | "덧붙였다" | "소리쳤다"
    )
}
