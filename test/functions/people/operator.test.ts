import { expect, it } from 'vitest';
import { roles } from '../../../functions/app/roles.ts';
import { wire } from '../../../functions/app/wiring.ts';
import { loadPeople } from '../../../functions/people/load-people.ts';
import { isOperator, operatorAmong } from '../../../functions/people/operator.ts';
import { readPeople } from '../../../functions/people/read-people.ts';
import { hasLoaded } from '../../../functions/rule-files/rule-version.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { callerIn } from '../../../ops/caller.ts';
import { memoryDatabase, memoryTables } from '../../support/memory/memory-database.ts';

const hana = { id: 'ryu-hana', email: 'hana.ryu@academy.example' };
const calledBy = (arn: string): string => `operator:${callerIn(arn).name}`;

it('who works at the command line is known by the session of a role, by a user, and by the name on the local cloud', () => {
  for (const by of [
    calledBy('arn:aws:sts::123456789012:assumed-role/Operators/hana.ryu@academy.example'),
    calledBy('arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_Operators_0a1b/Hana.Ryu@ACADEMY.example'),
    calledBy('arn:aws:sts::123456789012:assumed-role/Operators/ryu-hana'),
    calledBy('arn:aws:iam::123456789012:user/finance/ryu-hana'),
    'operator:ryu-hana',
    'operator:hana.ryu@academy.example',
  ]) {
    expect(isOperator(by, hana), by).toBe(true);
    expect(hasLoaded({ loadedBy: by }, hana), by).toBe(true);
  }
  for (const by of [
    calledBy('arn:aws:sts::123456789012:assumed-role/ryu-hana/taeho.moon@academy.example'),
    calledBy('arn:aws:sts::123456789012:assumed-role/Operators/hana'),
    calledBy('arn:aws:iam::123456789012:root'),
    'person:ryu-hana',
  ]) {
    expect(isOperator(by, hana), by).toBe(false);
  }
});

it('a name that is neither id nor mailbox is found by the people file', async () => {
  const { db } = memoryDatabase({ quick: true });
  const deps = wire(memoryTables, db);
  const now = instantSchema.parse('2027-04-01T00:00:00Z');
  const { people, bad } = readPeople(
    [
      'id,name,email,lang,roles,deputy,absences,operatorNames',
      'ryu-hana,Hana,hana.ryu@academy.example,ko,finance-officer,,,hana; Operators/botocore-session-1',
      'moon-taeho,Taeho,taeho.moon@academy.example,ko,finance-officer,,,',
    ].join('\n'),
    roles,
  );
  expect(bad).toEqual([]);
  await loadPeople({ people: deps.people, commit: deps.commit }, people, 'operator:test', now);
  const found = async (by: string) => (await operatorAmong({ people: deps.people, roles }, by))?.id;
  expect(await found('operator:Operators/hana')).toBe('ryu-hana');
  expect(await found('operator:Operators/botocore-session-1')).toBe('ryu-hana');
  expect(await found('operator:Others/botocore-session-1')).toBeUndefined();
  expect(await found('operator:Operators/taeho.moon@academy.example')).toBe('moon-taeho');
  expect(await found('operator:Operators/nobody')).toBeUndefined();
  expect((await deps.people.get('moon-taeho'))?.operatorNames).toBeUndefined();
});
