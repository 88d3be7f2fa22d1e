#!/usr/bin/env bash
# Kills the program in the middle of posting, moderating and mailing, on both databases, and counts what is left.
#
#   benches/crashes.sh [KILLS]      preset 50; the suite itself does 10
set -euo pipefail
cd "$(dirname "$0")/.."
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/trialogue-target}"
TRIALOGUE_TEST_CRASHES="${1:-50}" cargo test --test it crash:: -- --nocapture
