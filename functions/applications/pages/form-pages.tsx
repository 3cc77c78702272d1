import type { TypedPages } from '../../forms/answers.ts';
import type { Attached } from '../../forms/attachments.ts';
import { consentsPageId } from '../../forms/consents.ts';
import { DocumentsLink, Warnings } from '../../forms/pages/beside-form.tsx';
import { SamePersonNotice } from '../../forms/pages/same-person.tsx';
import { checkPages, pagesOf, typedTogether } from '../../forms/round-form.ts';
import { until } from '../../rounds/pages/start.tsx';
import type { Round } from '../../rounds/round.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { Answers } from '../../shared/pages/answer-sections.tsx';
import { Actions, Button, Notice, PageForm } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { controlId, type FieldError, type FormPage, type Typed } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { Purposes } from '../../shared/pages/purposes.tsx';
import { formNamed, going, roundOf, shownOf } from '../../shared/pages/shown.ts';
import type { Step } from '../../shared/pages/steps.tsx';
import type { Application } from '../application.ts';
import { HelpedNotice } from './helped-notice.tsx';

const words = {
  form: { ko: '지원서', en: 'application' },
  next: { ko: '저장하고 다음', en: 'Save and continue' },
  saveChange: { ko: '저장하고 제출 전 확인으로 돌아가기', en: 'Save and go back to your answers' },
  back: { ko: '이전', en: 'Back' },
  later: { ko: '저장하고 나중에 계속하기', en: 'Save and come back later' },
  check: { ko: '제출 전 확인', en: 'Check your answers' },
  checkLead: {
    ko: '지원서가 아직 제출되지 않았습니다. 내용을 확인하고 맨 아래 버튼을 눌러 제출해 주십시오.',
    en: 'You have not sent your application yet. Check your answers and send them with the button at the end.',
  },
  checkMissing: {
    ko: '지원서가 아직 제출되지 않았습니다. 아래 부분을 마저 작성하면 제출하실 수 있습니다.',
    en: 'You have not sent your application yet. You can send it once the parts below are complete.',
  },
  checkChange: {
    ko: '이미 제출하신 지원서는 그대로 있습니다. 수정하신 내용은 맨 아래 버튼을 눌러야 제출됩니다.',
    en: 'What you sent before stays as it is. Your changes are sent only when you press the button at the end.',
  },
  sendBy: { ko: '제출 기한:', en: 'You can send it' },
  incomplete: {
    ko: '아직 작성하지 않았거나 수정할 부분이 있습니다',
    en: 'Some parts are missing or need correcting',
  },
  unmet: { ko: '지원 자격을 확인해 주십시오', en: 'Check whether you can apply' },
  unmetLead: {
    ko: '입력하신 내용으로는 아래 지원 자격이 충족되지 않습니다.',
    en: 'According to your answers, you do not meet these eligibility criteria.',
  },
  human: {
    ko: '그래도 제출하실 수 있습니다. 자동으로 탈락시키지 않으며, 담당자가 직접 확인하여 결과와 이유를 알려 드립니다.',
    en: 'You can still send your application. Nobody is refused automatically: our team checks it and tells you the result and the reason.',
  },
  changed: { ko: '아직 제출되지 않았습니다', en: 'This has not been sent yet' },
  changedText: {
    ko: '이 화면을 여신 뒤에 다른 창이나 다른 기기에서 내용이 수정되었습니다. 아래 내용이 맞는지 다시 확인한 뒤 제출해 주십시오.',
    en: 'Some answers were changed in another window or on another device after you opened this page. Check them again, then send them.',
  },
  send: { ko: '지원서 제출하기', en: 'Send your application' },
  sendAnyway: { ko: '그래도 제출하고 담당자 확인 받기', en: 'Send it for our team to check' },
  sendChange: { ko: '수정한 지원서 제출하기', en: 'Send the changed application' },
} as const satisfies Record<string, Text>;

const formId = 'form';

/** Where a page's buttons lead that is not a page of the form. */
export const checkId = 'check';
export const startId = 'start';
export const homeId = 'home';

/** What a page of the form shows a part of. */
interface FormState {
  readonly application: Application;
  /** Whether it is open at the desk of the officer who helps. */
  readonly atDesk: boolean;
  readonly round: Round;
  readonly reference: string;
  /** The draft's. */
  readonly revision: number;
  readonly typedPages: TypedPages;
  readonly lang: Lang;
  /** By what the form on the page is known. */
  readonly id: string;
}

/** The pages as they are now, whichever were passed, and the check at the end. */
function stepsOf({ round, typedPages, lang }: Pick<FormState, 'round' | 'typedPages' | 'lang'>): Step[] {
  const pages = pagesOf(round, typedPages);
  const { problems } = checkPages(pages, typedPages, lang);
  const steps = pages.map(({ id, title }) => {
    const complete = problems.every(({ page }) => page.id !== id);
    return { id, label: title, complete, open: complete, href: `/apply/${id}` };
  });
  const check = { id: checkId, label: words.check, complete: false, open: problems.length === 0 };
  return [...steps, { ...check, href: '/apply/check' }];
}

/** One page of the form, as it was typed. */
export function FormPageView(
  props: FormState & {
    readonly page: FormPage;
    readonly typed: Typed;
    readonly errors: readonly FieldError[];
    /** Whether the page was opened from the check page, to change one answer. */
    readonly changing: boolean;
  },
) {
  const { round, page, typed, errors, lang, changing } = props;
  const pages = pagesOf(round, props.typedPages);
  const now = pages.findIndex((other) => other.id === page.id);
  const before = changing ? checkId : (pages[now - 1]?.id ?? startId);
  const hidden = {
    ...shownOf(props.reference, props.revision),
    ...formNamed(props.id),
    ...(page.id === consentsPageId && roundOf(round.version)),
  };
  return (
    <Layout
      lang={lang}
      title={page.title[lang]}
      eyebrow={`${round.title[lang]} ${words.form[lang]}`}
      lead={page.lead?.[lang]}
      errors={errors}
      steps={{ steps: stepsOf(props), now }}
      formId={formId}
      home={{ go: homeId }}
      contact={round.contact}
    >
      <HelpedNotice {...props} asksEmail={page.fields.email !== undefined} />
      <PageForm
        id={formId}
        action={`/apply/${page.id}`}
        hidden={changing ? { ...hidden, return: 'check' } : hidden}
        copied={props.atDesk ? undefined : { of: props.reference, page: page.id, saves: true }}
      >
        <Fields page={page} typed={typed} errors={errors} lang={lang} />
        {page.id === consentsPageId && <Purposes pages={pagesOf(round)} lang={lang} />}
        <Actions>
          <Button kind="tertiary" {...going(before)}>
            {words.back[lang]}
          </Button>
          <Button>{(changing ? words.saveChange : words.next)[lang]}</Button>
        </Actions>
        <p class="later">
          <Button kind="link" name="action" value="later">
            {words.later[lang]}
          </Button>
        </p>
        {page.id !== consentsPageId && <DocumentsLink {...{ round, reference: props.reference, lang }} />}
      </PageForm>
    </Layout>
  );
}

/** All answers before they are sent, with what is missing and which conditions are not met. */
export function CheckPage(
  props: FormState & {
    readonly problems: readonly { readonly page: FormPage; readonly errors: readonly FieldError[] }[];
    readonly unmet: readonly string[];
    /** The version that this page would send: the form's own submission number. */
    readonly version: number;
    /** References of what the same person seems to have sent, for the officer who helps. */
    readonly samePerson: readonly string[];
    readonly attached: Attached | undefined;
    /** Whether other answers than these were on the page that was sent. */
    readonly changed: boolean;
  },
) {
  const { round, typedPages, problems, unmet, version, attached, lang } = props;
  const isWhole = problems.length === 0 && !attached?.isMissing;
  const pages = pagesOf(round, typedPages);
  const conditions = round.eligibility.filter((rule) => unmet.includes(rule.id));
  return (
    <Layout
      lang={lang}
      title={words.check[lang]}
      eyebrow={`${round.title[lang]} ${words.form[lang]}`}
      lead={words[version > 1 ? 'checkChange' : isWhole ? 'checkLead' : 'checkMissing'][lang]}
      steps={{ steps: stepsOf(props), now: pages.length }}
      contact={round.contact}
      path="/apply/check"
    >
      <HelpedNotice {...props} />
      <SamePersonNotice references={props.samePerson} lang={lang} />
      {props.changed && (
        <Notice kind="warning" title={words.changed[lang]}>
          <p>{words.changedText[lang]}</p>
        </Notice>
      )}
      {problems.length > 0 && (
        <Notice kind="warning" title={words.incomplete[lang]}>
          <ul>
            {problems.map(({ page, errors }) => (
              <li key={page.id}>
                <a href={`/apply/${page.id}?return=check`}>{page.title[lang]}</a>
                <ul>
                  {errors.map((error) => (
                    <li key={error.field}>{error.message}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {conditions.length > 0 && (
        <Notice kind="warning" title={words.unmet[lang]}>
          <p>{words.unmetLead[lang]}</p>
          <ul>
            {conditions.map((rule) => (
              <li key={rule.id}>
                <strong>{rule.title[lang]}</strong>
                <br />
                {rule.unmet[lang]} {rule.remedy[lang]}
              </li>
            ))}
          </ul>
          <p>{words.human[lang]}</p>
        </Notice>
      )}
      <Warnings pages={pages} typed={typedPages} lang={lang} />
      <Answers
        pages={pages}
        typed={typedTogether(typedPages)}
        lang={lang}
        changeHref={(page, control) => `/apply/${page.id}?return=check#${controlId(control)}`}
      />
      {attached?.view(lang)}
      {isWhole && (
        <PageForm
          id="send"
          action="/apply/send"
          hidden={{ ...shownOf(props.reference, props.revision), version: String(version) }}
        >
          <p class="note">
            {words.sendBy[lang]} {until(round.closesAt, lang)}
          </p>
          <Actions>
            <Button>
              {(conditions.length > 0 ? words.sendAnyway : version > 1 ? words.sendChange : words.send)[lang]}
            </Button>
          </Actions>
        </PageForm>
      )}
    </Layout>
  );
}
