import { api } from './api.js';
import { announce, byId } from './dom.js';

export const unconfirmedWords = 'Not confirmed: the bot never writes to them';

// Guards against writing to a parent or a stranger: whom nobody has confirmed as a professional, the bot leaves alone.
export function setUpConfirming(session) {
  const box = byId('awaiting');
  const button = byId('confirm-people');

  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const { confirmed } = await api.confirm();
      announce(`${confirmed} people confirmed.`);
      await session.refreshState();
      byId('people-filter').focus();
    } catch (error) {
      session.fail(error);
    }
    button.disabled = false;
  });
  session.addEventListener('state', () => {
    const awaiting = session.state.source?.awaiting ?? 0;
    box.hidden = awaiting === 0;
    byId('awaiting-words').textContent = `${awaiting === 1 ? 'One person is' : `${awaiting} people are`} not confirmed. The bot never writes to somebody unless the council has confirmed them as a professional.`;
    button.textContent = awaiting === 1 ? 'Confirm this person' : `Confirm these ${awaiting}`;
  });
}
