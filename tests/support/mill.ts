import type { SampleFile } from './articles.js';

const PARTS = {
  wheel: 'The wheel of the mill lost two paddles in the flood of 1903, and a cooper made new ones.',
  race: 'Children from the school cleared the mill race of weeds, so that water reaches it again.',
  sluice: 'A mill needs a sluice: the one here is of oak, and is lifted by an iron screw each May.',
  hopper: 'Grain goes into the hopper on the top floor. It holds what the mill grinds in an hour.',
  stones: 'Two pairs of stones came by barge from France, the dearest things that a mill can buy.',
  floor: 'The floor of the mill was eaten by beetles, and sixty boards had to be laid anew.',
  stairs: 'Visitors climb the stairs one at a time, since the miller built them for thin men only.',
  granary:
    'Behind the mill stands a granary on stone feet, which keep the rats away from the wheat.',
  roof: 'Slate from Wales covers the roof; thatch would have burned when sparks flew from the mill.',
  miller:
    'Tobias Renn, the last miller, wrote down every sack, and his books lie in the parish hall.',
  bakery: 'Bread from flour of the mill is baked on Fridays, and it is gone before nine o’clock.',
  owners: 'Four families own the mill together and meet each autumn to share out what it costs.',
  trout: 'Trout live in the pond above the mill, where fishing has been forbidden since the war.',
};

/** An article of a passage for each part of a mill: more than a page of them. */
export const MILL: SampleFile = {
  name: 'mill.md',
  text: `# The mill of Odderby\n\n${Object.entries(PARTS)
    .map(([part, text]) => `## The ${part}\n\n${text}`)
    .join('\n\n')}\n`,
};
