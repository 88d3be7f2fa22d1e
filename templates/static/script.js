// Everything works without this; it keeps unsent text through a closed tab, and brings the first refusal into view.
(() => {
  "use strict";
  const refused = document.querySelector("[role=alert][tabindex]");
  if (refused) refused.focus();

  workbench(document.querySelector("form.work"));

  // Keys for save and for the next passage; and a draft on the server, two seconds after the last stroke.
  function workbench(form) {
    if (!form) return;
    form.querySelector(".keys").hidden = false;
    const todo = () => [...form.querySelectorAll(".todo-b textarea")];
    const step = (by) => {
      const all = todo(), at = all.indexOf(document.activeElement);
      const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
      if (next) next.focus();
    };
    document.addEventListener("keydown", (e) => {
      if (e.isComposing) return;
      if (e.ctrlKey && e.key === "Enter") { e.preventDefault(); form.querySelector("button[value=save]").click(); }
      else if (e.altKey && e.key === "ArrowDown") { e.preventDefault(); step(1); }
      else if (e.altKey && e.key === "ArrowUp") { e.preventDefault(); step(-1); }
    });
    keepDraft(form, form.querySelector("[data-saved]"), (e) => e.target.tagName === "TEXTAREA" && e.target.name !== "reason");
  }

  for (const said of document.querySelectorAll("[data-draft]")) keepDraft(said.closest("form"), said, (e) => e.target.name !== "action");

  for (const said of document.querySelectorAll("[data-attach]")) attach(said.closest("form"), said);

  // A file that is pasted, dropped or chosen is described, sent, and named where the cursor was.
  function attach(form, said) {
    const { body: area, attachment: file, description } = form.elements;
    const take = (e, files) => {
      if (!files || !files.length) return;
      e.preventDefault();
      file.files = files;
      file.closest("details").open = true;
      description.focus();
    };
    area.addEventListener("paste", (e) => take(e, e.clipboardData.files));
    area.addEventListener("dragover", (e) => { if (e.dataTransfer.types.includes("Files")) e.preventDefault(); });
    area.addEventListener("drop", (e) => take(e, e.dataTransfer.files));
    form.querySelector("button[value=attach]").addEventListener("click", async (e) => {
      if (!file.files.length) return;
      e.preventDefault();
      const body = new FormData();
      for (const name of ["csrf", "description"]) body.append(name, form.elements[name].value);
      body.append("by", "script");
      body.append("attachment", file.files[0]);
      said.textContent = said.dataset.busy;
      let words = said.dataset.failed;
      try {
        const answer = await fetch(said.dataset.attach, { method: "POST", body, redirect: "manual" }), text = await answer.text();
        if (answer.status === 422) words = text;
        if (answer.status === 201) {
          words = said.dataset.done;
          const at = area.selectionEnd, before = area.value.slice(0, at), gap = before && !before.endsWith("\n") ? "\n\n" : "";
          area.setRangeText(gap + text + "\n", at, at, "end");
          area.dispatchEvent(new Event("input", { bubbles: true }));
          file.value = description.value = "";
          area.focus();
        }
      } catch { /* Said below: the text is still in the page. */ }
      said.textContent = words;
    });
  }

  for (const area of document.querySelectorAll("[data-mentions]")) mentions(area);

  // The first letters after an @ bring up who may be meant; arrows and Enter choose, Escape leaves.
  function mentions(area) {
    const list = document.createElement("ul");
    list.className = "people";
    list.id = area.id + "-people";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", area.dataset.people);
    list.hidden = true;
    area.after(list);
    let timer, at = -1;
    const begun = () => /(?:^|[^\w@/.+-])@([\p{L}\p{N}_-]{1,32})$/u.exec(area.value.slice(0, area.selectionStart));
    const close = () => { list.hidden = true; area.removeAttribute("aria-activedescendant"); area.removeAttribute("aria-controls"); };
    const mark = (to) => {
      const all = [...list.children];
      at = (to + all.length) % all.length;
      all.forEach((o, i) => o.setAttribute("aria-selected", i === at));
      area.setAttribute("aria-activedescendant", all[at].id);
    };
    const choose = (option) => {
      const found = begun();
      if (found) area.setRangeText(option.dataset.handle + " ", area.selectionStart - found[1].length, area.selectionStart, "end");
      close();
      area.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const look = async () => {
      const found = begun();
      if (!found) return close();
      let people = [];
      try { people = await (await fetch(area.dataset.mentions + "?q=" + encodeURIComponent(found[1]))).json(); } catch { /* Nobody is suggested. */ }
      if (!people.length || (begun() || [])[1] !== found[1]) return close();
      list.replaceChildren(...people.map((p, i) => {
        const option = document.createElement("li");
        Object.assign(option, { id: list.id + i, textContent: p.name + " @" + p.handle });
        option.setAttribute("role", "option");
        option.dataset.handle = p.handle;
        option.addEventListener("mousedown", (e) => { e.preventDefault(); choose(option); });
        return option;
      }));
      list.hidden = false;
      area.setAttribute("aria-controls", list.id);
      mark(0);
    };
    area.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(look, 150); });
    area.addEventListener("blur", close);
    area.addEventListener("keydown", (e) => {
      if (list.hidden || e.isComposing) return;
      const act = { ArrowDown: () => mark(at + 1), ArrowUp: () => mark(at - 1), Enter: () => choose(list.children[at]), Escape: close }[e.key];
      if (act) { e.preventDefault(); act(); }
    });
  }

  // A draft on the server, two seconds after the last stroke.
  function keepDraft(form, said, counts) {
    let timer, sending = false, busy = false, again = false;
    const keep = async () => {
      // One after the other: the next one carries the version that this one is given.
      if (busy) { again = true; return; }
      busy = true;
      const body = new URLSearchParams(new FormData(form));
      body.set("action", "draft");
      body.set("by", "script");
      let state = "failed";
      try {
        // The workbench's answer leads back to it; that it came is all that matters there.
        const answer = await fetch(form.getAttribute("action"), { method: "POST", body, redirect: "manual" });
        if (answer.type === "opaqueredirect" || answer.ok) state = "saved";
        else if (answer.status === 409) state = "elsewhere";
        const version = answer.headers.get("draft-version");
        if (version) form.elements.draft.value = version;
      } catch { /* Said below: the text is still in the page. */ }
      said.dataset.state = state;
      said.textContent = said.dataset[state] || said.dataset.failed;
      busy = false;
      if (again && !sending) { again = false; keep(); }
    };
    form.addEventListener("input", (e) => {
      if (!counts(e)) return;
      clearTimeout(timer);
      timer = setTimeout(() => { if (!sending) keep(); }, 2000);
    });
    form.addEventListener("submit", () => { sending = true; clearTimeout(timer); });
  }

  // A statement begins with the words that are marked in the post.
  for (const link of document.querySelectorAll("a[data-words]")) {
    link.addEventListener("click", () => {
      const marked = getSelection(), words = marked.toString().trim();
      if (words && link.closest("article").contains(marked.anchorNode)) link.href += "&words=" + encodeURIComponent(words);
    });
  }

  // Positions are taken in place: the answer is the page, of which the main part is put in; without it the form is sent as ever.
  document.addEventListener("submit", async (e) => {
    const form = e.target.closest("form.posform");
    if (!form || form.dataset.plain) return;
    e.preventDefault();
    const place = form.closest("section").id;
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      const main = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#main .stmt")?.closest("main");
      if (!main) throw new Error("no page");
      document.getElementById("main").replaceWith(main);
      (main.querySelector("[role=alert][tabindex]") || main.querySelector("#h-" + place) || main).focus({ preventScroll: answer.ok });
    } catch {
      form.dataset.plain = "yes";
      form.requestSubmit();
    }
  });

  readings();
  if ("keys" in document.documentElement.dataset) keys();

  // P7: new posts that stood in view for a second were seen; the server knows what came before them.
  function readings() {
    const fresh = [...document.querySelectorAll(".post.is-new")];
    if (!fresh.length || !window.IntersectionObserver) return;
    const seen = new Set(), timers = new Map();
    let told = 0, due;
    const tell = () => {
      if (seen.size === told) return;
      const form = fresh[0].querySelector("form[action$='/read']"), body = new URLSearchParams(new FormData(form)), count = seen.size;
      body.delete("post");
      for (const post of seen) body.append("seen", post.id.slice(1));
      told = count;
      fetch(form.getAttribute("action"), { method: "POST", body, redirect: "manual", keepalive: true }).catch(() => { told = 0; });
    };
    const watch = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        const post = entry.target.closest(".post");
        clearTimeout(timers.get(post));
        if (entry.isIntersecting) timers.set(post, setTimeout(() => { seen.add(post); clearTimeout(due); due = setTimeout(tell, 1500); }, 1000));
      }
    });
    for (const post of fresh) watch.observe(post.querySelector(".acts"));
    addEventListener("pagehide", tell);
  }

  // Single letters, for members who have not switched them off; none is the only way.
  function keys() {
    const posts = () => [...document.querySelectorAll("article.post")];
    const dialog = document.getElementById("keys");
    const current = () => {
      const all = posts(), held = document.activeElement && document.activeElement.closest("article.post");
      return held || all.findLast((p) => p.getBoundingClientRect().top < 120) || null;
    };
    const go = (post) => {
      if (!post) return;
      for (let d = post.closest("details"); d; d = d.parentElement.closest("details")) d.open = true;
      const link = post.querySelector(".no");
      link.focus({ preventScroll: true });
      post.scrollIntoView({ block: "start" });
    };
    const step = (by) => { const all = posts(); go(all[Math.max(0, Math.min(all.length - 1, all.indexOf(current()) + by))]); };
    const follow = (selector, within) => { const a = (within || document).querySelector(selector); if (a) a.click(); };
    const acts = {
      j: () => step(1),
      k: () => step(-1),
      n: () => {
        const all = posts(), next = all.slice(all.indexOf(current()) + 1).find((p) => p.classList.contains("is-new"));
        if (next) go(next); else follow(".read-all a") ;
      },
      r: () => follow(".acts a[href*='/reply']", current()),
      q: () => follow(".acts a[href*='quote=']", current()),
      o: () => follow(".state a", current()),
      "/": () => { const q = document.querySelector("input[type=search]"); if (q) q.focus(); else follow(".nav a[href$='/search']"); },
      "?": () => dialog.showModal(),
    };
    document.addEventListener("keydown", (e) => {
      const typing = e.target instanceof Element && e.target.closest("input, textarea, select, [contenteditable]");
      if (e.isComposing || e.ctrlKey || e.altKey || e.metaKey || typing || dialog.open || !acts[e.key]) return;
      e.preventDefault();
      acts[e.key]();
    });
  }

  let store;
  try { store = window.localStorage; } catch { return; }
  const kept = (name) => { try { return JSON.parse(store.getItem(name)) || {}; } catch { return {}; } };

  // The server names the submission that arrived; only then is its text dropped.
  const arrived = /(?:^|; )sent=([^;]+)/.exec(document.cookie);
  if (arrived) {
    for (const name of Object.keys(store)) {
      if (name.startsWith("draft ") && kept(name).key === arrived[1]) store.removeItem(name);
    }
    document.cookie = "sent=; Max-Age=0; Path=/; SameSite=Lax";
  }

  for (const area of document.querySelectorAll("form[method=post] textarea[name=body]")) {
    const form = area.form;
    const field = (name) => (form.elements[name] ? form.elements[name].value : "");
    if (!field("key")) continue;
    const name = "draft " + form.getAttribute("action").replace(/^\/(fr|en|ja)\//, "") + " " + field("parent");
    if (area.value === "" && !refused) area.value = kept(name).text || "";
    const keep = () => {
      if (area.value) store.setItem(name, JSON.stringify({ text: area.value, key: field("key") })); else store.removeItem(name);
    };
    area.addEventListener("input", keep);
    form.addEventListener("submit", keep);
  }
})();
