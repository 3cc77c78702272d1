import { createHash, randomBytes } from 'node:crypto';

/** Where randomness comes from, passed in so that domain functions stay repeatable. */
export type RandomBytes = (count: number) => Uint8Array;

export const secureRandom: RandomBytes = (count) => new Uint8Array(randomBytes(count));

/** 128 random bits in URL-safe characters: what nobody can guess. */
export const newSecret = (random: RandomBytes): string => Buffer.from(random(16)).toString('base64url');

/** 128 random bits in hexadecimal: an id that is safe in a path, on a command line and in a mail. */
export const newId = (random: RandomBytes): string => Buffer.from(random(16)).toString('hex');

/** For secrets that are recognised later and for index keys made of personal data: never the value itself. */
export const fingerprint = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
