import type { Finding } from '../files/check-yaml.ts';
import { langs, type Text } from '../i18n.ts';
import { isDrawable } from './drawable.ts';

/** What of a text, which ends in a PDF, no font of ours draws: found where the file with it is read. */
export const unprintable = (text: Text, path: Finding['path']): Finding[] =>
  langs
    .filter((lang) => !text[lang].split('\n').every(isDrawable))
    .map((lang) => ({ path: [...path, lang], reason: 'has a letter that the PDF cannot print' }));
