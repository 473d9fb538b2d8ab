#!/usr/bin/env node
// Draws every card of a folder with the official renderer as the sandbox page does, and lints it.
//   node tests/cards/render.mjs CARDS [OUT]     CARDS: folder of *.json, searched deep; OUT: folder for PNG and report.json
// PNG per card, theme and width: name.light.wide.png, with its first sub-card opened name.light.wide.1.png … Exit code 0 no finding, 1 findings, 2 usage or a missing tool.
// CHROMIUM names the browser, /usr/bin/chromium unless set.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { findingsIn } from './lint.mjs';
import { openStage } from './stage.mjs';

const themes = ['light', 'dark'];
const widths = { wide: 600, phone: 320 };

function fail(text) {
  console.error(text);
  process.exit(2);
}

const [from, to] = process.argv.slice(2);
if (!from || !existsSync(from)) fail('Usage: node tests/cards/render.mjs CARDS [OUT]');
const files = readdirSync(from, { recursive: true }).filter((name) => name.endsWith('.json') && basename(name) !== 'report.json').sort();
if (files.length === 0) fail(`No *.json in ${from}`);
if (to) mkdirSync(to, { recursive: true });

function read(file) {
  try {
    return { card: JSON.parse(readFileSync(join(from, file), 'utf8')) };
  } catch (error) {
    return { error: error.message };
  }
}

async function examine(stage, file) {
  const { card, error } = read(file);
  if (error) return { file, findings: [`Not JSON: ${error}`], pictures: [] };
  const name = file.replace(/\.json$/, '').replaceAll(/[\\/]/g, '.');
  const findings = new Set(findingsIn(card));
  const pictures = [];
  for (const theme of themes) {
    for (const [width, pixels] of Object.entries(widths)) {
      const picture = to && ((part) => {
        pictures.push(`${name}.${theme}.${width}${part ? `.${part}` : ''}.png`);
        return join(to, pictures.at(-1));
      });
      const { warnings } = await stage.draw(card, { theme, pixels, picture });
      for (const warning of warnings) findings.add(warning);
    }
  }
  return { file, findings: [...findings], pictures };
}

const stage = await openStage().catch((error) => fail(error.message));
const cards = [];
try {
  for (const file of files) cards.push(await examine(stage, file));
} finally {
  await stage.close();
}

const bad = cards.filter(({ findings }) => findings.length > 0);
const report = { cards: cards.length, findings: bad.reduce((sum, { findings }) => sum + findings.length, 0), results: cards };
if (to) writeFileSync(join(to, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
for (const { file, findings } of bad) for (const finding of findings) console.error(`${file}: ${finding}`);
console.log(`${cards.length} cards, ${report.findings} findings${to ? `, pictures and report.json in ${to}` : ''}`);
process.exitCode = report.findings > 0 ? 1 : 0;
