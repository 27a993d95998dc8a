const SECONDS_PER_DAY = 86_400;

const CLOCK = new RegExp(
  [
    String.raw`^(?<half>上午|下午|晚上|晚|凌晨|早上|中午|AM|PM)?`,
    String.raw`(?<hour>\d{1,2})`,
    String.raw`(?:(?::|时|点)(?:(?<minute>\d{1,2})分?|(?<halfHour>半))?|(?<bare>))`,
    String.raw`(?:(?::)?(?<second>\d{1,2})(?:\.\d+)?秒?)?`,
    String.raw`(?<after>AM|PM)?(?:\+08:?00)?$`,
  ].join(''),
  'iu',
);

/** 12-hour clock to 24: 下午3 is 15, 中午12 is 12, 上午12 and 凌晨12 are 0. */
function hourOfDay(hour: number, half: string): number {
  if (/^(?:下午|晚上|晚|PM)$/iu.test(half)) return hour < 12 ? hour + 12 : hour;
  if (half === '中午') return hour < 11 ? hour + 12 : hour;
  return half !== '' && hour === 12 ? 0 : hour;
}

/**
 * Seconds after midnight of a time without spaces: 10:05, 10:05:30, 10时5分, 上午10点, 下午3点半, 3:05PM.
 * @returns `undefined` where it is no time of day
 */
export function secondsOfTime(text: string): number | undefined {
  const groups = CLOCK.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const { half, hour, minute, halfHour, bare, second, after } = groups;
  // A bare number is no time: 5 in "2023年1月5日5" may be anything.
  if (bare !== undefined) return undefined;
  if (second !== undefined && minute === undefined) return undefined;
  const hours = hourOfDay(Number(hour), half ?? after ?? '');
  const minutes = halfHour === undefined ? Number(minute ?? 0) : 30;
  const seconds = Number(second ?? 0);
  return hours > 23 || minutes > 59 || seconds > 59 ? undefined : hours * 3600 + minutes * 60 + seconds;
}

/** `HH:mm:ss` of seconds after midnight. */
export function formatTime(seconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(seconds / 3600)}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;
}

/** Days and seconds after midnight of a serial date, rounded to the second. */
export function splitSerial(serial: number): { readonly days: number; readonly seconds: number } {
  const total = Math.round(serial * SECONDS_PER_DAY);
  const days = Math.floor(total / SECONDS_PER_DAY);
  return { days, seconds: total - days * SECONDS_PER_DAY };
}
