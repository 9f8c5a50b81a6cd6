import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkTypes, root } from './check-types.ts'

const contributing = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')
const library = readFileSync(join(root, 'docs/library.md'), 'utf8')

/** The TypeScript examples of CONTRIBUTING.md, by the path in their first line. */
const ofContributing = [...contributing.matchAll(/```ts\n\/\/ (\S+)\n([\s\S]*?)```/g)].map(
  ([, path, code]) => [join(root, path!), code!] as const,
)

/** The examples of docs/library.md, which are TypeScript too. */
const ofLibrary = [...library.matchAll(/```js\n([\s\S]*?)```/g)].map(
  ([, code], i) => [join(root, `test/docs/example-${i}.mts`), code!] as const,
)

test('the examples of CONTRIBUTING.md and docs/library.md compile', () => {
  expect(ofContributing).toHaveLength(contributing.match(/```ts\n/g)?.length ?? 0)
  expect(ofLibrary.length).toBeGreaterThan(5)
  const wrong = join(root, 'test/wrong.ts')
  const errors = checkTypes(
    new Map([...ofContributing, ...ofLibrary, [wrong, "import { parse } from '../src/parse/parse.ts'\nparse(1)\n"]]),
  )
  // Only the one that must not compile.
  expect(errors).toEqual([expect.stringContaining(wrong)])
})
