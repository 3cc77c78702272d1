import { describe, expect, it } from 'vitest';
import type { Snapshot, SnapshotEntry } from '../../../functions/admission/snapshot.ts';
import { whyResult } from '../../../functions/admission/why.ts';
import { explain } from '../../../functions/admission/why-texts.ts';
import { largeRound, largeSnapshot } from '../../support/large-ranking.ts';

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
const why = (entry: SnapshotEntry, cut: SnapshotEntry = atCut) =>
  whyResult({ head: headOf(snapshot), entry, atCut: cut, rules });
const words = (entry: SnapshotEntry, lang: 'ko' | 'en' = 'en') => explain(why(entry), lang).sentences.join(' ');

describe('why a result is what it is', () => {
  it('says the place, the number of reviews, the score that ranks and the cut', () => {
    const last = snapshot.entries.at(-1) ?? atCut;
    const text = words(last);
    expect(text).toContain(`number ${last.place} of 120`);
    expect(text).toContain('2 reviewers have scored it');
    expect(text).toContain(`the last open one went to number ${atCut.place}`);
    expect(words(last, 'ko')).toContain(`순위를 매긴 120명 가운데 ${last.place}위`);
  });

  it('gives each criterion its own score, with its share', () => {
    const { scores } = explain(why(at(1)), 'en');
    expect(scores.map(({ term }) => term)).toEqual([
      'Motivation (weight 30\u00a0%)',
      'Plan afterwards (weight 30\u00a0%)',
      'Background (weight 20\u00a0%)',
      'What others gain (weight 20\u00a0%)',
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

  it('tells the tie-break where the score is that of the last one with a seat', () => {
    const { motivation: _, ...others } = atCut.scores.criteria;
    const behind = (change: Partial<SnapshotEntry['scores']>): SnapshotEntry => ({
      ...atCut,
      reference: 'A-27H1-0000-0000',
      place: atCut.place + 1,
      scores: { ...atCut.scores, ...change },
    });
    expect(why(behind({ criteria: { ...others, motivation: 1.0001 } })).tieBreak).toMatchObject({ by: 'criterion' });
    expect(why(behind({ median: 1.0001 })).tieBreak).toEqual({ by: 'median' });
    expect(why(behind({})).tieBreak).toEqual({ by: 'lot' });
    expect(why(behind({ ranked: 1.0001 })).tieBreak).toBeUndefined();
    expect(explain(why(behind({})), 'en').sentences.join(' ')).toContain('the lot decided');
  });

  it('gives the reason of the committee where it moved somebody', () => {
    const moved = { ...at(2), moved: { from: 40, reason: '면접에서 확인한 경력', by: 'person:jung-haneul' } };
    expect(why(moved).moved).toEqual({ from: 40, reason: '면접에서 확인한 경력' });
    expect(explain(why(moved), 'ko').sentences.at(-1)).toContain('40위에서 2위로');
  });

  it('says why somebody could get no place at all', () => {
    expect(words({ ...at(3), flags: ['no-reviews'], reviews: 0 })).toContain('There was no review');
    expect(explain({ ...why({ ...at(3), flags: ['below-minimum'] }), minimum: 3 }, 'en').sentences[0]).toContain(
      'below 3.00',
    );
  });
});
