import type { checklistZh } from './checklist.zh.ts';
import type { Same } from './same.ts';

export const checklistEn: Same<typeof checklistZh> = {
  title: 'Checklist',
  view: 'Which items',
  views: { all: 'All', open: 'Open', answered: 'Answered' },
  answered: '{{answered}} of {{items}} answered',
  points: '{{points}} of {{full}} points ({{notApplicable}} not applicable, left out)',
  note: 'What no register shows is answered by a person; what nobody answered never counts as met. Points are an internal reference that no law has; an answer is no finding.',
  none: 'No such items',
  evidence: 'Look at',
  reason: 'Why a person',
  law: 'Law',
  resolution: 'the resolution',
  answer: { yes: 'Yes', partly: 'Partly', no: 'No', notApplicable: 'N/A' },
  grounds: 'Grounds: what was looked at, who explained',
  groundsOf: '{{title}}: grounds',
  open: 'not answered',
  outdated: 'worded anew since: “{{answer}}” no longer counts, answer again',
  noGrounds: 'no grounds given',
  at: 'answered {{at}}',
  takeBack: 'Take back',
  takeBackOf: 'Take the answer to “{{title}}” back',
};
