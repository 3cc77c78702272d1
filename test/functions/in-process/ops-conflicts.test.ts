import { afterEach, describe, expect, it, vi } from 'vitest';
import { roundConflicts } from '../../../ops/screening/round-conflicts.ts';
import { answers } from '../../support/applicants.ts';
import { closed, memoryScreening } from '../../support/screening/memory-screening.ts';

afterEach(() => void vi.restoreAllMocks());

const employed = (organisation: string) => answers({ background: { organisation } });

describe('ops round conflicts', () => {
  it('lists what was taken for a conflict, then what only looks like one, with both names; the audit keeps the reading', async () => {
    const at = await memoryScreening({
      forms: [employed('(주)가온은행 IT본부'), employed('서울시립대학교'), employed('프리랜서')],
      reviewers: [
        { id: 'colleague', affiliations: '가온은행(본점)', roles: 'reviewer;committee' },
        { id: 'card', affiliations: '가온카드' },
        { id: 'stranger', affiliations: '서울대학교;프리랜서' },
      ],
    });
    const [bank = '', school = ''] = at.references;
    const lines: string[] = [];
    vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
    const flags = { stage: 'test', yes: true, force: false };
    await roundConflicts({ ...pick(at.deps), flags, by: 'operator:test', now: () => closed }, at.round.id);

    const found = lines.filter((line) => line.startsWith('A-'));
    expect(found.find((line) => line.includes('colleague'))).toMatch(
      new RegExp(
        `^${bank} {2}conflict: affiliation +colleague \\(reviewer, committee\\) +가온은행 it본부 ~ 가온은행$`,
        'u',
      ),
    );
    expect(found.find((line) => line.includes('card'))).toMatch(
      new RegExp(`^${bank} {2}looks like one +card \\(reviewer\\) +가온은행 it본부 ~ 가온카드$`, 'u'),
    );
    expect(found.findIndex((line) => line.includes('card'))).toBe(found.length - 1);
    expect(found.some((line) => line.includes('stranger') || line.includes(school))).toBe(false);
    expect(lines.at(-1)).toMatch(/^\d+ conflicts, 1 that only look like one\.$/u);
    expect(at.memory.plain('audit').at(-1)).toMatchObject({ type: 'PersonalDataRead', by: 'operator:test' });
  });

  it.each([
    [undefined, 'conflict: affiliation'],
    [true, 'looks like one'],
  ])(
    'lists another department of one university, where the round sets departments apart: %s, as %s',
    async (departmentsApart, expected) => {
      const at = await memoryScreening({
        forms: [employed('서울대학교 경영학과')],
        reviewers: [
          { id: 'medicine', affiliations: '서울대 의과대학' },
          { id: 'unnamed', affiliations: '서울대' },
        ],
        review: { departmentsApart },
      });
      const lines: string[] = [];
      vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
      const flags = { stage: 'test', yes: true, force: false };
      await roundConflicts({ ...pick(at.deps), flags, by: 'operator:test', now: () => closed }, at.round.id);
      const found = (who: string) => lines.find((line) => line.startsWith('A-') && line.includes(who));
      expect(found('medicine')).toContain(expected);
      expect(found('unnamed')).toContain('conflict: affiliation');
    },
  );

  it('refuses a round that is not there', async () => {
    const at = await memoryScreening();
    const flags = { stage: 'test', yes: true, force: false };
    const asking = roundConflicts({ ...pick(at.deps), flags, by: 'operator:test', now: () => closed }, 'nothing');
    await expect(asking).rejects.toThrow('There is no round nothing.');
  });
});

const pick = ({
  applications,
  commit,
  people,
  rounds,
  screenings,
}: Awaited<ReturnType<typeof memoryScreening>>['deps']) => ({ applications, commit, people, rounds, screenings });
