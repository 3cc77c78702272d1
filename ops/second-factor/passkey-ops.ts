import type { CapabilityOps } from '../capability-ops.ts';
import { passkeyCode, passkeyDecisionCode, passkeyList, passkeyRemove } from './passkey-commands.ts';

/** What the command line does with passkeys, and for who has none at hand. */
export const passkeyOps: CapabilityOps = {
  commands: {
    'passkey code': {
      usage: 'passkey code PERSON --reason TEXT',
      about: 'a code, to be said and never emailed, to add a passkey',
      run: (at, words) => passkeyCode(at(), words),
    },
    'passkey decision-code': {
      usage: 'passkey decision-code PERSON REQUEST --reason TEXT',
      about: 'a code for one decision, in place of a passkey',
      run: (at, words) => passkeyDecisionCode(at(), words),
    },
    'passkey list': {
      usage: 'passkey list PERSON',
      about: 'somebody’s passkeys: since when, last used',
      run: (at, words) => passkeyList(at(), words),
    },
    'passkey remove': {
      usage: 'passkey remove PERSON PASSKEY --reason TEXT',
      about: 'a passkey proves nothing any more',
      run: (at, words) => passkeyRemove(at(), words),
    },
  },
};
