import type { OutboxDraft } from '../outbox/entry.ts';
import type { Notices } from '../requests/notice.ts';
import type { Dependencies } from './dependencies.ts';

/** What operators are told of payments. */
export const paymentsNotices = {
  'wage-tax-day': {
    subject: {
      ko: '지급일의 세율이 승인할 때와 다릅니다',
      en: 'Paid on a day of other taxes than it was approved for',
    },
    text: {
      ko: '은행이 지급한 날에는 승인할 때와 다른 세율이나 소득 구분이 적용됩니다. 아래 청구는 승인할 때의 세액으로 지급되었습니다. 재무 담당자와 확인하고, 차액은 정정으로 처리하십시오.',
      en: 'On the day on which the bank has paid, other rates or classes of income apply than those by which these claims were approved. They were paid with the taxes of the approval. Look at them with finance, and correct the difference.',
    },
    runbook: 'wage-tax-day',
    commands: ['batches show'],
  },
} as const satisfies Notices;

/** A notice about a batch to every operator. */
export async function noticesOf(
  { people }: Pick<Dependencies, 'people'>,
  about: keyof typeof paymentsNotices,
  batch: string,
  detail: string,
): Promise<OutboxDraft[]> {
  const operators = await people.withRole('operator');
  return operators.map(({ id: person }) => ({
    kind: 'mail',
    template: 'operator-notice',
    to: { person },
    ids: { about, subject: batch, detail },
  }));
}
