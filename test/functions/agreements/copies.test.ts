import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copySlot } from '../../../functions/agreements/copies.ts';
import { verifyCopy } from '../../../functions/agreements/verify-copy.ts';
import { fileSchema, type StoredFile } from '../../../functions/documents/document.ts';
import { newId } from '../../../functions/shared/random.ts';
import { sha256Hex } from '../../../functions/shared/sha256.ts';
import { type AgreementWorld, agreementWorld, directorMail } from '../../support/agreements/agreement-world.ts';

let at: AgreementWorld;
beforeAll(async () => {
  at = await agreementWorld();
});
afterAll(async () => {
  await at.close();
  expect(at.faults).toEqual([]);
});

/** Puts a file into the slot of a copy, as the check of documents leaves it. */
async function put(agreement: string, state: StoredFile['state'], number = 1, content = newId(at.deps.random)) {
  const owner = `agreement#${agreement}`;
  const slot = copySlot({ number: 1 }).id;
  const was = await at.deps.documents.slot({ owner, slot });
  const file = fileSchema.parse({
    id: newId(at.deps.random),
    number,
    state,
    begunAt: at.now(),
    by: `signer:${agreement}/company`,
    until: at.now(),
    formats: ['pdf'],
    name: 'signed.pdf',
    format: 'pdf',
    bytes: 1000,
    sha256: sha256Hex(content),
  });
  const next = { owner, slot, revision: (was?.revision ?? 0) + 1, files: [...(was?.files ?? []), file] };
  await at.deps.commit({
    changes: [at.deps.documents.save(next, was)],
    events: [{ subject: agreement, type: 'MadeByTest', by: 'operator:test', at: at.now() }],
  });
  return file;
}

const stateOf = async (agreement: string) =>
  (await at.deps.documents.slot({ owner: `agreement#${agreement}`, slot: copySlot({ number: 1 }).id }))?.files.map(
    ({ state }) => state,
  );

describe('a copy that was signed elsewhere', () => {
  it('is sent as a document by whoever has the link, looked at by the director, and puts the agreement in force', async () => {
    const { agreement, email, id } = await at.drafted();
    const path = await at.linkTo(email);
    const visit = at.browser();
    const opened = await visit.once('POST', `${path}/elsewhere`, { body: new URLSearchParams({ step: 'open' }) });
    expect(opened.headers.get('location')).toBe(`/documents/agreement/${agreement}/signed-copy-1`);
    const owner = at.documentOwners.agreement;
    const cookies = Object.fromEntries(visit.cookies);
    expect(await owner?.sender(agreement, { cookies, now: at.now() })).toBe(`signer:${agreement}/company`);
    expect(await owner?.sender(`${id}-2`, { cookies, now: at.now() })).toBeUndefined();
    expect(await owner?.sender(agreement, { cookies: {}, now: at.now() })).toBeUndefined();
    const back = await owner?.back?.(agreement, { cookies, now: at.now() });
    expect(back?.href).toBe(`${path}/elsewhere`);
    const name = Object.keys(cookies).find((one) => one.includes(agreement)) ?? '';
    const [secret = ''] = (cookies[name] ?? '').split('.');
    for (const before of [secret, `${secret}.javascript:.x`]) {
      expect(await owner?.sender(agreement, { cookies: { [name]: before }, now: at.now() })).toBeDefined();
      expect(await owner?.back?.(agreement, { cookies: { [name]: before }, now: at.now() })).toBeUndefined();
    }
    expect(await owner?.asked(agreement, at.now())).toMatchObject({
      slots: [{ id: 'signed-copy-1', formats: ['pdf'] }],
    });
    await put(agreement, 'ARRIVED');
    expect((await visit.post(`${path}/elsewhere`, { step: 'send' })).text).toContain(
      '확인할 수 있는 파일이 아직 없습니다',
    );
    const file = await put(agreement, 'CLEAN', 2);
    expect((await visit.post(`${path}/elsewhere`, { step: 'send' })).text).toContain('사본을 확인하고 있습니다');
    // Nobody signs in the app while the copy is looked at.
    const text = (await at.stored(agreement)).versions[0]?.sha256 ?? '';
    const typed = { name: '김하나', intent: 'yes', method: 'yes', text };
    expect((await visit.post(path, typed)).text).toContain('사본을 확인하고 있습니다');

    const link = await at.linkTo(directorMail);
    const staff = at.browser();
    expect((await staff.get(link)).html).toContain(`/desk/documents/agreement/${agreement}/signed-copy-1`);
    expect((await staff.post(link, { outcome: 'RETURN', reason: '' })).status).toBe(422);
    const done = await staff.post(link, { outcome: 'ACCEPT' });
    expect(done.text).toContain('계약이 성립했습니다');
    expect(await at.stored(agreement)).toMatchObject({
      inForce: 1,
      versions: [{ state: 'SIGNED', acceptedBy: 'han-jiyoon' }],
    });
    expect(await stateOf(agreement)).toEqual(['ARRIVED', 'ACCEPTED']);
    expect(await verifyCopy(at.deps, file.sha256 ?? '')).toMatchObject({ kind: 'known', of: 'copy' });
    expect((await at.mailsTo(email)).at(-1)?.subject).toContain('계약이 성립했습니다');
    const again = await visit.once('POST', `${path}/signed`, { body: new URLSearchParams() });
    expect(again.headers.get('location')).toBe(`/documents/agreement/${agreement}/signed-copy-1`);
    expect((await owner?.asked(agreement, at.now()))?.closesAt).toBe((await at.stored(agreement)).versions[0]?.endedAt);
  });

  it('is returned with a reason, which goes with a new link to whoever sent it, who may then sign here', async () => {
    const { agreement, email } = await at.drafted();
    const path = await at.linkTo(email);
    await put(agreement, 'CLEAN');
    await at.browser().post(`${path}/elsewhere`, { step: 'send' });
    const link = await at.linkTo(directorMail);
    const returned = await at.browser().post(link, { outcome: 'RETURN', reason: '2쪽이 빠졌습니다.' });
    expect(returned.text).toContain('이 요청은 끝났습니다');
    expect(await stateOf(agreement)).toEqual(['RETURNED']);
    expect((await at.mailsTo(email)).at(-1)?.text).toContain('2쪽이 빠졌습니다.');
    const again = await at.linkTo(email);
    expect(again).not.toBe(path);
    expect((await at.signAt(again, email, '김하나')).done.text).toContain('서명하셨습니다');
    expect((await at.browser().post(link, { outcome: 'ACCEPT' })).text).toContain('이 요청은 끝났습니다');
    expect((await at.stored(agreement)).versions[0]?.signedSha256).toBeUndefined();
  });

  it('that nobody looks at in time lapses with its version', async () => {
    const { agreement, email } = await at.drafted();
    await put(agreement, 'CLEAN');
    await at.browser().post(`${await at.linkTo(email)}/elsewhere`, { step: 'send' });
    at.pass(60 * 24 * 30);
    await at.chase();
    await at.chase();
    expect((await at.stored(agreement)).versions[0]?.state).toBe('LAPSED');
  });
});
