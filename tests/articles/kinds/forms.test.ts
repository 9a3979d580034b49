import { describe, expect, it } from 'vitest';
import { readKind } from './read-kind.js';

const text = async (content: string | Uint8Array, name: string) =>
  (await readKind(content, name)).text;

describe('what marks say is read as words', () => {
  it.each([
    [
      'a callout of GitHub',
      '> [!CAUTION]\n> Never run the pump dry.',
      'Caution: Never run the pump dry.',
    ],
    ['one with a title', '> [!TIP] Oil\n> Use thin oil.', 'Tip: Oil\n\nUse thin oil.'],
    [
      'one that is folded',
      '> [!warning]- Hot pipe\n> Do not touch.',
      'Warning: Hot pipe\n\nDo not touch.',
    ],
    ['one with a title alone', '> [!NOTE] It needs oil.', 'Note: It needs oil.'],
    ['one of MkDocs', '!!! warning "Hot"\n    It is hot.', 'Warning: Hot\n\nIt is hot.'],
    ['one of Docusaurus', ':::danger\nDo not open it.\n:::', 'Danger: Do not open it.'],
    ['tasks', '- [x] Oil\n- [ ] Filter', '- [x] Oil\n- [ ] Filter'],
  ])('in Markdown: %s', async (_what, markdown, read) => {
    expect(await text(`# Pump\n\n${markdown}\n`, 'a.md')).toBe(read);
  });

  it('in AsciiDoc', async () => {
    const read = await text(
      '= Lune\n\nSee <<inst,install>>.\n\n[[inst]]\n== Install\n\nNOTE: It needs 40 MB.\n\n[WARNING]\n====\nDo not stop it.\n====\n\nPier:: A place for boats.\n',
      'a.adoc',
    );
    expect(read).toBe(
      'See install.\n\nInstall\n\nNote: It needs 40 MB.\n\nWarning: Do not stop it.\n\nPier: A place for boats.',
    );
  });

  it('in reStructuredText', async () => {
    const read = await text(
      'Lune\n====\n\nSee :ref:`install <inst>` and `the site <https://x.example>`_.\n\n.. note::\n   It needs 40 MB.\n\nTerm\n   What it means.\n',
      'a.rst',
    );
    expect(read).toBe('See install and the site.\n\nNote: It needs 40 MB.\n\nTerm: What it means.');
  });
});

describe('what somebody said over several cues is one sentence', () => {
  it('in WebVTT with voices and notes', async () => {
    const vtt =
      'WEBVTT\n\nNOTE by hand\n\n1\n00:00:01.000 --> 00:00:04.000 align:start\n<v Mara>The boathouse will be\n\n2\n00:00:04.000 --> 00:00:07.000\nopened on <i>3 June</i> by the mayor.\n\n3\n00:00:08.000 --> 00:00:10.000\n<v Jon>Who pays?\n';
    expect(await text(vtt, 'a.vtt')).toBe(
      'Mara: The boathouse will be opened on 3 June by the mayor.\n\nJon: Who pays?',
    );
  });

  it('in SubRip with dashes', async () => {
    const srt =
      '1\r\n00:00:01,000 --> 00:00:04,000\r\n- When does it open?\r\n- On 3 June, if\r\n\r\n2\r\n00:00:04,500 --> 00:00:07,000\r\nthe weather holds.\r\n';
    expect(await text(srt, 'a.srt')).toBe('When does it open?\n\nOn 3 June, if the weather holds.');
  });
});

it('a message is read without how its letters are written', async () => {
  const eml =
    'From: =?utf-8?Q?J=C3=B6rg_Lund?= <j@x.example>\r\nSubject: =?utf-8?B?QmVydGggbm8uIDEy?=\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe berth is free from 3 June=\r\n and costs 480 =E2=82=AC.\r\n\r\n-- \r\nHarbour office\r\n';
  expect(await readKind(eml, 'a.eml')).toMatchObject({
    title: 'Berth no. 12',
    author: 'Jörg Lund',
    text: 'The berth is free from 3 June and costs 480 €.',
  });
});

describe('letters are read though another encoding is declared', () => {
  const latin = (content: string) => Buffer.from(content, 'latin1');
  const WORDS =
    'Das Caf\xe9 \x84Zur M\xf6we\x93 \xf6ffnet am 3. Juni \x96 mit Kr\xe4nen f\xfcr 12 \x80.';

  it.each([
    [
      'a page that calls itself UTF-8',
      `<!doctype html><meta charset="utf-8"><p>${WORDS}</p>`,
      'a.html',
    ],
    ['XML that does', `<?xml version="1.0" encoding="UTF-8"?><n><p>${WORDS}</p></n>`, 'a.xml'],
    ['a text that says nothing', WORDS, 'a.txt'],
  ])('%s', async (_what, content, name) => {
    expect(await text(latin(content), name)).toBe(
      'Das Café „Zur Möwe“ öffnet am 3. Juni – mit Kränen für 12 €.',
    );
  });

  it('a page in UTF-8 with a mark that calls itself Latin-1', async () => {
    const html = '\ufeff<!doctype html><meta charset=iso-8859-1><p>Das Café „Möwe“ öffnet.</p>';
    expect(await text(html, 'a.html')).toBe('Das Café „Möwe“ öffnet.');
  });
});
