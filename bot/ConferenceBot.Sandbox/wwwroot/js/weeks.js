import { byId, changed, h, keepingFocus } from './dom.js';
import { isConference, isLeftAlone, statusWords, typeOf } from './calendar.js';
import { rove } from './keys.js';
import { instantOf, momentOf, shortDayOf, timeOf, wallOf } from './time.js';

const days = 21;
const day = 86_400_000;
const mostMarks = 4;
const dayLength = [7, 19];
const at = (wall) => Date.parse(`${wall.slice(0, 10)}T00:00Z`);
const keyOf = (iso) => wallOf(iso).slice(0, 10);

// The Monday of the week of now, and the twenty-one days from there.
function threeWeeks(now) {
  const today = at(wallOf(now));
  const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * day;
  return Array.from({ length: days }, (_, index) => new Date(monday + index * day).toISOString().slice(0, 10));
}

// The coming three weeks as a picture: days as columns, conferences as blocks, due instants as marks, now as a line.
export function setUpWeeks(session, onChosen) {
  const root = byId('calendar-weeks');
  const isNew = changed();
  const roving = rove(root, '.block-conference');
  let chosen = null;

  function block(event) {
    const past = Date.parse(event.end) <= Date.parse(session.state.now);
    if (!isConference(event)) return h('span', { class: `block-other${past ? ' past' : ''}`, title: 'Another meeting, left alone' });
    const type = typeOf(event);
    const [short, rest] = / conference$/i.test(type) ? [type.slice(0, -' conference'.length), ' conference'] : [type, ''];
    const status = statusWords[event.status] ?? (past ? 'Over' : null);
    return h('button', {
      type: 'button', class: `block-conference ${event.status}${past ? ' past' : ''}${isLeftAlone(event) ? ' unread-reference' : ''}`,
      'aria-pressed': String(event.id === chosen), title: [momentOf(event.start), type, status].filter(Boolean).join(', '), 'data-key': event.id,
      'data-testid': `conference-${event.id}`, tabindex: '-1', onclick: () => onChosen(event.id === chosen ? null : event.id),
    }, h('span', { class: 'sr' }, `${shortDayOf(event.start)}, `), h('span', { class: 'block-time' }, timeOf(event.start)), ' ',
    h('span', { class: 'block-type' }, short), h('span', { class: 'sr' }, `${rest}${status ? `, ${status}` : ''}`));
  }

  function marks(dues) {
    if (dues.length === 0) return null;
    const next = dues.some(({ next: isNext }) => isNext);
    return h('span', { class: `due-marks${next ? ' has-next' : ''}`, title: dues.map(({ at: when, what }) => `${timeOf(when)} ${what}`).join('\n') },
      dues.slice(0, mostMarks).map((due) => h('span', { class: `due-mark${due.next ? ' next' : ''}` })),
      dues.length > mostMarks ? h('span', { class: 'due-more' }, `+${dues.length - mostMarks}`) : null);
  }

  function column(date, events, dues, now) {
    const noon = instantOf(`${date}T12:00`);
    const [weekday, number] = shortDayOf(noon).replace(',', '').split(' ');
    const today = keyOf(now) === date;
    const weekend = ['Sat', 'Sun'].includes(weekday);
    const element = h('div', { class: `day-column${today ? ' today' : ''}${weekend ? ' weekend' : ''}${date < keyOf(now) ? ' gone' : ''}` },
      h('span', { class: 'day-name', 'aria-hidden': 'true' }, h('span', {}, weekday), ' ', h('strong', {}, number)),
      events.map(block), marks(dues));
    if (today) {
      const [hours, minutes] = wallOf(now).slice(11).split(':').map(Number);
      const share = Math.min(1, Math.max(0, (hours + minutes / 60 - dayLength[0]) / (dayLength[1] - dayLength[0])));
      const line = h('span', { class: 'now-line', title: `Now: ${momentOf(now)}` });
      line.style.left = `${(share * 100).toFixed(1)}%`;
      element.append(line);
    }
    return element;
  }

  function draw() {
    if (!session.state) return;
    const { now, conferences, clock } = session.state;
    if (!isNew(now.slice(0, 16), conferences, clock.nextDue, chosen)) return;
    const dues = conferences.flatMap((event) => event.dues ?? []).map((due) => ({ ...due, next: due.at === clock.nextDue }));
    if (clock.nextDue && !dues.some(({ next }) => next)) dues.push({ at: clock.nextDue, what: 'Next due', next: true });
    const dates = threeWeeks(now);
    const on = (list, date, when) => list.filter((one) => keyOf(one[when]) === date).sort((a, b) => Date.parse(a[when]) - Date.parse(b[when]));
    keepingFocus(root, () => root.replaceChildren(...dates.map((date) => column(date, on(conferences, date, 'start'), on(dues, date, 'at'), now))));
    roving.refresh(root.querySelector('[aria-pressed=true]'));
    byId('calendar-title').textContent = `Calendar, three weeks from ${shortDayOf(instantOf(`${dates[0]}T12:00`))}`;
  }

  session.addEventListener('state', draw);
  return { mark: (id) => { chosen = id; draw(); } };
}
