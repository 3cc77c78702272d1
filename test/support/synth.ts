import { App } from 'aws-cdk-lib';
import { synthesize } from '../../infra/app.ts';
import { wholeStages } from './whole-stages.ts';

/** The app as `cdk synth` runs it, but with the bundles that are there. */
synthesize(new App({ postCliContext: { stages: wholeStages() } }));
