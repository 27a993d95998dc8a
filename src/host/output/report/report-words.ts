import type { NotCheckable, ClauseCoverage } from '../../../core/finding/coverage.ts';
import type { FindingParameter, RuleError } from '../../../core/finding/finding.ts';
import type { ChecklistAnswer, ChecklistScore } from '../../../core/finding/checklist-score.ts';
import type { Marking, OptionalSection } from '../../../core/finding/report-choice.ts';
import type { Language } from '../../../core/language.ts';
import type { Confidence, FindingClass, NoticeLevel, Severity } from '../../../core/rule/format.ts';

/** The report's own words; messages and labels come from rules and registers. */
export interface ReportWords {
  readonly title: string;
  readonly sheets: Readonly<
    Record<
      | 'summary'
      | 'findings'
      | 'indeterminate'
      | 'upcoming'
      | 'rules'
      | 'clauses'
      | 'checklist'
      | 'indicators'
      | 'scorecard'
      | 'sources',
      string
    >
  >;
  /** Name of the sheet that holds the rows of one source sheet. */
  readonly sourceSheet: (number: number) => string;
  readonly classes: Readonly<Record<FindingClass, string>>;
  readonly classMeaning: Readonly<Record<FindingClass, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly levels: Readonly<Record<NoticeLevel, string>>;
  readonly confidences: Readonly<Record<Confidence, string>>;
  readonly bases: Readonly<Record<FindingParameter['basis'], string>>;
  readonly states: Readonly<Record<ClauseCoverage['state'], string>>;
  readonly notCheckable: Readonly<Record<NotCheckable['reason'], string>>;
  readonly errorCodes: Readonly<Record<RuleError['code'], string>>;
  readonly columns: Readonly<Record<ColumnName, string>>;
  readonly facts: Readonly<
    Record<
      | 'asOf'
      | 'rulePack'
      | 'calendar'
      | 'profile'
      | 'noProfile'
      | 'files'
      | 'records'
      | 'findings'
      | 'total'
      | 'indeterminate'
      | 'upcoming'
      | 'rulesNotChecked'
      | 'clausesNotChecked'
      | 'filesFailed'
      | 'ruleErrors'
      | 'byClass'
      | 'notChecked'
      | 'topRules'
      | 'masked'
      | 'noLawAdvice'
      | 'absent'
      | 'row'
      | 'checklist'
      | 'notFilled'
      | 'noReference'
      | 'notAnswered'
      | 'noGrounds'
      | 'all'
      | 'marking'
      | 'recipients'
      | 'leftOut',
      string
    >
  >;
  readonly indicator: {
    readonly missing: string;
    readonly small: string;
    readonly unknown: (count: number) => string;
  };
  readonly markings: Readonly<Record<Marking, string>>;
  readonly sections: Readonly<Record<OptionalSection, string>>;
  readonly scorecardNote: string;
  readonly answers: Readonly<Record<ChecklistAnswer, string>>;
  readonly checklistNote: (score: ChecklistScore) => string;
  readonly cut: (shown: number, total: number) => string;
}

export type ColumnName =
  | 'number'
  | 'class'
  | 'severity'
  | 'rule'
  | 'party'
  | 'subject'
  | 'message'
  | 'law'
  | 'parameters'
  | 'justifications'
  | 'evidence'
  | 'source'
  | 'compared'
  | 'clauses'
  | 'remedy'
  | 'confidence'
  | 'note'
  | 'ruleId'
  | 'id'
  | 'missing'
  | 'due'
  | 'daysLeft'
  | 'level'
  | 'registers'
  | 'applicable'
  | 'complies'
  | 'excused'
  | 'pending'
  | 'findings'
  | 'indeterminate'
  | 'notApplicable'
  | 'notCheckable'
  | 'clause'
  | 'quote'
  | 'clauseParty'
  | 'state'
  | 'ruleList'
  | 'file'
  | 'sheet'
  | 'register'
  | 'dataRows'
  | 'records'
  | 'otherRows'
  | 'rejected'
  | 'problems'
  | 'unmapped'
  | 'error'
  | 'sha256'
  | 'row'
  | 'indicator'
  | 'unit'
  | 'rate'
  | 'numerator'
  | 'denominator'
  | 'excluded'
  | 'unplaced'
  | 'target'
  | 'hints'
  | 'formula'
  | 'deducted'
  | 'score'
  | 'item'
  | 'question'
  | 'material'
  | 'answer'
  | 'evidenceNote'
  | 'reason'
  | 'references'
  | 'review'
  | 'reviewNote';

const zh: ReportWords = {
  title: '执行工作法律合规检查报告',
  sheets: {
    summary: '概要',
    findings: '发现',
    indeterminate: '无法判定',
    upcoming: '临期提醒',
    rules: '规则覆盖',
    clauses: '条款覆盖',
    checklist: '核查清单',
    indicators: '指标',
    scorecard: '计分',
    sources: '来源',
  },
  sourceSheet: (number) => `来源·${number}`,
  classes: { violation: '疑似违规', overLimit: '超内控时限', lead: '疑似线索' },
  classMeaning: {
    violation: '法律、司法解释等有明确规定，需核查认定',
    overLimit: '超过内部管理参考时限，不等于违法',
    lead: '需人工核查后才能认定',
  },
  severities: { critical: '严重', major: '较重', minor: '一般' },
  levels: { notice: '提醒', soon: '临近', urgent: '紧急' },
  confidences: {
    verified: '已核对原文',
    'verified-secondary': '据转载文本核对',
    'verified-duty': '义务已核对，数值未见原文',
    mixed: '部分已核对',
    uncertain: '存疑',
    'from-memory': '未核对原文',
  },
  bases: {
    statutory: '法定',
    'joint-doc': '联合文件',
    'normative-doc': '规范性文件',
    'policy-default': '内控默认值',
    'local-practice': '地方口径',
    profile: '裁剪方案设定',
  },
  states: { checked: '已检查', partly: '部分检查', 'not-checked': '未检查' },
  notCheckable: {
    'register-absent': '缺少台账',
    'field-absent': '台账缺少列',
    'calendar-not-covered': '超出节假日表覆盖年份',
  },
  errorCodes: { E_RULE_FAILED: '规则执行出错', E_ENGINES_DISAGREE: '两套引擎结论不一致，未作认定' },
  columns: {
    number: '序号',
    class: '类别',
    severity: '程度',
    rule: '检查事项',
    party: '责任单位',
    subject: '对象',
    message: '发现内容',
    law: '依据',
    parameters: '所用时限与参数',
    justifications: '可能的正当理由（数据未载明）',
    evidence: '证据（单元格）',
    source: '出处',
    compared: '比对的其他行',
    clauses: '决议条款',
    remedy: '整改建议',
    confidence: '依据核对情况',
    note: '说明',
    ruleId: '规则编号',
    id: '发现编号',
    missing: '缺少的数据',
    due: '到期日',
    daysLeft: '剩余天数',
    level: '级别',
    registers: '所需台账',
    applicable: '适用',
    complies: '符合',
    excused: '有正当理由',
    pending: '在办',
    findings: '发现',
    indeterminate: '无法判定',
    notApplicable: '不适用',
    notCheckable: '未能检查的原因',
    clause: '条款',
    quote: '决议原文',
    clauseParty: '责任主体',
    state: '检查情况',
    ruleList: '对应规则',
    file: '文件',
    sheet: '工作表',
    register: '识别为',
    dataRows: '数据行',
    records: '记录',
    otherRows: '分组、合计、空白、其他行',
    rejected: '拒收行',
    problems: '读取问题',
    unmapped: '未识别的列',
    error: '未读取原因',
    sha256: '文件指纹（SHA-256）',
    row: '原行号',
    indicator: '指标',
    unit: '单位',
    rate: '率值',
    numerator: '分子',
    denominator: '分母',
    excluded: '剔除',
    unplaced: '数据不足',
    target: '参考值',
    hints: '提示',
    formula: '计算方法',
    deducted: '扣分',
    score: '得分',
    item: '事项',
    question: '问题',
    material: '应查材料',
    answer: '回答',
    evidenceNote: '证据说明',
    reason: '为何不能由台账判定',
    references: '见',
    review: '处理状态',
    reviewNote: '处理说明',
  },
  facts: {
    asOf: '检查基准日',
    rulePack: '规则包',
    calendar: '工作日历',
    profile: '裁剪方案',
    noProfile: '未使用（全部现行规则、默认参数）',
    files: '文件',
    records: '记录',
    findings: '发现',
    total: '合计',
    indeterminate: '无法判定的记录',
    upcoming: '临期提醒',
    rulesNotChecked: '未能检查的规则',
    clausesNotChecked: '未检查或部分检查的条款',
    filesFailed: '未读取的文件',
    ruleErrors: '规则出错',
    byClass: '发现（按类别与程度）',
    notChecked: '没有检查到的',
    topRules: '发现最多的事项',
    masked: '姓名和身份证号已部分隐去；完整内容见原表对应的行。',
    noLawAdvice: '本报告由程序根据台账数据生成，供人工核查使用，不是法律意见，也不是处理决定。',
    absent: '无对应的行（应有而没有）',
    row: '第{row}行',
    checklist: '人工核查：',
    notFilled: '未填',
    noReference: '无',
    notAnswered: '未回答',
    noGrounds: '未写依据',
    all: '全部',
    marking: '标识',
    recipients: '发送',
    leftOut: '本报告未列入：',
  },
  indicator: {
    missing: '未提供：',
    small: '基数小，慎用',
    unknown: (count) => `${count} 条数据不足，未计入`,
  },
  answers: { yes: '是', partly: '部分', no: '否', notApplicable: '不适用' },
  checklistNote: ({ items, answered, notApplicable, points, full }) =>
    `已回答 ${answered} / ${items} 项（不适用 ${notApplicable} 项），未回答的不计为合格；得分 ${points} / ${full}。计分是内控参考，没有法律规定。`,
  markings: { none: '', internal: '内部', workSecret: '工作秘密' },
  sections: {
    upcoming: '临期提醒',
    checklist: '核查清单',
    indicators: '指标',
    scorecard: '计分',
    sourceRows: '线索所在的原始行',
  },
  scorecardNote:
    '计分是内控参考，没有法律规定；扣分值可在方案中修改。疑似线索不扣分。只对单位计分，个人不计。没有发现的单位不列出：没有发现不等于已检查。',
  cut: (shown, total) => `仅列出前 ${shown} 条，共 ${total} 条；全部内容见 JSON 文件。`,
};

const en: ReportWords = {
  title: 'Enforcement compliance audit',
  sheets: {
    summary: 'Summary',
    findings: 'Findings',
    indeterminate: 'Indeterminate',
    upcoming: 'Upcoming',
    rules: 'Rules',
    clauses: 'Clauses',
    checklist: 'Checklist',
    indicators: 'Indicators',
    scorecard: 'Scorecard',
    sources: 'Sources',
  },
  sourceSheet: (number) => `Source ${number}`,
  classes: { violation: 'Suspected violation', overLimit: 'Over internal limit', lead: 'Lead' },
  classMeaning: {
    violation: 'an express rule of law; to be verified',
    overLimit: 'past a reference limit, no breach of law',
    lead: 'to be verified by a person first',
  },
  severities: { critical: 'Critical', major: 'Major', minor: 'Minor' },
  levels: { notice: 'Notice', soon: 'Soon', urgent: 'Urgent' },
  confidences: {
    verified: 'checked against the text',
    'verified-secondary': 'checked against a reprint',
    'verified-duty': 'duty checked, number not seen in the text',
    mixed: 'partly checked',
    uncertain: 'uncertain',
    'from-memory': 'not checked against the text',
  },
  bases: {
    statutory: 'statutory',
    'joint-doc': 'joint document',
    'normative-doc': 'normative document',
    'policy-default': 'policy default',
    'local-practice': 'local practice',
    profile: 'set by the profile',
  },
  states: { checked: 'checked', partly: 'partly', 'not-checked': 'not checked' },
  notCheckable: {
    'register-absent': 'register missing',
    'field-absent': 'column missing',
    'calendar-not-covered': 'outside the calendar’s years',
  },
  errorCodes: { E_RULE_FAILED: 'the rule failed', E_ENGINES_DISAGREE: 'the two engines disagree; nothing is claimed' },
  columns: {
    number: 'No.',
    class: 'Class',
    severity: 'Severity',
    rule: 'Rule',
    party: 'Party',
    subject: 'Subject',
    message: 'Finding',
    law: 'Law',
    parameters: 'Limits and parameters',
    justifications: 'Possible justification (not in the data)',
    evidence: 'Evidence (cell)',
    source: 'Source',
    compared: 'Compared with',
    clauses: 'Clauses',
    remedy: 'Remedy',
    confidence: 'Law verified',
    note: 'Note',
    ruleId: 'Rule id',
    id: 'Finding id',
    missing: 'Missing data',
    due: 'Due',
    daysLeft: 'Days left',
    level: 'Level',
    registers: 'Registers',
    applicable: 'Applicable',
    complies: 'Complies',
    excused: 'Excused',
    pending: 'Pending',
    findings: 'Findings',
    indeterminate: 'Indeterminate',
    notApplicable: 'Not applicable',
    notCheckable: 'Why not checked',
    clause: 'Clause',
    quote: 'Text of the resolution',
    clauseParty: 'Bound',
    state: 'State',
    ruleList: 'Rules',
    file: 'File',
    sheet: 'Sheet',
    register: 'Recognised as',
    dataRows: 'Data rows',
    records: 'Records',
    otherRows: 'Group, total, blank, other rows',
    rejected: 'Rejected',
    problems: 'Problems',
    unmapped: 'Columns not recognised',
    error: 'Why not read',
    sha256: 'SHA-256',
    row: 'Row',
    indicator: 'Indicator',
    unit: 'Unit',
    rate: 'Rate',
    numerator: 'Numerator',
    denominator: 'Denominator',
    excluded: 'Left out',
    unplaced: 'Not enough data',
    target: 'Reference',
    hints: 'Hints',
    formula: 'Formula',
    deducted: 'Deducted',
    score: 'Points',
    item: 'Item',
    question: 'Question',
    material: 'Documents to see',
    answer: 'Answer',
    evidenceNote: 'Evidence',
    reason: 'Why no register decides it',
    references: 'See',
    review: 'Review',
    reviewNote: 'Review note',
  },
  facts: {
    asOf: 'As of',
    rulePack: 'Rule pack',
    calendar: 'Calendar',
    profile: 'Tailoring profile',
    noProfile: 'none (all active rules, stock parameters)',
    files: 'Files',
    records: 'Records',
    findings: 'Findings',
    total: 'Total',
    indeterminate: 'Indeterminate records',
    upcoming: 'Deadlines ahead',
    rulesNotChecked: 'Rules that could not be checked',
    clausesNotChecked: 'Clauses not or partly checked',
    filesFailed: 'Files not read',
    ruleErrors: 'Rule errors',
    byClass: 'Findings by class and severity',
    notChecked: 'What was not checked',
    topRules: 'Rules with most findings',
    masked: 'Names and identity numbers are partly masked; the rows of the source files have them in full.',
    noLawAdvice:
      'Made by a program from register data, for people to verify. It is no legal advice and decides nothing.',
    absent: 'no row (something is absent)',
    row: 'row {row}',
    checklist: 'answered by a person: ',
    notFilled: 'not filled in',
    noReference: 'none',
    notAnswered: 'not answered',
    noGrounds: 'no grounds given',
    all: 'All',
    marking: 'Marking',
    recipients: 'Sent to',
    leftOut: 'Left out of this report: ',
  },
  indicator: {
    missing: 'not handed over: ',
    small: 'few records, use with care',
    unknown: (count) => `${count} without enough data, not counted`,
  },
  answers: { yes: 'yes', partly: 'partly', no: 'no', notApplicable: 'not applicable' },
  checklistNote: ({ items, answered, notApplicable, points, full }) =>
    `${answered} of ${items} items answered (${notApplicable} not applicable); unanswered ones never count as met. ${points} of ${full} points: an internal reference that no law has.`,
  markings: { none: '', internal: 'Internal', workSecret: 'Work secret' },
  sections: {
    upcoming: 'upcoming',
    checklist: 'checklist',
    indicators: 'indicators',
    scorecard: 'scorecard',
    sourceRows: 'original rows of the findings',
  },
  scorecardNote:
    'Points are an internal reference that no law has; a profile may change what is deducted. Leads deduct nothing. Units are scored, never persons. Units without findings are not listed: none found is not the same as checked.',
  cut: (shown, total) => `Only the first ${shown} of ${total} are listed; the JSON files have all.`,
};

const words: Readonly<Record<Language, ReportWords>> = { zh, en };

export function reportWords(language: Language): ReportWords {
  return words[language];
}
