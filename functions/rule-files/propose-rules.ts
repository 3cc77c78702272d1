import { financeOfficer } from '../lecturers/lecturer.ts';
import { mailTo } from '../requests/ask.ts';
import type { InterestsIn } from '../requests/interests.ts';
import type { Kinds } from '../requests/kind.ts';
import { assigneeId, cancelled, openedRequest } from '../requests/request.ts';
import { whoIsAsked } from '../requests/who-is-asked.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { FileProblem } from '../shared/files/check-yaml.ts';
import type { RequestOutcome } from '../shared/names.ts';
import { newId } from '../shared/random.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Compared, compareRules } from './compare-rules.ts';
import type { Dependencies } from './dependencies.ts';
import { type RuleKind, readRules } from './rule-kinds.ts';
import { hasLoaded, type RuleVersion, ruleLifecycle, ruleSubject } from './rule-version.ts';

export const rulesKind = 'rules-check';
const outcomes: readonly RequestOutcome<typeof rulesKind>[] = ['CONFIRM', 'REFUSE'];

/** The longest file, so that a version fits into an item. */
const longestFile = 100_000;

/** What requests about rules belong to. */
const context = 'rules';

export type ProposeOutcome =
  | { readonly kind: 'proposed'; readonly compared: Compared; readonly version: RuleVersion; readonly asked: string }
  | { readonly kind: 'wrong'; readonly problems: readonly FileProblem[] }
  | { readonly kind: 'too-long'; readonly most: number }
  /** It says what the version in force says. */
  | { readonly kind: 'unchanged'; readonly version: number }
  /** Nobody of finance is loaded but who has loaded it. */
  | { readonly kind: 'nobody-confirms' };

type Reach = Pick<Dependencies, 'commit' | 'people' | 'random' | 'requests' | 'rules'> & {
  readonly kinds: Kinds;
  readonly interestsIn: InterestsIn;
  readonly ruleKinds: readonly RuleKind[];
};

/** What a file would change. */
export async function previewRules(
  deps: Pick<Reach, 'rules' | 'ruleKinds'>,
  text: string,
  now: Instant,
): Promise<{ readonly compared: Compared } | { readonly problems: readonly FileProblem[] }> {
  const read = readRules(text, deps.ruleKinds);
  return read.ok ? { compared: await compareRules(deps, read.rules, text, now) } : { problems: read.problems };
}

/**
 * Keeps a file as the next version, which is in force only when somebody of finance other than who has loaded it confirms
 * it. One that waited still is superseded.
 */
export async function proposeRules(
  deps: Reach,
  { text, by }: { readonly text: string; readonly by: string },
  now: Instant,
): Promise<ProposeOutcome> {
  const preview = await previewRules(deps, text, now);
  if ('problems' in preview) return { kind: 'wrong', problems: preview.problems };
  if (text.length > longestFile) return { kind: 'too-long', most: longestFile };
  return decideAgainOnConflict(async () => {
    const { rules: read } = preview.compared;
    const { slot } = read;
    const compared = await compareRules(deps, read, text, now);
    if (compared.against && compared.differences.length === 0) {
      return { kind: 'unchanged', version: compared.against.number };
    }
    const officers = await deps.people.withRole(financeOfficer);
    const [first] = officers.filter((one) => !hasLoaded({ loadedBy: by }, one)).sort((a, b) => (a.id < b.id ? -1 : 1));
    if (!first) return { kind: 'nobody-confirms' };
    const before = await deps.rules.versionsOf(slot);
    const subject = ruleSubject(slot);
    const number = (before.at(-1)?.number ?? 0) + 1;
    const { person, why } = await whoIsAsked(deps, { kind: rulesKind, subject, person: first.id, plan: {} }, now);
    const asked = (await deps.people.get(person)) ?? first;
    const holder = hasLoaded({ loadedBy: by }, asked) ? first : asked;
    const request = openedRequest({
      id: newId(deps.random),
      kind: rulesKind,
      subject,
      context,
      askKey: `${rulesKind}/${slot}/${number}`,
      outcomes,
      assignee: { person: holder.id },
      why: holder.id === person ? why : 'asked',
      plan: { within: 5, remindAfter: [2, 4], ...(holder.deputy && { deputy: holder.deputy }) },
      now,
    });
    const version: RuleVersion = {
      slot,
      kind: read.kind,
      number,
      state: 'PROPOSED',
      firstDay: compared.firstDay,
      text,
      loadedBy: by,
      loadedAt: now,
      request: request.id,
      confirmed: false,
      revision: 1,
    };
    const waiting = before.filter(({ state }) => state === 'PROPOSED');
    const open = await deps.requests.stillOpen(waiting.map((one) => one.request));
    await deps.commit({
      changes: [
        ...deps.rules.create(version),
        ...deps.requests.create(request),
        ...waiting.map((one) => deps.rules.save(superseded(one), one)),
        ...open.map((one) => deps.requests.save(cancelled(one, 'SUPERSEDED', by, now), one)),
      ],
      events: [
        {
          subject,
          type: 'RulesProposed',
          by,
          at: now,
          data: {
            version: number,
            firstDay: compared.firstDay,
            differences: compared.differences.length,
            request: request.id,
            assignee: assigneeId(request.assignee),
          },
        },
      ],
      outbox: [mailTo(request, 'request-opened')],
    });
    return { kind: 'proposed', compared, version, asked: holder.id };
  }, tries.contested);
}

export const superseded = (was: RuleVersion): RuleVersion => ({
  ...was,
  state: ruleLifecycle.moved(was.state, 'supersede'),
  revision: was.revision + 1,
});
