import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../../../functions/shared/i18n.ts';
import type { FieldError } from '../../../../functions/shared/pages/form.ts';
import type { PageResponse } from '../../../../functions/shared/pages/request.ts';
import { confirmation, twoActs } from '../../../../functions/shared/pages/two-acts.tsx';
import { codePoint } from '../../../support/code-points.ts';
import { hiddenIn } from '../../../support/visitor.ts';

const said = (body: string): PageResponse => ({ status: 200, headers: {}, body });

/** What becomes of a post: `said` in the language in which it is shown. */
async function act(fields: Readonly<Record<string, readonly string[]>>): Promise<string> {
  const form = new Map(Object.entries(fields));
  const response = await twoActs<string>(
    { form, lang: 'ko' },
    {
      read: (lang) => {
        const answer = form.get('outcome')?.[0];
        const errors: FieldError[] = [{ field: 'outcome', message: lang }];
        return answer ? { answer } : { errors };
      },
      choose: (lang, errors) => said(`choose ${lang}${errors.length > 0 ? ' with errors' : ''}`),
      confirm: (answer, lang) => said(`confirm ${answer} ${lang}`),
      settle: (answer) => said(`settled ${answer}`),
    },
  );
  return response.body;
}

describe('an answer that cannot be taken back', () => {
  it.each([
    ['is asked to be confirmed when it is chosen', { outcome: ['YES'] }, 'confirm YES ko'],
    ['counts once it is confirmed', { outcome: ['YES'], confirm: ['yes'] }, 'settled YES'],
    ['is chosen anew if somebody goes back', { outcome: ['YES'], confirm: ['yes'], change: ['yes'] }, 'choose ko'],
    ['is asked for again if something is wrong', { outcome: [] }, 'choose ko with errors'],
    ['does not count by a confirmation of nothing', { confirm: ['yes'] }, 'choose ko with errors'],
    ['does not count by another word', { outcome: ['YES'], confirm: ['no'] }, 'confirm YES ko'],
    ['is chosen in the other language', { outcome: ['YES'], switch: ['en'] }, 'choose en'],
    [
      'is confirmed in the other language, and not counted',
      { outcome: ['YES'], confirm: ['yes'], switch: ['en'] },
      'confirm YES en',
    ],
  ])('%s', async (_, fields, body) => {
    expect(await act(fields)).toBe(body);
  });
});

describe('the page that asks to confirm', () => {
  const page = (chosen: Readonly<Record<string, readonly string[]>>, lang: Lang = 'ko') =>
    confirmation({
      lang,
      title: '정말입니까?',
      lead: '되돌릴 수 없습니다.',
      rows: [{ term: '결정', value: '승인' }],
      action: '/r/x/1/2',
      chosen,
      yes: '승인하기',
    });

  it('says what follows, names the act on its button, and leads back', () => {
    const { body } = page({ outcome: ['APPROVE'] });
    for (const words of ['정말입니까?', '되돌릴 수 없습니다.', '승인하기', '돌아가서 수정하기'])
      expect(body).toContain(words);
    expect(page({}, 'en').body).toContain('Go back and change it');
    expect(body).not.toMatch(/<script(?! defer src="\/assets\/)|\sstyle=/u);
  });

  it('carries whatever was typed, as it was typed', () => {
    const name = fc.string({ minLength: 1, maxLength: 8 }).filter((one) => one !== 'confirm' && !/[\0\r]/u.test(one));
    const value = fc.string({ unit: codePoint, maxLength: 40 }).filter((one) => !/[\0\r]/u.test(one));
    fc.assert(
      fc.property(fc.dictionary(name, fc.array(value, { minLength: 1, maxLength: 3 })), (typed) => {
        const chosen = Object.fromEntries(Object.entries(typed));
        const carried = hiddenIn(page(chosen).body);
        expect(new Map(Object.entries(carried))).toEqual(new Map(Object.entries({ ...chosen, confirm: ['yes'] })));
      }),
    );
  });
});
