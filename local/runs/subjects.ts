/** An execution as the list of a machine's executions has it; moments in Unix milliseconds. */
export interface ListedRun {
  readonly arn: string;
  /** Without the stage. */
  readonly machine: string;
  readonly name: string;
  readonly status: string;
  readonly startedAt: number;
  readonly stoppedAt?: number;
}

/** All runs of a machine about one thing. */
export interface SubjectRuns {
  readonly subject: string;
  readonly machine: string;
  /** The one that counts: the newest. */
  readonly present: ListedRun;
  /** Those that another has taken over from, the newest first. */
  readonly superseded: readonly ListedRun[];
}

/** A round with everything about it that has runs. */
export interface RoundRuns {
  /** Empty for what belongs to no round that is known. */
  readonly roundId: string;
  readonly of: readonly SubjectRuns[];
}

/** The application of a name, also of a release whose later runs were called `REFERENCE-2`. */
const reference = /^[A-Z]-\d{2}H\d-[0-9A-Z]{4}-[0-9A-Z]{4}(?=$|[-_]\d+$)/u;

/** What a run is about, by its name. */
export const subjectOf = (name: string): string =>
  reference.exec(name)?.[0] ?? name.replace(/_\d+$/u, '').replace(/(-seat-\d+)-\d+$/u, '$1');

export const isReference = (subject: string): boolean => reference.test(subject);

const urgency = ['FAILED', 'TIMED_OUT', 'RUNNING', 'PENDING_REDRIVE', 'ABORTED', 'SUCCEEDED'];

/** The more somebody should look at it, the lower. */
const rank = ({ present }: SubjectRuns): number => {
  const found = urgency.indexOf(present.status);
  return found < 0 ? urgency.length : found;
};

/** Runs of one machine about one thing together: the newest counts, the others are superseded. */
export function bySubject(runs: readonly ListedRun[]): SubjectRuns[] {
  const groups = Map.groupBy(runs, ({ machine, name }) => `${machine} ${subjectOf(name)}`);
  return [...groups.values()].flatMap((some) => {
    const [present, ...superseded] = [...some].sort((a, b) => b.startedAt - a.startedAt || (a.name < b.name ? 1 : -1));
    return present ? [{ subject: subjectOf(present.name), machine: present.machine, present, superseded }] : [];
  });
}

/** What runs are about by their rounds: first what failed, then what is under way, the newest first. */
export function byRound(
  subjects: readonly SubjectRuns[],
  roundOf: (subject: SubjectRuns) => string | undefined,
): RoundRuns[] {
  const sorted = [...subjects].sort((a, b) => rank(a) - rank(b) || b.present.startedAt - a.present.startedAt);
  return [...Map.groupBy(sorted, (subject) => roundOf(subject) ?? '')].map(([roundId, of]) => ({ roundId, of }));
}

/** The round of what has it in its name: a round itself, or one of its seats. */
export function roundInName({ machine, subject }: Pick<SubjectRuns, 'machine' | 'subject'>): string | undefined {
  if (machine === 'cohort-admission') return subject;
  return /^(.+)-seat-\d+$/u.exec(subject)?.[1];
}

/** Whether something belongs to what was searched for: a part of its name or of its round's, in any writing. */
export const matches = (search: string, subject: string, roundId: string | undefined): boolean =>
  search === '' ||
  search
    .toUpperCase()
    .split(/\s+/u)
    .some((word) => subject.toUpperCase().includes(word) || (roundId ?? '').toUpperCase().includes(word));
