import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import * as z from 'zod';
import { localDir } from '../../local/paths.ts';
import { freePort } from '../../local/ports.ts';
import { appSources, hashOf } from '../../local/sources.ts';

/** The ports are part of the deployed app: they are in its links and in its addresses of the cloud. */
const noteSchema = z.object({ port: z.int(), door: z.int(), hash: z.string() });

/** A cloud's state as its last deploy left it, with no test's data in it. */
export interface KeptCloud {
  /** Puts what is kept where a cloud can begin with it. Not fresh: the app has to be deployed on it still. */
  restore(stateDir: string): Promise<{ readonly port: number; readonly door: number; readonly isFresh: boolean }>;
  /** Keeps the state that a cloud left when it was stopped. */
  save(stateDir: string, ports: { readonly port: number; readonly door: number }): void;
  forget(): void;
}

const keptClouds = join(localDir, 'test-clouds');

/** What the deployed app and the state of a cloud depend on. */
const sources = [...appSources, 'local/requirements.txt', 'local/bootstrap.ts', 'local/serve-cloud.py'];

/**
 * The kept cloud of this name for this process alone; undefined if another run uses it at the moment. Kept between
 * runs is the state, not the process: nothing runs in between, and no run sees another's data.
 */
export function lockKeptCloud(name: string, within: string = keptClouds): KeptCloud | undefined {
  const folder = join(within, name);
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'lock');
  // Whoever holds it ends without a word.
  const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : undefined;
  if (holder !== undefined && holder !== process.pid && isAlive(holder)) return undefined;
  writeFileSync(lock, String(process.pid));
  const [state, noteFile] = [join(folder, 'state'), join(folder, 'note.json')];
  const wanted = hashOf(sources);
  return {
    restore: async (stateDir) => {
      const note = readNote(noteFile);
      const usable = note && existsSync(state) && !(await isTaken(note.port)) && !(await isTaken(note.door));
      if (!usable) return { port: await freePort(), door: await freePort(), isFresh: false };
      cpSync(state, stateDir, { recursive: true });
      return { port: note.port, door: note.door, isFresh: note.hash === wanted };
    },
    forget: () => rmSync(noteFile, { force: true }),
    save: (stateDir, ports) => {
      rmSync(noteFile, { force: true });
      rmSync(state, { recursive: true, force: true });
      cpSync(stateDir, state, { recursive: true });
      writeFileSync(noteFile, JSON.stringify({ ...ports, hash: wanted }));
    },
  };
}

/** Forgets all kept clouds: the next run deploys anew. */
export const forgetKeptClouds = (): void => rmSync(keptClouds, { recursive: true, force: true });

function readNote(file: string): z.infer<typeof noteSchema> | undefined {
  if (!existsSync(file)) return undefined;
  return noteSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const isTaken = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
