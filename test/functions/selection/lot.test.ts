import { describe, expect, it } from 'vitest';
import { lotOf, seedHashOf } from '../../../functions/selection/lot.ts';

const seed = '3a5b641fea2acfa1835777bf050201e8bc5f60776dcaf6d450743d12a0e215ca';

/* Made with OpenSSL 3.0.19 by the commands in lot.ts. */
const hashes = [
  [seed, '3fda0e13b2e2776e9aa25207d7b0873b00dcb1490970599980051484c85c0741'],
  ['0'.repeat(64), '60e05bd1b195af2f94112fa7197a5c88289058840ce7c6df9693756bc6250f55'],
] as const;
const lots = [
  [seed, 'A-27H1-7K3Q-9MX4', '6f08a982de1ec23c30c96470fcc0b78a2aa3e3d0f9b5c126f8771ba2710c92e4'],
  [seed, 'A-27H1-0000-0000', 'f9132cbaa489ae568420c1182f60525c6c22ab3c91abb000c38ace1d40590a47'],
  ['0'.repeat(64), 'A-27H1-7K3Q-9MX4', 'fe0c6fc051beb0d1ece0ce6b4aef9a263b31d0e107ad76d0fd6309ec685ca727'],
] as const;

describe('the lot', () => {
  it.each(hashes)('commits to its seed by the hash that openssl makes of it: %s', (seed, hash) => {
    expect(seedHashOf(seed)).toBe(hash);
  });

  it.each(lots)('of a reference is what openssl makes of it: %s, %s', (seed, reference, lot) => {
    expect(lotOf(seed, reference)).toBe(lot);
  });

  it.each(['', 'secret', seed.toUpperCase(), `${seed}\n`, seed.slice(1)])('takes no other seed: %j', (wrong) => {
    expect(() => seedHashOf(wrong)).toThrow();
    expect(() => lotOf(wrong, 'A-27H1-7K3Q-9MX4')).toThrow();
  });
});
