import { byId, changed, h } from './dom.js';
import { peopleWords, statusWords, typeOf } from './calendar.js';
import { closesOnEscape } from './keys.js';
import { momentOf, timeOf } from './time.js';
import { setUpWeeks } from './weeks.js';

// The conference chosen in the calendar: what the bot recognised, whom it knows, what is due; the record is narrowed to it.
export function setUpChosen(session, views) {
  const box = byId('calendar-chosen');
  const isNew = changed();
  let id = null;
  const weeks = setUpWeeks(session, choose);

  function choose(chosen) {
    id = chosen;
    const event = find();
    weeks.mark(id);
    session.narrow({ conference: event?.reference ?? '' });
    draw();
  }

  const find = () => session.state?.conferences.find((event) => event.id === id);

  function close() {
    if (id === null) return false;
    const was = id;
    choose(null);
    byId('calendar-weeks').querySelector(`[data-key="${CSS.escape(was)}"]`)?.focus();
    return true;
  }

  function draw() {
    const event = find();
    box.hidden = !event;
    if (!event || !isNew(event, session.state.now)) return;
    const { start, end, status, reference, recognition, dues = [] } = event;
    box.replaceChildren(
      h('div', { class: 'chosen-words' },
        h('p', {}, h('strong', {}, typeOf(event)), ` · ${momentOf(start)} to ${timeOf(end)}`,
          statusWords[status] ? h('span', { class: `tag ${status}` }, statusWords[status]) : null,
          reference ? h('span', { class: 'quiet' }, ` · ${reference}`) : null),
        h('p', { class: 'quiet' }, [recognition, peopleWords(event)].filter(Boolean).map((words) => `${words.replace(/\.$/, '')}.`).join(' '))),
      dues.length ? h('ul', { class: 'chosen-dues' }, dues.map(({ at, what }) => h('li', { class: Date.parse(at) <= Date.parse(session.state.now) ? 'past' : '' },
        h('strong', {}, momentOf(at)), ` ${what}`))) : h('span', {}),
      h('div', { class: 'chosen-buttons' },
        h('button', { type: 'button', 'data-key': 'happened', onclick: () => views.showHappened() }, 'What happened'),
        h('button', { type: 'button', 'data-key': 'close', class: 'quiet-button', 'aria-label': 'Close', onclick: close }, '×')));
  }

  closesOnEscape(byId('calendar'), close);
  session.addEventListener('state', draw);
  session.addEventListener('filter', () => {
    const event = find();
    if (event && session.filter.conference !== (event.reference ?? '')) {
      id = null;
      weeks.mark(null);
      draw();
    }
  });
}
