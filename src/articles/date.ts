import { writtenDate } from './written-date.js';

/** ISO 8601 calendar dates and date-times, as precise as one likes. */
const ISO = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/**
 * A date as ISO 8601, as precise as it was given; other forms, such as those of RFC 5322, are
 * understood if they name day, month and year, also
 * without signs between them, as `20240612`. The language says which of two figures is the day.
 */
export function isoDate(value: unknown, language?: string): string | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : dateOrTime(value);
  if (typeof value !== 'string') return undefined;
  // Some write the zone as " UTC" behind an ISO time.
  const text = value.trim().replace(/(?<=\d) UTC$/, 'Z');
  const compact = /^((?:19|20)\d\d)([01]\d)([0-3]\d)(?:T\d{4,6}Z?)?$/.exec(text);
  if (compact !== null) return writtenDate(compact.slice(1, 4).join('-'));
  if (/^\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{4}/.test(text)) return writtenDate(text, language);
  if (Number.isNaN(Date.parse(text))) return writtenDate(text, language);
  if (ISO.test(text)) return text.replace(' ', 'T');
  // A bare year or number would parse as well, as something that nobody meant.
  if (!/\d{4}/.test(text) || !/[a-z]{3}|\d[/.]\d/i.test(text)) return undefined;
  // Without a time of day JavaScript takes the local midnight, whose UTC day may be another.
  if (!/\d:\d\d/.test(text)) {
    const local = new Date(text);
    return dateOrTime(new Date(Date.UTC(local.getFullYear(), local.getMonth(), local.getDate())));
  }
  return new Date(text).toISOString();
}

/** YAML gives a date without time as midnight UTC. */
function dateOrTime(date: Date): string {
  const iso = date.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso;
}
