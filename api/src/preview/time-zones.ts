/** The kinds of period that a cap is for. */
export type PeriodKind = 'day' | 'week';

/** A community's zones: the current one, and from when on another one made a kind's periods. */
export interface TimeZones {
  timeZone: string;
  /** `startsAt` is ISO 8601, or null for all time before; empty where the zone never changed. */
  changes: readonly { kind: string; startsAt: string | null; timeZone: string }[];
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const MONDAY = 1;

/** Says which day or week of a community an instant belongs to. */
export class Periods {
  readonly #zones: TimeZones;
  readonly #dates = new Map<string, Map<number, string>>();
  readonly #formats = new Map<string, Intl.DateTimeFormat>();

  constructor(zones: TimeZones) {
    this.#zones = zones;
  }

  /** A word that two instants share exactly where their period is the same: its zone and the date it starts on. */
  find(kind: PeriodKind, at: Date): string {
    const zone = this.#zoneAt(kind, at);
    const date = this.#localDate(zone, at);
    return `${kind} ${zone} ${kind === 'week' ? mondayOf(date) : date}`;
  }

  #zoneAt(kind: PeriodKind, at: Date): string {
    const { timeZone, changes } = this.#zones;
    const begun = changes.filter((change) => change.kind === kind && startOf(change) <= at.getTime());
    const last = begun.toSorted((one, other) => startOf(one) - startOf(other)).at(-1);
    return last?.timeZone ?? timeZone;
  }

  /** No zone has changed its clock within a minute since there are computers to know it. */
  #localDate(zone: string, at: Date): string {
    const minute = Math.floor(at.getTime() / MINUTE_MS);
    const dates = this.#dates.get(zone) ?? new Map<number, string>();
    this.#dates.set(zone, dates);
    const date = dates.get(minute) ?? this.#formatOf(zone).format(minute * MINUTE_MS);
    dates.set(minute, date);
    return date;
  }

  #formatOf(zone: string): Intl.DateTimeFormat {
    const format =
      this.#formats.get(zone) ??
      // Sweden writes dates as ISO 8601 does.
      new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    this.#formats.set(zone, format);
    return format;
  }
}

function startOf({ startsAt }: TimeZones['changes'][number]): number {
  return startsAt === null ? -Infinity : Date.parse(startsAt);
}

/** Dates without a clock: a week's Monday is the same in every zone. */
function mondayOf(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  const since = (day.getUTCDay() - MONDAY + 7) % 7;
  return new Date(day.getTime() - since * DAY_MS).toISOString().slice(0, 10);
}
