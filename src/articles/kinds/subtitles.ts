import { layOut } from '../../documents/lay-out.js';
import type { Leaf } from '../../documents/leaf.js';
import { refine } from '../../documents/refine.js';
import { oneLine } from '../../text/clean.js';
import { decodeEntities } from '../entities.js';
import type { Extract } from '../extract.js';
import { plainText } from '../plain-text.js';
import { tidyTitle } from '../title.js';

/** What is said for a while. */
interface Cue {
  /** In seconds. */
  readonly from: number;
  readonly to: number;
  readonly lines: readonly CueLine[];
}

interface CueLine {
  readonly text: string;
  readonly speaker?: string | undefined;
  /** A dash before it says that another speaks. */
  readonly turns: boolean;
}

/** A time with or without hours; SubRip has a comma where WebVTT has a point. */
const TIMING =
  /^\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2}[.,]\d{1,3})\s*-->\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2}[.,]\d{1,3})/;
/** A pause after which a new thought begins, if the last one has ended. */
const PAUSE_S = 2;
/** A paragraph is ended after so many letters, at the next end of a sentence. */
const LONG = 600;
const ENDS = /[.!?…。！？]["”’»)\]]*$/u;

/**
 * Subtitles (SubRip, WebVTT): what is said, as running text without times; if speakers are named,
 * a turn each, else a paragraph from one pause to the next.
 */
export function readSubtitles(text: string): Extract {
  const blocks = text.split(/\n(?:[ \t]*\n)+/);
  const cues = blocks.flatMap((block) => cueOf(block) ?? []);
  if (cues.length === 0) return plainText(text);
  const [, title] = /^\ufeff?WEBVTT[ \t]+(?:-[ \t]*)?(\S[^\n]*)/.exec(text) ?? [];
  return { title: tidyTitle(title), ...layOut(refine(leavesOf(withoutRepeats(cues)))) };
}

function cueOf(block: string): Cue | undefined {
  const lines = block.split('\n');
  const at = lines.findIndex((line) => line.includes('-->'));
  const timing = TIMING.exec(lines[at] ?? '');
  // Notes and style sheets have no time; before one there is a cue's name at most.
  if (timing === null || at > 2) return undefined;
  const [, fromH, fromM, fromS, toH, toM, toS] = timing;
  return {
    from: seconds(fromH, fromM, fromS),
    to: seconds(toH, toM, toS),
    lines: lines
      .slice(at + 1)
      .map(lineOf)
      .filter(({ text }) => text !== ''),
  };
}

function seconds(hours = '0', minutes = '0', rest = '0'): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest.replace(',', '.'));
}

function lineOf(line: string): CueLine {
  const [, voice] = /<v(?:\.[^\s<>]{1,50})? ([^<>]{1,60})>/.exec(line) ?? [];
  // Tags of WebVTT and SubRip, and positions as other programs write them.
  const words = oneLine(decodeEntities(line.replace(/<[^<>]*>|\{\\[^{}]*\}/g, '')) ?? '');
  const turns = /^[-–—]\s?(?=\S)/.test(words);
  const text = words.replace(/^[-–—]\s?/, '');
  const [label = '', name] = /^(\p{Lu}[\p{Lu}\d .'’-]{1,30}):\s/u.exec(text) ?? [];
  const speaker = voice === undefined ? name : oneLine(voice);
  return { text: voice === undefined ? text.slice(label.length) : text, speaker, turns };
}

/** Rolling subtitles show a line again above the next one. */
function withoutRepeats(cues: readonly Cue[]): Cue[] {
  let before: readonly CueLine[] = [];
  return cues.map((cue) => {
    const shown = new Set(before.map(({ text }) => text));
    const next = cue.lines.findIndex(({ text }) => !shown.has(text));
    ({ lines: before } = cue);
    return { ...cue, lines: next === -1 ? [] : cue.lines.slice(next) };
  });
}

function leavesOf(cues: readonly Cue[]): Leaf[] {
  // In pieces: of thousands of lines one text that grows would be copied again for each.
  const said: { speaker: string | undefined; pieces: string[]; length: number }[] = [];
  let until = 0;
  for (const cue of cues) {
    for (const [index, { text, speaker, turns }] of cue.lines.entries()) {
      const last = said.at(-1);
      const ended = last === undefined || ENDS.test(last.pieces.at(-1) ?? '');
      const paused = index === 0 && cue.from - until >= PAUSE_S;
      const isOther = turns || (speaker !== undefined && speaker !== last?.speaker);
      const isNew = isOther || (ended && (paused || (last?.length ?? 0) > LONG));
      if (last === undefined || isNew) {
        const { length } = text;
        said.push({ speaker: speaker ?? goesOn(last, turns), pieces: [text], length });
      } else {
        last.pieces.push(text);
        last.length += 1 + text.length;
      }
    }
    until = Math.max(until, cue.to);
  }
  return said.map(({ speaker, pieces }) => {
    const text = pieces.join(' ');
    if (speaker === undefined) return { kind: 'paragraph', text };
    const span = { start: 0, end: speaker.length };
    return { kind: 'turn', text: `${speaker}: ${text}`, label: speaker.length + 2, speaker: span };
  });
}

/** After a pause the same speaker goes on, unless a dash says otherwise. */
function goesOn(last: { readonly speaker: string | undefined } | undefined, turns: boolean) {
  return turns ? undefined : last?.speaker;
}
