import { expect, it } from 'vitest';
import { headline } from '../../src/articles/title.js';

it.each([
  'FOR IMMEDIATE RELEASE',
  'For Immediate Release:',
  'PRESS RELEASE - EMBARGOED UNTIL 3 MAY',
  'Press release no. 12/2026',
  'Embargoed until 3 May, 10 a.m.',
  'Media statement',
  'Comunicato stampa',
  'PRESSEINFORMATION',
  'SPERRFRIST: 12 Uhr\nPRESSEMITTEILUNG',
  'Communiqué de presse',
  'Nota de prensa',
  '*** PRESS RELEASE ***\nFor immediate release: 3 May 2026',
  '=== Media release ===',
  'FOR IMMEDIATE RELEASE\nContact: Joan Pell, 555 0101',
])('a headline is not what stands above that of a press release: %s', (line) => {
  const text = `${line}\n\nHarbour company opens night ferry\n\nIt runs from June.`;
  expect(headline(text)).toBe('Harbour company opens night ferry');
});

it.each([
  'Press release of the year',
  '*** Stars of the harbour ***',
  'Embargo on eels ends',
  'For release of the eels',
  'Nota de prensa de ayer',
  'Sperrfrist endet heute',
])('a headline may begin so: %s', (line) => {
  expect(headline(`${line}\n\nIt was read by all.`)).toBe(line);
});
