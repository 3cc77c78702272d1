import { giveDecisionCode, givePasskeyCode } from '../../../functions/second-factor/operator-codes.ts';
import type { Decision } from '../../../functions/second-factor/proofs.ts';
import type { SignLink } from '../../../functions/shared/links.ts';
import type { Academy } from '../academy.ts';
import { hiddenIn, type Page, type Visitor } from '../visitor.ts';
import { type Authenticator, askedIn, softwareAuthenticator } from './authenticator.ts';

type Reach = Pick<Academy, 'baseUrl' | 'codes' | 'commit' | 'people' | 'random' | 'now'>;

const by = { by: 'operator:test', reason: 'called back' };

/** The code that an operator tells somebody, to add a passkey or for one decision. */
export async function toldCode(
  at: Reach,
  signCode: SignLink,
  to: Pick<Decision, 'person'> & { readonly subject?: string },
): Promise<string> {
  const deps = { codes: at.codes, commit: at.commit, people: at.people, random: at.random, signCode };
  const { person, subject } = to;
  const given = await (subject === undefined
    ? givePasskeyCode(deps, { ...by, person }, at.now())
    : giveDecisionCode(deps, { ...by, person, subject }, at.now()));
  if (given.kind !== 'given') throw new Error(`${person} is ${given.kind}`);
  return given.code;
}

/** Adds a passkey at a desk that is open. */
export async function addPasskeyAt(
  at: Reach,
  signCode: SignLink,
  { browser, person }: { readonly browser: Visitor; readonly person: string },
): Promise<{ readonly device: Authenticator; readonly page: Page }> {
  const device = softwareAuthenticator(at.baseUrl);
  const open = await browser.postStale('/desk/passkeys', { code: await toldCode(at, signCode, { person }) });
  const page = await browser.postStale('/desk/passkeys/new', { credential: device.make(asked(open)) });
  return { device, page };
}

/** What a page asks the browser for. @throws if it asks for no passkey */
export function asked({ html, title }: Pick<Page, 'html' | 'title'>) {
  const found = askedIn(html);
  if (!found) throw new Error(`${title} asks for no passkey`);
  return found;
}

/** What the page of a decision carries without showing it. */
export function carried({ html }: Pick<Page, 'html'>): { readonly nonce: string; readonly at: string } {
  const { nonce: [nonce = ''] = [], at: [at = ''] = [] } = hiddenIn(html);
  return { nonce, at };
}
