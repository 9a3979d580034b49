import { expect, it } from 'vitest';
import { readHtml } from '../../src/articles/html.js';

const SAID = 'The roof of Kelby school is tight again after two years: Aldo Brisk finished it.';
const NONE = `<noframes><body><h1>Kelby School</h1><p>${SAID}</p></body></noframes>`;

it.each([
  [
    'in it',
    `<frameset cols="20%,80%"><frame src="menu.html"><frame src="main.html">${NONE}</frameset>`,
  ],
  ['after it', `<frameset rows="*"><frame src="main.html"></frameset>${NONE}`],
  [
    'in capitals, around others',
    `<FRAMESET ROWS="10%,*"><FRAME SRC=top.html><FRAMESET COLS="*,*"><FRAME SRC=a.html></FRAMESET><NOFRAMES><P>${SAID}</P></NOFRAMES></FRAMESET>`,
  ],
])('a page of frames is read by what it says without frames: %s', (_where, frames) => {
  const html = `<html><head><title>Kelby School</title></head>${frames}</html>`;
  expect(readHtml(html, { source: 'index.html' })).toMatchObject({
    title: 'Kelby School',
    text: SAID,
  });
});
