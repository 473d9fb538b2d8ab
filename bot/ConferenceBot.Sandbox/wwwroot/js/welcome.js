import { byId } from './dom.js';
import { practitioners, roleGroupOf } from './people.js';

// "What is this?": the same words stand in the empty chat pane and behind the question mark.
export function setUpWelcome(session, onChosen, views, story) {
  const dialog = byId('about');
  byId('about-words').append(byId('welcome-words').content.cloneNode(true));
  byId('welcome').append(byId('welcome-words').content.cloneNode(true));
  byId('about-open').addEventListener('click', () => dialog.showModal());
  byId('about-close').addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });

  const somebodyUnread = () => {
    const unread = session.state?.people.filter((person) => person.unread > 0) ?? [];
    return unread.find((person) => roleGroupOf(person) === practitioners) ?? unread[0];
  };
  const chair = () => session.state?.people.find((person) => roleGroupOf(person) === 'Chairs');
  const tries = {
    walk: () => {
      views.show('side');
      document.querySelector('[data-step=nextDue]').focus();
    },
    unread: () => {
      const person = somebodyUnread();
      if (person) onChosen(person.id);
    },
    chair: () => {
      const person = chair();
      if (person) onChosen(person.id);
    },
  };
  for (const button of document.querySelectorAll('[data-try]')) {
    button.addEventListener('click', () => {
      if (dialog.open) dialog.close();
      tries[button.dataset.try]();
    });
  }
  for (const button of document.querySelectorAll('button[data-story]')) {
    if (button.closest('#welcome')) button.dataset.testid = `story-${button.dataset.story}`;
    button.addEventListener('click', () => {
      if (dialog.open) dialog.close();
      story[button.dataset.story]();
    });
  }
  session.addEventListener('state', () => {
    for (const button of document.querySelectorAll('[data-try=unread]')) {
      const person = somebodyUnread();
      button.disabled = !person;
      button.textContent = person ? `Open ${person.name}’s chat` : 'Nobody has an unread message yet';
    }
    for (const button of document.querySelectorAll('[data-try=chair]')) button.disabled = !chair();
    for (const council of document.querySelectorAll('[data-council]')) {
      const inWelcome = Boolean(council.closest('.welcome-words'));
      council.textContent = inWelcome && session.state.source?.kind === 'file' ? 'made from your calendar' : session.state.council;
    }
  });
}
