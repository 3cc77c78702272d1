/** How somebody of the staff answers who is asked to confirm something that others have entered. */
export type ConfirmOrRefuse =
  | { readonly outcome: 'CONFIRM' }
  /** Whoever entered it reads the reason. */
  | { readonly outcome: 'REFUSE'; readonly reason: string };

/** Such an answer, as it is given to the use case. */
export interface GivenAnswer {
  readonly request: string;
  readonly generation: number;
  /** The id of whoever decides. */
  readonly by: string;
  readonly decision: ConfirmOrRefuse;
}
