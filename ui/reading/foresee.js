// ---- a choice is shown where it is made and in the text at once; the server's answer follows.
// Of a chart's marks only what the page said it picks counts: a mark knows more than that.

function foresee(root, data) {
  root.data = data;
  root.send = (kind, id) => {
    showAhead(root, { [kind]: id }, [kind]);
    root.tell(kind, id);
  };
  if (root.foresees) return;
  root.foresees = true;
  const clicked = (event) => {
    if (!root.isConnected) return document.removeEventListener("click", clicked, true);
    const datum = event.target.__data__?.datum; // Vega keeps at each mark what it was drawn from
    const kinds = datum && root.data.picks?.[chartOf(event.target)];
    if (kinds) showAhead(root, datum, kinds);
  };
  document.addEventListener("click", clicked, true);
}

// The key of the chart a mark is in; a chart mounted anew has a number behind it.
function chartOf(mark) {
  const box = mark.closest('[class*="st-key-"]');
  return box?.className.match(/st-key-(\w+)/)?.[1];
}

function showAhead(root, values, kinds) {
  if (!root.data.picks) return; // the text of a draft chooses nothing
  const chosen = { ...root.data.chosen };
  const told = kinds.filter((kind) => ![undefined, null, "", -1, chosen[kind]].includes(values[kind]));
  if (!told.length) return; // the same again, or nothing: what that means the server says
  for (const kind of told) chosen[kind] = values[kind];
  const ahead = { ...root.data, chosen };
  mark(root, ahead);
  scrollToChosen(root, ahead);
}
