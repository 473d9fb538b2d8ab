import { api } from './api.js';
import { isConference, isLeftAlone } from './calendar.js';
import { announce, byId, h } from './dom.js';
import { dayOf, instantOf, momentOf, timeOf, wallOf, yearOf } from './time.js';

const hour = 3_600_000;
const words = {
  hour: 'one hour on', morning: 'the next working morning', nextDue: 'the next due moment', conference: 'the next conference',
};

const waitingWords = {
  mailboxes: ['a calendar to read', 'calendars to read'],
  deliveries: ['a message to send', 'messages to send'],
  updates: ['a card to bring up to date', 'cards to bring up to date'],
  changes: ['a calendar that has changed', 'calendars that have changed'],
  due: ['what falls due now'],
};

// "2 messages to send" for "deliveries:2".
function waitingFor(item) {
  const [what, count] = item.split(':');
  const [one, many] = waitingWords[what] ?? [what];
  return count > 1 && many ? `${count} ${many}` : one;
}

// Procedure time: where it stands, what is due next, and the ways to walk it on. It stops at every due moment on the way.
export function setUpClock(session) {
  const buttons = [...document.querySelectorAll('[data-step]')];
  const walkForm = byId('walk-form');
  const wall = byId('walk-to');
  const problem = byId('clock-problem');
  let journey = null;
  let held = null;

  function targetOf(step) {
    const { now, clock, conferences } = session.state;
    const starts = conferences.filter((event) => isConference(event) && !isLeftAlone(event) && event.status !== 'cancelled'
      && Date.parse(event.start) > Date.parse(now));
    return {
      hour: new Date(Date.parse(now) + hour).toISOString(),
      nextDue: clock.nextDue,
      conference: starts.map(({ start }) => start).sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null,
    }[step] ?? null;
  }

  async function move(body, label, target) {
    problem.hidden = true;
    journey = { label, from: session.state.now, to: target, started: false };
    draw();
    try {
      await api.clock(body);
      journey.accepted = true;
      await session.refreshState();
    } catch (error) {
      journey = null;
      problem.textContent = `The clock has not moved. ${error.message}`;
      problem.hidden = false;
    }
    draw();
  }

  function settle() {
    const { walking } = session.state.clock;
    if (walking && !journey) journey = { label: 'on', from: session.state.now, to: null, accepted: true };
    if (walking && journey) journey.started = true;
    const arrived = journey?.accepted && !walking
      && (journey.started || session.state.now !== journey.from);
    if (!arrived) return;
    announce(`The clock shows ${momentOf(session.state.now)}.`);
    journey = null;
  }

  function draw() {
    const { now, clock } = session.state;
    byId('clock-day').textContent = `${dayOf(now)} ${yearOf(now)}`;
    byId('clock-time').textContent = timeOf(now);
    byId('clock-now').setAttribute('datetime', now);
    byId('clock-due').replaceChildren(...(clock.nextDue
      ? ['Next due: ', h('strong', {}, momentOf(clock.nextDue))] : ['Nothing is due.']));
    const walking = clock.walking || Boolean(journey);
    const closed = walking || Boolean(session.state.host?.starting);
    keepingStop(() => {
      for (const button of buttons) button.disabled = closed || !(button.dataset.step === 'nextDue' ? clock.nextDue : true);
      walkForm.querySelector('button').disabled = closed;
    });
    wall.min = wallOf(now);
    if (!wall.value || instantOf(wall.value) < now) wall.value = wallOf(now);
    byId('clock-walk').hidden = !walking;
    if (walking) drawWalk(now);
    const waiting = clock.quiet === false ? clock.waiting ?? [] : [];
    byId('clock-waiting').hidden = waiting.length === 0;
    byId('clock-waiting').textContent = `Still to be done when the clock stopped: ${waiting.map(waitingFor).join(', ')}. The bot goes on by itself.`;
    byId('top-clock').textContent = momentOf(now);
  }

  // A button that is held while the clock walks gets the focus back when it has arrived.
  function keepingStop(work) {
    const focused = document.activeElement;
    if (focused?.closest('#walk-form, .steps') && focused.tagName === 'BUTTON') held = focused;
    work();
    if (held && !held.disabled) {
      if (document.activeElement === document.body || document.activeElement === held) held.focus({ preventScroll: true });
      held = null;
    }
  }

  function drawWalk(now) {
    const bar = byId('clock-bar');
    const [from, at, to] = [journey?.from, now, journey?.to].map((iso) => (iso ? Date.parse(iso) : NaN));
    if (Number.isFinite(to) && to > from) bar.value = Math.min(1, (at - from) / (to - from));
    else bar.removeAttribute('value');
    byId('clock-walk-words').textContent = `Walking to ${journey?.label ?? 'a later time'}, stopping wherever something is due: now at ${momentOf(now)} …`;
  }

  for (const button of buttons) {
    button.addEventListener('click', () => move({ step: button.dataset.step }, words[button.dataset.step], targetOf(button.dataset.step)));
  }
  walkForm.addEventListener('submit', (event) => {
    event.preventDefault();
    const target = instantOf(wall.value);
    move({ walkTo: target }, momentOf(target), target);
  });
  session.addEventListener('state', () => {
    settle();
    draw();
  });
}
