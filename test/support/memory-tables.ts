export interface TableShape {
  /** The names of the partition key and of the sort key, where there is one. */
  readonly keys: readonly [string] | readonly [string, string];
  readonly numeric?: string;
  readonly indexes?: Readonly<Record<string, { readonly keys: readonly [string, string]; readonly whole?: true }>>;
}

const needsRun = { 'needs-run': { keys: ['needsRun', 'changedAt'] } } as const;

/** The tables and indexes as infra/stacks/data-stack.ts has them; the contract test compares with what is deployed. */
export const tableShapes = {
  rounds: { keys: ['pk', 'sk'], indexes: { listed: { keys: ['listed', 'opensAt'], whole: true } } },
  applications: { keys: ['pk', 'sk'], indexes: needsRun },
  requests: {
    keys: ['pk'],
    indexes: {
      due: { keys: ['due', 'nextActionAt'] },
      subject: { keys: ['subject', 'openedAt'] },
      'open-for': { keys: ['openFor', 'dueAt'] },
    },
  },
  screenings: { keys: ['pk', 'sk'], indexes: needsRun },
  admissions: { keys: ['pk', 'sk'], indexes: needsRun },
  seats: { keys: ['pk', 'sk'], indexes: needsRun },
  people: { keys: ['pk', 'sk'] },
  addresses: { keys: ['pk'] },
  audit: { keys: ['subject', 'number'], numeric: 'number' },
  outbox: { keys: ['id'], indexes: { due: { keys: ['due', 'nextAttemptAt'] } } },
  pace: { keys: ['id'] },
} as const satisfies Readonly<Record<string, TableShape>>;
