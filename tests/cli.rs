//! The command line as data: each file in `tests/cli` is a session, and the
//! manual in `docs/usage.md` shows what comes out. `UPDATE`:
//! `TRYCMD=overwrite cargo test --test cli`, then read the difference.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test fails by panicking and says what it skips"
)]

#[test]
fn sessions() {
    trycmd::TestCases::new()
        // The options of whoever runs the tests change nothing.
        .env("XDG_CONFIG_HOME", "/nowhere")
        .case("tests/cli/*.trycmd")
        .case("tests/cli/*.toml")
        .case("docs/usage.md");
}
