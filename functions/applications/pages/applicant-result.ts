import type { VNode } from 'preact';
import type { Round } from '../../rounds/round.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import type { Instant } from '../../shared/time.ts';
import type { Application } from '../application.ts';

/** What an applicant has once the results are out, as the status page shows it. */
export interface ApplicantResult {
  readonly title: Text;
  readonly good: boolean;
  /** Something of it is still to come: until then the applicant can withdraw. */
  readonly open: boolean;
  readonly since: Instant;
  /** What withdrawing means, if it is more than that the application ends. */
  readonly givesUp?: Text;
  /** Where what follows has a page of its own. */
  readonly leadsTo?: { readonly href: string; readonly label: Text };
  /** What it means, and what can be done; `open` is false once what came of it can be withdrawn no more. */
  readonly view: (lang: Lang, open?: boolean) => VNode;
}

/** A port, supplied by whoever gives the results. Nothing before they are out, and for who has none. */
export type ResultOf = (application: Application, round: Round, now: Instant) => Promise<ApplicantResult | undefined>;
