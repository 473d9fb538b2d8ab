import { join } from 'node:path';
import { openPage, state } from './browser.mjs';

const shoot = (page, folder, name) => page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });

async function lookAs(page, person) {
  const tab = page.locator('[data-show=people]');
  if (await tab.isVisible()) await tab.click();
  await page.locator('#people').getByRole('button').filter({ hasText: person }).first().click();
  await page.getByTestId('chat').locator('[data-testid^="message-"]').last().waitFor();
}

async function quiet(page) {
  const dismiss = page.getByRole('button', { name: 'Dismiss' });
  while (await dismiss.count() > 0) await dismiss.first().click();
}

// The person who plays a part, else anybody with a chat.
async function partOf(address, ...parts) {
  const { cast, people } = await state(address);
  const id = parts.map((part) => cast?.[part]).find(Boolean);
  return (people.find((person) => person.id === id) ?? people.find(({ hasChat }) => hasChat)).name;
}

async function gallery(page, address, query) {
  await page.goto(new URL(`gallery.html?${query}`, address).href);
  await page.locator('body[data-ready=true]').waitFor({ timeout: 90_000 });
}

async function leave(page) {
  await page.getByTestId('story-leave').click();
  await quiet(page);
}

const phoneOf = (browser, address, colorScheme) => openPage(browser, address, { width: 390, height: 844 }, { colorScheme, hasTouch: true });

// The page in its three themes and on a phone, and the gallery.
export async function takeThemes(browser, page, address, folder) {
  await leave(page);
  await lookAs(page, await partOf(address, 'chair'));
  for (const theme of ['light', 'dark', 'contrast']) {
    await page.locator(`input[name=theme][value=${theme}]`).check({ force: true });
    await shoot(page, folder, `page-${theme}`);
  }
  for (const scheme of ['light', 'dark']) {
    const { page: phone } = await phoneOf(browser, address, scheme);
    await lookAs(phone, await partOf(address, 'moved', 'practitioner'));
    await shoot(phone, folder, `phone-${scheme}`);
    await phone.context().close();
  }
  await gallery(page, address, 'theme=light&width=wide');
  await shoot(page, folder, 'gallery');
}

// The pictures of README and guide that are not a step of the story.
export async function takeDocs(browser, page, address, folder) {
  await leave(page);
  await page.locator('#calendar-fold').click();
  await lookAs(page, await partOf(address, 'chair'));
  await shoot(page, folder, 'chair');
  await page.locator('#side').screenshot({ path: join(folder, 'side.png'), animations: 'disabled' });
  await gallery(page, address, 'theme=light&width=wide&search=alert');
  await shoot(page, folder, 'gallery');
  const { page: phone } = await phoneOf(browser, address, 'dark');
  await lookAs(phone, await partOf(address, 'moved', 'practitioner'));
  await quiet(phone);
  await shoot(phone, folder, 'phone');
  await phone.context().close();
}
