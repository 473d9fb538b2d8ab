import { h, announce } from './dom.js';
import { renderCard } from './card.js';
import { toHtml } from './markdown.js';
import { timeOf } from './time.js';

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

function botAvatar() {
  return h('img', { class: 'avatar bot', src: 'favicon.svg', alt: '', width: 32, height: 32 });
}

// One message on the page. It keeps its element, so that what somebody is typing in a card outlives every refresh.
export class MessageView {
  #message = null;
  #drawn = null;
  #busy = false;
  #meta = h('span', { class: 'meta' });
  #body = h('div', { class: 'bubble' });
  #notices = h('div', { class: 'notices' });

  // hostConfig() answers the current one; onAction(view, action, inputs, button) sends an action.
  constructor(message, { hostConfig, onAction, kept }) {
    this.id = message.id;
    this.hostConfig = hostConfig;
    this.onAction = onAction;
    const fromBot = message.from === 'bot';
    this.element = h('article', {
      class: `message from-${fromBot ? 'bot' : 'person'}`, 'data-testid': `message-${message.id}`, tabindex: '-1',
      'aria-label': fromBot ? 'From ConferenceBot' : 'Sent by this person',
    }, fromBot ? botAvatar() : null, h('div', { class: 'message-main' },
      h('div', { class: 'message-head' }, fromBot ? h('span', { class: 'sender' }, 'ConferenceBot') : null, this.#meta),
      this.#body, this.#notices));
    this.update(message, kept);
  }

  update(message, kept) {
    const before = this.#message;
    this.#message = message;
    this.#meta.replaceChildren(h('time', { datetime: message.at }, timeOf(message.at)),
      ...(message.updated ? [h('span', { class: 'updated', title: `Updated ${message.updated} times` }, 'Updated')] : []));
    if (!before || before.text !== message.text || !same(before.card, message.card)) this.#draw(kept ?? this.kept());
    if (before && before.updated !== message.updated) announce('A card in this chat was updated.');
  }

  // What to remember of a card when it is put away: typed values and opened parts.
  kept() {
    return this.#drawn ? { values: this.#drawn.typed(), expanded: this.#drawn.expanded() } : { values: {}, expanded: [] };
  }

  // The card's button for a verb, or null; and the element of one of its inputs.
  button(verb) {
    return this.#drawn?.card.getAllActions().find((action) => action.verb === verb)?.renderedElement ?? null;
  }

  input(id) {
    return this.#drawn?.card.getAllInputs(true).find((input) => input.id === id)?.renderedElement ?? null;
  }

  redraw() {
    if (this.#message.card) this.#draw(this.kept());
  }

  // The card an action answered with: it stands in the old one's place, and nothing typed before is put into it.
  showAnswer(card) {
    const hadFocus = this.element.contains(document.activeElement);
    this.#message = { ...this.#message, card };
    this.#draw({ values: {}, expanded: [] });
    if (hadFocus || document.activeElement === document.body) this.element.focus({ preventScroll: true });
  }

  notice(kind, text) {
    this.#notices.replaceChildren(h('p', { class: `notice ${kind}`, role: kind === 'error' ? 'alert' : 'status' }, text));
    this.#notices.scrollIntoView({ block: 'nearest' });
  }

  clearNotice() {
    this.#notices.replaceChildren();
  }

  busy(button, on) {
    this.#busy = on;
    this.element.setAttribute('aria-busy', String(on));
    this.#holdButtons();
    button?.classList.toggle('busy', on);
    if (!on && button?.isConnected && document.activeElement === document.body) button.focus({ preventScroll: true });
  }

  #holdButtons() {
    for (const other of this.#body.querySelectorAll('.ac-pushButton')) other.disabled = this.#busy;
  }

  #draw({ values, expanded }) {
    const { text, card } = this.#message;
    this.#drawn = card ? this.#render(card, values, expanded) : null;
    const words = text ? h('div', { class: 'text' }) : null;
    if (words) words.innerHTML = toHtml(text);
    const unreadable = card && !this.#drawn?.element
      ? h('p', { class: 'notice error' }, 'This card could not be drawn: the renderer refused it.') : null;
    this.#body.replaceChildren(...[words, this.#drawn?.element && h('div', { class: 'card' }, this.#drawn.element), unreadable].filter(Boolean));
    if (this.#busy) this.#holdButtons();
  }

  #render(card, values, expanded) {
    const drawn = renderCard(card, {
      hostConfig: this.hostConfig(), values, expanded,
      onAction: (action, inputs, button) => this.onAction(this, action, inputs, button),
    });
    for (const { message } of drawn.events) console.warn(`Card ${this.id}: ${message}`);
    return drawn;
  }
}
