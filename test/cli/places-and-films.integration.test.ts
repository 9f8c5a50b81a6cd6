import { existsSync, readFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folder, runKorme } from './run-korme.ts'

/** Decks as people wrote them, with what failed; they are no part of the project, so they may be missing. */
const cases = join(import.meta.dirname, '../../../shared/cases')
const hasCases = existsSync(join(cases, '061-place-names/deck.json')) && existsSync(join(cases, '059-local-films'))
if (!hasCases) console.log(`No cases in ${cases}: tests of place names and films as people write them are skipped.`)

interface Finding {
  code: string
  severity: string
  slide?: number
  message: string
}

/** Checks a deck of a case, and returns its findings other than hints by what the slide says, with their sentences. */
async function check(name: string, deck: string, field: 'map' | 'video') {
  const cwd = await folder({})
  await cp(join(cases, name), join(cwd, name), { recursive: true })
  const { code, stdout } = await runKorme(join(cwd, name), ['check', deck, '--json'])
  const { content } = JSON.parse(readFileSync(join(cases, name, deck), 'utf8')) as {
    content: Record<string, unknown>[]
  }
  const { files } = JSON.parse(stdout) as { files: { findings: Finding[] }[] }
  const found = files[0]!.findings.filter(({ severity }) => severity !== 'info')
  const codes = Object.fromEntries(found.map((one) => [String(content[one.slide! - 1]![field]), one.code]))
  return { code, codes, messages: found.map(({ message }) => message) }
}

describe.skipIf(!hasCases)('names of places as people write them', () => {
  test('towns of today and of the past, abroad, with streets, or misspelt', async () => {
    const { code, codes, messages } = await check('061-place-names', 'deck.json', 'map')
    expect(codes).toEqual({
      'Есіл ауданы': 'map-place-ambiguous',
      'Абай ауданы': 'map-place-ambiguous',
      'г. Алматы, ул. Абая 10': 'map-place-approximate',
      'Астана, Мәңгілік Ел 55/17': 'map-place-approximate',
      Тарас: 'map-place-unknown',
      Жесказган: 'map-place-unknown',
      'Зайсан көлі': 'map-place-unknown',
      Шымбұлақ: 'map-place-unknown',
      Чарын: 'map-place-unknown',
    })
    expect(code).toBe(0)
    expect(messages.join('\n')).toMatch(/Есіл ауданы, Астана қаласы[\s\S]*Тараз[\s\S]*Жезқазған/)
  })

  test('districts, and towns of one name', async () => {
    const { code, codes } = await check('061-place-names', 'deck2.json', 'map')
    expect([code, codes]).toEqual([0, { 'Ауыл Ақсу': 'map-place-ambiguous', Ақсу: 'map-place-ambiguous' }])
  })

  test('several places, lists, contradictions', async () => {
    const three = await check('061-place-names', 'deck3.json', 'map')
    expect(three.codes).toEqual({
      'г. Алматы, ул. Абая 10': 'map-place-approximate',
      'Есіл ауданы': 'map-place-ambiguous',
    })
    const four = await check('061-place-names', 'deck4.json', 'map')
    expect(four.codes).toEqual({
      'Алматы, Абай даңғылы 10': 'map-place-approximate',
      'Шымкент, Тұран даңғылы 15, 3-қабат': 'map-place-approximate',
      'Семей, Шымкент облысы': 'map-places-contradict',
    })
    expect([three.code, four.code]).toEqual([0, 0])
  })
})

describe.skipIf(!hasCases)('films as they come from phones and old computers', () => {
  test.each(['deck.json', 'deck2.json'])('are found by bare names and paths, and told what to do: %s', async (deck) => {
    const { code, codes, messages } = await check('059-local-films', deck, 'video')
    const byName = Object.entries(codes).map(([path, one]) => [path.replace('/video/', ''), one])
    expect(Object.fromEntries(byName)).toEqual({
      'IMG_0012.MOV': 'video-codec-unplayable',
      'old.avi': 'video-format-unplayable',
      'old.wmv': 'video-format-unplayable',
      'song.mp3': 'video-sound-only',
      'sound.m4a': 'video-sound-only',
    })
    expect(code).toBe(0)
    expect(messages.every((message) => message.includes('ffmpeg '))).toBe(true)
  })
})
