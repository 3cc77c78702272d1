/* The names that renewals are known by. The workflow of residency-event reads them too, so that nothing is imported here. */

/** Kinds of request, each with every outcome with which one may end. */
export const renewalsOutcomes = {
  /** The startup applies to the round in which those of its window are judged, or says that it leaves. */
  'renewal-invitation': ['APPLIED', 'DECLINED', 'LAPSE', 'GONE', 'SUPERSEDED'],
} as const;

/** The steps of residency-event that are about a renewal, each with every outcome on which its run goes on. */
export const renewalsSteps = {
  'ask-for-renewal': renewalsOutcomes['renewal-invitation'],
} as const;

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly renewals:
      | 'RenewalApplied'
      | 'RenewalDeclined'
      | 'RenewalGivenBack'
      | 'RenewalLapsed'
      /** Nobody is asked any more: the round was cancelled, or the startup leaves. */
      | 'RenewalPointless'
      /** The round closes later than when it was asked. */
      | 'RenewalPutOff';
  }
  interface MailTemplates {
    readonly renewals: {
      readonly 'renewal-declined': { event: string };
      readonly 'renewal-invited': { request: string; generation: string };
      readonly 'renewal-lapsed': { event: string };
      readonly 'renewal-reminder': { requests: string[] };
    };
  }
  interface RequestKinds {
    readonly renewals: { [Kind in keyof typeof renewalsOutcomes]: (typeof renewalsOutcomes)[Kind][number] };
  }
}
