import { describe, expect, it } from 'vitest';
import { lackingFeatures, type LackingFeature } from '../../../src/answering/confidence/lacking.js';
import { askedFor } from '../../../src/answering/asked/question.js';
import { indexOfTitle } from '../../../src/retrieval/text-index.js';
import { passageOf, queryOf } from '../made.js';

function featuresOf(
  question: string,
  text: string,
  title = 'Orlau',
): Record<LackingFeature, number> {
  const query = queryOf(question);
  const { sentences } = passageOf(title, [text]);
  return lackingFeatures(query, askedFor(query.words), sentences, indexOfTitle(title));
}

describe('an answer', () => {
  it('lacks the role of whom is asked for, unless a heading says it', () => {
    const lacks = (question: string, text: string, title?: string): number =>
      featuresOf(question, text, title).lacksRole;
    expect(lacks('Who is the caretaker of the hall?', 'Ask Ida Lund at the gate.')).toBe(1);
    expect(lacks('Who is the caretaker of the hall?', 'Ida Lund is caretaker.')).toBe(0);
    expect(lacks('Who is the caretaker of the hall?', 'Ask Ida Lund.', 'Caretakers')).toBe(0);
    expect(lacks('Who is Ida Lund?', 'She opens the gate.')).toBe(0);
    expect(lacks('Who was responsible for the roof?', 'Ida Lund ordered it.')).toBe(0);
  });

  it('lacks who did it if only that it was done is said', () => {
    const lacks = (question: string, text: string): number => featuresOf(question, text).lacksAgent;
    expect(lacks('Who opened the dairy?', 'The dairy was first opened in 1933.')).toBe(1);
    expect(lacks('Who founded Osk Tools?', 'Founded in 1921, Osk Tools employs 640.')).toBe(1);
    expect(lacks('Who founded Osk Tools?', 'Osk Tools, founded in 1921, employs 640.')).toBe(1);
    expect(lacks('Who opened the dairy?', 'It was opened in 1933 by Ida Lund.')).toBe(0);
    expect(lacks('Who opened the dairy?', 'Ida Lund opened it.')).toBe(0);
    expect(lacks('Who founded Osk Tools?', 'Founded in 1921; the founder was a smith.')).toBe(0);
    expect(lacks('Who opened the dairy?', 'The dairy is run by Ida Lund.')).toBe(0);
    expect(lacks('Who was elected?', 'Ida Lund was elected.')).toBe(0);
    expect(lacks('Who gave the flag?', 'The flag was given to the town in 1902.')).toBe(1);
    expect(lacks('Who wrote the song?', 'The song was written in 1902.')).toBe(1);
    expect(lacks('Who sold the mill?', 'The mill was sold in 2015.')).toBe(1);
    expect(lacks('Who gave the flag?', 'The flag was given to the town by Ida Lund.')).toBe(0);
    expect(lacks('Who gave the flag?', 'Ida Lund gave it.')).toBe(0);
  });

  it('lacks why if only that it happened is said', () => {
    const lacks = (question: string, text: string): number => featuresOf(question, text).lacksCause;
    expect(lacks('Why was the brewery sold?', 'The brewery beside it was sold in 2015.')).toBe(1);
    expect(lacks('Why did the mill burn down?', 'The old mill burned down on 3 May 1890.')).toBe(1);
    expect(lacks('Why is the bridge closed?', 'The bridge is closed on Friday.')).toBe(1);
    expect(lacks('Why was the brewery sold?', 'It was sold to pay for a new roof.')).toBe(0);
    expect(lacks('Why is the bridge closed?', 'The bridge is closed: a ship hit its pier.')).toBe(
      0,
    );
    expect(lacks("Why can't I log in?", 'Your password has expired.')).toBe(0);
    expect(lacks('When was the brewery sold?', 'The brewery was sold in 2015.')).toBe(0);
  });

  it('lacks why if all else that is said came years later', () => {
    const lacks = (next: string): number => {
      const query = queryOf('Why was the creamery closed?');
      const { sentences } = passageOf('Orlau', ['The creamery was closed in 2009.', next]);
      const title = indexOfTitle('Orlau');
      return lackingFeatures(query, askedFor(query.words), sentences, title).lacksCause;
    };
    expect(lacks('In 2015 the mill burned down.')).toBe(1);
    expect(lacks('A baker took the hall in 2011.')).toBe(1);
    expect(lacks('In 2008 its roof had fallen in.')).toBe(0);
    expect(lacks('Milk was too dear.')).toBe(0);
  });

  it('is of another thing if it measures that', () => {
    const rivals = (question: string, text: string): number =>
      featuresOf(question, text).rivalMeasured;
    expect(rivals('How many litres of wine does it sell?', 'It sells 4 litres of beer.')).toBe(1);
    expect(rivals('How many tonnes of the butter?', 'It made 310 tonnes of cheese.')).toBe(1);
    expect(rivals('How many litres of beer does it sell?', 'It sells 4 litres of beer.')).toBe(0);
    expect(rivals('How many litres of beer?', 'Of its beer it sells 4 litres of the best.')).toBe(
      0,
    );
    expect(rivals('How many litres does it sell?', 'It sells 4 litres of beer.')).toBe(0);
  });

  it('lacks the second of a role if it has the first alone', () => {
    const lacks = (question: string, text: string, title?: string): number =>
      featuresOf(question, text, title).lacksSecond;
    expect(lacks('who is the vice chair', 'Chair: Ida Lund')).toBe(1);
    expect(lacks('Who is the assistant coach?', 'Ida Lund is coach.')).toBe(1);
    expect(lacks('who is the vice-chair?', 'Chair: Ida Lund')).toBe(1);
    expect(lacks('Who is the vice chair?', 'Ida Lund is deputy chair.')).toBe(0);
    expect(lacks('Who is the vice chair?', 'Ida Lund.', 'Vice chair')).toBe(0);
    expect(lacks('Who is the chair?', 'Vice chair: Ida Lund')).toBe(0);
    expect(lacks('Who is acting in it?', 'Ida Lund plays the queen.')).toBe(0);
  });

  it('lacks the name of something that has one of its own', () => {
    const lacks = (question: string, text: string): number => featuresOf(question, text).lacksName;
    expect(lacks('What is the guild called?', 'Anyone of level 40 may join.')).toBe(1);
    expect(lacks("what's the name of the dog", 'It sleeps by the stove.')).toBe(1);
    expect(lacks('What is the guild called?', 'We are the Night Herons.')).toBe(0);
    expect(lacks("what's the name of the dog", 'They call their dog Bruno.')).toBe(0);
    expect(lacks('What is the band called?', 'They are known as herons.')).toBe(0);
    expect(lacks('What is the process called?', 'It is photosynthesis.')).toBe(0);
  });

  it('lacks who has a role if it has the role and no name', () => {
    const lacks = (question: string, text: string): number =>
      featuresOf(question, text).lacksHolder;
    expect(lacks('Who is the secretary?', '6.1 Complaints go to the secretary.')).toBe(1);
    expect(lacks('who were the two assistants', 'On Tarn Plateau she had two assistants.')).toBe(1);
    expect(lacks("What was the vicar's name?", 'I saw the vicar at noon.')).toBe(1);
    expect(lacks('Who is the secretary?', 'The secretary, Ida Lund, replies.')).toBe(0);
    expect(lacks('Who is the coach?', 'I have been coach for a year.')).toBe(0);
    expect(lacks('Who is the captain?', 'The captain is elected in May.')).toBe(0);
    expect(lacks('Who is Ida Lund?', 'She wrote to the secretary.')).toBe(0);
    expect(lacks('Who was to blame for the two keepers?', 'The keepers left.')).toBe(0);
    expect(lacks('What does the secretary do?', 'The secretary replies.')).toBe(0);
  });

  it('lacks what is measured if it tells nothing of the sort', () => {
    const lacks = (question: string, text: string, title?: string): number =>
      featuresOf(question, text, title).lacksMeasure;
    expect(lacks('What is the top speed of the Bora?', 'Bora: 39 kg, 4 h 30.')).toBe(1);
    expect(lacks('How heavy is the Bora?', 'The Bora goes 40 km on a charge.')).toBe(1);
    expect(lacks("What's the temperature of the pool?", 'The pool opens at 7.')).toBe(1);
    expect(lacks('What is the top speed of the Bora?', 'The Bora does 80 km/h.')).toBe(0);
    expect(lacks('How heavy is the Bora?', 'The Bora: 39kg.')).toBe(0);
    expect(lacks('How heavy is the Bora?', 'The Bora: 39.', 'Weights')).toBe(0);
    expect(lacks('How hot is the pool?', 'The pool is kept at 28°.')).toBe(0);
    expect(lacks('How quickly must she reply?', 'She replies within 14 days.')).toBe(0);
    expect(lacks('What is the Bora?', 'The Bora is a bike.')).toBe(0);
  });

  it('tells of another deed if that is not the one asked about', () => {
    const rivals = (question: string, text: string): number => featuresOf(question, text).rivalDeed;
    expect(rivals('Who designed the bridge?', 'The tannery built the bridge in 1887.')).toBe(1);
    expect(rivals('who published the atlas', 'Ida Lund wrote the atlas.')).toBe(1);
    expect(rivals('Who was the hall repaired by?', 'Ida Lund owned the hall.')).toBe(1);
    expect(rivals('Who designed the bridge?', 'Its architect was Ida Lund, who built it.')).toBe(0);
    expect(rivals('Who owned the hall?', 'Ida Lund bought the hall and restored it.')).toBe(0);
    expect(rivals('Who designed the bridge?', 'Ida Lund gave it her name.')).toBe(0);
    expect(rivals('When was it designed?', 'It was built in 1887.')).toBe(0);
  });

  it('is of what will be if it is asked what was', () => {
    const lacks = (question: string, text: string): number => featuresOf(question, text).lacksPast;
    expect(lacks('When were the Owls in the final?', 'The Owls will be in the final.')).toBe(1);
    expect(lacks('how many came to it', 'Five will come.')).toBe(0);
    expect(lacks('When will the Owls play?', 'The Owls will play on Sunday.')).toBe(0);
    expect(lacks('When was the final?', 'It was on Sunday; the next will be in May.')).toBe(0);
  });

  it('lacks an order if it is asked who came before a name of several words', () => {
    const lacks = (text: string): number =>
      featuresOf('who was mayor before Ida Lund', text).lacksOrder;
    expect(lacks('Ida Lund is mayor.')).toBe(1);
    expect(lacks('Ida Lund succeeded Jon Berg as mayor.')).toBe(0);
  });

  it('lacks a death or a birth if it tells of something else in a life', () => {
    const lacks = (question: string, text: string, title?: string): number =>
      featuresOf(question, text, title).lacksLifeEvent;
    expect(lacks('When did Ida Lund die?', 'Ida Lund married in 1923.')).toBe(1);
    expect(lacks('when was Ida Lund born', 'Ida Lund moved to Osk in 1923.')).toBe(1);
    expect(lacks('where was Ida Lund born', 'Ida Lund of Osk built ships.')).toBe(0);
    expect(lacks('When did Ida Lund die?', 'She was killed in 1923.')).toBe(0);
    expect(
      lacks('When did Ida Lund die?', 'Ida Lund (2 May 1902 – 1 June 1979) built ships.'),
    ).toBe(0);
    expect(lacks('How did she die?', 'It was in 1979.', 'Illness and death')).toBe(0);
    const title = 'Jon Lund (1871–1938)';
    expect(lacks('When did Ida Lund die?', 'In 1898 he married Ida Lund.', title)).toBe(1);
    expect(lacks('When was she born?', 'Her birthday is on 2 May.')).toBe(0);
    expect(lacks('When did Ida Lund marry?', 'Ida Lund came to Osk in 1923.')).toBe(0);
  });

  it('lacks what somebody said if it tells what they did', () => {
    const lacks = (question: string, text: string): number =>
      featuresOf(question, text).lacksSpeech;
    expect(lacks('What did Ida Lund say after the game?', 'Ida Lund scored twice.')).toBe(1);
    expect(lacks('what has the mayor said about it', 'The mayor opened the bridge.')).toBe(1);
    expect(lacks('What did Ida Lund say?', 'Ida Lund called it a gift.')).toBe(0);
    expect(lacks('What did Ida Lund say?', '“A gift,” Ida Lund shouted.')).toBe(0);
    expect(lacks('What did the report say about it?', 'The bridge is sound.')).toBe(0);
    expect(lacks('What did Ida Lund do after the game?', 'Ida Lund went home.')).toBe(0);
  });

  it('lacks what somebody is asked for who does it', () => {
    const lacks = (question: string, text: string): number => featuresOf(question, text).lacksRole;
    expect(lacks('Who owns the hall?', 'Ask Ida Lund at the gate.')).toBe(1);
    expect(lacks('who owns the hall', 'Ida Lund owns it.')).toBe(0);
    // Misspelt, it is like nothing.
    expect(lacks('who ownz the hall', 'Ask Ida Lund at the gate.')).toBe(0);
    expect(lacks('Who will own the hall?', 'Ask Ida Lund at the gate.')).toBe(0);
  });

  it('is of other years if it tells what was in several', () => {
    const rivals = (question: string, text: string): number =>
      featuresOf(question, text).rivalYears;
    const text = 'It had 140 workers in 2005, after 210 in 1990.';
    expect(rivals('How many workers did it have in 1995?', text)).toBe(1);
    expect(rivals('What was paid in 2001?', 'In 2000 it was 3, and in 2002 it was 4.')).toBe(1);
    expect(rivals('How many workers did it have in 1990?', text)).toBe(0);
    expect(rivals('How many workers does it have?', text)).toBe(0);
    const under = (question: string, title: string): number =>
      featuresOf(question, 'A berth costs 39 crowns a night.', title).rivalYears;
    expect(under('What did a berth cost in 2022?', 'Dues at Cold Quay 2026')).toBe(1);
    expect(under('What does a berth cost in 2026?', 'Dues at Cold Quay 2026')).toBe(0);
    expect(under('What did a berth cost in 2022?', 'Dues at Cold Quay')).toBe(0);
    expect(rivals('How many did it have in 1995?', 'From 1990 to 2005 it had 140.')).toBe(0);
    expect(rivals('How many did it have in 1995?', 'In 1990 a strike began; it had 140.')).toBe(0);
  });

  it('is of another whose name begins alike', () => {
    const rivals = (question: string, text: string, title?: string): number =>
      featuresOf(question, text, title).namesake;
    const text = 'Halden Ropeworks, founded in 1904, makes rope.';
    expect(rivals('When was Halden Sailworks founded?', text)).toBe(1);
    expect(rivals('Who was Ada Hollis?', 'She met Ada Corvell in Varn.')).toBe(1);
    expect(rivals('When was Halden Ropeworks founded?', text)).toBe(0);
    expect(rivals('When was Halden Ropeworks Museum opened?', text)).toBe(0);
    expect(rivals('When did Ada Hollis come?', 'Ada came in May.')).toBe(0);
    expect(rivals('When did Ada Hollis come?', 'Ada Corvell came in May.', 'Hollis')).toBe(0);
    expect(rivals('When did President Lund come?', 'President Ida Lund came in May.')).toBe(0);
  });

  it('lacks what is to be counted, unless it can be told in another way', () => {
    const lacks = (question: string, text: string): number =>
      featuresOf(question, text).lacksCounted;
    expect(lacks('How many cars cross the bridge?', 'Buses 4 and 11 cross the bridge.')).toBe(1);
    expect(lacks('How many buses cross the bridge?', 'Buses 4 and 11 cross the bridge.')).toBe(0);
    expect(lacks('How many times did it open?', 'It opened twice.')).toBe(0);
    expect(lacks('How many people are in the guild?', 'There are 64 of us.')).toBe(0);
    expect(lacks('How many years did she lead it?', 'She led it from 1948 to 1967.')).toBe(0);
  });

  it('lacks what has the price that is asked for', () => {
    const lacks = (question: string): number =>
      featuresOf(question, 'Children get a dry cut for £12.', 'Barber').lacksPriced;
    expect(lacks('How much is the membership for children?')).toBe(1);
    expect(lacks('How much is a dry cut for a girl?')).toBe(0);
    expect(lacks('How much is it for a girl?')).toBe(0);
    expect(lacks('How much does a girl pay?')).toBe(0);
    // What something cost is told of "the work", too.
    expect(featuresOf('How much did the repairs cost?', 'The work cost £12.').lacksPriced).toBe(0);
    expect(lacks('the price of a cut')).toBe(0);
    expect(lacks('How much does a dry cut cost for children?')).toBe(0);
    const bridge = featuresOf('Cost of the bridge?', 'It cost 11 million.', 'The Osk Footbridge');
    expect(bridge.lacksPriced).toBe(0);
  });

  it('lacks what has the price if a row is of another kind of it', () => {
    const { sentences } = passageOf('Dice', ['Metal set | €65']);
    const row = sentences.map((one) => ({ ...one, kind: 'row' as const }));
    const lacks = (question: string): number => {
      const query = queryOf(question);
      return lackingFeatures(query, askedFor(query.words), row, indexOfTitle('Dice')).lacksPriced;
    };
    expect(lacks('How much is the wooden set?')).toBe(1);
    expect(lacks('How much is the metal set?')).toBe(0);
    expect(lacks('price of the metal dice set')).toBe(0);
    expect(lacks('How much does the board cost?')).toBe(1);
    expect(lacks('What do you charge for a board?')).toBe(1);
  });

  it('lacks an age if its numbers count something else', () => {
    const lacks = (text: string): number => featuresOf('How old is Ida Lund?', text).lacksAge;
    expect(lacks('Ida Lund needs six months and 25 minutes.')).toBe(1);
    expect(lacks('Ida Lund, a baker, came twice a year.')).toBe(1);
    expect(lacks('Ida Lund, 52, bakes.')).toBe(0);
    expect(lacks('You must be at least 16 to join.')).toBe(0);
    expect(lacks('Ida Lund was born in Osk.')).toBe(0);
    expect(lacks('The oak is 300 years of age.')).toBe(0);
  });

  it('lacks the past if only what is now is said', () => {
    const lacks = (text: string): number =>
      featuresOf('How much was a ticket last year?', text).lacksPast;
    expect(lacks('A ticket is €30.')).toBe(1);
    expect(lacks('A ticket is €30, €2 more than a year ago.')).toBe(0);
    expect(lacks('In 2024 a ticket was €28.')).toBe(0);
  });

  it('lacks who came before or after if only somebody is named', () => {
    const lacks = (text: string): number =>
      featuresOf('Who was mayor of Osk before Lund?', text).lacksOrder;
    expect(lacks('Mayor Ida Lund closed the bridge of Osk.')).toBe(1);
    expect(lacks('Ida Lund succeeded Ivo Lenz as mayor of Osk.')).toBe(0);
    expect(lacks('The former mayor of Osk, Ivo Lenz, came.')).toBe(0);
  });

  it.each([
    ['How much is garage 18?', 'The rent is €95.', 'Garage no. 17', 1],
    ['How much is garage 17?', 'The rent is €95.', 'Garage no. 17', 0],
    ['When is class 7a on its trip?', 'The trip is on 2 October.', 'Class 7b', 1],
    ['Who won season 3?', 'Ida Lund won season 2 and Ivo Lenz season 3.', 'Seasons', 0],
    ['When does season six start?', 'Season five starts in May.', 'Seasons', 1],
    ['When does season six start?', 'It starts in May.', 'Season 6', 0],
    ['How much does the Brisa K3 hold?', 'It holds 1.5 litres.', 'Brisa K2 kettle', 1],
    ['How much does the Brisa K2 hold?', 'It holds 1.5 litres.', 'Brisa K2 kettle', 0],
    ['Which one is open?', 'Those which 5 people rent are open.', 'Halls', 0],
    ['How often did the lift in Block A fail?', 'The lift in Block B failed twice.', 'Minutes', 1],
    ['How often did the lift in Block B fail?', 'The lift in Block B failed twice.', 'Minutes', 0],
    ['Who is in the block?', 'In Block B a family of five.', 'Minutes', 0],
    ['How much vitamin C is in it?', 'It has 5 mg of vitamin D.', 'Juice', 1],
    ['How much is it for 18 days?', 'It is €95 for 17 days.', 'Garage', 0],
  ])('of another number of the kind: “%s” of “%s”', (question, text, title, rival) => {
    expect(featuresOf(question, text, title).rivalLabel).toBe(rival);
  });

  it.each([
    ['When is the spring trip?', 'The autumn trip is on 2 October.', 1],
    ['When is the fall trip?', 'The autumn trip is on 2 October.', 0],
    ['What did her mum do?', 'Her father mended nets.', 1],
    ['What did her mum do?', 'Her father mended nets, her mother sold them.', 0],
    ['Where are the saves on a mac?', 'On Windows they are in Documents.', 1],
    ['Where are the saves on windows or linux?', 'On Windows they are in Documents.', 0],
    ['How much is it for kids?', 'Children pay €2, adults €4.', 0],
    ['What does a green light mean?', 'Red: a wheel is stuck.', 1],
    ['How long do male herons sit?', 'Female herons sit for a month.', 1],
    ['How long do male herons sit?', 'Male and female herons sit for a month.', 0],
    ['When is dinner?', 'Breakfast is from 7:00.', 1],
    ['Are cats allowed?', 'Dogs are allowed.', 1],
    ['How do I get there by train?', 'By car: leave the A 19 at exit 4.', 1],
  ])('of another thing of the kind: “%s” of “%s”', (question, text, rival) => {
    expect(featuresOf(question, text).rivalKind).toBe(rival);
  });
});
