import { api, listen } from './api.js';
import { coalesce } from './dom.js';

// What the page knows: the last state, whose eyes it looks through and their chat. Events: 'state', 'chat', 'selected',
// 'arrived' {person, message}, 'connection' {up}, 'failed' {message}.
export class Session extends EventTarget {
  state = null;
  personId = null;
  chat = null;
  #answers = 0;

  refreshState = coalesce(() => this.#guard(async () => {
    const before = this.state;
    this.state = await api.state();
    this.#tell('state');
    if (before) await this.#tellArrivals(before);
  }));

  refreshChat = coalesce(() => this.#guard(async () => {
    const person = this.personId;
    if (!person) return;
    const asked = this.#answers;
    const chat = await api.chat(person);
    if (person !== this.personId) return;
    // A card was answered while this was on its way: what it says of that card may be older than what is shown.
    if (asked !== this.#answers) return void this.refreshChat();
    this.chat = chat;
    this.#tell('chat');
    await this.markRead();
  }));

  async start() {
    let missed = false;
    listen((change) => this.#changed(change), (up) => {
      this.#tell('connection', { up });
      if (up && missed) this.#catchUp();
      missed = !up;
    });
    document.addEventListener('visibilitychange', () => this.markRead());
    addEventListener('popstate', () => this.select(new URLSearchParams(location.search).get('as'), { keepAddress: true }));
    await this.#catchUp();
  }

  // From nothing, or after the line was down: everything may have changed, and the address may name somebody not known before.
  async #catchUp() {
    await this.refreshState();
    if (this.personId) await this.refreshChat();
    else await this.select(new URLSearchParams(location.search).get('as'), { keepAddress: true });
  }

  // To be called when a card has been answered and shown.
  answered() {
    this.#answers += 1;
    return this.refreshChat();
  }

  person(id) {
    return this.state?.people.find((person) => person.id === id) ?? null;
  }

  async select(id, { keepAddress = false } = {}) {
    const known = id && this.person(id) ? id : null;
    if (known === this.personId && known !== null) return;
    this.personId = known;
    this.chat = null;
    if (!keepAddress) history.pushState(null, '', known ? `?as=${encodeURIComponent(known)}` : location.pathname);
    this.#tell('selected');
    await this.refreshChat();
  }

  async markRead() {
    if (!this.personId || document.visibilityState !== 'visible' || !this.person(this.personId)?.unread) return;
    await this.#guard(async () => {
      await api.read(this.personId);
      await this.refreshState();
    });
  }

  fail(error) {
    this.#tell('failed', { message: error.message });
  }

  #changed({ what, person }) {
    this.refreshState();
    if (what === 'chat' && (!person || person === this.personId)) this.refreshChat();
  }

  // Somebody else's unread count went up: their newest messages have just arrived.
  async #tellArrivals(before) {
    const counts = new Map(before.people.map(({ id, unread }) => [id, unread]));
    for (const person of this.state.people) {
      const added = person.unread - (counts.get(person.id) ?? 0);
      if (added <= 0 || (person.id === this.personId && document.visibilityState === 'visible')) continue;
      const { messages } = await api.chat(person.id);
      for (const message of messages.filter(({ from }) => from === 'bot').slice(-added)) this.#tell('arrived', { person, message });
    }
  }

  async #guard(work) {
    try {
      await work();
    } catch (error) {
      this.fail(error);
    }
  }

  #tell(type, detail = {}) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
