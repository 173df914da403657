// Brings one article at a time to life: the slider marks sentences by rank, and
// the sentence pointed at or focused tells what its score is made of.
const value = (number) =>
  (number < 0 ? "\u2212" : "+") + Number(Math.abs(number).toPrecision(2));

function enliven(article) {
  const reading = article.querySelector(".reading");
  const tools = article.querySelector(".tools");
  if (!reading || !tools) return;
  const sentences = [...reading.querySelectorAll(".s")];
  const slider = tools.querySelector("input");
  const output = tools.querySelector("output");
  const why = tools.querySelector(".why");
  const list = tools.querySelector("dl");
  const parts = [...tools.querySelectorAll("dl > div")];

  // The sentences of the summary come first, then the others, each by rank.
  const order = sentences.filter((sentence) => sentence.dataset.r);
  order.sort((a, b) =>
    b.classList.contains("on") - a.classList.contains("on") || a.dataset.r - b.dataset.r);
  let marked = Number(slider.defaultValue);
  function mark() {
    const count = Number(slider.value);
    for (; marked < count; marked += 1) order[marked].classList.add("on");
    for (; marked > count; marked -= 1) order[marked - 1].classList.remove("on");
    output.value = `${count} of ${slider.max}`;
  }

  const valuesOf = (sentence) => sentence.dataset.p.split(" ").map(Number);
  let largest = 0;
  for (const sentence of sentences) {
    for (const part of valuesOf(sentence)) largest = Math.max(largest, Math.abs(part));
  }
  let current = sentences[0];
  function explain(sentence) {
    const values = valuesOf(sentence);
    const { r: rank } = sentence.dataset;
    const score = values.reduce((sum, part) => sum + part, 0);
    const place = rank ? `Rank ${rank} of ${slider.max}` : "No candidate";
    why.textContent = `${place}, score ${value(score)}`
      + (sentence.classList.contains("of") ? ", chosen for its section" : "");
    list.hidden = false;
    parts.forEach((part, index) => {
      const [, figure, bar] = part.children;
      figure.textContent = value(values[index]);
      part.classList.toggle("minus", values[index] < 0);
      bar.firstChild.style.inlineSize = `${(100 * Math.abs(values[index])) / (largest || 1)}%`;
    });
  }

  // One tab stop for the whole text; arrow keys go on from there.
  function reach(sentence) {
    current.tabIndex = -1;
    current = sentence;
    current.tabIndex = 0;
  }
  current.tabIndex = 0;
  const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  reading.addEventListener("keydown", (event) => {
    const at = sentences.indexOf(event.target);
    const next = sentences[at + steps[event.key]];
    if (at < 0 || !next) return;
    event.preventDefault();
    reach(next);
    next.focus();
  });
  reading.addEventListener("focusin", (event) => {
    if (event.target.matches(".s")) explain(event.target);
  });
  for (const kind of ["pointerover", "click"]) {
    reading.addEventListener(kind, (event) => {
      const sentence = event.target.closest(".s");
      if (sentence) explain(sentence);
    });
  }
  slider.addEventListener("input", mark);
  tools.hidden = false;
  mark();
}

document.querySelectorAll("article").forEach(enliven);
