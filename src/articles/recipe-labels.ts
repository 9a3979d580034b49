import { nameOf } from './extract.js';

/** What the parts of a recipe or a guide are called in a language. */
export interface Labels {
  readonly language: string;
  readonly ingredients: string;
  readonly supplies: string;
  readonly tools: string;
  readonly steps: string;
  readonly yield: string;
  /** The names of times in JSON-LD, and what they are called. */
  readonly times: readonly (readonly [string, string])[];
  readonly start: string;
  readonly end: string;
  readonly where: string;
  readonly price: string;
}

const TIMES = ['prepTime', 'cookTime', 'totalTime'] as const;

function labels(language: string, names: readonly string[], times: readonly string[]): Labels {
  const [ingredients = '', supplies = '', tools = '', steps = '', made = '', ...event] = names;
  const [start = '', end = '', where = '', price = ''] = event;
  return {
    language,
    ...{ ingredients, supplies, tools, steps, yield: made, start, end, where, price },
    times: TIMES.map((key, index) => [key, times[index] ?? '']),
  };
}

const ENGLISH = labels(
  'en',
  [
    'Ingredients',
    'What you need',
    'Tools',
    'Instructions',
    'Makes',
    'Begins',
    'Ends',
    'Where',
    'Price',
  ],
  ['Preparation time', 'Cooking time', 'Total time'],
);
const OTHERS: readonly Labels[] = [
  labels(
    'de',
    ['Zutaten', 'Material', 'Werkzeug', 'Zubereitung', 'Menge', 'Beginn', 'Ende', 'Ort', 'Preis'],
    ['Vorbereitungszeit', 'Kochzeit', 'Gesamtzeit'],
  ),
  labels(
    'fr',
    [
      'Ingrédients',
      'Matériel',
      'Outils',
      'Préparation',
      'Quantité',
      'Début',
      'Fin',
      'Lieu',
      'Prix',
    ],
    ['Temps de préparation', 'Temps de cuisson', 'Temps total'],
  ),
  labels(
    'es',
    [
      'Ingredientes',
      'Material',
      'Herramientas',
      'Preparación',
      'Cantidad',
      'Comienzo',
      'Fin',
      'Lugar',
      'Precio',
    ],
    ['Tiempo de preparación', 'Tiempo de cocción', 'Tiempo total'],
  ),
  labels(
    'it',
    [
      'Ingredienti',
      'Materiale',
      'Attrezzi',
      'Preparazione',
      'Quantità',
      'Inizio',
      'Fine',
      'Luogo',
      'Prezzo',
    ],
    ['Tempo di preparazione', 'Tempo di cottura', 'Tempo totale'],
  ),
];

/** Of a language without labels English ones, which its questions don't ask for. */
export function labelsFor(language: string | undefined): Labels {
  const name = language?.split('-', 1)[0]?.toLowerCase();
  return OTHERS.find((each) => each.language === name) ?? ENGLISH;
}

const UNITS = ['day', 'hour', 'minute'] as const;

/** An ISO 8601 duration in words: `PT1H30M` is "1 hour 30 minutes". */
export function measureOf(value: unknown, { language }: Labels): string | undefined {
  const [, ...amounts] =
    /^P(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,4})M)?(?:\d+S)?)?$/i.exec(nameOf(value) ?? '') ??
    [];
  const words = UNITS.flatMap((unit, index) => {
    const amount = Number(amounts[index] ?? 0);
    const format = { style: 'unit', unit, unitDisplay: 'long' } as const;
    return amount === 0 ? [] : [new Intl.NumberFormat(language, format).format(amount)];
  });
  return words.length === 0 ? undefined : words.join(' ');
}
