import { describe, expect, it } from 'vitest';
import { credentialCookie } from '../../../functions/applications/access.ts';
import { credentialOf, forgetCredential, keepCredential } from '../../../functions/applications/pages/context.ts';
import { secureRandom } from '../../../functions/shared/random.ts';
import { newReference } from '../../../functions/shared/references.ts';

const reference = newReference('A-27H1', secureRandom(16));
const credential = { kind: 'session', reference, secret: 'a-secret-of-this-browser' } as const;
const other = { ...credential, secret: 'a-secret-from-elsewhere' };
const https = { secure: true };
const http = { secure: false };

/** What a browser sends after it was given some cookies, by their names. */
const kept = (...lines: readonly string[]) =>
  Object.fromEntries(
    lines.flatMap((line) => [...line.matchAll(/^([^=]+)=([^;]*)/gu)].map(([, name, value]) => [name, value])),
  );

describe('the cookie of an application', () => {
  it('has the name that no other host may set where the pages are at an https address, and is of no domain', () => {
    expect(keepCredential(https, credential)).toMatch(
      /^__Host-application=[^;]+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/u,
    );
    expect(keepCredential(http, credential)).toMatch(
      /^application=[^;]+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/u,
    );
  });

  it('opens what a release before has kept under the plain name, unless there is one of this release', () => {
    const before = { application: credentialCookie(credential) };
    expect(credentialOf(https, { cookies: before })).toEqual(credential);
    const both = { ...kept(keepCredential(https, credential)), application: credentialCookie(other) };
    expect(credentialOf(https, { cookies: both })).toEqual(credential);
    expect(credentialOf(http, { cookies: kept(keepCredential(http, credential)) })).toEqual(credential);
  });

  it('opens no link under the plain name at an https address, which another host may have set', () => {
    const link = { kind: 'link', reference, mac: 'a-mac-of-a-mailed-link' } as const;
    const plain = { cookies: { application: credentialCookie(link) } };
    expect(credentialOf(https, plain)).toBeUndefined();
    expect(credentialOf(http, plain)).toEqual(link);
    expect(credentialOf(https, { cookies: kept(keepCredential(https, link)) })).toEqual(link);
  });

  it('is forgotten under both names, so that nothing is open again after leaving', () => {
    const names = forgetCredential(https).map((line) => [line.split('=')[0], line.includes('Max-Age=0')]);
    expect(names).toEqual([
      ['__Host-application', true],
      ['application', true],
    ]);
    expect(forgetCredential(http)).toHaveLength(1);
  });
});
