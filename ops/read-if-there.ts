/** What was read, or why there is no cloud to read it from. */
export type ReadIfThere<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'no-cloud'; readonly why: string };

/** For checks of files that are of use without a cloud, too: what does not answer is told, and stops nothing. */
export async function readIfThere<Value>(read: () => Promise<Value>): Promise<ReadIfThere<Value>> {
  try {
    return { kind: 'read', value: await read() };
  } catch (error) {
    return { kind: 'no-cloud', why: error instanceof Error ? error.message || error.name : String(error) };
  }
}
