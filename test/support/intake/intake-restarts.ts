import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { machinesOf } from '../../../functions/app/machines.ts';
import { type ApplicationState, runName } from '../../../functions/applications/application.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import { redrive } from '../../../functions/runs/redrive.ts';
import { type AuditEvent, auditEventSchema, eventsOf, verifyChain } from '../../../functions/shared/database/audit.ts';
import { answers, begin, emailOf, type FilledForm, fillPages, referenceOn, sendVersion } from '../applicants.ts';
import { type MortalCloud, mortalCloud, secondCopies } from '../mortal-cloud.ts';
import { testSeed } from '../seed.ts';
import { type FormFields, type Page, type Visitor, visitor } from '../visitor.ts';
import { presentlyOpen, replyOf, tooYoung } from './intake.ts';

/**
 * Applications go their ways through the pages while their cloud is stopped, or its workers are killed, so many times.
 */
export function intakeUnderRestarts(times: number, mortal: MortalCloud = mortalCloud()): void {
  const seed = testSeed();
  let state = seed;
  /** Numbers from 0 to 1 that the seed repeats (mulberry32). */
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const upTo = (most: number): number => Math.floor(random() * (most + 1));

  const { again, outbox } = mortal;
  let round: Round;
  let events = 0;

  /** A browser of somebody who does the same once more when a page does not come. */
  function retryingVisitor(): Visitor {
    const browser = visitor(mortal.at().baseUrl);
    const retrying = (what: string, call: () => Promise<Page>): Promise<Page> =>
      again(what, async () => {
        const page = await call();
        return page.status < 500 && page;
      });
    return {
      ...browser,
      get: (path) => retrying(`GET ${path}`, () => browser.get(path)),
      post: (path, fields) => retrying(`POST ${path}`, () => browser.post(path, fields)),
    };
  }

  /** Lets up to two of the stops pass, so that they fall into every part of the applications' lives. */
  const pause = async (): Promise<void> => {
    const until = events + upTo(2);
    while (events < Math.min(until, times)) await sleep(20);
  };

  const isAt = (reference: string, ...states: ApplicationState[]) =>
    again(`${reference} is ${states.join(' or ')}`, async () =>
      states.includes((await mortal.at().application(reference)).state),
    );

  async function sendIt(form: FilledForm): Promise<{ browser: Visitor; reference: string }> {
    const browser = retryingVisitor();
    await again('a draft', () => begin(mortal.at(), round, emailOf(form), 'ko', browser));
    const check = await fillPages(browser, round, form);
    await pause();
    const sent = await browser.post('/apply/send', { version: sendVersion(check) });
    return { browser, reference: referenceOn(sent) };
  }

  /** Opens the link of what the application waits for, as it was mailed, and answers; until the application has moved on. */
  async function answerMail(reference: string, from: ApplicationState, fields: FormFields): Promise<void> {
    await isAt(reference, from);
    const request = await again(`an open request about ${reference}`, () => presentlyOpen(mortal.at(), reference));
    const link = await again(`the mail of ${request.id}`, async () => {
      const links = mortal
        .mails()
        .map(({ text }) => new RegExp(`/r/[a-z]+/${request.id}/[\\w-]+`, 'u').exec(text)?.[0]);
      return links.findLast((found) => found !== undefined);
    });
    await pause();
    await again(`${reference} moves on from ${from}`, async () => {
      await visitor(mortal.at().baseUrl).post(link, fields);
      return (await mortal.at().requests.get(request.id))?.state !== 'OPEN';
    });
  }

  const lives: Record<string, () => Promise<readonly [string, ApplicationState, number]>> = {
    'is accepted at once': async () => {
      const { reference } = await sendIt(answers());
      return [reference, 'ACCEPTED', 1];
    },
    'is accepted by the officer': async () => {
      const { reference } = await sendIt(answers(tooYoung));
      await answerMail(reference, 'WITH_OFFICER', { outcome: 'ACCEPT' });
      return [reference, 'ACCEPTED', 1];
    },
    'is refused': async () => {
      const { reference } = await sendIt(answers(tooYoung));
      await answerMail(reference, 'WITH_OFFICER', { outcome: 'REFUSE', reason: '나이가 맞지 않습니다.' });
      return [reference, 'REFUSED', 1];
    },
    'is returned, answered and accepted': async () => {
      const form = answers(tooYoung);
      const { reference } = await sendIt(form);
      await answerMail(reference, 'WITH_OFFICER', { outcome: 'RETURN', question: '맞습니까?', pages: ['about-you'] });
      await answerMail(reference, 'WITH_APPLICANT', replyOf({ email: String(form['about-you'].email) }, '맞습니다.'));
      await answerMail(reference, 'WITH_OFFICER', { outcome: 'ACCEPT' });
      return [reference, 'ACCEPTED', 1];
    },
    'is withdrawn while the officer is asked': async () => {
      const { reference, browser } = await sendIt(answers(tooYoung));
      await isAt(reference, 'WITH_OFFICER');
      await pause();
      await browser.post('/application/withdraw', {});
      return [reference, 'WITHDRAWN', 1];
    },
    'is changed and accepted twice': async () => {
      const form = answers();
      const { reference, browser } = await sendIt(form);
      await isAt(reference, 'ACCEPTED');
      await pause();
      await browser.post('/apply/why', { ...form.why, plan: `${String(form.why.plan)} 꼭 그렇게 하겠습니다.` });
      await browser.post('/apply/send', { version: sendVersion(await browser.get('/apply/check')) });
      return [reference, 'ACCEPTED', 2];
    },
  };

  /** What an operator does about what is marked as stuck. */
  async function redriveStuck(): Promise<number> {
    const at = mortal.at();
    const stuck = (await at.scan('APPLICATIONS_TABLE')).filter((item) => item.sk === 'application' && item.stuck);
    for (const { reference } of stuck)
      await redrive(at.commit, machinesOf(at)['applicant-intake'], String(reference), 'operator:test', at.now());
    return stuck.length;
  }

  it(
    'every application reaches one end and every mail leaves once, however often the cloud is stopped or its workers killed',
    async () => {
      const began = Date.now();
      let stops = 0;
      let kills = 0;
      const at = mortal.at();
      round = await at.round();
      // Each life, and each twice if there is time for it; they begin one after the other through most of the stops.
      const names = Object.keys(lives);
      const all = times > 20 ? [...names, ...names] : names;
      const ends = all.map(async (name, index) => {
        while (events < Math.floor((index * times * 0.75) / all.length)) await sleep(20);
        return { name, end: await lives[name]?.() };
      });

      while (events < times) {
        await sleep(20 + upTo(380));
        const diedAt = at.now();
        if (events === times - 1 || (events > 0 && random() < 0.3)) {
          await mortal.restart();
          stops += 1;
        } else {
          await mortal.killWorkers();
          kills += 1;
          if (kills % 3 === 0) await mortal.sweep(diedAt);
        }
        events += 1;
      }

      let under = ends.length;
      for (const end of ends) void end.finally(() => (under -= 1)).catch(() => undefined);
      let redriven = 0;
      while (under > 0) {
        await sleep(500);
        redriven += await redriveStuck();
        await mortal.tickForAll();
      }
      const reached = await Promise.all(ends);
      await again('nothing is under way any more', async () => {
        await mortal.tickForAll();
        return (await outbox()).every(({ due }) => due === undefined);
      });

      const audit = new Map<string, AuditEvent[]>();
      for (const event of (await at.scan('AUDIT_TABLE')).map((item) => auditEventSchema.parse(item))) {
        audit.set(event.subject, [...(audit.get(event.subject) ?? []), event]);
      }
      for (const events of audit.values()) {
        expect(verifyChain(events.sort((a, b) => a.number - b.number))).toEqual([]);
      }

      for (const { name, end } of reached) {
        const [reference = '', wanted, decisions] = end ?? [];
        await isAt(reference, wanted ?? 'DRAFT');
        const application = await at.application(reference);
        expect(application.stuck, name).toBeUndefined();
        expect(await again('the run', async () => (await at.runStatus(runName(application))) !== 'RUNNING'), name).toBe(
          true,
        );
        const types = (await eventsOf(at.db, at.tables.AUDIT_TABLE, reference)).map(({ type }) => type);
        const ended = types.filter((type) => /^Application(?:Accepted|Refused|Withdrawn)$/u.test(type));
        expect(ended, name).toHaveLength(decisions ?? 0);
        expect(
          types.filter((type) => type === 'ApplicationSubmitted'),
          name,
        ).toHaveLength(1);
      }

      const entries = await outbox();
      expect(entries.filter(({ state: failed }) => failed === 'FAILED')).toEqual([]);
      const mails = entries.filter(({ errand }) => errand.kind === 'mail');
      const seconds = secondCopies(entries, mortal.mails());
      console.log(
        `${stops} stops and ${kills} kills (seed ${seed}) in ${((Date.now() - began) / 1000).toFixed(0)} s: ` +
          `${reached.length} applications, each at its end, ${redriven} redriven by an operator; ${mortal.mails().length} mails of ${mails.length} entries, ` +
          `${seconds} second copies; ${audit.size} subjects verified`,
      );
    },
    times * 20_000 + 200_000,
  );
}
