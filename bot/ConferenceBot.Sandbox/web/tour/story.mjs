import { state } from './browser.mjs';

const patience = 90_000;

// Lets one step of the story happen. Answers its title, and a problem when it did not; `passed` when nobody can play its part.
export async function stepThrough(page, number) {
  const panel = page.getByTestId('story');
  const settled = () => page.locator(`[data-testid=story][data-step="${number}"]:not([data-state=moving])`).waitFor({ timeout: patience });
  await settled();
  const title = (await panel.locator('h2').innerText()).replace(/^Step \d of \d\s*/, '').replace(/\s*✓.*$/s, '').trim();
  const offered = page.getByTestId('story-do');
  let problem = await complaint(panel);
  if (!problem && await stateOf(panel) !== 'done') {
    if (await offered.count() === 0) return { title, passed: true };
    await offered.click();
    await settled();
    problem = await complaint(panel);
  }
  if (!problem) await panel.and(page.locator('[data-state=done]')).waitFor({ timeout: 10_000 }).catch(() => {});
  if (await stateOf(panel) === 'done') return { title };
  return { title, problem: problem ?? 'the step did not become done' };
}

const stateOf = (panel) => panel.getAttribute('data-state');

async function complaint(panel) {
  const notice = panel.locator('.notice');
  return await notice.count() > 0 ? (await notice.first().innerText()).trim() : null;
}

// What is to be seen at the far end: the calendar's conferences as the bot knows them, then the newest message in the chat on show.
export async function observed(page, address, number) {
  if (number === 1) {
    const known = (await state(address)).conferences.filter(({ reference }) => reference);
    return `${known.length} conferences read: ${known.map(({ reference }) => reference).join(', ')}`;
  }
  const newest = page.getByTestId('chat').locator('[data-testid^="message-"]').last();
  const id = (await newest.getAttribute('data-testid', { timeout: 10_000 })).replace('message-', '');
  const eyes = (await page.locator('#chat-person').innerText()).match(/eyes of (.+)/)?.[1].trim() ?? 'nobody';
  return `message ${id} in the chat of ${eyes}`;
}
