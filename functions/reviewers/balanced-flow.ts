/** Applications and reviewers are their places in these lists. */
export interface FlowProblem {
  /** How many different reviewers each application wants, and who may do it, the one to prefer first. */
  readonly applications: readonly { readonly wanted: number; readonly choices: readonly number[] }[];
  readonly reviewers: readonly { readonly load: number; readonly capacity: number }[];
}

/** The reviewers of each application. */
export type Flow = readonly ReadonlySet<number>[];

/**
 * A maximum flow whose loads are as even as any maximum flow's: augmenting paths, then cost-reducing paths (Harvey,
 * Ladner, Lovász, Tamir 2006; docs/adr/0009). Both kinds of path are chains of exchanges, each of which hands a review
 * from somebody to the next one.
 */
export function balancedFlow(problem: FlowProblem): Flow {
  const balance = new Balance(problem);
  balance.fill();
  balance.even();
  return balance.given;
}

interface Search {
  /** Whom the shortest chain leads to. */
  readonly found: number | undefined;
  /** Everybody reached, with the one before them in the chain; those it began with have nobody. */
  readonly before: ReadonlyMap<number, number | undefined>;
}

class Balance {
  readonly given: Set<number>[];
  readonly #problem: FlowProblem;
  readonly #held: Set<number>[];
  readonly #loads: number[];
  /** One row an application: 1 for each reviewer who may do it and was not given it. */
  readonly #may: Uint8Array;
  /** One row a reviewer: how many of their reviews each other one could take. */
  readonly #takes: Int32Array;
  /** Reviewers from whom no chain improves anything. None leads out of their group, so it stays so. */
  readonly #closed = new Set<number>();
  readonly #size: number;

  constructor(problem: FlowProblem) {
    const { applications, reviewers } = problem;
    this.#problem = problem;
    this.#size = reviewers.length;
    this.given = applications.map(() => new Set());
    this.#held = reviewers.map(() => new Set());
    this.#loads = reviewers.map(({ load }) => load);
    this.#takes = new Int32Array(this.#size ** 2);
    this.#may = new Uint8Array(applications.length * this.#size);
    for (const [application, { choices }] of applications.entries()) {
      for (const reviewer of choices) this.#may[application * this.#size + reviewer] = 1;
    }
  }

  /**
   * Everybody's first review comes before anybody's second, so that a shortage is shared; and those with little choice
   * come first, so that there is less to exchange later.
   */
  fill(): void {
    const { applications } = this.#problem;
    const most = applications.reduce((max, { wanted }) => Math.max(max, wanted), 0);
    const order = [...applications.entries()].sort(([, a], [, b]) => a.choices.length - b.choices.length);
    for (let wave = 1; wave <= most; wave += 1) {
      for (const [application, { wanted }] of order) if (wanted >= wave) this.#addReview(application);
    }
  }

  /** Moves reviews from the most loaded to somebody with two fewer, along any chain of exchanges, while it can. */
  even(): void {
    for (let top = this.#mostLoaded(); top.length > 0; top = this.#mostLoaded()) {
      const load = this.#loadOf(top[0]);
      const search = this.#search(top, (reviewer) => this.#isFree(reviewer) && this.#loadOf(reviewer) <= load - 2);
      const giver = this.#follow(search);
      if (giver !== undefined) this.#changeLoad(giver, -1);
    }
  }

  #addReview(application: number): void {
    const able = this.#able(application).filter((reviewer) => !this.#closed.has(reviewer));
    const free = able.filter(this.#isFree);
    const least = free.reduce((min, reviewer) => Math.min(min, this.#loadOf(reviewer)), Number.POSITIVE_INFINITY);
    const direct = free.filter((reviewer) => this.#loadOf(reviewer) === least).slice(0, 1);
    const first = this.#follow(this.#search(direct.length > 0 ? direct : able, this.#isFree));
    if (first !== undefined) this.#give(application, first);
  }

  /** Breadth first from all the starts at once. */
  #search(starts: readonly number[], isGoal: (reviewer: number) => boolean): Search {
    const before = new Map<number, number | undefined>(starts.map((reviewer) => [reviewer, undefined]));
    const found = starts.find(isGoal);
    if (found !== undefined) return { found, before };
    // A map goes on with what is added to it meanwhile: it is the queue as well.
    for (const from of before.keys()) {
      for (let to = 0; to < this.#size; to += 1) {
        if (this.#takes[from * this.#size + to] === 0 || before.has(to) || this.#closed.has(to)) continue;
        before.set(to, from);
        if (isGoal(to)) return { found: to, before };
      }
    }
    return { found: undefined, before };
  }

  /**
   * Makes the exchanges of the chain that was found, the last one first, and gives the one with whom it began. After a
   * search in vain it closes everybody who was reached.
   */
  #follow({ found, before }: Search): number | undefined {
    if (found === undefined) {
      for (const reviewer of before.keys()) this.#closed.add(reviewer);
      return undefined;
    }
    this.#changeLoad(found, 1);
    let to = found;
    for (let from = before.get(to); from !== undefined; from = before.get(to)) {
      this.#exchange(from, to);
      to = from;
    }
    return to;
  }

  #exchange(from: number, to: number): void {
    for (const application of this.#heldBy(from)) {
      if (!this.#mayTake(application, to)) continue;
      this.#take(application, from);
      this.#give(application, to);
      return;
    }
  }

  #give(application: number, reviewer: number): void {
    this.#may[application * this.#size + reviewer] = 0;
    for (const other of this.#givenTo(application)) this.#count(other, reviewer, -1);
    this.#givenTo(application).add(reviewer);
    this.#heldBy(reviewer).add(application);
    for (const other of this.#able(application)) this.#count(reviewer, other, 1);
  }

  #take(application: number, reviewer: number): void {
    for (const other of this.#able(application)) this.#count(reviewer, other, -1);
    this.#heldBy(reviewer).delete(application);
    this.#givenTo(application).delete(reviewer);
    for (const other of this.#givenTo(application)) this.#count(other, reviewer, 1);
    this.#may[application * this.#size + reviewer] = 1;
  }

  #count(from: number, to: number, by: number): void {
    const at = from * this.#size + to;
    this.#takes[at] = (this.#takes[at] ?? 0) + by;
  }

  #able(application: number): number[] {
    const choices = this.#problem.applications[application]?.choices ?? [];
    return choices.filter((reviewer) => this.#mayTake(application, reviewer));
  }

  #mostLoaded(): number[] {
    const open = [...this.#loads.keys()].filter((reviewer) => !this.#closed.has(reviewer));
    const load = open.reduce((max, reviewer) => Math.max(max, this.#loadOf(reviewer)), Number.NEGATIVE_INFINITY);
    return open.filter((reviewer) => this.#loadOf(reviewer) === load);
  }

  readonly #isFree = (reviewer: number): boolean =>
    this.#loadOf(reviewer) < (this.#problem.reviewers[reviewer]?.capacity ?? 0);
  readonly #mayTake = (application: number, reviewer: number): boolean =>
    this.#may[application * this.#size + reviewer] === 1;
  readonly #loadOf = (reviewer: number | undefined): number => this.#loads[reviewer ?? -1] ?? 0;
  readonly #givenTo = (application: number): Set<number> => this.given[application] ?? new Set();
  readonly #heldBy = (reviewer: number): Set<number> => this.#held[reviewer] ?? new Set();
  #changeLoad(reviewer: number, by: number): void {
    this.#loads[reviewer] = this.#loadOf(reviewer) + by;
  }
}
