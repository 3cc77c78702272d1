import { expect, it } from 'vitest';
import { earlierChainOf } from '../../../../functions/shared/database/chains.ts';

it.each([
  [{ pk: 'waitlist-guard#academy-2027h1', sk: 'guard' }, 'round#academy-2027h1'],
  [{ pk: 'academy-2027h1', sk: 'admission' }, 'round#academy-2027h1'],
  [{ pk: 'A-27H1-7K3Q-9MX4', sk: 'application', reference: 'A-27H1-7K3Q-9MX4' }, 'A-27H1-7K3Q-9MX4'],
])('what is stored as %o was told of in the chain %s before it had one of its own', (item, chain) => {
  expect(earlierChainOf(item)).toBe(chain);
});
