import { paymentsPaths } from '../../payments/pages/payments-paths.ts';

/** Where the pages of tax months are. */
export const taxMonthPaths = {
  month: paymentsPaths.taxMonth,
  csv: (month: string) => `${paymentsPaths.taxMonth(month)}/csv`,
} as const;
