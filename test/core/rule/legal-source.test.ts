import { describe, expect, it } from 'vitest';
import type { LegalSource } from '../../../src/core/rule/legal-source.ts';
import {
  articleFault,
  articleInForce,
  basisClassOf,
  citation,
  citationWriter,
  versionInForce,
} from '../../../src/core/rule/legal-source.ts';

const note = { zh: '测试', en: 'test' };
const law: LegalSource = {
  id: 'law',
  title: { zh: '中华人民共和国示例法', en: 'Example Law of the People’s Republic of China' },
  shortTitle: { zh: '示例法', en: 'Example Law' },
  number: null,
  rank: 'law',
  versions: [
    { from: '2013-01-01', to: '2023-12-31', name: { zh: '2012年修正', en: 'as amended in 2012' }, seen: 'partial' },
    { from: '2024-01-01', name: { zh: '2023年修正', en: 'as amended in 2023' }, seen: 'full-text' },
  ],
  articles: {
    '117': [
      { from: '2013-01-01', article: '114' },
      { from: '2024-01-01', article: '117' },
    ],
  },
  confidence: 'verified',
  note,
};
const opinions: LegalSource = {
  ...law,
  id: 'opinions',
  shortTitle: { zh: '示例意见', en: 'Example Opinions' },
  number: '法发〔2099〕8号',
  rank: 'jointDocument',
  versions: [{ from: '2025-07-01', seen: 'partial' }],
  articles: {},
};
const undated: LegalSource = {
  ...law,
  id: 'undated',
  rank: 'judicialInterpretation',
  versions: [{ from: null, seen: 'none' }],
};
const sources = new Map([law, opinions, undated].map((source) => [source.id, source]));

describe('article numbers in force', () => {
  it.each([
    ['117', '2024-01-01', '117'],
    ['117', '2023-12-31', '114'],
    ['117.2', '2023-12-31', '114.2'],
    ['117.1(5)', '2023-12-31', '114.1(5)'],
    ['118', '2024-01-01', '118'],
    ['118', '2023-12-31', undefined],
    ['117', '2012-12-31', undefined],
    ['118', '2012-12-31', undefined],
    ['117-1', '2023-12-31', undefined],
    ['117-1', '2024-06-01', '117-1'],
    ['xyz', '2024-06-01', undefined],
  ])('%s on %s is %s', (article, day, number) => {
    expect(articleInForce(law, article, day)).toBe(number);
  });

  it('takes a source whose start was not seen for always in force', () => {
    expect(articleInForce(undated, '3', '1990-01-01')).toBe('3');
    expect(versionInForce(undated, '1990-01-01')).toBe(undated.versions[0]);
    expect(versionInForce(law, '2012-12-31')).toBeUndefined();
  });

  it.each(['117', '117.2', '192(4)', '114.1(5)', '111-1'])('%s is well-formed', (article) => {
    expect(articleFault(article)).toBeNull();
  });

  it.each(['', '0', '第117条', '117.', '117(四)', '117 2', 'a'])('"%s" is not', (article) => {
    expect(articleFault(article)).toContain('number of the article');
  });
});

describe('citations', () => {
  const zh = (day: string, ...references: { source: string; article?: string }[]) =>
    citation(sources, references, day, 'zh');
  const en = (day: string, ...references: { source: string; article?: string }[]) =>
    citation(sources, references, day, 'en');

  it('names a law with its version, and articles by the number of the day', () => {
    expect(zh('2024-06-01', { source: 'law', article: '117' })).toBe('《示例法》第117条（2023年修正）');
    expect(zh('2023-06-01', { source: 'law', article: '117' })).toBe('《示例法》第114条（2012年修正）');
    expect(en('2023-06-01', { source: 'law', article: '117.2' })).toBe('Example Law art. 114(2) (as amended in 2012)');
  });

  it('names a document by its number', () => {
    expect(zh('2025-07-01', { source: 'opinions', article: '5' })).toBe('法发〔2099〕8号第五条');
    expect(en('2025-07-01', { source: 'opinions', article: '5' })).toBe('Example Opinions (法发〔2099〕8号) art. 5');
    expect(zh('2025-07-01', { source: 'opinions' })).toBe('法发〔2099〕8号');
  });

  it('says so where only the current number of an article is known', () => {
    expect(zh('2023-06-01', { source: 'law', article: '118' })).toBe('《示例法》现行第118条（2023年修正）');
    expect(en('2023-06-01', { source: 'law', article: '118' })).toBe(
      'Example Law art. 118 (current numbering; as amended in 2023)',
    );
    expect(zh('2025-06-30', { source: 'opinions', article: '5' })).toBe('法发〔2099〕8号现行第五条');
  });

  it('joins the articles of one source', () => {
    expect(
      zh(
        '2024-06-01',
        { source: 'law', article: '117' },
        { source: 'opinions' },
        { source: 'law', article: '118.2(4)' },
      ),
    ).toBe('《示例法》第117条、第118条第二款第（四）项（2023年修正）、法发〔2099〕8号');
    expect(en('2024-06-01', { source: 'law', article: '117' }, { source: 'opinions' })).toBe(
      'Example Law art. 117 (as amended in 2023); Example Opinions (法发〔2099〕8号)',
    );
  });

  it.each([
    ['1', '一'],
    ['10', '十'],
    ['11', '十一'],
    ['20', '二十'],
    ['99', '九十九'],
    ['100', '一百'],
    ['105', '一百零五'],
    ['110', '一百一十'],
    ['321', '三百二十一'],
    ['12-1', '十二'],
  ])('numbers article %s of a document %s', (article, words) => {
    expect(zh('2026-01-01', { source: 'opinions', article })).toContain(`第${words}条`);
  });

  it('writes 之一 for inserted articles', () => {
    expect(zh('2026-01-01', { source: 'opinions', article: '12-1' })).toBe('法发〔2099〕8号第十二条之一');
    expect(en('2026-01-01', { source: 'opinions', article: '12-1' })).toContain('art. 12-1');
  });

  it('leaves out sources that the pack does not hold', () => {
    expect(zh('2026-01-01', { source: 'nowhere', article: '1' })).toBe('');
  });

  it('comes in both languages for messages', () => {
    expect(citationWriter(sources)([{ source: 'law' }], '2024-06-01')).toEqual({
      zh: '《示例法》（2023年修正）',
      en: 'Example Law (as amended in 2023)',
    });
  });
});

describe('what a parameter rests on', () => {
  it.each([
    ['law#117', 'statutory'],
    ['undated', 'statutory'],
    ['opinions#5', 'joint-doc'],
    ['policy-default', 'policy-default'],
    ['local-practice', 'local-practice'],
    ['nowhere', 'policy-default'],
  ])('%s: %s', (basis, expected) => {
    expect(basisClassOf(sources, basis)).toBe(expected);
  });

  it.each([
    ['supremeCourtDocument', 'normative-doc'],
    ['departmentDocument', 'normative-doc'],
    ['partyRegulation', 'joint-doc'],
    ['localDocument', 'local-practice'],
    ['businessGuide', 'local-practice'],
    ['administrativeRegulation', 'statutory'],
  ] as const)('a text of rank %s: %s', (rank, expected) => {
    expect(basisClassOf(new Map([['x', { ...law, rank }]]), 'x')).toBe(expected);
  });
});
