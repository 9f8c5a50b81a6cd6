import { describe, expect, onTestFinished, test } from 'vitest'
import { setCharacterKeys } from '../../../src/client/show/character-keys.ts'
import { keyBindings } from '../../../src/client/show/key-bindings.ts'
import { commandForKey, digitOf, type KeyInput } from '../../../src/client/show/keys.ts'

const key = (code: string, typed = '', more: Partial<KeyInput> = {}): KeyInput => ({
  code,
  key: typed,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
})
const command = (...args: Parameters<typeof key>) => commandForKey(key(...args))?.command ?? null

test.each([
  ['ArrowRight', '', 'next'],
  ['ArrowDown', '', 'next'],
  ['PageDown', '', 'next'],
  ['Space', ' ', 'next'],
  ['ArrowLeft', '', 'previous'],
  ['PageUp', '', 'previous'],
  ['Backspace', '', 'previous'],
  ['Home', '', 'first'],
  ['End', '', 'last'],
  ['Escape', '', 'overview'],
  ['F1', '', 'help'],
  ['Period', '.', 'black'],
])('%s asks for %s', (code, typed, wanted) => {
  expect(command(code, typed)).toBe(wanted)
})

test.each([
  ['KeyS', 's', 'ы', 'speaker'],
  ['KeyF', 'f', 'а', 'fullscreen'],
  ['KeyB', 'b', 'и', 'black'],
  ['KeyO', 'o', 'щ', 'overview'],
  ['KeyG', 'g', 'п', 'jump'],
  ['KeyN', 'n', 'т', 'next'],
  ['KeyP', 'p', 'з', 'previous'],
])('%s means the same on a Latin and on a Cyrillic keyboard', (code, latin, cyrillic, wanted) => {
  expect(command(code, latin)).toBe(wanted)
  expect(command(code, cyrillic)).toBe(wanted)
})

test('help is asked for by `?` wherever it stands, and by the place it has on a Latin keyboard', () => {
  expect(command('Slash', '?', { shiftKey: true })).toBe('help')
  expect(command('Digit7', '?', { shiftKey: true })).toBe('help')
  expect(command('Slash', ',', { shiftKey: true })).toBe('help')
  expect(command('Slash', '.')).toBe('black')
})

test('digits count by their place: those of a Kazakh keyboard give letters', () => {
  expect(commandForKey(key('Digit2', 'ә'))).toEqual({ command: 'jump', digit: '2' })
  expect(commandForKey(key('Digit7', '.'))).toEqual({ command: 'jump', digit: '7' })
  expect(commandForKey(key('Numpad0', '0'))).toEqual({ command: 'jump', digit: '0' })
  expect(digitOf({ code: 'F1' })).toBe('')
})

test('a number pad whose keys are arrows moves, and its Enter is Enter', () => {
  expect(command('Numpad4', 'ArrowLeft')).toBe('previous')
  expect(command('Numpad3', 'PageDown')).toBe('next')
  expect(command('NumpadEnter', 'Enter')).toBe('next')
  expect(command('Numpad4', '4')).toBe('jump')
  expect(command('Digit4', 'Dead')).toBe('jump')
})

test('keys with a modifier belong to the browser', () => {
  for (const modifier of ['ctrlKey', 'altKey', 'metaKey']) {
    expect(command('KeyS', 's', { [modifier]: true })).toBeNull()
    expect(command('ArrowLeft', '', { [modifier]: true })).toBeNull()
  }
  expect(command('KeyS', 'S', { shiftKey: true })).toBeNull()
  expect(command('Space', ' ', { shiftKey: true })).toBe('previous')
})

test('a remote control that sends a key without its place is understood', () => {
  expect(command('', 'PageDown')).toBe('next')
  expect(command('', 'b')).toBe('black')
  expect(command('', '.')).toBe('black')
  expect(command('', 'ы')).toBeNull()
})

test('with Ctrl or ⌘, search and undo replace those of the browser', () => {
  expect(command('KeyF', 'f', { ctrlKey: true })).toBe('search')
  expect(command('KeyZ', 'я', { metaKey: true })).toBe('undo')
  expect(command('KeyZ', 'Z', { metaKey: true, shiftKey: true })).toBeNull()
})

test('search is asked for by `/`, whichever key types it', () => {
  expect(command('Slash', '/')).toBe('search')
  expect(command('Digit7', '/', { shiftKey: true })).toBe('search')
})

describe('with the keys that type a character switched off', () => {
  const off = () => {
    setCharacterKeys(false)
    onTestFinished(() => setCharacterKeys(true))
  }

  test.each<[string, string, boolean]>([
    ...['B', 'C', 'D', 'F', 'G', 'I', 'L', 'N', 'O', 'P', 'R', 'S', 'V', 'W', 'X', 'Z'].flatMap(
      (letter): [string, string, boolean][] => [
        [`Key${letter}`, letter.toLowerCase(), false],
        [`Key${letter}`, letter, true],
      ],
    ),
    ['', 'b', false],
    ['Digit7', '7', false],
    ['Digit7', 'ә', false],
    ['Numpad3', '3', false],
    ['Period', '.', false],
    ['Slash', '/', false],
    ['Slash', '?', true],
    ['Digit7', '?', true],
    ['Slash', ',', true],
  ])('%s that types %s does nothing', (code, typed, shiftKey) => {
    off()
    expect(command(code, typed, { shiftKey })).toBeNull()
  })

  test('other keys, and those with a modifier, stay', () => {
    off()
    const places = ['ArrowRight', 'ArrowLeft', 'PageDown', 'PageUp', 'Home', 'End', 'Space', 'Enter', 'Backspace']
    for (const code of [...places, 'Escape', 'F1'])
      expect(command(code, code === 'Space' ? ' ' : code), code).not.toBeNull()
    expect(command('KeyF', 'f', { ctrlKey: true })).toBe('search')
    expect(command('KeyZ', 'я', { metaKey: true })).toBe('undo')
    expect(command('Space', ' ', { shiftKey: true })).toBe('previous')
  })

  test('no letter is missing above', () => {
    const names = Object.values(keyBindings).flatMap(({ keys, unlisted = [] }) => [...keys, ...unlisted])
    const letters = new Set(names.filter((name) => /^Key.$/.test(name)))
    expect(letters.size).toBe(18)
  })
})
