import { taxDatesKind } from './tax-dates.ts';

/** What the tax month brings: the due dates as a file that finance confirms. */
export const taxMonthPorts = { ruleKinds: [taxDatesKind] } as const;
