/* The evening of a meeting: sends forms without leaving the page and keeps what is entered while the network is away.
   Everything works without it, form by form. */
(() => {
  "use strict";
  const $ = (s, at = document) => at.querySelector(s);
  const $$ = (s, at = document) => [...at.querySelectorAll(s)];
  const root = () => $("[data-evening]");
  if (!root()) return;
  const say = (key) => root().dataset[key] || "";
  const el = (tag, more = {}, ...inside) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(more)) node.setAttribute(name, value);
    node.append(...inside);
    return node;
  };
  const icon = (name) => {
    const copy = $(".evening-top .mark").cloneNode(true);
    copy.setAttribute("class", "icon");
    const use = $("use", copy);
    use.setAttribute("href", use.getAttribute("href").replace(/#.*/, `#${name}`));
    return copy;
  };
  const writing = (at) => at.isContentEditable || /^(TEXTAREA|SELECT)$/.test(at.tagName)
    || (at.tagName === "INPUT" && !/^(checkbox|radio|button|submit)$/.test(at.type));
  const keysOn = () => document.body.dataset.keys !== "off";

  /* Time: the server's clock, carried on by this browser, so that a wrong clock here does no harm. */
  let served, loaded;
  const wind = () => { served = Date.parse(root().dataset.now); loaded = performance.now(); };
  const hours = new Intl.DateTimeFormat("de-DE", { timeZone: "Europe/Berlin", hour: "2-digit", minute: "2-digit" });
  const now = () => hours.format(served + performance.now() - loaded);

  /* What waits for the network, and what was refused. Kept for this meeting and this account. */
  const place = `evening:${root().dataset.evening}:${root().dataset.account}`;
  const read = (key, other) => { try { return JSON.parse(localStorage.getItem(key)) ?? other; } catch { return other; } };
  let memory = { queue: [], refused: [] };
  const load = () => read(place, memory);
  const keep = (state) => {
    memory = state;
    try { localStorage.setItem(place, JSON.stringify(state)); } catch { /* lasts as long as this page then */ }
  };
  const change = (work) => { const state = load(); work(state); keep(state); };
  const draftOf = (item) => `${place}:notes:${item}`;
  const keepDraft = (item, draft) => {
    try {
      if (draft) localStorage.setItem(draftOf(item), JSON.stringify(draft)); else localStorage.removeItem(draftOf(item));
    } catch { /* the field itself still has it */ }
  };
  const field = (entry, name) => (entry.body.find(([key]) => key === name) || [])[1] || "";
  const freshKey = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}-${Math.random().toString(36).slice(2)}`;

  let busy = false, away = false, timer, sentence = "";
  const pages = new Map(); // The page of each item, for going on without a network.

  /* Showing how things stand. */
  const plain = (text) => text.replace(/\s+/g, " ").trim();
  const show = () => {
    const { queue, refused } = load();
    const words = $("[data-state-words]");
    const waiting = queue.length === 1 ? say("waitingOne") : say("waiting").replace("{count}", String(queue.length));
    if (words) {
      const text = sentence || (away && queue.length ? waiting : away ? say("offline") : queue.length ? say("sending") : "");
      words.textContent = text || say("saved").replace("{time}", now());
      words.parentElement.classList.toggle("ink", Boolean(away || sentence));
      words.parentElement.classList.toggle("warn", Boolean(away || sentence));
    }
    const list = $("[data-waiting-list]");
    if (!list) return;
    list.replaceChildren();
    list.hidden = !(away && queue.length) && !refused.length;
    if (away && queue.length) {
      const lines = queue.map((entry) => el("li", {}, `${entry.at} ${entry.label}`));
      list.append(el("details", { class: "evening-more" }, el("summary", {}, waiting), el("ul", {}, ...lines)));
    }
    for (const entry of refused) {
      const again = el("button", { class: "button small", type: "button" }, say("again"));
      const discard = el("button", { class: "button small quiet", type: "button" }, say("discard"));
      again.addEventListener("click", () => {
        change((state) => {
          state.refused = state.refused.filter((one) => one.key !== entry.key);
          // Notes go back into their field: there both texts are shown.
          if (!entry.notes) state.queue.push({ ...entry, key: freshKey() });
        });
        if (entry.notes) look(entry.item); else flush();
      });
      discard.addEventListener("click", () => {
        change((state) => { state.refused = state.refused.filter((one) => one.key !== entry.key); });
        if (entry.notes) keepDraft(entry.item, null);
        show();
      });
      const typed = entry.body.filter(([key, value]) => value && !/^(csrf|form_key|item|top|base|vote|stretch|participant|wahl-.*)$/.test(key));
      const note = el("div", { class: "note bad", role: "alert" }, icon("warning"), el("div", {},
        el("p", {}, el("b", {}, `${say("refused")}: ${entry.at} ${entry.label}`)),
        el("p", {}, entry.why || ""),
        el("pre", {}, typed.map(([, value]) => value).join(" · ")),
        el("p", { class: "row-actions" }, again, " ", discard)));
      list.append(note);
    }
  };

  /* The queue. Everything goes through it, in order. */
  const push = (entry) => {
    change((state) => {
      const last = state.queue.at(-1);
      // Notes that wait are overtaken by newer ones of the same item; what they build on stays.
      if (entry.notes && last && last.notes && last.item === entry.item && !(busy && state.queue.length === 1)) {
        last.body = last.body.map(([key, value]) => [key, key === "discussion" ? field(entry, "discussion") : value]);
        last.at = entry.at;
      } else {
        state.queue.push(entry);
      }
    });
    if (away) foresee(entry);
    flush();
  };

  const later = (seconds) => { clearTimeout(timer); timer = setTimeout(flush, seconds * 1000); };

  const send = async (entry) => {
    const body = new URLSearchParams();
    for (const [key, value] of entry.body) body.append(key, key === "csrf" ? root().dataset.csrf : value);
    body.set("form_key", entry.key);
    const stop = new AbortController();
    const limit = setTimeout(() => stop.abort(), 20000);
    try {
      const answer = await fetch(entry.url, { method: "POST", body, credentials: "same-origin", signal: stop.signal });
      return { status: answer.status, url: answer.url, moved: answer.redirected, text: await answer.text() };
    } finally {
      clearTimeout(limit);
    }
  };

  const flush = async () => {
    if (busy) return;
    busy = true;
    clearTimeout(timer);
    sentence = "";
    let fresh = null, others = false;
    for (let entry = load().queue[0]; entry; entry = load().queue[0]) {
      show();
      let answer;
      try {
        answer = await send(entry);
      } catch {
        if (!away) { away = true; for (const one of load().queue) foresee(one); }
        change((state) => { for (const one of state.queue) one.waited = true; });
        later(4);
        break;
      }
      if (answer.moved && new URL(answer.url).pathname.startsWith("/anmelden")) {
        sentence = say("signedOut");
        later(20);
        break;
      }
      if (answer.status >= 500 || answer.status === 429 || answer.status === 409) {
        sentence = say("failed");
        later(answer.status === 409 ? 1 : 6);
        break;
      }
      away = false;
      const page = new DOMParser().parseFromString(answer.text, "text/html");
      change((state) => { state.queue = state.queue.filter((one) => one.key !== entry.key); });
      others = others || !entry.notes || Boolean(entry.waited);
      if (answer.status < 400) {
        if (entry.notes) {
          const draft = read(draftOf(entry.item), null);
          if (draft && draft.text.trim() === field(entry, "discussion").trim()) keepDraft(entry.item, null);
        }
        fresh = { entry, page, url: answer.url, others };
      } else if (!entry.waited && $("[data-evening]", page) && (!entry.notes || entry.item === root().dataset.top)) {
        fresh = { entry, page, url: "" };
      } else {
        const said = $(".message-page p, .vote-verdict.bad .vote-title, .field-error span, #notizen-andere p", page);
        const why = said ? plain(said.textContent) : `${say("failed")} (${answer.status})`;
        change((state) => { state.refused.push({ ...entry, why }); });
      }
    }
    busy = false;
    if (fresh && !load().queue.length) take(fresh);
    show();
  };

  /* Putting an answer in the place of the page, without losing what is being typed. */
  const identity = (form) => {
    const mark = ["item", "participant", "stretch", "vote"].map((name) => form.elements[name]).find(Boolean);
    return `${form.getAttribute("action")} ${mark ? mark.value : ""}`;
  };
  const dirty = (control) => {
    if (!/^(INPUT|SELECT|TEXTAREA)$/.test(control.tagName) || control.type === "hidden" || !control.name || control.hidden) return false;
    if (control.tagName === "SELECT") return !control.options[control.selectedIndex]?.defaultSelected && control.selectedIndex > 0;
    return control.type === "checkbox" ? control.checked !== control.defaultChecked : control.value !== control.defaultValue;
  };
  const typedNow = (but) => {
    const all = new Map();
    for (const form of $$("form", root())) {
      if (form === but || (but && identity(form) === but)) continue;
      const controls = [...form.elements].filter(dirty);
      if (controls.length) all.set(identity(form), controls.map((control) => [control.name, control.type === "checkbox" ? control.checked : control.value]));
    }
    return all;
  };
  const put = (typed) => {
    for (const form of $$("form", root())) {
      for (const [name, value] of typed.get(identity(form)) || []) {
        const control = form.elements[name];
        if (!control || control.disabled) continue;
        if (control.type === "checkbox") control.checked = value; else control.value = value;
        const box = control.closest("details");
        if (box && !box.matches("[data-ballots]")) box.open = true;
      }
    }
  };
  const focusMark = () => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    if (at.id) return { find: `#${CSS.escape(at.id)}`, at };
    const person = at.closest("[data-person]");
    if (person) return { find: `[data-person="${person.dataset.person}"] > summary`, at };
    return null;
  };
  const swap = (page, but) => {
    const typed = typedNow(but);
    const mark = focusMark();
    const span = mark && "selectionStart" in mark.at ? [mark.at.selectionStart, mark.at.selectionEnd] : null;
    const scroll = [scrollX, scrollY];
    const same = $("[data-evening]", page).dataset.top === root().dataset.top;
    root().replaceWith(document.adoptNode($("[data-evening]", page).cloneNode(true)));
    document.title = page.title;
    wind();
    put(typed);
    ready();
    const target = mark && $(mark.find);
    if (target && same) {
      target.focus({ preventScroll: true });
      if (span && typeof target.setSelectionRange === "function") { try { target.setSelectionRange(...span); } catch { /* no text */ } }
    } else {
      $("#inhalt").focus({ preventScroll: true });
    }
    if (same) scrollTo(...scroll); else scrollTo(0, 0);
    for (const entry of away ? load().queue : []) foresee(entry);
  };
  const take = ({ entry, page, url, others }) => {
    const next = $("[data-evening]", page);
    if (!next) { location.assign(url || root().dataset.base); return; }
    if (url) pages.set(next.dataset.top, page.documentElement.outerHTML);
    // Notes are saved while somebody goes on writing: the page stays as it is.
    if (entry.notes && url && !others) {
      const theirs = $("#notizen-andere");
      if (theirs) theirs.remove();
      root().dataset.now = next.dataset.now;
      wind();
      soon();
      return;
    }
    if (url && next.dataset.top !== root().dataset.top && !entry.go && entry.item !== next.dataset.top) { soon(); return; }
    swap(page, entry.form);
    if (url) history.replaceState(null, "", url);
    soon();
  };

  /* Pages of all items, fetched ahead. */
  let ahead;
  const soon = () => { clearTimeout(ahead); ahead = setTimeout(prefetch, 1500); };
  const prefetch = async () => {
    const tops = $$("[data-go], [data-look]", $(".evening-agenda")).map((one) => one.dataset.go || one.dataset.look);
    for (const top of tops) {
      if (busy || away) return;
      try {
        const answer = await fetch(`${root().dataset.base}?top=${top}`, { credentials: "same-origin" });
        if (answer.ok && !answer.redirected) pages.set(top, await answer.text());
      } catch { return; }
    }
  };
  const kept = (top) => {
    if (!pages.has(top)) return false;
    const fixed = served + performance.now() - loaded;
    const page = new DOMParser().parseFromString(pages.get(top), "text/html");
    $("[data-evening]", page).dataset.now = new Date(fixed).toISOString();
    $("[data-evening]", page).dataset.csrf = root().dataset.csrf;
    swap(page, null);
    return true;
  };
  const look = async (top) => {
    const url = `${root().dataset.base}?top=${top}`;
    try {
      const answer = await fetch(url, { credentials: "same-origin" });
      if (!answer.ok || answer.redirected) { location.assign(url); return; }
      const text = await answer.text();
      pages.set(top, text);
      swap(new DOMParser().parseFromString(text, "text/html"), null);
      history.replaceState(null, "", url);
    } catch {
      away = true;
      kept(top);
      show();
    }
  };

  /* What an entry will change, shown before the network is back. */
  const foresee = (entry) => {
    if (entry.go && entry.go !== root().dataset.top && !entry.seen) {
      entry.seen = true;
      change((state) => { for (const one of state.queue) if (one.key === entry.key) one.seen = true; });
      kept(entry.go);
    }
    if (entry.person) {
      const chip = $(`[data-person="${entry.person}"]`);
      if (!chip) return;
      const comes = field(entry, "was") === "kommt";
      chip.dataset.here = comes ? "1" : "";
      const head = $("summary", chip);
      head.classList.add("waits");
      head.classList.toggle("away", !comes);
      $("use", head).setAttribute("href", $("use", head).getAttribute("href").replace(/#.*/, comes ? "#check" : "#dash"));
      const form = $("[data-attend]", chip);
      form.elements.was.value = comes ? "geht" : "kommt";
      $("button", form).textContent = comes ? say("goesButton") : say("comesButton");
      const line = $(`[data-voter="${entry.person}"]`);
      if (line) {
        line.hidden = !comes;
        $("select", line).disabled = !comes;
        const here = $$("[data-voter]").filter((one) => !one.hidden).length;
        for (const head of [$(".vote-head h2"), $("[data-count]")]) if (head) head.textContent = head.textContent.replace(/\d+/, String(here));
        const form = $("form[data-vote]");
        if (form) form.dispatchEvent(new Event("input"));
      }
    }
    if (entry.vote && entry.item === root().dataset.top && !$(`[data-pending="${entry.key}"]`)) {
      const form = $("form[data-vote]");
      if (!form) return;
      const words = $$("[data-tile]", form).map((tile) => `${tile.textContent} ${tile.parentElement.firstElementChild.textContent}`);
      form.before(el("div", { class: "note warn", "data-pending": entry.key, role: "status" }, icon("clock"),
        el("div", {}, el("p", {}, `${entry.label}: ${words.join(", ")} (${say("pending")})`))));
      form.hidden = true;
    }
  };

  /* Forms. */
  const entryOf = (form, button, more = {}) => {
    const data = new FormData(form, button && button.form === form ? button : undefined);
    const at = now();
    const body = [...data].filter(([, value]) => typeof value === "string")
      .map(([key, value]) => [key, key in more ? more[key] : key === "at" && !value.trim() ? at : value]);
    const item = (body.find(([key]) => key === "item") || [])[1] || root().dataset.top;
    return {
      key: freshKey(), url: form.getAttribute("action"), label: form.dataset.label || "", at, body, item,
      notes: Boolean(form.dataset.notes), go: form.dataset.go || "", vote: "vote" in form.dataset,
      person: "attend" in form.dataset ? form.elements.participant.value : "", form: identity(form),
    };
  };
  document.addEventListener("submit", (e) => {
    const form = e.target;
    if (!root().contains(form) || form.method !== "post") return;
    e.preventDefault();
    const entry = entryOf(form, e.submitter);
    if (entry.notes) {
      clearTimeout(form.resting);
      const text = form.elements.discussion.value;
      // What comes next builds on this.
      form.elements.base.value = text;
      form.elements.discussion.defaultValue = text;
    }
    const menu = form.closest("details[data-menu]");
    if (menu) { menu.open = false; $("summary", menu).focus(); }
    push(entry);
  });
  document.addEventListener("click", (e) => {
    const link = e.target.closest && e.target.closest("a[data-look]");
    if (!link || e.ctrlKey || e.metaKey || e.shiftKey || e.button) return;
    e.preventDefault();
    look(link.dataset.look);
  });

  /* A field that finds one of several and takes it with Enter. */
  let finders = 0;
  const finder = (label, options, pick, leave) => {
    const id = `finder-${finders += 1}`;
    const list = el("ul", { role: "listbox", id, hidden: "", "aria-label": label });
    const input = el("input", { type: "text", role: "combobox", autocomplete: "off", placeholder: label, "aria-label": label, "aria-expanded": "false", "aria-controls": id, "aria-autocomplete": "list" });
    let shown = [], at = 0;
    const close = () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
    const draw = () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      const fits = (text) => { const parts = text.toLowerCase().split(/[\s.-]+/); return words.every((word) => parts.some((part) => part.startsWith(word))); };
      shown = options().filter((option) => fits(option.text)).slice(0, 40);
      at = Math.min(at, Math.max(shown.length - 1, 0));
      list.replaceChildren(...shown.map((option, index) => {
        const line = el("li", { role: "option", id: `${id}-${index}`, "aria-selected": String(index === at) }, option.text);
        line.addEventListener("mousedown", (e) => { e.preventDefault(); choose(index); });
        return line;
      }));
      list.hidden = !shown.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
      if (shown.length) input.setAttribute("aria-activedescendant", `${id}-${at}`); else input.removeAttribute("aria-activedescendant");
      const line = list.children[at];
      if (line && !list.hidden) line.scrollIntoView({ block: "nearest" });
    };
    const choose = (index) => { const option = shown[index]; input.value = ""; at = 0; close(); if (option) pick(option); };
    input.addEventListener("input", () => { at = 0; if (input.value.trim()) draw(); else close(); });
    input.addEventListener("keydown", (e) => {
      if (e.key === "ArrowDown" || e.key === "ArrowUp") {
        e.preventDefault();
        if (list.hidden) { at = 0; draw(); return; }
        at = (at + (e.key === "ArrowDown" ? 1 : -1) + shown.length) % shown.length;
        draw();
      } else if (e.key === "Enter" && !e.ctrlKey && !e.metaKey) {
        e.preventDefault();
        if (!list.hidden) choose(at);
      } else if (e.key === "Escape") {
        if (!list.hidden) { e.stopPropagation(); close(); } else if (leave) { e.stopPropagation(); leave(); }
      } else if (e.key === "Backspace" && !input.value) {
        pick(null);
      }
    });
    input.addEventListener("blur", close);
    return { box: el("div", { class: "vote-finder" }, input, list), input };
  };

  /* The vote: chips for those who did not vote yes, counts, and the verdict while it is entered. */
  const voting = (form) => {
    const tools = $("[data-ballots]", form);
    const selects = () => $$("select[name^='wahl-']", form).filter((select) => !select.disabled);
    const chips = el("div", { class: "vote-chips" });
    const words = (select, value) => [...select.options].find((option) => option.value === value)?.text || value;
    const options = () => selects().flatMap((select) => [...select.options].filter((option) => option.value !== "yes" && option.value !== select.value)
      .map((option) => ({ text: `${select.dataset.name} ${option.text}`, select, value: option.value })));
    const find = finder(say("member"), options, (option) => {
      const last = selects().filter((select) => select.value !== "yes").at(-1);
      if (option) option.select.value = option.value; else if (last) last.value = "yes"; else return;
      refresh();
      find.input.focus();
    });
    find.input.setAttribute("data-search", "");
    tools.before(chips);
    tools.hidden = !tools.open;
    const number = (votes) => (votes / 1000).toLocaleString("de-DE", { maximumFractionDigits: 3, useGrouping: false });
    const parse = (text) => Math.round(Number(text.trim().replace(",", ".")) * 1000) || 0;
    let asked = 0, wait;
    const ask = async () => {
      const mine = asked += 1;
      const panel = $("[data-verdict]", form);
      const put = (tone, title, text) => {
        panel.className = `vote-verdict ${tone}`;
        panel.replaceChildren(icon(tone === "ok" ? "check" : tone === "neutral" ? "info" : "warning"),
          el("div", {}, el("p", { class: "vote-title" }, title), el("p", { class: "meta" }, text)));
      };
      try {
        const body = new URLSearchParams();
        for (const [key, value] of entryOf(form).body) body.append(key, key === "csrf" ? root().dataset.csrf : value);
        const answer = await fetch(form.dataset.check, { method: "POST", body, credentials: "same-origin" });
        if (mine !== asked) return;
        if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
        const said = await answer.json();
        put(said.tone, said.title, said.text);
      } catch {
        if (mine === asked) put("neutral", say("unchecked"), "");
      }
    };
    const refresh = () => {
      const sums = { yes: 0, no: 0, abstain: 0, concerned: 0, invalid: 0 };
      chips.replaceChildren();
      for (const select of selects()) {
        sums[select.value] += Number(select.dataset.weight);
        if (select.value === "yes") continue;
        const word = words(select, select.value);
        const away = el("button", { type: "button", "aria-label": `${select.dataset.name} ${word} ${say("remove")}` }, icon("close"));
        away.addEventListener("click", () => { select.value = "yes"; refresh(); find.input.focus(); });
        chips.append(el("span", { class: "tag" }, el("b", {}, select.dataset.name), ` ${word}`, away));
      }
      chips.append(find.box);
      const typed = ["yes", "no", "abstain", "invalid"].some((name) => form.elements[name].value.trim());
      if (typed) for (const name of ["yes", "no", "abstain", "invalid"]) sums[name] = parse(form.elements[name].value);
      for (const tile of $$("[data-tile]", form)) tile.textContent = number(sums[tile.dataset.tile]);
      clearTimeout(wait);
      wait = setTimeout(ask, 150);
    };
    const quote = $("[data-wording]", form);
    form.addEventListener("input", (e) => {
      if (e.target.name === "wording") { if (quote) quote.textContent = e.target.value; return; }
      if (e.target === find.input) return;
      if (e.target.name === "ballots") { tools.hidden = e.target.value !== "named"; tools.open = !tools.hidden; }
      refresh();
    });
    const first = selects().some((select) => select.value !== "yes");
    const faulty = $("[data-verdict].bad", form);
    refresh();
    if (faulty || !first) clearTimeout(wait);
  };

  /* Notes save themselves; a draft stays here until the server has them. */
  const noting = (form) => {
    const item = form.dataset.notes;
    const text = form.elements.discussion;
    const base = form.elements.base;
    const note = () => keepDraft(item, { text: text.value, base: base.value });
    text.addEventListener("input", () => {
      note();
      clearTimeout(form.resting);
      form.resting = setTimeout(() => { if (form.isConnected && !form.querySelector("#notizen-andere")) form.requestSubmit(); }, 1200);
    });
    if ($("#notizen-andere", form)) { note(); return; }
    const draft = read(draftOf(item), null);
    if (!draft) return;
    if (draft.text.trim() === text.value.trim()) {
      if (draft.text.trim() === base.value.trim()) keepDraft(item, null);
      return;
    }
    text.value = draft.text;
    base.value = draft.base;
    if (!load().queue.some((entry) => entry.notes && entry.item === item)) setTimeout(() => { if (form.isConnected) form.requestSubmit(); }, 200);
  };

  /* Coming and going by name. */
  const quick = (comes) => {
    const before = $(".quick");
    if (before) before.remove();
    const chips = () => $$("[data-person]").filter((chip) => Boolean(chip.dataset.here) !== comes);
    const leave = () => { box.remove(); $("#inhalt").focus({ preventScroll: true }); };
    const find = finder(say(comes ? "comes" : "goes"), () => chips().map((chip) => ({ text: chip.dataset.name, chip })), (option) => {
      if (!option) return;
      const form = $("[data-attend]", option.chip);
      leave();
      push(entryOf(form, null, { was: comes ? "kommt" : "geht" }));
    }, leave);
    const box = el("div", { class: "quick" }, find.box);
    $(".attendance-head").after(box);
    find.input.focus();
  };

  document.addEventListener("keydown", (e) => {
    const at = e.target;
    if (e.key === "Enter" && (e.ctrlKey || e.metaKey) && !at.closest("form")) {
      const form = $("form[data-vote]");
      if (form && !form.hidden) { e.preventDefault(); form.requestSubmit(); }
      return;
    }
    if (e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented || writing(at) || !keysOn()) return;
    if (e.key === "ArrowDown" || e.key === "ArrowUp") {
      if (at.closest("[open] .menu")) return;
      const steps = $$("[data-step]");
      const here = steps.findIndex((step) => step.hasAttribute("aria-current"));
      const next = steps[here + (e.key === "ArrowDown" ? 1 : -1)];
      e.preventDefault();
      if (next) next.click();
    } else if (/^[kg]$/i.test(e.key)) {
      e.preventDefault();
      quick(e.key.toLowerCase() === "k");
    } else if (/^a$/i.test(e.key)) {
      const box = $("[data-task]");
      if (box) { e.preventDefault(); box.open = true; $("#aufgabe").focus(); }
    }
  });

  const ready = () => {
    const list = $("[data-keys-list]");
    if (list) list.hidden = !keysOn();
    for (const key of $$("kbd", root())) if (!key.closest("[data-keys-list]")) key.hidden = !keysOn();
    for (const form of $$("form[data-vote]")) voting(form);
    for (const form of $$("form[data-notes]")) noting(form);
    const fault = $(".vote-verdict.bad, .field-error", root());
    if (fault) fault.scrollIntoView({ block: "nearest" });
    show();
  };

  wind();
  ready();
  setInterval(() => { const clock = $("[data-clock]"); if (clock) clock.textContent = now(); }, 5000);
  addEventListener("online", () => { away = false; flush(); });
  addEventListener("offline", () => { away = true; show(); });
  // Another window of the same account may have sent or added something.
  addEventListener("storage", (e) => { if (e.key === place) show(); });
  if (load().queue.length) flush();
  soon();
})();
