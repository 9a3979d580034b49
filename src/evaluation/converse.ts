import { exchangeOf, EXCHANGES, type Exchange } from '../conversation/exchange.js';
import { answerInConversation } from '../conversation/answer.js';
import type { Collection } from '../store/store.js';
import { articleNames } from './asked.js';
import type { BenchDesk } from './bench-desk.js';
import type { Conversation } from './evaluation-set.js';
import { answersGold } from './gold.js';
import { shareOf } from './metrics.js';

/** Figures of conversations, each asked from its first turn on with what was really answered. */
export interface ConversationReport {
  readonly conversations: number;
  /** First turns, which stand alone. */
  readonly opening: TurnReport;
  /** Later turns about the same article. */
  readonly followUps: TurnReport;
  /** Later turns about another article than the one before. */
  readonly changes: TurnReport;
  /** Later turns that the articles do not answer; right if they are refused. */
  readonly refused: TurnReport;
  readonly wrong: readonly string[];
}

export interface TurnReport {
  readonly turns: number;
  /** Share that is answered from the right article with all that must be shown; 0 without turns. */
  readonly right: number;
}

interface Turn {
  readonly kind: 'opening' | 'followUps' | 'changes' | 'refused';
  readonly right: boolean;
  readonly text: string;
}

/** Asks at the threshold, as people do: what is refused tells the next turn nothing. */
export async function askConversations(
  desk: BenchDesk,
  conversations: readonly Conversation[],
  collection: Collection,
  options: {
    readonly minConfidence?: number | undefined;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<ConversationReport | undefined> {
  if (conversations.length === 0) return undefined;
  const names = await articleNames(desk, collection);
  const turns: Turn[] = [];
  for (const conversation of conversations) {
    turns.push(...(await askTurns(desk, conversation, collection, names, options)));
  }
  const report = (kind: Turn['kind']): TurnReport => {
    const of = turns.filter((turn) => turn.kind === kind);
    return { turns: of.length, right: shareOf(of, ({ right }) => right) ?? 0 };
  };
  return {
    conversations: conversations.length,
    opening: report('opening'),
    followUps: report('followUps'),
    changes: report('changes'),
    refused: report('refused'),
    wrong: turns.flatMap(({ right, text }) => (right ? [] : [text])),
  };
}

async function askTurns(
  { store, embedder }: BenchDesk,
  { turns }: Conversation,
  collection: Collection,
  names: ReadonlyMap<string, string>,
  {
    minConfidence,
    signal,
  }: { readonly minConfidence?: number | undefined; readonly signal?: AbortSignal | undefined },
): Promise<Turn[]> {
  let exchanges: readonly Exchange[] = [];
  const asked: Turn[] = [];
  for (const [at, { question, gold, article }] of turns.entries()) {
    const verdict = await answerInConversation({ store, embedder, minConfidence }, question, {
      scope: [collection],
      conversation: exchanges,
      signal,
    });
    const { answer } = verdict;
    const exchange = exchangeOf({ ...verdict, question });
    if (exchange !== undefined) exchanges = [...exchanges, exchange].slice(-EXCHANGES);
    const right =
      gold === null
        ? answer === null
        : answer !== null &&
          names.get(answer.articleId) === article &&
          answersGold([answer.text], {
            articles: [],
            answers: gold.map((text) => ({ text })),
            shown: 'all',
          });
    asked.push({ kind: kindOf(turns, at), right, text: question });
  }
  return asked;
}

function kindOf(turns: Conversation['turns'], at: number): Turn['kind'] {
  if (at === 0) return 'opening';
  const turn = turns[at];
  if (turn?.gold === null) return 'refused';
  const before = turns.slice(0, at).findLast(({ article }) => article !== undefined);
  return before !== undefined && before.article !== turn?.article ? 'changes' : 'followUps';
}
