// One stop for the Tab key in a group of controls; arrows, Home and End move within it. `refresh` after every redraw.
export function rove(root, selector) {
  const all = () => [...root.querySelectorAll(selector)].filter((one) => !one.disabled);

  function stopAt(wanted) {
    const controls = all();
    const stop = controls.includes(wanted) ? wanted : controls.find((one) => one === document.activeElement) ?? controls[0];
    for (const one of controls) one.tabIndex = one === stop ? 0 : -1;
  }

  root.addEventListener('keydown', (event) => {
    const controls = all();
    const at = controls.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const to = { Home: 0, End: controls.length - 1 }[event.key] ?? (step ? (at + step + controls.length) % controls.length : -1);
    if (at < 0 || to < 0) return;
    controls[to].focus();
    event.preventDefault();
  });
  root.addEventListener('focusin', (event) => stopAt(event.target));
  return { refresh: stopAt };
}

// Escape puts away what is open: `close` answers whether there was anything to put away.
export function closesOnEscape(element, close) {
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && close()) event.stopPropagation();
  });
}
