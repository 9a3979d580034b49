import { describe, expect, test } from 'vitest';
import { isErrorCode, NewsdeskError } from '../src/errors.js';

describe('an error', () => {
  test('says what is wrong and what to do next, with the details of its code', () => {
    const error = new NewsdeskError('title-needs-one-source', { count: 3 });
    expect(error.message).toBe(
      '--title names one article, and these are 3. Index them one by one, or leave --title out.',
    );
    expect(error).toMatchObject({ code: 'title-needs-one-source', exitCode: 2 });
    expect(error.details).toEqual({ count: 3 });
  });

  test('keeps its cause, with details or without', () => {
    const cause = new Error('before');
    expect(new NewsdeskError('stdin-missing', {}, { cause })).toMatchObject({ cause, details: {} });
  });

  test('can’t be made without what its message needs to know', () => {
    // @ts-expect-error the address is missing
    expect(new NewsdeskError('url-private', {}).message).toContain('undefined');
    // @ts-expect-error the details are missing
    expect(new NewsdeskError('url-private').message).toContain('undefined');
    // @ts-expect-error the message knows of no such detail
    new NewsdeskError('url-private', { url: 'http://a', uri: 'http://a' });
  });

  test('is known by its code', () => {
    expect(isErrorCode('url-private')).toBe(true);
    expect(isErrorCode('toString')).toBe(false);
  });
});
