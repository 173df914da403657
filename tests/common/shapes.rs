//! Text made to cost much, of any size.

use epitome::Format;

/// One kind of hostile text.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    pub name: &'static str,
    pub format: Format,
    make: Make,
}

#[derive(Clone, Copy, Debug)]
enum Make {
    /// This, again and again.
    Repeat(&'static str),
    /// The first, then the second again and again, then the third.
    Around(&'static str, &'static str, &'static str),
    /// Pieces that differ, by their number.
    Count(fn(usize) -> String),
}

const fn shape(name: &'static str, format: Format, make: Make) -> Shape {
    Shape { name, format, make }
}

use Format::{Html, Jsonl, Markdown, Text};
use Make::{Around, Count, Repeat};

/// The shapes, by the format they attack.
pub const SHAPES: &[Shape] = &[
    shape("tiny sentences", Text, Repeat("A b. ")),
    shape("one-letter sentences", Text, Repeat("A. ")),
    shape("one-letter lines", Text, Repeat("a\n")),
    shape("one-line paragraphs", Text, Repeat("A b.\n\n")),
    shape("paragraphs that sum up", Text, Repeat("In short: it rose.\n\n")),
    shape("identical sentences", Text, Repeat("The harbour closed in March. ")),
    shape("words that never repeat", Text, Count(|n| format!("w{n} "))),
    shape("sentences that never repeat", Text, Count(|n| format!("The a{n} saw b{n}. "))),
    shape("one giant word", Text, Repeat("a")),
    shape("combining marks", Text, Around("a", "\u{301}", "")),
    shape("joined emoji", Text, Repeat("👩\u{200d}")),
    shape("opening quotes", Text, Repeat("“")),
    shape("opening brackets", Text, Repeat("(")),
    shape("stops", Text, Repeat(".")),
    shape("stops and quotes", Text, Repeat(".” ")),
    shape("abbreviations", Text, Repeat("Dr. U.S. e.g. ")),
    shape("numbered lines", Text, Count(|n| format!("{n}. A\n"))),
    shape("line ends", Text, Repeat("\n")),
    shape("words without spaces", Text, Repeat("图书馆今天开放展览")),
    shape("Thai without stops", Text, Repeat("ห้องสมุดเปิดวันเสาร์")),
    shape(
        "headings of every level",
        Markdown,
        Count(|n| "#".repeat(n % 6 + 1) + " A\n\n"),
    ),
    shape("sections that sum up", Markdown, Repeat("# A\n\nIn short: it rose.\n\n")),
    shape("open emphasis", Markdown, Repeat("*a **a ")),
    shape("stars", Markdown, Repeat("*")),
    shape("open links", Markdown, Repeat("[")),
    shape("links in links", Markdown, Around("", "[a](", "")),
    shape("back-ticks of all lengths", Markdown, Count(|n| "`".repeat(n % 300) + "a")),
    shape("quotations in quotations", Markdown, Repeat("> ")),
    shape("list items", Markdown, Repeat("- a\n")),
    shape("deeper and deeper lists", Markdown, Count(|n| " ".repeat(n % 300) + "- a\n")),
    shape("definitions of links", Markdown, Count(|n| format!("[l{n}]: x\n"))),
    shape("a table of many columns", Markdown, Around("|a|b|\n|-|-|\n", "|a", "|")),
    shape("front matter without an end", Markdown, Around("---\n", "a: b\n", "")),
    shape("HTML in Markdown", Markdown, Repeat("<p>a</p>\n\n")),
    shape("footnotes", Markdown, Count(|n| format!("[^{n}]: a\n\n"))),
    shape("uses of one definition", Markdown, Around("[a]: /u\n\n", "[a]", "")),
    shape("rows of a table", Markdown, Around("|a|b|\n|-|-|\n", "|a|b|\n", "")),
    shape("entities", Markdown, Repeat("&amp;")),
    shape("div in div", Html, Repeat("<div>")),
    shape("lists in lists", Html, Repeat("<ul><li>")),
    shape("bold in bold", Html, Repeat("<b>a ")),
    shape("tables in tables", Html, Repeat("<table><tr><td>a")),
    shape("open paragraphs", Html, Repeat("<p>a")),
    shape("one giant attribute", Html, Around("<p a=\"", "x", "\">a")),
    shape("many attributes", Html, Count(|n| format!("<p a{n}=1>"))),
    shape(
        "attributes of one element",
        Html,
        Count(|n| format!("{} a{n}=1", if n == 0 { "<p" } else { "" })),
    ),
    shape("references", Html, Repeat("&notin;&#x41;&amp")),
    shape("classes", Html, Around("<p class=\"", "nav a ", "\">a")),
    shape("definition lists", Html, Repeat("<dl><dt>a<dd>b")),
    shape("open comments", Html, Repeat("<!--")),
    shape("open script", Html, Around("<script>", "<a", "")),
    shape("less-than signs", Html, Repeat("<")),
    shape("closing tags", Html, Repeat("</p>")),
    shape("one giant record", Jsonl, Around("{\"text\":\"", "A b. ", "\"}")),
    shape("escapes", Jsonl, Around("{\"text\":\"", "\\u00e4\\n", "\"}")),
    shape("a long key", Jsonl, Around("{\"text\":\"A.\",\"", "k", "\":1}")),
    shape("many keys", Jsonl, Around("{\"text\":\"A.\"", ",\"k\":1", "}")),
    shape(
        "given sentences",
        Jsonl,
        Around("{\"sentences\":[\"A b.\"", ",\"A b.\"", "]}"),
    ),
    shape("a deep record", Jsonl, Around("{\"text\":\"A.\",\"x\":\"", "\\u0041", "\"}")),
];

impl Shape {
    /// About `size` bytes of it.
    pub fn text(&self, size: usize) -> Vec<u8> {
        match self.make {
            Repeat(piece) => piece.repeat(size / piece.len()),
            Around(before, piece, behind) => {
                [before, &piece.repeat(size / piece.len()), behind].concat()
            }
            Count(piece) => {
                let mut text = String::new();
                for number in 0.. {
                    if text.len() >= size {
                        break;
                    }
                    text += &piece(number);
                }
                text
            }
        }
        .into_bytes()
    }
}
