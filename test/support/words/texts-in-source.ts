import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { transformSync } from 'esbuild';
import { isScalar, parseDocument, visit } from 'yaml';
import { type Lang, langs } from '../../../functions/shared/i18n.ts';
import { root } from '../../../local/paths.ts';

/** A text that people read, as it stands in a file of ours. */
export interface FoundText {
  readonly file: string;
  readonly lang: Lang;
  readonly text: string;
}

const filesIn = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => join(root, folder, file));

/** A file line by line, as esbuild prints it: without comments and types, each property and statement on its line. */
const linesOf = (path: string): readonly string[] =>
  transformSync(readFileSync(path, 'utf8'), {
    loader: path.endsWith('x') ? 'tsx' : 'ts',
    jsx: 'automatic',
    charset: 'utf8',
    legalComments: 'none',
  })
    .code.split('\n')
    .filter((line) => !/^import |^export \{/u.test(line));

/** The strings of a line; what is filled in is left out. */
const stringsIn = (line: string): readonly string[] =>
  [...line.matchAll(/"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`/gu)].map(([text]) =>
    text.slice(1, -1).replaceAll(/\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/gu, '…'),
  );

const isKorean = (text: string): boolean => /\p{Script=Hangul}/u.test(text);

/** Every text of pages and mails: what has Hangul, and what stands behind `en:`. */
export const textsOfPagesAndMails = (): readonly FoundText[] =>
  filesIn('functions', /[.]tsx?$/u)
    .filter((path) => !/names-that-are-words|organisation-names/u.test(path))
    .flatMap((path) => {
      const file = relative(root, path);
      return linesOf(path).flatMap((line) => {
        const korean = stringsIn(line).filter(isKorean);
        const english = stringsIn(/\ben: (?<texts>.*)$/u.exec(line)?.groups?.texts ?? '').filter(
          (text) => !isKorean(text),
        );
        return [
          ...korean.map((text) => ({ file, lang: 'ko' as const, text })),
          ...english.map((text) => ({ file, lang: 'en' as const, text })),
        ];
      });
    });

/** What the operator's commands print: whatever has several words. */
export const textsOfCommands = (): readonly FoundText[] =>
  filesIn('ops', /[.]ts$/u).flatMap((path) =>
    linesOf(path)
      .flatMap(stringsIn)
      .filter((text) => /[a-z]+ [a-z]+/u.test(text))
      .map((text) => ({ file: relative(root, path), lang: 'en' as const, text })),
  );

/** What the rounds say: their files, and the demonstration's. */
export const textsOfRounds = (): readonly FoundText[] =>
  [...filesIn('rounds', /[.]yaml$/u), join(root, 'local/demo/demo-round.yaml')].flatMap((path) => {
    const found: FoundText[] = [];
    visit(parseDocument(readFileSync(path, 'utf8')), {
      Map: (_, node) => {
        for (const lang of langs) {
          const value = node.get(lang, true);
          // A name in braces is told as a date or a number.
          const text = isScalar(value) ? String(value.value).replaceAll(/\{\w+\}/gu, '…') : undefined;
          if (text !== undefined) found.push({ file: relative(root, path), lang, text });
        }
      },
    });
    return found;
  });
