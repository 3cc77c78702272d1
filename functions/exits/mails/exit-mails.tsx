import { type ApplicantMail, applicantMail, Ref } from '../../applications/mails/applicant-frame.tsx';
import type { Checklist } from '../../checklists/checklist.ts';
import { isToDo } from '../../checklists/item.ts';
import type { Measure } from '../../residencies/measure.ts';
import { lastOf, type Residency } from '../../residencies/residency.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Facts, Heading, Paragraph, Quote } from '../../shared/mail/components.tsx';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { dayInSubject, formatDate, type LocalDate } from '../../shared/time.ts';
import { type Space, spaceText } from '../../spaces/space.ts';
import { measureMailWords, exitMailWords as words } from './texts.ts';

type Ending = Pick<Residency, 'contracts'>;

const lastDayFact = (residency: Ending, lang: Lang) => ({
  term: words.lastDay[lang],
  value: formatDate(lastOf(residency).to, lang),
});

/** What a startup that leaves has to do, each by its date. @param doer what the list calls the startup */
export function exitBegunMail(
  given: ApplicantMail,
  {
    residency,
    spaces,
    list,
    doer,
    today,
  }: {
    readonly today: LocalDate;
    readonly residency: Ending;
    readonly spaces: readonly Space[];
    readonly list: Checklist | undefined;
    readonly doer: string;
  },
): RenderedMail {
  const { application } = given;
  const { lang } = application;
  const items = (list?.items ?? []).filter((item) => item.doer === doer && isToDo(item));
  const says = words[lastOf(residency).to < today ? 'begunLate' : 'begun'];
  return applicantMail(
    given,
    {
      subject: says.subject(dayInSubject(lastOf(residency).to)),
      preheader: says.preheader,
    },
    words.toResidency,
    <>
      <Paragraph>{says.text[lang]}</Paragraph>
      <Ref application={application} />
      <Facts
        facts={[
          lastDayFact(residency, lang),
          ...spaces.map((space) => ({ term: words.space[lang], value: spaceText(space) })),
        ]}
      />
      {items.length > 0 && (
        <>
          <Heading>{words.toDo[lang]}</Heading>
          <Facts facts={items.map(({ label, dueOn }) => ({ term: label[lang], value: formatDate(dueOn, lang) }))} />
        </>
      )}
    </>,
  );
}

/** Its contract was extended. */
export function exitDroppedMail(given: ApplicantMail, residency: Ending): RenderedMail {
  const { application } = given;
  const { lang } = application;
  return applicantMail(
    given,
    words.dropped,
    words.toResidency,
    <>
      <Paragraph>{words.dropped.text[lang]}</Paragraph>
      <Ref application={application} />
      <Facts facts={[lastDayFact(residency, lang)]} />
    </>,
  );
}

/** The end, with what is kept as the startup agreed to it when it applied. */
export function residencyEndedMail(given: ApplicantMail, residency: Ending): RenderedMail {
  const { application, made } = given;
  const { lang } = application;
  return applicantMail(
    given,
    words.ended,
    words.toResidency,
    <>
      <Paragraph>{words.ended.text[lang]}</Paragraph>
      <Ref application={application} />
      <Facts facts={[lastDayFact(residency, lang)]} />
      <Heading>{words.kept[lang]}</Heading>
      <Paragraph>{words.ended.keptText[lang]}</Paragraph>
      <Facts
        facts={made.consents
          .filter(({ required }) => required)
          .map(({ title, retention }) => ({ term: title[lang], value: retention[lang] }))}
      />
    </>,
  );
}

/** That a startup's own notice has arrived. */
export function noticeConfirmedMail(given: ApplicantMail, residency: Ending): RenderedMail {
  const { application } = given;
  const { lang } = application;
  const { subject, preheader, text } = words.noticeConfirmed;
  return applicantMail(
    given,
    { subject: subject(dayInSubject(lastOf(residency).to)), preheader },
    words.toResidency,
    <>
      <Paragraph>{text[lang]}</Paragraph>
      <Ref application={application} />
      <Facts facts={[lastDayFact(residency, lang)]} />
    </>,
  );
}

/** What the management has decided, why, and how to object to it. */
export function measureMail(given: ApplicantMail, { kind, reason, lastDay }: Measure): RenderedMail {
  const { application } = given;
  const { lang } = application;
  const says = measureMailWords[kind];
  return applicantMail(
    given,
    says,
    words.toResidency,
    <>
      <Paragraph>{says.text[lang]}</Paragraph>
      <Ref application={application} />
      {lastDay && <Facts facts={[{ term: words.lastDay[lang], value: formatDate(lastDay, lang) }]} />}
      <Heading>{words.reason[lang]}</Heading>
      <Quote>{reason}</Quote>
      <Objecting lang={lang} />
    </>,
  );
}

/** That a warning does not hold any more, and why. */
export function measureWithdrawnMail(given: ApplicantMail, { withdrawn }: Measure): RenderedMail {
  const { application } = given;
  const { lang } = application;
  return applicantMail(
    given,
    words.withdrawn,
    words.toResidency,
    <>
      <Paragraph>{words.withdrawn.text[lang]}</Paragraph>
      <Ref application={application} />
      <Heading>{words.reason[lang]}</Heading>
      <Quote>{withdrawn?.reason}</Quote>
    </>,
  );
}

/** To a startup that stays past the end. */
export function overstayAskedMail(
  given: ApplicantMail,
  { space, to }: { readonly space: Space; readonly to: LocalDate },
): RenderedMail {
  const { application } = given;
  const { lang } = application;
  return applicantMail(
    given,
    words.asked,
    words.toResidency,
    <>
      <Paragraph>{words.asked.text[lang]}</Paragraph>
      <Ref application={application} />
      <Facts
        facts={[
          { term: words.space[lang], value: spaceText(space) },
          { term: words.until[lang], value: formatDate(to, lang) },
        ]}
      />
    </>,
  );
}

const Objecting = ({ lang }: { readonly lang: Lang }) => (
  <>
    <Heading>{words.objectTitle[lang]}</Heading>
    <Paragraph>{words.objectText[lang]}</Paragraph>
  </>
);
