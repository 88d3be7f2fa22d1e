#!/usr/bin/env bash
# Kills the program in the middle of posting, moderating and mailing, and at each step of a weekly letter, on both databases,
# and counts what is left.
#
#   benches/crashes.sh [KILLS]      preset 200, at each step; the suite itself does 10 and 5
set -euo pipefail
cd "$(dirname "$0")/.."
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/trialogue-target}"
TRIALOGUE_TEST_CRASHES="${1:-200}" cargo test --test it -- --nocapture crash:: crash_letters::
