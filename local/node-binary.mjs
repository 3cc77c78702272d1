// The script that brings Node's binary asks the registry for it outside the lock. So that no other binary gets in, its
// hash is compared with the one noted here, by the Node that runs npm, before anything of ours runs on it.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** SHA-256 of bin/node in the packages node-linux-… of version 24.21.0. */
export const knownBinaries = new Map([
  ['linux-x64', '7fde7b8afa198da66257f42ee2001d874c7355631e6d1579a5fb5ef1f246df4c'],
  ['linux-arm64', '0f8949d1028f6d61506b2d5bc57e7e6fe893d7b1997509b7847294fc9c616584'],
]);

/**
 * What is wrong with a binary that is to be the one of this platform; undefined when nothing is.
 * @param {string} file
 * @param {string} platform
 */
export async function faultOf(file, platform) {
  const wanted = knownBinaries.get(platform);
  if (!wanted) return `no hash of Node's binary for ${platform} is known`;
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const found = hash.digest('hex');
  return found === wanted ? undefined : `${file} has the SHA-256 ${found} instead of ${wanted}`;
}

const self = process.argv[1] ?? '';
const installed = `${dirname(self)}/../node_modules/node/bin/node`;
if (basename(self) === 'node-binary.mjs' && existsSync(installed)) {
  const platform = `${process.platform}-${process.arch}`;
  const fault = await faultOf(installed, platform);
  if (fault) console.error(`Node's binary was not checked, or is not the one that was tried: ${fault}.`);
  if (fault && knownBinaries.has(platform)) process.exitCode = 1;
}
