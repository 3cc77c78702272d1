import type { AgreementOwner, AgreementOwners } from '../agreements/owners.ts';
import type { AgreementTemplate } from '../agreements/template.ts';
import { resumeWithNews } from '../requests/ask.ts';
import { changedResidency, firstOf, lastOf, type Residency, residencyKind } from '../residencies/residency.ts';
import type { Residency as ResidencyRules } from '../rounds/residency.ts';
import type { Text } from '../shared/i18n.ts';
import { businessDayEnd, dateText, seoulDateOf } from '../shared/time.ts';
import { rulesOf } from './case.ts';
import type { Dependencies } from './dependencies.ts';

const words = {
  facts: { ko: '협약의 내용', en: 'What is agreed' },
  startup: { ko: '입주 기업', en: 'Startup' },
  number: { ko: '등록 번호', en: 'Registration number' },
  representative: { ko: '대표자', en: 'Representative' },
  from: { ko: '입주 첫날', en: 'First day' },
  to: { ko: '입주 마지막 날', en: 'Last day' },
  desks: { ko: '책상 수', en: 'Desks' },
  none: { ko: '없음', en: 'none' },
  founder: { ko: '없음 (예비 창업자)', en: 'none (prospective founder)' },
  asStartup: { ko: '입주 기업 대표자', en: 'Representative of the startup' },
  asLab: { ko: '랩 책임자', en: 'Director of the Lab' },
} as const satisfies Record<string, Text>;

/** For whom the director signs. */
export const labParty: Text = { ko: '서울 핀테크 랩', en: 'Seoul Fintech Lab' };

const facts = ['startup', 'number', 'representative', 'from', 'to', 'desks'] as const;

/** Text that is no field of an agreement: what stands in braces would be taken for one. */
const plain = ({ ko, en }: Text): Text => ({ ko: ko.replaceAll(/[{}]/gu, ''), en: en.replaceAll(/[{}]/gu, '') });

/** The text of a round's agreement, below the facts of the case. */
export const templateOf = ({ agreement }: Pick<ResidencyRules, 'agreement'>, version: number): AgreementTemplate => ({
  kind: 'agreement',
  id: 'residency',
  version,
  title: agreement.title,
  fields: Object.fromEntries(facts.map((name) => [name, { label: words[name] }])),
  signers: [
    { id: 'startup', title: words.asStartup },
    { id: 'lab', title: words.asLab },
  ],
  signingDays: 5,
  parts: [
    {
      heading: words.facts,
      paragraphs: facts.map((name) => ({ ko: `${words[name].ko}: {${name}}`, en: `${words[name].en}: {${name}}` })),
    },
    ...agreement.clauses.map(({ title, text }) => ({ heading: plain(title), paragraphs: [plain(text)] })),
  ],
});

const same = (value: string): Text => ({ ko: value, en: value });

/** A founder has no number yet, and that of a foreign firm is none of ours. */
function numberText({ kind, number }: Residency['startup']): Text {
  if (kind === 'founder') return words.founder;
  if (number === undefined) return words.none;
  return kind === 'foreign-firm'
    ? { ko: `${number} (해당 국가의 등록 번호)`, en: `${number} (of the country of registration)` }
    : same(number);
}

/** What the case says in its agreement. */
export const valuesOf = ({ startup, desks, contracts }: Pick<Residency, 'startup' | 'desks' | 'contracts'>) => {
  const { from, to } = lastOf({ contracts });
  return {
    startup: same(startup.name),
    number: numberText(startup),
    representative: same(startup.representative),
    from: dateText(from),
    to: dateText(to),
    desks: same(String(desks)),
  };
};

type Reach = Pick<Dependencies, 'residencies' | 'rounds'>;

/** The agreements of residencies: signed by the startup, then by the director of the Lab. */
const residencyAgreement = (deps: Reach): AgreementOwner => ({
  data: async (id) => {
    const residency = await deps.residencies.get(id);
    if (residency?.state !== 'ONBOARDING' && residency?.state !== 'RESIDENT') return undefined;
    const { round, rules, onboarding } = await rulesOf(deps, residency);
    const { startup } = residency;
    return {
      template: templateOf(rules, round.version),
      values: valuesOf(residency),
      signers: [
        {
          id: 'startup',
          party: startup.name,
          name: startup.representative,
          email: startup.email,
          lang: startup.lang,
        },
        { id: 'lab', party: labParty.ko, person: onboarding.director },
      ],
      dueOn: seoulDateOf(businessDayEnd(residency.documentsAcceptedAt ?? residency.changedAt, onboarding.signWithin)),
      context: round.id,
    };
  },
  ended: async (id, agreement, version, now) => {
    const was = await deps.residencies.get(id);
    const isAwaited = was?.state === 'ONBOARDING' && firstOf(was).agreement === agreement.id;
    if (!was || !isAwaited) return { changes: [], events: [], outbox: [] };
    const { change, outbox } = resumeWithNews(was);
    return {
      changes: [deps.residencies.save(changedResidency(was, now, change), was)],
      events: [
        {
          subject: id,
          type: 'OnboardingNews',
          by: 'system:onboarding',
          at: now,
          data: { agreement: agreement.id, version: version.number, state: version.state },
        },
      ],
      outbox,
    };
  },
  contact: async (id) => {
    const residency = await deps.residencies.get(id);
    return residency && (await rulesOf(deps, residency)).round.contact;
  },
});

export const residencyAgreements = (deps: Reach): AgreementOwners => ({ [residencyKind]: residencyAgreement(deps) });
