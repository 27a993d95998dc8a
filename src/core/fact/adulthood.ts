/** Age in years below which nobody is put on the list of dishonest debtors (法释〔2017〕7号4条). */
const ADULT_YEARS = 18;

/** The day from which somebody is eighteen, by the birthday in the identity number. */
export function adultFrom(identityNo: string): string {
  const year = Number(identityNo.slice(6, 10)) + ADULT_YEARS;
  return `${String(year)}-${identityNo.slice(10, 12)}-${identityNo.slice(12, 14)}`;
}
