//! One self-contained page: the summary, an outline with the summary
//! of each section, and the whole text with its sentences shaded by score.
//!
//! A page is a [`head`], an [`article`] for each document, and the [`FOOT`].
//! It makes no request, and its policy forbids any. All text from outside is
//! escaped. Without scripts, everything but the slider and the reasons of
//! sentences that were not chosen is there.

mod article;
mod escape;
mod page;
mod text;

pub use article::article;
#[cfg(feature = "cli")]
pub(crate) use article::write;
pub use page::{Entry, FOOT, head};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, Summarizer, Summary};

    fn summary(text: &str) -> Summary {
        let mut options = Options::default();
        options.output.reading = true;
        options.output.keywords = 3;
        Summarizer::new(options).unwrap().summarize(text).unwrap()
    }

    #[test]
    fn text_never_becomes_markup() {
        let hostile = "</script><script>alert(1)</script>\n\nThe \"wall\" & the <b>sea</b> \
                       met in March. <img src=x onerror=alert(1)> was there too.\n";
        let page = article(&summary(hostile), "<u>.txt", "d0");
        for tag in ["<script", "</script", "<b>", "<img", "<u>"] {
            assert!(!page.contains(tag), "{tag} in {page}");
        }
        assert!(
            page.contains("&quot;wall&quot; &amp; the &lt;b&gt;sea&lt;/b&gt;"),
            "{page}"
        );
    }

    #[test]
    fn identifiers_are_unique_and_links_lead_somewhere() {
        let text = "Walls\n=====\n\nIce broke the wall. Nobody was hurt.\n\nSeas\n----\n\n\
                    The sea rose by a metre. It fell again.\n";
        let summary = summary(text);
        let page = article(&summary, "a", "d0") + &article(&summary, "b", "d1");
        let after = |mark: &str| -> Vec<String> {
            let values = page.split(mark).skip(1);
            values.map(|rest| rest.split('"').next().unwrap().to_string()).collect()
        };
        let (ids, links) = (after(" id=\""), after(" href=\"#"));
        let unique: std::collections::BTreeSet<_> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "{ids:?}");
        assert!(links.len() > 4);
        assert!(links.iter().all(|link| unique.contains(link)), "{links:?}");
    }

    #[test]
    fn every_sentence_stands_in_the_text_once() {
        let text = include_str!("../../../corpus/articles/report-water.txt");
        let summary = summary(text);
        let page = article(&summary, "a", "d0");
        let sentences = summary.sentences.as_ref().unwrap();
        assert_eq!(page.matches("<span class=\"s ").count(), sentences.len());
        for sentence in sentences {
            assert!(page.contains(&escape::escaped(&sentence.pick.text).to_string()));
        }
    }

    /// A browser that has to lay out all at once takes minutes for a book.
    #[test]
    fn a_long_text_comes_in_stretches_even_if_it_is_one_paragraph() {
        let text = "The sea rose by a metre in the night. ".repeat(2000);
        let summary = summary(text.trim_end());
        let page = article(&summary, "a", "d0");
        let reading = &page[page.find("<div class=\"reading\"").unwrap()..];
        let stretches: Vec<&str> = reading.split("<div>").collect();
        assert!(stretches.len() > 10, "{}", stretches.len());
        assert!(stretches.iter().all(|stretch| stretch.len() < 20_000));
        let count = |tag| page.matches(tag).count();
        for (open, close) in [("<div", "</div>"), ("<p", "</p>"), ("<span", "</span>")] {
            assert_eq!(count(open), count(close), "{open}");
        }
        assert_eq!(count("<span class=\"s "), 2000);
    }
}
