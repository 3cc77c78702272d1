import { readFileSync, writeFileSync } from 'node:fs';
import { bankAnswer } from './bank-answer.ts';

/** `npm run demo:bank -- FILE [ROW …]`: answers the bank's file of a demo batch; the rows are sent back. */
const [file, ...rows] = process.argv.slice(2);
if (!file || rows.some((row) => !/^[1-9]\d*$/.test(row))) {
  console.error('Usage: npm run demo:bank -- FILE [ROW …]');
  process.exit(1);
}
const answer = file.replace(/(?:\.csv)?$/, '-result.csv');
writeFileSync(answer, bankAnswer(readFileSync(file), rows.map(Number)));
console.log(`The demo's bank has answered: ${answer}`);
