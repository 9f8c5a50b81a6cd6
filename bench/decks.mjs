/** Decks to measure with, the same at every run. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const words =
  'Бүгін аудан орталығында жаңа жобалар таныстырылды оған қатысушылар мен еріктілер көмек көрсетуді ұсынды келесі кезеңде өңірлік комиссия өтінімдерді қарап шешім қабылдайды содан кейін жеңімпаздар қаржы алып жұмысын бастайды'.split(
    ' ',
  )

/** A small generator of pseudo-random numbers, so that every run sees the same deck. */
export function random(seed) {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** Sentences of about `characters` characters. */
export function prose(next, characters) {
  let text = ''
  while (text.length < characters) {
    const length = 6 + Math.floor(next() * 10)
    const sentence = Array.from({ length }, () => words[Math.floor(next() * words.length)]).join(' ')
    text += `${text ? ' ' : ''}${sentence[0].toUpperCase()}${sentence.slice(1)}.`
  }
  return text.slice(0, characters)
}

/**
 * Writes a project with one deck of `slides` text slides and, if wanted, so many different pictures of 1,280x720: one on each
 * slide, or on `every` third. `name` is that of the deck's file.
 */
export async function makeProject(folder, { slides, characters, pictures = 0, every = 1, name = `bench-${slides}` }) {
  const next = random(slides)
  mkdirSync(join(folder, 'decks'), { recursive: true })
  mkdirSync(join(folder, 'static/img'), { recursive: true })
  for (let i = 0; i < pictures; i++) writeFileSync(join(folder, `static/img/picture-${i}.jpg`), await picture(next))
  const content = Array.from({ length: slides }, (_, i) => ({
    title: `Слайд ${i + 1}: ${prose(next, 24)}`,
    block: '2',
    img_path: pictures && i % every === 0 ? `/img/picture-${(i / every) % pictures}.jpg` : '',
    text: prose(next, characters),
  }))
  const deck = join(folder, `decks/${name}.json`)
  writeFileSync(deck, JSON.stringify({ name: `Bench ${slides}`, slide_max: slides, slide_now: 1, content }, null, 2))
  return deck
}

async function picture(next) {
  const { default: sharp } = await import('sharp')
  const noise = Buffer.from(Uint8Array.from({ length: 160 * 90 * 3 }, () => Math.floor(next() * 256)))
  return sharp(noise, { raw: { width: 160, height: 90, channels: 3 } })
    .resize(1280, 720)
    .jpeg({ quality: 82 })
    .toBuffer()
}
