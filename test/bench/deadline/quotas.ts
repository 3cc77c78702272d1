/** A quota as AWS keeps it: a bucket of tokens that fills evenly. */
export function quota({ aSecond, burst, clock }: { aSecond: number; burst: number; clock: () => number }) {
  let tokens = burst;
  let seen = clock();
  let refused = 0;
  return {
    /** @throws if nothing is left, as the service does */
    take: (): void => {
      const now = clock();
      tokens = Math.min(burst, tokens + ((now - seen) / 1000) * aSecond);
      seen = now;
      if (tokens < 1) {
        refused += 1;
        throw Object.assign(new Error('slower, please'), { name: 'ThrottlingException' });
      }
      tokens -= 1;
    },
    refused: () => refused,
  };
}
