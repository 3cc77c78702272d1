import { chosenOf } from '../../shared/pages/answers.ts';
import { Actions, Button, PageForm } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { check, decode, type FieldError, type Typed } from '../../shared/pages/form.ts';
import { html, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { type Choice, confirmation, twoActs } from '../../shared/pages/two-acts.tsx';
import { refuseAgreement } from '../end-agreement.ts';
import { AgreementPage, type Shown } from './agreement-parts.tsx';
import { words } from './agreement-words.ts';
import { namedWords } from './named-words.ts';
import { refuseForm } from './sign-form.ts';
import type { SignDependencies, Signing } from './signing-case.ts';

/** Refusing, with a reason, in two acts. */
export const refusePages =
  (deps: SignDependencies) =>
  async (signing: Signing, request: PageRequest): Promise<PageResponse> => {
    const { held, by } = signing;
    const action = `${held.path}/refuse`;
    const view = (shown: Shown, typed: Typed, errors: readonly FieldError[]) =>
      html(
        <AgreementPage
          {...shown}
          title={words.refuse[shown.lang]}
          lead={words.refuseLead[shown.lang]}
          errors={errors}
          formId="form"
        >
          <PageForm id="form" action={action} copied={{ of: held.request.id, page: refuseForm.id }}>
            <Fields page={refuseForm} typed={typed} errors={errors} lang={shown.lang} />
            <Actions>
              <Button>{words.check[shown.lang]}</Button>
            </Actions>
          </PageForm>
          <p>
            <a href={held.path}>{namedWords(shown.version.title).back[shown.lang]}</a>
          </p>
        </AgreementPage>,
        { status: errors.length > 0 ? 422 : 200 },
      );
    if (request.method === 'GET') return view(signing.shown, {}, []);
    const typed = decode(refuseForm, request.form);
    return twoActs(request, {
      read: (lang): Choice<string> => {
        const checked = check(refuseForm, typed, lang);
        return checked.ok ? { answer: checked.values.reason } : { errors: checked.errors };
      },
      choose: (lang, errors) => view({ ...signing.shown, lang }, typed, errors),
      confirm: (_, lang) =>
        confirmation({
          lang,
          title: words.sureRefuse[lang],
          lead: words.refuseLead[lang],
          eyebrow: `${signing.version.title[lang]} · ${signing.agreement.id}`,
          contact: signing.shown.contact,
          action,
          chosen: typed,
          rows: chosenOf(refuseForm, typed, lang),
          yes: words.refuseNow[lang],
        }),
      settle: async (reason) => {
        const { id, generation } = held.request;
        await refuseAgreement(deps, { request: id, generation, reason, by }, request.now);
        return seeOther(held.path);
      },
    });
  };
