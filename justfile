# The commands of daily work. `just` lists them.

# List the commands.
default:
    @just --list

# Everything that must hold before a change lands.
check:
    .ci/run

# The tests alone.
test:
    cargo test

# The Python package: build the wheel and test it.
python:
    python/test

# The Spark jobs, on COUNT records. Builds the wheel first.
spark count="1000": python
    integrations/spark/test {{count}}

# Formatting and lints.
lint:
    cargo fmt
    cargo clippy --all-targets -- -D warnings

# Write the expected output of the command anew; read the difference afterwards.
update-sessions:
    TRYCMD=overwrite cargo test --test cli

# The manual page and the completions, in target/assets.
assets:
    cargo build --release --bin epitome
    scripts/assets.sh target/release/epitome

# A Debian package, with cargo-deb.
deb: assets
    cargo deb --no-build
