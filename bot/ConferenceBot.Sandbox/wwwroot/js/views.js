import { byId } from './dom.js';

// On a narrow screen one pane shows at a time: people, chat or side. On a middling one the side pane takes the chat's place.
export function setUpViews(session) {
  const tabs = [...document.querySelectorAll('[data-show]')];

  function show(view) {
    document.body.dataset.view = view;
    for (const tab of tabs) {
      if (tab.dataset.show === view) tab.setAttribute('aria-current', 'page');
      else tab.removeAttribute('aria-current');
    }
  }

  for (const tab of tabs) tab.addEventListener('click', () => show(tab.dataset.show));
  byId('back').addEventListener('click', () => {
    show('people');
    document.querySelector('.person[aria-current]')?.focus();
  });
  byId('side-toggle').addEventListener('click', () => show(document.body.dataset.view === 'side' ? 'chat' : 'side'));
  session.addEventListener('selected', () => {
    if (session.personId) show('chat');
  });
  show('people');
  return { show };
}
