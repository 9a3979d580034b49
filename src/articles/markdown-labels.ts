/** `[label]: address` and `[^label]: note`. */
const DEFINITION = /^ {0,3}\[([^[\]\\]{1,200})\]:/gm;
const LABEL = /\[([^[\]\\]{1,200})\]/g;

/** The labels that links and notes are defined by, as they are compared. */
export function definedLabels(markdown: string): Set<string> {
  return labels(markdown, DEFINITION);
}

/** All that may refer to a definition. */
export function labelsIn(markdown: string): Set<string> {
  return labels(markdown, LABEL);
}

/** A definition without words of its own, for a part of a file that has the true one elsewhere. */
export function definitionOf(label: string): string {
  return label.startsWith('^') ? `[${label}]:\n\n` : `[${label}]: <>\n\n`;
}

function labels(markdown: string, pattern: RegExp): Set<string> {
  return new Set(
    Array.from(markdown.matchAll(pattern), ([, label = '']) =>
      label.trim().replace(/\s+/g, ' ').toLowerCase(),
    ),
  );
}
