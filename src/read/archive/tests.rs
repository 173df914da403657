//! What the blocks of archives are, and what hostile ones come to.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{Contents, read};
use crate::document::BlockKind;
use crate::error::{Error, Result};
use crate::options::Format;

const LIMIT: u64 = 1 << 20;

/// An archive of these parts.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        let method = match *name {
            "mimetype" => CompressionMethod::Stored,
            _ => CompressionMethod::Deflated,
        };
        let options = SimpleFileOptions::default().compression_method(method);
        writer.start_file(*name, options).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn document(body: &str) -> String {
    format!("<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>")
}

fn docx(body: &str, styles: &str) -> Vec<u8> {
    archive(&[
        (super::docx::TYPES, "<Types/>"),
        (
            "_rels/.rels",
            "<Relationships><Relationship Type='http://x/officeDocument' \
             Target='word/document.xml'/></Relationships>",
        ),
        (
            "word/_rels/document.xml.rels",
            "<Relationships><Relationship Type='http://x/styles' Target='styles.xml'/>\
             </Relationships>",
        ),
        ("word/document.xml", &document(body)),
        ("word/styles.xml", &format!("<w:styles>{styles}</w:styles>")),
    ])
}

/// A paragraph of one run with these properties.
fn p(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn named(contents: &Contents) -> Vec<String> {
    let blocks = contents.parsed.blocks.iter().map(|block| {
        let kind = match block.kind {
            BlockKind::Heading(level) => format!("h{level}"),
            kind => format!("{kind:?}").to_lowercase(),
        };
        format!("{kind}: {}", block.span.of(&contents.parsed.text))
    });
    blocks.collect()
}

fn blocks(body: &str, styles: &str) -> Vec<String> {
    named(&read(docx(body, styles), Format::Auto, LIMIT).unwrap())
}

fn complaint(result: Result<Contents>) -> String {
    match result {
        Err(error @ Error::Archive { .. }) => error.to_string(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn headings_are_told_by_styles_in_any_language_and_by_outline() {
    let styles = "<w:style w:styleId='Titre1'><w:name w:val='heading 1'/></w:style>\
        <w:style w:styleId='Mine'><w:name w:val='Mine'/><w:basedOn w:val='Titre1'/></w:style>\
        <w:style w:styleId='T'><w:name w:val='Title'/></w:style>\
        <w:style w:styleId='Level'><w:name w:val='Level'/><w:pPr><w:outlineLvl w:val='2'/></w:pPr></w:style>\
        <w:style w:styleId='TOC1'><w:name w:val='toc 1'/></w:style>\
        <w:style w:styleId='By'><w:name w:val='Author'/></w:style>\
        <w:style w:styleId='Src'><w:name w:val='Source Code'/></w:style>";
    let style = |id: &str| format!("<w:pStyle w:val='{id}'/>");
    let body = [
        p(&style("T"), "Whole"),
        p(&style("By"), "R. Hale"),
        p(&style("TOC1"), "Part 1"),
        p(&style("Titre1"), "One"),
        p(&style("Mine"), "Two"),
        p(&style("Level"), "Three"),
        p("<w:outlineLvl w:val='1'/>", "Four"),
        p(&format!("{}<w:outlineLvl w:val='9'/>", style("Titre1")), "Text."),
        p(&style("Src"), "x = 1"),
        p("<w:numPr><w:numId w:val='3'/></w:numPr>", "Item."),
        p(&style("Heading2"), "Unlisted"),
    ];
    assert_eq!(
        blocks(&body.concat(), styles),
        [
            "h1: Whole", "other: R. Hale", "other: Part 1", "h1: One", "h1: Two",
            "h3: Three", "h2: Four", "paragraph: Text.", "other: x = 1",
            "listitem: Item.", "h2: Unlisted"
        ]
    );
}

#[test]
fn what_a_reader_sees_is_read_once() {
    let cases = [
        ("<w:p><w:hyperlink><w:r><w:t>A link</w:t></w:r></w:hyperlink></w:p>", "A link"),
        (
            "<w:p><w:ins><w:r><w:t>New</w:t></w:r></w:ins><w:del><w:r><w:delText>Old</w:delText></w:r></w:del></w:p>",
            "New",
        ),
        (
            "<w:p><w:moveFrom><w:r><w:t>Gone</w:t></w:r></w:moveFrom><w:r><w:t>Here</w:t></w:r></w:p>",
            "Here",
        ),
        (
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>Seen</w:t></w:r></w:p>",
            "Seen",
        ),
        (
            "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>Seen</w:t></w:r></w:p>",
            "Seen",
        ),
        (
            "<w:p><w:r><w:t>Noted</w:t><w:footnoteReference w:id='1'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>",
            "Noted",
        ),
        (
            "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c &amp; &#233;&bad;</w:t></w:r></w:p>",
            "a\tb\u{2028}c & é",
        ),
        (
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p><w:p><w:r><w:t>line.</w:t></w:r></w:p>",
            "One line.",
        ),
    ];
    for (body, text) in cases {
        assert_eq!(blocks(body, ""), [format!("paragraph: {text}")], "{body}");
    }
}

#[test]
fn a_text_box_is_read_once_and_behind_its_paragraph() {
    let inner = p("", "In the box.");
    let body = format!(
        "<w:p><w:r><w:t>Before </w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing>\
         <wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></mc:Fallback>\
         </mc:AlternateContent></w:r><w:r><w:t>and after.</w:t></w:r></w:p>"
    );
    let expected = ["paragraph: Before and after.", "paragraph: In the box."];
    assert_eq!(blocks(&body, ""), expected);
}

#[test]
fn tables_of_data_and_contents_are_left_out_and_layout_is_not() {
    let table = |text: &str| {
        format!(
            "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
            p("", "1990"),
            p("", text)
        )
    };
    let long = "This cell holds a long text that is meant to be read. ".repeat(4);
    let contents = format!(
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>\
         <w:sdtContent>{}</w:sdtContent></w:sdt>",
        p("", "One … 3")
    );
    let body = [contents, table("12"), table(&long), p("", "End.")].concat();
    let expected = [
        "paragraph: 1990".to_string(),
        format!("paragraph: {}", long.trim()),
        "paragraph: End.".into(),
    ];
    assert_eq!(blocks(&body, ""), expected);
}

#[test]
fn a_short_bold_paragraph_is_a_heading() {
    let bold = |text: &str| {
        format!("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r></w:p>")
    };
    let body =
        [bold("What happened"), p("", "It rained."), bold("It was late."), bold("End")];
    assert_eq!(
        blocks(&body.concat(), ""),
        [
            "h2: What happened", "paragraph: It rained.", "paragraph: It was late.",
            "paragraph: End"
        ]
    );
}

const PAGE: &str = "<?xml version='1.0'?><html><head><title/></head><body>";

fn epub(extra: &[(&str, &str)]) -> Vec<u8> {
    let package = "<package><metadata><dc:title>Tides</dc:title><dc:title>A Subtitle</dc:title>\
        <dc:language>de-AT</dc:language></metadata><manifest>\
        <item id='n' href='nav.xhtml' media-type='application/xhtml+xml' properties='nav'/>\
        <item id='b' href='text/b%20c.xhtml' media-type='application/xhtml+xml'/>\
        <item id='a' href='text/a.xhtml' media-type='application/xhtml+xml'/>\
        <item id='t' href='toc.xhtml' media-type='application/xhtml+xml'/>\
        <item id='x' href='missing.xhtml' media-type='application/xhtml+xml'/>\
        </manifest><spine><itemref idref='n'/><itemref idref='b'/><itemref idref='t'/>\
        <itemref idref='a'/><itemref idref='a'/><itemref idref='x'/></spine>\
        <guide><reference type='toc' href='toc.xhtml'/></guide></package>";
    let (first, second) = (
        format!("{PAGE}<h1>One<a id='x'/></h1><p>Low tide.</p></body></html>"),
        format!("{PAGE}<h1>Two</h1><p>High tide.</p></body></html>"),
    );
    let container = "<container><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>";
    let mut parts = vec![
        ("mimetype", "application/epub+zip"),
        (super::epub::CONTAINER, container),
        ("OEBPS/book.opf", package),
        ("OEBPS/nav.xhtml", "<nav>One Two</nav>"),
        ("OEBPS/toc.xhtml", "<p>Contents</p>"),
        ("OEBPS/text/b c.xhtml", &first),
        ("OEBPS/text/a.xhtml", &second),
    ];
    parts.extend(extra);
    archive(&parts)
}

#[test]
fn a_book_is_read_in_its_order_with_its_title_and_language() {
    let book = read(epub(&[]), Format::Auto, LIMIT).unwrap();
    assert_eq!(
        named(&book),
        ["h1: One", "paragraph: Low tide.", "h1: Two", "paragraph: High tide."]
    );
    assert_eq!(book.format, Format::Epub);
    assert_eq!(book.parsed.title.as_deref(), Some("Tides"));
    assert_eq!(book.language.map(crate::language::Language::code), Some("de"));
    assert_eq!(book.parsed.warnings, ["the page OEBPS/missing.xhtml is missing"]);
}

#[test]
fn an_encrypted_book_is_named() {
    let encryption = "<encryption><EncryptedData><CipherData>\
        <CipherReference URI='OEBPS/text/a.xhtml'/></CipherData></EncryptedData></encryption>";
    let book = epub(&[("META-INF/encryption.xml", encryption)]);
    assert!(complaint(read(book, Format::Auto, LIMIT)).contains("encrypted"));
}

#[test]
fn bombs_are_stopped_at_the_limit() {
    // A thousand times its size, and above the limit of all.
    let bomb = docx(&p("", &"a ".repeat(4 << 20)), "");
    assert!(bomb.len() < 20_000);
    let result = read(bomb.clone(), Format::Auto, LIMIT);
    assert!(
        matches!(result, Err(Error::TooLarge { bytes, limit: LIMIT }) if bytes == LIMIT + 1)
    );
    let large = docx(&p("", &"a ".repeat(12 << 20)), "");
    assert!(complaint(read(large, Format::Auto, 1 << 30)).contains("128 times"));
    // What it says of its size is not believed.
    let mut lying = bomb;
    for mark in [&b"PK\x03\x04"[..], b"PK\x01\x02"] {
        let offset = if mark[2] == 3 { 22 } else { 24 };
        let at: Vec<usize> = memchr::memmem::find_iter(&lying, mark).collect();
        for at in at {
            lying[at + offset..at + offset + 4].copy_from_slice(&100_u32.to_le_bytes());
        }
    }
    assert!(read(lying, Format::Auto, LIMIT).is_err());
}

#[test]
fn too_many_entries_are_refused_before_they_are_listed() {
    let listing = |entries: usize| {
        let listed = b"PK\x01\x02".repeat(entries);
        complaint(read([b"PK\x03\x04", &*listed].concat(), Format::Docx, LIMIT))
    };
    assert!(listing(20_001).contains("20000 entries"));
    assert!(!listing(20_000).contains("entries"));
}

#[test]
fn entities_are_not_expanded_and_depth_has_an_end() {
    let lol =
        "<!DOCTYPE l [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>";
    let text = format!("{lol}{}", document(&p("", "One &b;&b; two.")));
    let bytes = archive(&[(super::docx::TYPES, ""), ("word/document.xml", &text)]);
    let contents = read(bytes, Format::Auto, LIMIT).unwrap();
    assert_eq!(named(&contents), ["paragraph: One  two."]);
    let deep = docx(&"<w:sdt>".repeat(5000), "");
    assert!(complaint(read(deep, Format::Auto, LIMIT)).contains("deeper than 4096"));
}

#[test]
fn damaged_archives_give_one_clear_error() {
    let whole = docx(&p("", "Text."), "");
    for cut in [whole.len() / 2, whole.len() - 10, 40] {
        let result = read(whole[..cut].to_vec(), Format::Docx, LIMIT);
        assert_eq!(complaint(result), "the archive is damaged or cut off");
    }
    let mut encrypted = whole.clone();
    for (mark, offset) in [(&b"PK\x03\x04"[..], 6), (b"PK\x01\x02", 8)] {
        let at: Vec<usize> = memchr::memmem::find_iter(&encrypted, mark).collect();
        for at in at {
            encrypted[at + offset] |= 1;
        }
    }
    assert!(complaint(read(encrypted, Format::Auto, LIMIT)).contains("encrypted"));
    assert!(
        complaint(read(b"text".to_vec(), Format::Docx, LIMIT))
            .contains("not a ZIP archive")
    );
    let traversal = archive(&[("../../x", "a"), (super::docx::TYPES, "")]);
    assert!(complaint(read(traversal, Format::Auto, LIMIT)).contains("no text part"));
    assert!(complaint(read(epub(&[]), Format::Docx, LIMIT)).contains("not a DOCX"));
}

#[test]
fn other_archives_are_named() {
    let error = |parts: &[(&str, &str)]| {
        read(archive(parts), Format::Auto, LIMIT).unwrap_err().to_string()
    };
    assert_eq!(error(&[("a.txt", "a")]), "looks like a ZIP archive, not text");
    assert!(error(&[("xl/workbook.xml", "")]).starts_with("XLSX is not supported"));
    let odt = [("mimetype", "application/vnd.oasis.opendocument.text")];
    assert!(error(&odt).contains("pandoc"));
}
