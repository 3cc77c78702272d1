import { tries } from '../tries.ts';

/*
 * How long the services of AWS are waited for, in milliseconds. Without a limit the SDK waits for ever: a call that hangs
 * takes its Lambda with it, and the person or the run that waits.
 */

/** Until a connection stands. */
const connecting = 2_000;

/** Until an answer stands: all tries of a call together end before any Lambda does, and before the lease of an entry. */
export const answering = { database: 4_000, service: 5_000, mail: 20_000, file: 60_000 } as const;

const limits = (milliseconds: number) => ({
  connectionTimeout: connecting,
  requestTimeout: milliseconds,
  throwOnRequestTimeout: true,
  // Between two parts of an answer that has begun.
  socketTimeout: milliseconds,
});

/** DynamoDB answers within milliseconds, or it is better asked again. */
export const forDatabase = () => ({ maxAttempts: tries.databaseCall, requestHandler: limits(answering.database) });

/** KMS, Step Functions, and whatever else is asked in passing. */
export const forService = () => ({ maxAttempts: tries.serviceCall, requestHandler: limits(answering.service) });

/**
 * SES has no idempotency, so a try is one call, and the outbox tries again. Each call has a connection of its own: one
 * that was kept and closed meanwhile would look like a mail that was perhaps accepted.
 */
export const forMail = () => ({
  maxAttempts: 1,
  requestHandler: { ...limits(answering.mail), httpAgent: { keepAlive: false }, httpsAgent: { keepAlive: false } },
});
