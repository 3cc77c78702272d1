/* The names that residencies are known by. Nothing is imported here. */

export {};

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly residencies: 'ResidencyStarted';
  }
  interface Machines {
    /** Its steps are those of onboarding; the subject of its runs is the residency. */
    readonly residencies: 'startup-lab-onboarding';
  }
}
