import { test } from 'vitest'
import { typeTogether } from '../serve/edit/type-words.ts'

test('two editors of one deck make 500 edits each and lose no word', () => typeTogether(500), 600_000)
