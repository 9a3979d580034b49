import type { AnswerText, AskKind, AskResult } from '../../answering/answer.js';
import { lookedForPhrases } from '../../answering/looked-for.js';
import { shortAnswer } from '../../answering/short-answer.js';
import { shownAnswer } from '../../answering/shown-answer.js';
import { surenessOf, type Sureness } from '../../answering/sureness.js';
import type { Span } from '../../text/span.js';
import type { Output } from '../output.js';
import type { Style } from '../style.js';
import { plain, plainLine, wrap } from '../text.js';
import { deskView } from './desk.js';
import { nearestView } from './passages.js';
import type { Passage } from '../../retrieval/passage.js';

const WIDEST_TEXT = 100;

const SURENESS: Readonly<Record<Sureness, string>> = {
  high: 'Very sure',
  medium: 'Fairly sure',
  low: 'Not quite sure',
};

const WITHOUT_ANSWER: Readonly<Record<Exclude<AskKind, 'desk'>, string>> = {
  answer: "The articles don't say.",
  unanswered: "The articles don't say.",
  gist: "The articles don't say.",
  search: 'Nothing in the articles is near to that.',
  greeting: 'Hello! Ask a question about the articles; "newsdesk list" shows which there are.',
  thanks: 'You’re welcome.',
  goodbye: 'Goodbye!',
  ok: 'All right. Ask on whenever you like.',
  help: 'Ask a question about the articles, a line each. "articles" lists them, "exit" ends.',
  abilities:
    'I answer questions about the articles in their own words, or say that they don’t say. Ask who, what, when, where or why.',
  self: 'I am Newsdesk: I find the sentence of an article that answers a question.',
  bot: 'I am a program. What I say is quoted from the articles, never made up.',
  list: '"newsdesk list" shows the articles that can be asked about.',
  privacy:
    'Questions are noted down on this machine, without who asked them, to show which ones the articles don’t answer. Nothing is sent anywhere.',
  adding: '"newsdesk index FILE" adds an article: a file, a folder or a link.',
  foreign: 'I can read English questions only; the articles are in English.',
  unclear: 'Ask a whole question, such as "Who built the bridge?".',
  empty: 'There are no articles yet. Add some with "newsdesk index FILE".',
};

/** The reply to a question: the quoted passage with its answer emphasised, or that there is none. */
export function answerView(
  result: AskResult,
  { style, columns }: Pick<Output, 'style' | 'columns'>,
): string {
  const width = columns === undefined ? undefined : Math.min(columns, WIDEST_TEXT);
  if (result.answer === null) return wrap(refusal(result, style), width);
  const { answer, confidence, kind, passages, context, also } = result;
  const passage = passageAround(answer, passages);
  const lines = [quoted(answer, style), ''];
  const short = style.showsMarks || also !== undefined ? '' : shortLine(answer);
  if (short !== '') lines.unshift(short, '');
  if (context?.about != null) lines.unshift(style.dim(`about ${plainLine(context.about)}`));
  if (kind === 'gist') lines.unshift(style.bold('What it is about'));
  if (passage !== undefined) lines.push(style.dim(origin(passage)));
  if (also !== undefined) {
    // Neither is sure to be meant, however sure it is by itself.
    lines.unshift('Two articles answer that.', '');
    lines.push('', quoted(also.answer, style), '', style.dim(origin(also.passage)));
  } else
    lines.push(
      style.dim(`${SURENESS[surenessOf(confidence)]} (${Math.round(confidence * 100)} %)`),
    );
  return wrap(lines.join('\n'), width);
}

/** Longer ones are no short answer. */
const MAX_SHORT = 180;

/** The words that answer, which are not marked if nothing can be underlined. */
function shortLine(answer: AnswerText): string {
  const line = shortAnswer(shownAnswer(answer))
    .map((words) => plainLine(words))
    .join(' · ');
  return line.length > MAX_SHORT ? '' : line;
}

function refusal(result: AskResult, style: Style): string {
  const { kind, gap, passages, desk, context, question } = result;
  const lookedFor = lookedForPhrases(context?.understood ?? question, result.lookedFor);
  if (desk !== undefined) return deskView(desk, style);
  if (kind === 'search' && passages.length > 0) return nearestView(passages);
  const lines = [style.bold(titleOf(result))];
  if (gap !== undefined) {
    const [mentioned, missing] = [gap.mentioned, gap.missing].map((words) => words.join(', '));
    lines.push(plainLine(`They mention ${mentioned ?? ''}, but not ${missing ?? ''} with that.`));
  } else if (lookedFor.length > 0) lines.push(`I looked for ${plainLine(lookedFor.join(', '))}.`);
  if (kind === 'unanswered' && passages.length > 0) {
    lines.push('', 'The nearest passages, which may not answer it:', nearestView(passages));
  }
  return lines.join('\n');
}

/** A follow-up is asked of one article, and so is what it does not say. */
function titleOf({ kind, context }: AskResult): string {
  if (kind === 'desk') return '';
  return kind === 'unanswered' && context !== undefined && context.guessed !== true
    ? `That article doesn't say.${aboutLine(context)}`
    : WITHOUT_ANSWER[kind];
}

function aboutLine(context: AskResult['context']): string {
  return context?.about == null ? '' : ` (about ${plainLine(context.about)})`;
}

function passageAround(answer: AnswerText, passages: readonly Passage[]): Passage | undefined {
  const ofArticle = passages.filter(({ articleId }) => articleId === answer.articleId);
  return (
    ofArticle.find(({ start, end }) => start <= answer.start && end >= answer.end) ?? ofArticle[0]
  );
}

function origin({ title, source, url, articleId }: Passage): string {
  return `${plainLine(title)}\n${plainLine(url ?? source)} (article ${articleId})`;
}

/** The passage with what answers strong and the words that answer underlined, under its headings. */
function quoted(answer: AnswerText, style: Style): string {
  const { heading, outline, text, bold, marked } = shownAnswer(answer);
  let position = 0;
  let quote = heading === '' ? '' : `${style.dim(plainLine(heading))}\n`;
  for (const { start, end } of bold) {
    quote += plain(text.slice(position, start));
    quote += style.strong(underlined(text, start, end, marked, style));
    position = end;
  }
  const sections = outline === '' ? '' : `\n${style.dim(`▸ ${plainLine(outline)}`)}`;
  return (quote + plain(text.slice(position))).trim() + sections;
}

function underlined(
  text: string,
  start: number,
  end: number,
  marked: readonly Span[],
  style: Style,
): string {
  let position = start;
  let shown = '';
  for (const mark of marked) {
    if (mark.start < position || mark.end > end) continue;
    shown += plain(text.slice(position, mark.start));
    shown += style.underline(plain(text.slice(mark.start, mark.end)));
    position = mark.end;
  }
  return shown + plain(text.slice(position, end));
}
