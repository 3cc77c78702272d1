/* The names that the outbox is known by. Nothing is imported here. */

export {};

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly outbox: 'AddressBounced' | 'AddressCleared' | 'AddressComplained' | 'EntryResent' | 'OutboxGivenUp';
  }
}
