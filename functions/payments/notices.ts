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
  'batch-stands': {
    subject: {
      ko: '지급 묶음 처리가 멈춰 있습니다',
      en: 'A batch of payments stands still',
    },
    text: {
      ko: '한 시간 넘게 진행되지 않았습니다. 괄호 안은 상태와, 전체 가운데 처리된 쪽수입니다. 모으는 중(GATHERING)이면 이어서 만들거나 취소하고, 그 밖에는 오류의 원인을 찾으십시오. 원인이 없어지면 5분 안에 저절로 이어집니다.',
      en: 'Nothing of it has moved for more than an hour; its state, and how many of its pages are done, follow. Continue one that is GATHERING, or give it up; of any other one, find the fault: once that is gone it continues within five minutes, and nobody has to do anything.',
    },
    runbook: 'batch-stands',
    commands: ['batches show', 'batches go-on'],
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
