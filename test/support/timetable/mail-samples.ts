import type { Lang } from '../../../functions/shared/i18n.ts';
import { localDateSchema } from '../../../functions/shared/time.ts';
import { planTimetable } from '../../../functions/timetable/plan-timetable.ts';
import type { Timetable } from '../../../functions/timetable/timetables-table.ts';
import { round, type Sample, type SampleFacts, sampleTime } from '../mail-previews/sample.ts';
import { lessonRow } from './timetable.ts';

const now = () => sampleTime;

function timetable(version: number): Timetable {
  const rows = ['2027-03-08', '2027-03-10', '2027-03-15'].map((date, index) =>
    lessonRow({ now }, { id: `L0${index + 1}`, date: localDateSchema.parse(date) }),
  );
  const first = planTimetable(rows, [], { now: sampleTime, correcting: false });
  const later = planTimetable(rows.slice(1), first.lessons, { now: sampleTime, correcting: false });
  const lessons = [...(version === 1 ? first : later).lessons];
  return { cohort: round, version, revision: version, loadedAt: sampleTime, told: [], lessons };
}

const loaded = (version: number): SampleFacts => ({
  place: { state: 'ACCEPTED' },
  tables: (deps) => ({ timetables: { ...deps.timetables, get: async () => timetable(version) } }),
});

export function timetableSamples(_lang: Lang): Readonly<Record<string, readonly Sample[]>> {
  return {
    'timetable-published': [
      { to: 'selected', ids: { round, version: '1' }, facts: loaded(1) },
      { variant: 'changed', to: { person: 'park-sora' }, ids: { round, version: '2' }, facts: loaded(2) },
    ],
  };
}
