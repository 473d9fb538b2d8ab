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

const svgNames = 'http://www.w3.org/2000/svg';

// One of the page's line icons, decorative: the control that holds it carries the name.
export function icon(path) {
  const svg = document.createElementNS(svgNames, 'svg');
  for (const [name, value] of Object.entries({
    viewBox: '0 0 24 24', width: 20, height: 20, 'aria-hidden': 'true', focusable: 'false', class: 'icon',
  })) svg.setAttribute(name, value);
  const line = document.createElementNS(svgNames, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
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

export function announce(text) {
  const line = byId('announce');
  line.append(h('p', {}, text));
  while (line.children.length > 5) line.firstChild.remove();
}
