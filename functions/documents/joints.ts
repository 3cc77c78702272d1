/* The names that documents are known by. Nothing is imported here. */

export {};

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly documents:
      | 'DocumentAccepted'
      | 'DocumentArrived'
      | 'DocumentAwaited'
      | 'DocumentCleared'
      | 'DocumentDownloaded'
      | 'DocumentLapsed'
      | 'DocumentRefused'
      | 'DocumentReturned'
      | 'DocumentSwept'
      | 'DocumentsErased'
      | 'DocumentsKept';
  }
}
