import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type * as z from 'zod';

export type Path = readonly PropertyKey[];
export interface Finding {
  readonly path: Path;
  /** In plain English, so that it reads on after the name of the field. */
  readonly reason: string;
}

/** What is wrong in a file: the line (from 1), the path of the field (`eligibility[2].unmet.en`), and why. */
export interface FileProblem {
  readonly line: number;
  /** Empty for the file as a whole. */
  readonly field: string;
  readonly reason: string;
}

export type CheckedFile<Value> =
  | {
      readonly ok: true;
      readonly value: Value;
      /** What else is found in it, with its lines in this file. */
      readonly locate: (findings: readonly Finding[]) => readonly FileProblem[];
    }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/**
 * Reads a file of rules in YAML. Syntax comes first, then the shape, then what the fields mean together.
 * @param what the file is, with its article: `a round`
 */
export function checkYaml<Schema extends z.ZodType>(
  yaml: string,
  schema: Schema,
  what: string,
  contradictions: (value: z.output<Schema>) => readonly Finding[],
): CheckedFile<z.output<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ code, message, pos: [at] }) => ({
      line: lines.linePos(at).line,
      ...(code === 'DUPLICATE_KEY'
        ? { field: fieldName(pathAt(document.contents, at)), reason: 'is written twice' }
        : { field: '', reason: `is not valid YAML: ${message}` }),
    }));
    return { ok: false, problems };
  }
  const read = readValue(document);
  if ('at' in read)
    return { ok: false, problems: [{ line: lines.linePos(read.at).line, field: '', reason: read.reason }] };
  const parsed = schema.safeParse(read.value, { error: reasonOf });
  const findings = parsed.success
    ? contradictions(parsed.data)
    : parsed.error.issues.flatMap((issue) => findingsIn(issue, what));
  const locate = (found: readonly Finding[]): FileProblem[] =>
    found
      .map(({ path, reason }) => ({
        line: lines.linePos(offsetOf(document, path)).line,
        field: fieldName(path),
        reason,
      }))
      .sort((a, b) => a.line - b.line);
  return parsed.success && findings.length === 0
    ? { ok: true, value: parsed.data, locate }
    : { ok: false, problems: locate(findings) };
}

/** What a file says, or where an alias (`*name`) in it leads nowhere; too many of them are refused as a whole. */
function readValue(
  document: Document.Parsed,
): { readonly value: unknown } | { readonly at: number; readonly reason: string } {
  try {
    return { value: document.toJS() };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    let at = 0;
    visit(document, {
      Alias: (_, alias) => {
        if (alias.resolve(document)) return undefined;
        at = alias.range?.[0] ?? 0;
        return visit.BREAK;
      },
    });
    return { at, reason: `is not valid YAML: ${error.message}` };
  }
}

const fieldName = (path: Path): string =>
  path.reduce<string>((name, part) => {
    if (typeof part === 'number') return `${name}[${part}]`;
    return name === '' ? String(part) : `${name}.${String(part)}`;
  }, '');

/** Where the field stands in the file, or the nearest one around it that does. */
function offsetOf(document: Document.Parsed, path: Path): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
      if (!pair) return offset;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(part)];
      offset = startOf(node) ?? offset;
    } else return offset;
  }
  return offset;
}

const startOf = (node: unknown): number | undefined =>
  isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined;

const endOf = (node: unknown): number =>
  ((isScalar(node) || isMap(node) || isSeq(node)) && node.range?.[2]) || Number.NEGATIVE_INFINITY;

/** The path of the innermost field that is written at an offset. */
function pathAt(node: unknown, offset: number): Path {
  const around = (start: unknown, end: unknown) => (startOf(start) ?? 0) <= offset && offset < endOf(end);
  if (isMap(node)) {
    const pair = node.items.find(({ key, value }) => around(key, key) || around(key, value));
    return pair && isScalar(pair.key) ? [String(pair.key.value), ...pathAt(pair.value, offset)] : [];
  }
  if (!isSeq(node)) return [];
  const index = node.items.findIndex((item) => around(item, item));
  return index < 0 ? [] : [index, ...pathAt(node.items[index], offset)];
}

const findingsIn = (issue: z.core.$ZodIssue, what: string): Finding[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({ path: [...issue.path, key], reason: `is no field that ${what} has here` }))
    : [{ path: issue.path, reason: issue.message }];

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a group of fields',
  array: 'a list',
  tuple: 'a list',
};

function shown(input: unknown): string {
  if (input === null) return 'empty';
  if (Array.isArray(input)) return 'a list';
  return typeof input === 'object' ? 'a group of fields' : JSON.stringify(input);
}

const dayForm = /^\d{4}-\d\d-\d\d/;

/** A reason in plain English, so that it reads on after the name of the field. */
function reasonOf(issue: z.core.$ZodRawIssue): string | undefined {
  const { input } = issue;
  switch (issue.code) {
    case 'invalid_type':
      return input === undefined ? 'is missing' : `should be ${kinds[issue.expected]}, and is ${shown(input)}`;
    case 'invalid_value':
      if (input === undefined) return 'is missing';
      return `should be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}, and is ${shown(input)}`;
    case 'invalid_union':
      return Array.isArray(issue.options) ? `should be one of: ${issue.options.join(', ')}` : undefined;
    case 'invalid_format':
      return formatReason(issue.format, String(input));
    case 'too_small':
      return issue.origin === 'array'
        ? `should have at least ${issue.minimum} entries`
        : `should be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'array'
        ? `should have no more than ${issue.maximum} entries`
        : `should be at most ${issue.maximum}`;
    default:
      return undefined;
  }
}

function formatReason(format: string, written: string): string {
  if (format === 'date' || format === 'datetime') {
    const [day] = dayForm.exec(written) ?? [];
    if (day && Number.isNaN(realDay(day))) return `is ${written}, and ${day} is no day of the calendar`;
  }
  if (format === 'date') return `is ${written}, and should be a day such as 2027-03-08`;
  if (format === 'datetime') {
    return `is ${written}, and should be a day, a time and an offset such as 2027-01-29T18:00+09:00`;
  }
  if (written.trim() === '') return 'is empty';
  return format === 'email'
    ? `is ${written}, and should be an e-mail address such as academy@example.com`
    : `does not have the right form: ${written}`;
}

/** Milliseconds, or NaN for days such as 30 February, which Date would take for 2 March. */
const realDay = (day: string): number => {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().startsWith(day) ? time : Number.NaN;
};
