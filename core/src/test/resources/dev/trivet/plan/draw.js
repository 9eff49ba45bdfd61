// Draws every diagram of the page, and says what is to be seen of it.
const shown = document.createElement('pre');
document.body.append(shown);
const say = verdict => shown.append(`verdict=${encodeURIComponent(JSON.stringify(verdict))}\n`);
const draw = async (source, number) => {
  try {
    await mermaid.parse(source.textContent);
    source.innerHTML = (await mermaid.render(`drawn${number}`, source.textContent)).svg;
    const texts = selector => [...source.querySelectorAll(selector)].map(found => found.textContent);
    say({
      nodes: texts('.node .nodeLabel'),
      groups: texts('.cluster .nodeLabel'),
      arrows: source.querySelectorAll('.flowchart-link').length,
      strangers: source.querySelectorAll('script, img, a, i, iframe, .katex, .error-icon').length,
    });
  } catch (problem) {
    say({ problem: String(problem) });
  }
};
(async () => {
  mermaid.initialize({ startOnLoad: false });
  for (const [number, source] of [...document.querySelectorAll('section')].entries()) await draw(source, number);
})();
