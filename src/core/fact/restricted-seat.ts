import type { RegisterRecord } from '../register/record.ts';
import type { FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { dayOf, isIsoDate } from './iso.ts';
import { fixedReads, textOf } from './neighbours.ts';
import { comparableText } from './text.ts';
import { mentionsAny } from './words.ts';

/** G trains and the better seats of other multiple units came with the 2015 text (限高规定 3). */
const FAST_TRAINS_FROM = '2015-07-22';

const PLANE_WORDS = ['飞机', '航班', '机票', '民航', '经济舱', '公务舱', '头等舱', '航空'];
const SHIP_WORDS = ['轮船', '客船', '客滚', '邮轮', '轮渡', '渡轮', '船票', '船舶'];
const SHIP_CLASSES = ['特等', '头等', '一等', '二等', '豪华', '贵宾'];
/** Berths that only ships number; planes call theirs 头等舱, 公务舱, 经济舱. */
const SHIP_BERTH = /(?:特|一|二|三|四|五)等舱/u;
const SOFT_SLEEPER = ['软卧', '动卧', '一等卧'];
const FIRST_CLASS = ['一等', '商务', '特等'];
const ORDINARY_SEATS = ['硬座', '硬卧', '软座', '散席', '三等', '四等', '五等'];
const SECOND_CLASS = ['二等', '无座'];
const FLIGHT = /^(?![GDCZTKYL]\d)[A-Z0-9]{2}\d{3,4}$/u;

type Seat = 'plane' | 'soft-sleeper' | 'ship' | 'g-train' | 'first-class' | 'none';

function seatOf(seat: string, trip: string, carrier: string): Seat | undefined {
  const text = `${seat} ${trip} ${carrier}`;
  if (mentionsAny(text, SHIP_WORDS) || SHIP_BERTH.test(seat)) return mentionsAny(seat, SHIP_CLASSES) ? 'ship' : 'none';
  if (mentionsAny(text, PLANE_WORDS) || FLIGHT.test(trip)) return 'plane';
  if (mentionsAny(seat, SOFT_SLEEPER)) return 'soft-sleeper';
  if (/^G\d/u.test(trip) || /G字头|^G\d/u.test(seat)) return 'g-train';
  if (mentionsAny(seat, FIRST_CLASS)) return 'first-class';
  if (mentionsAny(seat, ORDINARY_SEATS)) return 'none';
  // A second-class seat is restricted on a G train only, so the train decides.
  if (mentionsAny(seat, SECOND_CLASS)) return trip === '' ? undefined : 'none';
  return undefined;
}

/** Whether art. 3 restricts the seat: `none`, or the kind of seat that it names; unknown where the ticket does not say. */
function restrictedSeat(record: RegisterRecord): FactResult {
  const { seatClass, tripNo, carrier, issuedAt } = record.values;
  const trip = comparableText(textOf(tripNo) ?? '').toUpperCase();
  const seat = seatOf(comparableText(textOf(seatClass) ?? ''), trip, comparableText(textOf(carrier) ?? ''));
  if (seat === undefined) return new Unknown('missing', trip === '' ? ['seatClass', 'tripNo'] : ['seatClass']);
  const old = isIsoDate(issuedAt) && dayOf(issuedAt) < FAST_TRAINS_FROM;
  return old && (seat === 'g-train' || seat === 'first-class') ? 'none' : seat;
}

const RESTRICTIONS = 'consumptionRestriction';

/** Facts on tickets sold to people who are restricted in consumption. */
export const restrictedSeatFacts: readonly FactDefinition[] = [
  {
    name: 'restrictedSeat',
    register: 'ticketPurchase',
    label: { zh: '是否限制消费的席别、舱位', en: 'whether the seat is a restricted one' },
    type: 'text',
    shared: true,
    reads: fixedReads(['seatClass', 'tripNo', 'carrier', 'issuedAt']),
    evaluate: restrictedSeat,
  },
  {
    name: 'restrictionsHandedOver',
    register: 'ticketPurchase',
    label: { zh: '已移送限制消费令表', en: 'the table of restriction orders was handed over' },
    type: 'boolean',
    shared: true,
    reads: fixedReads([], [{ register: RESTRICTIONS, fields: ['identityNo'] }]),
    evaluate: (_record, { registers }) => registers.has(RESTRICTIONS),
  },
];
