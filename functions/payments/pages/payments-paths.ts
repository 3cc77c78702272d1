const payments = '/desk/payments';

/** Where the pages of payments are. */
export const paymentsPaths = {
  list: payments,
  batch: (batch: string) => `${payments}/${batch}`,
  file: (batch: string) => `${payments}/${batch}/file`,
  result: (batch: string) => `${payments}/${batch}/result`,
  /** By name, since it stands above payments. */
  taxMonth: (month: string) => `/desk/tax/${month}`,
} as const;
