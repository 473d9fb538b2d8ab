import { api } from './api.js';

const patience = 20_000;
const look = 250;

export class NotYet extends Error {}

const actions = (node) => (node && typeof node === 'object' ? [node.verb, ...Object.values(node).flatMap(actions)].filter((verb) => typeof verb === 'string') : []);

// What the story does on the page, always through what a visitor would use: the chat's own cards, the message box, the clock.
export function storyActs(session, chat, views) {
  const offers = (messages, verb) => messages.some(({ card }) => card && actions(card).includes(verb));

  // Waits until `find` answers something; looks again whenever the page hears news, and now and then without.
  async function until(find, otherwise, { signal, wait = patience } = {}) {
    const ends = performance.now() + wait;
    for (;;) {
      if (signal?.aborted) throw new DOMException('left', 'AbortError');
      const found = await find();
      if (found) return found;
      if (performance.now() > ends) throw new NotYet(otherwise);
      await new Promise((resolve) => { setTimeout(resolve, look); });
    }
  }

  const messagesOf = async (person) => (person?.hasChat ? (await api.chat(person.id)).messages : []);
  const canDo = async (part, verb) => offers(await messagesOf(session.cast(part)), verb);

  async function lookAs(part) {
    const person = session.cast(part);
    if (!person) return;
    await session.select(person.id);
    views.show('chat');
  }

  async function walk(step, signal) {
    const before = session.state.now;
    await until(() => !session.state.host?.starting && !session.state.clock.walking, 'The clock is still walking.', { signal });
    const { target } = await api.clock({ step });
    await until(async () => {
      await session.refreshState();
      return session.state.clock.walking === false && (session.state.now >= target || session.state.now !== before);
    }, 'The clock is still walking.', { signal, wait: 60_000 });
  }

  // Walks on until something can be seen, at most so many stops.
  async function walkUntil(seen, step, most, signal) {
    for (let stops = 0; !(await seen()); stops += 1) {
      if (stops === most) throw new NotYet('It has not happened in these days.');
      await walk(step === 'nextDue' && !session.state.clock.nextDue ? 'morning' : step, signal);
    }
  }

  function fill(view, id, wish) {
    const input = view.input(id);
    if (!input) return;
    const list = input.querySelector('select');
    const boxes = [...input.querySelectorAll('input[type=checkbox], input[type=radio]')];
    const text = input.querySelector('textarea, input:not([type=checkbox], [type=radio])');
    if (list) {
      const options = [...list.options].filter((option) => option.value && !option.disabled && !option.hidden);
      list.value = (options.find(({ value }) => value === wish) ?? options[0])?.value ?? '';
      list.dispatchEvent(new Event('change', { bubbles: true }));
    } else if (boxes.length) {
      const box = boxes.find(({ value }) => value === wish) ?? boxes[0];
      if (!box.checked) box.click();
    } else if (text) {
      text.value = wish;
      for (const type of ['input', 'change']) text.dispatchEvent(new Event(type, { bubbles: true }));
    }
  }

  // Fills the newest card that has the button in the shown chat, and presses it.
  async function press(verb, values, signal) {
    const view = await until(() => chat.withButton(verb), 'The card for this is not here yet.', { signal });
    for (const [id, wish] of Object.entries(values)) fill(view, id, wish);
    const button = view.button(verb);
    button.scrollIntoView({ block: 'center' });
    button.click();
    await until(() => view.element.getAttribute('aria-busy') === 'false', 'The bot has not answered yet.', { signal });
    if (view.element.querySelector('[role=alert]')) throw new NotYet('The bot did not take it: the card says why.');
  }

  const say = (text) => api.say(session.personId, text).then(() => session.refreshChat());

  return { until, canDo, messagesOf, lookAs, walkUntil, press, say };
}
