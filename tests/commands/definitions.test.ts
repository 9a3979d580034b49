import { describe, expect, test } from 'vitest';
import { definitions, messageCommands, slashCommands } from '../../commands/index.js';
import { TRANSLATIONS } from '../../src/discord/messages/index.js';
import { checkCommands } from '../support/discord/validate/commands.js';

describe('the commands', () => {
  test('are what Discord accepts', () => {
    expect(() => checkCommands(JSON.parse(JSON.stringify(definitions)))).not.toThrow();
  });

  test('have different names in every language', () => {
    for (const locale of Object.keys(TRANSLATIONS)) {
      const names = definitions.map(
        ({ name_localizations: names }) => (names as Record<string, string>)[locale],
      );
      expect(names).not.toContain(undefined);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('that change anything are for those who manage a server, and in servers only', () => {
    const all = [...slashCommands.values(), ...messageCommands.values()];
    for (const { access, definition } of all) {
      const forManagers = access === 'manager';
      expect(definition.default_member_permissions).toBe(forManagers ? '32' : undefined);
      expect(definition.contexts).toEqual(forManagers ? [0] : [0, 1]);
    }
    expect(all.filter(({ access }) => access === 'manager')).toHaveLength(3);
  });
});
