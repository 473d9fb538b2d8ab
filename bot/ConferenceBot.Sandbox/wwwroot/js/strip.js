import { byId } from './dom.js';

// System messages: the line to the sandbox, and whether the bot itself is up.
export function setUpStrip(session) {
  const strip = byId('strip');
  let up = true;
  let failure = null;

  function draw() {
    const host = session.state?.host;
    const text = !up ? 'The line to the sandbox is down. Trying again …'
      : failure ? failure
        : host && !host.ready ? `The bot is not ready${host.restarts ? ` (started again ${host.restarts === 1 ? 'once' : `${host.restarts} times`})` : ''}. Once it is back it carries on where it stopped.`
          : '';
    strip.textContent = text;
    strip.hidden = text === '';
    strip.className = `strip ${up && !failure ? 'waiting' : 'broken'}`;
    byId('presence').dataset.ready = String(Boolean(up && host?.ready));
    byId('presence').textContent = !up ? 'Not connected' : host?.ready ? 'Available' : 'Starting';
  }

  session.addEventListener('connection', ({ detail }) => {
    up = detail.up;
    draw();
  });
  session.addEventListener('failed', ({ detail }) => {
    failure = detail.message;
    draw();
  });
  session.addEventListener('state', () => {
    failure = null;
    draw();
  });
}
