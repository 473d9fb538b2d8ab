import { byId, h } from './dom.js';
import { drawGroups } from './gallerycards.js';
import { loadHostConfigs, vendorJson } from './hostconfig.js';

const themes = ['light', 'dark', 'contrast'];
const widths = ['wide', 'phone'];
const systems = { contrast: matchMedia('(prefers-contrast: more)'), dark: matchMedia('(prefers-color-scheme: dark)') };
const systemTheme = () => (systems.contrast.matches ? 'contrast' : systems.dark.matches ? 'dark' : 'light');
const kept = (name, values, otherwise) => (values.includes(localStorage.getItem(name)) ? localStorage.getItem(name) : otherwise);

const [configs, { cards }] = await Promise.all([loadHostConfigs(vendorJson), fetch('api/gallery').then((answer) => answer.json())]);
// The query may choose too: what makes pictures says exactly what it wants.
const asked = new URLSearchParams(location.search);
let theme = themes.includes(asked.get('theme')) ? asked.get('theme') : kept('theme', themes, systemTheme());
let width = widths.includes(asked.get('width')) ? asked.get('width') : kept('gallery-width', widths, matchMedia('(max-width: 600px)').matches ? 'phone' : 'wide');
let turn = 0;

const search = byId('gallery-search');
const all = byId('gallery-all');

function found() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  return cards.filter(({ name, group, title }) => words.every((word) => `${name} ${group} ${title}`.toLowerCase().includes(word)));
}

const tones = () => (all.checked
  ? themes.flatMap((one) => widths.map((of) => ({ theme: one, width: of })))
  : [{ theme, width }]);

// Draws again from the top; a newer drawing ends an older one. When all is drawn, the card that the address names comes into view.
async function draw() {
  turn += 1;
  const mine = turn;
  document.body.dataset.ready = 'false';
  document.documentElement.dataset.theme = theme;
  const shown = found();
  byId('gallery-count').textContent = shown.length === cards.length ? `${cards.length} cards` : `${shown.length} of ${cards.length} cards`;
  const names = [...new Set(shown.map(({ group }) => group))];
  byId('gallery-groups').replaceChildren(...names.map((group) => h('li', {}, h('a', { href: `#${idOf(group)}` }, group))));
  const drawn = drawGroups(byId('cards'), shown, { idOf, tones: tones(), configs, isNewest: () => mine === turn, say });
  if (!(await drawn)) return;
  document.body.dataset.ready = 'true';
  show();
}

const idOf = (group) => `group-${group.toLowerCase().replace(/[^a-z]+/g, '-')}`;
const say = (text) => { byId('gallery-said').textContent = text; };

function show() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target) target.scrollIntoView({ block: 'start' });
}

for (const choice of document.querySelectorAll('input[name=gallery-theme]')) {
  choice.checked = choice.value === theme;
  choice.addEventListener('change', () => {
    theme = choice.value;
    localStorage.setItem('theme', theme);
    draw();
  });
}
for (const choice of document.querySelectorAll('input[name=gallery-width]')) {
  choice.checked = choice.value === width;
  choice.addEventListener('change', () => {
    width = choice.value;
    localStorage.setItem('gallery-width', width);
    draw();
  });
}
all.addEventListener('change', draw);
search.addEventListener('input', draw);
search.form.addEventListener('submit', (event) => event.preventDefault());
addEventListener('hashchange', show);
search.value = asked.get('search') ?? '';
all.checked = asked.has('all');
await draw();
