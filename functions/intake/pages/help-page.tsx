import * as z from 'zod';
import type { Application } from '../../applications/application.ts';
import { helpPath } from '../../applications/help.ts';
import { mailsGoToOffice } from '../../applications/identity.ts';
import { stateWords } from '../../applications/pages/status-texts.ts';
import type { Desk } from '../../desk/desk.ts';
import { deskPage } from '../../desk/pages/desk-page.tsx';
import { until } from '../../rounds/pages/start.tsx';
import { type Round, roundPhase } from '../../rounds/round.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Actions, Button, ButtonLink, Notice, PageForm } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { type FieldError, formPage, type Typed } from '../../shared/pages/form.ts';
import type { PageResponse } from '../../shared/pages/request.ts';
import { formNamed } from '../../shared/pages/shown.ts';
import { longText, shortText } from '../../shared/text/normalise.ts';
import type { Instant } from '../../shared/time.ts';
import { helpWords as words } from './help-words.ts';

/** What is said before an application is begun for somebody. */
export const helpForm = formPage({
  id: 'help',
  title: words.title,
  fields: {
    reason: {
      widget: 'textarea',
      label: words.reason,
      hint: words.reasonHint,
      missing: words.reasonMissing,
      maxLength: 500,
      schema: longText({ max: 500 }),
    },
    consent: {
      widget: 'checkbox',
      label: words.consentTo,
      missing: words.consentMissing,
      schema: z.literal(true),
    },
    consentWords: {
      widget: 'textarea',
      label: words.consentWords,
      hint: words.consentWordsHint,
      missing: words.consentWordsMissing,
      maxLength: 500,
      schema: longText({ max: 500 }),
    },
    reach: {
      widget: 'text',
      label: words.reach,
      hint: words.reachHint,
      missing: words.reachMissing,
      maxLength: 200,
      schema: shortText({ max: 200 }),
    },
  },
});

export const helpIn = (round: Pick<Round, 'id'>): string => `${helpPath}/${round.id}`;

interface Begun {
  readonly round: Round;
  readonly applications: readonly Application[];
}

/** Whether the officer who began it can still open it. */
export const mayGoOn = (application: Application): boolean => mailsGoToOffice(application) && !application.erasedAt;

/** The rounds in which an officer can help, and what they have begun for others. */
export function helpListPage(
  desk: Desk,
  given: {
    readonly begun: readonly Begun[];
    /** The application that this browser has open, by a mail to the office perhaps. */
    readonly open: Application | undefined;
    readonly now: Instant;
    readonly lang: Lang;
  },
): PageResponse {
  const { begun, now, lang } = given;
  const openRounds = begun.filter(({ round }) => roundPhase(round, now) === 'OPEN');
  return deskPage({
    desk,
    current: helpPath,
    lang,
    title: words.title[lang],
    lead: words.lead[lang],
    children: (
      <>
        {given.open && <OpenHere application={given.open} lang={lang} />}
        <section class="answers" aria-labelledby="open">
          <h2 id="open">{words.open[lang]}</h2>
          {openRounds.length === 0 && <p>{words.none[lang]}</p>}
          <ul class="desk-list">
            {openRounds.map(({ round }) => (
              <li key={round.id}>
                <a href={helpIn(round)}>{round.title[lang]}</a>
                <p class="when">
                  {words.closes[lang]} {until(round.closesAt, lang)}
                </p>
              </li>
            ))}
          </ul>
        </section>
        {begun.some(({ applications }) => applications.length > 0) && (
          <section class="answers" aria-labelledby="mine">
            <h2 id="mine">{words.mine[lang]}</h2>
            <ul class="desk-list">
              {begun.flatMap(({ round, applications }) =>
                applications.map((application) => (
                  <li key={application.reference}>
                    <BegunForSomebody {...{ round, application, lang }} />
                  </li>
                )),
              )}
            </ul>
          </section>
        )}
      </>
    ),
  });
}

const OpenHere = ({ application: { reference, state }, lang }: { application: Application; lang: Lang }) => (
  <Notice title={words.openHere[lang]}>
    <p>
      <a href={state === 'DRAFT' ? '/apply' : '/application'}>
        {words.goOn[lang]}: <span class="nowrap notranslate">{reference}</span>
      </a>
    </p>
  </Notice>
);

function BegunForSomebody(props: { readonly round: Round; readonly application: Application; readonly lang: Lang }) {
  const { round, application, lang } = props;
  const { reference, state } = application;
  return (
    <>
      <p>
        <strong class="nowrap notranslate">{reference}</strong> · {stateWords[state][lang]}
      </p>
      <p>{round.title[lang]}</p>
      {mayGoOn(application) ? (
        <PageForm id={`open-${reference}`} action={`${helpIn(round)}/open`} hidden={{ reference }}>
          <Button kind="link">
            {words.goOn[lang]}
            <span class="sr">: {reference}</span>
          </Button>
        </PageForm>
      ) : (
        <p>{words.own[lang]}</p>
      )}
    </>
  );
}

/** What an officer says before the form opens: why, the applicant's consent, how to reach them. */
export function helpFormPage(
  desk: Desk,
  given: {
    readonly round: Round;
    readonly form: string;
    /** Whether another application is open in this browser. */
    readonly another: boolean;
    readonly typed: Typed;
    readonly errors: readonly FieldError[];
    readonly lang: Lang;
  },
): PageResponse {
  const { round, form, another, typed, errors, lang } = given;
  return deskPage(
    {
      desk,
      current: helpPath,
      lang,
      errors,
      formId: 'form',
      title: words.title[lang],
      lead: words.formLead[lang],
      children: (
        <>
          <p>
            <strong>{round.title[lang]}</strong>
            <br />
            {words.closes[lang]} {until(round.closesAt, lang)}
          </p>
          {another && (
            <Notice kind="warning" title={words.another[lang]}>
              <p>{words.anotherText[lang]}</p>
            </Notice>
          )}
          <PageForm id="form" action={helpIn(round)} hidden={formNamed(form)}>
            <Fields page={helpForm} typed={typed} errors={errors} lang={lang} />
            <Actions>
              <ButtonLink kind="tertiary" href={helpPath}>
                {words.back[lang]}
              </ButtonLink>
              <Button>{words.start[lang]}</Button>
            </Actions>
          </PageForm>
        </>
      ),
    },
    { status: errors.length > 0 ? 422 : 200 },
  );
}

/** Why nobody can be helped in a round. */
export const noHelpPage = (desk: Desk, why: 'notYours' | 'closed' | 'byInvitation', lang: Lang): PageResponse =>
  deskPage(
    {
      desk,
      current: helpPath,
      lang,
      title: words[why][lang],
      lead: words[`${why}Text`][lang],
      children: (
        <p class="later">
          <a href={helpPath}>{words.back[lang]}</a>
        </p>
      ),
    },
    { status: why === 'notYours' ? 403 : 409 },
  );
