// Where the visitor is in the story, kept in this browser: open or left, the step, and the steps that have happened.
const key = 'story';
export const fresh = () => ({ open: false, step: 1, done: [], ended: false });

export function loadStory(count) {
  try {
    const { open, step, done, ended } = { ...fresh(), ...JSON.parse(localStorage.getItem(key)) };
    return Number.isInteger(step) && step >= 1 && step <= count && Array.isArray(done) ? { open, step, done, ended } : fresh();
  } catch {
    return fresh();
  }
}

export const keepStory = (story) => localStorage.setItem(key, JSON.stringify(story));
