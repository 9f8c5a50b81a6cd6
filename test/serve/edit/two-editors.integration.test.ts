import { test } from 'vitest'
import { typeTogether } from './type-words.ts'

test('two editors of one deck lose no word', () => typeTogether(40), 120_000)
