import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditCheckCharacter, hasRightCreditCheck } from '../../../../src/core/register/value/credit-code.ts';
import { hasRightIdentityCheck, identityCheckCharacter } from '../../../../src/core/register/value/identity-number.ts';
import { parseValue } from '../../../../src/core/register/value/parse-value.ts';
import { number, read } from './cells.ts';

// Invented: region 469999 does not exist, birthdays around 1900.
const person = `46999919000101001${identityCheckCharacter('46999919000101001')}`;
const company = `91469999TEXT${'0'.repeat(5)}`.slice(0, 17);
const creditCode = company + creditCheckCharacter(company);
/** A person whose check character is X. */
const personX = (() => {
  for (let serial = 100; ; serial += 1) {
    const first17 = `46999919000101${serial}`;
    if (identityCheckCharacter(first17) === 'X') return `${first17}X`;
  }
})();

describe('check characters', () => {
  it('agree with the examples of the standards', () => {
    // GB 11643-1999, annex: 11010519491231002X. GB 32100-2015 example of a code built by its table.
    expect(identityCheckCharacter('11010519491231002')).toBe('X');
    expect(identityCheckCharacter('44052418800101001')).toBe('4');
  });

  it('notice every single wrong digit of an identity number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 0, max: 9 }), (at, digit) => {
        fc.pre(person.charAt(at) !== String(digit));
        expect(hasRightIdentityCheck(person.slice(0, at) + String(digit) + person.slice(at + 1))).toBe(false);
      }),
    );
  });

  it('notice every single wrong character of a credit code', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 0, max: 30 }), (at, index) => {
        fc.pre(creditCode.charAt(at) !== alphabet.charAt(index));
        const changed = creditCode.slice(0, at) + alphabet.charAt(index) + creditCode.slice(at + 1);
        expect(hasRightCreditCheck(changed)).toBe(false);
      }),
    );
  });
});

describe('identities', () => {
  it.each([
    ['as it stands', person],
    ['with spaces', `${person.slice(0, 6)} ${person.slice(6, 14)} ${person.slice(14)}`],
    ['behind a quote', `'${person}`],
    ['in full width', person.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))],
  ])('an identity number %s', (_, content) => {
    expect(read('identity', content)).toEqual({ value: person });
  });

  it('writes the check letter in upper case', () => {
    expect(read('identity', personX.toLowerCase())).toEqual({ value: personX });
  });

  it('makes fifteen digits eighteen', () => {
    const old = `${person.slice(0, 6)}${person.slice(8, 17)}`;
    expect(read('identity', old)).toEqual({ value: person });
    expect(read('identity', Number(old))).toEqual({ value: person });
  });

  it('reads a credit code, in either case', () => {
    expect(read('identity', creditCode)).toEqual({ value: creditCode });
    expect(read('identity', ` ${creditCode.toLowerCase()} `)).toEqual({ value: creditCode });
  });

  it('keeps a number whose check character is wrong, with a warning', () => {
    const wrongPerson = person.slice(0, 17) + (person.endsWith('1') ? '2' : '1');
    const wrongCode = creditCode.slice(0, 17) + (creditCode.endsWith('1') ? '2' : '1');
    expect(read('identity', wrongPerson)).toEqual({ value: wrongPerson, warning: 'ID_NUMBER_CHECK_DIGIT' });
    expect(read('identity', wrongCode)).toEqual({ value: wrongCode, warning: 'CREDIT_CODE_CHECK_DIGIT' });
  });

  it.each([
    '460***********1234',
    '4699991900****0010',
    '469999********001X',
    '46999919000101●●●●',
    '469999XXXXXXXX0010',
    '91469999********4N',
  ])('%s is masked and matches nobody', (content) => {
    expect(read('identity', content)).toEqual({ value: undefined, problem: 'ID_NUMBER_MASKED' });
  });

  it.each<string | number>(['4.6E+17', '4.69999190001E+17', 469_999_190_001_010_000, 1e15])(
    '%s has lost its last digits',
    (content) => {
      expect(read('identity', content)).toEqual({ value: undefined, problem: 'NUMBER_IN_SCIENTIFIC_NOTATION' });
    },
  );

  it.each([
    ['12345678-9', '123456789'],
    ['E12345678', 'E12345678'],
    ['460000000012345', '460000000012345'],
    ['H1234567890', 'H1234567890'],
  ])('%s is kept as another kind of number, with a warning', (content, value) => {
    expect(read('identity', content)).toEqual({ value, warning: 'IDENTITY_UNREADABLE' });
  });

  it.each(['某某', '不详', `${person}、${person}`, `${person}（父）`, '123', '护照', 'ABCDEF'])(
    '%s cannot be read',
    (content) => {
      expect(read('identity', content)).toEqual({ value: undefined, problem: 'IDENTITY_UNREADABLE' });
    },
  );

  it.each(['', '—', '/', '无', '暂无'])('"%s" is blank', (content) => {
    expect(read('identity', content)).toEqual({ value: null });
  });

  it('reads no dates', () => {
    expect(parseValue('identity', { kind: 'date', iso: '2023-01-05' }, { multiplier: 1 }).problem).toBe(
      'IDENTITY_UNREADABLE',
    );
    expect(parseValue('identity', number(12), { multiplier: 1 }).problem).toBe('IDENTITY_UNREADABLE');
  });
});
