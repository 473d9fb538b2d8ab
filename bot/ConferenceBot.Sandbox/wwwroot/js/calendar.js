import { byId, h } from './dom.js';
import { shortDayOf, timeOf } from './time.js';

const statusWords = { planned: null, moved: 'Moved', cancelled: 'Cancelled' };

// What the calendar holds, without a subject: the page does not show what the bot must not keep.
export function setUpCalendar(session) {
  const list = byId('calendar-list');
  session.addEventListener('state', () => {
    const { conferences, now } = session.state;
    const ordered = [...conferences].sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
    list.replaceChildren(...ordered.map(({ start, end, kind, status }) => {
      const past = Date.parse(end) <= Date.parse(now);
      const under = !past && Date.parse(start) <= Date.parse(now) && status !== 'cancelled';
      const tag = statusWords[status] ?? (under ? 'Now' : past ? 'Over' : null);
      return h('li', { class: `entry ${status}${past ? ' past' : ''}` },
        h('span', { class: 'entry-when' }, h('strong', {}, shortDayOf(start)), ` ${timeOf(start)} to ${timeOf(end)}`),
        h('span', { class: 'entry-what' }, kind === 'conference' ? 'Conference' : 'Another meeting, left alone'),
        tag ? h('span', { class: `tag ${under ? 'under-way' : status}` }, tag) : null);
    }));
    byId('no-calendar').hidden = ordered.length > 0;
  });
}
