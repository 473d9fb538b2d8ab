import { api } from './api.js';
import { byId } from './dom.js';

// The message box. A text leaves it only when the sandbox has taken it; each person keeps their own draft.
export function setUpComposer(session) {
  const form = byId('composer');
  const box = byId('composer-text');
  const send = byId('composer-send');
  const problem = byId('composer-problem');
  const drafts = new Map();
  let person = null;

  function fit() {
    box.rows = Math.min(6, Math.max(1, box.value.split('\n').length));
    send.disabled = box.value.trim() === '' || form.hasAttribute('aria-busy');
  }

  async function say(text) {
    const to = session.personId;
    if (!to || form.hasAttribute('aria-busy') || text.trim() === '') return;
    form.setAttribute('aria-busy', 'true');
    problem.hidden = true;
    fit();
    try {
      await api.say(to, text.trim());
      if (session.personId === to && box.value.trim() === text.trim()) box.value = '';
      drafts.delete(to);
      await session.refreshChat();
      byId('messages').scrollTop = byId('messages').scrollHeight;
    } catch (error) {
      problem.textContent = `Not sent. ${error.message}`;
      problem.hidden = false;
    } finally {
      form.removeAttribute('aria-busy');
      fit();
    }
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    say(box.value);
  });
  box.addEventListener('input', fit);
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    say(box.value);
  });
  for (const chip of document.querySelectorAll('[data-say]')) chip.addEventListener('click', () => say(chip.dataset.say));
  session.addEventListener('selected', () => {
    if (person) drafts.set(person, box.value);
    person = session.personId;
    box.value = drafts.get(person) ?? '';
    problem.hidden = true;
    fit();
  });
  fit();
}
