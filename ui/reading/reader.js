// The reading view. Every word of the article is put in as a text node: nothing is parsed as HTML.
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  let root = parentElement.querySelector(".r");
  if (!root) {
    root = document.createElement("div");
    root.className = "r";
    root.tabIndex = 0;
    root.setAttribute("role", "region");
    root.setAttribute("aria-label", "Reading view");
    parentElement.appendChild(root);
  }
  root.tell = (kind, id) => setTriggerValue("picked", { kind, id });
  root.ask = (words) => setTriggerValue("words", words);
  if (root.made !== data.made) draw(root, data); // else only a choice changed: the text stays
  else if (root.clientWidth !== root.drawnAt) drawBars(root, data);
  foresee(root, data);
  mark(root, data);
  watch(root, data);
  scrollToChosen(root, data);
  drawStrip(root, data);
  if (data.choosing) chooseWords(root, data);
}

function draw(root, data) {
  const strip = document.createElement("div");
  strip.className = "strip";
  root.replaceChildren(strip, build(data, root));
  root.made = data.made;
  root.tokens = null;
  drawBars(root, data);
}

// Show what is chosen on the text that stands there.
function mark(root, data) {
  const { paragraph, entity, source } = data.chosen;
  const show = (node, on, pressed = node) => {
    node.classList.toggle("on", on);
    pressed.setAttribute("aria-pressed", String(on));
  };
  for (const node of root.querySelectorAll(".p")) {
    show(node, Number(node.dataset.index) === paragraph, node.querySelector("button.n"));
  }
  for (const node of root.querySelectorAll(".m")) show(node, node.dataset.entity === entity);
  for (const node of root.querySelectorAll("button.who")) {
    show(node, Boolean(source) && node.dataset.source === source);
  }
  for (const node of root.querySelectorAll("[data-said]")) {
    const said = node.dataset.said.split(" ").map((id) => data.speakers[id].source);
    node.classList.toggle("onsource", Boolean(source) && said.includes(source));
  }
}

// ---- what is chosen stands above the text: each with its places, to step through or let go.

const SELECTORS = { show: ".highlight", paragraph: ".p.on", entity: ".entity.on", source: ".content.onsource" };

// The first node of every passage of a kind; a passage cut into runs is one place.
function placesOf(root, kind) {
  const seen = new Set();
  const nodes = [];
  for (const node of root.querySelectorAll(SELECTORS[kind])) {
    const id = kind === "show" ? node.dataset.lit : kind === "source" ? node.dataset.said : null;
    if (id !== null && seen.has(id)) continue;
    seen.add(id);
    nodes.push(node);
  }
  return nodes;
}

function drawStrip(root, data) {
  const strip = root.querySelector(".strip");
  const kinds = Object.keys(SELECTORS).filter((kind) => data.labels?.[kind]);
  strip.replaceChildren(...kinds.map((kind) => chip(root, data, kind)));
  strip.hidden = !kinds.length;
}

function chip(root, data, kind) {
  const box = document.createElement("span");
  box.className = "chip";
  const places = placesOf(root, kind);
  root.at = root.at || {};
  const at = Math.min(root.at[kind] || 0, Math.max(places.length - 1, 0));
  const step = (by) => {
    root.at[kind] = (at + by + places.length) % places.length;
    bringIntoView(root, places[root.at[kind]]);
    drawStrip(root, data);
    root.querySelectorAll(".strip button").forEach((b) => b.dataset.is === kind + by && b.focus());
  };
  box.append(small(data.labels[kind], "Show " + data.labels[kind], () => places.length && bringIntoView(root, places[at])));
  if (places.length > 1) {
    box.append(small("‹", "The place before", () => step(-1), kind + -1), " " + (at + 1) + " of " + places.length + " ");
    box.append(small("›", "The next place", () => step(1), kind + 1));
  } else if (!places.length) box.append(" not marked in the text ");
  box.append(small("×", "Let go of " + data.labels[kind], () => root.send(kind, null)));
  return box;
}

function small(text, label, act, is) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = text;
  button.setAttribute("aria-label", label);
  if (is) button.dataset.is = is;
  button.addEventListener("click", act);
  return button;
}

function build(data, root) {
  const article = document.createElement("article");
  article.setAttribute("aria-label", data.title);
  for (const paragraph of data.paragraphs) article.appendChild(paragraphNode(paragraph, data, root));
  return article;
}

function paragraphNode(paragraph, data, root) {
  const node = document.createElement("div");
  node.className = "p " + paragraph.role;
  node.dataset.index = paragraph.index;
  node.dataset.start = paragraph.start;
  node.dir = "auto"; // Arabic and Hebrew read from the right
  if (paragraph.label) {
    if (!["headline", "standfirst", "subhead"].includes(paragraph.role)) node.classList.add("aside");
    const role = document.createElement("span");
    role.className = "role";
    role.textContent = paragraph.label;
    node.appendChild(role);
  }
  if (data.tinted) node.classList.add("tinted");
  node.appendChild(numberButton(paragraph, data, root));
  for (const run of paragraph.runs) node.appendChild(runNode(run, data, root));
  node.addEventListener("click", () => {
    if (isDragged(root)) return;
    letGo(root);
    root.send("paragraph", paragraph.index);
  });
  return node;
}

function numberButton(paragraph, data, root) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "n";
  button.textContent = paragraph.number ?? "·";
  button.setAttribute("aria-label", paragraph.number ? "Paragraph " + paragraph.number : "Not counted: " + paragraph.label);
  button.addEventListener("click", (event) => {
    event.stopPropagation();
    root.send("paragraph", paragraph.index);
  });
  return button;
}

function runNode(run, data, root) {
  if (!run.m) return document.createTextNode(run.t);
  const node = document.createElement("span");
  node.textContent = run.t;
  const titles = [];
  for (const mark of run.m) {
    node.classList.add(mark.k);
    if (mark.s) node.classList.add(...mark.s.split(" "));
    if (mark.h) titles.push(mark.h);
    if (mark.k === "highlight") node.dataset.lit = mark.i;
    const speaker = data.speakers[mark.i];
    if (speaker && mark.k !== "entity") {
      node.style.setProperty("--who", speaker.colour || "#868686");
      if (mark.k === "content") {
        node.dataset.said = (node.dataset.said ? node.dataset.said + " " : "") + mark.i;
      }
    }
  }
  if (titles.length) node.title = titles.join("; ");
  const entity = run.m.find((mark) => mark.k === "entity");
  if (entity) makeMention(node, entity, data, root);
  return node;
}

function makeMention(node, mark, data, root) {
  node.style.setProperty("--type", data.types[mark.s.split(" ")[0]] || "#868686");
  node.classList.add("m");
  node.setAttribute("role", "button");
  node.tabIndex = 0;
  node.dataset.entity = mark.i;
  const send = (event) => {
    event.stopPropagation();
    if (event.type === "click" && isDragged(root)) return;
    event.preventDefault();
    letGo(root);
    root.send("entity", mark.i);
  };
  node.addEventListener("click", send);
  node.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") send(event);
  });
}

// One bar per passage at the left margin, from its first line to its last, with the initials.
// All are measured before one is put in: each put in would have the page measured anew.
function drawBars(root, data) {
  const made = [];
  root.drawnAt = root.clientWidth;
  for (const old of root.querySelectorAll(".bar, button.who")) old.remove();
  for (const paragraph of root.querySelectorAll(".p")) {
    const spans = new Map();
    for (const node of paragraph.querySelectorAll("[data-said]")) {
      for (const id of node.dataset.said.split(" ")) {
        if (!spans.has(id)) spans.set(id, []);
        spans.get(id).push(node);
      }
    }
    const top = paragraph.getBoundingClientRect().top;
    let last = -100;
    for (const [id, nodes] of spans) {
      const boxes = nodes.flatMap((node) => [...node.getClientRects()]);
      if (!boxes.length) continue;
      const from = Math.min(...boxes.map((b) => b.top)) - top;
      const to = Math.max(...boxes.map((b) => b.bottom)) - top;
      made.push([paragraph, bar(data.speakers[id], from, to)]);
      if (from - last >= 15) {
        made.push([paragraph, whoButton(data.speakers[id], from, root)]);
        last = from;
      }
    }
  }
  for (const [paragraph, node] of made) paragraph.appendChild(node);
}

function bar(speaker, from, to) {
  const node = document.createElement("div");
  node.className = "bar " + speaker.mode;
  node.style.setProperty("--who", speaker.colour || "#868686");
  node.style.left = 55 + speaker.depth * 4 + "px";
  node.style.top = from + "px";
  node.style.height = to - from + "px";
  return node;
}

function whoButton(speaker, from, root) {
  const node = document.createElement("button");
  node.type = "button";
  node.className = "who";
  node.textContent = speaker.initials;
  node.title = speaker.name;
  node.setAttribute("aria-label", "Source: " + speaker.name);
  node.style.setProperty("--who", speaker.colour || "#868686");
  node.style.top = from + 4 + "px";
  node.dataset.source = speaker.source;
  node.addEventListener("click", (event) => {
    event.stopPropagation();
    if (speaker.source) root.send("source", speaker.source);
  });
  return node;
}

function watch(root, data) {
  if (root.observer) root.observer.disconnect();
  let width = root.clientWidth;
  root.observer = new ResizeObserver(() => {
    if (root.clientWidth === width) return;
    width = root.clientWidth;
    drawBars(root, data);
    mark(root, data);
    scrollToChosen(root, data);
    if (data.choosing) drawWords(root);
  });
  root.observer.observe(root);
}

// Only a new choice scrolls, so that toggling a layer leaves the reader where they are.
// Out of sight, behind its tab on a narrow screen, a choice waits until the text is shown.
function scrollToChosen(root, data) {
  if (!root.clientWidth) return;
  const wanted = {
    show: data.chosen.show || root.querySelector(".highlight")?.textContent,
    paragraph: data.chosen.paragraph,
    entity: data.chosen.entity,
    source: data.chosen.source,
  };
  const before = root.before || {};
  root.before = wanted;
  for (const [kind, value] of Object.entries(wanted)) {
    if (value === null || value === undefined || value === before[kind]) continue;
    (root.at = root.at || {})[kind] = 0;
    const node = root.querySelector(SELECTORS[kind]);
    // A page that opens begins at its top; its own evidence never moves the window.
    const asked = Boolean(root.opened && (kind !== "show" || data.chosen.show));
    if (node) bringIntoView(root, node, asked);
    break;
  }
  root.opened = true;
}

// Within the pane, and the pane within the window: a passage counts as seen only where it is.
function bringIntoView(root, node, windowToo) {
  const frame = root.getBoundingClientRect();
  const top = Math.max(frame.top, 0) + (root.querySelector(".strip")?.offsetHeight || 0);
  const bottom = Math.min(frame.bottom, window.innerHeight);
  const box = node.getBoundingClientRect();
  if (box.top >= top && box.bottom <= bottom) return;
  root.scrollTop += box.top - top - Math.max(0, bottom - top) / 4;
  if (windowToo && (frame.bottom > window.innerHeight + 1 || frame.top < 0)) root.scrollIntoView({ block: "nearest" });
}
