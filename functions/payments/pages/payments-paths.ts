const payments = '/desk/payments';

/** Where the pages of payments are. */
export const paymentsPaths = {
  list: payments,
  batch: (batch: string) => `${payments}/${batch}`,
  file: (batch: string) => `${payments}/${batch}/file`,
  result: (batch: string) => `${payments}/${batch}/result`,
  month: (month: string) => `${payments}/tax/${month}`,
  csv: (month: string) => `${payments}/tax/${month}/csv`,
} as const;
