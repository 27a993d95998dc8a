import type { FactDefinition } from './fact.ts';
import { fixedReads, textOf } from './neighbours.ts';
import { comparableText } from './text.ts';

export const petitionFacts: readonly FactDefinition[] = [
  {
    name: 'aboutLowerCourt',
    register: 'enforcementPetition',
    label: { zh: '反映下级法院', en: 'about a lower court' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['court', 'handlingCourt', 'screenedDate', 'screeningResult']),
    /** By the two courts where both are named; else a petition that was screened is one about a lower court. */
    evaluate: (record) => {
      const court = textOf(record.values.court);
      const handling = textOf(record.values.handlingCourt);
      if (court !== null && handling !== null) return comparableText(court) !== comparableText(handling);
      return textOf(record.values.screenedDate) !== null || textOf(record.values.screeningResult) !== null;
    },
  },
];
