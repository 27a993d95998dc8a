/**
 * Makes the compiler prove that every member of a union has been handled.
 * @throws always, when reached with data from outside the type system
 */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
