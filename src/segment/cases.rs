//! Where sentences end, case by case.

use crate::document::Span;
use crate::language::Language;

fn split<'a>(code: &str, text: &'a str) -> Vec<&'a str> {
    let mut sentences = Vec::new();
    let language = Language::from_code(code).unwrap();
    super::sentences::split(text, Span::new(0..text.len()), language, &mut |span| {
        sentences.push(span.of(text));
    });
    sentences
}

/// Checks that `|` marks the only boundaries of the text.
fn check(code: &str, marked: &str) {
    let expected: Vec<_> = marked.split('|').map(str::trim).collect();
    assert_eq!(split(code, &marked.replace('|', "")), expected);
}

#[test]
fn titles_and_initials_hold_names_together() {
    check("en", "Air Force Maj. Gen. Lee Brand said so. |He left.");
    check("en", "Secretary Noel J. Hart III met the team. |He left.");
    check("en", "Dr. A. B. Roe and Prof. Mae Berg agreed.");
}

#[test]
fn an_abbreviation_ends_a_sentence_only_before_a_starter() {
    check("en", "They left the U.S. |The talks ended in the U.S. Navy yard.");
    check("en", "He works at Acme Inc. |She does not, Acme Inc. said.");
    check("en", "It opens at 9 a.m. daily. |It shuts at 6 p.m. |Then we go.");
}

#[test]
fn numbers_and_addresses_are_never_cut() {
    check("en", "Version v1.2.3 costs 3.50 at www.x.org. |See No. 5 and Fig. 2, p. 7.");
    check("en", "Growth was 3.5%.|Prices fell.");
}

#[test]
fn quotations_are_split_inside_and_keep_their_marks() {
    check("en", "“Is it late?” she asked. |“Yes.”");
    check("en", "He said, “It is late. |We go.” |Then he left.");
    check("en", "(See Fig. 3.) |Next point.");
    check("fr", "« Oui ? » dit-il. |M. Roux sortit.");
}

#[test]
fn ellipses_end_a_sentence_only_before_a_capital() {
    check("en", "Wait… what? |He stopped… |Then he ran. . . and fell.");
    check("en", "Call it with [ file ... ] or { a, b, ... }. |Then wait.");
}

#[test]
fn notes_and_pictures_belong_to_the_sentence_before() {
    check("en", "It rose.[3] |Then it fell.¹ |Great day! 😀 |See you.");
}

#[test]
fn ordinals_do_not_end_sentences() {
    check("de", "Am 12. Juni kam die 5. Auflage. |Nr. 7 fehlt, z. B. wegen Dr. Roth.");
}

#[test]
fn scripts_without_spaces_or_cases() {
    check("zh", "他说：“走。”|然后离开。|真的吗？！|好。");
    check("ja", "「行く。」と言った。|彼は去った。");
    check("hi", "यह घर है। |वह गया।");
    check("ar", "هل هذا بيت؟ |نعم.");
}

#[test]
fn abbreviations_of_several_parts_stay_whole() {
    check("es", "Nació en el año 60 a. C. en Cádiz. |Murió en el 3 d. C. |Era poeta.");
    check("es", "Vivió en EE. UU. desde niño.");
    check(
        "fr",
        "Vers 80 av. J.-C. vivait un poète. |Il mourut en 20 av. J.-C. |Il fut oublié.",
    );
    check("hr", "Umro je 20. po. Kr. u Splitu.");
}

#[test]
fn an_era_ends_a_sentence_unless_it_only_says_when() {
    check("ru", "Город возник в 300 г. до н. э. |Лес рос рядом.");
    check("ru", "В 60 г. до н. э. Помпей вернулся.");
    check("es", "Se hundió en 90 a. C. |Nadie volvió.");
}

#[test]
fn a_year_at_the_beginning_goes_on_into_a_name() {
    check("ru", "В 1931 г. Анна уехала. |Вернулась в 1940 г. |Потом молчала.");
    check("pl", "W XVI w. Kraków kwitł. |Zgasł w XVII w. |Tak było.");
    check("bg", "През 1931 г. Анна замина.");
}

#[test]
fn units_behind_multiplied_numbers_end_sentences() {
    check("ru", "Дом стоит 40 тыс. руб. |Цена растёт.");
    check("uk", "Дім коштує 40 тис. грн. |Ціна росте.");
    check("en", "Boil it for 9 min. |Let it cool.");
    check("en", "The gene has 412 bp. |It took 20 ms. |Then it stopped.");
}

#[test]
fn initials_at_the_beginning_are_no_list() {
    check("en", "J. K. Moore wrote it. |C. D. Lane read it.");
    check("en", "A. Moore and B. Lane wrote it. |Nobody read it.");
    check("ko", "J. K. 무어가 썼다. |그는 읽었다.");
}

#[test]
fn a_word_in_capitals_is_no_abbreviation_of_small_letters() {
    check("pt", "A greve passa pelo PT. |O partido cala.");
    check("de", "Das sagte Lenz der FR. |Die Partei schwieg.");
    check("en", "DR. LENZ CAME. |HE LEFT.");
}

#[test]
fn a_hyphen_joins_only_what_follows_at_once() {
    check("de", "Das sagt Dipl.-Ing. Roth. |Er ging.");
    check("fr", "La mer monte.|- Un refuge -La digue tient. |On attend.");
}

#[test]
fn words_left_out_belong_to_the_sentence_behind() {
    check("de", "Der Bus kam nicht. |(...) Das Kind wartete. |[…] Dann schlief es.");
}

#[test]
fn clauses_that_report_a_quotation_belong_to_it() {
    check("zh", "“下雨了吗？”老张问道。|“没有。”她说。");
    check("zh", "他说：“下雨了。”|邻居关上窗。");
    check("ja", "「雨かな？」彼は聞いた。|「はい。」|「ほんとう?」と母。");
    check("ar", "«هل وصل القطار؟» سأل الحارس. |«لا.»");
    check("he", "\"הגשם פסק?\" שאל השומר. |\"לא.\"");
    check("hi", "\"क्या बारिश रुकी?\" माली ने पूछा। |\"नहीं।\"");
    check("ko", "그는 \"비다!\"라고 외쳤다. |\"비야?\" 그가 물었다.");
}

#[test]
fn titles_and_names_with_marks_are_one_piece() {
    check("zh", "她读过《雨停了吗？》这本书。|他没有。");
    check("ja", "モーニング娘。は歌う。|雨だ！と彼は言った。");
}

#[test]
fn latin_words_in_chinese_need_no_space() {
    check("zh", "他是J. K. Moore的读者。|圣徒(St. Ronan)来了。");
}

#[test]
fn initials_in_urdu_and_tamil_are_names_of_letters() {
    check("ur", "ایم۔ اے۔ بیگ نے لکھا۔ |وہ آئی۔");
    check("ta", "எம். ஜி. மணி எழுதினார். |அவர் போனார்.");
}

#[test]
fn the_armenian_middle_stop_ends_nothing() {
    check("hy", "Նա պատասխանեց. «Անձրև է գալիս»։ |Եվ լռեց։");
}

#[test]
fn dutch_words_cut_down_to_a_letter_begin_sentences() {
    check("nl", "Het regent. |'s Avonds ook. |’t Is stil.");
}

#[test]
fn a_cardinal_behind_its_word_ends_a_sentence() {
    check(
        "de",
        "Das steht auf S. 31. |Regen fiel. |Am 3. Mai kam er in die Lindenstr. 8. |Er blieb.",
    );
    check("de", "Sie ist Dipl.-Ing. in Bonn.");
}

#[test]
fn people_write_without_capitals() {
    check("en", "My cat is ill, and i worry. |what should i do? |thanks!");
    check("en", "Call the vet NOW!!! |or ask a friend. |Really?! he said.");
}
