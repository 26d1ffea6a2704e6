// ---- choosing words: drag over them, or arrow keys with Shift, then "Correct" or Enter.
// What is chosen is kept as places in the text (in characters as Python counts them), so it
// outlives the text being drawn again.

const WORD = /[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu;

function chooseWords(root, data) {
  root.kept = data.words || [];
  root.tokens ??= data.paragraphs.flatMap(tokensOf);
  if (!root.wired) wire(root);
  drawWords(root);
}

function tokensOf(paragraph, n) {
  const text = paragraph.runs.map((run) => run.t).join("");
  let read = 0;
  let place = paragraph.start;
  return [...text.matchAll(WORD)].map((m) => {
    const start = place + length(text.slice(read, m.index));
    place = start + length(m[0]);
    read = m.index + m[0].length;
    return { start, end: place, p: n };
  });
}

function length(text) {
  return [...text].length;
}

function wire(root) {
  root.wired = true;
  root.setAttribute("aria-description", "Arrow keys move over the words, with Shift they choose more, Enter asks what is wrong with them.");
  let waiting;
  const changed = () => {
    if (!root.isConnected) return document.removeEventListener("selectionchange", changed);
    clearTimeout(waiting);
    waiting = setTimeout(() => takeDragged(root), 200);
  };
  document.addEventListener("selectionchange", changed);
  root.addEventListener("pointerup", changed);
  root.addEventListener("keydown", (event) => byKeys(root, event));
}

function nativeRange(root) {
  const home = root.getRootNode();
  const selection = home.getSelection ? home.getSelection() : window.getSelection();
  if (!selection) return null;
  if (!home.getSelection && selection.getComposedRanges && home !== document) {
    return selection.getComposedRanges({ shadowRoots: [home] })[0] ?? null;
  }
  return selection.rangeCount ? selection.getRangeAt(0) : null;
}

function isDragged(root) {
  const range = nativeRange(root);
  return Boolean(range && !range.collapsed && root.contains(range.startContainer));
}

function takeDragged(root) {
  if (!isDragged(root)) return;
  const range = nativeRange(root);
  const from = placeOf(root, range.startContainer, range.startOffset);
  const to = placeOf(root, range.endContainer, range.endOffset);
  if (from === null) return;
  const first = root.tokens.findIndex((t) => t.end > from.at);
  if (first < 0) return;
  const inside = (t) => t.p === root.tokens[first].p && (to === null || t.start < to.at);
  let last = first;
  while (last + 1 < root.tokens.length && inside(root.tokens[last + 1])) last++;
  if (to !== null && root.tokens[first].start >= to.at) return;
  root.anchor = first;
  root.head = last;
  drawWords(root);
}

// Where a point of the document is in the text; null outside the paragraphs.
function placeOf(root, container, offset) {
  const element = container.nodeType === Node.TEXT_NODE ? container.parentElement : container;
  const paragraph = element.closest?.(".p");
  if (!paragraph || !root.contains(paragraph)) return null;
  let at = Number(paragraph.dataset.start);
  const point = document.createRange();
  point.setStart(container, offset);
  for (const node of wordsOf(paragraph)) {
    if (node === container) return { at: at + length(node.data.slice(0, offset)) };
    if (point.comparePoint(node, 0) > 0) break;
    at += length(node.data);
  }
  return { at };
}

// The text nodes that hold the article's words: not numbers, initials or names of parts.
function wordsOf(paragraph) {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest("button, .role, .bar")) nodes.push(walker.currentNode);
  }
  return nodes;
}

function rangeOf(root, start, end) {
  const paragraphs = [...root.querySelectorAll(".p")];
  const paragraph = paragraphs.findLast((p) => Number(p.dataset.start) <= start);
  if (!paragraph) return null;
  const range = document.createRange();
  let at = Number(paragraph.dataset.start);
  let open = false;
  for (const node of wordsOf(paragraph)) {
    const letters = [...node.data];
    const to = (place) => letters.slice(0, place - at).join("").length;
    if (!open && start < at + letters.length) {
      range.setStart(node, to(start));
      open = true;
    }
    if (open && end <= at + letters.length) {
      range.setEnd(node, to(end));
      return range;
    }
    at += letters.length;
  }
  return null;
}

function byKeys(root, event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const line = { ArrowDown: 1, ArrowUp: -1, End: 1, Home: -1 }[event.key];
  const on = root.head !== undefined;
  if (event.key === "Escape" && (on || root.kept.length)) {
    letGo(root);
    if (root.kept.length) root.ask({});
  } else if (event.key === "Enter" && on && event.target === root) {
    askAbout(root);
  } else if (event.ctrlKey || event.altKey || event.metaKey || !root.tokens.length) {
    return;
  } else if (step) {
    move(root, on ? root.head + step : firstInSight(root), event.shiftKey);
  } else if (line && on) {
    const jump = event.key.startsWith("Arrow") && !event.shiftKey;
    move(root, edge(root, line, jump), event.shiftKey);
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  root.focus({ preventScroll: true });
}

// The first or last word of this paragraph, or the first of the next or the one before.
function edge(root, way, jump) {
  const here = root.tokens[root.head].p;
  if (jump) {
    const found = way > 0 ? root.tokens.findIndex((t) => t.p > here) : root.tokens.findIndex((t) => t.p === root.tokens.findLast((u) => u.p < here)?.p);
    return found < 0 ? root.head : found;
  }
  return way > 0 ? root.tokens.findLastIndex((t) => t.p === here) : root.tokens.findIndex((t) => t.p === here);
}

function move(root, to, more) {
  const head = Math.min(Math.max(to, 0), root.tokens.length - 1);
  if (more && root.anchor !== undefined && root.tokens[head].p !== root.tokens[root.anchor].p) return;
  root.head = head;
  if (!more || root.anchor === undefined) root.anchor = head;
  window.getSelection()?.removeAllRanges();
  drawWords(root);
  const range = rangeOf(root, root.tokens[head].start, root.tokens[head].end);
  if (range) bringIntoView(root, range);
}

function firstInSight(root) {
  const top = root.getBoundingClientRect().top + (root.querySelector(".strip")?.offsetHeight || 0);
  const found = [...root.querySelectorAll(".p")].findIndex((p) => p.getBoundingClientRect().bottom > top + 8);
  return Math.max(0, root.tokens.findIndex((t) => t.p >= found));
}

function chosenOf(root) {
  if (root.head === undefined || !root.tokens[root.head] || !root.tokens[root.anchor]) return null;
  const [first, last] = [Math.min(root.anchor, root.head), Math.max(root.anchor, root.head)];
  return { start: root.tokens[first].start, end: root.tokens[last].end };
}

function letGo(root) {
  root.head = root.anchor = undefined;
  drawWords(root);
}

function askAbout(root) {
  const words = chosenOf(root);
  window.getSelection()?.removeAllRanges();
  root.head = root.anchor = undefined;
  if (words) root.ask(words);
}

function drawWords(root) {
  for (const old of root.querySelectorAll(".picked, .ask, .said-aloud")) old.remove();
  const now = chosenOf(root);
  for (const [start, end] of root.kept || []) paint(root, start, end, "kept");
  if (!now) return;
  const range = paint(root, now.start, now.end, "now");
  const boxes = range ? [...range.getClientRects()] : [];
  if (!boxes.length) return;
  const frame = root.getBoundingClientRect();
  const button = small("Correct", "Correct: " + range, () => askAbout(root));
  button.className = "ask";
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  const last = boxes[boxes.length - 1];
  button.style.top = last.bottom - frame.top + root.scrollTop + 4 + "px";
  button.style.left = Math.max(60, Math.min(last.right - frame.left - 40, root.clientWidth - 90)) + "px";
  const aloud = document.createElement("div");
  aloud.className = "said-aloud";
  aloud.setAttribute("role", "status");
  root.append(button, aloud);
  aloud.textContent = "Chosen: " + range;
}

// One box a line: the boxes of a range name some words twice, once by each element they are in.
function paint(root, start, end, kind) {
  const range = rangeOf(root, start, end);
  const frame = root.getBoundingClientRect();
  const lines = [];
  for (const box of range ? range.getClientRects() : []) {
    const line = lines.find((l) => box.top < l.bottom - 4 && l.top < box.bottom - 4);
    if (!line) lines.push({ left: box.left, right: box.right, top: box.top, bottom: box.bottom });
    else {
      line.left = Math.min(line.left, box.left);
      line.right = Math.max(line.right, box.right);
    }
  }
  for (const line of lines) {
    const node = document.createElement("div");
    node.className = "picked " + kind;
    node.style.left = line.left - frame.left + "px";
    node.style.top = line.top - frame.top + root.scrollTop + "px";
    node.style.width = line.right - line.left + "px";
    node.style.height = line.bottom - line.top + "px";
    root.append(node);
  }
  return range;
}
