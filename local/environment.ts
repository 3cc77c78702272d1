import { join } from 'node:path';
import type { Cloud } from './cloud.ts';
import { localDir, pathWithNode } from './paths.ts';

/** What makes the AWS SDK, the CDK and our own commands talk to a local cloud and to nothing else. */
export const cloudEnvironment = (cloud: Pick<Cloud, 'endpoint' | 'region'>): Readonly<Record<string, string>> => ({
  AWS_ENDPOINT_URL: cloud.endpoint,
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_REGION: cloud.region,
  AWS_DEFAULT_REGION: cloud.region,
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
});

/** The whole environment of a child process that works on a local cloud. */
export const childEnvironment = (cloud: Pick<Cloud, 'endpoint' | 'region'>): Readonly<Record<string, string>> => ({
  PATH: pathWithNode(),
  HOME: process.env.HOME ?? '/tmp',
  LANG: 'C.UTF-8',
  TZ: 'UTC',
  CDK_DISABLE_VERSION_CHECK: '1',
  CDK_DISABLE_CLI_TELEMETRY: 'true',
  NODE_COMPILE_CACHE: join(localDir, 'compile-cache'),
  CDK_DEFAULT_REGION: cloud.region,
  ...cloudEnvironment(cloud),
});
