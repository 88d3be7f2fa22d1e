// Everything works without this; it keeps unsent text through a closed tab, and brings the first refusal into view.
(() => {
  "use strict";
  const refused = document.querySelector("[role=alert][tabindex]");
  if (refused) refused.focus();

  const store = (() => {
    try { return window.localStorage; } catch { return null; }
  })();
  if (!store) return;
  for (const area of document.querySelectorAll("form[method=post] textarea[name=body]")) {
    const form = area.form;
    const key = "draft " + form.getAttribute("action").replace(/^\/(fr|en|ja)\//, "");
    if (area.value === "" && !refused) area.value = store.getItem(key) || "";
    area.addEventListener("input", () => {
      if (area.value) store.setItem(key, area.value); else store.removeItem(key);
    });
    form.addEventListener("submit", (event) => {
      if (event.submitter && event.submitter.value === "publish") store.setItem("sent", key);
    });
  }
  // The page that shows what was sent proves that it arrived: only then is the kept text dropped.
  const sent = store.getItem("sent");
  if (sent && !document.querySelector(".errors, .notice.bad") && location.hash.startsWith("#p")) {
    store.removeItem(sent);
    store.removeItem("sent");
  }
})();
