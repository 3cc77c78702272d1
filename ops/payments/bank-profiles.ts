import { checkBankProfile } from '../../functions/bank-files/check-bank-profile.ts';
import { Complaint, needed } from '../context.ts';
import { encodingLine, problemLines, readNamedFile } from '../read-file.ts';

export const exampleNote = ' It is an example: finance confirms it before real use.';

/** `batches check PROFILE` */
export async function profileCheck(word: string | undefined): Promise<void> {
  const name = needed(word, 'batches check PROFILE');
  const read = await readNamedFile(name);
  const checked = checkBankProfile(read.text);
  if (!checked.ok) throw new Complaint(`The profile cannot be used:\n${problemLines(name, checked.problems)}`);
  const { id, title, file, example } = checked.value;
  process.stdout.write(encodingLine(read, title.ko));
  console.log(`The profile ${id} is right: ${file.format}.${example ? exampleNote : ''}`);
}
