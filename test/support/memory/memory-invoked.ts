/** Does what a Lambda does when it is invoked once: a page, a step, or what came into the outbox. */
export type Invoked = <Result>(what: string, act: () => Promise<Result>) => Promise<Result>;
