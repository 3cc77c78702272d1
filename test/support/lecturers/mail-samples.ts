import { type Account, accountSchema, usableFromOf } from '../../../functions/lecturers/account.ts';
import type { Lecturer } from '../../../functions/lecturers/lecturer.ts';
import { planLecturer } from '../../../functions/lecturers/plan-lecturer.ts';
import type { PersonRequest } from '../../../functions/requests/request.ts';
import type { Lang } from '../../../functions/shared/i18n.ts';
import { asked, type Sample, type SampleFacts, sampleTime } from '../mail-previews/sample.ts';
import { lecturerRow } from './lecturers.ts';

function lecturerIn(lang: Lang): Lecturer {
  const plan = planLecturer(lecturerRow({ lang }), undefined, sampleTime);
  if (plan.kind !== 'new') throw new Error(plan.kind);
  return plan.next;
}

const account = (number: number): Account =>
  accountSchema.parse({
    lecturer: 'kim-haon',
    number,
    bank: '088',
    account: '110-123-456789',
    holder: '김하온',
    email: 'haon.kim@gaon.example',
    state: 'CONFIRMED',
    enteredAt: sampleTime,
    confirmedAt: sampleTime,
    usableFrom: usableFromOf(sampleTime),
    revision: 2,
  });

const stopped: Account = { ...account(3), state: 'STOPPED', stoppedAt: sampleTime };

const facts = (lang: Lang, requests: readonly PersonRequest[] = []): SampleFacts => ({
  requests,
  tables: (deps) => ({
    lecturers: {
      ...deps.lecturers,
      get: async () => lecturerIn(lang),
      account: async (_, number) => account(number),
      accountsOf: async () => [account(1), account(2), stopped],
    },
  }),
});

export function lecturersSamples(lang: Lang): Readonly<Record<string, readonly Sample[]>> {
  const to = { lecturer: 'kim-haon' };
  const request = {
    ...asked({ id: 'request-1', subject: 'lecturer#kim-haon', assignee: to }),
    kind: 'lecturer-account',
  };
  const reason =
    lang === 'ko'
      ? '예금주와 선생님의 성함이 다릅니다. 본인 명의의 계좌를 알려 주십시오.'
      : 'The account holder is somebody else. Please enter an account in your own name.';
  const refused = { ...request, question: { text: reason, pages: [] } };
  const ids = { request: 'request-1', generation: '1' };
  return {
    'account-asked': [
      { to, ids, facts: facts(lang, [{ ...request, question: undefined }]) },
      { variant: 'refused', to, ids, facts: facts(lang, [refused]) },
    ],
    'account-reminder': [
      { to, ids: { requests: ['request-1'] }, facts: facts(lang, [{ ...request, question: undefined }]) },
    ],
    'account-changed': [{ to, ids: { lecturer: 'kim-haon', number: '2' }, facts: facts(lang) }],
    'account-confirmed': [{ to, ids: { lecturer: 'kim-haon', number: '2' }, facts: facts(lang) }],
    'account-stopped': [
      { to, ids: { lecturer: 'kim-haon', number: '3', address: 'present' }, facts: facts(lang) },
      {
        variant: 'finance',
        to: { person: 'moon-taeho' },
        ids: { lecturer: 'kim-haon', number: '3', address: 'present' },
        facts: facts(lang),
      },
    ],
  };
}
