import { linkSigner } from '../../functions/shared/links.ts';
import { openContext } from '../../ops/context.ts';
import { demoClassId } from './demo-class.ts';
import { loadMonth } from './load-month.ts';

/* What `npm start` runs by itself, for the demo's class on the local cloud. */
const context = await openContext({ stage: 'local', yes: true, force: false });
await loadMonth(
  Object.assign(context, { signCode: linkSigner(context.codeKeyId, context.kms) }),
  demoClassId,
  context.now(),
);
