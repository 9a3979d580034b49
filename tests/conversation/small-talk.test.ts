import { describe, expect, it } from 'vitest';
import { smallTalk } from '../../src/conversation/small-talk.js';

describe('small talk', () => {
  it.each([
    ['hi', 'greeting', 'en'],
    ['Hello there!', 'greeting', 'en'],
    ['Thank you so much!', 'thanks', 'en'],
    ['great, thanks a lot', 'thanks', 'en'],
    ['bye', 'goodbye', 'en'],
    ['ok', 'ok', 'en'],
    ['lol nice', 'ok', 'en'],
    ['help', 'help', 'en'],
    ['What can you do?', 'abilities', 'en'],
    ['who are you?', 'self', 'en'],
    ['Are you a bot?', 'bot', 'en'],
    ['what articles do you have?', 'list', 'en'],
    ['Do you store my questions?', 'privacy', 'en'],
    ['How do I add an article?', 'adding', 'en'],
    ['Hallo!', 'greeting', 'de'],
    ['Vielen Dank', 'thanks', 'de'],
    ['Was kannst du?', 'abilities', 'de'],
    ['Speicherst du meine Fragen?', 'privacy', 'de'],
    ['Wie kann ich einen Artikel hinzufügen?', 'adding', 'de'],
    ['Bonjour', 'greeting', 'fr'],
    ['merci beaucoup', 'thanks', 'fr'],
    ['Qui es-tu ?', 'self', 'fr'],
    ['Quels articles as-tu ?', 'list', 'fr'],
    ['¡Hola!', 'greeting', 'es'],
    ['¿Qué puedes hacer?', 'abilities', 'es'],
    ['muchas gracias', 'thanks', 'es'],
    ['¿Eres un bot?', 'bot', 'es'],
    ['Привет!', 'greeting', 'ru'],
    ['Спасибо большое', 'thanks', 'ru'],
    ['Что ты умеешь?', 'abilities', 'ru'],
    ['до свидания', 'goodbye', 'ru'],
  ])('%s: %s in %s', (message, talk, language) => {
    expect(smallTalk(message)).toEqual({ talk, language });
  });

  it('takes an emoji for a nod', () => {
    expect(smallTalk('👍')).toEqual({ talk: 'ok', language: undefined });
  });

  it.each([
    'Who kept the lighthouse?',
    'What can the new bridge carry?',
    'Who made the first bridge?',
    'What do you know about Putin?',
    'help the engineers gave',
    'why?',
    'Kumsusan',
    'How do I add salt to the dough?',
    '???',
  ])('leaves %s alone', (message) => {
    expect(smallTalk(message)).toBeUndefined();
  });
});
