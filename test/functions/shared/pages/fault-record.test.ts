import { expect, it } from 'vitest';
import { Fault } from '../../../../functions/shared/errors.ts';
import { describeFault } from '../../../../functions/shared/pages/fault-record.ts';

const ids = { table: 'sfa-x-applications', key: 'A-27H1-7K3Q-9MX4/application', field: 'lang' };

it('names the stored item that cannot be read on every stage, and the ids of no other fault', () => {
  const unreadable = new Fault('ItemUnreadable', ids);
  const told = 'sfa-x-applications A-27H1-7K3Q-9MX4/application: lang';
  expect(describeFault(unreadable)).toMatchObject({ error: 'ItemUnreadable', unreadable: told });
  expect(describeFault(new Error('outer', { cause: unreadable }))).toMatchObject({ unreadable: told });
  const other = describeFault(new Fault('RoundMissing', { round: 'academy-demo' }));
  expect(JSON.stringify(other)).not.toContain('academy-demo');
});
