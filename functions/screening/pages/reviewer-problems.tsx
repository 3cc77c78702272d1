import { ToDesk } from '../../requests/pages/next-request.tsx';
import type { Lang } from '../../shared/i18n.ts';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { html, type PageResponse } from '../../shared/pages/request.ts';
import { reviewWords } from './review-texts.ts';

export const revokedPage = (lang: Lang): PageResponse =>
  html(
    <ProblemPage lang={lang} title={reviewWords.revoked[lang]}>
      <p>{reviewWords.revokedText[lang]}</p>
      <ToDesk lang={lang} />
    </ProblemPage>,
    { status: 410 },
  );

/** A genuine link of somebody who is no longer a reviewer. */
export const leftPage = (lang: Lang): PageResponse =>
  html(
    <ProblemPage lang={lang} title={reviewWords.left[lang]}>
      <p>{reviewWords.leftText[lang]}</p>
    </ProblemPage>,
    { status: 403 },
  );

/** Somebody else's review, or none: the same page. */
export const notYoursPage = (lang: Lang, list: string): PageResponse =>
  html(
    <ProblemPage lang={lang} title={reviewWords.notYours[lang]}>
      <p>{reviewWords.notYoursText[lang]}</p>
      <p>
        <a href={list}>{reviewWords.back[lang]}</a>
      </p>
    </ProblemPage>,
    { status: 404 },
  );
