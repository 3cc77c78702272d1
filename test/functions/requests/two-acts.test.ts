import { afterAll, beforeAll, expect, it } from 'vitest';
import { kinds } from '../../../functions/app/kinds.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { admitted, renewing, staying } from '../../../local/demo/lab/startups.ts';
import { freePort } from '../../../local/ports.ts';
import * as brought from '../../support/brought.ts';
import { officers, questions } from '../../support/intake/case-visits.ts';
import { memoryAcademy } from '../../support/memory/memory-academy.ts';
import { memorySigner, signedHere } from '../../support/memory/memory-clients.ts';
import { memoryPages } from '../../support/memory/memory-pages.ts';
import { onboardingWorld } from '../../support/onboarding/onboarding-world.ts';
import { typing } from '../../support/pages/visits.ts';
import { type FirstAct, firstActsIn } from '../../support/requests/acts-in.ts';
import type { Support } from '../../support/support.ts';

/*
 * A gate: whatever a request asks is not settled by the first POST of a form, unless it can be taken back. A kind that
 * is new is found here by itself, if its capability brings a visit to its page.
 */

/** Kinds that one POST settles, each with how it is taken back. */
const settledAtOnce: Readonly<Record<string, string>> = {
  'intake-question': 'the officer reads the answer, and asks once more if something is not right',
  'onboarding-documents': 'the manager returns what is not right, and asks again until the same day',
  'seat-offer': 'a place that is accepted can be given up; to decline it takes two acts (test/functions/seats/)',
};

/** Kinds whose form cannot be filled without knowing more, each with where its two acts are tried. */
const triedElsewhere: Readonly<Record<string, string>> = {
  'addendum-request': 'whoever asked for which change: test/functions/contracts/pages.test.ts',
  'extension-space': 'the spaces that are free: test/functions/contracts/pages.test.ts',
  'quarterly-report': 'figures in won: test/functions/reports/report-pages.test.ts',
  'agreement-signature': 'the name and a mailed code: test/functions/agreements/agreements.test.ts',
  'agreement-countersign': 'the name and a mailed code: test/functions/agreements/agreements.test.ts',
  'checklist-check': 'each item is decided at the desk: test/functions/checklists/',
  'payment-file': 'made at the desk, and proved: test/functions/payments/payments-pages.test.ts',
  'payment-result': 'uploaded at the desk, and proved: test/functions/payments/payments-pages.test.ts',
};

let acts: readonly FirstAct[];
const closing: (() => Promise<void>)[] = [];

async function actsOfAcademy(): Promise<FirstAct[]> {
  const sign = memorySigner();
  const at = await memoryAcademy({ sign });
  closing.push(at.close);
  const round = await at.round();
  await Promise.all([
    officers(at, round, typing.ko),
    questions(at, round, typing.ko),
    ...Object.values<Support>(brought).map(({ visits }) => visits?.(at, typing.ko, sign)),
  ]);
  await at.halt();
  return firstActsIn({ baseUrl: at.baseUrl, deps: at, stored: at.plain('requests'), sign });
}

/** One startup sends its documents, the documents of another are checked, a third is given a space. */
async function actsOfLab(): Promise<FirstAct[]> {
  const acceptedAt = instantSchema.parse('2027-04-16T01:00:00.000Z');
  const world = await onboardingWorld({ acceptedAt, startups: [admitted, renewing, staying] });
  const { sign, verify } = signedHere(memorySigner());
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const invoked = <Value>(_entry: string, act: () => Promise<Value>) => act();
  const given = { db: world.db, baseUrl, sign, verify, signCode: sign, codesAnHour: 9, port, invoked };
  closing.push((await memoryPages(given)).close);
  const [asked = '', checked = '', allotted = ''] = world.residencies.map(({ id }) => id);
  await world.step('ask-for-documents', asked);
  for (const id of [asked, checked]) {
    for (const slot of ['register-extract', 'insurance']) await world.document(slot, 'ACCEPTED', id);
  }
  await world.step('check-documents', checked);
  await world.step('ask-for-space', allotted);
  await world.step('prepare-services', allotted);
  return firstActsIn({ baseUrl, deps: world.deps, stored: world.plain('requests'), sign });
}

beforeAll(async () => {
  acts = [...(await actsOfAcademy()), ...(await actsOfLab())];
}, 300_000);
afterAll(async () => {
  for (const close of closing) await close();
});

const kindsThat = (what: FirstAct['what']): string[] =>
  [...new Set(acts.filter((act) => act.what === what).map(({ kind }) => kind))].toSorted();

it('no request is settled by the first POST to its page, unless it can be taken back', () => {
  expect(kindsThat('settled')).toEqual(Object.keys(settledAtOnce).toSorted());
});

it('every kind with a page is asked whether it is meant, here or where it says', () => {
  const seen = new Set([...kindsThat('second'), ...kindsThat('settled'), ...Object.keys(triedElsewhere)]);
  const missing = [...kinds.values()].filter(({ name, pages }) => pages !== undefined && !seen.has(name));
  expect(missing.map(({ name }) => name)).toEqual([]);
});
