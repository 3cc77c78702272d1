import type { Checklist } from '../../../functions/checklists/checklist.ts';
import { listFrom } from '../../../functions/checklists/list-from-template.ts';
import type { Measure } from '../../../functions/residencies/measure.ts';
import { type Residency, residencyKind } from '../../../functions/residencies/residency.ts';
import { newResidencyEvent } from '../../../functions/residencies/residency-event.ts';
import type { Lang } from '../../../functions/shared/i18n.ts';
import { localDateSchema } from '../../../functions/shared/time.ts';
import { academyRound } from '../../functions/rounds/academy.ts';
import { templateFrom } from '../checklists/checklist-world.ts';
import type { Sample, SampleFacts } from '../mail-previews/sample.ts';
import { sampleTime } from '../mail-previews/sample.ts';
import { residencyOf } from '../onboarding/residency-of.ts';
import { labRound } from '../rounds/lab.ts';
import { spaceOf } from '../spaces/made-up.ts';

const reference = 'S-27H1-7K3Q-9MX4';
const day = (written: string) => localDateSchema.parse(written);

const list = (): Checklist =>
  listFrom(
    { id: 'exit', version: 1, template: templateFrom('lab-exit'), loadedBy: 'operator:test', loadedAt: sampleTime },
    {
      owner: `exit#${reference}-E1`,
      day: day('2027-03-12'),
      manager: 'han-sejin',
      people: { facilities: 'lim-seojun', network: 'bae-jiwon' },
    },
    sampleTime,
  );

export function exitsSamples(lang: Lang): Readonly<Record<string, readonly Sample[]>> {
  // Whom to ask is the same of all samples.
  const round = { ...labRound(), contact: academyRound().contact };
  const reason =
    lang === 'ko'
      ? '공용 회의실을 예약 없이 세 차례 사용하였습니다. 예약한 뒤 사용해 주십시오.'
      : 'The meeting room was used three times without a booking. Please book it first.';
  const contract = (to: string) => ({ number: 1, from: day('2026-03-13'), to: day(to) });
  const facts = (change: Partial<Residency> = {}): SampleFacts => ({
    round,
    tables: (deps) => ({
      residencies: {
        ...deps.residencies,
        get: async () =>
          residencyOf(reference, lang, { state: 'RESIDENT', contracts: [contract('2027-03-12')], ...change }),
      },
      residencyEvents: {
        ...deps.residencyEvents,
        get: async () => newResidencyEvent({ residency: reference, kind: 'exit', about: '1' }, sampleTime),
      },
      checklists: { ...deps.checklists, list: async () => list() },
      rounds: { ...deps.rounds, version: async () => round },
      spaces: {
        ...deps.spaces,
        get: async () => space,
        holder: async () => ({ spaces: ['annex-301'], count: 1 }),
        many: async () => [space],
      },
    }),
  });
  // Until five days ago.
  const space = spaceOf(
    'annex-301',
    [
      {
        number: 1,
        holder: { kind: residencyKind, id: reference },
        from: day('2026-02-12'),
        to: day('2027-02-11'),
      },
    ],
    { site: '서울창업허브 별관', floor: '3층', name: '301호' },
  );
  const measure = (kind: Measure['kind'], change: Partial<Measure> = {}): Partial<Residency> => ({
    measures: [{ id: 'M1', kind, by: 'kwon-dahye', at: sampleTime, reason, ...change }],
  });
  const noticed = {
    contracts: [
      {
        ...contract('2027-03-20'),
        endedEarly: {
          by: 'startup' as const,
          noticedOn: day('2027-02-16'),
          insteadOf: day('2028-03-12'),
          at: sampleTime,
          reason: lang === 'ko' ? '더 넓은 사무실로 옮깁니다.' : 'We move to a larger office.',
        },
      },
    ],
  };
  const confirmed = { by: 'han-jiyoon', at: sampleTime };
  const event = { event: `${reference}-E1` };
  const ofMeasure = { measure: 'M1' };
  const toManager = { person: 'kwon-dahye' };
  const ofSpace = { space: 'annex-301', holding: '1' };
  return {
    'exit-begun': [
      { to: 'selected', ids: event, facts: facts() },
      {
        variant: 'late',
        to: 'selected',
        ids: event,
        facts: facts({ contracts: [{ number: 1, from: day('2025-05-10'), to: day('2026-05-09') }] }),
      },
    ],
    'exit-dropped': [{ to: 'selected', ids: event, facts: facts() }],
    'residency-ended': [{ to: 'selected', facts: facts({ state: 'ENDED' }) }],
    'notice-confirmed': [{ to: 'selected', facts: facts(noticed) }],
    'notice-received': [{ to: toManager, ids: { residency: reference }, facts: facts(noticed) }],
    'measure-taken': [
      { variant: 'warning', to: 'selected', ids: ofMeasure, facts: facts(measure('warning')) },
      {
        variant: 'notice',
        to: 'selected',
        ids: ofMeasure,
        facts: facts(measure('notice', { lastDay: day('2027-03-20') })),
      },
      {
        variant: 'end',
        to: 'selected',
        ids: ofMeasure,
        facts: facts(measure('end', { lastDay: day('2027-02-16'), confirmed })),
      },
    ],
    'measure-withdrawn': [
      {
        to: 'selected',
        ids: ofMeasure,
        facts: facts(measure('warning', { withdrawn: { by: 'kwon-dahye', at: sampleTime, reason } })),
      },
    ],
    'end-answered': [
      {
        variant: 'confirmed',
        to: toManager,
        ids: { residency: reference, ...ofMeasure },
        facts: facts(measure('end', { confirmed })),
      },
      {
        variant: 'refused',
        to: toManager,
        ids: { residency: reference, ...ofMeasure },
        facts: facts(measure('end', { refused: { ...confirmed, reason } })),
      },
    ],
    'overstay-told': [{ to: toManager, ids: ofSpace, facts: facts() }],
    'overstay-asked': [{ to: 'selected', ids: ofSpace, facts: facts() }],
  };
}
