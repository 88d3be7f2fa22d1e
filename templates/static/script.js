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

  // A draft on the server, two seconds after the last stroke.
  function keepDraft(form, said, counts) {
    let timer, sending = false;
    const keep = async () => {
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
    };
    form.addEventListener("input", (e) => {
      if (!counts(e)) return;
      clearTimeout(timer);
      timer = setTimeout(() => { if (!sending) keep(); }, 2000);
    });
    form.addEventListener("submit", () => { sending = true; clearTimeout(timer); });
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
