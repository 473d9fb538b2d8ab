import { api } from './api.js';

const has = (session, status) => session.state.conferences.some((event) => event.kind === 'conference' && event.status === status);
const name = (session, part) => session.cast(part)?.name ?? 'somebody';
// The sample keeps its unconfirmed people, to show that they are left alone; an own calendar begins with nobody confirmed.
const awaiting = ({ state: { source } }) => (source?.kind === 'file' ? source.awaiting ?? 0 : 0);
const stops = { asked: 8, changed: 16 };

// Whether somebody has been asked: their chat holds a prompt, answered or not.
const asked = (act, part) => async () => await act.canDo(part, 'prep.answer') || act.canDo(part, 'prep.correct');
const withdrawn = (session, act) => async () => {
  const messages = await act.messagesOf(session.cast('cancelled'));
  return has(session, 'cancelled') && messages.length > 0 && !(await act.canDo('cancelled', 'prep.answer'));
};
const renewed = (session, act) => async () => {
  const messages = await act.messagesOf(session.cast('moved'));
  return has(session, 'moved') && (messages.length > 1 || messages.some(({ updated }) => updated));
};

const isFile = ({ state: { source } }) => source?.kind === 'file';

// In a calendar from a file nobody changes anything, so the sandbox does, once the person has been asked.
async function changeOnce(session, act, part, change, seen, signal) {
  if (has(session, part) || await seen(session, act)()) return;
  await act.walkUntil(asked(act, part), 'morning', stops.asked, signal);
  await api.calendar({ [change]: session.cast(part).id });
  await session.refreshState();
}

// The six steps. `cast`: whose parts it needs (one is enough with `any`); `calendar`: the calendar stays in sight; `words`: its sentences,
// before and after; `enter` moves eyes and clock; `act` does the visitor's part and `then` shows what came of it; `done` looks whether it
// has happened; `second`: who goes on and when. Each may be called again.
export const steps = [
  {
    title: 'A calendar, read', cast: [], calendar: true,
    words: (session) => [
      isFile(session) ? 'These are the conferences of your calendar. Names, subjects and notes were dropped when the file was loaded.'
        : `This is ${session.state.council}’s conference calendar. The bot reads it as it would read yours in Outlook, and forgets the subjects.`,
      'Why it exists: after a child has been badly hurt, reviews often find that somebody knew, and that it was not said in time or not said out loud.',
      ...(awaiting(session) ? [`${awaiting(session) === 1 ? 'One person' : `${awaiting(session)} people`} from your calendar ${awaiting(session) === 1 ? 'is' : 'are'} not confirmed yet. The bot writes to nobody who is not known to be a professional.`]
        : ['So before each conference it asks every invited professional to share their report in advance. Choose a conference in the calendar to see what the bot made of it.']),
    ],
    doIt: 'Confirm them for me',
    enter: async (session, act, signal, views) => {
      views.showCalendar(true, false);
      views.show('calendar');
      await act.until(() => !session.state.host?.starting && session.state.host?.ready, 'The bot is still starting.', { signal, wait: 60_000 });
    },
    act: async (session) => {
      await api.confirm();
      await session.refreshState();
    },
    done: async (session) => session.state.host?.ready && awaiting(session) === 0,
  },
  {
    title: 'Somebody is asked', cast: ['practitioner'],
    words: (session) => [
      `The clock has walked to the moment when something is due. These are ${name(session, 'practitioner')}’s eyes, and the card in the chat is what Teams would show.`,
      'It gives no child’s name and nothing of the case: anybody could be looking over a shoulder.',
      'It asks two things: has the report gone to the chair, and has the family heard it first?',
    ],
    doIt: 'Walk the clock for me',
    enter: (session, act, signal) => act.walkUntil(asked(act, 'practitioner'), 'nextDue', stops.asked, signal).then(() => act.lookAs('practitioner')),
    act: (session, act, signal) => act.walkUntil(asked(act, 'practitioner'), 'morning', stops.asked, signal).then(() => act.lookAs('practitioner')),
    done: (session, act) => asked(act, 'practitioner')(),
  },
  {
    title: 'An answer', cast: ['practitioner'],
    words: (session, done) => (done ? [
      'Saved. The card says what was recorded, and can be corrected. No more reminders come for it.',
      'A family that hears hard things first in a full room cannot take part. That is why the card asks.',
    ] : [
      `You are ${name(session, 'practitioner')}. Say that the report went to the chair, and that you went through it with the family.`,
      'Finding it awkward is normal: the card can also ask for support. Then press Save.',
    ]),
    doIt: 'Do it for me',
    enter: (session, act) => act.lookAs('practitioner'),
    act: (session, act, signal) => act.press('prep.answer', { sentToChair: 'true', familyShared: 'all' }, signal),
    done: (session, act) => act.canDo('practitioner', 'prep.correct'),
  },
  {
    title: 'The chair is warned', cast: ['colleague', 'chair'],
    words: (session, done) => (done ? [
      `Now you are ${name(session, 'chair')}, who chairs the meeting. The alert came at once, and says nothing on its first line that others may not read.`,
      'Open it, read it, and record a plan if you like. A chair who knows beforehand can seat people apart; one who does not finds out in the room.',
    ] : [
      `You are ${name(session, 'colleague')} and know something that could make the meeting unsafe.`,
      'Press “Tell the chair about a safety concern”, say what was seen, and send it. It goes to the chair, or to whoever stands in for them, and to nobody else.',
    ]),
    doIt: 'Do it for me',
    enter: async (session, act, signal) => {
      if (await act.canDo('chair', 'flag.plan')) return act.lookAs('chair');
      await act.walkUntil(asked(act, 'colleague'), 'nextDue', stops.asked, signal);
      return act.lookAs('colleague');
    },
    act: async (session, act, signal) => {
      await act.lookAs('colleague');
      await act.press('flag.open', {}, signal);
      await act.press('flag.raise', { seen: 'Shouting at the last meeting made two people leave.', indicators: '', familyTold: 'told' }, signal);
      await act.until(() => act.canDo('chair', 'flag.plan'), 'The chair’s alert has not arrived yet.', { signal });
    },
    then: (session, act) => act.lookAs('chair'),
    done: async (session, act) => await act.canDo('chair', 'flag.plan') || act.canDo('chair', 'flag.correct'),
  },
  {
    title: 'Somebody decides', cast: ['practitioner', 'manager'],
    words: (session, done) => (done ? [
      `${name(session, 'manager')} has taken it on, with a day to act by, and ${name(session, 'practitioner')} has been told. A no would have come back with its reason.`,
      'Where nobody answers in time, the request goes on to the next stage that the council has set up. Disagreement that goes nowhere is how warnings get lost.',
    ] : [
      `Things get stuck. ${name(session, 'practitioner')} types “escalate”, fills in the form and sends it to a manager.`,
      `When it has gone, you look through ${name(session, 'manager')}’s eyes: press “Take this on”.`,
    ]),
    doIt: 'Do it for me',
    second: { part: 'manager', begins: (session, act) => act.canDo('manager', 'escalation.takeOn') },
    enter: async (session, act) => act.lookAs(await act.canDo('manager', 'escalation.takeOn') ? 'manager' : 'practitioner'),
    act: async (session, act, signal) => {
      if (!(await act.canDo('manager', 'escalation.takeOn'))) {
        await act.lookAs('practitioner');
        await act.say('escalate');
        await act.press('escalation.raise', {
          conference: '', reason: '', tried: 'Asked the lead worker twice.', wanted: 'Reports shared before the day.',
        }, signal);
        await act.until(() => act.canDo('manager', 'escalation.takeOn'), 'The manager has not been asked yet.', { signal });
      }
      await act.lookAs('manager');
      await act.press('escalation.takeOn', {}, signal);
    },
    done: (session, act) => act.canDo('manager', 'escalation.correct'),
  },
  {
    title: 'A day changes', cast: ['moved', 'cancelled'], any: true, calendar: true,
    words: (session, done) => [
      ...(isFile(session) ? ['Nothing moves in a file by itself, so the sandbox changes its own copy. Your file stays as it is.'] : []),
      ...(session.cast('moved') ? [`A conference has moved. ${name(session, 'moved')}’s old card gives way to a new one with the new days, without anybody telling the bot.`] : []),
      ...(!session.cast('cancelled') ? []
        : done ? [`Another was cancelled: ${name(session, 'cancelled')}’s card is withdrawn and says so. Nobody prepares for a day that is gone.`]
          : [isFile(session) ? 'One more can be cancelled. Let it be done for you.'
            : 'One more will be cancelled. Walk the clock on morning by morning, or let it be done for you.']),
    ],
    doIt: 'Walk on for me',
    enter: async (session, act, signal) => {
      if (!session.cast('moved')) return;
      if (isFile(session)) await changeOnce(session, act, 'moved', 'move', renewed, signal);
      await act.walkUntil(renewed(session, act), 'morning', stops.changed, signal);
      await act.lookAs('moved');
    },
    act: async (session, act, signal) => {
      if (isFile(session) && session.cast('cancelled')) await changeOnce(session, act, 'cancelled', 'cancel', withdrawn, signal);
      await act.walkUntil(withdrawn(session, act), 'morning', stops.changed, signal);
    },
    then: (session, act) => act.lookAs('cancelled'),
    done: (session, act) => (session.cast('cancelled') ? withdrawn(session, act)() : renewed(session, act)()),
  },
];
