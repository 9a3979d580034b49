import { invalidForm, invalidJson, type FormProblem } from '../errors.js';

export type Json = Record<string, unknown>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value of a request body, with its place in it, that collects what is wrong there. */
export class Field {
  constructor(
    readonly value: unknown,
    readonly path: readonly string[],
    private readonly problems: FormProblem[],
  ) {}

  /** Neither left out nor null. */
  get present(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  fail(code: string, message: string): void {
    this.problems.push({ path: this.path, code, message });
  }

  key(name: string): Field {
    const value = isJson(this.value) ? this.value[name] : undefined;
    return new Field(value, [...this.path, name], this.problems);
  }

  require(): boolean {
    if (this.present) return true;
    this.fail('BASE_TYPE_REQUIRED', 'This field is required');
    return false;
  }

  /** A string; its length in UTF-16 units, which is never shorter than Discord's count. */
  text(bounds: { readonly min?: number; readonly max: number }): string | undefined {
    if (!this.present) return undefined;
    if (typeof this.value !== 'string') {
      this.fail('STRING_TYPE_CONVERT', 'Could not interpret value as string.');
      return undefined;
    }
    const { length } = this.value.trim();
    const { min = 0, max } = bounds;
    if (length < min || length > max) {
      if (min > 0)
        this.fail('BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
      else this.fail('BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
    }
    return this.value;
  }

  integer(bounds: { readonly min?: number; readonly max?: number } = {}): number | undefined {
    if (!this.present) return undefined;
    if (typeof this.value !== 'number' || !Number.isInteger(this.value)) {
      this.fail('NUMBER_TYPE_COERCE', `Value "${String(this.value)}" is not int.`);
      return undefined;
    }
    const { min = 0, max = Number.MAX_SAFE_INTEGER } = bounds;
    if (this.value < min || this.value > max) {
      this.fail(
        'NUMBER_TYPE_RANGE',
        `int value should be between ${min} and ${max}. Got ${this.value}`,
      );
    }
    return this.value;
  }

  boolean(): boolean | undefined {
    if (!this.present) return undefined;
    if (typeof this.value === 'boolean') return this.value;
    this.fail('BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');
    return undefined;
  }

  oneOf<T extends string | number>(values: readonly T[]): T | undefined {
    const found = values.find((value) => value === this.value);
    if (this.present && found === undefined) {
      this.fail('BASE_TYPE_CHOICES', `Value must be one of (${values.join(', ')}).`);
    }
    return found;
  }

  list(bounds: { readonly min?: number; readonly max: number }): Field[] {
    if (!this.present) return [];
    if (!Array.isArray(this.value)) {
      this.fail('LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
      return [];
    }
    const { min = 0, max } = bounds;
    if (this.value.length < min || this.value.length > max) {
      if (min > 0)
        this.fail('BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
      else this.fail('BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
    }
    return this.value.map(
      (item, index) => new Field(item, [...this.path, String(index)], this.problems),
    );
  }

  url(max: number, schemes: readonly string[] = ['http', 'https']): string | undefined {
    const text = this.text({ min: 1, max });
    if (text === undefined) return undefined;
    if (!URL.canParse(text) || /\s/.test(text)) {
      this.fail('URL_TYPE_INVALID_URL', 'Not a well formed URL.');
    } else if (!schemes.includes(new URL(text).protocol.slice(0, -1))) {
      this.fail(
        'URL_TYPE_INVALID_SCHEME',
        `Scheme "${new URL(text).protocol.slice(0, -1)}" must be one of (${schemes.join(', ')}).`,
      );
    }
    return text;
  }

  snowflake(): string | undefined {
    if (!this.present) return undefined;
    const text = String(this.value);
    if (!/^\d{15,21}$/.test(text)) {
      this.fail('NUMBER_TYPE_COERCE', `Value "${text}" is not snowflake.`);
    }
    return text;
  }
}

/** Reads a body field by field; throws Discord's 50035 with all that is wrong with it at once. */
export function checkForm<T>(body: unknown, check: (form: Field) => T): T {
  if (!isJson(body) && !Array.isArray(body)) throw invalidJson();
  const problems: FormProblem[] = [];
  const result = check(new Field(body, [], problems));
  if (problems.length > 0) throw invalidForm(problems);
  return result;
}
