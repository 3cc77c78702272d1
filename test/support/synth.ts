import { App } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { synthesize } from '../../infra/app.ts';
import { wholeStages } from './whole-stages.ts';

/** The app as `cdk synth` runs it, but with the bundles that are there, and on wish with something cdk-nag refuses. */
const { stack } = synthesize(new App({ postCliContext: { stages: wholeStages() } }));
if (process.env.PLANT === 'a queue without TLS') new Queue(stack, 'Planted');
