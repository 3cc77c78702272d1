import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.ts';
import { Problem } from './problem.ts';
import { type Finished, run } from './run.ts';

const oldest = [3, 10] as const;
const candidates = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];

const requirementsFile = join(root, 'local', 'requirements.txt');

export interface PythonOptions {
  /** Commands tried in this order. */
  readonly candidates?: readonly string[];
  readonly venv?: string;
  readonly requirements?: string;
  readonly environment?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
}

/**
 * The `python` of the project's own `.venv`, with exactly the packages of local/requirements.txt; made at the first
 * call and after each change of that file, otherwise found ready.
 * @throws Problem when Python is missing, too old, lacks venv, cannot reach the package index or gets other files.
 */
export async function preparePython(options: PythonOptions = {}): Promise<string> {
  const venv = options.venv ?? join(root, '.venv');
  const requirements = options.requirements ?? requirementsFile;
  const environment = options.environment ?? process.env;
  const python = join(venv, 'bin', 'python');
  const stamp = join(venv, 'requirements.sha256');
  const wanted = createHash('sha256').update(readFileSync(requirements)).digest('hex');
  const ready = async () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && (await runs(python));
  if (await ready()) return python;

  const base = await findPython(options.candidates ?? candidates, environment);
  // Made aside, so that of two that begin at once neither takes away what the other is using.
  const aside = mkdtempSync(`${venv}-`);
  try {
    await install(base, aside, requirements, options);
    writeFileSync(join(aside, 'requirements.sha256'), wanted);
    if (await ready()) return python;
    // Moved away whole and not emptied in its place, where another may have put its own meanwhile.
    if (existsSync(venv)) renameSync(venv, join(aside, 'former'));
    renameSync(aside, venv);
  } catch (error) {
    if (!(await ready())) throw error;
  } finally {
    rmSync(aside, { recursive: true, force: true });
    rmSync(join(venv, 'former'), { recursive: true, force: true });
  }
  return python;
}

async function install(
  base: string,
  venv: string,
  requirements: string,
  { environment = process.env, signal }: PythonOptions,
): Promise<void> {
  const made = await run(base, ['-m', 'venv', venv], { environment, signal });
  if (made.code !== 0) throw venvProblem(base, made);
  const installed = await run(
    join(venv, 'bin', 'python'),
    [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--no-input',
      '--disable-pip-version-check',
      '--require-hashes',
      '-r',
      requirements,
    ],
    { environment, signal },
  );
  if (installed.code !== 0) throw installProblem(installed);
}

const runs = async (python: string): Promise<boolean> => (await run(python, ['-c', 'import ministack'])).code === 0;

async function findPython(commands: readonly string[], environment: NodeJS.ProcessEnv): Promise<string> {
  const found: string[] = [];
  for (const command of commands) {
    const { code, stdout } = await run(command, ['-c', 'import sys; print(*sys.version_info[:3])'], { environment });
    if (code !== 0) continue;
    const [major = 0, minor = 0, patch = 0] = stdout.trim().split(' ').map(Number);
    if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return command;
    found.push(`${command} is ${major}.${minor}.${patch}`);
  }
  throw new Problem(
    found.length === 0
      ? 'Python was not found: the local cloud needs Python 3.10 or newer on the PATH (Debian and Ubuntu: "sudo apt install python3 python3-venv", macOS: "brew install python"); install it and try again.'
      : `Python is too old (${found.join(', ')}): the local cloud needs Python 3.10 or newer on the PATH; install it and try again.`,
  );
}

function venvProblem(base: string, { stderr, stdout }: Finished): Problem {
  const said = `${stdout}\n${stderr}`;
  return /ensurepip|No module named '?venv/.test(said)
    ? new Problem(
        `${base} comes without the "venv" module: install it (Debian and Ubuntu: "sudo apt install python3-venv") and try again.`,
      )
    : new Problem(`${base} could not make the folder .venv (${lastLine(said)}): mend that and try again.`);
}

function installProblem({ stderr }: Finished): Problem {
  if (/DO NOT MATCH THE HASHES/i.test(stderr)) {
    return new Problem(
      'A downloaded Python package does not have the hash in local/requirements.txt, so nothing was installed: check that your package index gives the original files of PyPI and try again.',
    );
  }
  if (
    /name resolution|NewConnectionError|Max retries|timed? ?out|unreachable|ProxyError|No matching distribution|SSLError/i.test(
      stderr,
    )
  ) {
    return new Problem(
      'The Python packages of the local cloud could not be downloaded: connect to the network (or set PIP_INDEX_URL or HTTPS_PROXY as your network needs it) and try again; this is needed only once.',
    );
  }
  return new Problem(
    `The Python packages of the local cloud could not be installed (${lastLine(stderr)}): mend that and try again.`,
  );
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1)?.trim() ?? '';
