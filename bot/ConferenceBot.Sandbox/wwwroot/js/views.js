import { byId, h } from './dom.js';

const low = matchMedia('(min-width: 721px) and (max-height: 1000px)');

// On a narrow screen one pane shows at a time: people, chat, calendar or side. On a middling one the side pane takes the chat's place.
export function setUpViews(session) {
  const tabs = [...document.querySelectorAll('[data-show]')];
  const fold = byId('calendar-fold');

  function show(view) {
    document.body.dataset.view = view;
    byId('side-toggle').setAttribute('aria-pressed', String(view === 'side'));
    for (const tab of tabs) {
      if (tab.dataset.show === view) tab.setAttribute('aria-current', 'page');
      else tab.removeAttribute('aria-current');
    }
  }

  const wanted = () => localStorage.getItem('calendar') !== 'folded';

  function showCalendar(open, keep = true) {
    if (keep) localStorage.setItem('calendar', open ? 'open' : 'folded');
    byId('calendar-body').hidden = !open;
    fold.setAttribute('aria-expanded', String(open));
    fold.replaceChildren(open ? 'Hide' : 'Show', h('span', { class: 'sr' }, ' the calendar'));
  }

  function showHappened() {
    show('side');
    byId('happened-title').scrollIntoView({ block: 'start' });
    byId('happened-title').focus({ preventScroll: true });
  }

  for (const tab of tabs) tab.addEventListener('click', () => show(tab.dataset.show));
  for (const skip of document.querySelectorAll('.skip')) skip.addEventListener('click', () => show(skip.hash.slice(1)));
  const asList = byId('calendar-as-list');
  asList.addEventListener('click', () => {
    const list = byId('calendar-as-list-body');
    list.hidden = !list.hidden;
    asList.setAttribute('aria-expanded', String(!list.hidden));
    if (!list.hidden) showCalendar(true);
  });
  fold.addEventListener('click', () => showCalendar(byId('calendar-body').hidden));
  byId('back').addEventListener('click', () => {
    show('people');
    document.querySelector('.person[aria-current]')?.focus();
  });
  byId('side-toggle').addEventListener('click', () => show(document.body.dataset.view === 'side' ? 'chat' : 'side'));
  session.addEventListener('selected', () => {
    if (session.personId) show('chat');
  });
  // Folds the calendar for a while where it would leave a chat too little room.
  const makeRoom = (on) => showCalendar(wanted() && !(on && low.matches), false);

  showCalendar(wanted());
  show('chat');
  return { show, showCalendar, showHappened, makeRoom };
}
