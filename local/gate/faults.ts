import type { AwsCall } from './call.ts';

/** A fault for every call that fits; removed by the function that `inject` gives back. */
export interface Fault {
  readonly service: string;
  readonly operation: string;
  /** Only calls of this function; else those of all callers. */
  readonly functionName?: string;
  /** Only calls for which this is true. */
  readonly when?: (call: AwsCall) => boolean;
  /** How often it strikes; without it, as long as it is there. */
  readonly times?: number;
  /** From 0 to 1; always without it. */
  readonly probability?: number;
  /** An error in the service's format, a connection that breaks, or an answer that comes late. */
  readonly respond:
    | {
        readonly status: number;
        readonly code: string;
        readonly message: string;
        /** Further fields of a JSON error, for example `CancellationReasons`. */
        readonly details?: Readonly<Record<string, unknown>>;
      }
    | 'drop'
    | { readonly delayMs: number };
  /** The service does what it was asked, and only its answer is lost. */
  readonly after?: boolean;
}

export interface Faults {
  inject(fault: Fault): () => void;
  /** The fault that strikes this call, which is thereby counted. */
  strike(call: AwsCall): Fault | undefined;
}

/** The faults that a test has put in the way; the first that fits strikes. */
export function createFaults(random: () => number = Math.random): Faults {
  const active = new Map<symbol, { readonly fault: Fault; left: number }>();
  return {
    inject: (fault) => {
      const id = Symbol(fault.operation);
      active.set(id, { fault, left: fault.times ?? Number.POSITIVE_INFINITY });
      return () => void active.delete(id);
    },
    strike: (call) => {
      for (const entry of active.values()) {
        const { fault } = entry;
        if (entry.left <= 0 || fault.service !== call.service || fault.operation !== call.operation) continue;
        if (fault.functionName !== undefined && fault.functionName !== call.functionName) continue;
        if (fault.when && !fault.when(call)) continue;
        if (fault.probability !== undefined && random() >= fault.probability) continue;
        entry.left -= 1;
        return fault;
      }
      return undefined;
    },
  };
}
