import { expect, test } from 'vitest'
import { parseParagraphs } from '../../src/typeset/parse-paragraphs.ts'

/** The kind and level of each line. */
const levels = (text: string) => parseParagraphs(text).map(({ kind, level }) => (kind === 'item' ? (level ?? 0) : kind))

test.each<[string, (string | number)[]]>([
  ['Басшы\n  Орынбасар\n    Үйлестіруші\n    Жаттықтырушы\n  Есепші', ['paragraph', 0, 1, 1, 0]],
  ['Директор\n\tЗаместитель\n\t\tОтдел\n\tБухгалтер', ['paragraph', 0, 1, 0]],
  ['Board\n    Office\n    Press\nAudit\n    Inspector', ['paragraph', 0, 0, 'paragraph', 0]],
  ['А\n\u00a0\u00a0Б\n\u00a0\u00a0В', ['paragraph', 0, 0]],
])('%j is an outline', (text, expected) => expect(levels(text)).toEqual(expected))

test.each([
  'Заголовок\n    Первый абзац начинается с отступа.\n    Второй тоже.',
  'Бірінші жол,\n  екінші жол,\nүшінші жол,\n  төртінші жол.',
  '  Бірінші\n  Екінші\n  Үшінші',
  'Бірінші\n  Екінші',
  'Бірінші\n Екінші\n Үшінші',
  `Тақырып\n  ${'ұзын сөйлем '.repeat(12)}соңы\n  қысқа`,
])('%j is none', (text) => expect(new Set(levels(text))).toEqual(new Set(['paragraph'])))
