/* The names that spaces are known by. Nothing is imported here. */

export {};

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly spaces:
      | 'SpaceAllotted'
      | 'SpaceChanged'
      | 'SpaceContractEnded'
      | 'SpaceContractExtended'
      | 'SpaceEntered'
      | 'SpaceLeft'
      | 'SpaceLoaded'
      | 'SpaceOverstayTold'
      | 'SpaceReleased'
      | 'SpaceRemoved'
      | 'SpaceReturned';
  }
  interface Roles {
    readonly spaces: 'lab-manager';
  }
}
