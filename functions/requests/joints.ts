/* The names that requests are known by. Nothing is imported here. */

export {};

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly requests:
      | 'ReminderSent'
      | 'RequestCancelled'
      | 'RequestEscalated'
      | 'RequestHandedOver'
      | 'RequestOpened'
      | 'RequestOverdue'
      | 'RequestPassedToDeputy'
      | 'RunAttached'
      | 'RunHasNothingToAsk';
  }
  interface MailTemplates {
    readonly requests: {
      readonly 'operator-notice': { about: string; subject: string; detail: string; state?: string; tries?: string };
      readonly 'request-opened': { request: string; generation: string };
      readonly 'request-reminder': { requests: string[] };
    };
  }
}
