import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Academy } from '../academy.ts';
import { eventually } from '../eventually.ts';
import { mailsIn } from '../mails.ts';
import type { everyKindOfLink } from '../pages/every-link.ts';
import { changesBetween, untilQuiet } from '../stored.ts';
import { visitor } from '../visitor.ts';

/* What is tried thousands of times in this process, and a few times on the local cloud. */

interface Opened {
  readonly at: Academy;
  readonly made: Awaited<ReturnType<typeof everyKindOfLink>>;
}

const abreast = async (count: number, one: () => Promise<void>): Promise<void> => {
  await Promise.all(Array.from({ length: count }, one));
};

/** What each kind of link answers. */
const expected: Readonly<Record<keyof Opened['made']['links'], number>> = {
  application: 303,
  draft: 303,
  revoked: 404,
  officer: 200,
  'hand-over page': 200,
  question: 200,
  settled: 200,
  'handed over': 410,
  lapsed: 410,
};

export function looksChangeNothing(opened: () => Opened, looks: number): void {
  it(`${looks} GET and HEAD on every kind of link change nothing: no item of any table, and no mail`, async () => {
    const { at, made } = opened();
    const kinds = Object.entries(made.links);
    const before = await untilQuiet(at);
    const mails = (await mailsIn(at.cloud).all()).length;
    const statuses = new Map<string, Set<number>>();
    let count = 0;
    await abreast(4, async () => {
      while (count < looks) {
        const turn = count;
        count += 1;
        const [kind = '', path = ''] = kinds[turn % kinds.length] ?? [];
        const method = Math.floor(turn / kinds.length) % 2 === 0 ? 'GET' : 'HEAD';
        const response = await visitor(at.baseUrl).once(method, path);
        const body = await response.text();
        if (method === 'HEAD') expect(body).toBe('');
        const name = `${kind} ${method}`;
        statuses.set(name, (statuses.get(name) ?? new Set()).add(response.status));
      }
    });
    for (const [kind, status] of Object.entries(expected)) {
      expect([kind, ...(statuses.get(`${kind} GET`) ?? [])]).toEqual([kind, status]);
      expect([kind, ...(statuses.get(`${kind} HEAD`) ?? [])]).toEqual([kind, status]);
    }
    expect(changesBetween(before, await untilQuiet(at))).toEqual([]);
    expect((await mailsIn(at.cloud).all()).length).toBe(mails);
  });
}

export function randomMacsOpenNothing(opened: () => Opened, macs: number): void {
  it(`${macs} random MACs open nothing by GET or POST`, async () => {
    const { at, made } = opened();
    let tried = 0;
    await abreast(3, async () => {
      while (tried < macs) {
        tried += 1;
        const [post, request] = [tried % 3 === 0, tried % 2 === 0];
        const mac = randomBytes(32).toString('base64url');
        const kind = request ? `/r/intake/${made.open.request.id}` : `/a/${made.clean.reference}`;
        const response = await visitor(at.baseUrl).once(post ? 'POST' : 'GET', `${kind}/${mac}`, {
          body: post ? new URLSearchParams({ outcome: 'ACCEPT' }) : undefined,
        });
        await response.arrayBuffer();
        expect([404, 405]).toContain(response.status);
        expect(response.headers.get('set-cookie')).toBeNull();
      }
    });
    await eventually('still open', async () => (await at.requests.get(made.open.request.id))?.state === 'OPEN');
  });
}
