import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forms as realForms } from '../../../functions/forms/round-form.ts';
import { checkRound } from '../../../functions/rounds/check-round.ts';
import { codePoint } from '../../support/code-points.ts';
import { academyFile, forms, problemsAfter } from './academy.ts';

const rounds = join(import.meta.dirname, '../../../rounds');

describe('the file of a round', () => {
  it.each(readdirSync(rounds).filter((file) => file.endsWith('.yaml')))(
    '%s is right by the form that it names',
    (file) => {
      const checked = checkRound(readFileSync(join(rounds, file), 'utf8'), Object.fromEntries(realForms));
      expect(checked).toMatchObject({ ok: true, round: { id: file.replace('.yaml', '') } });
    },
  );

  it('of the academy is read with its instants and numbers', () => {
    expect(checkRound(academyFile, forms)).toMatchObject({
      ok: true,
      round: { id: 'academy-2027h1', opensAt: '2026-11-02T00:00:00.000Z', capacity: 30 },
    });
  });

  it.each([
    ['a day that does not exist', '2026-11-02T09:00', '2026-02-30T09:00', 'opensAt', '2026-02-30 is no day of the'],
    ['a time without its offset', '09:00+09:00', '09:00', 'opensAt', 'a time and an offset'],
    ['a first day that does not exist', 'firstDay: 2027-03-08', 'firstDay: 2027-03-32', 'firstDay', 'no day of the'],
    ['a word for a number', 'capacity: 30', 'capacity: many', 'capacity', 'should be a number, and is "many"'],
    ['half a seat', 'capacity: 30', 'capacity: 1.5', 'capacity', 'should be a whole number, and is 1.5'],
    ['no seat', 'capacity: 30', 'capacity: 0', 'capacity', 'should be more than 0'],
    [
      'a number for words',
      '  ko: 서울 핀테크 아카데미 2027년 상반기',
      '  ko: 2027',
      'title.ko',
      'should be text, and is 2027',
    ],
    ['nothing after a key', 'minutes: 20', 'minutes:', 'minutes', 'and is empty'],
    [
      'a wrong rule',
      'rule: equals',
      'rule: equal',
      'eligibility[3].rule',
      'minimum-age, any-of, at-most-years, equals',
    ],
    [
      'a consent neither required nor optional',
      'required: true',
      'required: "yes"',
      'consents[0].required',
      'true or false',
    ],
    ['a wrong address', 'academy@', 'academy at ', 'contact.email', 'should be an e-mail address'],
    ['a code of another form', 'code: A-27H1', 'code: A27-1', 'code', 'is A27-1, and should be like A-27H1'],
    ['a telephone of another form', 'phone: 02-', 'phone: +82-2-', 'contact.phone', 'should be like 02-1234-5678'],
    ['an id with a space', 'id: seoul-ties', 'id: seoul ties', 'eligibility[1].id', 'should be like academy-2027h1'],
    [
      'an hour of half a day',
      'from: 19:00',
      'from: 7:00 pm',
      'schedule.sessions[0].from',
      'is 7:00 pm, and should be like 19:00',
    ],
    ['another programme', 'programme: academy', 'programme: school', 'programme', '"academy" or "lab" or "pilot"'],
    ['the code of another programme', 'code: A-', 'code: P-', 'code', 'begin with A'],
    [
      'one reminder of two',
      '    remindAfter: [2, 4]',
      '    remindAfter: [2]',
      'intake.question.remindAfter',
      'at least 2',
    ],
    ['a form that nobody wrote', 'form: academy-v1', 'form: academy-v9', 'form', 'should be "academy-v1"'],
    ['closing before opening', 'closesAt: 2027-', 'closesAt: 2026-', 'closesAt', 'closes before it opens'],
    [
      'results before closing',
      'resultsOn: 2027-02',
      'resultsOn: 2027-01',
      'resultsOn',
      'before the round closes (2027-01-29)',
    ],
    [
      'classes before closing',
      'firstDay: 2027-03-08',
      'firstDay: 2027-01-29',
      'firstDay',
      'before the round has closed',
    ],
    [
      'classes before results',
      'firstDay: 2027-03-08',
      'firstDay: 2027-02-19',
      'firstDay',
      'before the results are out',
    ],
    ['an id of two rules', 'id: background', 'id: seoul-ties', 'eligibility[2].id', 'and so is another one'],
    ['an id of two consents', 'id: news', 'id: partner-sharing', 'consents[2].id', 'and so is another one'],
    ['a rule on a field that is not asked', 'field: seoulTies', 'field: seoul', 'eligibility[1].field', 'does not ask'],
    [
      'a rule with an answer that is not offered',
      'works, studies]',
      'works, prays]',
      'eligibility[1].values[2]',
      'has only',
    ],
    [
      'a rule for an answer that is not offered',
      'value: "no"',
      'value: never',
      'eligibility[3].value',
      'has only no, yes',
    ],
    ['an age by a field with options', 'field: birthDate', 'field: field', 'eligibility[0].field', 'is no date'],
    [
      'a choice from a field without options',
      'field: seoulTies',
      'field: name',
      'eligibility[1].field',
      'not chosen from',
    ],
    [
      'a reminder after the due day',
      'remindAfter: [2, 4]',
      'remindAfter: [2, 6]',
      'intake.remindAfter',
      'before day 5',
    ],
    ['reminders out of order', 'remindAfter: [2, 4]', 'remindAfter: [4, 2]', 'intake.remindAfter', 'should rise'],
    ['one person as officer and deputy', 'lee-junho', 'kim-minji', 'intake.deputy', 'is the officer too'],
    ['the same key twice', 'capacity: 30', 'minutes: 30', 'minutes', 'is written twice'],
  ])('with %s gets its line, field and reason', (_, before, after, field, reason) => {
    const [problem, ...more] = problemsAfter(before, after).filter((found) => found.reason !== 'is missing');
    expect(more).toEqual([]);
    expect(problem?.field).toBe(field);
    expect(problem?.reason).toContain(reason);
    const lastLine = after.trim().split('\n').at(-1);
    expect(problem?.text).toContain(lastLine);
  });

  it('may close at the end of a day, and what follows may be on the next', () => {
    const at = (closing: string, results: string) =>
      checkRound(
        academyFile
          .replace(/^closesAt: .*$/mu, `closesAt: ${closing}`)
          .replace(/^resultsOn: .*$/mu, `resultsOn: ${results}`),
        forms,
      );
    expect(at('2027-01-29T24:00+09:00', '2027-02-19')).toMatchObject({
      ok: true,
      round: { closesAt: '2027-01-29T15:00:00.000Z' },
    });
    for (const closing of ['2027-01-29T24:00+09:00', '2027-01-30T00:00+09:00']) {
      expect(at(closing, '2027-01-28')).toMatchObject({
        ok: false,
        problems: [{ field: 'resultsOn', reason: 'comes before the round closes (2027-01-29)' }],
      });
      expect(at(closing, '2027-01-29').ok).toBe(true);
    }
  });

  it('with a key that a round does not have gets its line, and what is missing is told too', () => {
    expect(problemsAfter('capacity: 30', 'seats: 30')).toEqual([
      { text: expect.anything(), field: 'capacity', reason: 'is missing' },
      { text: 'seats: 30', field: 'seats', reason: 'is no field that a round has here' },
    ]);
    expect(problemsAfter('    unmet:\n      ko: IT', '    unmet:\n      fr: IT')).toEqual([
      { text: 'unmet:', field: 'eligibility[2].unmet.ko', reason: 'is missing' },
      {
        text: expect.stringMatching(/^fr: IT/),
        field: 'eligibility[2].unmet.fr',
        reason: 'is no field that a round has here',
      },
    ]);
  });

  it('with an empty text gets the line of that text', () => {
    expect(problemsAfter('  en: Seoul Fintech Academy, first half of 2027', '  en: " "')).toEqual([
      { text: 'en: " "', field: 'title.en', reason: 'is empty' },
    ]);
  });

  it('with wrong syntax gets the line', () => {
    const [problem] = problemsAfter('capacity: 30', 'capacity: "30');
    expect(problem).toMatchObject({ field: '', reason: expect.stringContaining('is not valid YAML') });
    expect(problemsAfter('remindAfter: [2, 4]', 'remindAfter: [2, 4')[0]?.reason).toContain('is not valid YAML');
  });

  it('with an alias that leads nowhere gets the line, and with too many of them is refused', () => {
    expect(problemsAfter('minutes: 20', 'minutes: *some')).toEqual([
      { text: 'minutes: *some', field: '', reason: expect.stringContaining('Unresolved alias') },
    ]);
    const ten = (name: string) => `[${`*${name},`.repeat(10)}]`;
    const many = `a: &a [1]\nb: &b ${ten('a')}\nc: &c ${ten('b')}\nd: ${ten('c')}\n`;
    expect(checkRound(many, forms)).toMatchObject({ ok: false, problems: [{ line: 1, field: '' }] });
  });

  it.each([
    ['', 'should be a group of fields, and is empty'],
    ['hello', 'should be a group of fields, and is "hello"'],
    ['- a', 'should be a group of fields, and is a list'],
  ])('that holds only "%s" is wrong as a whole', (file, reason) => {
    expect(checkRound(file, forms)).toEqual({ ok: false, problems: [{ line: 1, field: '', reason }] });
  });

  it('for a form that is not known is refused', () => {
    expect(checkRound(academyFile, {})).toMatchObject({ ok: false, problems: [{ line: 5, field: 'form' }] });
  });

  it('never fails the check itself, wherever it is cut or whatever is in it', () => {
    const lines = academyFile.split('\n').length;
    const piece = fc.oneof(
      fc.string({ unit: codePoint, maxLength: 8 }),
      fc.constantFrom('&a ', '*a', '? ', '- ', '{', '!!set ', '<<: ', '---\n', '\t', '|\n', ': ', '0x1', '.nan'),
    );
    fc.assert(
      fc.property(fc.nat(academyFile.length), fc.nat(60), piece, (at, cut, inserted) => {
        const checked = checkRound(academyFile.slice(0, at) + inserted + academyFile.slice(at + cut), forms);
        for (const problem of checked.ok ? [] : checked.problems) {
          expect(problem.line).toBeGreaterThanOrEqual(1);
          expect(problem.line).toBeLessThanOrEqual(lines + 2);
          expect(problem.reason).not.toMatch(/^$|undefined|\[object/);
        }
      }),
      { numRuns: 200 },
    );
  });
});
