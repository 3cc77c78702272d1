import { describe, expect, it } from 'vitest';
import { openedRequest, settled } from '../../../functions/requests/request.ts';
import { changedResidency } from '../../../functions/residencies/residency.ts';
import { newResidencyEvent } from '../../../functions/residencies/residency-event.ts';
import { eraseApplication } from '../../../functions/retention/erase-application.ts';
import { changedAdmission } from '../../../functions/selection/admission.ts';
import type { Change } from '../../../functions/shared/database/database.ts';
import { fingerprint } from '../../../functions/shared/random.ts';
import { addendumReason, contractsWorld } from '../../support/contracts/contracts-world.ts';

const erasing = { by: 'system:clock', reason: 'retention' } as const;
const refusal = '조건을 다시 의논하겠습니다.';

/** A startup that has left after three years, with more addenda and reports than one transaction takes. */
async function leftWithMuch(addenda: number) {
  const world = await contractsWorld();
  const { deps, id } = world;
  const first = await world.changed({ name: '새봄페이먼츠', representative: '정가을' });
  const was = await world.event(first);
  const agreement = await deps.agreements.get(was.agreement ?? '');
  if (!agreement) throw new Error('nothing was signed');
  const now = world.now();
  const store = (changes: readonly Change[]) =>
    deps.commit({ changes, events: [{ subject: id, type: 'MadeByTest', by: 'operator:test', at: now }] });
  for (let number = 2; number <= addenda; number += 1) {
    const copy = `${agreement.id}-${number}`;
    const versions = agreement.versions.map((version) => {
      const [sha256, signedSha256] = [fingerprint('text', copy), fingerprint('signed', copy)];
      return { ...version, sha256, signedSha256 };
    });
    const pdf = { agreement: copy, version: 1, bytes: Buffer.from('정가을').toString('base64') };
    await store([
      deps.residencyEvents.create({ ...was, id: `${id}-D${number}`, about: `D${number}`, agreement: copy }),
      ...deps.agreements.create({
        ...agreement,
        id: copy,
        owner: agreement.owner.replace(was.id, `${id}-D${number}`),
        versions,
      }),
      ...versions.flatMap(({ sha256, signedSha256 }) => [
        deps.agreements.putPdf({ ...pdf, sha256, kind: 'text' }),
        deps.agreements.putPdf({ ...pdf, sha256: signedSha256, kind: 'signed' }),
      ]),
    ]);
  }
  const milestones = { reached: '정가을이 이룬 것', next: '다음 목표' };
  const version = { number: 1, sentAt: now, by: 'applicant', staff: 3, revenue: 7, investment: 0, milestones };
  await store(
    Array.from({ length: 12 }, (_, index) => {
      const about = `${2027 + Math.floor(index / 4)}-Q${(index % 4) + 1}`;
      const report = { dueAt: now, sentAt: now, versions: [version] };
      return deps.residencyEvents.create(newResidencyEvent({ residency: id, kind: 'report', about, report }, now));
    }),
  );
  const asked = openedRequest({
    id: 'a-copy',
    kind: 'agreement-copy',
    subject: was.id,
    context: 'lab-then',
    askKey: 'agreement-copy/a-copy',
    outcomes: ['RETURN'],
    assignee: { person: 'han-jiyoon' },
    why: 'asked',
    plan: { within: 5, remindAfter: [] },
    now,
  });
  const answered = { outcome: 'RETURN', by: 'han-jiyoon', at: now, reason: refusal } as const;
  await store(deps.requests.create(asked));
  await store([deps.requests.save(settled(asked, answered), asked)]);
  const [residency, admission] = await Promise.all([world.present(), deps.admissions.get('lab-then')]);
  if (!admission) throw new Error('the round has no selection');
  await store([
    deps.residencies.save(changedResidency(residency, now, {}, 'end'), residency),
    deps.admissions.save({ ...changedAdmission(admission, now, {}), state: 'CONFIRMED' }, admission),
  ]);
  return world;
}

describe('a residency with much in it', () => {
  it('is erased in parts that one transaction takes each, and begun again wherever it was cut off', async () => {
    const world = await leftWithMuch(40);
    const { deps, id } = world;
    const erase = (commit: typeof deps.commit) => eraseApplication({ ...deps, commit }, id, erasing, world.now());
    const isErased = async () => (await world.present()).erasedAt !== undefined;
    let most = 0;
    /** Commits so many times, then the machine is gone. */
    const cutAfter = (commits: number): typeof deps.commit => {
      let left = commits;
      return async (parts) => {
        if (left === 0) throw new Error('cut off');
        left -= 1;
        most = Math.max(most, parts.changes.length);
        await deps.commit(parts);
      };
    };
    const tables = () =>
      ['residencies', 'residencyEvents', 'agreements', 'requests'].flatMap((table) => world.plain(table));
    let cuts = 0;
    for (; !(await isErased()); cuts += 1) {
      expect(cuts).toBeLessThan(40);
      await erase(cutAfter(cuts)).catch((error: unknown) => expect(String(error)).toContain('cut off'));
      if (!(await isErased())) expect((await world.present()).startup.name).toBe('새봄페이먼츠');
    }
    expect(cuts).toBeGreaterThan(4);
    expect(most).toBeLessThanOrEqual(60);
    const kept = JSON.stringify(tables());
    for (const word of [
      '새봄페이',
      '정가을',
      '김새봄',
      addendumReason,
      Buffer.from('정가을').toString('base64'),
      refusal,
    ]) {
      expect(kept).not.toContain(word);
    }
    expect((await deps.residencyEvents.of(id)).length).toBe(52);
    await erase(cutAfter(0));
  });
});
