import { describe, expect, it } from 'vitest';
import type { NumberComparison, PartyNumber } from '../../../src/core/fact/party-number.ts';
import { compareNumbers, partyNumbers } from '../../../src/core/fact/party-number.ts';
import { creditCheckCharacter } from '../../../src/core/register/value/credit-code.ts';
import { identityCheckCharacter } from '../../../src/core/register/value/identity-number.ts';

const person = (first17: string) => first17 + identityCheckCharacter(first17);
const unit = (first17: string) => first17 + creditCheckCharacter(first17);

const PERSON = person('46999919900101123');
const UNIT = unit('91469999MA5T00001');

function only(text: string): PartyNumber {
  const [number = { kind: 'none' as const }] = partyNumbers(text);
  return number;
}

describe('comparing the numbers of two tables', () => {
  it.each<[name: string, a: string, b: string, result: NumberComparison]>([
    ['the same identity number', PERSON, PERSON, 'same'],
    ['15 and 18 digits of one person', '469999900101123', PERSON, 'same'],
    ['another identity number', PERSON, person('46999919910202456'), 'differ'],
    ['the same credit code', UNIT, UNIT, 'same'],
    ['a person and an organisation', PERSON, UNIT, 'differ'],
    ['an organisation code inside the credit code', UNIT, UNIT.slice(8, 17), 'agree'],
    ['an organisation code of another unit', UNIT, 'MA5T99999', 'differ'],
    ['the same passport number', 'E12345678', 'E12345678', 'agree'],
    ['a passport and an identity number', 'P1234567', PERSON, 'silent'],
    ['a masked number that agrees (前6后4)', `${PERSON.slice(0, 6)}********${PERSON.slice(-4)}`, PERSON, 'agree'],
    ['a masked number of another person', '460000********1111', PERSON, 'differ'],
    ['a masked number that shows too little', `${PERSON.slice(0, 3)}************${PERSON.slice(-3)}`, PERSON, 'silent'],
    ['a masked number of the first generation', '469999******123', PERSON, 'agree'],
    ['a hash', 'a'.repeat(64), PERSON, 'silent'],
  ])('%s', (_name, a, b, result) => {
    expect([compareNumbers(only(a), only(b)), compareNumbers(only(b), only(a))]).toEqual([result, result]);
  });

  it('a cell may name several people', () => {
    expect(partyNumbers(`${PERSON}、${UNIT}`)).toEqual([
      { kind: 'full', number: PERSON },
      { kind: 'full', number: UNIT },
    ]);
  });
});
