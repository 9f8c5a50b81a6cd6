/** An angle, and the axis that a letter or a word gives it. Units: degrees. */
export interface Angle {
  degrees: number
  axis: 'lat' | 'lng' | null
}

/** Longer texts are no coordinates. */
const longest = 200

/** The letters and words of hemispheres in English, Russian and Kazakh: the axis, and the sign. */
const hemispheres: Readonly<Record<string, { axis: 'lat' | 'lng'; sign: 1 | -1 }>> = {
  n: { axis: 'lat', sign: 1 },
  s: { axis: 'lat', sign: -1 },
  e: { axis: 'lng', sign: 1 },
  w: { axis: 'lng', sign: -1 },
  сш: { axis: 'lat', sign: 1 },
  юш: { axis: 'lat', sign: -1 },
  вд: { axis: 'lng', sign: 1 },
  зд: { axis: 'lng', sign: -1 },
  north: { axis: 'lat', sign: 1 },
  south: { axis: 'lat', sign: -1 },
  east: { axis: 'lng', sign: 1 },
  west: { axis: 'lng', sign: -1 },
  // Kazakh: солтүстік ендік, оңтүстік ендік, шығыс бойлық, батыс бойлық.
  се: { axis: 'lat', sign: 1 },
  ое: { axis: 'lat', sign: -1 },
  шб: { axis: 'lng', sign: 1 },
  бб: { axis: 'lng', sign: -1 },
}

/** Words for the axes. */
const axes: Readonly<Record<string, 'lat' | 'lng'>> = {
  lat: 'lat',
  latitude: 'lat',
  широта: 'lat',
  ендік: 'lat',
  lon: 'lng',
  lng: 'lng',
  long: 'lng',
  longitude: 'lng',
  долгота: 'lng',
  бойлық: 'lng',
}

const tokens: Readonly<Record<'space' | 'number' | 'degree' | 'minute' | 'second' | 'word' | 'mark', RegExp>> = {
  space: /\s+/y,
  number: /[+-]?\d{1,3}(?:[.,]\d+)?(?!\d)/y,
  degree: /°|º|град\.?|deg(?![a-z])/iy,
  second: /''|′′|’’|["″”“]/y,
  minute: /['′’‘ʹ]/y,
  word: /\p{L}+/uy,
  mark: /[,;/|():=.]/y,
}

interface Token {
  kind: keyof typeof tokens
  text: string
}

/** Splits a text into numbers, signs and words; null if there is anything else. */
function tokenize(text: string): Token[] | null {
  const found: Token[] = []
  for (let at = 0; at < text.length; ) {
    const kind = (Object.keys(tokens) as Token['kind'][]).find((one) => {
      tokens[one].lastIndex = at
      return tokens[one].test(text)
    })
    if (!kind) return null
    const end = tokens[kind].lastIndex
    if (kind !== 'space') found.push({ kind, text: text.slice(at, end) })
    at = end
  }
  return found
}

/** What is said next to an angle: a hemisphere or an axis. */
interface Hint {
  axis: 'lat' | 'lng'
  sign: 1 | -1
}

/**
 * Parses a pair of angles: decimal or with minutes and seconds, with letters of hemispheres or words for the axes before
 * or after each. `named`: at least one has such a letter or word. Null if the text is anything else.
 */
export function parseAngles(text: string): { angles: [Angle, Angle]; named: boolean } | null {
  if (text.length > longest || !/\d/.test(text)) return null
  const list = tokenize(text.trim())
  if (!list) return null
  const found: { degrees: number; before: Hint | null; after: Hint | null; units: string }[] = []
  let leading: Hint | null = null
  for (let i = 0; i < list.length; ) {
    const token = list[i]!
    const last = found.at(-1)
    if (token.kind === 'number') {
      if (found.length === 2) return null
      const angle = readAngle(list, i)
      if (!angle) return null
      found.push({ degrees: angle.degrees, units: angle.units, before: leading, after: null })
      leading = null
      i = angle.next
    } else if (token.kind === 'word') {
      const hint = readHint(list, i)
      if (!hint) return null
      i = hint.next
      // After the first angle, a letter belongs to it, unless that has one before it.
      if (last && !last.before && !last.after && !hint.leads) last.after = hint
      else if (found.length < 2 && !leading) leading = hint
      else return null
    } else if (token.kind === 'mark') i++
    else return null
  }
  const [one, two] = found
  if (!one || !two || leading) return null
  const [first, second] = [one.before ?? one.after, two.before ?? two.after]
  return {
    angles: [
      { degrees: one.degrees * (first?.sign ?? 1), axis: first?.axis ?? null },
      { degrees: two.degrees * (second?.sign ?? 1), axis: second?.axis ?? null },
    ],
    named: first !== null || second !== null,
  }
}

/** Reads degrees, and the minutes and seconds behind them. */
function readAngle(list: readonly Token[], at: number): { degrees: number; units: string; next: number } | null {
  const whole = toNumber(list[at]!.text)
  if (list[at + 1]?.kind !== 'degree') return { degrees: whole, units: '', next: at + 1 }
  let [next, parts] = [at + 2, 0]
  for (const [unit, share] of [
    ['minute', 60],
    ['second', 3600],
  ] as const) {
    if (list[next]?.kind !== 'number' || list[next + 1]?.kind !== unit) continue
    parts += toNumber(list[next]!.text) / share
    next += 2
  }
  return { degrees: (whole < 0 || Object.is(whole, -0) ? -1 : 1) * (Math.abs(whole) + parts), units: '°', next }
}

const toNumber = (text: string): number => Number(text.replace(',', '.'))

/** Reads a hemisphere (`N`, `с. ш.`) or an axis (`lat:`). `leads`: it stands before its angle. */
function readHint(list: readonly Token[], at: number): (Hint & { next: number; leads: boolean }) | null {
  const word = list[at]!.text.toLowerCase()
  const axis = axes[word]
  if (axis) return { axis, sign: 1, next: at + 1, leads: true }
  const own = hemispheres[word]
  if (own) return { ...own, next: at + 1, leads: false }
  const second = list[at + 1]?.text === '.' ? at + 2 : at + 1
  const both = list[second]?.kind === 'word' ? hemispheres[word + list[second].text.toLowerCase()] : undefined
  return both ? { ...both, next: second + 1, leads: false } : null
}
