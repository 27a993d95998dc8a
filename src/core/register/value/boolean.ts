import type { Cell } from '../../sheet/grid.ts';
import type { ParsedValue } from '../value-parser.ts';
import { meansNothing, withoutSpaces } from './normalise.ts';

const UNREADABLE: ParsedValue = { value: undefined, problem: 'BOOLEAN_UNREADABLE' };

const YES = /^(?:是|是的|有|对|属实|齐全?|齐备|具备|[√✓✔☑✅]|1|y|yes|t|true|已)$/iu;
const NO = /^(?:否|不是|非|无|没有|不|缺|缺少|缺失|欠缺|[×✗✘✖❌]|0|n|no|f|false|未|没)$/iu;
/** 已录入, 未通报: the verb says what was or was not done. 未知, 未明 and 未定 say that nobody knows. */
const DONE =
  /^(?<done>已经?|未)(?:录入|登记|办理|办结|履行|完成|发出|发放|送达|通报|公开|批准|审批|冻结|查封|扣押|解除|报送|报告|告知|反馈|回复|纳入|执行|领取|采纳|整改|通知|移送|立案|拘留|羁押|逮捕|延长|附|附卷|随附|提供|提交|盖章|加盖|签收|出具|制作|报备)$/u;

/** 在押, 取保候审: how a suspect is held is the answer to whether. 延长15日 answers both whether and by how much. */
const HELD = /^(?:在押|羁押|在押中|羁押中|(?:已被?)?(?:刑拘|刑事拘留))$/u;
const NOT_HELD = /^(?:不在押|非羁押|取保(?:候审)?|监视居住|不(?:予)?延长)$/u;
const EXTENDED = /^(?:已|批准)?延长(?:\d+|[一二三]|十五|半)?个?(?:日|天|月)?$/u;

/** 院长批准, 局长同意: who approved is said together with the answer. */
const APPROVED = /^(?!.*[未不没待无拟否请报])\p{Script=Han}{0,10}(?:批准|同意|许可)$/u;

/** 是/否, 有/无, √/×, 1/0, Y/N, true/false, 已/未. */
export function parseBoolean(cell: Cell): ParsedValue {
  switch (cell.kind) {
    case 'boolean':
      return { value: cell.boolean };
    case 'number':
      return cell.number === 1 ? { value: true } : cell.number === 0 ? { value: false } : UNREADABLE;
    case 'text': {
      const text = withoutSpaces(cell.text);
      if (YES.test(text)) return { value: true };
      if (NO.test(text)) return { value: false };
      if (meansNothing(text)) return { value: null };
      const done = DONE.exec(text)?.groups?.done;
      if (APPROVED.test(text) || HELD.test(text) || EXTENDED.test(text)) return { value: true };
      if (NOT_HELD.test(text)) return { value: false };
      return done === undefined ? UNREADABLE : { value: done !== '未' };
    }
    default:
      return UNREADABLE;
  }
}
