import type { Dependencies } from '../../functions/app/dependencies.ts';
import { type Given, giveDecisionCode, givePasskeyCode } from '../../functions/second-factor/operator-codes.ts';
import { shortId } from '../../functions/second-factor/passkey.ts';
import { removePasskey } from '../../functions/second-factor/remove-passkey.ts';
import { linkSigner } from '../../functions/shared/links.ts';
import { formatInstant } from '../../functions/shared/time.ts';
import { Complaint, type Context, confirm, needed } from '../context.ts';

type Reach = Dependencies & Pick<Context, 'by' | 'codeKeyId' | 'flags' | 'kms' | 'now'>;

const never = 'Say it in person, or by telephone on a number that you know them by; never by email or message.';

async function personOf(context: Reach, word: string | undefined, usage: string): Promise<string> {
  const person = await context.people.get(needed(word, usage));
  if (!person || person.roles.length === 0) throw new Complaint(`There is nobody ${word} among the staff.`);
  return person.id;
}

/** What codes are made with; without spreading what makes every table. */
const making = ({ codes, commit, kms, codeKeyId, people, random }: Reach) => ({
  codes,
  commit,
  people,
  random,
  signCode: linkSigner(codeKeyId, kms),
});

function say(given: Given, whatFor: string): void {
  if (given.kind === 'nobody') throw new Complaint('They have just left.');
  if (given.kind === 'oneself') throw new Complaint('The code would be for you: another operator has to give it.');
  console.log(`${given.code}\n${whatFor}, once, until ${formatInstant(given.until, 'en')}. ${never}`);
}

/** `passkey code PERSON --reason TEXT` */
export async function passkeyCode(context: Reach, words: readonly string[]): Promise<void> {
  const usage = 'passkey code PERSON --reason TEXT';
  const person = await personOf(context, words[0], usage);
  const reason = needed(context.flags.reason, usage);
  await confirm(context, `${person} gets a code to add a passkey. An earlier one of theirs stops working.`);
  const given = await givePasskeyCode(making(context), { person, by: context.by, reason }, context.now());
  say(given, `With it ${person} adds a passkey at /desk/passkeys`);
}

/** `passkey decision-code PERSON REQUEST --reason TEXT` */
export async function passkeyDecisionCode(context: Reach, words: readonly string[]): Promise<void> {
  const usage = 'passkey decision-code PERSON REQUEST --reason TEXT';
  const person = await personOf(context, words[0], usage);
  const subject = needed(words[1], usage);
  const reason = needed(context.flags.reason, usage);
  await confirm(
    context,
    `${person} gets a code that proves one decision about ${subject} in place of a passkey. An earlier one stops working.`,
  );
  const asked = { person, subject, by: context.by, reason };
  say(await giveDecisionCode(making(context), asked, context.now()), `With it ${person} decides about ${subject}`);
}

/** `passkey list PERSON` */
export async function passkeyList(context: Reach, words: readonly string[]): Promise<void> {
  const id = needed(words[0], 'passkey list PERSON');
  const { passkeys = [] } = (await context.passkeys.get(id)) ?? {};
  if (passkeys.length === 0) console.log(`${id} has no passkey.`);
  for (const passkey of passkeys) {
    const { addedAt, usedAt, synced } = passkey;
    const used = usedAt ? `last used ${formatInstant(usedAt, 'en')}` : 'not used yet';
    const where = synced ? 'kept in an account, for several devices' : 'on one device';
    console.log(`${shortId(passkey)}  added ${formatInstant(addedAt, 'en')}, ${used}, ${where}`);
  }
}

/** `passkey remove PERSON PASSKEY --reason TEXT` */
export async function passkeyRemove(context: Reach, words: readonly string[]): Promise<void> {
  const usage = 'passkey remove PERSON PASSKEY --reason TEXT';
  const [person, passkey] = [needed(words[0], usage), needed(words[1], usage)];
  const reason = needed(context.flags.reason, usage);
  await confirm(context, `The passkey ${passkey} of ${person} proves nothing any more, wherever its device is.`);
  const outcome = await removePasskey(context, { person, passkey, by: context.by, reason }, context.now());
  if (outcome === 'unknown') throw new Complaint(`${person} has no passkey ${passkey}: passkey list ${person}`);
  console.log('Removed.');
}
