declare module 'asl-validator' {
  /** Checks a definition in the Amazon States Language; it writes defaults into what it is given. */
  export default function validate(definition: unknown): { readonly isValid: boolean; readonly errors: unknown[] };
}
