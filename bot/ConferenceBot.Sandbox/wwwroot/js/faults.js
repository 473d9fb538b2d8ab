import { api } from './api.js';
import { announce, byId, changed, h, keepingFocus } from './dom.js';
import { setUpLeap } from './leap.js';

const chipsAtMost = 6;
const stateWords = { broken: 'Broken', recovering: 'Recovering', recovered: 'Recovered' };

// Breaks one thing at a time, so that a visitor can see what the bot does about it. What can be broken is what the sandbox offers.
export function setUpFaults(session) {
  const root = byId('faults');
  const result = byId('fault-result');
  const isNew = changed();
  const leap = setUpLeap(session);

  async function set(fault, words) {
    try {
      await api.fault(fault);
      result.textContent = words;
      await session.refreshState();
    } catch (error) {
      result.textContent = `Nothing changed. ${error.message}`;
    }
  }

  function button(part, { mode, label, help }, current, partId) {
    const on = mode === current;
    return h('button', {
      type: 'button', class: `chip${on && mode !== 'on' ? ' broken' : ''}`, 'data-testid': `fault-${part}-${mode}`, 'data-key': `${part} ${mode}`,
      'aria-pressed': current === undefined ? null : String(on), 'aria-describedby': partId, title: help ?? null,
      onclick: () => set({ [part]: mode }, help ?? label),
    }, label);
  }

  function control({ part, label, modes = [], once = [] }) {
    const current = session.state.faults?.[part] ?? (modes.length ? 'on' : undefined);
    const now = modes.find(({ mode }) => mode === current);
    const id = `fault-${part}`;
    const shown = modes.length > chipsAtMost ? modes.slice(0, chipsAtMost - 1) : modes;
    return h('div', { class: `fault${current && current !== 'on' ? ' is-broken' : ''}` },
      h('p', { class: 'fault-head', id }, h('strong', {}, label), now ? h('span', { class: 'fault-state' }, ` ${now.label}`) : null),
      now?.help && current !== 'on' ? h('p', { class: 'quiet small' }, now.help) : null,
      h('div', { class: 'chips', role: 'group', 'aria-labelledby': id },
        shown.map((mode) => button(part, mode, current, id)), once.map((mode) => button(part, mode, undefined, id))),
      modes.length > shown.length ? others(part, label, modes.slice(shown.length), current) : null);
  }

  // A part that can fail in many ways: the rarer ones are in a list, and nothing happens before the button is pressed.
  function others(part, label, modes, current) {
    const select = h('select', { 'aria-label': `${label}: other failures`, 'data-testid': `fault-${part}-other`, 'data-key': `${part} other` },
      modes.map(({ mode, label: words, help }) => h('option', { value: mode, title: help ?? null, selected: mode === current }, words)));
    const apply = () => {
      const chosen = modes.find(({ mode }) => mode === select.value);
      return set({ [part]: chosen.mode }, chosen.help ?? chosen.label);
    };
    return h('div', { class: 'fault-others' }, select, h('button', {
      type: 'button', class: 'chip', 'data-testid': `fault-${part}-set`, 'data-key': `${part} set`, 'aria-describedby': `fault-${part}`, onclick: apply,
    }, 'Break it so'));
  }

  function draw() {
    const { faultControls = [], faults = {} } = session.state;
    byId('faults-block').hidden = faultControls.length === 0;
    if (!isNew(faultControls, faults)) return;
    const broken = Object.entries(faults).filter(([, mode]) => mode !== 'on').map(([part]) => part);
    keepingFocus(root, () => root.replaceChildren(
      h('button', {
        type: 'button', class: broken.length ? 'primary' : '', 'data-testid': 'faults-right', 'data-key': 'right', disabled: broken.length === 0,
        onclick: () => set(Object.fromEntries(broken.map((part) => [part, 'on'])), 'Everything works again.'),
      }, broken.length ? 'Put everything right' : 'Everything works'),
      ...faultControls.map(control), leap));
  }

  session.addEventListener('state', draw);
  setUpRecovery(session);
}

// How the bot gets over each fault, newest first.
function setUpRecovery(session) {
  const isNew = changed();
  const told = new Map();

  function row({ label, state, sentence, seconds }) {
    return h('li', { class: `recovery-row ${state}` },
      h('span', { class: 'recovery-head' }, h('strong', {}, label), h('span', { class: `tag ${state}` }, stateWords[state] ?? state),
        Number.isFinite(seconds) ? h('span', { class: 'quiet' }, `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`) : null),
      sentence ? h('span', { class: 'quiet' }, sentence) : null);
  }

  session.addEventListener('state', () => {
    const recovery = session.state.recovery ?? [];
    byId('recovery').hidden = recovery.length === 0;
    if (!isNew(recovery)) return;
    byId('recovery-list').replaceChildren(...recovery.map(row));
    for (const { id, label, state, sentence } of recovery) {
      if (told.get(id) !== state && told.size) announce(`${label}: ${stateWords[state] ?? state}. ${sentence ?? ''}`);
      told.set(id, state);
    }
  });
}
