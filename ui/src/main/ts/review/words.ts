import { text } from "../page/i18n";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function unit(value: number, name: string, digits: number, language: string): string {
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit: name,
    unitDisplay: "short",
    maximumFractionDigits: digits,
  }).format(value);
}

/** Says how long something lasts, in the largest unit that fits. */
export function span(milliseconds: number, language = document.documentElement.lang): string {
  if (milliseconds < 60 * MINUTE) {
    return unit(Math.max(1, Math.round(milliseconds / MINUTE)), "minute", 0, language);
  }
  if (milliseconds < DAY) {
    return unit(Math.round(milliseconds / MINUTE / 60), "hour", 0, language);
  }
  if (milliseconds < 30 * DAY) {
    return unit(Math.round(milliseconds / DAY), "day", 0, language);
  }
  return milliseconds < 365 * DAY
    ? unit(milliseconds / DAY / 30.44, "month", 1, language)
    : unit(milliseconds / DAY / 365.25, "year", 1, language);
}

/** Says when something is, seen from now. */
export function when(at: number, now: number): string {
  return at <= now ? text("review.now") : text("review.in", span(at - now));
}

/** Minutes and seconds, as 2:05. */
export function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
