/* The names that reports are known by. The workflow of residency-event reads them too, so that nothing is imported here. */

/** Kinds of request, each with every outcome with which one may end. */
export const reportsOutcomes = {
  /** The startup reports of a quarter: by its due date, and after it until it has. */
  'quarterly-report': ['SENT', 'GONE', 'SUPERSEDED'],
} as const;

/** The steps of residency-event that are about a report, each with every outcome on which its run goes on. */
export const reportsSteps = {
  'ask-for-report': reportsOutcomes['quarterly-report'],
} as const;

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly reports: 'ReportCorrected' | 'ReportDropped' | 'ReportSent';
  }
  interface MailTemplates {
    readonly reports: {
      readonly 'report-asked': { request: string; generation: string };
      readonly 'report-reminder': { requests: string[] };
      /** To the lab manager, once. */
      readonly 'report-late': { request: string };
      readonly 'report-sent': { event: string; version: string };
    };
  }
  interface RequestKinds {
    readonly reports: { [Kind in keyof typeof reportsOutcomes]: (typeof reportsOutcomes)[Kind][number] };
  }
}
