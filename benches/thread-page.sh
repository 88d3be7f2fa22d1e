#!/usr/bin/env bash
# A thread of 100 posts, each with three slots, built anew for each request, beside static bytes from memory.
#
#   benches/thread-page.sh [BENCH]      BENCH: the folder with `limit` and `load.sh` (preset ../shared/bench)
#
# Needs wrk, python3 and brotli. Prints the table of load.sh; docs/performance.md says how to read it.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
bench=$(cd "${1:-$root/../shared/bench}" && pwd)
work=$(mktemp -d)
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/trialogue-target}"
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT

cargo build --release --quiet --manifest-path "$root/Cargo.toml"
cp -r "$bench/limit" "$work/limit-source"
cargo build --release --quiet --manifest-path "$work/limit-source/Cargo.toml" --target-dir "$CARGO_TARGET_DIR/limit"

cd "$work"
program="$CARGO_TARGET_DIR/release/trialogue"
export TRIALOGUE_LIMITS__POSTS_PER_MINUTE=1000000 TRIALOGUE_LIMITS__SAVES_PER_MINUTE=1000000
echo 'a long enough phrase' | "$program" user create --handle bench --email bench@example.org --role moderator --lang en --password-stdin >/dev/null
token=$("$program" user token --handle bench)
"$program" --listen 127.0.0.1:8181 >/dev/null 2>&1 & pids+=($!); server=$!

python3 - "$token" <<'PY'
import json, re, sys, time, urllib.error, urllib.parse, urllib.request
base, token = "http://127.0.0.1:8181", sys.argv[1]
for _ in range(100):
    try: urllib.request.urlopen(base + "/readyz"); break
    except OSError: time.sleep(.1)
def api(method, path, body):
    r = urllib.request.Request(base + "/api/v1" + path, json.dumps(body).encode(), {"Content-Type": "application/json", "Authorization": "Bearer " + token}, method=method)
    return json.load(urllib.request.urlopen(r))
words = {"fr": "Chez nous, la décision se prend le premier samedi du mois, à voix haute, avec tout le monde autour de la table.",
         "en": "Where we live, decisions are taken on the first Saturday of the month, aloud, with everybody around the table.",
         "ja": "私たちの地域では、毎月最初の土曜日に、全員が食卓を囲んで声に出して決めます。"}
langs = list(words)
def body(l, n): return "\n\n".join("%s (%d.%d)" % (words[l], n, i) for i in range(3))
t = api("POST", "/threads", {"title": "A hundred posts", "body": body("en", 0), "lang": "en", "themes": ["governance", "alliances"]})
posts = []
for n in range(1, 100):
    l = langs[n % 3]
    p = api("POST", "/threads/%d/posts" % t["id"], {"body": body(l, n), "lang": l, "parent": posts[n // 2]["id"] if n > 3 else None})
    posts.append(p)
    for o in langs:
        if o != l: api("PUT", "/texts/%d/slots/%s" % (p["text"], o), {"body": body(o, n), "based_on": 1, "revision": 0})
class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_): return None
opener = urllib.request.build_opener(Stay, urllib.request.HTTPCookieProcessor())
page = opener.open(base + "/en/login").read().decode()
form = {"csrf": re.search('name="csrf" value="([^"]+)', page)[1], "handle": "bench", "password": "a long enough phrase"}
try: opener.open(base + "/en/login", urllib.parse.urlencode(form).encode())
except urllib.error.HTTPError as e: assert e.code == 303
cookie = [c for h in opener.handlers if isinstance(h, urllib.request.HTTPCookieProcessor) for c in h.cookiejar if c.name == "session"][0].value
open("cookie", "w").write("session=" + cookie)
try: opener.open(base + "/en/t/%d" % t["id"])
except urllib.error.HTTPError as e: path = e.headers["Location"]
html = opener.open(base + path).read()
open("page.html", "wb").write(html); open("path", "w").write(path)
print("page: %d bytes, %d posts" % (len(html), html.count(b"<article")))
PY
brotli -q 3 -k page.html -o page.html.br && echo "page: $(stat -c %s page.html.br) bytes as br q3"
"$CARGO_TARGET_DIR/limit/release/limit" 127.0.0.1:8182 2 page.html >/dev/null 2>&1 & pids+=($!); limit=$!
"$program" --version
url="http://127.0.0.1:8181$(cat path)"
echo '== plain'; "$bench/load.sh" -c 8 -d 8 -r 3 -H "Cookie: $(cat cookie)" -m "limit=$limit" -m "signed-in=$server" limit http://127.0.0.1:8182/ signed-in "$url"
echo '== plain, a visitor'; "$bench/load.sh" -c 8 -d 8 -r 3 -m "limit=$limit" -m "visitor=$server" limit http://127.0.0.1:8182/ visitor "$url"
echo '== br'; "$bench/load.sh" -c 8 -d 8 -r 3 -H "Cookie: $(cat cookie)" -H 'Accept-Encoding: br' -m "limit=$limit" -m "signed-in=$server" limit http://127.0.0.1:8182/ signed-in "$url"
