import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkTypes, root } from './check-types.ts'

const contributing = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')

/** The TypeScript examples by the path in their first line. */
const examples = new Map(
  [...contributing.matchAll(/```ts\n\/\/ (\S+)\n([\s\S]*?)```/g)].map(([, path, code]) => [join(root, path!), code!]),
)

test('the examples of CONTRIBUTING.md compile', () => {
  expect(examples.size).toBe(contributing.match(/```ts\n/g)?.length)
  expect(checkTypes(examples)).toEqual([])
})

test('an example that does not compile is found', () => {
  const code = "import { parse } from '../src/parse/parse.ts'\nparse(1)\n"
  expect(checkTypes(new Map([[join(root, 'test/wrong.ts'), code]]))).toHaveLength(1)
})

test('every npm script that it names exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const named = [...contributing.matchAll(/npm run ([\w:]+)|`(verify:\w+)`/g)].map(([, run, verify]) => run ?? verify)
  expect(named.length).toBeGreaterThan(8)
  expect(named.filter((name) => !Object.hasOwn(scripts, name!))).toEqual([])
})
