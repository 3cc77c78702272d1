/**
 * How often something is done in all, the first time included, by what it is for. The table in docs/errors.md is checked
 * against these numbers.
 */
export const tries = {
  /** Decisions about what hardly anybody else changes at the same time. */
  decision: 3,
  /** Decisions about what its run, people and the clock change. */
  contested: 5,
  /** Decisions that touch one item with many of a round: a latch of its closing (docs/adr/0011), its numbers. */
  ofRound: 8,
  /** Decisions that touch what many have a share in: the waitlist, a reviewer, the audit chain of a round. */
  shared: 10,
  /** The choice of who is offered a seat: many seats may want the same person, and each but one chooses again. */
  nextInLine: 25,
  /** A transaction that a table under pressure throttled: the SDK does not retry a cancelled one. */
  throttledTransaction: 5,
  /** The closing of a latch under which somebody is sending an application (docs/adr/0011). */
  closingLatch: 10,
  /** A read of many items that met a write of one of them. */
  crossedRead: 5,
  /** A call of DynamoDB, by the SDK. */
  databaseCall: 5,
  /** A call of KMS or Step Functions, by the SDK. */
  serviceCall: 3,
  /** An entry of the outbox, before an operator is told: with its back-off these reach over about a day. */
  outboxEntry: 12,
} as const;
