/* The names that residencies are known by. Nothing is imported here. */

export {};

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly residencies: 'ResidencyEventBegun' | 'ResidencyStarted';
  }
  interface Machines {
    /** The subject of the first's runs is the residency, of the other's what happens in it by a date; steps are done above. */
    readonly residencies: 'startup-lab-onboarding' | 'residency-event';
  }
}
