import { calculate } from '../../functions/wages/calculate.ts';
import { type ExplainedLine, explain } from '../../functions/wages/explain.ts';
import { checkWagesFile, type WagesFile } from '../../functions/wages/wages-file.ts';
import { Complaint, needed } from '../context.ts';
import { encodingLine, problemLines, readNamedFile } from '../read-file.ts';

type Kind = WagesFile['kind'];

const names: Readonly<Record<Kind, string>> = {
  'rate-card': 'a rate card',
  tax: 'tax rules',
  claim: 'a claim',
  lecturers: 'a list of lecturers',
};

async function read(file: string): Promise<WagesFile> {
  const read = await readNamedFile(file);
  const checked = checkWagesFile(read.text);
  if (checked.ok) {
    const { value } = checked;
    process.stdout.write(encodingLine(read, 'title' in value ? value.title.ko : value.kind));
    return value;
  }
  throw new Complaint(`The file cannot be used:\n${problemLines(file, checked.problems)}`);
}

export async function readWagesFile<Wanted extends Kind>(
  kind: Wanted,
  file: string,
): Promise<Extract<WagesFile, { kind: Wanted }>> {
  const found = await read(file);
  if (isOf(kind, found)) return found;
  throw new Complaint(`${file} is ${names[found.kind]}, and should be ${names[kind]}.`);
}

const isOf = <Wanted extends Kind>(kind: Wanted, file: WagesFile): file is Extract<WagesFile, { kind: Wanted }> =>
  file.kind === kind;

const exampleNote = 'It is an example: finance confirms it before anybody is paid by it.';

/** `wages check FILE` */
export async function wagesCheck(file: string | undefined): Promise<void> {
  const found = await read(needed(file, 'wages check FILE'));
  if (found.kind === 'lecturers') {
    console.log(`The list is right: lecturers ${Object.keys(found.lecturers).length}.`);
  } else if (found.kind === 'claim') {
    console.log(`The claim is right: lessons ${found.lessons.length}, paid on ${found.paidOn}.`);
  } else {
    console.log(`${found.id} is right: ${names[found.kind]}, ${found.title.en}.`);
    if (found.example) console.log(exampleNote);
  }
}

/** `wages explain CARD TAX CLAIM` */
export async function wagesExplain([card, tax, claim]: readonly string[]): Promise<void> {
  const usage = 'wages explain CARD TAX CLAIM';
  const outcome = calculate(
    await readWagesFile('claim', needed(claim, usage)),
    await readWagesFile('rate-card', needed(card, usage)),
    await readWagesFile('tax', needed(tax, usage)),
  );
  if (outcome.kind === 'impossible') {
    const lines = outcome.missing.map(({ what, on }) => `  ${what}${on ? ` on ${on}` : ''}`);
    throw new Complaint(`The claim cannot be calculated. Missing:\n${lines.join('\n')}`);
  }
  for (const line of explain(outcome)) console.log(printed(line));
}

/** Both languages, since the words are tried with the numbers. */
function printed(line: ExplainedLine): string {
  const amount = line.kind === 'note' ? '' : line.amount.toLocaleString('en-US');
  return [`${amount.padStart(13)}  ${line.text.ko}`, `${' '.repeat(15)}${line.text.en}`].join('\n');
}
