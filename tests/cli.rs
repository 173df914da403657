//! The command line as data: each file in `tests/cli` is a session. `UPDATE`:
//! `TRYCMD=overwrite cargo test --test cli`, then read the difference.

#[test]
fn sessions() {
    trycmd::TestCases::new().case("tests/cli/*.trycmd").case("tests/cli/*.toml");
}
