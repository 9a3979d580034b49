const ATTACHMENT = 'attachment:';
const MESSAGE = 'https://discord.com/channels/';

/** A file of the same name in the same server is the same article, in a newer version. */
export function attachmentSource(name: string): string {
  return ATTACHMENT + name;
}

/** A message's link, and with it the name of one of its files. */
export function messageSource(
  place: { readonly guildId: string; readonly channelId: string; readonly id: string },
  file?: string,
): string {
  const link = `${MESSAGE}${place.guildId}/${place.channelId}/${place.id}`;
  return file === undefined ? link : `${link}#${encodeURIComponent(file)}`;
}

/** Whether an article came as a file or a message, so that there is nothing to fetch. */
export function isUpload(source: string): boolean {
  return source.startsWith(ATTACHMENT) || source.startsWith(MESSAGE);
}
