//! What the blocks of a page are.

use super::read;
use crate::document::BlockKind;
use crate::options::HtmlMode;

const ONE: &str = "The ferry left the harbour at seven, an hour late, with forty people \
     and two vans on board, and it did not come back before the evening.";
const TWO: &str = "Nobody on the pier had been told, said the keeper of the lighthouse, \
     who had watched the storm come in, go out, and come in again.";

/// Each block as its kind and its text.
fn blocks(html: &str, mode: HtmlMode) -> Vec<String> {
    let parsed = read(html, mode);
    let named = parsed.blocks.iter().map(|block| {
        let kind = match block.kind {
            BlockKind::Heading(level) => format!("h{level}"),
            kind => format!("{kind:?}").to_lowercase(),
        };
        format!("{kind}: {}", block.span.of(&parsed.text))
    });
    named.collect()
}

fn page(html: &str) -> Vec<String> {
    blocks(html, HtmlMode::Page)
}

fn article(html: &str) -> Vec<String> {
    blocks(html, HtmlMode::Article)
}

/// An article of some length, with `extra` in its midst.
fn story(extra: &str) -> String {
    format!("<p>{ONE}</p><p>{TWO}</p>{extra}<p>{TWO}</p><p>{ONE}</p>")
}

/// The blocks of the story, which stand around the extra ones.
fn with_story(extra: &[&str]) -> Vec<String> {
    let p = |text: &str| format!("paragraph: {text}");
    let mut all = vec![p(ONE), p(TWO)];
    all.extend(extra.iter().map(|block| (*block).to_string()));
    all.extend([p(TWO), p(ONE)]);
    all
}

#[test]
fn headings_have_their_levels() {
    let html = "<h1>A</h1><h3>B</h3><div aria-level=4 role=heading>C</div>\
        <div role=heading>D</div>";
    assert_eq!(page(html), ["h1: A", "h3: B", "h4: C", "h2: D"]);
}

#[test]
fn the_title_stands_in_for_a_heading() {
    let parsed = read("<title> Tides </title><p>Water.", HtmlMode::Page);
    assert_eq!(parsed.title.as_deref(), Some("Tides"));
}

#[test]
fn what_is_around_an_article_is_left_out_of_it_alone() {
    let around = [
        "<nav><ul><li><a href=/a>Home</a><li><a href=/b>Sport</a></ul></nav>",
        "<div class=cookie-notice><p>We use cookies, as everyone does.</p></div>",
        "<div id=comments><p>Great text, I liked it, and so did my whole crew.</p></div>",
        "<div class=related><a href=/c>Another storm</a> <a href=/d>A third</a></div>",
        "<footer><p>Made by hand, with care, on a rock in the sea.</p></footer>",
        "<aside><p>Did you know? The rock is older than the sea around it.</p></aside>",
        "<div role=complementary><p>Did you know, dear reader, that rocks float?</p></div>",
    ];
    for part in around {
        let before = format!("{part}<div class=text>{}</div>", story(""));
        assert_eq!(article(&before), with_story(&[]), "{part}");
        let inside = format!("<div class=text>{}</div>", story(part));
        assert_eq!(article(&inside), with_story(&[]), "{part}");
        assert!(page(&inside).len() > 4, "{part}");
    }
}

#[test]
fn an_unlikely_class_may_be_content_after_all() {
    let html = format!("<div class='sidebar-content main'>{}</div>", story(""));
    assert_eq!(article(&html), with_story(&[]));
}

#[test]
fn the_best_element_brings_its_siblings() {
    let html = format!(
        "<div class=wrap><p>{TWO}</p><div class=x>{}</div><div class=ad><a href=/>Buy</a></div>\
         <p>So it ended.</p></div>",
        story("")
    );
    let found = article(&html);
    assert_eq!(found.len(), 6, "{found:?}");
    assert_eq!(found[5], "paragraph: So it ended.");
}

#[test]
fn boxes_are_judged_by_what_they_hold() {
    let out = [
        "<div><p>See these:</p><ul><li><a href=/a>More</a><li><a href=/b>This</a></ul></div>",
        "<div><img src=a><img src=b><img src=c></div>",
        "<form><p>Name, please:</p><input><input></form>",
        "<div class=share><span>Tell a friend</span></div>",
        "<div>Advertisement</div>",
        "<table><tr><td><p><a href=/a>More of this</a></p></td></tr></table>",
    ];
    for part in out {
        let html = format!("<div class=text>{}</div>", story(part));
        let found = article(&html);
        let bare: Vec<String> = found
            .iter()
            .filter(|block| *block != "paragraph: Advertisement")
            .cloned()
            .collect();
        assert_eq!(bare, with_story(&[]), "{part}");
    }
    let list = "<ul><li>Two vans, both red.</li><li>Forty people.</li></ul>";
    assert_eq!(
        article(&format!("<div class=text>{}</div>", story(list))),
        with_story(&["listitem: Two vans, both red.", "listitem: Forty people."])
    );
}

#[test]
fn the_heading_above_an_article_stays() {
    for header in [
        "<header class=page-header><h1>The late ferry</h1><p>Harbour news</p></header>",
        "<div class=banner><h1>The late ferry</h1></div>",
    ] {
        let html = format!("<body>{header}<div class=text>{}</div>", story(""));
        let found = article(&html);
        assert_eq!(found[0], "h1: The late ferry", "{header}");
        assert_eq!(found[1..], with_story(&[]), "{header}");
    }
    let titled = format!(
        "<title>The late ferry - Pier Post</title><h1>Pier Post</h1>\
         <div class=banner><h2>The late ferry</h2></div><div class=text>{}</div>",
        story("")
    );
    assert_eq!(article(&titled)[0], "h2: The late ferry");
    let own = format!(
        "<title>Ferries - The Pier Post</title><div class=menu><h1>The Pier Post</h1></div>\
         <div class=text><h1>Ferries</h1>{}</div>",
        story("")
    );
    assert_eq!(article(&own)[0], "h1: Ferries");
}

#[test]
fn a_byline_is_left_out() {
    let html =
        format!("<div class=text><p class=byline>Ada Quill</p>{}</div>", story(""));
    assert_eq!(article(&html), with_story(&[]));
}

#[test]
fn little_text_is_taken_as_it_is() {
    assert_eq!(article("<p>Just this, no more.</p>"), ["paragraph: Just this, no more."]);
    assert_eq!(article("Bare text."), ["paragraph: Bare text."]);
    assert!(article("").is_empty());
    assert!(article("<div></div>").is_empty());
}

#[test]
fn a_page_of_links_is_read_as_a_list() {
    let items = "<li><a href=/c>Chapter</a></li>".repeat(30);
    let found = article(&format!("<h1>Contents</h1><ul>{items}</ul>"));
    assert_eq!(found.len(), 31, "{found:?}");
    assert_eq!(found[..2], ["h1: Contents", "listitem: Chapter"]);
}

#[test]
fn short_bold_blocks_are_headings_below_the_last() {
    let html = "<h2>A</h2><p><b>Background</b></p><p>It rained.</p>\
        <p><strong>Q:</strong> Why?</p><p><b>It was late.</b></p><p>Yes.</p><p><b>End</b></p>";
    assert_eq!(
        page(html),
        [
            "h2: A", "h3: Background", "paragraph: It rained.", "paragraph: Q: Why?",
            "paragraph: It was late.", "paragraph: Yes.", "paragraph: End"
        ]
    );
}

#[test]
fn two_breaks_end_a_paragraph() {
    let found = page("<div>One,<br>two.<br> <br/>Three.</div>");
    assert_eq!(found, ["paragraph: One,\u{2028}two.", "paragraph: Three."]);
    let html = format!("<div>{ONE}<br><br>{TWO}<br><br>{TWO}<br><br>{ONE}</div>");
    assert_eq!(article(&html), with_story(&[]));
}

#[test]
fn blocks_part_words_and_inline_elements_do_not() {
    assert_eq!(page("<div>A</div><div>B</div>"), ["paragraph: A", "paragraph: B"]);
    assert_eq!(page("<p>H<sub>2</sub>O, un<b>like</b>ly"), ["paragraph: H2O, unlikely"]);
}

#[test]
fn what_is_not_shown_is_not_read() {
    let hidden = [
        "<script>a < b</script>",
        "<style>p {}</style>",
        "<template><p>x</p></template>",
        "<noscript>x</noscript>",
        "<p hidden>x</p>",
        "<p aria-hidden=true>x</p>",
        "<p style='color: red; display : none'>x</p>",
    ];
    for part in hidden {
        assert_eq!(page(&format!("{part}<p>Seen.")), ["paragraph: Seen."], "{part}");
        let html = format!("<div class=text>{}</div>", story(part));
        assert_eq!(article(&html), with_story(&[]), "{part}");
    }
}

#[test]
fn blocks_are_told_apart() {
    let html = "<figure><img src=a><figcaption>A pier.</figcaption></figure>\
        <blockquote>Quoted.</blockquote><ul><li>Item.</ul><dl><dt>Name<dd>Body.</dl>\
        <pre>code</pre><table><tr><th>Year<td>1990</table>\
        <table><tr><td><p>Laid out.</table>";
    assert_eq!(
        page(html),
        [
            "caption: A pier.", "quote: Quoted.", "listitem: Item.", "caption: Name",
            "listitem: Body.", "paragraph: Laid out."
        ]
    );
    let html = format!(
        "<div class=text>{}</div>",
        story("<figure><img src=a><figcaption>A pier.</figcaption></figure>")
    );
    assert_eq!(article(&html), with_story(&["caption: A pier."]));
}

#[test]
fn reference_marks_are_dropped() {
    let html =
        "<p>The end.<sup>[3]</sup> Next.<sup><a href=#n>4</a></sup> Then x<sup>2</sup>.";
    assert_eq!(page(html), ["paragraph: The end. Next. Then x2."]);
}

#[test]
fn notes_and_pages_about_a_book_stand_apart() {
    let html = "<section epub:type='frontmatter titlepage'><p>R. Hale</p></section>\
        <p>It is 900 m long.<a epub:type=noteref href=#n>1</a> It has \
        <span role=doc-pagebreak>12</span>been dry.<a role=doc-noteref href=#n>2</a></p>\
        <ol role=doc-endnotes><li>Measured in 1902.<a role=doc-backlink>↩</a></ol><p>End.";
    assert_eq!(
        page(html),
        ["paragraph: It is 900 m long. It has been dry.", "paragraph: End."]
    );
}

#[test]
fn broken_markup_is_read() {
    assert_eq!(
        page("<p>A</div><p>B<p>C</span>"),
        ["paragraph: A", "paragraph: B", "paragraph: C"]
    );
    assert_eq!(page("&amp;&lt;&nbsp;&#x41;"), ["paragraph: &<\u{a0}A"]);
    assert_eq!(page("<p>if a < b"), ["paragraph: if a < b"]);
    assert_eq!(
        page("<ul><li>A<b><li>B</ul>C"),
        ["listitem: A", "listitem: B", "paragraph: C"]
    );
    let table = format!("<table><tr><td><p>{ONE}</div></p><td><p>{TWO}</table>");
    assert_eq!(page(&table), [format!("paragraph: {ONE}"), format!("paragraph: {TWO}")]);
}

/// Pages that would cost a careless reader more than their length.
fn hostile(n: usize) -> Vec<String> {
    vec![
        "<div>a, b ".repeat(n),
        "<table><tr><td>".repeat(n),
        "<ul><li>x".repeat(n),
        "<form><fieldset><input>".repeat(n),
        "<a href=x>y".repeat(n),
        format!("<div>{}</div>", "text<br><br>".repeat(n)),
        format!("<title>a b</title>{}", "<h1>a b</h1>".repeat(n)),
        format!("<div{}>x</div>", " class=\"comment\"".repeat(n)),
        format!(
            "<div class='{}' style='{}'>x</div>",
            "share ".repeat(n),
            "a:b;".repeat(n)
        ),
    ]
}

#[test]
fn what_is_made_of_a_page_grows_with_it() {
    for html in hostile(5_000) {
        let tree = super::tree::build(&html);
        let facts = super::facts::Facts::of(&tree);
        let parts = super::outline::of(&tree, &facts, None, false);
        assert!(tree.nodes.len() <= html.len(), "{}", &html[..20]);
        assert!(parts.len() <= 2 * tree.nodes.len(), "{}", &html[..20]);
        let parsed = read(&html, HtmlMode::Article);
        assert!(parsed.text.len() <= 2 * html.len(), "{}", &html[..20]);
    }
}
