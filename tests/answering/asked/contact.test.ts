import { describe, expect, it } from 'vitest';
import { lacksContact } from '../../../src/answering/asked/contact.js';

const lacks = (text: string, ...shown: string[]): boolean => lacksContact({ text }, shown);

describe('a phone number or an address that is asked for', () => {
  it('is lacked by a text that has none', () => {
    expect(lacks('phone number of the print shop?', 'Five people work here since 2016.')).toBe(
      true,
    );
    expect(lacks('What is the e-mail address of the school?', 'The office opens at 8.')).toBe(true);
    expect(lacks("what's the website of the club", 'The club meets on Monday.')).toBe(true);
  });

  it('is had by one that writes it', () => {
    expect(lacks('What is the phone number?', 'By phone, 0555 0142.')).toBe(false);
    expect(lacks('What is the phone number for that?', 'In an emergency call 112.')).toBe(false);
    expect(lacks('What is the e-mail address?', 'desk@marlpit.example')).toBe(false);
    expect(lacks('Which website is it on?', 'See emberforge.example for more.')).toBe(false);
  });

  it('is none if it is only spoken of', () => {
    expect(lacks('Does the phone number change?', 'Yes, in May.')).toBe(false);
    expect(lacks('Who answers the phone?', 'Wren does.')).toBe(false);
  });
});
