import { api } from './api.js';
import { byId, h, paced } from './dom.js';
import { momentOf, shortDayOf, timeOf } from './time.js';

const most = 300;
const pace = 400;
const labels = {
  read: 'Calendar read', decision: 'Decision', notice: 'Notice', delivery: 'Delivery', reply: 'Reply', audit: 'Audit', person: 'Person',
  clock: 'Clock', fault: 'Fault', bot: 'Bot',
};

// What happened, newest first, narrowed by kind, conference and person. Rows are added, not redrawn, so that somebody reading is not moved.
export function setUpHappened(session, onChosen) {
  const list = byId('happened-list');
  const pane = byId('side');
  const clear = byId('happened-clear');
  const choices = { kind: byId('happened-kind'), conference: byId('happened-conference'), person: byId('happened-person') };
  let newest = 0;
  let asked = 0;
  // Whether what is listed is of another narrowing or of another sandbox, so that all must be fetched anew.
  let stale = true;
  let kindLabels = labels;

  function row({ at, kind, who, conference, text, detail }) {
    const person = who && session.person(who);
    return h('li', { class: `row kind-${kind}` },
      h('span', { class: 'row-head' }, h('span', { class: 'row-kind' }, kindLabels[kind] ?? kind),
        h('time', { datetime: at }, `${shortDayOf(at)} ${timeOf(at)}`), conference ? h('span', {}, conference) : null),
      h('span', { class: 'row-text' }, text),
      detail ? h('span', { class: 'row-detail' }, detail) : null,
      person ? h('button', { type: 'button', class: 'link', onclick: () => onChosen(person.id) }, person.name) : null);
  }

  function options(select, pairs) {
    const { value } = select;
    if (select.options.length - 1 === pairs.length) return;
    select.replaceChildren(select.options[0], ...pairs.map(([key, label]) => h('option', { value: key }, label)));
    select.value = value;
  }

  function offer({ kinds, conferences }) {
    const given = kinds?.length ? kinds.map(({ kind, label }) => [kind, label]) : Object.entries(labels);
    kindLabels = { ...labels, ...Object.fromEntries(given) };
    options(choices.kind, given);
    const of = new Map(session.state.conferences.map((event) => [event.reference, event.start]));
    const named = (reference) => [reference, of.has(reference) ? `${reference} · ${momentOf(of.get(reference))}` : reference];
    options(choices.conference, (conferences ?? []).map(named));
    options(choices.person, session.state.people.map(({ id, name }) => [id, name]));
    for (const [name, select] of Object.entries(choices)) select.value = session.filter[name];
  }

  // Puts new rows above without moving what is being read.
  function add(lines) {
    const before = pane.scrollHeight;
    const reading = pane.scrollTop > list.offsetTop;
    list.prepend(...lines.map(row).reverse());
    if (reading) pane.scrollTop += pane.scrollHeight - before;
    while (list.children.length > most) list.lastChild.remove();
  }

  async function fetchLines() {
    const turn = asked += 1;
    const all = stale;
    let answer;
    try {
      answer = await api.happened({ ...session.filter, after: all ? '' : newest });
    } catch {
      byId('no-happened').textContent = 'The record cannot be shown just now.';
      byId('no-happened').hidden = list.children.length > 0;
      return;
    }
    if (turn !== asked) return;
    stale = false;
    const lines = answer.lines ?? [];
    offer(answer);
    if (all) list.replaceChildren();
    add(lines);
    newest = Math.max(all ? 0 : newest, ...lines.map(({ seq }) => seq));
    byId('no-happened').textContent = clear.hidden ? 'Nothing yet.' : 'Nothing of that kind.';
    byId('no-happened').hidden = list.children.length > 0;
  }

  function narrowed() {
    const any = Object.values(session.filter).some(Boolean);
    if (!any && document.activeElement === clear) byId('happened-title').focus();
    clear.hidden = !any;
    stale = true;
    fetchLines();
  }

  for (const [name, select] of Object.entries(choices)) select.addEventListener('change', () => session.narrow({ [name]: select.value }));
  clear.addEventListener('click', () => session.narrow({ kind: '', conference: '', person: '' }));
  session.addEventListener('filter', narrowed);
  session.addEventListener('connection', () => { stale = true; });
  session.addEventListener('log', paced(pace, () => session.state && fetchLines()));
}
