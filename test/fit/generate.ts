import type { FitRequest } from '../../src/model/fitted.ts'
import type { Paragraph, TextSpan } from '../../src/model/text.ts'
import type { TextStyle } from '../../src/model/theme.ts'
import { heldOut } from './corpus.ts'

/** A body text as the official theme sets it. */
export const body: TextStyle = {
  family: 'Golos Text',
  weight: 400,
  boldWeight: 600,
  italicWeight: 600,
  sizes: [40, 36, 32, 30, 28, 26, 24, 22],
  lineHeight: 1.4,
  letterSpacing: 0,
  maxLines: null,
  balance: false,
  gaps: { paragraph: 0.45, item: 0.3, beforeHeading: 0.85, afterHeading: 0.15 },
  indent: { text: 1.375, marker: 0.3125 },
  color: '#000',
}

export const box = { width: 1120, height: 520 }

export const span = (text: string): TextSpan => ({ text, bold: false, italic: false, href: null })

export const paragraph = (text: string, kind: Paragraph['kind'] = 'paragraph', marker = ''): Paragraph => ({
  kind,
  marker,
  spans: [span(text)],
})

export const request = (paragraphs: readonly Paragraph[], changes: Partial<FitRequest> = {}): FitRequest => ({
  paragraphs,
  style: body,
  first: box,
  next: box,
  pages: 'auto',
  lang: 'kk',
  ...changes,
})

/** Cyrillic letters that somebody typed in words of Latin letters, and what these are: such words are mended. */
const typed = 'асеорху'
const meant = 'aceopxy'
const inOneScript = (word: string) =>
  word.replace(/[a-zасеорху]+/gi, (run) =>
    /[a-z]/i.test(run) ? run.replace(/[асеорху]/g, (letter) => meant[typed.indexOf(letter)]!) : run,
  )

/** Words as prose has them: a dash at a line's start would be a list's, and a giant would not fit into a title. */
const words = heldOut
  .flatMap((text) => text.split(' '))
  .filter((word) => /^\p{L}[\p{L}\p{M}-]{0,19}$/u.test(word))
  .map(inOneScript)

/** Numbers between 0 and 1 that are the same on every run. */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** A text of sentences of 5 to 20 words, as long as asked for or a little more. */
export function prose(length: number, random: () => number): string {
  const pick = () => words[Math.floor(random() * words.length)]!.toLowerCase()
  let text = ''
  while (text.length < length) {
    const sentence = Array.from({ length: 5 + Math.floor(random() * 16) }, pick).join(' ')
    text += `${text === '' ? '' : ' '}${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
  }
  return text
}

/** The body of a slide: paragraphs, numbered headings with paragraphs, lists. Units: characters, roughly. */
export function slideText(length: number, random: () => number): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let left = length
  const add = (wanted: number, kind: Paragraph['kind'], marker = '') => {
    const text =
      kind === 'heading'
        ? prose(10, random)
            .slice(0, 80)
            .replace(/[. ]+$/, '')
        : prose(wanted, random)
    paragraphs.push(paragraph(text, kind, marker))
    left -= text.length
  }
  for (let number = 1; left > 0; number++) {
    const choice = random()
    if (choice < 0.3 && left > 200) add(0, 'heading', `${number}.`)
    if (choice < 0.6) add(Math.min(left, 60 + random() * 600), 'paragraph')
    else if (choice < 0.7) add(Math.min(left, 100 + random() * 200), 'numbered', `${number}.`)
    else for (let items = 2 + random() * 5; items > 0 && left > 0; items--) add(30 + random() * 170, 'item')
  }
  return paragraphs
}

/** Slides of 80 to 6,000 characters, short ones more often; 1.6 thousand on average. */
export function slides(count: number, seed = 7): Paragraph[][] {
  const random = randomNumbers(seed)
  return Array.from({ length: count }, () => slideText(80 + 5920 * random() * random() ** 0.95, random))
}
