import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const stateSchema = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  lines: z.array(z.string()),
  shape: z.enum(['task', 'ask', 'choice', 'map', 'wait', 'end']),
});

const edgeSchema = z.object({
  /** None, from the dot at which every run begins. */
  from: z.string().optional(),
  to: z.string(),
  /** The outcomes that lead this way, each a line. */
  label: z.array(z.string()).optional(),
  labelAt: z.tuple([z.number(), z.number()]).optional(),
  /** As the `d` of an SVG path. */
  path: z.string(),
});

const graphSchema = z.object({
  width: z.number(),
  height: z.number(),
  start: z.tuple([z.number(), z.number()]),
  states: z.record(z.string(), stateSchema),
  edges: z.array(edgeSchema),
  /** Ways back to a state to which many lead: a mark at where they begin stands for the line. */
  returns: z.array(z.object({ from: z.string(), to: z.string() })),
});

/** A workflow's definition as it is drawn: where each state stands, and the line of each way between two. */
export type RunGraph = z.infer<typeof graphSchema>;
export type DrawnState = z.infer<typeof stateSchema>;
export type DrawnEdge = z.infer<typeof edgeSchema>;

const file = (machine: string): string => join(import.meta.dirname, '..', 'workflows', machine, 'graph.json');

/** The graph that `npm run generate` laid out for a machine, by its name without the stage; none for another's. */
export const graphOf = (machine: string): RunGraph | undefined =>
  /^[a-z-]+$/u.test(machine) && existsSync(file(machine))
    ? graphSchema.parse(JSON.parse(readFileSync(file(machine), 'utf8')))
    : undefined;
