import { expect, it } from 'vitest';
import { kinds } from '../../../functions/app/kinds.ts';
import { aboutIn } from '../../../functions/requests/kind.ts';

it.each([
  ['intake-decision', 'A-27H1-7K3Q-9MX4', ['접수 번호', 'A-27H1-7K3Q-9MX4']],
  ['account-check', 'lecturer#kim-haon', ['강사', 'kim-haon']],
  ['wage-finance', 'W-2703-D15R-CRYW', ['청구 번호', 'W-2703-D15R-CRYW']],
  ['rules-check', 'rules#rate-card', ['파일', '강사료 단가표']],
  ['rules-check', 'rules#budget-2027', ['파일', '2027년 예산']],
  ['rules-check', 'rules#bank-example-csv', ['파일', '은행 파일 형식 example-csv']],
  ['of another release', 'bicycle#7', ['접수 번호', '7']],
])('a request of the kind %s about %s says what that is, and calls it as people do', (kind, subject, said) => {
  const { term, name } = aboutIn(kinds.get(kind), { subject });
  expect([term.ko, name.ko]).toEqual(said);
});
