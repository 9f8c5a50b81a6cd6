import { existsSync, readdirSync, readFileSync } from 'node:fs'

const seeds = new URL('../../../shared/seeds/', import.meta.url)

/** Whether the texts that are not part of the project lie beside it. */
export const hasSeeds = existsSync(seeds)

/** Strings that nobody tuned on: addresses, commands, compounds, quotations, units, mixed languages, emoji. */
export const heldOut = lines(new URL('../fixtures/fit/held-out.txt', import.meta.url))

/** The paragraphs of real texts, without what is not text. */
export function seedParagraphs(): string[] {
  const texts = readdirSync(seeds).filter((name) => name.endsWith('.txt') && !name.includes('.json'))
  return texts
    .flatMap((name) => lines(new URL(name, seeds)))
    .map((line) =>
      line
        .replace(/["{}\\]/g, ' ')
        .replace(/ +/g, ' ')
        .trim(),
    )
}

/** Paragraphs of real texts, their sentences, and short lines in capitals as titles have them. */
export function seedStrings(): string[] {
  const paragraphs = readdirSync(seeds).flatMap((name) => lines(new URL(name, seeds)))
  const sentences = paragraphs.flatMap((text) => text.split(/(?<=[.!?;]) (?=\p{Lu})/u))
  const titles = paragraphs.filter((text) => text.length < 120).map((text) => text.toLocaleUpperCase('kk'))
  return [...new Set([...paragraphs, ...sentences, ...titles])]
}

function lines(file: URL): string[] {
  return readFileSync(file, 'utf8')
    .normalize('NFC')
    .replace(/[\u00ad\u200b\ufeff\ue000-\uf8ff]/g, '')
    .split(/\r?\n/)
    .map((line) => line.replace(/[ \t\f]+/g, ' ').trim())
    .filter((line) => line !== '')
}
