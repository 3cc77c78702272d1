import { openContext } from '../../../ops/context.ts';
import { loadLab } from './load-lab.ts';

/* What `npm start` runs by itself, for the demo's Lab on the local cloud. */
const context = await openContext({ stage: 'local', yes: true, force: false });
await loadLab(context, context.now());
