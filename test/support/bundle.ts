import { bundleFunctions } from '../../infra/bundle.ts';

/** Once for all infrastructure tests: what is synthesized takes the bundles as they are. */
export const setup = bundleFunctions;
