import type { ComponentChildren } from 'preact';
import type { Request } from '../../requests/request.ts';
import { type Round, roundPhase } from '../../rounds/round.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import {
  AnswersTable,
  Button,
  Facts,
  Heading,
  List,
  Paragraph,
  Quote,
  Reference,
  Small,
} from '../../shared/mail/components.tsx';
import { type RenderedMail, renderMail } from '../../shared/mail/render.tsx';
import { formatDate, formatInstant, type Instant } from '../../shared/time.ts';
import { type Application, nextState } from '../application.ts';
import type { SentVersion } from '../applications-table.ts';
import { until } from '../pages/start.tsx';
import { nextSteps } from '../pages/status-texts.ts';
import { pageOf, pagesOf, typedTogether } from '../round-form.ts';
import { texts } from './texts.ts';

/** What every mail to an applicant is made of. */
export interface ApplicantMail {
  readonly application: Application;
  /** As it is now: its times and contacts. */
  readonly round: Round;
  /** As it was when the application was sent: its rules and consents. */
  readonly made: Round;
  /** The address of the application, or of the request for mails that ask something. */
  readonly link: string;
  readonly now: Instant;
}

function mail(
  { application, round, link }: ApplicantMail,
  text: { readonly subject: Text; readonly preheader: Text },
  button: Text,
  children: ComponentChildren,
): RenderedMail {
  const { lang } = application;
  return renderMail({
    lang,
    subject: text.subject[lang],
    preheader: text.preheader[lang],
    body: (
      <>
        {children}
        <Button href={link} lang={lang}>
          {button[lang]}
        </Button>
        <Small>{texts.private[lang]}</Small>
      </>
    ),
    footer: <Footer round={round} lang={lang} />,
  });
}

const Footer = ({ round, lang }: { round: Round; lang: Lang }) => (
  <Small>
    {round.title[lang]}
    <br />
    {texts.contact[lang]} {round.contact.phone} · {round.contact.hours[lang]}
    <br />
    {round.contact.email}
  </Small>
);

const Next = ({ application, round, now }: ApplicantMail) => {
  const { lang } = application;
  return (
    <>
      <Heading>{texts.next[lang]}</Heading>
      <List
        items={nextSteps(application, round, undefined, now)
          .filter((step) => step.state !== 'done')
          .map((step) => {
            const { title, text, on } = step;
            const what = `${on ? `${on[lang]}: ` : ''}${title[lang]}`;
            return `${what}${step.until ? ` · ${until(step.until, lang)}` : ''}${text ? `: ${text[lang]}` : ''}`;
          })}
      />
    </>
  );
};

const Ref = ({ application }: { application: Application }) => (
  <Reference label={texts.reference[application.lang]} value={application.reference} />
);

/** The receipt, with a copy of the answers. */
export function receivedMail(given: ApplicantMail, version: SentVersion): RenderedMail {
  const { application, round, now } = given;
  const { lang } = application;
  const text = version.version === 1 ? texts.received : texts.changed;
  const open = roundPhase(round, now) === 'OPEN';
  return mail(
    given,
    text,
    texts.toStatus,
    <>
      <Paragraph>{text.text[lang]}</Paragraph>
      <Ref application={application} />
      <Next {...given} />
      {open && (
        <Paragraph>
          {texts.changeUntil[lang]} {until(round.closesAt, lang)}
        </Paragraph>
      )}
      <Heading>{texts.copy[lang]}</Heading>
      <AnswersTable pages={pagesOf(given.made)} typed={typedTogether(version.typed)} lang={lang} />
    </>,
  );
}

export const acceptedMail = (given: ApplicantMail): RenderedMail => {
  const { application, round } = given;
  const { lang, decision } = application;
  const text = decision?.by === 'rules' ? texts.accepted : texts.acceptedByOfficer;
  return mail(
    given,
    text,
    texts.toStatus,
    <>
      <Paragraph>{text.text[lang]}</Paragraph>
      <Ref application={application} />
      <Next {...given} />
      <Paragraph>
        {texts.results[lang]} {formatDate(round.resultsOn, lang)}
      </Paragraph>
    </>,
  );
};

export const refusedMail = (given: ApplicantMail): RenderedMail => {
  const { application } = given;
  const { lang, decision } = application;
  const unmet = given.made.eligibility.filter((rule) =>
    decision?.rules.some(({ ruleId, met }) => ruleId === rule.id && !met),
  );
  return mail(
    given,
    texts.refused,
    texts.toStatus,
    <>
      <Paragraph>{texts.refused.text[lang]}</Paragraph>
      <Ref application={application} />
      <Heading>{texts.reason[lang]}</Heading>
      <Quote>{decision?.reason}</Quote>
      {unmet.length > 0 && (
        <>
          <Paragraph>{texts.rules[lang]}</Paragraph>
          <List items={unmet.map((rule) => `${rule.title[lang]}: ${rule.unmet[lang]}`)} />
        </>
      )}
      <Heading>{texts.whatYouCanDo[lang]}</Heading>
      <Paragraph>{texts.again[lang]}</Paragraph>
      <Facts
        facts={[
          { term: texts.decidedBy[lang], value: texts.officer[lang] },
          { term: texts.decidedAt[lang], value: decision ? formatInstant(decision.at, lang) : '' },
          {
            term: texts.decidedOn[lang],
            value: decision
              ? `${texts.version[lang]} ${decision.version} · ${texts.roundVersion[lang]} ${decision.roundVersion}`
              : '',
          },
        ]}
      />
    </>,
  );
};

export const withdrawnMail = (given: ApplicantMail): RenderedMail =>
  mail(
    given,
    texts.withdrawn,
    texts.toStatus,
    <>
      <Paragraph>
        {(given.application.withdrawal?.reason ? texts.cancelled : texts.withdrawn.text)[given.application.lang]}
      </Paragraph>
      {given.application.withdrawal?.reason && <Quote>{given.application.withdrawal.reason}</Quote>}
      <Ref application={given.application} />
    </>,
  );

/** The way back to a draft, or to an application that was sent. */
export const linkMail = (given: ApplicantMail, why: 'draft' | 'link' | 'already'): RenderedMail => {
  const { application, round } = given;
  const { lang } = application;
  const text = { draft: texts.draftLink, link: texts.linkAgain, already: texts.already }[why];
  const open = roundPhase(round, given.now) === 'OPEN';
  const changeable = why === 'already' && open && nextState(application.state, 'submit') !== undefined;
  return mail(
    given,
    text,
    why === 'draft' ? texts.goOn : texts.toStatus,
    <>
      <Paragraph>{text.text[lang]}</Paragraph>
      {changeable && <Paragraph>{texts.alreadyChange[lang]}</Paragraph>}
      {why === 'draft' && open ? (
        <Paragraph>
          {texts.sendBy[lang]} {until(round.closesAt, lang)}
        </Paragraph>
      ) : (
        <Ref application={application} />
      )}
    </>,
  );
};

/** The officer's question, first or again. */
export function questionMail(given: ApplicantMail, request: Request, why: 'asked' | 'reminder'): RenderedMail {
  const { application, round } = given;
  const { lang } = application;
  const text = why === 'asked' ? texts.question : texts.questionReminder;
  const pages = (request.question?.pages ?? [])
    .map((id) => pageOf(round, id)?.title[lang])
    .filter((title) => title !== undefined);
  return mail(
    given,
    text,
    texts.toAnswer,
    <>
      <Paragraph>{text.text[lang]}</Paragraph>
      <Ref application={application} />
      <Quote>{request.question?.text}</Quote>
      <Facts
        facts={[
          { term: texts.answerBy[lang], value: formatInstant(request.dueAt, lang) },
          ...(pages.length > 0 ? [{ term: texts.pages[lang], value: pages.join(', ') }] : []),
        ]}
      />
      <Paragraph>{texts.withoutAnswer[lang]}</Paragraph>
    </>,
  );
}

export const answeredMail = (given: ApplicantMail, version: SentVersion): RenderedMail => {
  const { application } = given;
  const { lang } = application;
  return mail(
    given,
    texts.answered,
    texts.toStatus,
    <>
      <Paragraph>{texts.answered.text[lang]}</Paragraph>
      <Ref application={application} />
      <Next {...given} />
      <Heading>{texts.copy[lang]}</Heading>
      <AnswersTable pages={pagesOf(given.made)} typed={typedTogether(version.typed)} lang={lang} />
    </>,
  );
};

export const lapsedMail = (given: ApplicantMail): RenderedMail =>
  mail(
    given,
    texts.lapsed,
    texts.toStatus,
    <>
      <Paragraph>{texts.lapsed.text[given.application.lang]}</Paragraph>
      <Ref application={given.application} />
    </>,
  );
