import { expect, it } from 'vitest';
import { committeeNotices } from '../../../functions/committee/notices.ts';
import { operatorMail } from '../../../functions/requests/mails/staff-mails.tsx';
import { notices } from '../../../functions/requests/mails/texts.ts';
import { screeningNotices } from '../../../functions/screening/notices.ts';
import { demoPeople } from '../../support/people/demo-people.ts';

const operator = demoPeople().find(({ roles }) => roles.includes('operator'));
if (!operator) throw new Error('the demo has no operator');
const person = { ...operator, revision: 1, linkGeneration: 1, active: true };

const all = { ...notices, ...screeningNotices, ...committeeNotices };

it('every notice that names what it is about has a command to copy, of a round by its id', () => {
  for (const [about, notice] of Object.entries(all)) {
    const told = { stage: 'local', about, notice, subject: 'round#academy-2027h1', detail: 'x' };
    const { text } = operatorMail(person, told);
    if (!notice.nameless) expect(text, about).toMatch(/npm run ops -- [a-z ]+ academy-2027h1$/mu);
  }
});

it.each(['ko', 'en'] as const)(
  'the notice of what is stuck says state, error, tries, and the commands for its log and its redrive, in %s',
  (lang) => {
    const { text } = operatorMail(
      { ...person, lang },
      {
        stage: 'production',
        about: 'stuck',
        notice: notices.stuck,
        subject: 'A-27H1-7K3Q-9MX4',
        detail: 'RoundMissing',
        state: 'Check the application',
        tries: '7',
      },
    );
    for (const told of [
      'RoundMissing',
      'Check the application',
      '7',
      'npm run ops -- find A-27H1-7K3Q-9MX4 --stage production',
      'npm run ops -- logs A-27H1-7K3Q-9MX4 --stage production',
      'npm run ops -- redrive A-27H1-7K3Q-9MX4 --stage production',
    ]) {
      expect(text).toContain(told);
    }
  },
);
