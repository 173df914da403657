#!/usr/bin/env bash
# The manual page and the completions that packages hold, in target/assets.
#   scripts/assets.sh PATH/TO/epitome
set -euo pipefail
cd "$(dirname "$0")/.."

program=$1
mkdir -p target/assets
"$program" --generate man >target/assets/epitome.1
"$program" --generate complete-bash >target/assets/epitome.bash
"$program" --generate complete-zsh >target/assets/_epitome
"$program" --generate complete-fish >target/assets/epitome.fish
"$program" --generate complete-powershell >target/assets/_epitome.ps1
"$program" --generate complete-elvish >target/assets/epitome.elv
