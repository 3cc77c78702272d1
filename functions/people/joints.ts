/* The names that people are known by. Nothing is imported here. */

export {};

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly people:
      | 'PersonAbsenceEntered'
      | 'PersonAbsenceRemoved'
      | 'PersonChanged'
      | 'PersonLinksRenewed'
      | 'PersonLoaded'
      | 'PersonMailedAnew';
  }
  interface Roles {
    readonly people: 'operator';
  }
  interface RecipientKinds {
    /** Somebody of the staff, by the id in the people file. */
    readonly people: 'person';
  }
}
