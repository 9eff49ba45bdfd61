// Runs in a copy of a page and tells the page around it what is wrong with this one, at this width and in this colour scheme.
addEventListener('load', () => {
  const found = [];
  document.querySelectorAll('details').forEach(details => { details.open = true; });
  const channels = colour => colour.match(/[\d.]+/g).map(Number);
  const luminance = rgb => {
    const [r, g, b] = rgb.map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = element => {
    for (let e = element; e; e = e.parentElement) {
      const [r, g, b, a = 1] = channels(getComputedStyle(e).backgroundColor);
      if (a === 1) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const contrast = element => {
    const pair = [channels(getComputedStyle(element).color).slice(0, 3), behind(element)].map(luminance);
    return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
  };
  let texts = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || ['SCRIPT', 'STYLE'].includes(element.tagName)) continue;
    texts++;
    if (contrast(element) < 4.5) found.push(`contrast ${contrast(element).toFixed(2)}: ${element.textContent}`);
  }
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push(`overflow: ${root.scrollWidth} of ${root.clientWidth}`);
  performance.getEntriesByType('resource').forEach(entry => found.push(`request: ${entry.name}`));
  const sheet = [...document.styleSheets].map(s => s.cssRules.length).join(' ');
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const paper = behind(document.body).join(' ');
  parent.postMessage({ name: window.name, width: innerWidth, dark, paper, texts, sheet, found }, '*');
});
