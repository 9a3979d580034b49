import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type APIApplicationCommandAttachmentOption,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandBooleanOption,
  type APIApplicationCommandStringOption,
  type LocalizationMap,
} from 'discord.js';
import { MAX_ARTICLE_OPTION, QUESTION } from './limits.js';
import { DEFAULT_MESSAGES, TRANSLATIONS, type Label, type Messages } from './messages/index.js';

type Pick<T> = (messages: Messages) => T;

/** A name in every language. */
export function named(pick: Pick<{ readonly name: string }>): {
  name: string;
  name_localizations: LocalizationMap;
} {
  return {
    name: pick(DEFAULT_MESSAGES).name,
    name_localizations: localised((messages) => pick(messages).name),
  };
}

/** A name and a description in every language. */
export function labelled(pick: Pick<Label>) {
  return {
    ...named(pick),
    description: pick(DEFAULT_MESSAGES).description,
    description_localizations: localised((messages) => pick(messages).description),
  };
}

function localised(pick: Pick<string>): LocalizationMap {
  return Object.fromEntries(
    Object.entries(TRANSLATIONS).map(([locale, messages]) => [locale, pick(messages)]),
  );
}

/** For everybody, in servers and in direct messages. */
export const FOR_EVERYONE = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

/** For those who manage a server; Discord hides it from others, and the dispatcher refuses them. */
export const FOR_MANAGERS = {
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
  default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
};

export function stringOption(
  pick: Pick<Label>,
  bounds: { readonly required: boolean; readonly min: number; readonly max: number },
): APIApplicationCommandStringOption {
  const { required, min, max } = bounds;
  return {
    type: ApplicationCommandOptionType.String,
    ...labelled(pick),
    required,
    min_length: min,
    max_length: max,
  };
}

/** Suggests articles while people type. */
export function articleOption(
  pick: Pick<Label>,
  required: boolean,
): APIApplicationCommandStringOption {
  return {
    type: ApplicationCommandOptionType.String,
    ...labelled(pick),
    required,
    autocomplete: true,
    max_length: MAX_ARTICLE_OPTION,
  };
}

function booleanOption(pick: Pick<Label>): APIApplicationCommandBooleanOption {
  return { type: ApplicationCommandOptionType.Boolean, ...labelled(pick), required: false };
}

/** What a question takes: its words, an article to look in, and whether only the asker sees the reply. */
export function questionOptions(
  words: Pick<Label>,
  privacy: Pick<Label> = ({ options }) => options.private,
): APIApplicationCommandBasicOption[] {
  return [
    stringOption(words, { required: true, ...QUESTION }),
    articleOption(({ options }) => options.articleToAsk, false),
    booleanOption(privacy),
  ];
}

export function fileOption(pick: Pick<Label>): APIApplicationCommandAttachmentOption {
  return { type: ApplicationCommandOptionType.Attachment, ...labelled(pick), required: false };
}
