import { join } from 'node:path';
import { openPage, state } from './browser.mjs';

const shoot = (page, folder, name) => page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });

async function lookAs(page, person) {
  const tab = page.locator('[data-show=people]');
  if (await tab.isVisible()) await tab.click();
  await page.locator('#people').getByRole('button').filter({ hasText: person }).first().click();
  await page.getByTestId('chat').locator('[data-testid^="message-"]').last().waitFor();
}

export const withoutToasts = (page) => page.locator('#toasts').evaluate((toasts) => { toasts.hidden = true; });

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
  await withoutToasts(page);
  const alert = page.getByRole('article').filter({ hasText: 'needs your reply today' }).last();
  await alert.evaluate((card) => card.scrollIntoView({ block: 'start' }));
  await shoot(page, folder, 'chair');
  await page.locator('#happened-title').evaluate((title) => title.scrollIntoView({ block: 'start' }));
  await page.locator('#side').screenshot({ path: join(folder, 'happened.png'), animations: 'disabled' });
  await page.getByText('Try a fault').click();
  await page.getByText('Try a fault').evaluate((title) => title.scrollIntoView({ block: 'start' }));
  await page.locator('#side').screenshot({ path: join(folder, 'faults.png'), animations: 'disabled' });
  await gallery(page, address, 'theme=light&width=wide&search=alert');
  await shoot(page, folder, 'gallery');
  const { page: phone } = await phoneOf(browser, address, 'dark');
  await lookAs(phone, await partOf(address, 'moved', 'practitioner'));
  await withoutToasts(phone);
  await shoot(phone, folder, 'phone');
  await phone.context().close();
}
