import type { Application } from '../applications/application.ts';
import type { Round } from '../rounds/round.ts';
import { csvOf } from '../shared/files/csv.ts';
import type { Lang } from '../shared/i18n.ts';
import { seoulMinuteOf } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import type { ListChoice } from './list-position.ts';
import { stateLabels } from './pages/casework-words.ts';
import { listWords as words } from './pages/list-words.ts';

/**
 * Rows in one file. A row is below 1 KB whatever people type, and an answer of a Lambda may have 6 MB:
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
export const rowsInOneFile = 5_000;

/** Read at a time, of each shard of the index and of the applications. */
const atOnce = 500;

/** In how many files so many applications are; one, if there are none. */
export const filesFor = (applications: number): number => Math.max(1, Math.ceil(applications / rowsInOneFile));

/** The applications of one file, from 1 on. By reference only if all states are wanted; else by the time of sending. */
export async function applicationsOfFile(
  { applications, lists }: Pick<Dependencies, 'applications' | 'lists'>,
  { id: roundId }: Pick<Round, 'id'>,
  { order, state }: ListChoice,
  file: number,
): Promise<Application[]> {
  const inOrder = order === 'reference' && state !== undefined ? 'oldest' : order;
  const references: string[] = [];
  let passed = 0;
  for await (const { reference } of lists.listedIn({ roundId, order: inOrder, state, atOnce })) {
    passed += 1;
    if (passed > (file - 1) * rowsInOneFile) references.push(reference);
    if (references.length === rowsInOneFile) break;
  }
  const found: Application[] = [];
  for (let from = 0; from < references.length; from += atOnce) {
    found.push(...(await applications.many(references.slice(from, from + atOnce))));
  }
  return found.filter((application) => state === undefined || application.state === state);
}

/** A file of applications; of those that somebody is kept from there is the reference alone. */
export const applicationsCsv = (all: readonly Application[], hidden: ReadonlySet<string>, lang: Lang): string =>
  csvOf([
    [words.reference, words.name, words.email, words.state, words.sent, words.language, words.decided].map(
      (text) => text[lang],
    ),
    ...all.map((application) =>
      hidden.has(application.reference)
        ? [application.reference, words.hidden[lang], '', '', '', '', '']
        : [
            application.reference,
            application.erasedAt ? words.erased[lang] : (application.name ?? ''),
            application.email ?? '',
            stateLabels[application.state][lang],
            minuteOf(application.sentAt),
            application.lang,
            minuteOf(application.decision?.at),
          ],
    ),
  ]);

/** In Seoul, as spreadsheets read it. */
const minuteOf = (at: Application['sentAt']): string => (at ? seoulMinuteOf(at) : '');
