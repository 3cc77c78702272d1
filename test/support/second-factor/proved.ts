import { readProofPath } from '../../../functions/second-factor/decision.ts';
import { type Decision, type NotProved, proofUntil } from '../../../functions/second-factor/proofs.ts';
import { decideAgainOnConflict } from '../../../functions/shared/errors.ts';
import { newId, secureRandom } from '../../../functions/shared/random.ts';
import type { Instant } from '../../../functions/shared/time.ts';
import { tries } from '../../../functions/shared/tries.ts';
import type { Academy } from '../academy.ts';
import { type FormFields, hiddenIn, type Page, type Visitor } from '../visitor.ts';

type Reach = Pick<Academy, 'commit' | 'proofs'>;

/** Stores the proof of a decision, as the pages of the second factor do. */
export async function putProof({ commit, proofs }: Reach, decision: Decision, now: Instant): Promise<void> {
  const { person, subject, revision, outcome, amount } = decision;
  const data = { by: 'code', about: subject, revision, outcome, amount };
  const proof = { once: newId(secureRandom), until: proofUntil(now) };
  const event = { subject: `person#${person}`, type: 'DecisionProved', by: `person:${person}`, at: now, data } as const;
  await decideAgainOnConflict(
    () => commit({ changes: [proofs.putProof(decision, proof)], events: [event] }),
    tries.nextInLine,
  );
}

/** Decides by a use case; what it wants to have proved is proved. */
export async function whenProved<Outcome>(
  at: Reach,
  decide: () => Promise<Outcome | NotProved>,
  now: Instant,
): Promise<Outcome | NotProved> {
  const outcome = await decide();
  if (!isNotProved(outcome)) return outcome;
  await putProof(at, outcome.decision, now);
  return decide();
}

const isNotProved = <Outcome>(outcome: Outcome | NotProved): outcome is NotProved =>
  typeof outcome === 'object' && outcome !== null && 'kind' in outcome && outcome.kind === 'not-proved';

/** The decision that an address asks to be proved, and where it leads back to; nothing if it asks for none. */
export function provingAt(address: string | null) {
  const [, decision = '', back = ''] = /\/desk\/prove\/([\w-]+)\/([\w-]+)$/u.exec(address ?? '') ?? [];
  return readProofPath({ decision, back });
}

/**
 * Sends a decision, and says yes to the question whether it is meant. What comes then is a page, or what is to be proved
 * first.
 */
export async function sentUnproved(browser: Visitor, path: string, fields: FormFields) {
  const chosen = await browser.choose(path, fields);
  if (!chosen.html.includes('id="confirm"')) return { page: chosen };
  const body = new URLSearchParams();
  const confirmed = hiddenIn(chosen.html);
  for (const [name, values] of Object.entries(confirmed)) for (const one of values) body.append(name, one);
  const location = (await browser.once('POST', path, { body })).headers.get('location');
  const proving = provingAt(location);
  if (proving) return { proving };
  return { page: location === null ? await browser.postStale(path, confirmed) : await browser.get(location) };
}

/** Decides on money by a link: what is to be proved is proved, and the question is answered to which that leads back. */
export async function decideProved(
  at: Reach & Pick<Academy, 'now'>,
  browser: Visitor,
  path: string,
  fields: FormFields,
): Promise<Page> {
  const { page, proving } = await sentUnproved(browser, path, fields);
  if (page) return page;
  await putProof(at, proving.decision, at.now());
  const back = await browser.get(proving.back);
  return browser.postStale(path, hiddenIn(back.html));
}

/** Sends what is answered by another page or a file; if it is to be proved first, that is done, and it is sent again. */
export async function sentProved(at: Reach & Pick<Academy, 'now'>, send: () => Promise<Response>): Promise<Response> {
  const response = await send();
  const proving = provingAt(response.headers.get('location'));
  if (!proving) return response;
  await putProof(at, proving.decision, at.now());
  return send();
}

const other = <Value>(value: Value, ...others: readonly Value[]): Value => others.find((one) => one !== value) ?? value;

/** Decisions that are almost the one that is made: the proof of none of them is one of it. */
export const almost = (decision: Decision): readonly (readonly [string, Decision])[] => [
  ['another person', { ...decision, person: other(decision.person, 'moon-taeho', 'lee-junho') }],
  ['another request', { ...decision, subject: '0'.repeat(32) }],
  ['an earlier revision', { ...decision, revision: decision.revision - 1 }],
  ['a later revision', { ...decision, revision: decision.revision + 1 }],
  ['another outcome', { ...decision, outcome: other(decision.outcome, 'REFUSE', 'APPROVE') }],
  ['another amount', { ...decision, amount: decision.amount + 10 }],
  ['other words', { ...decision, words: { ...decision.words, subject: { ko: '다른 일', en: 'Something else' } } }],
];
