import { loadPeople } from '../../../functions/people/load-people.ts';
import { readPeople } from '../../../functions/people/read-people.ts';
import { type Decision, proofPath } from '../../../functions/second-factor/proofs.ts';
import { fingerprint } from '../../../functions/shared/random.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import type { Academy } from '../academy.ts';
import { signIn } from '../desk/sign-in.ts';
import type { Typing, Visit } from '../pages/visits.ts';
import type { Visitor } from '../visitor.ts';

const headings = {
  passkeys: { ko: '패스키', en: 'Passkeys' },
  prove: { ko: '본인 확인', en: 'Confirm that it is you' },
  other: { ko: '다른 담당자의 결정입니다', en: 'This is a decision of somebody else' },
};

const decisionOf = (person: string): Decision => ({
  person,
  subject: '0123456789abcdef0123456789abcdef',
  revision: 3,
  outcome: 'APPROVE',
  amount: 1_594_560,
  words: {
    subject: { ko: '2027년 3월 강사료 지급 요청', en: 'Claim for lecturer wages, March 2027' },
    outcome: { ko: '승인', en: 'Approve' },
  },
});

/** Passkeys with none, with two, while one is added; a decision of who has one, of who has none and of somebody else. */
export async function secondFactorVisits(at: Academy, { lang }: Typing): Promise<Visit[]> {
  const names = lang === 'ko' ? ['강지호', '윤아름', '정하늘'] : ['Jiho Kang', 'Areum Yoon', 'Haneul Jung'];
  const ids = ['new', 'adding', 'has'].map((id) => `passkey-${id}`);
  const addressOf = (id: string | undefined) => `${id}@desk.academy.example.kr`;
  const rows = ids.map((id, index) => [id, names[index], addressOf(id), lang, 'intake-officer', '', ''].join(','));
  const { people } = readPeople(['id,name,email,lang,roles,deputy,absences', ...rows].join('\n'));
  await loadPeople(at, people, 'operator:test', at.now());
  const signedIn = await Promise.all(ids.map((id) => signIn(at, addressOf(id), { lang })));
  const [none, adding, has] = signedIn.map(({ browser }) => browser);
  await open(at, 'passkey-adding', adding);
  await keep(at, 'passkey-has');
  const ok = (by: Visitor | undefined) => ({ by, status: 200 });
  const path = '/desk/passkeys';
  const own = proofPath(decisionOf('passkey-new'), '/desk');
  return [
    { name: 'passkeys-none', path, ...ok(none), heading: headings.passkeys },
    { name: 'passkeys-errors', path, ...ok(none), post: { code: '12' }, status: 422, heading: headings.passkeys },
    { name: 'passkeys-adding', path, ...ok(adding), heading: headings.passkeys },
    { name: 'passkeys', path, ...ok(has), heading: headings.passkeys },
    { name: 'prove', path: proofPath(decisionOf('passkey-has'), '/desk'), ...ok(has), heading: headings.prove },
    { name: 'prove-no-passkey', path: own, ...ok(none), heading: headings.prove },
    {
      name: 'prove-errors',
      path: own,
      ...ok(none),
      post: { code: '12' },
      status: 422,
      heading: headings.prove,
    },
    { name: 'prove-other-person', path: own, ...ok(has), status: 403, heading: headings.other },
  ];
}

/** The code was typed in this browser. */
async function open(at: Academy, person: string, browser: Visitor | undefined): Promise<void> {
  const [, secret = ''] = browser?.cookies.get('desk')?.split('.') ?? [];
  const row = { once: '0'.repeat(32), session: fingerprint(secret), until: addMinutes(at.now(), 6 * 60) };
  const event = { subject: `person#${person}`, type: 'PasskeyCodeUsed', by: 'operator:test', at: at.now() } as const;
  await at.commit({ changes: [at.proofs.putAdding(person, row)], events: [event] });
}

async function keep(at: Academy, person: string): Promise<void> {
  const one = { publicKey: 'AA', counter: 1, transports: ['internal'], addedAt: addMinutes(at.now(), -60 * 24 * 40) };
  const passkeys = [
    { ...one, id: 'u7QmXk2dT0a5Vw9L', synced: true, usedAt: addMinutes(at.now(), -60) },
    { ...one, id: 'b3ZpRf8cYh1nGs4E', counter: 0 },
  ];
  const next = { person, handle: 'AA', passkeys, revision: 1 };
  const event = { subject: `person#${person}`, type: 'PasskeyAdded', by: 'operator:test', at: at.now() } as const;
  await at.commit({ changes: [at.passkeys.save(next, undefined)], events: [event] });
}
