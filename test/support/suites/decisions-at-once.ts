import { expect, it } from 'vitest';
import type { Round } from '../../../functions/rounds/round.ts';
import { eventsOf, faultsAbout } from '../../../functions/shared/database/audit.ts';
import type { Academy } from '../academy.ts';
import { mailsTo } from '../applicants.ts';
import { eventually } from '../eventually.ts';
import { openRequest, withOfficer } from '../intake/intake.ts';
import { type FormFields, visitor } from '../visitor.ts';

/** So many decisions of each kind at the same moment. */
export function decisionsAtOnce(opened: () => { readonly at: Academy; readonly round: Round }, count: number): void {
  it(`${count} decisions at once on one link leave one standing, one answer to the applicant, and the rest see which`, async () => {
    const { at, round } = opened();
    const { link, reference, email } = await withOfficer(at, round);
    const attempts = Array.from({ length: count }, (_, index): FormFields => {
      if (index % 3 === 0) return { outcome: 'ACCEPT' };
      return index % 3 === 1
        ? { outcome: 'REFUSE', reason: `이유 ${index}` }
        : { outcome: 'RETURN', question: `질문 ${index}` };
    });
    const pages = await Promise.all(attempts.map((fields) => visitor(at.baseUrl, { lang: 'ko' }).post(link, fields)));
    // Whose reason or question came too late gets it shown once more, to be kept.
    const late = pages.filter((page) => page.status === 409);
    expect(new Set(pages.map((page) => page.status))).toEqual(new Set([200, 409]));
    for (const page of late) expect(page.html).toMatch(/이유 \d|질문 \d/u);
    const told = new Set(pages.map(({ text }) => /결정되었습니다: \S+/u.exec(text)?.[0]));
    expect([...told]).toEqual([expect.stringContaining('결정되었습니다: ')]);
    const again = pages.filter(({ title }) => title.startsWith('이미 결정된 요청입니다'));
    expect(again.length).toBeGreaterThan(0);
    expect(again.length).toBeLessThan(pages.length);
    const settled = await eventsOf(at.db, at.tables.AUDIT_TABLE, reference);
    const decisions = settled.filter(({ type }) => /^Application(?:Accepted|Refused|Returned)$/u.test(type));
    expect(decisions).toHaveLength(1);
    expect(await faultsAbout(at.db, at.tables.AUDIT_TABLE, reference)).toEqual([]);
    await eventually('nothing is under way', async () =>
      (await at.written('OUTBOX_TABLE'))
        .filter(({ id }) => String(id).startsWith(`${reference}.`))
        .every(({ state }) => state === 'DONE' || state === 'DROPPED'),
    );
    const returned = decisions[0]?.type === 'ApplicationReturned';
    if (returned) await openRequest(at, reference);
    await eventually('the receipt and the answer', async () => (await mailsTo(at, email)).length === 2);
    console.log(`${count} decisions at once: 1 stands (${decisions[0]?.type}), 1 mail, ${count - 1} see it`);
  });
}
