import { ApplicationCommandOptionType as Type } from 'discord.js';
import { isJson, type Json } from '../validate/form.js';

/** A file that a person attaches to a command or a message. */
export interface FileInput {
  readonly name: string;
  readonly bytes: Uint8Array | string;
  readonly type?: string;
}

export type OptionInput = string | number | boolean | FileInput;
export type OptionInputs = Readonly<Record<string, OptionInput | undefined>>;

export interface BuiltOptions {
  readonly options: Json[];
  readonly files: ReadonlyMap<string, FileInput>;
}

/** Enforces what Discord's own client does before it sends; `unchecked` is a client that doesn't. */
export function buildOptions(
  command: Json,
  path: readonly string[],
  inputs: OptionInputs,
  upload: (file: FileInput) => string,
  unchecked: boolean,
): BuiltOptions {
  const files = new Map<string, FileInput>();
  const build = (definition: Json, rest: readonly string[]): Json[] => {
    const [next, ...deeper] = rest;
    const known = optionsOf(definition);
    if (next !== undefined) {
      const nested = known.find(({ name }) => name === next);
      if (!nested) throw new Error(`/${String(command['name'])} has no ${next}`);
      return [{ name: next, type: nested['type'], options: build(nested, deeper) }];
    }
    if (known.some(isNested)) throw new Error(`/${String(command['name'])} needs a sub-command`);
    for (const name of Object.keys(inputs)) {
      if (!known.some((option) => option['name'] === name)) throw new Error(`no option ${name}`);
    }
    return known.flatMap((option) => {
      const name = String(option['name']);
      const input = inputs[name];
      if (input === undefined) {
        if (option['required'] === true && !unchecked) throw new Error(`option ${name} is missing`);
        return [];
      }
      const value = typeof input === 'object' ? upload(input) : input;
      if (typeof input === 'object') files.set(String(value), input);
      if (!unchecked) checkValue(option, value);
      return [{ name, type: option['type'], value }];
    });
  };
  return { options: build(command, path), files };
}

export function optionsOf(definition: Json): Json[] {
  const { options } = definition;
  return Array.isArray(options) ? options.filter(isJson) : [];
}

function isNested({ type }: Json): boolean {
  return type === Type.Subcommand || type === Type.SubcommandGroup;
}

const TYPES: Readonly<Record<number, string>> = {
  [Type.String]: 'string',
  [Type.Integer]: 'number',
  [Type.Number]: 'number',
  [Type.Boolean]: 'boolean',
  [Type.Attachment]: 'string',
};

function checkValue(option: Json, value: string | number | boolean): void {
  const { name, type, min_length: min = 0, max_length: max = 6000, choices } = option;
  const expected = TYPES[Number(type)];
  if (typeof value !== expected) throw new Error(`option ${String(name)} takes a ${expected}`);
  if (type === Type.String && typeof value === 'string') {
    if (value.length < Number(min) || value.length > Number(max)) {
      throw new Error(`option ${String(name)} takes ${Number(min)} to ${Number(max)} characters`);
    }
  }
  if (Array.isArray(choices) && choices.length > 0) {
    if (!choices.some((choice) => isJson(choice) && choice['value'] === value)) {
      throw new Error(`option ${String(name)} takes one of its choices`);
    }
  }
}
