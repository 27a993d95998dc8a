import type { RegisterRecord } from '../register/record.ts';
import { textOf } from './neighbours.ts';
import { comparableText } from './text.ts';

const NUMBERS = /\d{17}[\dX]/gu;

/** Identity numbers of relatives whom one of the court's staff has declared; a declaration in words only has none. */
export function declaredNumbers(person: RegisterRecord): readonly string[] {
  return declaredWords(person).toUpperCase().match(NUMBERS) ?? [];
}

/** The declaration as it compares. */
export function declaredWords({ values }: RegisterRecord): string {
  return comparableText(textOf(values.relativesDeclared) ?? '');
}
