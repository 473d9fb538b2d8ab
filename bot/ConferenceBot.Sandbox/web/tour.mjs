#!/usr/bin/env node
// Plays the guided story through the real page in Chromium, as a visitor who lets it be done, and keeps a picture of each step.
//   node web/tour.mjs ADDRESS FOLDER [docs]    ADDRESS: the sandbox's page; FOLDER: for the pictures; docs: the pictures of README and guide
// One line a step with what was observed. Exit code 0 all observed, 1 a step was not, 2 usage or a missing tool.
// CHROMIUM names the browser, /usr/bin/chromium unless set.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { observed, stepThrough } from './tour/story.mjs';
import { openBrowser, openPage, quit } from './tour/browser.mjs';
import { takeDocs, takeThemes, withoutToasts } from './tour/pictures.mjs';

const [address, folder, mode] = process.argv.slice(2);
if (!address || !folder || (mode && mode !== 'docs')) quit(2, 'Usage: node web/tour.mjs ADDRESS FOLDER [docs]');
const docs = mode === 'docs';
const target = resolve(folder);
mkdirSync(target, { recursive: true });
const started = performance.now();
const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

const browser = await openBrowser();
let wrong = null;
try {
  const { page, complaints } = await openPage(browser, address, { width: 1360, height: 860 }, { deviceScaleFactor: docs ? 0.74 : 1 });
  await page.getByTestId('story-start').filter({ visible: true }).first().click();
  for (let number = 1; number <= 6 && !wrong; number += 1) {
    const from = performance.now();
    const { title, problem, passed } = await stepThrough(page, number);
    if (docs && number !== 2) await withoutToasts(page);
    await page.screenshot({ path: join(target, docs ? `story-${number}.png` : `step-${number}.png`), animations: 'disabled' });
    if (problem) {
      wrong = `NOT step ${number} of 6: ${title}\n    seen: ${problem}`;
      break;
    }
    console.log(`ok  step ${number} of 6: ${title} (${passed ? 'nobody in this calendar plays this part' : await observed(page, address, number)}; ${seconds(from)})`);
    await page.getByTestId('story-next').click();
  }
  if (!wrong) {
    await page.getByTestId('story-end').waitFor();
    if (!docs) await page.screenshot({ path: join(target, 'step-end.png'), animations: 'disabled' });
    await (docs ? takeDocs : takeThemes)(browser, page, address, target);
    if (complaints.length > 0) wrong = `NOT quiet: the browser complained.\n    seen: ${complaints.join('\n    seen: ')}`;
  }
} catch (error) {
  wrong = `NOT finished.\n    seen: ${error.message.split('\n')[0]}`;
} finally {
  await browser.close();
}
if (wrong) console.log(wrong);
else console.log(`The whole tour was observed in ${seconds(started)}. Pictures are in ${target}.`);
process.exitCode = wrong ? 1 : 0;
