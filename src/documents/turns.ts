import type { Leaf } from './leaf.js';

/** `Name:`, `MR FENN:`, `[00:12] Anna Ott:`, `Anna (00:12):` and the like, before what is said. */
const SPEAKER =
  /^(?:[[(]?\d{1,2}:\d\d(?::\d\d)?[\])]? )?(\p{Lu}[\p{L}\p{M}\d.'’-]{0,30}(?: [\p{L}\d][\p{L}\p{M}\d.'’-]{0,30}){0,3})(?: ?[([][^)\]]{1,20}[)\]])?[:：]\s{1,9}(?=\S)/u;

/** Words before a colon that say what kind of remark follows, and not who makes it. */
const REMARK =
  /^(?:note|notes|nb|n\.b\.|warning|caution|danger|tip|hint|error|bug|info|see also|success|abstract|summary|important|attention|update|edit|example|examples|todo|fixed|new|added|changed|removed|step \d+|day \d+|part \d+|chapter \d+|fig\. ?\d+|figure \d+|table \d+|ps|p\.s\.|source|photo|re)$/i;

/** Documents in which this share of paragraphs begins with a name are nothing but speech. */
const TRANSCRIPT = 0.4;

interface Found {
  /** Letters of the whole label. */
  readonly label: number;
  readonly name: string;
  readonly at: number;
}

/** Turns of an interview, a transcript or a play: names before paragraphs, again and again. */
export function turns(leaves: readonly Leaf[]): Leaf[] {
  const found = leaves.map(speakerOf);
  const counts = new Map<string, number>();
  for (const { name } of found.filter((one) => one !== undefined)) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  if (!isSpeech(leaves, found, counts)) return [...leaves];
  const spoken = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const paragraphs = leaves.filter(({ kind, inside }) => kind === 'paragraph' && !inside).length;
  const isTranscript = spoken >= paragraphs * TRANSCRIPT;
  let speaking = false;
  return leaves.map((leaf, index): Leaf => {
    const speaker = found[index];
    if (speaker !== undefined) {
      speaking = true;
      const { label, at, name } = speaker;
      return { ...leaf, kind: 'turn', label, speaker: { start: at, end: at + name.length } };
    }
    if (leaf.kind === 'heading') speaking = false;
    // What a speaker goes on to say has no name before it.
    const goesOn = speaking && isTranscript && isSayable(leaf);
    return goesOn ? { ...leaf, kind: 'turn' } : leaf;
  });
}

function speakerOf(leaf: Leaf): Found | undefined {
  if (!isSayable(leaf) && leaf.kind !== 'question') return undefined;
  const match = SPEAKER.exec(leaf.text);
  const name = match?.[1];
  if (match === null || name === undefined || REMARK.test(name)) return undefined;
  return { label: match[0].length, name, at: match[0].indexOf(name) };
}

function isSayable({ kind, inside, label, isAside }: Leaf): boolean {
  return kind === 'paragraph' && inside === undefined && label === undefined && isAside !== true;
}

/** Two speakers at least, one of whom speaks again or asks; else the names may be terms. */
function isSpeech(
  leaves: readonly Leaf[],
  found: readonly (Found | undefined)[],
  counts: ReadonlyMap<string, number>,
): boolean {
  if (counts.size < 2) return false;
  const again = [...counts.values()].filter((count) => count > 1).length;
  if (again >= 2) return true;
  const asked = leaves.some(
    ({ text }, index) => found[index] !== undefined && /\?["”»]?$/.test(text),
  );
  return asked && (again > 0 || [...counts.keys()].every((name) => name === name.toUpperCase()));
}
