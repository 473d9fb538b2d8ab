import { api } from './api.js';

const cardType = 'application/vnd.microsoft.card.adaptive';
const messageType = 'application/vnd.microsoft.activity.message';
const local = (address) => new URL(address, location.href).hostname === location.hostname;

const wordsOf = (value) => (typeof value === 'string' ? value : value?.message ?? value?.error?.message ?? '');

// Sends what a card's button does, as Teams would, and shows the answer where the card is.
export async function perform(session, view, action, inputs, button) {
  if (action.type === 'Action.OpenUrl') return openAddress(view, action.url);
  const person = session.personId;
  view.clearNotice();
  view.busy(button, true);
  await session.acting(async () => {
    try {
      const { type, id, title, verb, data } = action;
      const answer = await api.act(person, { activityId: view.id, action: { type, id, title, verb, data }, inputs });
      view.busy(button, false);
      show(view, answer);
    } catch (error) {
      view.busy(button, false);
      view.notice('error', `Not sent. ${error.message} What you entered is still here.`);
    }
  });
}

function show(view, answer) {
  const { statusCode = 200, type, value, ms } = answer ?? {};
  if (statusCode >= 400) {
    view.notice('error', `The bot refused this (${statusCode}). ${wordsOf(value)} What you entered is still here.`);
  } else if (type === cardType) {
    view.showAnswer(value);
    if (Number.isFinite(ms)) view.notice('done', `Answered in ${Math.round(ms)} ms`);
  } else if (type === messageType) {
    view.notice('info', wordsOf(value));
  } else {
    view.notice('info', wordsOf(value) || 'The bot has taken this.');
  }
}

// Nothing here leaves this machine by itself: an outside address is shown, not opened.
function openAddress(view, address) {
  if (local(address)) window.open(address, '_blank', 'noopener');
  else view.notice('info', `In Teams this opens ${address}`);
}
