import type { Dependencies } from '../../../functions/app/dependencies.ts';
import type { Application } from '../../../functions/applications/application.ts';
import type { Lang } from '../../../functions/shared/i18n.ts';
import { addMinutes, instantSchema } from '../../../functions/shared/time.ts';
import { asked, round, type Sample, type SampleFacts, sampleTime, withdrawn, words } from '../mail-previews/sample.ts';

const decision = (outcome: 'ACCEPTED' | 'REFUSED', by: string, reason?: string): Application['decision'] => ({
  outcome,
  at: instantSchema.parse('2027-01-12T01:00:00Z'),
  by,
  version: 1,
  roundVersion: 1,
  rules: [{ ruleId: 'adult-on-first-day', met: outcome === 'ACCEPTED' }],
  reason,
});

const inIntake: SampleFacts = { round: { closesAt: instantSchema.parse('2027-03-31T09:00:00Z') } };

/** A challenge whose code may be entered for ten minutes. */
export const codeOf =
  (lang: Lang, about: string, own: { readonly email?: string; readonly scope?: string } = {}) =>
  ({ codes }: Dependencies): Partial<Dependencies> => ({
    codes: {
      ...codes,
      challenge: async (id) => ({
        id,
        email: 'haneul.kim@example.com',
        about,
        lang,
        secret: '',
        askedAt: sampleTime,
        until: addMinutes(sampleTime, 10),
        tries: 0,
        mailed: { at: sampleTime, code: 'c', linkUntil: addMinutes(sampleTime, 60) },
        expiresAt: 0,
        ...own,
      }),
      address: async () => ({
        count: 1,
        mails: [sampleTime],
        code: 'c',
        codeUntil: addMinutes(sampleTime, 10),
        guesses: 0,
        expiresAt: 0,
      }),
    },
  });

export function applicationsSamples(lang: Lang): Readonly<Record<string, readonly Sample[]>> {
  const said = words(lang);
  const question = asked({ kind: 'intake-question', question: { text: said.question, pages: ['background'] } });
  return {
    'application-received': [
      {
        variant: 'first',
        to: 'selected',
        ids: { version: '1' },
        facts: { ...inIntake, application: { state: 'SUBMITTED' } },
      },
      {
        variant: 'changed',
        to: 'selected',
        ids: { version: '2' },
        facts: { ...inIntake, version: 2, application: { state: 'SUBMITTED', version: 2 } },
      },
    ],
    'application-received-and-accepted': [
      {
        variant: 'first',
        to: 'selected',
        ids: { version: '1' },
        facts: { ...inIntake, application: { decision: decision('ACCEPTED', 'rules') } },
      },
      {
        variant: 'changed',
        to: 'selected',
        ids: { version: '2' },
        facts: { ...inIntake, version: 2, application: { version: 2, decision: decision('ACCEPTED', 'rules') } },
      },
    ],
    'question-answered': [
      {
        to: 'selected',
        ids: { version: '2' },
        facts: { version: 2, application: { state: 'WITH_OFFICER', version: 2 } },
      },
    ],
    'application-accepted': [
      { variant: 'by the rules', to: 'selected', facts: { application: { decision: decision('ACCEPTED', 'rules') } } },
      {
        variant: 'by the officer',
        to: 'selected',
        facts: { application: { decision: decision('ACCEPTED', 'kim-minji') } },
      },
    ],
    'application-refused': [
      {
        to: 'selected',
        facts: { application: { state: 'REFUSED', decision: decision('REFUSED', 'kim-minji', said.refusal) } },
      },
    ],
    'application-withdrawn': [
      { variant: 'by the applicant', to: 'selected', facts: { application: withdrawn() } },
      { variant: 'by an operator', to: 'selected', facts: { application: withdrawn(said.operator) } },
    ],
    'draft-link': [{ to: 'selected', facts: { ...inIntake, application: { state: 'DRAFT', version: 0 } } }],
    'address-code': [{ to: { challenge: 'c1' }, facts: { tables: codeOf(lang, `round:${round}`) } }],
    'address-changed': [{ to: 'selected', facts: { application: { formerEmail: 'haneul.before@example.com' } } }],
    'question-asked': [{ to: 'selected', ids: { request: question.id }, facts: { requests: [question] } }],
    'question-reminder': [{ to: 'selected', ids: { request: question.id }, facts: { requests: [question] } }],
    'question-lapsed': [{ to: 'selected', facts: { application: { state: 'WITH_OFFICER' } } }],
  };
}
