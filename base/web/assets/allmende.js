/* Shortens the way; every page works without it. */
(() => {
  "use strict";
  const $ = (s, root = document) => root.querySelector(s);
  const $$ = (s, root = document) => [...root.querySelectorAll(s)];
  const writing = (el) => el.isContentEditable || /^(TEXTAREA|SELECT)$/.test(el.tagName)
    || (el.tagName === "INPUT" && !/^(checkbox|radio|button|submit)$/.test(el.type));

  const summary = $(".error-summary");
  if (summary) {
    summary.focus();
  } else if (location.hash) {
    // After moving a row the page comes back with its address; the focus goes back to the row.
    // Not before "load": the browser's own jump to the address would take the focus away again.
    addEventListener("load", () => setTimeout(() => {
      const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (row && row.matches("[data-sortable]")) $("a", row).focus();
    }));
  }

  for (const a of $$(".error-summary a[href^='#']")) {
    a.addEventListener("click", (e) => {
      const field = document.getElementById(a.hash.slice(1));
      if (!field) return;
      e.preventDefault();
      field.scrollIntoView({ block: "center" });
      (field.matches("fieldset") ? $("input", field) : field).focus({ preventScroll: true });
    });
  }

  document.addEventListener("keydown", (e) => {
    const at = e.target;
    if (e.key === "Escape") {
      for (const d of $$("details[data-menu][open]")) {
        const inside = d.contains(at);
        d.open = false;
        if (inside) $("summary", d).focus();
      }
      return;
    }
    if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) {
      const form = at.closest("form");
      const button = form && ($(".primary[type=submit], [data-default]", form) || $("button:not([type=button])", form));
      if (button) { e.preventDefault(); form.requestSubmit(button); }
      return;
    }
    if (e.altKey && (e.key === "ArrowUp" || e.key === "ArrowDown")) {
      const row = at.closest("[data-sortable]");
      const button = row && $(`[data-move=${e.key === "ArrowUp" ? "up" : "down"}]`, row);
      if (row) e.preventDefault();
      if (button && button.getAttribute("aria-disabled") !== "true") button.form.requestSubmit(button);
      return;
    }
    if (e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented || writing(at)) return;
    if (document.body.dataset.keys === "off") return;
    if (e.key === "/") {
      const field = $$("[data-search]").find((el) => el.offsetParent !== null);
      if (field) { e.preventDefault(); field.focus(); field.select(); }
    } else if (e.key === "n" || e.key === "N") {
      const field = $("[data-capture-field]");
      const link = $("a[data-capture]");
      if (field) { e.preventDefault(); field.focus(); } else if (link) { e.preventDefault(); link.click(); }
    }
  });

  // The choice stays in this browser: without script there are no keys to switch off.
  const keep = (on) => {
    document.body.dataset.keys = on ? "on" : "off";
    for (const kbd of $$(".search > kbd, [data-capture] kbd, .capture-panel .panel-head kbd")) kbd.hidden = !on;
  };
  const kept = () => { try { return localStorage.getItem("keys") !== "off"; } catch { return true; } };
  keep(document.body.dataset.keys !== "off" && kept());
  for (const box of $$("[data-keys-box]")) {
    box.checked = kept();
    box.closest("[data-keys-field]").hidden = false;
    box.addEventListener("change", () => {
      try { localStorage.setItem("keys", box.checked ? "on" : "off"); } catch { /* lasts for this page then */ }
      keep(box.checked);
      for (const other of $$("[data-keys-box]")) other.checked = box.checked;
    });
  }

  // A row of a list with an order is dragged by its handle; dropping it sends the list's own form.
  for (const list of $$("[data-order]")) {
    const form = document.getElementById(list.dataset.order);
    if (!form) continue;
    let row = null;
    const clear = () => { for (const li of $$(".before, .after", list)) li.classList.remove("before", "after"); };
    const over = (e) => {
      const li = e.target.closest && e.target.closest("[data-item]");
      return li && li !== row && li.parentElement === list ? li : null;
    };
    const lower = (e, li) => e.clientY > li.getBoundingClientRect().top + li.offsetHeight / 2;
    for (const grip of $$("[data-grip]", list)) {
      grip.draggable = true;
      grip.addEventListener("dragstart", (e) => {
        row = grip.closest("[data-item]");
        row.classList.add("dragged");
        e.dataTransfer.effectAllowed = "move";
        e.dataTransfer.setData("text/plain", "");
        e.dataTransfer.setDragImage(row, 12, 12);
      });
      grip.addEventListener("dragend", () => { if (row) row.classList.remove("dragged"); row = null; clear(); });
    }
    list.addEventListener("dragover", (e) => {
      const li = row && over(e);
      if (!li) return;
      e.preventDefault();
      clear();
      li.classList.add(lower(e, li) ? "after" : "before");
    });
    list.addEventListener("drop", (e) => {
      const li = row && over(e);
      if (!li) return;
      e.preventDefault();
      const others = $$("[data-item]", list).filter((other) => other !== row);
      form.elements.item.value = row.dataset.item;
      form.elements.place.value = String(others.indexOf(li) + (lower(e, li) ? 1 : 0));
      form.requestSubmit();
    });
  }

  document.addEventListener("click", (e) => {
    for (const d of $$("details[data-menu][open]")) if (!d.contains(e.target)) d.open = false;
  });

  for (const input of $$("input[type=password][data-reveal]")) {
    const button = document.createElement("button");
    const name = input.labels.length ? input.labels[0].textContent.trim() : "";
    const show = (on) => {
      input.type = on ? "text" : "password";
      button.textContent = on ? input.dataset.conceal : input.dataset.reveal;
      button.setAttribute("aria-label", `${name} ${button.textContent}`);
    };
    button.type = "button";
    show(false);
    button.addEventListener("click", () => { show(input.type === "password"); });
    input.form.addEventListener("submit", () => { show(false); });
    input.after(button);
  }

  // The answer names the page image to show: {"image": "/…", "state": "aktuell, 14:32:08", "page": "Seite 5 von 10",
  // "number": 5}. Without an image the text cannot be set: the old page stays and the state says what to change.
  for (const form of $$("form[data-preview]")) {
    let timer, running, shown;
    const say = (key, text) => { const el = $(`[data-preview-${key}]`); if (el && text) el.textContent = text; };
    const draw = async () => {
      if (running) running.abort();
      const mine = running = new AbortController();
      const late = setTimeout(() => say("state", "Vorschau wird erneuert"), 1000);
      try {
        const body = new URLSearchParams();
        for (const [k, v] of new FormData(form)) if (typeof v === "string") body.append(k, v);
        const r = await fetch(form.dataset.preview, { method: "POST", body, credentials: "same-origin", headers: { accept: "application/json" }, signal: mine.signal });
        if (!r.ok) throw new Error(String(r.status));
        const answer = await r.json();
        if (running !== mine) return;
        if (!answer.image) { say("state", answer.state); return; }
        const url = new URL(answer.image, location.href);
        if (url.origin !== location.origin) return;
        const next = new Image();
        next.src = url.href;
        await next.decode();
        if (running !== mine) return;
        const img = $("img[data-preview-page]");
        img.src = url.href;
        if (answer.alt) img.alt = answer.alt;
        say("state", answer.state);
        say("number", answer.page);
        shown = answer.number;
      } catch (err) {
        if (err.name !== "AbortError") say("state", "Vorschau nicht erneuert. Ihr Text ist erhalten.");
      } finally {
        clearTimeout(late);
      }
    };
    form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(draw, 120); });
    // Turning the page by its link would leave the form and lose what is typed.
    const wish = $("[name=preview_page]", form);
    for (const turn of wish ? $$("[data-preview-turn]") : []) {
      turn.addEventListener("click", (e) => {
        e.preventDefault();
        const now = shown || Number((($("[data-preview-number]") || {}).textContent || "").match(/\d+/)) || 1;
        wish.value = String(Math.max(1, now + Number(turn.dataset.previewTurn)));
        draw();
      });
    }
  }
})();
