import { join } from 'node:path';
import type { CloudAddress } from './aws-query.ts';
import { localDir, pathWithNode } from './paths.ts';

/** What makes the AWS SDK, the CDK and our own commands talk to a local cloud and to nothing else. */
export const cloudEnvironment = (cloud: CloudAddress): Readonly<Record<string, string>> => ({
  AWS_ENDPOINT_URL: cloud.endpoint,
  AWS_ACCESS_KEY_ID: cloud.key.accessKeyId,
  AWS_SECRET_ACCESS_KEY: cloud.key.secretAccessKey,
  AWS_REGION: cloud.region,
  AWS_DEFAULT_REGION: cloud.region,
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
});

/** The whole environment of a child process that works on a local cloud. */
export const childEnvironment = (cloud: CloudAddress): Readonly<Record<string, string>> => ({
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
