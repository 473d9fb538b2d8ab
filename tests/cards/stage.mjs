// A page in Chromium, without a network, that holds the sandbox page's own renderer, styles and host configurations.
import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const sandbox = fileURLToPath(new URL('../../bot/ConferenceBot.Sandbox/', import.meta.url));
const origin = 'http://cards.invalid';
const types = {
  '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.html': 'text/html',
};
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

const shell = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Card</title>
<link rel="stylesheet" href="/css/theme.css"><link rel="stylesheet" href="/css/card.css"><link rel="stylesheet" href="/stage.css">
<script src="/vendor/adaptivecards.min.js"></script></head><body><main><div id="stage" class="card"></div></main></body></html>`;
const stageStyle = 'html, body { height: auto; } main { padding: 12px; width: fit-content; } #stage { box-shadow: none; }';

function answerOf(path) {
  if (path === '/') return { contentType: 'text/html', body: shell };
  if (path === '/stage.css') return { contentType: 'text/css', body: stageStyle };
  const file = join(sandbox, 'wwwroot', path);
  return existsSync(file) ? { contentType: types[extname(file)] ?? 'text/plain', body: readFileSync(file) } : { status: 404, body: '' };
}

// Runs inside the page.
async function drawInPage({ card, theme, pixels }) {
  const { renderCard } = await import('/js/card.js');
  const { loadHostConfigs, vendorJson } = await import('/js/hostconfig.js');
  document.documentElement.dataset.theme = theme;
  const stage = document.getElementById('stage');
  stage.style.width = `${pixels}px`;
  const configs = await loadHostConfigs(vendorJson);
  const warnings = [];
  const drawn = renderCard(card, { hostConfig: configs[theme] });
  for (const { message } of drawn.events) warnings.push(`Renderer: ${message}`);
  for (const { message } of drawn.card.validateProperties().validationEvents) warnings.push(`Properties: ${message}`);
  if (!drawn.element) return { warnings: [...warnings, 'Renderer: nothing was drawn'], parts: 0 };
  stage.replaceChildren(drawn.element);
  await document.fonts.ready;
  if (stage.scrollWidth > stage.clientWidth + 1) warnings.push(`Layout: wider than ${pixels} px`);
  window.parts = drawn.card.getAllActions().filter((action) => action.getJsonTypeName() === 'Action.ShowCard');
  return { warnings, parts: window.parts.length };
}

export async function openStage() {
  if (!existsSync(join(sandbox, 'wwwroot/vendor/adaptivecards.min.js'))) throw new Error('Build bot/ConferenceBot.Sandbox first: it brings the renderer.');
  if (!existsSync(chromium)) throw new Error(`Chromium is missing at ${chromium}. Install it or set CHROMIUM.`);
  const { chromium: engine } = createRequire(join(sandbox, 'web/package.json'))('playwright-core');
  const browser = await engine.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
  const page = await (await browser.newContext({ viewport: { width: 660, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce' })).newPage();
  const thrown = [];
  page.on('pageerror', (error) => thrown.push(`Page: ${error.message}`));
  await page.route('**/*', (route) => {
    const url = new URL(route.request().url());
    return url.origin === origin ? route.fulfill(answerOf(url.pathname)) : route.abort();
  });
  await page.goto(`${origin}/`);
  return {
    // `picture(part)` names the file for the card as it arrives (0) and with its first, second … sub-card opened; null for no pictures.
    async draw(card, { theme, pixels, picture }) {
      const { warnings, parts } = await page.evaluate(drawInPage, { card, theme, pixels });
      for (let part = 0; picture && part <= parts; part += 1) {
        if (part > 0) await page.evaluate((index) => window.parts[index].execute(), part - 1);
        await page.locator('main').screenshot({ path: picture(part) });
      }
      return { warnings: [...warnings, ...thrown.splice(0)] };
    },
    close: () => browser.close(),
  };
}
