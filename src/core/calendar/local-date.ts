/**
 * A calendar day without time zone, `YYYY-MM-DD`. Plain string order is day order.
 * All registers are Chinese, so the implied zone is +08:00 everywhere.
 */
export type LocalDate = string & { readonly localDate?: unique symbol };

/** A moment on a wall clock, `YYYY-MM-DDTHH:mm:ss`, +08:00 implied. Sorts after the bare day of the same date. */
export type LocalDateTime = string & { readonly localDateTime?: unique symbol };
