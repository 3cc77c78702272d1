import type { Figures } from '../../../functions/reports/report.ts';

/** What a startup says of a quarter, as a test changes it. */
export const figures = (change: Partial<Figures> = {}): Figures => ({
  staff: 7,
  revenue: 120_000_000,
  investment: 0,
  milestones: { reached: '결제 서비스를 열었습니다.', next: '두 은행과 시험합니다.' },
  ...change,
});
