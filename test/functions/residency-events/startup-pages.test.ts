import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownerKey } from '../../../functions/agreements/owners.ts';
import { applicationPath } from '../../../functions/applications/mails/templates.ts';
import { ownerKinds } from '../../../functions/contracts/agreement-owner.ts';
import { addendumPaths } from '../../../functions/contracts/pages/contracts-paths.ts';
import { exitPaths } from '../../../functions/exits/pages/exit-paths.ts';
import { ownPage } from '../../../functions/residencies/own-page.ts';
import { newResidencyEvent } from '../../../functions/residencies/residency-event.ts';
import { ownPaths as paths, residencyPaths } from '../../../functions/residency-events/pages/residency-paths.ts';
import { leadingOn } from '../../../functions/shared/pages/onward.ts';
import { mailTo } from '../../support/applicants.ts';
import { signIn } from '../../support/desk/sign-in.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { memorySigner } from '../../support/memory/memory-clients.ts';
import {
  browserOf,
  presentOf,
  signedAgreement,
  storedResidencies,
} from '../../support/residency-events/stored-residencies.ts';
import { labManager } from '../../support/spaces/stored-spaces.ts';
import { visitor } from '../../support/visitor.ts';

const sign = memorySigner();
let at: MemoryAcademy;
let stored: Awaited<ReturnType<typeof storedResidencies>>;
beforeAll(async () => {
  at = await memoryAcademy({ sign });
  stored = await storedResidencies(at);
});
afterAll(() => at.close());

const browser = (who: keyof typeof stored, lang: 'ko' | 'en' = 'ko') =>
  browserOf(at, sign, stored[who].residency, lang);

/** The link of a startup's mails about its residency. */
async function mailedLink(who: keyof typeof stored): Promise<string> {
  const application = await at.application(stored[who].residency.id);
  return leadingOn(await applicationPath({ ...at, sign }, application), ownPage);
}

describe("the link of a startup's mails", () => {
  it('opens its application and leads straight to its residency, and nowhere but to a page of ours', async () => {
    const link = await mailedLink('resident');
    const own = visitor(at.baseUrl, { lang: 'ko' });
    const page = await own.get(link);
    expect([page.url, page.text.includes(stored.resident.space)]).toEqual([paths.residency, true]);
    for (const on of ['', '//evil.example', '/evil', 'a.b', 'https:', 'x'.repeat(21)]) {
      const { headers } = await own.once('GET', link.replace('on=residency', `on=${encodeURIComponent(on)}`));
      expect(headers.get('location'), on).toBe('/application');
    }
  });

  it('asks first where another application is open, and leads there then', async () => {
    const own = await browser('onboarding');
    const asked = await own.get(await mailedLink('resident'));
    expect(asked.text).toContain('다른 지원서가 열려 있습니다');
    const [, action = ''] = /action="(\/a\/[^"]+)"/u.exec(asked.html) ?? [];
    const there = await own.post(action, {});
    expect([there.url, there.text.includes(stored.resident.space)]).toEqual([paths.residency, true]);
  });

  it('is in the mails about it', async () => {
    const { id, startup } = stored.past.residency;
    await at.commit({
      changes: [],
      events: [{ subject: id, type: 'OnboardingNews', by: 'system:test', at: at.now() }],
      outbox: [{ kind: 'mail', template: 'residency-begun', to: { applicant: id }, ids: {} }],
    });
    const mail = await mailTo(at, startup.email, '입주를 환영합니다');
    expect(mail.text).toMatch(/\/a\/[\w-]+\/[\w-]{43}\?lang=ko&on=residency/u);
  });
});

describe("a startup's own page", () => {
  it('is reached from the application, and leads to what it is asked', async () => {
    const own = await browser('onboarding');
    const status = await own.get('/application');
    expect(status.html).toContain(`href="${paths.residency}"`);
    const page = await own.get(paths.residency);
    expect(page.text).toContain('입주를 준비하고 있습니다');
    expect(page.text).toContain(stored.onboarding.name);
    expect(page.text).toContain('입주 서류 제출');
    expect(page.html).toContain(`/documents/residency/${stored.onboarding.residency.id}`);
    const [, request = ''] = /\/residency\/requests\/([\w-]+)"/u.exec(page.html) ?? [];
    const asked = await own.once('GET', paths.request(request));
    expect([asked.status, asked.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(new RegExp(`^/r/onboarding/${request}/[\\w-]{43}$`, 'u')),
    ]);
  });

  it('says what it has, until when, what it has reported and when it may ask to stay', async () => {
    const page = await (await browser('resident')).get(paths.residency);
    for (const words of ['입주 중입니다', '분기 보고', '상근 인원 9명', '연장 신청 기간', '해지와 변경', '30일']) {
      expect(page.text, words).toContain(words);
    }
    expect(page.text).toContain(stored.resident.space);
    const english = await (await browser('resident', 'en')).get(paths.residency);
    expect(english.text).toContain('You are in the Lab');
  });

  it('past the end asks to leave, and of one that has ended says what is kept', async () => {
    const past = await (await browser('past')).get(paths.residency);
    expect(past.text).toContain('공간을 반납하고 퇴거 목록을 마쳐 주십시오');
    expect(past.text).not.toContain('연장 신청 기간');
    const gone = await (await browser('gone')).get(paths.residency);
    expect(gone.text).toContain('입주가 끝났습니다');
    expect(gone.text).toContain('보관하는 정보와 기간');
    expect(gone.text).not.toContain('지금 하실 일');
  });

  it('leads to notice and to a change of its contract, while it is in the Lab', async () => {
    const own = await browser('resident');
    const page = await own.get(paths.residency);
    for (const path of [exitPaths.ownNotice, addendumPaths.own]) {
      expect(page.html, path).toContain(`href="${path}"`);
      expect((await own.get(path)).status, path).toBe(200);
    }
    const early = await (await browser('onboarding')).get(exitPaths.ownNotice);
    expect(early.status).toBe(409);
  });

  it('has the copies of its agreements, as its manager has them at the desk, and nobody else', async () => {
    const { residency } = stored.resident;
    const agreement = await signedAgreement(at, residency);
    const own = await browser('resident');
    expect((await own.get(paths.residency)).html).toContain(`href="${paths.copy(agreement, 1)}"`);
    const copy = await own.once('GET', paths.copy(agreement, 1));
    expect([copy.status, await copy.text()]).toEqual([200, `%PDF ${agreement}`]);
    expect((await (await browser('past')).get(paths.copy(agreement, 1))).status).toBe(404);
    expect((await own.get(paths.copy(agreement, 2))).status).toBe(404);
    const manager = (await signIn(at, labManager)).browser;
    const atDesk = residencyPaths.copy(residency.id, agreement, 1);
    expect((await manager.get(residencyPaths.residency(residency.id))).html).toContain(`href="${atDesk}"`);
    expect(await (await manager.once('GET', atDesk)).text()).toBe(`%PDF ${agreement}`);
    const ofOther = residencyPaths.copy(stored.past.residency.id, agreement, 1);
    expect((await manager.get(ofOther)).status).toBe(404);
  });

  it('has the copies of extensions and addenda as well', async () => {
    const { residency } = stored.resident;
    const given = {
      residency: residency.id,
      kind: 'agreement',
      about: 'D1',
      change: { for: 'addendum', desks: 6 },
    } as const;
    const event = { ...newResidencyEvent(given, at.now()), state: 'DONE' as const, needsRun: undefined };
    await at.commit({
      changes: [at.residencyEvents.create(event)],
      events: [{ subject: event.id, type: 'ResidencyEventBegun', by: 'system:test', at: at.now() }],
    });
    const about = { id: event.id, roundId: residency.roundId };
    const agreement = await signedAgreement(at, about, ownerKey(ownerKinds.addendum, event.id));
    const own = await browser('resident');
    expect((await own.get(paths.residency)).html).toContain(`href="${paths.copy(agreement, 1)}"`);
    expect(await (await own.once('GET', paths.copy(agreement, 1))).text()).toBe(`%PDF ${agreement}`);
    expect((await (await browser('past')).get(paths.copy(agreement, 1))).status).toBe(404);
    const manager = (await signIn(at, labManager)).browser;
    const atDesk = residencyPaths.copy(residency.id, agreement, 1);
    expect((await manager.get(residencyPaths.residency(residency.id))).html).toContain(`href="${atDesk}"`);
    expect((await manager.once('GET', atDesk)).status).toBe(200);
  });

  it('shows nobody the residency of another', async () => {
    const nobody = visitor(at.baseUrl, { lang: 'ko' });
    const page = await nobody.get(paths.residency);
    expect(page.text).not.toContain(stored.resident.name);
    const own = await browser('onboarding');
    const other = await browser('resident');
    const [, request = ''] = /\/residency\/requests\/([\w-]+)"/u.exec((await own.get(paths.residency)).html) ?? [];
    expect((await other.get(paths.request(request))).status).toBe(404);
    for (const path of [paths.request('no-such'), paths.copy(`${stored.onboarding.residency.id}-1`, 1)]) {
      expect((await other.get(path)).status, path).toBe(404);
    }
    expect((await other.once('POST', paths.residency, { body: new URLSearchParams() })).status).toBe(405);
  });

  it('is not there before a place is accepted, and not for a browser whose application was erased', async () => {
    const { residency } = stored.gone;
    const own = await browser('gone');
    const was = await at.application(residency.id);
    await at.commit({
      changes: [at.applications.save({ ...was, revision: was.revision + 1, erasedAt: at.now() }, was)],
      events: [{ subject: residency.id, type: 'PersonErased', by: 'system:retention', at: at.now() }],
    });
    expect((await own.get(paths.residency)).text).not.toContain(stored.gone.name);
    const erased = await presentOf(at, residency.id);
    const startup = { ...erased.startup, name: '', representative: '', email: '' };
    await at.commit({
      changes: [at.residencies.save({ ...erased, startup, revision: erased.revision + 1, erasedAt: at.now() }, erased)],
      events: [{ subject: residency.id, type: 'PersonErased', by: 'system:retention', at: at.now() }],
    });
    const manager = (await signIn(at, labManager)).browser;
    const page = await manager.get(residencyPaths.residency(residency.id));
    expect([page.status, page.text.includes('개인정보 파기')]).toEqual([200, true]);
    expect(page.text).not.toContain(stored.gone.name);
  });
});
