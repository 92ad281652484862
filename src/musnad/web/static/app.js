// What is better with a little script; everything works without it.
"use strict";
document.documentElement.classList.add("js");

// The words of a statement light up while the pointer or the keyboard is at its chain, and the other way round.
function lit(number, on) {
  for (const piece of document.querySelectorAll("[data-says]")) {
    if (piece.dataset.says.split(" ").includes(number)) piece.classList.toggle("lit", on);
  }
  const card = document.getElementById("s" + number);
  if (card) card.classList.toggle("lit", on);
}
for (const item of document.querySelectorAll("[data-statement], [data-cue]")) {
  const number = item.dataset.statement || item.dataset.cue;
  for (const [event, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]]) {
    item.addEventListener(event, () => lit(number, on));
  }
}

// The address remembers which layers are shown, so that it can be passed on.
for (const box of document.querySelectorAll(".layers input")) {
  box.addEventListener("change", () => {
    const here = new URL(location.href);
    here.searchParams.delete("layers");
    for (const each of document.querySelectorAll(".layers input:checked")) here.searchParams.append("layers", each.value);
    if (!here.searchParams.has("layers")) here.searchParams.append("layers", "");
    history.replaceState(null, "", here);
  });
}

// On a narrow screen the menu stands where one is.
const here = document.querySelector(".rooms [aria-current]");
if (here) here.scrollIntoView({ block: "nearest", inline: "center" });

// "/" goes to the search field.
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) {
    event.preventDefault();
    document.getElementById("find").focus();
  }
});
