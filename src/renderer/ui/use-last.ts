import { useState } from 'react';

/** A value, or its last while another is awaited: what is shown stays where it is. */
export function useLast<Value>(value: Value | undefined): Value | undefined {
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) setLast(value);
  return value ?? last;
}
