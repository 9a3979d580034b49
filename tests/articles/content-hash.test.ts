import { describe, expect, it } from 'vitest';
import { contentHash } from '../../src/articles/content-hash.js';

const hash = (text: string): string => contentHash('Ferry', { text, blocks: [] });

describe('the hash of an article', () => {
  it('is that of earlier versions, so that an English article stays indexed', () => {
    expect(hash('The ferry stops.')).toBe(
      '217c09a8399ea5a28abaf804e4551c9e0522c54be753fff98f782aa386399c8e',
    );
  });

  it('has changed for Chinese, which is indexed in other words now', () => {
    expect(hash('渡轮停运。')).not.toBe(
      '720d8c65c86227ea14bb3e49dc34815639413bd52e5eb19fb009500e6ec31c11',
    );
  });
});
