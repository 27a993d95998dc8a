/**
 * A JSON document in pieces, so that a list of a million entries never stands in memory as text: first the scalar keys, then
 * the lists, in the order given; indented by two, ending in a line feed. Equal input gives equal bytes.
 */
export function* jsonDocument(
  head: Readonly<Record<string, unknown>>,
  lists: readonly (readonly [name: string, entries: Iterable<unknown>])[],
): Generator<string> {
  let separator = '{\n';
  for (const [name, value] of Object.entries(head)) {
    yield `${separator}  ${JSON.stringify(name)}: ${indented(value, '  ')}`;
    separator = ',\n';
  }
  for (const [name, entries] of lists) {
    yield `${separator}  ${JSON.stringify(name)}: [`;
    separator = ',\n';
    let between = '\n';
    for (const entry of entries) {
      yield `${between}    ${indented(entry, '    ')}`;
      between = ',\n';
    }
    yield between === '\n' ? ']' : '\n  ]';
  }
  yield '\n}\n';
}

function indented(value: unknown, margin: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${margin}`);
}
