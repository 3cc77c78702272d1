/** What is done with these variables set; they are as before afterwards. */
export function within<Result>(variables: Readonly<Record<string, string>>, action: () => Result): Result {
  const before = Object.keys(variables).map((name): [string, string | undefined] => [name, process.env[name]]);
  const restore = () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
  Object.assign(process.env, variables);
  try {
    const result = action();
    if (result instanceof Promise) void result.then(restore, restore);
    else restore();
    return result;
  } catch (error) {
    restore();
    throw error;
  }
}
