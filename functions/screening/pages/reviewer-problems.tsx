import type { Lang } from '../../shared/i18n.ts';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { html, type PageResponse } from '../../shared/pages/request.ts';
import { words } from './review-texts.ts';

export const revokedPage = (lang: Lang): PageResponse =>
  html(
    <ProblemPage lang={lang} title={words.revoked[lang]}>
      <p>{words.revokedText[lang]}</p>
    </ProblemPage>,
    { status: 410 },
  );

/** A genuine link of somebody who is no longer a reviewer. */
export const leftPage = (lang: Lang): PageResponse =>
  html(
    <ProblemPage lang={lang} title={words.left[lang]}>
      <p>{words.leftText[lang]}</p>
    </ProblemPage>,
    { status: 403 },
  );

/** Somebody else's review, or none: the same page. */
export const notYoursPage = (lang: Lang, list: string): PageResponse =>
  html(
    <ProblemPage lang={lang} title={words.notYours[lang]}>
      <p>{words.notYoursText[lang]}</p>
      <p>
        <a href={list}>{words.back[lang]}</a>
      </p>
    </ProblemPage>,
    { status: 404 },
  );
