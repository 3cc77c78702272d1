import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { ruleKinds } from '../../../functions/app/rule-kinds.ts';
import { changeText, placeText } from '../../../functions/rule-files/difference-words.ts';
import { differencesOf } from '../../../functions/rule-files/differences.ts';
import { fileName } from '../../../functions/rule-files/file-name.ts';
import { readRules } from '../../../functions/rule-files/rule-kinds.ts';
import { langs } from '../../../functions/shared/i18n.ts';
import { root } from '../../../local/paths.ts';

/** What stands for itself in a file of finance: ids of grades and lines, and sources in whatever language. */
const ownWords = z.enum(['id', 'source', 'lines', 'title']);

it.each(readdirSync(join(root, 'rules/wages')).filter((file) => /^(rate-card|tax)\.yaml$/u.test(file)))(
  'finance reads rules/wages/%s in words: no word of the file’s own that is made with a hyphen or in the other language',
  (file) => {
    const read = readRules(readFileSync(join(root, 'rules/wages', file), 'utf8'), ruleKinds);
    if (!read.ok) throw new Error(`${file} is not read`);
    const differences = differencesOf(undefined, read.rules.value).filter(
      ({ path }) => !path.some((part) => ownWords.safeParse(part).success),
    );
    expect(differences.length).toBeGreaterThan(5);
    for (const lang of langs) {
      const said = differences.map((one) => [placeText(one, lang), changeText(one, lang)]);
      expect(said.filter(([, change]) => /^[a-z]+(-[a-z]+)+ /u.test(change ?? ''))).toEqual([]);
      if (lang === 'ko') expect(said.filter(([, change]) => /^[a-z]{2,} /u.test(change ?? ''))).toEqual([]);
    }
  },
);

it('a file of every kind is told by a name, and not by the id of its slot', () => {
  const slots = ruleKinds.map(({ kind }) =>
    kind === 'budget' ? 'budget-2027' : kind === 'bank-profile' ? 'bank-example' : kind,
  );
  for (const slot of slots) expect(Object.values(fileName(slot)), slot).not.toContain(slot);
  expect(slots.length).toBeGreaterThan(4);
});
