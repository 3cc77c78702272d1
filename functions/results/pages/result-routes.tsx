import { type Opened, type SessionDependencies, withApplication } from '../../applications/pages/context.ts';
import type { Kinds } from '../../requests/kind.ts';
import type { Dependencies } from '../../seats/dependencies.ts';
import { check, decode, type FieldError, type Typed } from '../../shared/pages/form.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { html, type PageRequest, type PageResponse, seeOther, switchedTo } from '../../shared/pages/request.ts';
import { shownOf } from '../../shared/pages/shown.ts';
import { leaving } from '../../shared/pages/unsaved.tsx';
import { askForReconsideration } from '../ask-for-reconsideration.ts';
import { type Result, resultOf } from '../result-of.ts';
import { CannotAskAgainPage, ReconsiderationForm, reconsiderationPage } from './reconsideration.tsx';
import { NoResultYetPage, ResultPage } from './result.tsx';

type Released = Opened & { readonly result: Result };

/** An applicant's result with its reasons, and the way to a reconsideration. */
export function resultRoutes(
  deps: SessionDependencies &
    Pick<Dependencies, 'admissions' | 'commit' | 'people' | 'requests' | 'seats'> & { readonly kinds: Kinds },
): PageRoute[] {
  /** For who has a result; before the release it is said when there will be one. */
  const released = (page: (opened: Released, request: PageRequest) => Promise<PageResponse>) =>
    withApplication(
      deps,
      async (opened, request) => {
        if (opened.application.state === 'DRAFT') return seeOther('/apply');
        const result = await resultOf(deps, opened.application, request.now);
        if (result.kind === 'none') return seeOther('/application');
        if (result.kind === 'not-yet')
          return html(<NoResultYetPage {...opened} now={request.now} lang={request.lang} />);
        return page({ ...opened, result }, request);
      },
      () => reconsiderationPage,
    );

  const showForm = (
    opened: Released,
    lang: PageRequest['lang'],
    typed: Typed = {},
    errors: readonly FieldError[] = [],
  ): PageResponse =>
    opened.result.reconsideration.phase === 'open'
      ? html(<ReconsiderationForm {...opened} {...{ typed, errors, lang }} />, {
          status: errors.length > 0 ? 422 : 200,
        })
      : html(<CannotAskAgainPage {...opened} lang={lang} />);

  return [
    {
      method: 'GET',
      path: '/result',
      page: released(async (opened, { lang }) => html(<ResultPage {...opened} lang={lang} />)),
    },
    {
      method: 'GET',
      path: '/result/look-again',
      page: released(async (opened, { lang }) => showForm(opened, lang)),
    },
    {
      method: 'POST',
      path: '/result/look-again',
      page: released(async (opened, { form, lang, now }) => {
        const typed = decode(reconsiderationPage, form);
        const left = leaving(form, {
          lang,
          pages: [reconsiderationPage],
          typed,
          eyebrow: opened.round.title[lang],
          contact: opened.round.contact,
          action: '/result/look-again',
          hidden: shownOf(opened.application.reference),
          to: '/result',
        });
        if (left) return left;
        const switched = switchedTo(form);
        if (switched) return showForm(opened, switched, typed);
        const checked = check(reconsiderationPage, typed, lang);
        if (!checked.ok) return showForm(opened, lang, typed, checked.errors);
        const outcome = await askForReconsideration(deps, opened.application.reference, checked.values.words, now);
        return seeOther(outcome === 'opened' ? '/result' : '/result/look-again');
      }),
    },
  ];
}
