// Choosing a claim lights its words in the article, and choosing words lights their claims. The page is complete
// without this script; nothing here makes markup or reads anything but attributes that the program wrote.
"use strict";
(() => {
  const claims = [...document.querySelectorAll(".claim")];
  const status = document.getElementById("status");
  const bar = document.querySelector(".bar");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const marks = new Map(claims.map((claim) => [claim.id, []]));
  let chosen = [];

  // "3:content 3:source" on a stretch of the first document: claim d1-c3 marks it, as what.
  const held = (stretch) => {
    const sheet = stretch.closest("article").dataset.sheet;
    return stretch.dataset.m.trim().split(" ").map((mark) => {
      const [number, role] = mark.split(":");
      return { id: `${sheet}-c${number}`, role };
    });
  };
  for (const stretch of document.querySelectorAll("[data-m]")) {
    for (const { id, role } of held(stretch)) marks.get(id)?.push([stretch, role]);
  }

  const bring = (element, block) =>
    element?.scrollIntoView({ block, behavior: calm.matches ? "auto" : "smooth" });
  const pick = (claim) => claim.querySelector(".pick");
  const words = (claim) =>
    marks.get(claim.id).find(([, role]) => role === "content" || role === "own")?.[0];

  const light = (claim, on) => {
    claim.classList.toggle("lit", on);
    pick(claim).setAttribute("aria-pressed", String(on));
    for (const [stretch, role] of marks.get(claim.id)) {
      stretch.classList.toggle("lit", on);
      stretch.classList.toggle(`lit-${role}`, on);
    }
  };

  const tell = () => {
    const text =
      chosen.length === 1
        ? chosen[0].dataset.status
        : chosen.length
          ? `${chosen.length} claims selected here: ${chosen.map((claim) => pick(claim).textContent).join(", ")}.`
          : "";
    status.textContent = text || "Nothing selected.";
    bar.querySelector("p").textContent = text;
    bar.hidden = !chosen.length;
    document.body.classList.toggle("choosing", chosen.length > 0);
  };

  const choose = (next) => {
    for (const claim of chosen) light(claim, false);
    chosen = next;
    for (const claim of chosen) light(claim, true);
    tell();
  };

  const chooseClaim = (claim) => {
    if (chosen.length === 1 && chosen[0] === claim) return choose([]);
    choose([claim]);
    bring(words(claim), "center");
  };

  const step = (by) => {
    const shown = claims.filter((claim) => !claim.hidden);
    const from = shown.indexOf(chosen[by > 0 ? chosen.length - 1 : 0] ?? document.activeElement?.closest(".claim"));
    const next = shown[from < 0 ? (by > 0 ? 0 : shown.length - 1) : from + by];
    if (!next) return;
    choose([next]);
    bring(words(next), "center");
    bring(next, "nearest");
    return next;
  };

  const chooseStretch = (stretch) => {
    const here = held(stretch);
    const said = here.filter(({ role }) => role !== "nest" && role !== "condition");
    const ids = new Set((said.length ? said : here).map(({ id }) => id));
    choose(claims.filter((claim) => ids.has(claim.id)));
    for (const claim of chosen) claim.hidden = false;
    bring(chosen[0], chosen.length > 1 ? "start" : "nearest");
  };

  const selecting = () => String(getSelection()) !== "";

  document.addEventListener("click", (event) => {
    const { target } = event;
    const doing = target.closest("[data-do]")?.dataset.do;
    const filter = target.closest("[data-filter]");
    const ref = target.closest("article .ref");
    const stretch = target.closest("[data-m]");
    const claim = target.closest(".claim");
    unfold(target.closest("a")?.hash);
    if (doing) act(doing);
    else if (filter) sift(filter);
    else if (ref) {
      event.preventDefault();
      const named = document.getElementById(ref.getAttribute("href").slice(1));
      named.hidden = false;
      choose([named]);
      bring(named, "nearest");
      pick(named).focus({ preventScroll: true });
    } else if (target.closest("a[data-claim]")) {
      // The link itself leads to the place, so that "back" leads back; here its words are lit.
      const named = document.getElementById(target.closest("a[data-claim]").dataset.claim);
      named.hidden = false;
      choose([named]);
    } else if (target.closest(".elsewhere a")) return;
    else if (stretch && !selecting()) chooseStretch(stretch);
    else if (claim && target.closest(".where")) {
      event.preventDefault();
      choose([claim]);
      bring(words(claim), "center");
      document.getElementById(`${claim.id}-begins`)?.focus({ preventScroll: true });
    } else if (claim && (target.closest(".pick") || !selecting())) chooseClaim(claim);
  });

  const act = (doing) => {
    if (doing === "previous") step(-1);
    else if (doing === "next") step(1);
    else if (doing === "article") bring(words(chosen[0]), "center");
    else if (doing === "claim") bring(chosen[0], "center");
    else leave();
  };

  const leave = () => {
    const last = chosen[0];
    if (bar.contains(document.activeElement)) pick(last).focus({ preventScroll: true });
    choose([]);
  };

  const sift = (button) => {
    const tag = button.dataset.filter;
    choose([]);
    for (const other of document.querySelectorAll("[data-filter]"))
      other.setAttribute("aria-pressed", String(other === button));
    for (const claim of claims) claim.hidden = !claim.dataset.tags.split(" ").includes(tag);
    for (const list of document.querySelectorAll(".claims")) {
      const own = [...list.querySelectorAll(".claim")];
      list.querySelector(".none").hidden = !own.length || own.some((claim) => !claim.hidden);
    }
    const left = claims.filter((claim) => !claim.hidden).length;
    status.textContent = `${left} of ${claims.length} claims shown.`;
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape" && chosen.length) return leave();
    // Letters and arrows only while a claim has the focus, so that they never get in the way of reading or speech input.
    if (!document.activeElement?.matches(".pick")) return;
    const by = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    if (!chosen.includes(document.activeElement.closest(".claim"))) choose([]);
    const next = step(by);
    if (next) pick(next).focus({ preventScroll: true });
  });

  // What is linked to opens, with all around it; on paper everything is open.
  const unfold = (hash) => {
    const named = document.getElementById((hash || "#").slice(1));
    for (let it = named?.closest("details"); it; it = it.parentElement.closest("details")) it.open = true;
    return named;
  };
  addEventListener("hashchange", () => unfold(location.hash));
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll("details:not([open])")];
    for (const it of unfolded) it.open = true;
  });
  addEventListener("afterprint", () => {
    for (const it of unfolded) it.open = false;
  });
  unfold(location.hash)?.scrollIntoView({ block: "start" });
  document.documentElement.classList.add("live");
  document.querySelector(".filters").hidden = !claims.length;
})();
