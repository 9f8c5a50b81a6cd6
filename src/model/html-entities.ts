/** The characters of HTML that people meet in texts copied from web pages, by the name between `&` and `;`. */
const htmlEntities: Readonly<Record<string, string>> = {
  nbsp: '\u00A0',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  laquo: '«',
  raquo: '»',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  times: '×',
  divide: '÷',
  minus: '−',
  plusmn: '±',
  sect: '§',
  para: '¶',
  middot: '·',
  bull: '•',
  euro: '€',
  pound: '£',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
  sup1: '¹',
  sup2: '²',
  sup3: '³',
  shy: '',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  larr: '←',
  rarr: '→',
  uarr: '↑',
  darr: '↓',
  infin: '∞',
  ne: '≠',
  le: '≤',
  ge: '≥',
  asymp: '≈',
  acute: '´',
  permil: '‰',
  numero: '№',
}

/** Names of consecutive characters from a code point on. */
const inOrder: readonly (readonly [number, string])[] = [
  [0xc0, 'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml'],
  [0xd0, 'ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig'],
  [0xe0, 'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml'],
  [0xf0, 'eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'],
  [0x391, 'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho'],
  [0x3a3, 'Sigma Tau Upsilon Phi Chi Psi Omega'],
  [0x3b1, 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho'],
  [0x3c2, 'sigmaf sigma tau upsilon phi chi psi omega'],
]

/** The letters of HTML, whose names differ by capitals: `&Delta;` and `&delta;`. */
const letterEntities: ReadonlyMap<string, string> = new Map(
  inOrder.flatMap(([first, names]) =>
    names.split(' ').map((name, i): [string, string] => [name, String.fromCodePoint(first + i)]),
  ),
)

/** Returns the character of a name between `&` and `;`, which may be typed in capitals; null if it is none of them. */
export function characterOfEntity(name: string): string | null {
  const letter = letterEntities.get(name)
  if (letter !== undefined) return letter
  const lower = name.toLowerCase()
  return Object.hasOwn(htmlEntities, lower) ? htmlEntities[lower]! : null
}

/** The names of these characters as alternatives of a regular expression. */
export const entityNames = [...Object.keys(htmlEntities), ...letterEntities.keys()].join('|')
