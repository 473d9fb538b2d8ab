import { renderCard } from './card.js';
import { h } from './dom.js';

const themeNames = { light: 'Light', dark: 'Dark', contrast: 'High contrast' };
const widthNames = { wide: 'wide', phone: 'phone' };
const atOnce = 6;

function frame({ name, title, card }, tone, several, { configs, say }) {
  const { element } = renderCard(card, {
    hostConfig: configs[tone.theme],
    onAction: (action) => say(`“${action.title}” would be sent to the bot from the chat.`),
  });
  const label = `${themeNames[tone.theme]}, ${widthNames[tone.width]}`;
  return h('div', {
    class: `gallery-frame gallery-frame-${tone.width}`, 'data-theme': tone.theme, 'data-testid': `card-${name}-${tone.theme}-${tone.width}`,
    role: 'group', 'aria-label': several ? `${title}: ${label}` : title,
  }, several ? h('p', { class: 'tone' }, label) : null, element ? h('div', { class: 'card' }, element) : h('p', {}, 'This card cannot be drawn.'));
}

function article(entry) {
  return h('article', { class: 'gallery-card', id: entry.name, 'aria-labelledby': `title-${entry.name}` },
    h('div', { class: 'gallery-head' }, h('h3', { id: `title-${entry.name}` }, entry.title),
      h('a', { href: `#${entry.name}` }, h('span', { class: 'sr' }, 'Link to '), h('code', {}, entry.name))),
    h('div', { class: 'gallery-frames' }));
}

// Draws the cards group by group, a few at a time so that the page stays at hand. Answers false when a newer drawing has begun.
export async function drawGroups(place, cards, options) {
  const { idOf, tones, isNewest } = options;
  const groups = Map.groupBy(cards, ({ group }) => group);
  const articles = new Map(cards.map((entry) => [entry, article(entry)]));
  place.replaceChildren(...[...groups].map(([group, entries]) => h('section', { class: 'gallery-group', 'aria-labelledby': idOf(group) },
    h('h2', { id: idOf(group) }, group), h('div', { class: 'gallery-sheet' }, entries.map((entry) => articles.get(entry))))));
  if (cards.length === 0) place.replaceChildren(h('p', { class: 'gallery-none' }, 'No card has all of these words.'));
  let drawn = 0;
  for (const [entry, element] of articles) {
    element.querySelector('.gallery-frames').replaceChildren(...tones.map((tone) => frame(entry, tone, tones.length > 1, options)));
    drawn += tones.length;
    if (drawn < atOnce) continue;
    drawn = 0;
    await new Promise((resolve) => { requestAnimationFrame(resolve); });
    if (!isNewest()) return false;
  }
  return isNewest();
}
