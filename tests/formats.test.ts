import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMATS, FORMAT_NAMES, formatOfName, isTextAlone, KNOWN_ENDINGS } from '../src/formats.js';
import { PACKAGE_DIR } from '../src/version.js';

describe('the formats', () => {
  it('are all named in the README', () => {
    const readme = readFileSync(path.join(PACKAGE_DIR, 'README.md'), 'utf8');
    const list = readme.split('\n').find((line) => line.startsWith('`docs/` stands for')) ?? '';
    const missing = Object.values(FORMATS).filter(
      ({ names, endings }) => ![...names, ...endings].some((name) => list.includes(name)),
    );
    expect(missing).toEqual([]);
  });

  it('have one ending each kind of file is told by, in either case', () => {
    expect(formatOfName('Report.PDF')).toBe('pdf');
    expect(formatOfName('talk.vtt')).toBe('subtitles');
    expect(formatOfName('README')).toBeUndefined();
    expect(new Set(KNOWN_ENDINGS).size).toBe(KNOWN_ENDINGS.length);
    expect(FORMAT_NAMES).toContain('EPUB, EML, SRT, VTT');
  });

  it('that hold words alone are told from those that carry pictures', () => {
    expect(['a.txt', 'a.log', 'a.csv', 'a.srt'].every(isTextAlone)).toBe(true);
    expect(['a.html', 'a.pdf', 'a.epub', 'a.eml', 'a'].some(isTextAlone)).toBe(false);
  });
});
