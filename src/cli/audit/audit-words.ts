import type { Language } from '../../core/language.ts';

/** What `npm run audit` says, apart from the summary. Errors say what happened, what it affects, what to do. */
export interface AuditWords {
  readonly help: string;
  readonly wrongArguments: (detail: string) => string;
  readonly unknownOption: (option: string, suggestion: string | undefined) => string;
  readonly missingValue: (option: string) => string;
  readonly wrongValue: (option: string, value: string, wanted: string) => string;
  readonly unknownRule: (id: string, suggestion: string | undefined) => string;
  readonly inactiveRule: (id: string) => string;
  readonly seeHelp: string;
  readonly noSample: string;
  readonly sampleNote: (asOf: string) => string;
  readonly nothingFound: string;
  readonly nothingAudited: string;
  readonly otherFiles: (count: number) => string;
  readonly outputFolder: (folder: string) => string;
  readonly temporaryFolder: (folder: string) => string;
  readonly rulePackBroken: string;
  readonly passwordNew: string;
  readonly passwordAgain: string;
  readonly passwordTooShort: (minimum: number) => string;
  readonly passwordsDiffer: string;
  readonly keptAt: (path: string) => string;
  readonly cancelled: string;
  readonly unexpected: (code: string) => string;
  readonly fileFailed: (file: string, code: string, words: string) => string;
  readonly stages: Readonly<Record<'import' | 'judge' | 'write', string>>;
  readonly importDetail: (file: string, index: number, files: number, records: number) => string;
  readonly judgeDetail: (done: number, total: number) => string;
  readonly asOfMustBeDay: string;
  readonly languageMustBe: string;
  readonly severityMustBe: string;
}

const zh: AuditWords = {
  help: `用法：npm run audit -- [选项] 文件或文件夹……

读取台账（.xlsx .xls .et .xlsb .ods .csv .tsv），按规则逐条检查，写出发现及其证据。
不给文件时，检查随程序附带的示例台账。

选项：
  --as-of YYYY-MM-DD       检查基准日，未到期事项按此日判断（默认：今天；示例用其自带日期）
  --out DIR                结果写到哪里（默认：audit-output）
  --profile FILE           裁剪方案：启用或停用规则、调整内控参数
  --mapping FILE           已保存的列名映射
  --rules ID,ID…           只检查这些规则
  --lang zh|en             提示和报告的语言（默认：zh）
  --json                   汇总以一个 JSON 对象写到标准输出，不打印表格
  --fail-on critical|major|minor
                           有该程度或更重的发现时退出状态为 1
  --quiet                  不显示进度
  --keep FILE              把本次检查保存为加密文件（设密码：终端上输入两次，否则读标准输入第一行）
  --debug                  出现意外错误时显示技术细节
  --help                   显示本说明

结果：findings.json、coverage.json、import.json、report.xlsx
退出状态：0 已检查；1 仅由 --fail-on 引起；2 参数有误或没有可检查的内容；130 被中断
`,
  wrongArguments: (detail) => `参数有误：${detail}`,
  unknownOption: (option, suggestion) =>
    `没有选项 ${option}${suggestion === undefined ? '' : `，是否指 ${suggestion}？`}`,
  missingValue: (option) => `${option} 后面缺少值`,
  wrongValue: (option, value, wanted) => `${option} 的值“${value}”不对，应为${wanted}`,
  unknownRule: (id, suggestion) => `没有规则“${id}”${suggestion === undefined ? '' : `，是否指“${suggestion}”？`}`,
  inactiveRule: (id) => `规则“${id}”未启用，不能单独检查；可用 --profile 启用`,
  seeHelp: '检查未开始。用 --help 查看用法。',
  noSample:
    '没有给出文件，也没有找到随程序附带的示例台账（samples/inspection）。检查未开始。请给出要检查的文件或文件夹。',
  sampleNote: (asOf) => `未给出文件，检查随程序附带的示例台账（基准日 ${asOf}，人名案号均为虚构）。`,
  nothingFound: '给出的文件夹中没有可识别的台账文件。检查未开始。支持 .xlsx .xls .et .xlsb .ods .csv .tsv。',
  nothingAudited:
    '没有任何台账被检查：文件都未能读取，或没有工作表被识别为台账。结果文件中写明了每个文件的原因（import.json）。可用 npm run sheets 查看程序读到的内容，或用 --mapping 指定列名映射。',
  otherFiles: (count) => `文件夹中另有 ${count} 个其他类型的文件未读取。`,
  outputFolder: (folder) => `无法写入结果文件夹“${folder}”。结果未保存。请换一个 --out，或检查该位置的权限和剩余空间。`,
  temporaryFolder: (folder) =>
    `无法写入系统的临时文件夹“${folder}”。没有写出结果，原文件未改动。请检查环境变量 TMPDIR（Windows 为 TEMP）所指的位置、权限和剩余空间。`,
  rulePackBroken: '规则包有误，为免误判，检查未开始。请恢复 rules/ 目录或联系维护人员。详情：',
  passwordNew: '为检查文件设置密码（至少 8 个字符，丢失后无法找回）：',
  passwordAgain: '再输入一次：',
  passwordTooShort: (minimum) => `密码太短，至少需要 ${minimum} 个字符。检查未开始。`,
  passwordsDiffer: '两次输入的密码不一致。检查未开始。请重新运行。',
  keptAt: (path) => `本次检查已加密保存：${path}`,
  cancelled: '已中断。没有写出任何结果，临时文件已清除。',
  unexpected: (code) =>
    `程序遇到意外错误（${code}）。没有写出结果，原文件未改动。请加 --debug 重新运行，把显示的内容反馈给维护人员。`,
  fileFailed: (file, code, words) => `未读取 ${file} [${code}]：${words}`,
  stages: { import: '读取台账', judge: '逐条判断', write: '写出结果' },
  importDetail: (file, index, files, records) => `${index}/${files} 已读 ${records} 条  ${file}`,
  judgeDetail: (done, total) => `${done}/${total} 条`,
  asOfMustBeDay: '日期 YYYY-MM-DD',
  languageMustBe: ' zh 或 en',
  severityMustBe: ' critical、major 或 minor',
};

const en: AuditWords = {
  help: `usage: npm run audit -- [options] FILE_OR_FOLDER...

Reads registers (.xlsx .xls .et .xlsb .ods .csv .tsv), judges them rule by rule, and writes findings with their proof.
Without a FILE it audits the sample that the project ships.

options:
  --as-of YYYY-MM-DD       day on which open deadlines are judged (default: today; the sample has its own)
  --out DIR                where the results are written (default: audit-output)
  --profile FILE           tailoring profile: rules on or off, policy parameters
  --mapping FILE           saved header mappings
  --rules ID,ID...         only these rules
  --lang zh|en             language of messages and report (default: zh)
  --json                   summary as one JSON object on standard output instead of tables
  --fail-on critical|major|minor
                           exit 1 when a finding of that severity or worse exists
  --quiet                  no progress
  --keep FILE              keep this inspection as an encrypted file (password: typed twice on a terminal, else the
                           first line of standard input)
  --debug                  technical details of unexpected errors
  --help                   this text

results: findings.json, coverage.json, import.json, report.xlsx
exit status: 0 the audit ran; 1 only through --fail-on; 2 wrong arguments, or nothing could be audited; 130 interrupted
`,
  wrongArguments: (detail) => `Wrong arguments: ${detail}`,
  unknownOption: (option, suggestion) =>
    `there is no option ${option}${suggestion === undefined ? '' : `; did you mean ${suggestion}?`}`,
  missingValue: (option) => `${option} needs a value`,
  wrongValue: (option, value, wanted) => `${option} cannot be "${value}"; it must be ${wanted}`,
  unknownRule: (id, suggestion) =>
    `there is no rule "${id}"${suggestion === undefined ? '' : `; did you mean "${suggestion}"?`}`,
  inactiveRule: (id) => `rule "${id}" is not active and cannot be run; a --profile can switch it on`,
  seeHelp: 'The audit did not start. --help shows the usage.',
  noSample:
    'No file was given, and the sample that the project ships (samples/inspection) was not found. The audit did not start. Name the files or folders to audit.',
  sampleNote: (asOf) =>
    `No file given: auditing the sample that the project ships (as of ${asOf}; all names and cases are invented).`,
  nothingFound:
    'The folders given hold no register files. The audit did not start. Known are .xlsx .xls .et .xlsb .ods .csv .tsv.',
  nothingAudited:
    'No register was audited: no file could be read, or no sheet was recognised as a register. import.json says why for each file. "npm run sheets" shows what the program sees; --mapping tells it what the columns mean.',
  otherFiles: (count) => `${count} files of other kinds in the folders were not read.`,
  outputFolder: (folder) =>
    `The results cannot be written to "${folder}". Nothing was saved. Choose another --out, or check permissions and free space.`,
  temporaryFolder: (folder) =>
    `The system's folder for temporary files, "${folder}", cannot be written to. No results were written, your files were not touched. Check where TMPDIR (on Windows TEMP) points to, its permissions and free space.`,
  rulePackBroken:
    'The rule pack is faulty; so that nothing is judged wrongly, the audit did not start. Restore the folder rules/ or ask the maintainers. Details:',
  passwordNew: 'Password for the inspection file (8 characters or more; it cannot be recovered): ',
  passwordAgain: 'Once more: ',
  passwordTooShort: (minimum) =>
    `The password is too short; ${minimum} characters are needed. The audit did not start.`,
  passwordsDiffer: 'The two passwords differ. The audit did not start. Run it again.',
  keptAt: (path) => `The inspection was kept, encrypted: ${path}`,
  cancelled: 'Interrupted. No results were written, temporary files were removed.',
  unexpected: (code) =>
    `The program met an unexpected error (${code}). No results were written, your files were not touched. Run it again with --debug and report what it shows.`,
  fileFailed: (file, code, words) => `Not read: ${file} [${code}]: ${words}`,
  stages: { import: 'Reading', judge: 'Judging', write: 'Writing' },
  importDetail: (file, index, files, records) => `${index}/${files}, ${records} records  ${file}`,
  judgeDetail: (done, total) => `${done}/${total} records`,
  asOfMustBeDay: 'a day YYYY-MM-DD',
  languageMustBe: 'zh or en',
  severityMustBe: 'critical, major or minor',
};

const words: Readonly<Record<Language, AuditWords>> = { zh, en };

export function auditWords(language: Language): AuditWords {
  return words[language];
}
