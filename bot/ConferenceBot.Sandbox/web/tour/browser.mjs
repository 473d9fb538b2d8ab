import { existsSync } from 'node:fs';

const usual = '/usr/bin/chromium';
const args = ['--lang=en-GB', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--disable-dev-shm-usage', '--no-first-run', '--no-default-browser-check', '--no-proxy-server'];
const patience = 90_000;

export function quit(code, sentence) {
  console.error(sentence);
  process.exit(code);
}

export async function openBrowser() {
  const executablePath = process.env.CHROMIUM || usual;
  if (!existsSync(executablePath)) {
    quit(2, `The tour needs Chromium, and ${executablePath} is not there. Install Debian's package chromium, or set CHROMIUM to its path.`);
  }
  const playwright = await import('playwright-core').catch(() => null);
  if (!playwright) quit(2, 'The tour needs the npm package playwright-core: run "npm ci" in the folder of tour.mjs.');
  const env = { ...process.env, LANGUAGE: 'en_GB.UTF-8', LANG: 'en_GB.UTF-8', LC_ALL: 'en_GB.UTF-8' };
  return playwright.chromium.launch({ executablePath, args, env });
}

// Opens the page, waits until the bot is ready, and notes what the browser has to say against the page.
export async function openPage(browser, address, viewport, options = {}) {
  const context = await browser.newContext({
    viewport, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce', colorScheme: 'light', ...options,
  });
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(address);
  await page.locator('body[data-ready=true]').waitFor({ timeout: patience });
  const ends = performance.now() + patience;
  while (!(await state(address)).host?.ready && performance.now() < ends) await page.waitForTimeout(250);
  return { page, complaints };
}

export const state = async (address) => (await fetch(new URL('api/state', address))).json();
