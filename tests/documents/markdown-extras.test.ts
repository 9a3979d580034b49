import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/articles/markdown.js';

function told(markdown: string): string[] {
  const { text, blocks } = readMarkdown(markdown);
  return blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

describe('details in Markdown', () => {
  it.each([
    [
      'around Markdown',
      '<details>\n<summary>Is it free?</summary>\n\nYes, all year.\n\n</details>',
    ],
    [
      'in HTML alone',
      '<DETAILS><SUMMARY class="q"><b>Is it free?</b></SUMMARY>Yes, all year.</DETAILS>',
    ],
  ])('stand under their summary, %s', (_how, details) => {
    expect(told(`# Help\n\n${details}\n`)).toEqual([
      'question: Is it free?',
      'paragraph: Yes, all year.',
    ]);
  });

  it('may be without an end', () => {
    expect(told('# Help\n\n<details><summary>Is it free?')).toEqual(['paragraph: Is it free?']);
  });
});

describe('a callout in Markdown', () => {
  it.each([
    ['> [!NOTE]\n> The gate is shut.', ['quote: Note: The gate is shut.']],
    ['> [!WARNING] The gate is shut.', ['quote: Warning: The gate is shut.']],
    ['> [!caution]\n>\n> The gate is shut.', ['quote: Caution: The gate is shut.']],
    ['> [!TIP]\n> - Take a rope.', ['quote: Tip:', 'item: Take a rope.']],
    ['> [!FAQ]- Is the gate shut?', ['quote: Is the gate shut?']],
  ])('says what it is: %s', (callout, blocks) => {
    expect(told(`# Help\n\n${callout}`)).toEqual(blocks);
  });
});
