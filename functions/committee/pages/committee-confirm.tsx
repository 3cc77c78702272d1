import type { Round } from '../../rounds/round.ts';
import type { Deliberation } from '../../selection/deliberation.ts';
import type { Snapshot } from '../../selection/snapshot.ts';
import { type Lang, peopleText } from '../../shared/i18n.ts';
import type { PageResponse } from '../../shared/pages/request.ts';
import { confirmation } from '../../shared/pages/two-acts.tsx';
import { formatInstant } from '../../shared/time.ts';
import { confirmWords, membersText, committeeWords as words } from './committee-texts.ts';

/** Whether a member means it: the approval of exactly this ranking, or to take no part. */
export function confirmCommittee(given: {
  readonly path: string;
  readonly round: Round;
  readonly snapshot: Snapshot;
  readonly deliberation: Deliberation;
  readonly answer: 'APPROVE' | 'CONFLICT';
  /** Whether somebody of the ranking is told the result: who has withdrawn since is not. */
  readonly isTold: (reference: string) => boolean;
  readonly lang: Lang;
}): PageResponse {
  const { path, round, snapshot, deliberation, answer, lang } = given;
  const isLast = answer === 'APPROVE' && deliberation.approvals.length + 1 >= deliberation.needed;
  const { title, lead, yes } = confirmWords[isLast ? 'last' : answer];
  const ranking = {
    term: words.snapshot[lang],
    value: `${snapshot.number} · ${formatInstant(snapshot.madeAt, lang)}`,
  };
  return confirmation({
    lang,
    title: title[lang],
    eyebrow: round.title[lang],
    lead: lead[lang],
    contact: round.contact,
    home: path,
    action: path,
    chosen: { outcome: [answer] },
    rows: [
      ranking,
      ...(answer === 'APPROVE'
        ? [
            {
              term: words.approvals[lang],
              value: membersText(deliberation.approvals.length, deliberation.needed)[lang],
            },
          ]
        : []),
      ...(isLast ? toldRows(given) : []),
    ],
    yes: yes[lang],
  });
}

const outcomes = ['SEAT', 'WAITLIST', 'NOT_SELECTED'] as const;

/** How many people will be told what. */
const toldRows = ({ snapshot, isTold, lang }: Parameters<typeof confirmCommittee>[0]) =>
  outcomes.map((outcome) => ({
    term: confirmWords.told[outcome][lang],
    value: peopleText(
      snapshot.entries.filter((entry) => entry.outcome.outcome === outcome && isTold(entry.reference)).length,
    )[lang],
  }));
