import * as z from 'zod';
import { audited } from '../shared/database/chain-head.ts';
import { storedObject } from '../shared/database/stored.ts';
import { shaped } from '../shared/text/shaped.ts';
import { localDateSchema } from '../shared/time.ts';

export const spaceIdSchema = shaped(/^[a-z0-9][a-z0-9-]{0,39}$/, 'annex-301');

/** Who holds a space: an id under what keeps it, `residency` for example. Nothing of anybody's data. */
const holderSchema = storedObject({ kind: z.string().min(1), id: z.string().min(1) });
export type Holder = z.infer<typeof holderSchema>;

/** That somebody has a space by a contract of days, the first and the last one included; and when they left it. */
const holdingSchema = storedObject({
  /** Within its space, and never given again. */
  number: z.int().positive(),
  holder: holderSchema,
  from: localDateSchema,
  to: localDateSchema,
  /** The last day on which it was occupied, once somebody has confirmed the return: without it nothing is free. */
  returnedOn: localDateSchema.optional(),
  /** The space to which the holder has moved: the contract goes on there. */
  movedTo: z.string().optional(),
  /** The space in which the contract began. */
  movedFrom: z.string().optional(),
  /** Days past the end of the contract that somebody was told of. */
  told: z.array(z.int().positive()).optional(),
});
export type Holding = z.infer<typeof holdingSchema>;

/** What a file says of a space. */
export const spaceFacts = {
  site: z.string(),
  floor: z.string(),
  name: z.string(),
  desks: z.int().positive(),
  /** Reached and used without steps. */
  accessible: z.boolean(),
  /** The first day on which it is there for somebody, and the last one, if there is one. */
  from: localDateSchema,
  until: localDateSchema.optional(),
} as const;

/** A room, or a part of one, that is given to one holder at a time. */
export const spaceSchema = storedObject({
  id: z.string(),
  ...spaceFacts,
  /** A later file did not have it any more: from this day on it is given to nobody. */
  removedOn: localDateSchema.optional(),
  /** In the order of their first days; their contracts never overlap. */
  holdings: z.array(holdingSchema),
  /** How many holdings there have been, those included that never began. */
  numbered: z.int().nonnegative(),
  revision: z.int().positive(),
  ...audited,
});
export type Space = z.infer<typeof spaceSchema>;

/** What events about a space are about. */
export const spaceSubject = (id: string): string => `space#${id}`;

export const isSameHolder = (one: Holder, other: Holder): boolean => one.kind === other.kind && one.id === other.id;

/** A space, and a holding by which somebody has it. */
export interface Held {
  readonly space: Space;
  readonly holding: Holding;
}

/** Each space with each holding by which somebody has it, has had it, or is to have it. */
export const allHeld = (spaces: readonly Space[], holder: Holder): Held[] =>
  spaces.flatMap((space) =>
    space.holdings.filter((one) => isSameHolder(one.holder, holder)).map((holding) => ({ space, holding })),
  );

/** As it is read out: `residency A-27L1-7K3Q-9MX4`. */
export const holderText = ({ kind, id }: Holder): string => `${kind} ${id}`;

/** As people are told where it is: `Annex 3F 301`. */
export const spaceText = ({ site, floor, name }: Pick<Space, 'site' | 'floor' | 'name'>): string =>
  [site, floor, name].filter((part) => part !== '').join(' ');

export const holdingIn = ({ holdings }: Pick<Space, 'holdings'>, number: number): Holding | undefined =>
  holdings.find((holding) => holding.number === number);
