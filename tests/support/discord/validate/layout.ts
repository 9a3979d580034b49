import { ComponentType } from 'discord.js';
import { COMPONENT } from '../limits.js';
import {
  checkActionRow,
  checkButton,
  newSeen,
  typeOf,
  wrongType,
  type Seen,
} from './components.js';
import type { Field } from './form.js';

type Check = (field: Field, seen: Seen) => void;

const INSIDE: ReadonlyMap<unknown, Check> = new Map<unknown, Check>([
  [ComponentType.ActionRow, checkActionRow],
  [ComponentType.Section, checkSection],
  [ComponentType.TextDisplay, checkText],
  [ComponentType.MediaGallery, checkGallery],
  [ComponentType.File, checkFile],
  [ComponentType.Separator, checkSeparator],
]);

const TOP: ReadonlyMap<unknown, Check> = new Map<unknown, Check>([
  ...INSIDE,
  [ComponentType.Container, checkContainer],
]);

/** components/reference: the layout of a message that has the Components V2 flag. */
export function checkLayout(field: Field): void {
  const seen = newSeen();
  for (const item of field.list({ min: 1, max: COMPONENT.total })) checkOneOf(item, TOP, seen);
  if (seen.components > COMPONENT.total) {
    field.fail(
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      `The total number of components cannot exceed ${COMPONENT.total}`,
    );
  }
  if (seen.text > COMPONENT.text) {
    field.fail(
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `Total displayable text size exceeds maximum size of ${COMPONENT.text}`,
    );
  }
}

function checkOneOf(item: Field, allowed: ReadonlyMap<unknown, Check>, seen: Seen): void {
  const check = allowed.get(typeOf(item));
  if (check) check(item, seen);
  else wrongType(item, [...allowed.keys()].map(Number));
}

function checkContainer(field: Field, seen: Seen): void {
  seen.components++;
  field.key('accent_color').integer({ max: 0xffffff });
  field.key('spoiler').boolean();
  if (!field.key('components').require()) return;
  for (const item of field.key('components').list({ min: 1, max: COMPONENT.total })) {
    checkOneOf(item, INSIDE, seen);
  }
}

function checkSection(field: Field, seen: Seen): void {
  seen.components++;
  if (field.key('components').require()) {
    for (const item of field.key('components').list({ min: 1, max: COMPONENT.sectionTexts })) {
      if (typeOf(item) === ComponentType.TextDisplay) checkText(item, seen);
      else wrongType(item, [ComponentType.TextDisplay]);
    }
  }
  const accessory = field.key('accessory');
  if (!accessory.require()) return;
  if (typeOf(accessory) === ComponentType.Thumbnail) {
    seen.components++;
    checkMedia(accessory.key('media'));
  } else checkButton(accessory, seen);
}

function checkText(field: Field, seen: Seen): void {
  seen.components++;
  if (!field.key('content').require()) return;
  seen.text += field.key('content').text({ min: 1, max: COMPONENT.text })?.length ?? 0;
}

function checkGallery(field: Field, seen: Seen): void {
  seen.components++;
  if (!field.key('items').require()) return;
  for (const item of field.key('items').list({ min: 1, max: COMPONENT.galleryItems })) {
    checkMedia(item.key('media'));
    item.key('description').text({ max: COMPONENT.altText });
  }
}

function checkFile(field: Field, seen: Seen): void {
  seen.components++;
  const url = field.key('file').key('url');
  if (url.require()) url.url(COMPONENT.url, ['attachment']);
}

function checkSeparator(field: Field, seen: Seen): void {
  seen.components++;
  field.key('spacing').oneOf([1, 2]);
  field.key('divider').boolean();
}

function checkMedia(field: Field): void {
  const url = field.key('url');
  if (url.require()) url.url(2048, ['http', 'https', 'attachment']);
}
