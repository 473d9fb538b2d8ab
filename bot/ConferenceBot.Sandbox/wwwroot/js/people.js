import { byId, changed, h, keepingFocus } from './dom.js';
import { presenceDot, presenceWords } from './presence.js';
import { rove } from './keys.js';
import { setUpConfirming, unconfirmedWords } from './confirming.js';

const tints = 8;
const groupOfKind = { chair: 'Chairs', manager: 'Managers', administrator: 'Administrators', practitioner: 'Practitioners' };
const roleGroups = [
  ['Chairs', /chair|reviewing officer/i],
  ['Managers', /manager|head of service|director|team lead/i],
  ['Administrators', /admin/i],
];
export const practitioners = 'Practitioners';
const groupOrder = ['Chairs', practitioners, 'Managers', 'Administrators'];

export function avatar(person, size = '') {
  const words = person.name.replace(/^(dr|mr|mrs|ms|miss)\.? /i, '').split(/\s+/);
  const initials = `${words[0]?.[0] ?? '?'}${words.length > 1 ? words.at(-1)[0] : ''}`;
  const tint = [...person.id].reduce((sum, character) => (sum * 31 + character.codePointAt(0)) % 997, 7) % tints;
  return h('span', { class: `avatar tint-${tint} ${size}`, 'aria-hidden': 'true' }, initials.toUpperCase());
}

export const roleGroupOf = ({ role, kind }) => groupOfKind[kind]
  ?? roleGroups.find(([, pattern]) => pattern.test(role ?? ''))?.[0] ?? practitioners;

const groupOf = (person, by) => (by === 'agency' ? person.agency || 'No agency' : roleGroupOf(person));

function grouped(people, by) {
  const groups = new Map();
  for (const person of people) groups.set(groupOf(person, by), [...(groups.get(groupOf(person, by)) ?? []), person]);
  const place = (name) => (by === 'agency' ? 0 : groupOrder.indexOf(name));
  return [...groups].sort(([a], [b]) => place(a) - place(b) || a.localeCompare(b, 'en-GB'));
}

const sum = (people) => people.reduce((total, { unread }) => total + unread, 0);

// The left pane: everybody in the council, grouped, with presence and with what each has not read.
export function setUpPeople(session, onChosen) {
  const list = byId('people-list');
  const search = byId('people-filter');
  const unreadOnly = byId('people-unread-only');
  const folded = new Set(JSON.parse(localStorage.getItem('folded') ?? '[]'));
  const isNew = changed();
  let by = localStorage.getItem('group-by') ?? 'role';

  function details(person) {
    const place = by === 'agency' ? null : person.agency;
    return person.hasChat ? [person.role, place].filter(Boolean).join(', ') : [person.role, 'no chat yet'].filter(Boolean).join(' · ');
  }

  function entry(person) {
    const detail = details(person);
    const presence = presenceWords(person);
    return h('li', {}, h('button', {
      class: `person${person.unread ? ' has-unread' : ''}${person.hasChat ? '' : ' no-chat'}${person.known === false ? ' unconfirmed' : ''}`,
      type: 'button', 'data-testid': `person-${person.id}`, 'data-person': person.id, 'data-key': person.id, tabindex: '-1',
      'aria-current': person.id === session.personId ? 'true' : null, onclick: () => onChosen(person.id),
    },
    h('span', { class: 'person-picture' }, avatar(person), presenceDot(person)),
    h('span', { class: 'person-words' }, h('span', { class: 'person-name' }, person.name),
      h('span', { class: 'person-detail', title: detail }, detail),
      person.known === false ? h('span', { class: 'person-warning' }, unconfirmedWords) : null,
      presence ? h('span', { class: person.presence === 'outOfOffice' ? 'person-detail on-leave' : 'sr' }, presence) : null),
    person.unread ? h('span', { class: 'badge' }, String(person.unread), h('span', { class: 'sr' }, ' unread')) : null));
  }

  function group([name, members], seeking) {
    const open = seeking || !folded.has(name);
    const unread = sum(members);
    const toggle = () => {
      if (!folded.delete(name)) folded.add(name);
      localStorage.setItem('folded', JSON.stringify([...folded]));
      draw();
    };
    return h('section', { class: 'group' },
      h('h3', {}, h('button', {
        type: 'button', class: 'group-fold', 'aria-expanded': String(open), 'data-key': `group ${name}`, tabindex: '-1', onclick: toggle,
      }, h('span', {}, name), h('span', { class: 'group-count' }, String(members.length)),
      unread && !open ? h('span', { class: 'badge' }, String(unread), h('span', { class: 'sr' }, ' unread')) : null)),
      open ? h('ul', {}, members.map(entry)) : null);
  }

  function shown() {
    const wanted = search.value.trim().toLocaleLowerCase('en-GB');
    return session.state.people.filter((person) => `${person.name} ${person.role} ${person.agency}`.toLocaleLowerCase('en-GB').includes(wanted)
      && (!unreadOnly.checked || person.unread > 0 || person.id === session.personId));
  }

  function draw() {
    if (!session.state) return;
    const people = shown();
    const seeking = search.value.trim() !== '' || unreadOnly.checked;
    if (isNew(people, by, seeking, [...folded], session.personId)) {
      keepingFocus(list, () => list.replaceChildren(...grouped(people, by).map((members) => group(members, seeking))));
      if (people.length === 0) list.append(h('p', { class: 'quiet' }, unreadOnly.checked ? 'Nobody has anything unread.' : 'Nobody matches.'));
      roving.refresh(list.querySelector('[aria-current]'));
    }
    const total = sum(session.state.people);
    byId('people-unread').textContent = total ? `${total} unread` : 'all read';
    document.title = `${total ? `(${total}) ` : ''}ConferenceBot sandbox`;
  }

  const roving = rove(list, '.person, .group-fold');
  for (const choice of document.querySelectorAll('input[name=group-by]')) {
    choice.checked = choice.value === by;
    choice.addEventListener('change', () => {
      by = choice.value;
      localStorage.setItem('group-by', by);
      draw();
    });
  }
  search.addEventListener('input', draw);
  unreadOnly.addEventListener('change', draw);
  session.addEventListener('state', draw);
  session.addEventListener('selected', draw);
  setUpConfirming(session);
}
