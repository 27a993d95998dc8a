import type { FieldView } from '../../core/rule/register-view.ts';
import { maskIdNumbers } from '../output/mask.ts';
import { maskValue } from '../output/report/masking.ts';

/** For words that may hold identity numbers. */
export function maskerOf(masked: boolean): (text: string) => string {
  return masked ? maskIdNumbers : (text) => text;
}

/** For the value of a field. */
export function maskField(masked: boolean, text: string, personal: FieldView['personal']): string {
  return masked ? maskValue(text, personal) : text;
}
