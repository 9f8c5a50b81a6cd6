import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { layoutCodes } from '../../src/model/deck.ts'

test('`block` accepts every layout by its number and its name, and the schema lists no other', () => {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../schemas/deck.schema.json'), 'utf8'))
  const listed: unknown[] = schema.definitions.layout.enum.filter(Boolean)
  const codes = Object.keys(layoutCodes)
  // "picture" is what people call the layout "image".
  const known = [...codes, ...codes.map(Number), ...Object.values(layoutCodes), 'picture']
  expect(new Set(listed)).toEqual(new Set(known))
})
