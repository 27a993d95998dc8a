import type { FieldValue } from '../register/record.ts';
import { parseIdentity } from '../register/value/identity.ts';
import { looksLikeCreditCode } from '../register/value/credit-code.ts';
import { looksLikeIdentityNumber } from '../register/value/identity-number.ts';

/** What a table tells of somebody's number: the whole number, its visible ends, or neither. */
export type PartyNumber =
  | { readonly kind: 'full'; readonly number: string }
  | { readonly kind: 'masked'; readonly head: string; readonly tail: string; readonly length: number }
  | { readonly kind: 'none' };

/**
 * How two numbers stand to each other.
 * - `same` both are whole identity numbers or credit codes, and equal
 * - `agree` what both show is the same, but not all of it is shown, or it is a number of another kind
 * - `differ` they belong to different people
 * - `silent` they say nothing about each other
 */
export type NumberComparison = 'same' | 'agree' | 'differ' | 'silent';

const NO_NUMBER: PartyNumber = { kind: 'none' };
/** Characters that must be visible in common before a masked number says anything: 前4后4. */
const USEFUL_CHARACTERS = 8;
/** Organisation codes of nine characters stand inside the credit code that replaced them (GB 32100-2015). */
const ORGANISATION_CODE_START = 8;
const ORGANISATION_CODE_END = 17;
const FIRST_GENERATION_LENGTH = 15;

function maskedNumber(text: string): PartyNumber {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();
  const [, head = '', tail = ''] = /^([0-9A-Z]*?)(?:X{3,}|[^0-9A-Z]).*?([0-9A-Z]*)$/u.exec(plain) ?? [];
  return head.length + tail.length === 0 ? NO_NUMBER : { kind: 'masked', head, tail, length: plain.length };
}

const MAY_BE_OTHER = /E|XXX/u;
const PLAIN = /^[0-9A-Z]+$/u;

function numberOfText(text: string): PartyNumber {
  // What nearly all cells hold needs no reading: it reads as itself. A letter could make a mask or an exponent of it.
  if (looksLikeIdentityNumber(text) || (looksLikeCreditCode(text) && !MAY_BE_OTHER.test(text))) {
    return { kind: 'full', number: text };
  }
  const parsed = parseIdentity({ kind: 'text', text });
  if (typeof parsed.value === 'string') return { kind: 'full', number: parsed.value };
  return parsed.problem === 'ID_NUMBER_MASKED' ? maskedNumber(text) : NO_NUMBER;
}

/**
 * Numbers of a cell, which may name several people (出卖人、买受人；联合体各方). 15 digits are made 18.
 * @param masked the field that takes a masked number, where the register has one
 */
export function partyNumbers(value: FieldValue, masked?: FieldValue): readonly PartyNumber[] {
  const text = typeof value === 'string' ? value : typeof masked === 'string' ? masked : '';
  // Nearly all cells hold one plain number: nothing is split where nothing separates.
  if (looksLikeIdentityNumber(text) || PLAIN.test(text)) return known([numberOfText(text)]);
  return known(
    text
      .split(/[、，,；;/\n]+/u)
      .filter((each) => each.trim() !== '')
      .map(numberOfText),
  );
}

function known(numbers: readonly PartyNumber[]): readonly PartyNumber[] {
  return numbers.filter(({ kind }) => kind !== 'none');
}

type NumberKind = 'person' | 'organisation' | 'other';

function kindOf(number: string): NumberKind {
  if (looksLikeIdentityNumber(number)) return 'person';
  return looksLikeCreditCode(number) ? 'organisation' : 'other';
}

/** Whether the number is one that no two people or organisations share: an identity number or a credit code. */
export function identifies(number: string): boolean {
  return kindOf(number) !== 'other';
}

function organisationCodeOf(creditCode: string): string {
  return creditCode.slice(ORGANISATION_CODE_START, ORGANISATION_CODE_END);
}

/** A credit code against the nine characters that it took over; other numbers of different kinds say nothing. */
function compareKinds(a: string, b: string, kinds: readonly [NumberKind, NumberKind]): NumberComparison {
  const [code, other] = kinds[0] === 'organisation' ? [a, b] : [b, a];
  const isCodePair = kinds.includes('organisation') && kinds.includes('other') && /^[0-9A-Z]{9}$/u.test(other);
  if (isCodePair) return organisationCodeOf(code) === other ? 'agree' : 'differ';
  // A person is no organisation.
  return kinds.includes('other') ? 'silent' : 'differ';
}

function compareFull(a: string, b: string): NumberComparison {
  const kinds = [kindOf(a), kindOf(b)] as const;
  if (a === b) return kinds[0] === 'other' ? 'agree' : 'same';
  if (kinds[0] !== kinds[1]) return compareKinds(a, b, kinds);
  return kinds[0] === 'other' ? 'silent' : 'differ';
}

interface Ends {
  readonly head: string;
  readonly tail: string;
}

function compareEnds(a: Ends, b: Ends): NumberComparison {
  const head = Math.min(a.head.length, b.head.length);
  const tail = Math.min(a.tail.length, b.tail.length);
  if (a.head.slice(0, head) !== b.head.slice(0, head)) return 'differ';
  if (a.tail.slice(a.tail.length - tail) !== b.tail.slice(b.tail.length - tail)) return 'differ';
  return head + tail >= USEFUL_CHARACTERS ? 'agree' : 'silent';
}

/** The 15 digits that an identity number of the second generation took over. */
function firstGeneration(number: string): string {
  return number.slice(0, 6) + number.slice(8, 17);
}

function endsFor(number: PartyNumber, length: number): Ends {
  if (number.kind === 'none') return { head: '', tail: '' };
  if (number.kind === 'masked') return number;
  const shown =
    length === FIRST_GENERATION_LENGTH && kindOf(number.number) === 'person'
      ? firstGeneration(number.number)
      : number.number;
  return { head: shown, tail: shown };
}

/** Compares what two tables tell of a number. */
export function compareNumbers(a: PartyNumber, b: PartyNumber): NumberComparison {
  if (a.kind === 'none' || b.kind === 'none') return 'silent';
  if (a.kind === 'full' && b.kind === 'full') return compareFull(a.number, b.number);
  const length = Math.min(a.kind === 'masked' ? a.length : Infinity, b.kind === 'masked' ? b.length : Infinity);
  return compareEnds(endsFor(a, length), endsFor(b, length));
}
