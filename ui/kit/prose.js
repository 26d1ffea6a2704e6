// Sentences whose figures are buttons. Words are put in as text nodes: nothing is read as HTML.
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  let root = parentElement.querySelector(".prose");
  if (!root) {
    root = document.createElement("div");
    root.className = "prose";
    parentElement.appendChild(root);
  }
  root.replaceChildren(
    ...data.sentences.map((pieces) => {
      const line = document.createElement("p");
      pieces.forEach((piece, n) => line.appendChild(node(held(pieces, n), data, setTriggerValue)));
      return line;
    }),
  );
}

// A mark that follows a figure belongs to it: no line begins with a comma.
function held(pieces, n) {
  const mark = (text) => (/^[,.;:)]+/.exec(text) || [""])[0];
  const [piece, after, before] = [pieces[n], pieces[n + 1], pieces[n - 1]];
  if (piece.to) return { ...piece, mark: after && !after.to ? mark(after.t) : "" };
  return before && before.to ? { t: piece.t.slice(mark(piece.t).length) } : piece;
}

function node(piece, data, send) {
  if (!piece.to) return document.createTextNode(piece.t);
  const whole = document.createElement("span");
  whole.className = "held";
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = piece.t;
  button.title = piece.h || "Show the words behind this";
  button.setAttribute("aria-pressed", String(data.on.includes(piece.to)));
  button.addEventListener("click", () => send("picked", piece.to));
  whole.append(button, piece.mark);
  return whole;
}
