import { expect, it } from 'vitest';
import { kinds } from '../../../functions/app/kinds.ts';
import { langs } from '../../../functions/shared/i18n.ts';
import { previewMails } from '../../support/mail-previews/mail-previews.ts';
import { bannedIn } from '../../support/words/banned-words.ts';
import {
  type FoundText,
  textsOfCommands,
  textsOfPagesAndMails,
  textsOfRounds,
} from '../../support/words/texts-in-source.ts';

const wrong = (texts: readonly FoundText[]): readonly string[] =>
  texts.flatMap(({ file, lang, text }) => bannedIn(text, lang).map((word) => `${file}: ${word} in: ${text}`));

it('the texts of pages and mails call each thing by its one name, in both languages', () => {
  const texts = textsOfPagesAndMails();
  for (const lang of langs) expect(texts.filter((text) => text.lang === lang).length).toBeGreaterThan(800);
  expect(wrong(texts)).toEqual([]);
});

it('a kind of request is no request by its own name, as its mails call each of them one', () => {
  expect([...kinds.values()].filter(({ title }) => title.ko.endsWith('요청')).map(({ name }) => name)).toEqual([]);
});

it('so do the rounds', () => {
  const texts = textsOfRounds();
  expect(texts.length).toBeGreaterThan(200);
  expect(wrong(texts)).toEqual([]);
});

it('so do the commands of operators', () => {
  // A command keeps the name under which scripts call it.
  const texts = textsOfCommands().map((found) => ({ ...found, text: found.text.replaceAll('waitlist close', '') }));
  expect(texts.length).toBeGreaterThan(150);
  expect(wrong(texts)).toEqual([]);
});

it.each(langs)('so does every mail as it is sent in %s', async (lang) => {
  const mails = await previewMails(lang);
  const texts = mails.map(({ template, mail }) => ({
    file: template,
    lang,
    text: `${mail.subject}\n${mail.text.replaceAll(/https?:\S+/gu, '')}`,
  }));
  expect(wrong(texts)).toEqual([]);
});

it('a word that has another in its place is found, and its one name is not', () => {
  expect(bannedIn('메일로 알려 드립니다.', 'ko')).toHaveLength(1);
  expect(bannedIn('이메일로 알려 드립니다. 스팸 메일함도 확인해 주십시오.', 'ko')).toEqual([]);
  expect(bannedIn('You are on the waitlist.', 'en')).toHaveLength(1);
  expect(bannedIn('You are on the waiting list.', 'en')).toEqual([]);
});
