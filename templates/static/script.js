// Everything works without this; it keeps unsent text through a closed tab, and brings the first refusal into view.
(() => {
  "use strict";
  const refused = document.querySelector("[role=alert][tabindex]");
  if (refused) refused.focus();

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
