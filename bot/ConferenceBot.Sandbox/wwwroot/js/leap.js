import { api } from './api.js';
import { h } from './dom.js';

const day = 86_400_000;
const leaps = [['one day', 1], ['three days', 3], ['two weeks', 14]];

// A wrong clock as a fault: it jumps ahead without stopping where something is due.
export function setUpLeap(session) {
  const warning = h('p', { class: 'quiet small', id: 'leap-warning' },
    'Not a walk: it jumps over everything due on the way, as a wrong clock would, and cannot be taken back. See what the bot catches up with and what it lets go.');
  const problem = h('p', { class: 'notice error', role: 'alert', hidden: true });

  const leap = async (days) => {
    problem.hidden = true;
    try {
      await api.clock({ leapTo: new Date(Date.parse(session.state.now) + days * day).toISOString() });
      await session.refreshState();
    } catch (error) {
      problem.textContent = `The clock has not leapt. ${error.message}`;
      problem.hidden = false;
    }
  };

  return h('div', { class: 'fault' },
    h('p', { class: 'fault-head', id: 'fault-leap' }, h('strong', {}, 'The clock leaps ahead')), warning,
    h('div', { class: 'chips', role: 'group', 'aria-labelledby': 'fault-leap' }, leaps.map(([words, days]) => h('button', {
      type: 'button', class: 'chip', 'data-testid': `clock-leap-${days}`, 'data-key': `leap ${days}`, 'aria-describedby': 'leap-warning',
      onclick: () => leap(days),
    }, `Leap ${words}`))), problem);
}
