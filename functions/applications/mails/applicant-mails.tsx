import type { ComponentChildren } from 'preact';
import { pageOf, pagesOf, typedTogether } from '../../forms/round-form.ts';
import type { Request } from '../../requests/request.ts';
import { roundPhase } from '../../rounds/round.ts';
import type { Text } from '../../shared/i18n.ts';
import { AnswersTable, Facts, Heading, List, Paragraph, Quote } from '../../shared/mail/components.tsx';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { formatDate, formatInstant } from '../../shared/time.ts';
import { nextState } from '../application.ts';
import type { SentVersion } from '../applications-table.ts';
import { until } from '../pages/start.tsx';
import { type ApplicantMail, applicantMail, Next, Ref } from './applicant-frame.tsx';
import { texts } from './texts.ts';

/** The receipt, with a copy of the answers. */
export const receivedMail = (given: ApplicantMail, version: SentVersion): RenderedMail => {
  const text = version.version === 1 ? texts.received : texts.changed;
  return receipt(given, version, text, <Paragraph>{text.text[given.application.lang]}</Paragraph>);
};

/** The receipt and what the check found, in one mail; the receipt alone where it is not so any more. */
export function receivedAndAcceptedMail(given: ApplicantMail, version: SentVersion): RenderedMail {
  const { application, round } = given;
  if (application.state !== 'ACCEPTED') return receivedMail(given, version);
  const { lang } = application;
  const isFirst = version.version === 1;
  return receipt(
    given,
    version,
    isFirst ? texts.receivedAndAccepted : texts.changedAndAccepted,
    <>
      <Paragraph>{(isFirst ? texts.received : texts.changed).text[lang]}</Paragraph>
      <Paragraph>{texts.checked[lang]}</Paragraph>
      <Paragraph>
        {texts.results[lang]} {formatDate(round.resultsOn, lang)}
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
    texts.toStatus,
    <>
      {words}
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
  return applicantMail(
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
  return applicantMail(
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
  applicantMail(
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
  return applicantMail(
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
  return applicantMail(
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
  return applicantMail(
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
  applicantMail(
    given,
    texts.lapsed,
    texts.toStatus,
    <>
      <Paragraph>{texts.lapsed.text[given.application.lang]}</Paragraph>
      <Ref application={given.application} />
    </>,
  );
