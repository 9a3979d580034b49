/**
 * Lines that pages carry around their articles. A whole line must match, so prose never does. No
 * line can be read by a pattern in two ways: one that could took time without end.
 */
const LINES: readonly RegExp[] = [
  /^\d*\s*comments?\s*:?$/i,
  /^(?:post|leave|add|write) (?:a|your) (?:comment|reply)\b.{0,20}$/i,
  /^(?:no|be the first to) comments?(?: yet)?\.?$/i,
  /^(?:(?:share|tweet|e-?mail|print|save|copy link|facebook|twitter|x|whatsapp|linkedin|reddit|telegram|pinterest|pin it|messenger|flipboard)(?: (?:this|on|via|to|article|story|link)){0,3}[\s|,·•/]*)+:?$/i,
  /^(?:this (?:site|website) uses|we use) cookies\b.{0,240}$/i,
  /^(?:accept|reject|manage|allow)(?: all)? (?:cookies|preferences|choices)\.?$/i,
  /^(?:advertisement|advertising|sponsored(?: content)?|promoted|story continues below.{0,30}|article continues .{0,40})$/i,
  /^(?:read more|read also|also read|see also|more on this|related(?: articles?| stories| topics| posts| news)?|recommended|most (?:read|popular|viewed)|you may also like|trending(?: now)?|up next|don't miss)\s*(?::.{0,140})?$/i,
  /^more from [^:\n]{1,40}(?::.{0,140})?$/i,
  /^(?:©|\(c\)|copyright\b).{0,120}$/i,
  /^all rights reserved\.?$/i,
  /^(?:newer|older) posts?$|^home$|^back to top$|^skip to (?:main )?content$|^(?:previous|next)(?: (?:article|post|story|page))?$/i,
  /^(?:getty images|image source|photo(?:graph)?(?: credit)?|credit)\s*[:/].{0,80}$/i,
  /^\d+ (?:min(?:ute)?s? read|shares?|views?|likes?)$/i,
  /^(?:\d+ (?:people|readers?|users?|persons?) (?:found|thought|have found) (?:this|it)(?: \w+)? (?:helpful|useful)|was this (?:page|article|answer|post|review) (?:helpful|useful)\?)(?: yes\b.{0,20})?\.?$/i,
  /^for (?:immediate )?release:?$/i,
  // Signs that part what is above from what is below, and those that end a press release.
  /^[-–—~*#=_•·\s]+$/,
  /^(?:ENDS?|ENDE|FIN)$/,
  /^[-–—~*#(][-–—~*#\s]{0,9}(?:end[es]?|fin)[-–—~*#\s]{0,9}[-–—~*#)]$/i,
  /^[-–—~*#]{1,9}\s?30\s?[-–—~*#]{1,9}$/,
];

/** An invitation is one by what it is to: "Sign up now" is, "Sign up to nothing" is not. */
const INVITES = /^(?:sign up|subscribe|sign in|log in|register)\b/i;
const INVITED_TO = /\b(?:newsletters?|inbox|account|updates|free|now|here)\b/i;
const LONGEST_INVITATION = 80;

/** Whether a line is a page's furniture: comment counts, share bars, cookie notices and the like. */
export function isBoilerplate(line: string): boolean {
  const trimmed = line.trim();
  if (trimmed.length > 260) return false;
  return isInvitation(trimmed) || LINES.some((pattern) => pattern.test(trimmed));
}

function isInvitation(line: string): boolean {
  const invites = INVITES.exec(line)?.[0];
  if (invites === undefined || line.includes('\n')) return false;
  const rest = line.slice(invites.length);
  return rest === '' || (rest.length <= LONGEST_INVITATION && INVITED_TO.test(rest));
}
