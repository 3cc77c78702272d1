/* The names that casework is known by. Nothing is imported here. */

export {};

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly casework: 'ApplicationsDownloaded';
  }
}
