import type { Checklist } from '../../../functions/checklists/checklist.ts';
import { type Decision, decide } from '../../../functions/checklists/deciding.ts';
import { countedFrom, listFrom } from '../../../functions/checklists/list-from-template.ts';
import { reported } from '../../../functions/checklists/reporting.ts';
import type { PersonRequest } from '../../../functions/requests/request.ts';
import type { Lang } from '../../../functions/shared/i18n.ts';
import type { Recipient } from '../../../functions/shared/names.ts';
import { closeOfDay, localDateSchema } from '../../../functions/shared/time.ts';
import { academyRound } from '../../functions/rounds/academy.ts';
import { asked, type Sample, type SampleFacts, sampleTime } from '../mail-previews/sample.ts';
import { people, templateFrom } from './checklist-world.ts';

const owner = 'firm#L-27H1-7K3Q-9MX4';
const day = localDateSchema.parse('2027-03-15');
const manager = 'han-sejin';

const begun = (): Checklist => {
  const stored = {
    id: 'services',
    version: 1,
    template: templateFrom('lab-services'),
    loadedBy: 'x',
    loadedAt: sampleTime,
  };
  const list = listFrom(stored, { owner, day, manager, people }, sampleTime);
  const doers = Object.entries(list.doers).map(([name, doer]) => [name, { ...doer, request: `request-${name}` }]);
  return { ...list, doers: Object.fromEntries(doers) };
};

const still = (list: Checklist | undefined): Checklist => {
  if (!list) throw new Error('the sample is none that can be');
  return list;
};

const decided = (list: Checklist, item: string, turn: number, decision: Decision): Checklist =>
  still(decide(list, { item, turn }, decision, { by: `person:${manager}`, now: sampleTime }));

/** One item came back, with a reason. */
const returned = (words: string): Checklist => {
  const given = { doer: 'facilities', by: 'person:lim-seojun', now: sampleTime };
  const done = still(reported(begun(), { item: 'furniture', turn: 1 }, { outcome: 'DONE' }, given));
  return decided(done, 'furniture', 2, { outcome: 'RETURN', words });
};

function facts(lang: Lang, list: Checklist, requests: readonly PersonRequest[] = []): SampleFacts {
  const { contact } = academyRound();
  return {
    requests,
    tables: (deps) => ({
      checklists: { ...deps.checklists, byId: async () => list },
      checklistOwners: {
        firm: {
          told: async () => ({ title: { ko: '하나페이 입주', en: 'Hana Pay at the Lab' }, contact }),
          party: async () => ({ email: 'office@hana-pay.example', lang }),
          reads: async () => false,
          manages: async () => false,
        },
      },
    }),
  };
}

export function checklistsSamples(lang: Lang): Readonly<Record<string, readonly Sample[]>> {
  const list = begun();
  const request = (doer: string, kind: string, assignee: Recipient, dueOn: string): PersonRequest => {
    const dueAt = closeOfDay(localDateSchema.parse(dueOn));
    const subject = 'L-27H1-7K3Q-9MX4';
    return {
      ...asked({ id: `request-${doer}`, subject, assignee }),
      kind,
      context: list.id,
      dueAt,
      question: undefined,
    };
  };
  const party = { party: `${list.id}/startup` };
  const ofStartup = request('startup', 'checklist-party', party, '2027-03-04');
  const later = localDateSchema.parse('2027-03-22');
  const movedOfStartup = request('startup', 'checklist-party', party, '2027-03-11');
  const provider = { person: 'lim-seojun' };
  const ofProvider = request('facilities', 'checklist-work', provider, '2027-03-11');
  const ids = { request: 'request-startup', generation: '1' };
  const why =
    lang === 'ko'
      ? '의자가 두 개 모자랍니다. 더 놓은 뒤 다시 알려 주십시오.'
      : 'Two chairs are missing. Tell us again once they are there.';
  const words = lang === 'ko' ? '공사가 늦어져 일정을 바꿉니다.' : 'The works take longer than planned.';
  const label = lang === 'ko' ? '휴대용 공유기 대여' : 'A portable router on loan';
  const changed = (decision: Decision, variant: string): Sample => ({
    variant,
    to: { person: 'bae-jiwon' },
    ids: { list: list.id, item: 'network' },
    facts: facts(lang, decided(begun(), 'network', 1, decision)),
  });
  const dueOn = localDateSchema.parse('2027-03-19');
  return {
    'checklist-asked': [
      { to: party, ids, facts: facts(lang, list, [ofStartup]) },
      {
        variant: 'returned',
        to: provider,
        ids: { request: 'request-facilities', generation: '1' },
        facts: facts(lang, returned(why), [ofProvider]),
      },
    ],
    'checklist-moved': [{ to: party, ids, facts: facts(lang, countedFrom(list, later, sampleTime), [movedOfStartup]) }],
    'checklist-reminder': [
      { to: party, ids: { requests: ['request-startup'] }, facts: facts(lang, list, [ofStartup]) },
    ],
    'checklist-item-changed': [
      changed({ outcome: 'POSTPONE', words, dueOn }, 'postponed'),
      changed({ outcome: 'DROP', words }, 'dropped'),
      changed({ outcome: 'SUBSTITUTE', words, label, doer: 'facilities', dueOn }, 'substituted'),
    ],
  };
}
