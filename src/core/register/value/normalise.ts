const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/gu;
const LEADING_QUOTE = /^['’‘`]+/u;

/** Full-width forms to ASCII, invisible characters and the quote that forces text in a spreadsheet removed, trimmed. */
export function normalised(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').trim().replace(LEADING_QUOTE, '').trim();
}

/** The same without any white space. */
export function withoutSpaces(text: string): string {
  return normalised(text).replace(/\s+/gu, '');
}

const NOTHING = /^(?:[-—–―－_/\\*.。…·~]+|无|暂无|没有|空|空白|N\/?A|null|nil|none|不适用)$/iu;

/** Whether a cell says in writing that there is nothing: a dash, a slash, 无, N/A. The text must be normalised. */
export function meansNothing(text: string): boolean {
  return text === '' || NOTHING.test(text);
}

const PLACEHOLDER = /^(?:[-—–―－_/\\*.。…·~]+|N\/?A|null|nil)$/iu;

/** Whether a cell of text holds a mark for an empty cell: a dash, a slash, N/A. 无 is a word, and stays one. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text);
}

const NOT_DONE =
  /^(?:[尚暂还仍]?未|没有)(?:出具|制作|制发|签发|填写?|填报|发出?|发放|送达|送所|送押|处置|处理|办理|办结|通知|告知|审批|批准|登记|记录|录入|留存|提供|说明|移送|移交|载明|注明|指定|确定|分案|分配|编号|执行|讯问|收押|收拘|释放|解除|续行|续封|续冻|立案|决定|宣判|判决|起诉|结案|反馈|回复|答复|报告|报送|通报|公示|公开|到账|出警|到场|启动|开始|查询|查找|约谈|评议|恢复|整改|履行|发现|查获|抓获|找到|查封|扣押|查扣|冻结|锁定|解封|解冻|登簿|出境|扣划|过户)(?:文书|材料|书面|原因|理由|日期|时间)?$/u;

/** Whether a cell says that something was not done (未送达, 尚未处置): no date, no document, no result. 未知 and 未定 say nothing. */
export function saysNotDone(text: string): boolean {
  return NOT_DONE.test(text);
}

/** A number as a spreadsheet shows it when the column is too narrow or the number too long: 4.6E+17. */
export function isScientific(text: string): boolean {
  return /^[+-]?\d+(?:\.\d+)?e[+-]?\d+$/iu.test(text);
}

/** Spreadsheets keep 15 digits of a number: a longer number has lost its last ones. */
export function hasLostDigits(number: number): boolean {
  return Number.isInteger(number) && Math.abs(number) >= 1e15;
}
