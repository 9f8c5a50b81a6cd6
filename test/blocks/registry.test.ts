import { expect, test } from 'vitest'
import { blockType, blockTypes, slideFields } from '../../src/blocks/registry.ts'
import type { Block } from '../../src/model/block.ts'
import { deckSchema } from '../../src/validate/schema.ts'
import { validate } from '../../src/validate/validate.ts'
import { source } from '../source.ts'

const definitions = deckSchema.definitions!
const schemaTypes = definitions
  .block!.oneOf!.map(({ $ref }) => definitions[$ref!.split('/').at(-1)!])
  .map((definition) => definition!.properties!.type!.const)

test('the registry has the types that the schema has, each under its own name', () => {
  expect(blockTypes.map(({ type }) => type).sort()).toEqual([...schemaTypes].sort())
  for (const type of blockTypes) expect(blockType(type.type)).toBe(type)
  expect(() => blockType('toString' as Block['type'])).toThrow('There is no block type "toString"')
})

test.each(slideFields)('a slide with nothing but "%s" is not empty', (field) => {
  const codes = (slide: object) =>
    validate(source(JSON.stringify({ content: [slide] }))).diagnostics.map(({ code }) => code)
  expect(Object.keys(definitions.slide!.properties!)).toContain(field)
  expect(codes({ [field]: 'Astana' })).not.toContain('slide-empty')
  expect(codes({ [field]: '' })).toContain('slide-empty')
})
