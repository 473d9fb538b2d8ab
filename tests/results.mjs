// node results.mjs FILE EXIT: prints "PASSED FAILED" of one suite; names what failed on standard error.
// FILE is a CTRF report (test runners) or a card report, {"results": [{"file", "findings": [], "pictures": []}]}: every picture of a
// card without findings has passed, every finding is a failure.
// A test marked explicit (the child process of another test) is "pending" here and not counted; a skipped one is a failure.
// A missing or unreadable file, no test at all, and an exit code that the counts do not explain are one failure each.
import { readFileSync } from 'node:fs';

const [file, exit] = process.argv.slice(2);
const tooLong = 'the suite took too long and was ended';
let passed = 0;
const failures = [];

function fail(name, ...lines) {
  failures.push([`  FAILED ${name}`, ...lines.filter(Boolean).flatMap(l => String(l).split('\n')).slice(0, 25).map(l => `    ${l}`)].join('\n'));
}

function readTests(tests) {
  for (const test of tests) {
    if (test.status === 'passed') passed++;
    else if (test.status !== 'pending') fail(`${test.name}${test.status === 'failed' ? '' : ` (${test.status})`}`, test.message, test.trace);
  }
}

function readCards(cards) {
  for (const { file, findings, pictures } of cards) {
    if (findings.length === 0) passed += pictures.length;
    for (const finding of findings) fail(file, finding);
  }
}

try {
  const { results } = JSON.parse(readFileSync(file, 'utf8'));
  if (Array.isArray(results)) readCards(results);
  else readTests(results.tests);
  if (passed + failures.length === 0) fail('the suite ran no test');
} catch (error) {
  fail(exit === '124' ? tooLong : 'the suite left no readable results', error.message);
}

if (exit !== '0' && failures.length === 0) {
  fail(exit === '124' ? tooLong : `the runner ended with exit code ${exit}`);
}

console.error(failures.join('\n'));
console.log(`${passed} ${failures.length}`);
