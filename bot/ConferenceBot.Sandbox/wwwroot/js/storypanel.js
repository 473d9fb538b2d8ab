import { h } from './dom.js';

const button = (key, words, onclick, { primary = false, disabled = false, label = null } = {}) => h('button', {
  type: 'button', class: primary ? 'primary' : '', 'data-testid': `story-${key}`, 'data-key': key, disabled, onclick, 'aria-label': label,
}, words);

const leaveButton = (leave) => h('button', {
  type: 'button', class: 'quiet-button', 'data-testid': 'story-leave', 'data-key': 'leave', 'aria-label': 'Leave the story', title: 'Leave the story (Esc)',
  onclick: leave,
}, '×');

function progress(number, count) {
  return h('ol', { class: 'story-dots', 'aria-hidden': 'true' }, Array.from({ length: count }, (_, index) => h('li', {
    class: index + 1 < number ? 'passed' : index + 1 === number ? 'here' : '',
  })));
}

// One step: where we are, what this shows, what to do.
export function drawStep({ number, count, step, words, state, missing, problem, folded }, { next, back, leave, doIt, fold }) {
  const done = state === 'done';
  const moving = state === 'moving';
  const offered = !done && !missing;
  return [
    h('div', { class: 'story-head' },
      h('h2', { tabindex: '-1', 'data-key': 'title' }, h('span', { class: 'story-count' }, `Step ${number} of ${count}`), ' ', step.title,
        done ? h('span', { class: 'story-tick' }, ' ✓', h('span', { class: 'sr' }, ' done')) : null),
      progress(number, count),
      h('button', {
        type: 'button', class: 'quiet-button story-fold', 'data-key': 'fold', 'aria-expanded': String(!folded), 'aria-label': 'The words of this step', onclick: fold,
      }, folded ? '▴' : '▾'),
      leaveButton(leave)),
    folded ? null : h('div', { class: 'story-words', tabindex: '0', role: 'group', 'aria-label': step.title }, words.map((sentence) => h('p', {}, sentence))),
    problem ? h('p', { class: 'notice info', role: 'status' }, problem) : null,
    h('div', { class: 'story-buttons' },
      number > 1 ? button('back', 'Back', back, { disabled: moving }) : null,
      h('span', { class: 'story-moving quiet', role: 'status' }, moving ? 'Moving on …' : ''),
      offered ? button('do', step.doIt, doIt, { primary: true, disabled: moving }) : null,
      button('next', number === count ? 'Finish' : 'Next', next, { primary: done || missing, disabled: moving })),
  ].filter(Boolean);
}

export function drawEnd({ leave, again, views }) {
  return [
    h('div', { class: 'story-head' }, h('h2', { tabindex: '-1', 'data-key': 'title' }, 'That is the whole job'), leaveButton(leave)),
    h('div', { class: 'story-end', 'data-testid': 'story-end' },
      h('p', {}, 'Asked in time, answered in a minute, warned before the day, decided by somebody. Every reading, decision and message of it is on record.'),
      h('div', { class: 'story-buttons' },
        button('happened', 'What happened', () => views.showHappened()),
        h('a', { class: 'button', href: 'gallery.html' }, 'See every card'),
        button('again', 'Start again', again),
        button('free', 'Play freely', leave, { primary: true }))),
  ];
}
