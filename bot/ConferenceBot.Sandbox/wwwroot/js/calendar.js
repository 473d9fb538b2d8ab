import { byId, changed, h } from './dom.js';
import { momentOf, shortDayOf, timeOf } from './time.js';

export const statusWords = { planned: null, moved: 'Moved', cancelled: 'Cancelled' };
export const isConference = ({ kind }) => kind === 'conference';

// Whether the bot has looked and made nothing of it; before it has read the calendar nothing is said.
export const isLeftAlone = ({ type, reference, recognition }) => !type && reference === null && Boolean(recognition);
export const typeOf = (event) => event.type || (isLeftAlone(event) ? 'Left alone' : 'Conference');

export function peopleWords({ people }) {
  if (!people) return '';
  const { known = 0, unknown = 0 } = people;
  return `${known} ${known === 1 ? 'person' : 'people'} known${unknown ? `, ${unknown} not confirmed and left alone` : ''}`;
}

// The calendar in words, without a subject: the page does not show what the bot must not keep.
export function setUpCalendar(session) {
  const list = byId('calendar-list');
  const isNew = changed();

  function entry(event, now) {
    const { start, end, status, recognition, dues = [] } = event;
    const past = Date.parse(end) <= Date.parse(now);
    const under = !past && Date.parse(start) <= Date.parse(now) && status !== 'cancelled';
    const tag = statusWords[status] ?? (under ? 'Now' : past ? 'Over' : null);
    const lines = isConference(event)
      ? [[typeOf(event), event.reference].filter(Boolean).join(' · '), recognition, peopleWords(event),
        ...dues.map(({ at, what }) => `${momentOf(at)}: ${what}`)]
      : [recognition ?? 'Another meeting, left alone'];
    return h('li', { class: `entry ${status}${past ? ' past' : ''}` },
      h('span', { class: 'entry-when' }, h('strong', {}, shortDayOf(start)), ` ${timeOf(start)} to ${timeOf(end)}`),
      lines.filter(Boolean).map((line) => h('span', { class: 'entry-what' }, line)),
      tag ? h('span', { class: `tag ${under ? 'under-way' : status}` }, tag) : null);
  }

  session.addEventListener('state', () => {
    const { conferences, now, source } = session.state;
    if (!isNew(conferences, now, source)) return;
    const ordered = [...conferences].sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
    list.replaceChildren(...ordered.map((event) => entry(event, now)));
    byId('no-calendar').hidden = ordered.length > 0;
    byId('calendar-notes').replaceChildren(...(source?.notes ?? []).map((note) => h('li', {}, note)));
  });
}
