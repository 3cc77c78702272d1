import * as zod from 'zod';
import { enum as enumOf } from 'zod';

/*
 * zod in the bundles (infra/bundle.ts): every schema of a release is declared when a Lambda starts, which took a quarter
 * of its load, and a worker reads by few of them. These make one when something is first read by it, with what it is
 * made of. Code imports zod as everywhere; tests and commands have zod itself.
 */

export * from 'zod';

type Makes = (...given: never[]) => object;

/** What makes a schema of another one: it is put off with it. All else that is asked of a schema makes it. */
const further: ReadonlySet<PropertyKey> = new Set(
  [
    'optional nullable nullish default array transform refine superRefine pipe readonly brand describe meta',
    'int positive nonnegative min max length regex startsWith trim',
  ].flatMap((names) => names.split(' ')),
);

/** A schema that is not made yet, or is. */
class Late {
  readonly #make: () => unknown;
  /** What is known of it before it is made. */
  readonly #known: object;
  #made: object | undefined;

  constructor(make: () => unknown, known: object) {
    this.#make = make;
    this.#known = known;
  }

  get schema(): object {
    this.#made ??= anObject(this.#make());
    return this.#made;
  }

  /** What is asked of it: a schema made of it is as late as itself. */
  get(name: PropertyKey): unknown {
    if (this.#made !== undefined) return Reflect.get(this.#made, name);
    if (Object.hasOwn(this.#known, name)) return Reflect.get(this.#known, name);
    if (!further.has(name)) return Reflect.get(this.schema, name);
    return (...given: unknown[]) => whenUsed(() => called(Reflect.get(this.schema, name), this.schema, given));
  }
}

/** Schemas are objects, which the types of Reflect do not know. */
const anObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});

const called = (method: unknown, self: object, given: readonly unknown[]): unknown =>
  typeof method === 'function' ? Reflect.apply(method, self, given) : undefined;

/** One for all of them, since there are hundreds. */
const asSchema: ProxyHandler<Late> = {
  get: (late, name) => late.get(name),
  set: ({ schema }, name, value) => Reflect.set(schema, name, value),
  has: ({ schema }, name) => Reflect.has(schema, name),
  ownKeys: ({ schema }) => Reflect.ownKeys(schema),
  getPrototypeOf: ({ schema }) => Reflect.getPrototypeOf(schema),
  getOwnPropertyDescriptor: ({ schema }, name) => {
    const found = Reflect.getOwnPropertyDescriptor(schema, name);
    return found && { ...found, configurable: true };
  },
};

/** A schema that is made when something is asked of it that is not `known`. */
const whenUsed = (make: () => unknown, known: object = {}): object => new Proxy(new Late(make, known), asSchema);

/** A function that makes schemas, put off. */
const putOff = <Make extends Makes>(make: Make): Make =>
  new Proxy(make, {
    apply: (makes, _self, given: readonly unknown[]) => whenUsed(() => called(makes, makes, given)),
  });

/** The same for objects, whose shape is known. */
const putOffShaped = <Make extends Makes>(make: Make): Make =>
  new Proxy(make, {
    apply: (makes, _self, given: readonly unknown[]) =>
      whenUsed(() => called(makes, makes, given), { shape: given[0] }),
  });

export const object = putOffShaped(zod.object);
export const looseObject = putOffShaped(zod.looseObject);
export const strictObject = putOffShaped(zod.strictObject);
export const string = putOff(zod.string);
export const number = putOff(zod.number);
export const boolean = putOff(zod.boolean);
export const literal = putOff(zod.literal);
export const array = putOff(zod.array);
export const record = putOff(zod.record);
export const union = putOff(zod.union);
export const discriminatedUnion = putOff(zod.discriminatedUnion);
const lateEnum = putOff(enumOf);

export { lateEnum as enum };
