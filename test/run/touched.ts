import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../../local/paths.ts';

/** All files that run on a local cloud in `npm test`. */
export const cloudFiles = (): string[] =>
  globSync('test/{workflows,e2e,ops,browser}/**/*.test.ts', { cwd: root })
    .map((file) => join(file))
    .sort();

/** Which files on the cloud tell soonest that a change there is wrong: few each, named within test/ without the ending. */
const told: readonly { readonly changed: RegExp; readonly by: readonly string[] }[] = [
  { changed: /^functions\/rounds\/|^rounds\//u, by: ['e2e/closing', 'ops/rounds-and-people'] },
  {
    changed: /^functions\/(forms\/|applications\/(pages|draft|keep|mail-link|save|start))/u,
    by: ['e2e/drafts', 'e2e/bad-forms', 'e2e/naughty-strings', 'e2e/second-thoughts', 'browser/by-keyboard'],
  },
  { changed: /^functions\/applications\/(erase|application)/u, by: ['e2e/privacy'] },
  {
    changed: /^functions\/(intake\/|applications\/(?!pages))|^workflows\/applicant-intake\//u,
    by: [
      'workflows/intake',
      'workflows/runs',
      'e2e/changes-and-withdrawal',
      'e2e/sent-twice',
      'e2e/decisions',
      'e2e/eligibility',
      'ops/applications',
    ],
  },
  { changed: /^functions\/intake\/steps|^workflows\/(applicant-intake|steps)\//u, by: ['workflows/step-faults'] },
  {
    changed: /^functions\/(reviewers|screening)\/|^workflows\/screening\//u,
    by: ['workflows/screening', 'workflows/screening-faults', 'e2e/blind-reviews', 'ops/reviewer'],
  },
  {
    changed: /^functions\/selection\/|^workflows\/cohort-admission\//u,
    by: ['workflows/admission-faults', 'workflows/committee', 'workflows/ends', 'ops/admission'],
  },
  { changed: /^functions\/committee\//u, by: ['workflows/committee', 'browser/laid-out'] },
  {
    changed: /^functions\/seats\/|^workflows\/seat-offer\//u,
    by: ['workflows/seats', 'workflows/ends'],
  },
  {
    changed: /^functions\/seats\/(offer-seat|open-offer|steps|tasks)|^workflows\/seat-offer\//u,
    by: ['workflows/restarts'],
  },
  { changed: /^functions\/(results|letters|seats\/letters)/u, by: ['workflows/reconsideration', 'e2e/letters'] },
  { changed: /^functions\/cohort\//u, by: ['workflows/ends', 'e2e/cohort'] },
  { changed: /^(?:functions|ops)\/(?:lecturers|rule-files)\/|^rules\/banks\//u, by: ['ops/lecturers'] },
  {
    changed: /^(?:functions|ops)\/claims\/|^workflows\/lecturer-wage-approval\//u,
    by: ['workflows/wage-approval'],
  },
  {
    changed:
      /^(?:functions|ops)\/(?:payments|statements|bank-files|tax-month)\/|^rules\/(?:banks|payments)\/|^workflows\/payment-run\//u,
    by: ['workflows/payment-run', 'ops/payments'],
  },
  { changed: /^functions\/timetable\/|^ops\/(budget|timetable)\//u, by: ['ops/timetable'] },
  { changed: /^functions\/agreements\//u, by: ['workflows/agreements', 'workflows/onboarding'] },
  {
    changed: /^functions\/(?:onboarding|residencies)\/|^workflows\/startup-lab-onboarding\//u,
    by: ['workflows/onboarding'],
  },
  {
    changed:
      /^functions\/(?:residencies|residency-rules|reports|contracts|renewals|exits|residency-events)\/|^workflows\/residency-event\//u,
    by: ['workflows/residency-event', 'workflows/contracts'],
  },
  { changed: /^(?:functions|ops)\/checklists\//u, by: ['workflows/checklists', 'browser/checklists'] },
  { changed: /^functions\/attachments\//u, by: ['workflows/attachments'] },
  { changed: /^(?:functions|ops)\/spaces\//u, by: ['ops/spaces'] },
  { changed: /^functions\/documents\//u, by: ['browser/documents', 'workflows/documents'] },
  { changed: /^functions\/cohort\/cancel/u, by: ['workflows/cancelled-round'] },
  {
    changed: /^functions\/(retention\/|seats\/(erase|leave)|app\/(erasing|leaving|lapses))/u,
    by: ['e2e/retention', 'e2e/privacy'],
  },
  {
    changed: /^functions\/app\//u,
    by: ['workflows/intake', 'workflows/screening', 'workflows/ends', 'workflows/seats', 'ops/audit-and-outbox'],
  },
  { changed: /^ops\/commands\/restore/u, by: ['ops/restore'] },
  { changed: /^functions\/(codes|sessions)\//u, by: ['e2e/drafts'] },
  { changed: /^functions\/(desk|codes|sessions)\//u, by: ['browser/desk'] },
  { changed: /^functions\/(casework|desk)\//u, by: ['browser/casework'] },
  {
    changed: /^(functions|ops)\/second-factor\/|^functions\/codes\/given-code/u,
    by: ['browser/passkeys', 'ops/lecturers', 'ops/payments', 'workflows/wage-approval'],
  },
  { changed: /^functions\/requests\//u, by: ['workflows/clock', 'e2e/links'] },
  {
    changed: /^functions\/outbox\//u,
    by: ['workflows/mail-faults', 'workflows/start-faults', 'workflows/rate-limiter', 'ops/audit-and-outbox'],
  },
  { changed: /^functions\/runs\//u, by: ['workflows/runs', 'workflows/start-faults', 'workflows/restarts'] },
  { changed: /^functions\/people\//u, by: ['ops/rounds-and-people', 'ops/reviewer'] },
  {
    changed: /^functions\/(audit\/|shared\/database\/)/u,
    by: ['workflows/storage-faults', 'ops/audit-manifests'],
  },
  {
    changed: /^functions\/shared\/(database|table-shape)|^test\/support\/memory\/memory-(database|expressions|table)/u,
    by: ['workflows/database-queries', 'workflows/database-writes'],
  },
  { changed: /^functions\/shared\/(links|references)/u, by: ['e2e/links'] },
  { changed: /^functions\/[^/]+\/(joints|steps|[a-z-]+-table)[.]ts/u, by: ['workflows/upgrade'] },
  {
    changed: /^functions\/(shared\/pages|assets)\//u,
    by: ['e2e/headers', 'browser/every-page', 'browser/laid-out', 'browser/screenshots'],
  },
  { changed: /^functions\/[^/]+\/pages\//u, by: ['browser/nothing-is-lost'] },
  { changed: /^functions\/shared\/|^infra\/|^cdk\.json|^package-lock\.json/u, by: ['workflows/intake', 'e2e/headers'] },
  { changed: /^local\//u, by: ['workflows/intake', 'e2e/demo-round'] },
  {
    changed: /^local\/gate\/|^test\/support\/(gate-log|grows|retire|runs\/run-faults|traffic|written)/u,
    by: ['workflows/guards'],
  },
  { changed: /^(local\/faults|ops\/(commands\/)?log|functions\/shared\/aws\/lambda)/u, by: ['ops/logs'] },
  {
    changed: /^(local\/(console|runs\/)|ops\/(runs\/|commands\/stuck))/u,
    by: ['workflows/prepared-faults', 'workflows/step-faults'],
  },
  {
    changed: /^ops\//u,
    by: ['ops/admission', 'ops/applications', 'ops/audit-and-outbox', 'ops/reviewer', 'ops/rounds-and-people'],
  },
];

/** Shared by more files than this, a change in test/support/ is tried on the first of them only. */
const manyFiles = 4;

/** The files in the list of which a file of test/support/ is imported, by themselves or by another of test/support/. */
export function importersOf(support: string, files: readonly string[]): string[] {
  const helpers = globSync('test/support/**/*.{ts,tsx}', { cwd: root }).map((file) => join(file));
  const imports = new Map(
    [...files, ...helpers].map((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return [file, [...text.matchAll(/from '\.[^']*\/([^/']+)'/gu)].map(([, name]) => name)] as const;
    }),
  );
  const found = new Set([support]);
  let size = 0;
  while (size < found.size) {
    size = found.size;
    const names = new Set([...found].map((file) => basename(file)));
    for (const [file, imported] of imports) if (imported.some((name) => name && names.has(name))) found.add(file);
  }
  return files.filter((file) => found.has(file));
}

/** The files on the cloud that have to do with what changed. */
export function touchedCloudFiles(changed: readonly string[], files: readonly string[] = cloudFiles()): string[] {
  const named = told.flatMap(({ changed: what, by }) =>
    changed.some((file) => what.test(file)) ? by.map((name) => `test/${name}.test.ts`) : [],
  );
  const importers = changed
    .filter((file) => /^test\/support\/.*\.tsx?$/u.test(file))
    .map((file) => importersOf(file, files))
    .flatMap((found) => (found.length > manyFiles ? found.slice(0, 1) : found));
  const wanted = new Set([...changed, ...named, ...importers]);
  return files.filter((file) => wanted.has(file));
}

/** Every file that the list names, whether or not it is there. */
export const listedFiles = (): string[] => [
  ...new Set(told.flatMap(({ by }) => by.map((name) => `test/${name}.test.ts`))),
];
