#!/usr/bin/env bash
# What pages cost in a large forum beside a small one, and what a page out of memory costs beside static bytes.
#
#   benches/scale.sh [BENCH]      BENCH: the folder with `limit` and `load.sh` (preset ../shared/bench)
#
#   SMALL, LARGE    posts of the two forums (10000, 100000; a thread for each twenty)
#   DATA            where the two databases are kept for the next run (a folder in the user's cache)
#   DATABASES       addresses of the two instead, e.g. "postgres://…/small postgres://…/large", filled by `trialogue load`
#
# Needs wrk, python3 and brotli. docs/performance.md says how to read it.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
bench=$(cd "${1:-$root/../shared/bench}" && pwd)
cache="${XDG_CACHE_HOME:-$HOME/.cache}"
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$cache/trialogue-target}"
small=${SMALL:-10000} large=${LARGE:-100000} data=${DATA:-$cache/trialogue-bench}
work=$(mktemp -d); mkdir -p "$data"
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT

cargo build --release --quiet --manifest-path "$root/Cargo.toml"
cp -r "$bench/limit" "$work/limit-source"
cargo build --release --quiet --manifest-path "$work/limit-source/Cargo.toml" --target-dir "$CARGO_TARGET_DIR/limit"
program="$CARGO_TARGET_DIR/release/trialogue"
cd "$work"

read -r -a urls <<<"${DATABASES:-sqlite://$data/$small.db sqlite://$data/$large.db}"
sizes=("$small" "$large"); ports=(8191 8192); servers=()
for i in 0 1; do
  export DATABASE_URL="${urls[$i]}"
  if [ -z "${DATABASES:-}" ] && [ ! -e "$data/${sizes[$i]}.db" ]; then
    "$program" load --threads $((sizes[i] / 20)) --posts "${sizes[$i]}"
  fi
  # Without jobs: what runs in the background is no page's cost.
  TRIALOGUE_LOG=warn "$program" --no-jobs --listen "127.0.0.1:${ports[$i]}" >"$work/$i.log" 2>&1 & pids+=($!); servers+=($!)
done

python3 - "${servers[@]}" <<'PY'
import http.client, os, re, statistics, sys, time, urllib.error, urllib.parse, urllib.request
servers = [(name, int(pid), port) for name, pid, port in zip(("small", "large"), sys.argv[1:], (8191, 8192))]
class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_): return None
def sign_in(port):
    base = "http://127.0.0.1:%d" % port
    for _ in range(600):
        try: urllib.request.urlopen(base + "/readyz"); break
        except OSError: time.sleep(.1)
    opener = urllib.request.build_opener(Stay, urllib.request.HTTPCookieProcessor())
    page = opener.open(base + "/en/login").read().decode()
    form = {"csrf": re.search('name="csrf" value="([^"]+)', page)[1], "handle": "load-en-1", "password": "trois langues"}
    try: opener.open(base + "/en/login", urllib.parse.urlencode(form).encode())
    except urllib.error.HTTPError as e: assert e.code == 303, e.code
    jar = [h for h in opener.handlers if isinstance(h, urllib.request.HTTPCookieProcessor)][0].cookiejar
    return "; ".join("%s=%s" % (c.name, c.value) for c in jar)
def cpu(pid):
    """CPU milliseconds of all threads of a process so far"""
    total = 0
    for thread in os.listdir("/proc/%d/task" % pid):
        try: total += int(open("/proc/%d/task/%s/schedstat" % (pid, thread)).read().split()[0])
        except OSError: pass
    return total / 1e6
def cost(pid, port, path, headers, count=100):
    client = http.client.HTTPConnection("127.0.0.1", port)
    def get():
        client.request("GET", path, headers=headers); answer = client.getresponse(); body = answer.read()
        assert answer.status == 200, (path, answer.status)
        return len(body)
    for _ in range(5): size = get()
    before = cpu(pid)
    for _ in range(count): get()
    return (cpu(pid) - before) / count, size
def thread(port):
    """The second thread, of the same size in both forums, at its own address"""
    try: urllib.request.build_opener(Stay).open("http://127.0.0.1:%d/en/t/2" % port)
    except urllib.error.HTTPError as e: return e.headers["Location"]
cookies = [sign_in(port) for _, _, port in servers]
pages = [("home", "/en/"), ("list", "/en/threads"), ("list, unanswered", "/en/threads?answered=no"), ("list, locked", "/en/threads?state=locked"),
         ("list, not in my language", "/en/threads?readable=no"), ("theme", "/ja/themes/governance"), ("themes", "/fr/themes"), ("thread", thread),
         ("search, common word", "/en/search?q=solidarity"), ("search, several words", "/fr/search?q=moulin+sarrasin"),
         ("search, Japanese", "/ja/search?q=%E9%80%A3%E5%B8%AF"), ("search, rare number", "/fr/search?q=%22873+kilos%22"), ("search, nothing", "/en/search?q=xylophone"),
         ("feed", "/fr/feed.atom")]
print("| page | reader | small, CPU ms | large, CPU ms | ratio |\n|---|---|---:|---:|---:|")
for name, path in pages:
    for reader in ("visitor", "member"):
        runs = [[], []]
        for _ in range(3):
            for i, (_, pid, port) in enumerate(servers):
                # An encoding with a weight is never answered out of memory: the page is made anew.
                headers = {"Accept-Encoding": "identity;q=0.5"}
                if reader == "member": headers["Cookie"] = cookies[i]
                runs[i].append(cost(pid, port, path(port) if callable(path) else path, headers)[0])
        a, b = (statistics.median(r) for r in runs)
        print("| %s | %s | %.2f | %.2f | %.2f |" % (name, reader, a, b, b / a), flush=True)
open("thread", "w").write(thread(8192))
PY

echo; echo '== out of memory, br, the large forum'
for page in /en/ /en/threads /ja/themes/governance "$(cat thread)"; do
  curl -s -H 'Accept-Encoding: br' -o page.html.br "http://127.0.0.1:8192$page"
  brotli -dfk page.html.br -o page.html
  "$CARGO_TARGET_DIR/limit/release/limit" 127.0.0.1:8193 2 page.html >/dev/null 2>&1 & limit=$!; pids+=("$limit")
  sleep 0.3; echo "$page: $(stat -c %s page.html) bytes, $(stat -c %s page.html.br) as br"
  "$bench/load.sh" -c 32 -d 5 -r 3 -H 'Accept-Encoding: br' -m "limit=$limit" -m "warm=${servers[1]}" limit http://127.0.0.1:8193/ warm "http://127.0.0.1:8192$page"
  kill "$limit"
done
