import type { Text } from '../shared/i18n.ts';

const names: Readonly<Record<string, Text>> = {
  'rate-card': { ko: '강사료 단가표', en: 'Rate card' },
  tax: { ko: '세금 기준', en: 'Tax rules' },
  claims: { ko: '청구 기준', en: 'Rules of claims' },
  'tax-dates': { ko: '원천징수 기한', en: 'Due dates of withholding' },
};

/** What people call the file of a slot: there is one budget a year, and one profile a bank. */
export function fileName(slot: string): Text {
  const [, kind, which = ''] = /^(budget|bank)-(.+)$/u.exec(slot) ?? [];
  if (kind === 'budget') return { ko: `${which}년 예산`, en: `Budget of ${which}` };
  if (kind === 'bank') return { ko: `은행 파일 형식 ${which}`, en: `Bank profile ${which}` };
  return names[slot] ?? { ko: slot, en: slot };
}
