// Makes one element. Attributes named on… are listeners, true means present, null and false mean absent; children may be strings.
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

// One element of a drawing.
export function shape(tag, attributes = {}) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

// Says whether what it is given differs from what it was given last: a redraw that would change nothing is left out.
export function changed() {
  let last;
  return (...what) => {
    const text = JSON.stringify(what);
    const differs = text !== last;
    last = text;
    return differs;
  };
}

// Redraws a part and gives the focus back to what had it, found again by its data-key.
export function keepingFocus(root, draw) {
  const { key } = root.contains(document.activeElement) ? document.activeElement.dataset : {};
  draw();
  if (key) root.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

export const byId = (id) => document.getElementById(id);

// Runs one at a time; calls made meanwhile become one more run after it.
export function coalesce(work) {
  let running = null;
  let again = false;
  return function run() {
    if (running) {
      again = true;
      return running;
    }
    running = (async () => {
      try {
        do {
          again = false;
          await work();
        } while (again);
      } finally {
        running = null;
      }
    })();
    return running;
  };
}

// Runs now, or when the last run was less than `gap` milliseconds ago, once that has passed; calls made meanwhile are one.
export function paced(gap, work) {
  let waiting = null;
  let last = -Infinity;
  return () => {
    waiting ??= setTimeout(() => {
      waiting = null;
      last = performance.now();
      work();
    }, Math.max(0, last + gap - performance.now()));
  };
}

// Said by screen readers when they have finished what they are saying.
export function announce(text) {
  const line = byId('announce');
  line.append(h('p', {}, text));
  while (line.children.length > 5) line.firstChild.remove();
}
