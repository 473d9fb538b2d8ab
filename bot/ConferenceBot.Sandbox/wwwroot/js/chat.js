import { announce, byId, h } from './dom.js';
import { MessageView } from './message.js';
import { perform } from './actions.js';
import { avatar } from './people.js';
import { dayOf } from './time.js';

const nearEnd = 120;
const headRoom = 40;

// The middle pane: the chosen person's chat with the bot, kept in step without redrawing what has not changed.
export function setUpChat(session, hostConfig) {
  const log = byId('messages');
  const views = new Map();
  const keptByMessage = new Map();
  let shownFor = null;

  const context = {
    hostConfig,
    onAction: (view, action, inputs, button) => perform(session, view, action, inputs, button),
  };

  function leave() {
    for (const [id, view] of views) keptByMessage.set(id, view.kept());
    views.clear();
    log.replaceChildren();
  }

  function head() {
    const person = session.person(session.personId);
    document.body.toggleAttribute('data-chosen', Boolean(person));
    byId('welcome').hidden = Boolean(person);
    byId('conversation').hidden = !person;
    if (!person) return;
    byId('chat-person').replaceChildren(avatar(person, 'small'), h('span', {}, `Through the eyes of ${person.name}`));
    byId('chat-role').textContent = [person.role, person.agency].filter(Boolean).join(', ');
  }

  function sync() {
    const { messages } = session.chat;
    const first = shownFor !== session.personId;
    const atEnd = first || log.scrollHeight - log.scrollTop - log.clientHeight < nearEnd;
    const known = new Set(messages.map(({ id }) => id));
    for (const [id, view] of views) {
      if (known.has(id)) continue;
      view.element.remove();
      views.delete(id);
    }
    let day = null;
    let position = 0;
    const place = (element) => {
      if (log.children[position] !== element) log.insertBefore(element, log.children[position] ?? null);
      position += 1;
    };
    for (const separator of log.querySelectorAll('.day')) separator.remove();
    let newest = null;
    for (const message of messages) {
      if (dayOf(message.at) !== day) {
        day = dayOf(message.at);
        place(h('p', { class: 'day' }, day));
      }
      const view = views.get(message.id);
      if (view) view.update(message);
      else {
        views.set(message.id, new MessageView(message, { ...context, kept: keptByMessage.get(message.id) }));
        if (!first && message.from === 'bot') newest = message;
      }
      place(views.get(message.id).element);
    }
    byId('no-messages').hidden = messages.length > 0;
    if (newest) announce(`ConferenceBot: ${newest.summary ?? newest.text ?? 'a new card'}`);
    if (atEnd && (first || newest || messages.at(-1)?.from === 'person')) showNewest();
    shownFor = session.personId;
  }

  // To the end; but a card taller than the pane shows its first line.
  function showNewest() {
    log.scrollTop = log.scrollHeight;
    const last = log.lastElementChild;
    if (last && last.offsetHeight > log.clientHeight - headRoom) last.scrollIntoView({ block: 'start' });
  }

  session.addEventListener('selected', () => {
    leave();
    shownFor = null;
    byId('no-messages').hidden = true;
    head();
  });
  session.addEventListener('state', head);
  session.addEventListener('chat', sync);
  return {
    redraw: () => views.forEach((view) => view.redraw()),
    // The newest message that shows a button for a verb, or null.
    withButton: (verb) => [...views.values()].findLast((view) => view.button(verb)) ?? null,
  };
}
