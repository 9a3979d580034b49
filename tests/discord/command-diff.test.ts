import { describe, expect, test } from 'vitest';
import { definitions } from '../../commands/index.js';
import { diffCommands, type RegisteredCommand } from '../../src/discord/command-diff.js';

/** As Discord gives a command back: with ids, defaults, and nulls if nothing was said. */
function asRegistered(change: Record<string, unknown> = {}): RegisteredCommand[] {
  return definitions.map((definition, index) => ({
    id: String(index),
    application_id: '1',
    version: '2',
    type: 1,
    description: '',
    dm_permission: true,
    default_member_permissions: null,
    nsfw: false,
    ...(structuredClone(definition) as { name: string }),
    ...(definition.name === 'ask' ? change : {}),
  }));
}

describe('commands compared with those on Discord', () => {
  test('that are equal are not written', () => {
    const diff = diffCommands(definitions, asRegistered());
    expect(diff.same).toHaveLength(definitions.length);
    expect([...diff.create, ...diff.update, ...diff.remove]).toEqual([]);
  });

  test.each([
    { description: 'Another' },
    { description_localizations: { de: 'Andere' } },
    { name_localizations: null },
    { options: [] },
    { default_member_permissions: '32' },
    { contexts: [0] },
    { contexts: null },
    { nsfw: true },
  ])('that differ by %j are written', (change) => {
    const diff = diffCommands(definitions, asRegistered(change));
    expect(diff.update.map(({ definition }) => definition.name)).toEqual(['ask']);
    expect(diff.same).toHaveLength(definitions.length - 1);
  });

  test('are created where they lack and removed where they are no longer ours', () => {
    const old = { id: '99', name: 'old', type: 1 };
    const diff = diffCommands(definitions, [...asRegistered().slice(1), old]);
    expect(diff.create.map(({ name }) => name)).toEqual(['ask']);
    expect(diff.remove).toEqual([old]);
  });

  test('of the same name and another type are different commands', () => {
    const menu = { id: '99', name: 'ask', type: 2 };
    const diff = diffCommands(definitions, [...asRegistered(), menu]);
    expect(diff.remove).toEqual([menu]);
  });

  test('of a server say nothing of where else they are offered, and need not', () => {
    const silent = definitions.map((definition) => {
      const local = { ...definition };
      delete local.contexts;
      delete local.integration_types;
      return local;
    });
    expect(diffCommands(silent, asRegistered()).update).toEqual([]);
  });
});
