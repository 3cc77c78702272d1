import { describe, expect, it } from 'vitest';
import { problemErrors, readMoves, readRows } from '../../../functions/committee/pages/return-rows.ts';
import { largeSnapshot } from '../../support/selection/large-ranking.ts';

const snapshot = largeSnapshot(12);
const fields = new Map([
  ['rows', ['3']],
  ['who-1', ['1']],
  ['to-1', ['2']],
  ['why-1', ['경력']],
  ['who-3', ['12위']],
  ['to-3', ['1']],
  ['why-3', ['경력']],
]);
const typed = readRows(fields, snapshot.entries.length);
const read = readMoves(typed, snapshot, 'ko');
const moves = 'moves' in read ? read.moves : [];
const [first, last] = moves.map(({ reference }) => reference);

describe('what a member types to return a ranking', () => {
  it('is read by present places', () => {
    expect(moves.map(({ to }) => to)).toEqual([2, 1]);
    expect([first, last]).toEqual([snapshot.entries[0]?.reference, snapshot.entries[11]?.reference]);
  });

  it('is nobody in particular if a raised digit stands for the present place', () => {
    const raised = readMoves(readRows(new Map([...fields, ['who-1', ['1²']]]), 12), snapshot, 'ko');
    expect(raised).toEqual({ errors: [{ field: 'who-1', message: expect.any(String) }] });
  });

  it('is refused beside the applicant with whom the member has a conflict', () => {
    const problems = [{ reference: last ?? '', problem: 'conflict' as const }];
    expect(problemErrors(typed, moves, problems, 'ko')).toEqual([
      { field: 'who-3', message: '위원님과 이해관계가 있는 지원자이므로 순위를 조정하실 수 없습니다.' },
    ]);
  });

  it('is refused beside every new place if the moves together would decide about such an applicant', () => {
    const problems = moves.map(({ reference }) => ({ reference, problem: 'conflict-behind' as const }));
    const errors = problemErrors(typed, moves, problems, 'en');
    expect(errors.map(({ field }) => field)).toEqual(['to-1', 'to-3']);
    expect(errors[0]?.message).toContain('whether somebody with whom you have a conflict of interest is selected');
  });
});
