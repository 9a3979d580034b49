import { describe, expect, it } from 'vitest';
import { blocksIn, readKind } from './read-kind.js';
import { SRT, VTT } from './samples.js';

describe('subtitles', () => {
  it('are running text without times, a paragraph from pause to pause', async () => {
    expect((await readKind(SRT, 'harbour.srt')).text).toBe(
      'The harbour was dug out by four hundred men in 1864.\n\nIt silted up again within ten years.',
    );
  });

  it('that name their speakers are turns', async () => {
    const talk = await readKind(VTT, 'talk.vtt');
    expect(talk.title).toBe('The night bus');
    expect(blocksIn(talk)).toEqual([
      'turn: Who drives the night bus on holidays?',
      'turn: Volunteers of the fire brigade. They began in 2011 & never stopped.',
      'turn: Who pays them?',
    ]);
    const [first] = talk.blocks;
    const name = first?.kind === 'turn' ? first.speaker : { start: 0, end: 0 };
    expect(talk.text.slice(name.start, name.end)).toBe('Vera Moss');
  });

  it('that roll say each line once', async () => {
    const cue = (from: number, ...lines: string[]) =>
      `00:00:0${from}.000 --> 00:00:0${from + 1}.000\n${lines.join('\n')}\n\n`;
    const rolling = `WEBVTT\n\n${cue(1, 'the dam')}${cue(2, 'the dam', 'broke in May')}${cue(3, 'broke in May', 'and flooded Arden')}`;
    expect((await readKind(rolling, 'a.vtt')).text).toBe('the dam broke in May and flooded Arden');
  });

  it('part what two people say at once', async () => {
    const srt = '1\n00:00:01,000 --> 00:00:03,000\n- Is it deep?\n- Nine metres.\n';
    expect(blocksIn(await readKind(srt, 'a.srt')).map((block) => block.split(': ')[1])).toEqual([
      'Is it deep?',
      'Nine metres.',
    ]);
  });

  it('without a cue are a plain text', async () => {
    expect((await readKind('Nothing was said.', 'a.srt')).text).toBe('Nothing was said.');
  });
});
