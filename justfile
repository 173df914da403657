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

# How fast it is beside `wc -w`; with PARTS, only those: texts, threads, start, memory, instructions.
bench *parts:
    cargo build --release --bin epitome
    scripts/bench.py {{parts}}

# How fast each stage is, and how often it allocates.
stages *filter:
    cargo bench -- {{filter}}

# How time and memory grow with the text.
growth *options:
    cargo build --release --bin epitome
    scripts/growth.py {{options}}

# How fast it is beside other summarisers, which are fetched from their registries.
peers-speed:
    cargo build --release --bin epitome
    scripts/peers_speed.py

# The manual page and the completions, in target/assets.
assets:
    cargo build --release --bin epitome
    scripts/assets.sh target/release/epitome

# A Debian package, with cargo-deb.
deb: assets
    cargo deb --no-build

# Fuzz every target, or TARGETS, for SECONDS each. Needs a C++ compiler.
fuzz seconds="60" *targets="":
    fuzz/smoke {{seconds}} {{targets}}

# Instructions and memory of text made to cost much, at a size and at twice that.
attack size="50000":
    scripts/attack {{size}}

# Licences, sources and advisories of what is built on, with cargo-deny. With WHAT, only those: bans, licenses, sources.
deny *what:
    cargo deny --workspace check --hide-inclusion-graph {{what}}
