/** The models that come with Newsdesk: the one that embeds, and the one that reads. */
export const DEFAULT_MODEL = 'Xenova/all-MiniLM-L6-v2';
/** Its tokenizer is that of the embedding model, which it was trained from. */
export const DEFAULT_READER = 'newsdesk-reader';
