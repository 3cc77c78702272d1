import type { OutboxDraft } from '../outbox/entry.ts';
import type { Notices } from '../requests/notice.ts';
import type { Dependencies } from './dependencies.ts';

/** What operators are told of payments. */
export const paymentsNotices = {
  'batch-given-up': {
    subject: { ko: '지급 묶음이 취소되었습니다', en: 'A batch of payments was given up' },
    text: {
      ko: '아래 지급 묶음은 지급하지 않고 취소되었습니다. 그 청구는 다음 묶음으로 넘어갑니다. 약속한 날이 지나는 청구가 없는지 확인하십시오.',
      en: 'Nothing of this batch was paid. Its claims go into the next one: look whether the promised day of any of them passes before that.',
    },
    runbook: 'batch-given-up',
    commands: ['batches show'],
  },
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
