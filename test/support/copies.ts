/** What is made of what is given, once for each; who asks gets a copy of their own, since tests change it. */
export function copies<Given extends [name?: string], Made>(
  make: (...given: Given) => Made,
): (...given: Given) => Made {
  const made = new Map<string | undefined, Made>();
  return (...given) => {
    const [name] = given;
    const known = made.get(name) ?? make(...given);
    made.set(name, known);
    return structuredClone(known);
  };
}
