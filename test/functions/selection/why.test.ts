import { describe, expect, it } from 'vitest';
import { openSeat } from '../../../functions/selection/allocation.ts';
import type { Snapshot, SnapshotEntry } from '../../../functions/selection/snapshot.ts';
import { tiedPlaces, type Why, whyResult } from '../../../functions/selection/why.ts';
import { explain } from '../../../functions/selection/why-texts.ts';
import { largeRound, largeSnapshot } from '../../support/selection/large-ranking.ts';

const snapshot = largeSnapshot(120);
const rules = largeRound.admission;
if (!rules) throw new Error('the round has no admission');

const headOf = ({ entries, ...head }: Snapshot) => ({ ...head, count: entries.length });
const at = (place: number): SnapshotEntry => {
  const entry = snapshot.entries.find((one) => one.place === place);
  if (!entry) throw new Error(`nobody is at ${place}`);
  return entry;
};
const atCut = at(snapshot.cut?.place ?? 0);
const why = (entry: SnapshotEntry, tied: ReadonlyMap<string, SnapshotEntry> = new Map()) =>
  whyResult({ head: headOf(snapshot), entry, tied, moves: [], rules });
const words = (entry: SnapshotEntry, lang: 'ko' | 'en' = 'en') => explain(why(entry), lang).sentences.join(' ');

describe('why a result is what it is', () => {
  it('says the place, the number of reviews, the score that ranks and the cut', () => {
    const last = snapshot.entries.at(-1) ?? atCut;
    const text = words(last);
    expect(text).toContain(`number ${last.place} of 120`);
    expect(text).toContain('2 reviewers have reviewed it');
    expect(text).toContain(`the last person selected without a reserved place is number ${atCut.place}`);
    expect(words(last, 'ko')).toContain(`순위를 매긴 120명 가운데 ${last.place}위`);
  });

  it('gives each criterion its own score, with its share', () => {
    const { scores } = explain(why(at(1)), 'en');
    expect(scores.map(({ term }) => term)).toEqual([
      'Motivation (weight 30%)',
      'Plan after the course (weight 30%)',
      'Background (weight 20%)',
      'Contribution to others (weight 20%)',
    ]);
  });

  it('names the snapshot by number and hash, and the version of the rules', () => {
    const { facts } = explain(why(at(1)), 'en');
    expect(facts.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['version 3', snapshot.snapshotHash, expect.stringMatching(/^1 · /u)]),
    );
  });

  it('says by how many members it was approved, and nobody’s name', () => {
    const decided = whyResult({
      head: headOf(snapshot),
      entry: at(1),
      tied: new Map(),
      moves: [],
      rules,
      deliberation: {
        roundId: snapshot.roundId,
        snapshot: 1,
        state: 'APPROVED',
        revision: 4,
        needed: 2,
        asked: [],
        excluded: [],
        approvals: ['jung-haneul', 'kang-jiho'].map((member) => ({ member, request: 'x', at: snapshot.madeAt })),
        endedAt: snapshot.madeAt,
      },
    });
    const text = JSON.stringify([explain(decided, 'ko'), explain(decided, 'en')]);
    expect(text).toContain('선발위원회 위원 2명의 승인');
    expect(text).not.toMatch(/jung|kang|reviewer-/u);
  });

  it('tells the tie-break if the score is that of the last person selected', () => {
    const { motivation: _, ...others } = atCut.scores.criteria;
    const behind = (change: Partial<SnapshotEntry['scores']>): SnapshotEntry => ({
      ...atCut,
      reference: 'A-27H1-0000-0000',
      place: atCut.place + 1,
      lot: 'f'.repeat(64),
      outcome: { outcome: 'NOT_SELECTED' },
      scores: { ...atCut.scores, ...change },
    });
    const tie = (entry: SnapshotEntry) => why(entry, new Map([[openSeat, atCut]])).cut?.tieBreak;
    expect(tie(behind({ criteria: { ...others, motivation: 1.0001 } }))).toMatchObject({ by: 'criterion' });
    expect(tie(behind({ median: 1.0001 }))).toEqual({ by: 'median' });
    expect(tie(behind({}))).toEqual({ by: 'lot', lots: { own: 'f'.repeat(64), last: atCut.lot } });
    expect([...tiedPlaces(headOf(snapshot), behind({}))]).toEqual([[openSeat, atCut.place]]);
    expect([...tiedPlaces(headOf(snapshot), behind({ ranked: 1.0001 }))]).toEqual([]);
    expect([...tiedPlaces(headOf(snapshot), { ...behind({}), flags: ['below-minimum'] })]).toEqual([]);
  });

  it('says why somebody could get no place at all', () => {
    expect(words({ ...at(3), flags: ['no-reviews'], reviews: 0 })).toContain('There was no review');
    expect(explain({ ...why({ ...at(3), flags: ['below-minimum'] }), minimum: 3 }, 'en').sentences[0]).toContain(
      'below 3.00',
    );
  });
});

describe('the seats and who got the last of them', () => {
  const seats = (change: Partial<Pick<Why, 'seats' | 'cut' | 'quotas'>>, lang: 'ko' | 'en') =>
    explain({ ...why(at(100)), quotas: [], ...change }, lang)
      .sentences.slice(3)
      .join(' ');
  const cut = { place: 4, score: 4.1, open: true };
  const early = { title: { ko: '경력 2년 이하', en: 'Two years or fewer' }, seats: 1, cut: { place: 9, score: 3 } };

  it.each([
    [
      'are of one kind without quotas',
      { seats: { all: 6, kept: 0 }, cut },
      '모집 인원은 6명이고, 마지막 선발자는 4위(4.10점)입니다.',
      'There are 6 places; the last person selected is number 4 (score 4.10).',
    ],
    [
      'are open beside those that are kept',
      { seats: { all: 6, kept: 2 }, cut },
      '모집 인원은 6명이고, 일반 선발의 마지막 선발자는 4위(4.10점)입니다.',
      'There are 6 places; the last person selected without a reserved place is number 4 (score 4.10).',
    ],
    [
      'are all kept',
      { seats: { all: 1, kept: 1 }, cut: { ...cut, open: false } },
      '모집 인원은 1명이고 모두 별도 선발 인원이며, 마지막 선발자는 4위(4.10점)입니다.',
      'There is 1 place, which is reserved; the last person selected is number 4 (score 4.10).',
    ],
    [
      'are kept for a group of the applicant',
      { cut: undefined, quotas: [early] },
      '이 지원서가 해당하는 별도 선발(경력 2년 이하) 인원은 1명이며, 그 마지막 선발자는 9위(3.00점)입니다.',
      '1 place is reserved for “Two years or fewer”, which applies to this application; the last person who got one is number 9 (score 3.00).',
    ],
  ])('%s', (_, change, ko, en) => {
    expect([seats(change, 'ko'), seats(change, 'en')]).toEqual([ko, en]);
  });

  it('are told with both lots if the lot decided, of a quota too', () => {
    const lots = (last: string) => ({ by: 'lot' as const, lots: { own: 'b2', last } });
    const tied = {
      ...why(at(100)),
      cut: { ...cut, tieBreak: lots('a1') },
      quotas: [{ ...early, cut: { ...early.cut, tieBreak: lots('a0') } }],
    };
    const { sentences, facts } = explain(tied, 'en');
    expect(sentences.filter((sentence) => sentence.includes('a random draw decided'))).toHaveLength(2);
    expect(facts.filter(({ term }) => term.includes('Draw')).map(({ term, value }) => [term, value])).toEqual([
      ['Draw value of this application', 'b2'],
      ['Draw value of the last person selected without a reserved place', 'a1'],
      ['Draw value of the last person selected for a place reserved for “Two years or fewer”', 'a0'],
    ]);
    expect(explain(tied, 'ko').facts.map(({ term }) => term)).toEqual(
      expect.arrayContaining(['이 지원서의 추첨 결과', '별도 선발(경력 2년 이하)의 마지막 선발자의 추첨 결과']),
    );
  });
});

describe('what the committee has moved', () => {
  const moved = (place: number, moves: Why['moves'], lang: 'ko' | 'en') =>
    explain({ ...why(at(2)), place, moves }, lang).moves;
  const [first, second] = [
    { from: 20, to: 5, reason: '면접에서 확인한 경력' },
    { from: 7, to: 21, reason: '중복 지원' },
  ];

  it('is told move by move, each with its reason', () => {
    expect(moved(21, [first, second], 'ko')).toEqual([
      { sentence: '선발위원회가 다음 이유로 순위를 20위에서 5위로 조정했습니다.', reason: first.reason },
      { sentence: '그 뒤 선발위원회가 다음 이유로 순위를 7위에서 21위로 조정했습니다.', reason: second.reason },
    ]);
    expect(moved(21, [first, second], 'en').map(({ sentence }) => sentence)).toEqual([
      'The committee changed the rank from 20 to 5 for this reason:',
      'Then the committee changed the rank from 7 to 21 for this reason:',
    ]);
  });

  it('and that moves of others have changed the place since', () => {
    expect(moved(6, [first], 'ko').at(-1)).toEqual({
      sentence: '그 뒤 다른 지원서의 순위가 조정되어 6위가 되었습니다.',
    });
    expect(moved(6, [first], 'en').at(-1)?.sentence).toContain('made it number 6');
    expect(moved(2, [], 'en')).toEqual([]);
  });
});
