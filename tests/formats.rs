//! Compressed files, DOCX and EPUB on the command line.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use flate2::write::GzEncoder;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use serde_json::Value;
use tempfile::{TempDir, tempdir};
use zip::write::SimpleFileOptions;

const TEXT: &str =
    "The harbour closed in March. Ice had broken its outer wall. Repairs take a year.\n";

fn epitome(arguments: &[&str], directory: &Path, input: &[u8]) -> Output {
    let mut run = Command::new(env!("CARGO_BIN_EXE_epitome"))
        .args(arguments)
        .current_dir(directory)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The program may end without reading it all.
    let _ = run.stdin.take().unwrap().write_all(input);
    run.wait_with_output().unwrap()
}

fn stdout(output: &Output) -> String {
    assert_eq!(stderr(output), "");
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

fn zstd(text: &[u8]) -> Vec<u8> {
    compress_to_vec(text, CompressionLevel::Fastest)
}

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn docx() -> Vec<u8> {
    let body = "<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>Harbour</w:t></w:r></w:p>\
        <w:p><w:r><w:t>The harbour closed in March. Ice had broken its outer wall.</w:t></w:r></w:p>";
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    archive(&[("[Content_Types].xml", "<Types/>"), ("word/document.xml", &document)])
}

fn epub() -> Vec<u8> {
    archive(&[
        (
            "META-INF/container.xml",
            "<container><rootfile full-path='book.opf'/></container>",
        ),
        (
            "book.opf",
            "<package><metadata><dc:title>Harbours</dc:title><dc:language>en</dc:language></metadata>\
             <manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/></manifest>\
             <spine><itemref idref='a'/></spine></package>",
        ),
        (
            "a.xhtml",
            "<html><body><h1>One</h1><p>The harbour closed in March.</p></body></html>",
        ),
    ])
}

/// A directory with one document in each of the forms.
fn shelf() -> TempDir {
    let directory = tempdir().unwrap();
    let write = |name: &str, bytes: Vec<u8>| {
        fs::write(directory.path().join(name), bytes).unwrap();
    };
    let record = format!("{{\"id\":1,\"text\":{TEXT:?}}}\n");
    write("a.txt.gz", gzip(TEXT.as_bytes()));
    write("b.md.zst", zstd(format!("# Harbour\n\n{TEXT}").as_bytes()));
    write("c.jsonl.gz", gzip(record.as_bytes()));
    write("d.docx", docx());
    write("e.epub", epub());
    write("f.docx.gz", gzip(&docx()));
    write("g.bin.gz", gzip(TEXT.as_bytes()));
    write("i.HTML.gz", gzip(format!("<h1>Harbour</h1><p>{TEXT}</p>").as_bytes()));
    write("h.pdf", b"%PDF-1.7".to_vec());
    directory
}

#[test]
fn every_form_is_read_as_what_it_holds() {
    let shelf = shelf();
    let output = epitome(&["-f", "ndjson", "."], shelf.path(), b"");
    let lines: Vec<Value> =
        stdout(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let formats: Vec<_> = lines[..7]
        .iter()
        .map(|line| line["source"]["format"].as_str().unwrap())
        .collect();
    assert_eq!(formats, ["text", "markdown", "jsonl", "docx", "epub", "docx", "html"]);
    assert_eq!((lines.len(), &lines[7]["documents"]), (8, &Value::from(7)));
    assert_eq!(lines[0]["source"]["bytes"], TEXT.len());
    for line in &lines[..7] {
        let pick = &line["overall"]["sentences"][0];
        assert_eq!(pick["text"], "The harbour closed in March.");
        let archive = matches!(line["source"]["format"].as_str(), Some("docx" | "epub"));
        assert_eq!(pick["start"].is_null(), archive);
        assert_eq!(line["sections"][0]["end"].is_null(), archive);
    }
    assert_eq!(lines[4]["title"], "Harbours");
    let schema = serde_json::from_str(include_str!("../schema/summary-v1.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert!(lines.iter().all(|line| validator.is_valid(line)));
}

#[test]
fn what_a_walk_passes_over_is_said() {
    let shelf = shelf();
    let output = epitome(&["-v", "."], shelf.path(), b"");
    assert_eq!(
        stderr(&output),
        "epitome: ./g.bin.gz: skipped: not a known extension\n\
         epitome: ./h.pdf: skipped: not a known extension\n"
    );
}

#[test]
fn bytes_tell_on_standard_input_and_in_named_files() {
    let shelf = shelf();
    let plain = stdout(&epitome(&[], shelf.path(), TEXT.as_bytes()));
    for bytes in [gzip(TEXT.as_bytes()), zstd(TEXT.as_bytes())] {
        assert_eq!(stdout(&epitome(&[], shelf.path(), &bytes)), plain);
        fs::write(shelf.path().join("note"), &bytes).unwrap();
        assert_eq!(stdout(&epitome(&["note"], shelf.path(), b"")), plain);
    }
    for bytes in [docx(), epub()] {
        assert!(
            stdout(&epitome(&[], shelf.path(), &bytes)).starts_with("The harbour closed")
        );
    }
    assert_eq!(stdout(&epitome(&["g.bin.gz"], shelf.path(), b"")), plain);
}

#[test]
fn outputs_are_named_after_the_whole_name() {
    let shelf = shelf();
    let output = epitome(&["--json", ".", "--output-dir", "out"], shelf.path(), b"");
    assert_eq!(stdout(&output), "");
    for name in ["a.txt.gz.json", "b.md.zst.json", "e.epub.json"] {
        assert!(shelf.path().join("out").join(name).is_file(), "{name}");
    }
}

#[test]
fn limits_hold_for_what_is_inflated() {
    let shelf = shelf();
    let bomb = gzip(&b"word ".repeat(1 << 20));
    assert!(bomb.len() < 10_000);
    fs::write(shelf.path().join("bomb.txt.gz"), &bomb).unwrap();
    let output = epitome(&["--max-bytes", "1M", "bomb.txt.gz"], shelf.path(), b"");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        stderr(&output),
        "epitome: bomb.txt.gz: it has more than the limit of 1048576 bytes; see --max-bytes\n"
    );
    let records =
        format!("{{\"text\":\"{}\"}}\n{{\"text\":\"Short.\"}}\n", "a ".repeat(400));
    let arguments = ["--from", "jsonl", "-f", "ndjson", "--max-record-bytes", "100"];
    let output = epitome(&arguments, shelf.path(), &gzip(records.as_bytes()));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("\"line\":1,") && text.contains("Short."), "{text}");
}

/// What came before the end of a file that is cut off is not lost.
#[test]
fn a_stream_that_is_cut_off_gives_its_records_and_an_error() {
    let directory = tempdir().unwrap();
    // A field that is not read makes them long.
    let filler = |id: u64| (0..600).map(move |n| ((id + n) * 7919 % 9973).to_string());
    let record = |id: u64| {
        let filler = filler(id).collect::<String>();
        format!("{{\"id\":{id},\"text\":\"Word.\",\"x\":\"{filler}\"}}\n")
    };
    let records = (0..400).map(record).collect::<Vec<_>>().concat();
    for (bytes, what) in
        [(gzip(records.as_bytes()), "gzip"), (zstd(records.as_bytes()), "Zstandard")]
    {
        let cut = &bytes[..bytes.len() * 9 / 10];
        let output = epitome(&["--from", "jsonl", "-f", "ndjson"], directory.path(), cut);
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(
            stderr(&output),
            format!("epitome: standard input: the {what} data is cut off\n")
        );
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.lines().count() > 100, "{what}");
        assert!(text.lines().last().unwrap().contains("\"failed\":1"));
    }
}

#[test]
fn formats_that_are_not_read_are_named_with_what_helps() {
    let directory = tempdir().unwrap();
    let said = |name: &str, bytes: &[u8]| {
        fs::write(directory.path().join(name), bytes).unwrap();
        let output = epitome(&[name], directory.path(), b"");
        assert_eq!(output.status.code(), Some(1));
        stderr(&output)
    };
    assert_eq!(
        said("report.pdf", b"%PDF-1.7\0"),
        "epitome: report.pdf: PDF is not supported; try: pdftotext report.pdf - | epitome\n"
    );
    assert_eq!(
        said("a.rtf", b"{\\rtf1 Text.}"),
        "epitome: a.rtf: RTF is not supported; try: pandoc -f rtf -t plain a.rtf | epitome\n"
    );
    let odt = archive(&[("mimetype", "application/vnd.oasis.opendocument.text")]);
    assert!(said("a.odt", &odt).contains("pandoc -t plain a.odt"));
    assert!(
        said("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\0").contains("--convert-to docx a.doc")
    );
    assert!(said("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\0").contains("encrypted"));
}
