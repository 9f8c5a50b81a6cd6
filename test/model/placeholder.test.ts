import { expect, test } from 'vitest'
import { isPlaceholder } from '../../src/model/placeholder.ts'

test.each([
  '???',
  '//static/img/???.png//',
  'img\\???.jpg',
  'xxx.png',
  'ХХХ',
  'TODO',
  'todo.jpg',
  '...',
  '…',
  '-',
  '—',
  '/img/.png',
  '<фото>',
  'нет',
  'жоқ',
  '/',
])('%j is a placeholder', (path) => expect(isPlaceholder(path)).toBe(true))

test.each([
  '',
  ' ',
  'a.png',
  '/img/logo.png',
  '//static/img/a.png//',
  'xx.png',
  'фото.jpg',
  'placeholder.png',
  'https://youtu.be/x-y_z',
  'https://rutube.ru/video/xxxx1/',
  '../a.png',
  '..',
  'что-то.png',
  'no.png',
  'Астана',
  '51.1, 71.4',
])('%j is a path', (path) => expect(isPlaceholder(path)).toBe(false))
