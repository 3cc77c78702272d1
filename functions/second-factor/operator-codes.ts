import { type GivenFor, giveCode } from '../codes/given-code.ts';
import { isOperator } from '../people/operator.ts';
import type { PeopleTable } from '../people/people-table.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import { addMinutes, type Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Decision } from './decision.ts';
import type { Dependencies } from './dependencies.ts';

/** With which somebody may add one passkey. */
export const passkeyCodeFor = (person: string): GivenFor => ({ holder: `person#${person}`, scope: 'add-passkey' });

/** With which somebody may prove one decision about something, and no other. */
export const decisionCodeFor = ({ person, subject }: Pick<Decision, 'person' | 'subject'>): GivenFor => ({
  holder: `person#${person}`,
  scope: `decision#${subject}`,
});

const minutesADay = 24 * 60;
/** How long the person has to come to a device of theirs. */
const passkeyCodeMinutes = minutesADay;
/** How long they have with the page open and the operator on the telephone. */
const decisionCodeMinutes = 60;

type Needed = Pick<Dependencies, 'codes' | 'commit' | 'random' | 'signCode'> & {
  readonly people: Pick<PeopleTable, 'get'>;
};

export type Given =
  | { readonly kind: 'given'; readonly code: string; readonly until: Instant }
  /** Nobody of the staff: without a role there is no desk, either. */
  | { readonly kind: 'nobody' }
  /** It is for whoever gives it: a code is what a second person knows them by. */
  | { readonly kind: 'oneself' };

interface Asked {
  readonly person: string;
  /** Who gives it, and why: both are audited. */
  readonly by: string;
  readonly reason: string;
}

/** Makes the code with which somebody may add a passkey. Only whoever calls is told it: no mail and no page is. */
export const givePasskeyCode = (deps: Needed, asked: Asked, now: Instant): Promise<Given> =>
  give(deps, asked, passkeyCodeFor(asked.person), { type: 'PasskeyCodeGiven', minutes: passkeyCodeMinutes }, now);

/** The same, for one decision of somebody who has no passkey at hand. */
export const giveDecisionCode = (
  deps: Needed,
  asked: Asked & Pick<Decision, 'subject'>,
  now: Instant,
): Promise<Given> =>
  give(
    deps,
    asked,
    decisionCodeFor(asked),
    { type: 'DecisionCodeGiven', minutes: decisionCodeMinutes, about: asked.subject },
    now,
  );

const give = (
  deps: Needed,
  { person: id, by, reason }: Asked,
  codeFor: GivenFor,
  what: {
    readonly type: 'DecisionCodeGiven' | 'PasskeyCodeGiven';
    readonly minutes: number;
    readonly about?: string;
  },
  now: Instant,
): Promise<Given> =>
  decideAgainOnConflict(async () => {
    const person = await deps.people.get(id);
    if (!person || person.roles.length === 0) return { kind: 'nobody' };
    if (isOperator(by, person)) return { kind: 'oneself' };
    const { type, minutes, about } = what;
    const { code, change } = await giveCode(deps, codeFor, minutes, now);
    const data = { reason, ...(about !== undefined && { about }) };
    await deps.commit({ changes: [change], events: [{ subject: `person#${id}`, type, by, at: now, data }] });
    return { kind: 'given', code, until: addMinutes(now, minutes) };
  }, tries.shared);
