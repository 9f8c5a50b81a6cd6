import fc from 'fast-check'

/** One mistake: which tokens of a JSON text it befalls, and what becomes of them. `null`: the end of the file. */
interface Fault {
  fits: ((token: string, all: readonly string[], i: number) => boolean) | null
  change: (token: string) => string
}

/** Strings are one token, so that no fault hits a text by chance. */
export const tokens = (source: string): string[] =>
  source.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+|\s+/g) ?? []

/** Breaks a sound JSON text as hands do: each fault at a place of its own, chosen by its seed. */
export function breakText(source: string, plan: readonly (readonly [Fault, number])[]): string {
  const all = tokens(source)
  const broken = [...all]
  const hit = new Set<number>()
  for (const [{ fits, change }, seed] of plan) {
    const places = all.map((token, i) => (fits?.(token, all, i) ? i : -1)).filter((i) => i >= 0 && !hit.has(i))
    if (places.length === 0) continue
    const place = places[seed % places.length]!
    hit.add(place)
    broken[place] = change(all[place]!)
  }
  const atEnd = plan.filter(([{ fits }]) => !fits)
  return atEnd.reduce((text, [{ change }]) => change(text), broken.join(''))
}

const replacing = (fits: Fault['fits'], change: Fault['change']): Fault => ({ fits, change })
const ending = (change: Fault['change']): Fault => ({ fits: null, change })

const nextSolid = (all: readonly string[], i: number) => all.slice(i + 1).find((token) => token.trim() !== '')
const isString = (token: string) => token.startsWith('"')
const isKey = (token: string, all: readonly string[], i: number) => isString(token) && nextSolid(all, i) === ':'
const quotedBy = (open: string, close: string) => (token: string) => `${open}${token.slice(1, -1)}${close}`
const free =
  (...signs: string[]) =>
  (token: string) =>
    isString(token) && !signs.some((sign) => token.includes(sign))

/** Every kind of mistake that can be mended, each at a random place. */
export const faults = fc.constantFrom<Fault>(
  replacing(
    (token) => token === ',',
    () => '',
  ),
  replacing(
    (token) => token === ',',
    () => ' ',
  ),
  replacing(
    (token) => token === ',',
    () => '\n',
  ),
  replacing(
    (token) => token === ',',
    () => ',,',
  ),
  replacing(
    (token) => token === ',',
    () => ';',
  ),
  replacing(
    (token) => token === '}' || token === ']',
    (token) => `,${token}`,
  ),
  replacing(
    (token) => token === '}' || token === ']',
    (token) => `/* a, "b": */${token}`,
  ),
  replacing(
    (token) => token === ',',
    () => ', // "c": [\n',
  ),
  replacing(
    (token) => token === '{',
    () => '{\n# жоспар }\n',
  ),
  replacing(
    (token) => token.includes('\\n'),
    (token) => token.replaceAll('\\n', '\n'),
  ),
  replacing(
    (token) => token.includes('\\"'),
    (token) => token.replaceAll('\\"', '"'),
  ),
  replacing(isKey, (token) => token.slice(1, -1)),
  replacing(free('“', '”', '\\"'), quotedBy('“', '”')),
  replacing(free('«', '»'), quotedBy('«', '»')),
  replacing(free("'"), quotedBy("'", "'")),
  replacing(free('«', '»', "'"), (token) => `„${token.slice(1, -1)}“`),
  replacing(
    (token) => token === ':',
    () => '\u00A0:\u200B',
  ),
  ending((source) => source.replace(/\s*[}\]]\s*$/, '')),
  ending((source) => source.replace(/(?:\s*[}\]]){1,3}\s*$/, '')),
  ending((source) => `${source}}`),
  ending((source) => `${source};`),
)
