import { LOCALES } from '../limits.js';
import { isJson, type Field } from './form.js';

/**
 * reference: locales. Checks each translation and returns the length of the longest of them and
 * the default, which is what counts towards a command's size.
 */
export function checkLocalised(owner: Field, name: string, check: (field: Field) => void): number {
  const plain = owner.key(name);
  check(plain);
  const dictionary = owner.key(`${name}_localizations`);
  const lengths = [lengthOf(plain.value)];
  if (isJson(dictionary.value)) {
    for (const [locale, text] of Object.entries(dictionary.value)) {
      if (!LOCALES.has(locale)) {
        dictionary.fail('ENUM_TYPE_COERCE', `Value "${locale}" is not a valid enum value.`);
      }
      check(dictionary.key(locale));
      lengths.push(lengthOf(text));
    }
  }
  return Math.max(...lengths);
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' ? value.length : 0;
}
