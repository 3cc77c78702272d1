import type { Dependencies } from '../../../functions/app/dependencies.ts';
import { kinds } from '../../../functions/app/kinds.ts';
import { reminderOf } from '../../../functions/requests/kind.ts';
import { notices } from '../../../functions/requests/mails/texts.ts';
import type { PersonRequest } from '../../../functions/requests/request.ts';
import type { Lang } from '../../../functions/shared/i18n.ts';
import { type Instant, instantSchema } from '../../../functions/shared/time.ts';
import * as brought from '../brought.ts';
import { residencyOf } from '../onboarding/residency-of.ts';
import { demoPeople } from '../people/demo-people.ts';
import type { Support } from '../support.ts';
import { asked, round, type Sample } from './sample.ts';

/** Kinds of request that staff are asked for by a mail of their own. */
const staffKinds = [...kinds.values()]
  .filter((kind) => kind.pages && reminderOf(kind) === 'request-reminder')
  .map(({ name }) => name);

/** Weeks before the day of the mails. */
const before: Instant = instantSchema.parse('2027-01-12T01:00:00Z');

/** The first of the demo's staff who may be asked it. */
const holderOf = (kind: string): string =>
  demoPeople().find(({ roles }) => roles.some((role) => kinds.get(kind)?.askedOf.some((one) => one === role)))?.id ??
  'kim-minji';

const staffRequest = (id: string, kind: string): PersonRequest => ({
  ...asked({
    id,
    subject: kind === 'committee-approval' ? `round#${round}` : 'A-27H1-7K3Q-9MX4',
    assignee: { person: holderOf(kind) },
  }),
  kind,
});

/** The startup that the Lab's requests are about. */
const withStartup = (deps: Dependencies) => ({
  residencies: { ...deps.residencies, get: async (id: string) => residencyOf(id, 'ko') },
});

/** Mails about requests of whatever capability. */
const ofRequests: Readonly<Record<string, readonly Sample[]>> = {
  'request-opened': staffKinds.map((kind) => ({
    variant: kind,
    to: { person: holderOf(kind) },
    ids: { request: 'request-1' },
    facts: { requests: [staffRequest('request-1', kind)], tables: withStartup },
  })),
  'request-reminder': [
    {
      to: { person: 'kim-minji' },
      ids: { requests: ['request-1', 'request-2'] },
      facts: { requests: [staffRequest('request-1', 'intake-decision'), staffRequest('request-2', 'look-again')] },
    },
    {
      variant: 'overdue',
      to: { person: 'kim-minji' },
      ids: { requests: ['request-1'] },
      facts: { requests: [{ ...staffRequest('request-1', 'intake-decision'), dueAt: before }] },
    },
  ],
  'operator-notice': Object.keys(notices).map((about) => ({
    variant: about,
    to: { person: 'choi-yuna' },
    ids: {
      about,
      subject: 'A-27H1-7K3Q-9MX4',
      detail: 'RoundMissing',
      ...(about === 'stuck' && { state: 'Check the application', tries: '6' }),
    },
  })),
};

/** Realistic data for every mail, by the template's name. A template without a sample fails test/functions/app/templates.test.ts. */
export const mailSamples = (lang: Lang): Readonly<Record<string, readonly Sample[]>> =>
  Object.assign({}, ofRequests, ...Object.values<Support>(brought).map(({ samples }) => samples?.(lang)));
