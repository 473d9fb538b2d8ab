import { announce, byId, changed, paced } from './dom.js';
import { closesOnEscape } from './keys.js';
import { NotYet, storyActs } from './storyacts.js';
import { drawEnd, drawStep } from './storypanel.js';
import { steps } from './storysteps.js';
import { fresh, keepStory, loadStory } from './storystore.js';

const lookAgain = 400;

// The guided story: where the visitor is in it, what is under way, and whether the step's happening has been seen.
export function setUpStory(session, chat, views) {
  const panel = byId('story');
  const act = storyActs(session, chat, views);
  const isNew = changed();
  let story = loadStory(steps.length);
  let leaving = new AbortController();
  let moving = false;
  let problem = '';
  let folded = false;
  let handedOver = 0;

  const step = () => steps[story.step - 1];
  const isDone = () => story.done.includes(story.step);
  const cannot = ({ cast, any }) => cast.length > 0 && (any ? cast.every((part) => !session.cast(part)) : cast.some((part) => !session.cast(part)));

  // What to say of a step that this calendar does not allow, or null.
  function missing() {
    if (!session.state) return null;
    return cannot(step()) ? ['Nobody in this calendar can play this part. Go on to the next step.'] : null;
  }

  const stateNow = () => (moving ? 'moving' : isDone() ? 'done' : 'ready');

  function draw() {
    panel.hidden = !story.open;
    if (story.open) document.body.dataset.story = String(story.step);
    else delete document.body.dataset.story;
    panel.dataset.step = String(story.step);
    panel.dataset.state = story.ended ? 'done' : stateNow();
    const left = !story.open && (story.step > 1 || story.done.length > 0) && !story.ended;
    byId('story-start').hidden = story.open || left;
    byId('story-resume').hidden = !left;
    for (const button of document.querySelectorAll('[data-story=resume]')) button.hidden = !left;
    if (!story.open || !session.state) return;
    const words = missing() ?? step().words(session, isDone());
    if (!isNew(story, moving, problem, folded, words)) return;
    const { key } = panel.contains(document.activeElement) ? document.activeElement.dataset : {};
    panel.replaceChildren(...(story.ended ? drawEnd({ leave, again: start, views })
      : drawStep({ number: story.step, count: steps.length, step: step(), words, state: stateNow(), missing: Boolean(missing()), problem, folded }, {
        next, back, leave, doIt, fold: () => { folded = !folded; draw(); },
      })));
    if (key) (panel.querySelector(`[data-key="${key}"]:not(:disabled)`) ?? panel.querySelector('h2')).focus({ preventScroll: true });
  }

  // Does one thing at a time; a step that is left stops what it was doing.
  async function run(work) {
    leaving.abort();
    leaving = new AbortController();
    const { signal } = leaving;
    moving = true;
    problem = '';
    draw();
    try {
      await work(signal);
    } catch (error) {
      if (signal.aborted) return;
      problem = error instanceof NotYet ? `${error.message} Try again, do it by hand, or go on.` : error.message;
    }
    if (signal.aborted) return;
    moving = false;
    await notice();
    draw();
  }

  async function notice() {
    if (!story.open || story.ended || moving || isDone() || missing() || !session.state) return;
    const at = step();
    const happened = await at.done(session, act).catch(() => false);
    if (at !== step() || isDone()) return;
    if (!happened) return void handOver(at);
    story.done = [...story.done, story.step];
    problem = '';
    keepStory(story);
    await at.then?.(session, act);
    announce(`Step ${story.step} is done. ${at.words(session, true).join(' ')}`);
    draw();
  }

  // In a step for two, the eyes go to the second once the first has done their part; once only, so that nobody is pulled back.
  async function handOver(at) {
    if (!at.second || handedOver === story.step || !(await at.second.begins(session, act).catch(() => false)) || at !== step()) return;
    handedOver = story.step;
    await act.lookAs(at.second.part);
    announce(`Now you look through ${session.cast(at.second.part)?.name}’s eyes.`);
  }

  function enter() {
    keepStory(story);
    const at = step();
    views.makeRoom(!at.calendar);
    if (missing()) {
      leaving.abort();
      moving = false;
      draw();
    } else run((signal) => at.enter(session, act, signal, views));
  }

  function go(number) {
    story = { ...story, open: true, step: number, ended: false };
    folded = false;
    handedOver = 0;
    enter();
    panel.querySelector('h2')?.focus({ preventScroll: true });
  }

  function start() {
    story = fresh();
    go(1);
  }

  function next() {
    if (story.step < steps.length) return go(story.step + 1);
    story = { ...story, ended: true };
    keepStory(story);
    draw();
    panel.querySelector('h2').focus({ preventScroll: true });
  }

  const back = () => go(Math.max(1, story.step - 1));
  const resume = () => go(story.step);
  const doIt = () => run(async (signal) => {
    await step().act(session, act, signal);
  });

  function leave() {
    leaving.abort();
    moving = false;
    story = { ...story, open: false };
    keepStory(story);
    views.makeRoom(false);
    draw();
    (document.querySelector('#story-resume:not([hidden]), #story-start:not([hidden])'))?.focus();
    return true;
  }

  byId('story-start').addEventListener('click', start);
  byId('story-resume').addEventListener('click', resume);
  closesOnEscape(panel, leave);
  const soon = paced(lookAgain, notice);
  for (const news of ['state', 'chat']) session.addEventListener(news, () => { draw(); soon(); });
  draw();
  return { start, resume, carryOn: () => { if (story.open && !story.ended) enter(); } };
}
