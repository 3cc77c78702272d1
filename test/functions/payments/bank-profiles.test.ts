import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bankProfileJsonSchema } from '../../../functions/bank-files/bank-profile.ts';
import { checkBankProfile } from '../../../functions/bank-files/check-bank-profile.ts';
import { root } from '../../../local/paths.ts';
import { profileNames, profileYaml } from '../../support/payments/profiles.ts';

function problemsAfter(name: string, before: string, after: string): string[] {
  const yaml = profileYaml(name);
  expect(yaml).toContain(before);
  const checked = checkBankProfile(yaml.replace(before, after));
  return checked.ok ? [] : checked.problems.map(({ field, reason }) => `${field} ${reason}`);
}

describe('the profile of a bank', () => {
  it('is one of three examples, which say that they are', () => {
    const files = readdirSync(join(root, 'rules/banks')).filter((file) => file.endsWith('.yaml'));
    expect(files.toSorted()).toEqual(profileNames.map((name) => `${name}.yaml`).toSorted());
    for (const name of profileNames) {
      expect(checkBankProfile(profileYaml(name))).toMatchObject({ ok: true, value: { id: name, example: true } });
      expect(profileYaml(name)).toContain('Made up: no bank takes this file.');
    }
  });

  it('has the schema that editors are given', () => {
    const file = readFileSync(join(root, 'rules/banks/bank-profile.schema.json'), 'utf8');
    expect(JSON.parse(file)).toEqual(JSON.parse(JSON.stringify(bankProfileJsonSchema())));
  });

  it('has the columns without which nobody is paid, or nobody knows who was', () => {
    expect(problemsAfter('example-csv', '{ value: account }', '{ value: payee }')).toEqual([
      'file.columns should have one whose value is account',
    ]);
    expect(problemsAfter('example-csv', '{ value: row }', '{ text: "" }')).toEqual([
      'file.columns should have one whose value is row',
    ]);
    expect(problemsAfter('example-xlsx', '{ value: amount }', '{ value: gross }')).toEqual([
      'file.columns should have one whose value is amount',
    ]);
  });

  it('says nothing of one transfer in a row about all, and gives every column its heading', () => {
    expect(problemsAfter('example-csv', '{ value: count }', '{ value: holder }')).toEqual([
      'file.footer[0][1].is.value is holder, which only a transfer has',
    ]);
    expect(problemsAfter('example-csv', '{ title: 적요, is', '{ is')).toEqual(['file.columns[5].title is missing']);
  });

  it('says how a day is written, and of nothing else', () => {
    expect(problemsAfter('example-xlsx', ', form: YYYY-MM-DD', '')).toEqual(['file.header[0][1].is.form is missing']);
    expect(problemsAfter('example-xlsx', '{ value: count }', '{ value: count, form: YYMMDD }')).toEqual([
      'file.header[0][3].is.form is for the day of payment only',
    ]);
  });

  it('in fixed width has rows of one length, into which its own words fit', () => {
    expect(problemsAfter('example-fixed-width', 'bytes: 56', 'bytes: 55')).toEqual([
      'file.header[0] has 79 bytes, and every row has 80',
    ]);
    expect(problemsAfter('example-fixed-width', '{ text: T }', '{ text: 합계 }')).toEqual([
      'file.footer[0][0].is.text does not fit into 1 bytes of cp949',
    ]);
    expect(problemsAfter('example-fixed-width', 'pad: "0"', 'pad: "００"')[0]).toContain('file.columns[1].pad');
  });

  it('does not call a row both paid and returned', () => {
    expect(problemsAfter('example-csv', '[불능]', '[불능, 정상]')).toEqual([
      'result.returned has 정상, which means paid too',
    ]);
  });
});
