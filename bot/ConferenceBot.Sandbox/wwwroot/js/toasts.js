import { byId, h } from './dom.js';
import { closesOnEscape } from './keys.js';

const shownFor = 9000;
const most = 3;

// A toast carries exactly the text that Teams would show: the activity's summary, or its text when it has none.
export function setUpToasts(session, onChosen) {
  const stack = byId('toasts');

  function dismissLater(toast) {
    let timer = setTimeout(() => toast.remove(), shownFor);
    const hold = () => clearTimeout(timer);
    const release = () => { timer = setTimeout(() => toast.remove(), shownFor / 2); };
    for (const [enter, leave] of [['mouseenter', 'mouseleave'], ['focusin', 'focusout']]) {
      toast.addEventListener(enter, hold);
      toast.addEventListener(leave, release);
    }
  }

  session.addEventListener('arrived', ({ detail: { person, message } }) => {
    const toast = h('div', { class: 'toast', 'data-testid': 'toast', 'data-to': person.id },
      h('img', { src: 'favicon.svg', alt: '', width: 32, height: 32 }),
      h('button', {
        type: 'button', class: 'toast-open', onclick: () => {
          toast.remove();
          onChosen(person.id);
        },
      }, h('span', { class: 'toast-to' }, `ConferenceBot to ${person.name}`),
      h('span', { class: 'toast-text', 'data-testid': 'toast-text' }, message.summary ?? message.text ?? 'Sent a card')),
      h('button', { type: 'button', class: 'quiet-button', 'aria-label': 'Dismiss', onclick: () => toast.remove() }, '×'));
    stack.append(toast);
    while (stack.querySelectorAll('.toast:not(.toast-many)').length > most) stack.querySelector('.toast:not(.toast-many)').remove();
    dismissLater(toast);
  });

  closesOnEscape(stack, () => {
    const toast = document.activeElement.closest('.toast');
    toast?.remove();
    byId('chat').focus({ preventScroll: true });
    return Boolean(toast);
  });

  // Added up for as long as it stands.
  session.addEventListener('manyArrived', ({ detail: { people } }) => {
    const standing = stack.querySelector('.toast-many');
    const total = people + Number(standing?.dataset.people ?? 0);
    const toast = h('p', { class: 'toast toast-many', 'data-people': String(total) }, `${total} more ${total === 1 ? 'message has' : 'messages have'} arrived for others`);
    standing?.remove();
    stack.prepend(toast);
    dismissLater(toast);
  });

  // Whoever opens the chat has seen it.
  session.addEventListener('selected', () => {
    for (const toast of stack.querySelectorAll(`[data-to="${CSS.escape(session.personId ?? '')}"]`)) toast.remove();
  });
}
