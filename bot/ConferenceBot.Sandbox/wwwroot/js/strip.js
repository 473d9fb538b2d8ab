import { byId, changed, h } from './dom.js';

// System messages: the line to the sandbox, whether the bot starts, and whether it is up.
export function setUpStrip(session) {
  const strip = byId('strip');
  const isNew = changed();
  let up = true;
  let failure = null;

  function words(host) {
    if (!up) return 'The line to the sandbox is down. Trying again …';
    if (failure) return failure;
    if (host?.starting) return `${host.progress || 'The bot is starting …'} You can look around already.`;
    if (!host || host.ready) return '';
    return `The bot is not ready${host.restarts ? ` (started again ${host.restarts === 1 ? 'once' : `${host.restarts} times`})` : ''}. Once it is back it carries on where it stopped.`;
  }

  function draw() {
    const host = session.state?.host;
    const text = words(host);
    const starting = up && !failure && Boolean(host?.starting);
    const ready = Boolean(up && host?.ready && !starting);
    byId('presence').dataset.ready = String(ready);
    byId('presence').textContent = !up ? 'Not connected' : ready ? 'Available' : 'Starting';
    if (!isNew(text, starting)) return;
    strip.replaceChildren(...(text ? [h('span', {}, text)] : []), ...(starting ? [h('progress', { 'aria-label': 'The bot is starting' })] : []));
    strip.hidden = text === '';
    strip.className = `strip ${up && !failure ? 'waiting' : 'broken'}`;
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
