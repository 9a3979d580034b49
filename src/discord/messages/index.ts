import { Locale } from 'discord.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import type { Messages } from './messages.js';
import { ru } from './ru.js';

export type { Label, Messages, Place } from './messages.js';

/** The language that names and descriptions have if there is no translation. */
export const DEFAULT_MESSAGES = en;

/** Discord's locales that have a translation. */
export const TRANSLATIONS = {
  [Locale.German]: de,
  [Locale.French]: fr,
  [Locale.SpanishES]: es,
  [Locale.SpanishLATAM]: es,
  [Locale.Russian]: ru,
} as const satisfies Partial<Record<Locale, Messages>>;

/** A person's language, English if there is no translation. */
export function messagesFor(locale: string | undefined): Messages {
  const translations: Partial<Record<string, Messages>> = { ...TRANSLATIONS, es };
  return translations[locale ?? ''] ?? DEFAULT_MESSAGES;
}
