import { api, listen } from './api.js';
import { coalesce, paced } from './dom.js';

const atOnce = 3;
const statePace = 120;

// What the page knows: the last state, whose eyes it looks through, their chat, and what it narrows the record to. Events: 'state',
// 'chat', 'selected', 'filter', 'log', 'arrived' {person, message}, 'manyArrived' {people}, 'connection' {up}, 'failed' {message}.
export class Session extends EventTarget {
  state = null;
  personId = null;
  chat = null;
  filter = { kind: '', conference: '', person: '' };
  #answers = 0;
  #acting = 0;
  #missed = false;

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

  #stateSoon = paced(statePace, () => this.refreshState());

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
    this.#tell('log');
    if (this.personId) await this.refreshChat();
    else await this.select(new URLSearchParams(location.search).get('as'), { keepAddress: true });
  }

  // Runs what waits for the bot's answer to a card and shows it. News that comes meanwhile waits, so that the answer is seen first.
  async acting(work) {
    this.#acting += 1;
    try {
      await work();
    } finally {
      this.#acting -= 1;
      this.#answers += 1;
      setTimeout(() => this.#caughtUp());
    }
  }

  #caughtUp() {
    if (this.#acting) return;
    this.refreshChat();
    if (this.#missed) this.#stateSoon();
    this.#missed = false;
  }

  person(id) {
    return this.state?.people.find((person) => person.id === id) ?? null;
  }

  // The person who plays a part in the story, or null.
  cast(part) {
    return this.person(this.state?.cast?.[part]);
  }

  narrow(filter) {
    this.filter = { ...this.filter, ...filter };
    this.#tell('filter');
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
    this.#tell('log');
    if (this.#acting) {
      this.#missed = true;
      return;
    }
    this.#stateSoon();
    if (what === 'chat' && (!person || person === this.personId)) this.refreshChat();
  }

  // Somebody else's unread count went up: their newest messages have just arrived. When many have something new, a few are shown.
  async #tellArrivals(before) {
    const counts = new Map(before.people.map(({ id, unread }) => [id, unread]));
    const cast = new Set(Object.values(this.state.cast ?? {}));
    const news = this.state.people
      .map((person) => ({ person, added: person.unread - (counts.get(person.id) ?? 0) }))
      .filter(({ person, added }) => added > 0 && !(person.id === this.personId && document.visibilityState === 'visible'))
      .sort((a, b) => cast.has(b.person.id) - cast.has(a.person.id));
    for (const { person, added } of news.slice(0, atOnce).reverse()) {
      const { messages } = await api.chat(person.id);
      for (const message of messages.filter(({ from }) => from === 'bot').slice(-added)) this.#tell('arrived', { person, message });
    }
    if (news.length > atOnce) this.#tell('manyArrived', { people: news.length - atOnce });
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
