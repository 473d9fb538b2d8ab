import { byId, h } from './dom.js';
import { shortDayOf, timeOf } from './time.js';

const kinds = { graph: 'Calendar', clock: 'Clock', bot: 'Bot', person: 'Person', delivery: 'Delivery', fault: 'Fault' };
const most = 400;

// What happened, newest first. Rows are added, not redrawn, so that somebody reading is not moved.
export function setUpHappened(session, onChosen) {
  const list = byId('happened-list');
  const kindChoice = byId('happened-kind');
  const onlyThis = byId('happened-person');
  let newest = -1;

  const wanted = ({ kind, who }) => (kindChoice.value === '' || kind === kindChoice.value)
    && (!onlyThis.checked || who === session.personId);

  function row({ at, kind, who, text }) {
    const person = who && session.person(who);
    return h('li', { class: `row kind-${kind}` },
      h('span', { class: 'row-head' }, h('span', { class: 'row-kind' }, kinds[kind] ?? kind),
        h('time', { datetime: at }, `${shortDayOf(at)} ${timeOf(at)}`)),
      h('span', { class: 'row-text' }, text),
      person ? h('button', { type: 'button', class: 'link', onclick: () => onChosen(person.id) }, person.name) : null);
  }

  function draw(all) {
    const entries = session.state?.log ?? [];
    const restarted = entries.length > 0 && entries.at(-1).seq < newest;
    if (all || restarted) {
      list.replaceChildren();
      newest = -1;
    }
    const fresh = entries.filter((entry) => entry.seq > newest);
    if (fresh.length) newest = Math.max(...fresh.map(({ seq }) => seq));
    list.prepend(...fresh.filter(wanted).sort((a, b) => b.seq - a.seq).slice(0, most).map(row));
    while (list.children.length > most) list.lastChild.remove();
    byId('no-happened').hidden = list.children.length > 0;
  }

  kindChoice.append(...Object.entries(kinds).map(([value, label]) => h('option', { value }, label)));
  kindChoice.addEventListener('change', () => draw(true));
  onlyThis.addEventListener('change', () => draw(true));
  session.addEventListener('state', () => draw(false));
  session.addEventListener('selected', () => {
    onlyThis.disabled = !session.personId;
    if (!session.personId) onlyThis.checked = false;
    draw(true);
  });
  onlyThis.disabled = true;
}
