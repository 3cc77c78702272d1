import { loadLecturer } from '../../../functions/lecturers/load-lecturers.ts';
import { statementWords } from '../../../functions/statements/statement-words.ts';
import type { Academy } from '../academy.ts';
import { day } from '../claims/made-up.ts';
import { lecturerRow } from '../lecturers/lecturers.ts';
import type { Typing, Visit } from '../pages/visits.ts';
import { approvedClaim } from '../payments/approved-claim.ts';
import { madeBatch } from '../payments/pay-claims.ts';
import { statementPath } from './statement-path.ts';

/** What a lecturer was paid, and what the link of somebody else shows. */
export async function statementsVisits(at: Academy, { lang }: Typing): Promise<readonly Visit[]> {
  const row = {
    name: lang === 'ko' ? '김하온' : 'Haon Kim',
    institution: lang === 'ko' ? '가온은행' : 'Gaon Bank',
    cap: 'class-40',
    grade: 'special-2',
    taxClass: 'other-income',
  } as const;
  const { id, email } = await approvedClaim(at, { ...row, lang });
  await (await madeBatch(at, [id], at.now())).confirm();
  const path = await statementPath(at, id, email);
  const moved = await approvedClaim(at, { ...row, lang });
  await (await madeBatch(at, [moved.id], at.now())).confirm();
  const renewed = await statementPath(at, moved.id, moved.email);
  const address = { ...row, id: moved.lecturer, lang, taxSince: day('2019-01-01'), email: `x-${moved.email}` };
  await loadLecturer(at, lecturerRow(address), 'operator:test', at.now());
  const unknown = { ko: '이 링크로는 열 수 없습니다', en: 'This link does not work' };
  return [
    { name: 'statement', path, status: 200, heading: statementWords.title },
    { name: 'statement-renewed', path: renewed, status: 410, heading: statementWords.renewed },
    { name: 'statement-unknown', path: `/statement/${id}/${'A'.repeat(43)}`, status: 404, heading: unknown },
  ];
}
