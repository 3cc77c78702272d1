/** The keys and indexes of a table as its repository says them; infra makes the table of them. Keys are text. */
export interface TableShape {
  readonly partition: string;
  readonly sort?: string;
  /** If the sort key is a number. */
  readonly sortsByNumber?: boolean;
  readonly indexes?: readonly {
    readonly name: string;
    readonly partition: string;
    readonly sort: string;
    /** Whole items, instead of their keys. */
    readonly whole?: boolean;
    /** Attributes beside the keys. */
    readonly including?: readonly string[];
  }[];
  /** New items go to the dispatcher. */
  readonly stream?: boolean;
  /** Items with an `expiresAt` go by themselves. */
  readonly expires?: boolean;
}
