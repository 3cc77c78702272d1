import * as z from 'zod';

const days = z.int().min(0).max(365);

/** How a residency is conducted, in numbers that a round may say otherwise. */
export const conductSchema = z
  .strictObject({
    renewal: z
      .strictObject({
        opensDays: days.describe('How many days before the end of the contract a renewal can be asked for.'),
        closesDays: days.describe('How many days before the end it can be asked for at the latest.'),
      })
      .refine(({ opensDays, closesDays }) => closesDays <= opensDays, {
        path: ['closesDays'],
        message: 'lies before the day on which the window opens',
      }),
    report: z.strictObject({
      dueBusinessDays: z.int().min(1).max(60).describe('On which business day after the quarter its report is due.'),
    }),
    notice: z.strictObject({
      startupDays: days.describe('How many days before its last day a startup says that it ends the contract.'),
      managementDays: days.describe('How many days before the last day a startup is told that its contract is ended.'),
    }),
    exit: z
      .strictObject({
        opensDays: days.describe(
          'How many days before the last day a startup is told what is to be done when it leaves.',
        ),
      })
      .default({ opensDays: 30 }),
  })
  .describe('Renewal, reports and notice of a residency.');
export type Conduct = z.output<typeof conductSchema>;

/** What the Lab does, unless its round says otherwise. */
export const usualConduct: Conduct = {
  renewal: { opensDays: 120, closesDays: 60 },
  report: { dueBusinessDays: 10 },
  notice: { startupDays: 30, managementDays: 30 },
  exit: { opensDays: 30 },
};
