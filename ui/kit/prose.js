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
      for (const piece of pieces) line.appendChild(node(piece, data, setTriggerValue));
      return line;
    }),
  );
}

function node(piece, data, send) {
  if (!piece.to) return document.createTextNode(piece.t);
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = piece.t;
  button.title = piece.h || "Show the words behind this";
  button.setAttribute("aria-pressed", String(data.on.includes(piece.to)));
  button.addEventListener("click", () => send("picked", piece.to));
  return button;
}
