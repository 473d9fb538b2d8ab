import { api } from './api.js';
import { byId } from './dom.js';

const done = {
  'graph off': 'The calendars no longer answer.', 'graph on': 'The calendars answer again.',
  'connector off': 'Teams no longer answers.', 'connector on': 'Teams answers again.',
  'host kill': 'The bot was killed. The sandbox starts it again.', 'host restart': 'The bot is restarting.',
};

// Breaks one thing at a time, so that a visitor can see what the bot does about it.
export function setUpFaults() {
  const result = byId('fault-result');
  for (const button of document.querySelectorAll('[data-fault]')) {
    const [part, value] = button.dataset.fault.split(' ');
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        await api.fault({ [part]: value });
        result.textContent = done[button.dataset.fault];
        for (const other of document.querySelectorAll(`[data-fault^="${part} "][aria-pressed]`)) {
          other.setAttribute('aria-pressed', String(other === button && value === 'off'));
        }
      } catch (error) {
        result.textContent = `Nothing changed. ${error.message}`;
      }
      button.disabled = false;
    });
  }
}
