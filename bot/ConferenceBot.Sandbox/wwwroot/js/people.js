import { byId, h } from './dom.js';

const tints = 8;
const roleGroups = [
  ['Chairs', /chair|reviewing officer/i],
  ['Managers', /manager|head of service|director|team lead/i],
  ['Administrators', /admin/i],
  ['Family', /family|parent|carer|guest/i],
];
export const practitioners = 'Practitioners';
const groupOrder = ['Chairs', practitioners, 'Managers', 'Administrators', 'Family'];

export function avatar(person, size = '') {
  const words = person.name.replace(/^(dr|mr|mrs|ms|miss)\.? /i, '').split(/\s+/);
  const initials = `${words[0]?.[0] ?? '?'}${words.length > 1 ? words.at(-1)[0] : ''}`;
  const tint = [...person.id].reduce((sum, character) => (sum * 31 + character.codePointAt(0)) % 997, 7) % tints;
  return h('span', { class: `avatar tint-${tint} ${size}`, 'aria-hidden': 'true' }, initials.toUpperCase());
}

export const roleGroupOf = ({ role }) => roleGroups.find(([, pattern]) => pattern.test(role ?? ''))?.[0] ?? practitioners;

const groupOf = (person, by) => (by === 'agency' ? person.agency || 'No agency' : roleGroupOf(person));

function grouped(people, by) {
  const groups = new Map();
  for (const person of people) groups.set(groupOf(person, by), [...(groups.get(groupOf(person, by)) ?? []), person]);
  const place = (name) => (by === 'agency' ? 0 : groupOrder.indexOf(name));
  return [...groups].sort(([a], [b]) => place(a) - place(b) || a.localeCompare(b, 'en-GB'));
}

// The left pane: everybody in the council, grouped, with what each has not read.
export function setUpPeople(session, onChosen) {
  const list = byId('people-list');
  const filter = byId('people-filter');
  let by = localStorage.getItem('group-by') ?? 'role';

  function entry(person) {
    const current = person.id === session.personId;
    const detail = person.hasChat
      ? [person.role, by === 'agency' ? null : person.agency].filter(Boolean).join(', ')
      : [person.role, 'no chat yet'].filter(Boolean).join(' · ');
    return h('li', {}, h('button', {
      class: `person${person.unread ? ' has-unread' : ''}${person.hasChat ? '' : ' no-chat'}`,
      type: 'button', 'data-testid': `person-${person.id}`, 'data-person': person.id, 'aria-current': current ? 'true' : null,
      onclick: () => onChosen(person.id),
    },
    avatar(person),
    h('span', { class: 'person-words' }, h('span', { class: 'person-name' }, person.name),
      h('span', { class: 'person-detail', title: detail }, detail)),
    person.unread ? h('span', { class: 'badge' }, String(person.unread), h('span', { class: 'sr' }, ' unread')) : null));
  }

  function draw() {
    if (!session.state) return;
    const focused = document.activeElement?.dataset?.person;
    const wanted = filter.value.trim().toLocaleLowerCase('en-GB');
    const people = session.state.people.filter((person) => `${person.name} ${person.role} ${person.agency}`.toLocaleLowerCase('en-GB').includes(wanted));
    list.replaceChildren(...grouped(people, by).map(([name, members]) => h('section', { class: 'group' },
      h('h3', {}, name), h('ul', {}, members.map(entry)))));
    if (people.length === 0) list.append(h('p', { class: 'quiet' }, 'Nobody matches.'));
    if (focused) list.querySelector(`[data-person="${CSS.escape(focused)}"]`)?.focus();
    const total = session.state.people.reduce((sum, { unread }) => sum + unread, 0);
    byId('people-unread').textContent = total ? `${total} unread` : 'all read';
    document.title = `${total ? `(${total}) ` : ''}ConferenceBot sandbox`;
  }

  for (const choice of document.querySelectorAll('input[name=group-by]')) {
    choice.checked = choice.value === by;
    choice.addEventListener('change', () => {
      by = choice.value;
      localStorage.setItem('group-by', by);
      draw();
    });
  }
  filter.addEventListener('input', draw);
  list.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const entries = [...list.querySelectorAll('.person')];
    entries.at((entries.indexOf(document.activeElement) + step) % entries.length)?.focus();
    event.preventDefault();
  });
  session.addEventListener('state', draw);
  session.addEventListener('selected', draw);
}
