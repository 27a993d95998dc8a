import type { ErrorCode } from './errors.ts';

/** How every answer crosses: a value, or an error with a code. Nothing is ever thrown across. */
export type Envelope<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: { readonly code: ErrorCode; readonly detail: string } };
