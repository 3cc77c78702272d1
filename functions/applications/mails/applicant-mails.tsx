import type { ComponentChildren } from 'preact';
import { pageOf, pagesToRead, typedTogether } from '../../forms/round-form.ts';
import type { PersonRequest } from '../../requests/request.ts';
import { Appeal } from '../../rounds/mails/appeal.tsx';
import { until } from '../../rounds/pages/start.tsx';
import { roundPhase } from '../../rounds/round.ts';
import { versionsText } from '../../rounds/versions-text.ts';
import type { Text } from '../../shared/i18n.ts';
import { AnswersTable, Facts, Heading, List, Paragraph, Quote } from '../../shared/mail/components.tsx';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { dueInSubject, formatDate, formatInstant } from '../../shared/time.ts';
import type { SentVersion } from '../applications-table.ts';
import { type ApplicantMail, applicantMail, Next, Ref } from './applicant-frame.tsx';
import { applicationMailWords } from './texts.ts';

/** The receipt, with a copy of the answers. */
export const receivedMail = (given: ApplicantMail, version: SentVersion): RenderedMail => {
  const text = version.version === 1 ? applicationMailWords.received : applicationMailWords.changed;
  return receipt(given, version, text, <Paragraph>{text.text[given.application.lang]}</Paragraph>);
};

/** The receipt and what the check found, in one mail; the receipt alone if it is not so any more. */
export function receivedAndAcceptedMail(given: ApplicantMail, version: SentVersion): RenderedMail {
  const { application, round } = given;
  if (application.state !== 'ACCEPTED') return receivedMail(given, version);
  const { lang } = application;
  const isFirst = version.version === 1;
  return receipt(
    given,
    version,
    isFirst ? applicationMailWords.receivedAndAccepted : applicationMailWords.changedAndAccepted,
    <>
      <Paragraph>{(isFirst ? applicationMailWords.received : applicationMailWords.changed).text[lang]}</Paragraph>
      <Paragraph>{applicationMailWords.accepted.text[lang]}</Paragraph>
      <Paragraph>
        {applicationMailWords.results[lang]} {formatDate(round.resultsOn, lang)}
      </Paragraph>
    </>,
  );
}

function receipt(
  given: ApplicantMail,
  version: SentVersion,
  text: { readonly subject: Text; readonly preheader: Text },
  words: ComponentChildren,
): RenderedMail {
  const { application, round, now } = given;
  const { lang } = application;
  const open = roundPhase(round, now) === 'OPEN';
  return applicantMail(
    given,
    text,
    applicationMailWords.toStatus,
    <>
      {words}
      <Ref application={application} />
      <Next {...given} />
      {open && (
        <Paragraph>
          {applicationMailWords.changeUntil[lang]} {until(round.closesAt, lang)}
        </Paragraph>
      )}
      <Heading>{applicationMailWords.copy[lang]}</Heading>
      <AnswersTable pages={pagesToRead(given.made, version.typed)} typed={typedTogether(version.typed)} lang={lang} />
    </>,
  );
}

export const acceptedMail = (given: ApplicantMail): RenderedMail => {
  const { application, round } = given;
  const { lang, decision } = application;
  const text = decision?.by === 'rules' ? applicationMailWords.accepted : applicationMailWords.acceptedByOfficer;
  return applicantMail(
    given,
    text,
    applicationMailWords.toStatus,
    <>
      <Paragraph>{text.text[lang]}</Paragraph>
      <Ref application={application} />
      <Next {...given} />
      <Paragraph>
        {applicationMailWords.results[lang]} {formatDate(round.resultsOn, lang)}
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
  return applicantMail(
    given,
    applicationMailWords.refused,
    applicationMailWords.toStatus,
    <>
      <Paragraph>{applicationMailWords.refused.text[lang]}</Paragraph>
      <Ref application={application} />
      <Heading>{applicationMailWords.reason[lang]}</Heading>
      <Quote>{decision?.reason}</Quote>
      {unmet.length > 0 && (
        <>
          <Paragraph>{applicationMailWords.rules[lang]}</Paragraph>
          <List items={unmet.map((rule) => `${rule.title[lang]}: ${rule.unmet[lang]}`)} />
        </>
      )}
      <Heading>{applicationMailWords.whatYouCanDo[lang]}</Heading>
      <Paragraph>{applicationMailWords.again[lang]}</Paragraph>
      <Appeal of={given.round} lang={lang} />
      <Facts
        facts={[
          { term: applicationMailWords.decidedBy[lang], value: applicationMailWords.officer[lang] },
          { term: applicationMailWords.decidedAt[lang], value: decision ? formatInstant(decision.at, lang) : '' },
          {
            term: applicationMailWords.decidedOn[lang],
            value: decision ? versionsText(decision)[lang] : '',
          },
        ]}
      />
    </>,
  );
};

export const withdrawnMail = (given: ApplicantMail): RenderedMail =>
  applicantMail(
    given,
    applicationMailWords.withdrawn,
    applicationMailWords.toStatus,
    <>
      <Paragraph>
        {
          (given.application.withdrawal?.reason ? applicationMailWords.cancelled : applicationMailWords.withdrawn.text)[
            given.application.lang
          ]
        }
      </Paragraph>
      {given.application.withdrawal?.reason && <Quote>{given.application.withdrawal.reason}</Quote>}
      <Ref application={given.application} />
    </>,
  );

/** The way back to a draft. */
export const draftLinkMail = (given: ApplicantMail): RenderedMail => {
  const { application, round } = given;
  const { lang } = application;
  return applicantMail(
    given,
    applicationMailWords.draftLink,
    applicationMailWords.goOn,
    <>
      <Paragraph>{applicationMailWords.draftLink.text[lang]}</Paragraph>
      {roundPhase(round, given.now) === 'OPEN' ? (
        <Paragraph>
          {applicationMailWords.sendBy[lang]} {until(round.closesAt, lang)}
        </Paragraph>
      ) : (
        <Ref application={application} />
      )}
    </>,
  );
};

/** The officer's question, first or again. */
export function questionMail(given: ApplicantMail, request: PersonRequest, why: 'asked' | 'reminder'): RenderedMail {
  const { application, round } = given;
  const { lang } = application;
  const text = why === 'asked' ? applicationMailWords.question : applicationMailWords.questionReminder;
  const pages = (request.question?.pages ?? [])
    .map((id) => pageOf(round, id)?.title[lang])
    .filter((title) => title !== undefined);
  return applicantMail(
    given,
    { ...text, subject: text.subject(dueInSubject(request.dueAt)) },
    applicationMailWords.toAnswer,
    <>
      <Paragraph>{text.text[lang]}</Paragraph>
      <Ref application={application} />
      <Quote>{request.question?.text}</Quote>
      <Facts
        facts={[
          { term: applicationMailWords.answerBy[lang], value: formatInstant(request.dueAt, lang) },
          ...(pages.length > 0 ? [{ term: applicationMailWords.pages[lang], value: pages.join(', ') }] : []),
        ]}
      />
      <Paragraph>{applicationMailWords.withoutAnswer[lang]}</Paragraph>
    </>,
  );
}

export const answeredMail = (given: ApplicantMail, version: SentVersion): RenderedMail => {
  const { application } = given;
  const { lang } = application;
  return applicantMail(
    given,
    applicationMailWords.answered,
    applicationMailWords.toStatus,
    <>
      <Paragraph>{applicationMailWords.answered.text[lang]}</Paragraph>
      <Ref application={application} />
      <Next {...given} />
      <Heading>{applicationMailWords.copy[lang]}</Heading>
      <AnswersTable pages={pagesToRead(given.made, version.typed)} typed={typedTogether(version.typed)} lang={lang} />
    </>,
  );
};

export const lapsedMail = (given: ApplicantMail): RenderedMail =>
  applicantMail(
    given,
    applicationMailWords.lapsed,
    applicationMailWords.toStatus,
    <>
      <Paragraph>{applicationMailWords.lapsed.text[given.application.lang]}</Paragraph>
      <Ref application={given.application} />
    </>,
  );
