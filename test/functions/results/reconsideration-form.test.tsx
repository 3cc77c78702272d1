import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { newApplication } from '../../../functions/applications/application.ts';
import { ReconsiderationForm } from '../../../functions/results/pages/reconsideration.tsx';
import { instantSchema } from '../../../functions/shared/time.ts';
import { academyRound } from '../rounds/academy.ts';

const now = instantSchema.parse('2027-04-01T01:00:00Z');
const round = { version: 1, ...academyRound() };
const reference = `${round.code}-7K3Q-9MX4`;
const of = { roundId: round.id, roundVersion: 1, lang: 'ko', email: 'a@example.com', now, closesAt: now } as const;
const help = { by: 'kim-minji', at: now, email: of.email };

const shown = (given: Partial<Parameters<typeof newApplication>[0]> = {}): string => {
  const opened = { application: newApplication({ reference, ...of, ...given }), round, by: 'applicant' };
  return renderToString(<ReconsiderationForm {...opened} typed={{}} errors={[]} lang="ko" />);
};

it('keeps a copy of what applicants write in their own browser, and none in the browser of who helps them', () => {
  expect(shown()).toContain(`data-copy="${reference}/look-again"`);
  expect(shown({ help })).not.toContain('data-copy');
  expect(shown({ help, email: 'own@example.com' })).toContain('data-copy');
});
