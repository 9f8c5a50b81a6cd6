import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const { dependencies, devDependencies, peerDependencies, peerDependenciesMeta } = packageJson

/** The packages that the bundle imports when it runs, of those in `package.json`. */
function importedPackages(): string[] {
  const names = readdirSync(join(root, 'build'), { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => /^(?:chunks\/)?[^/]+\.c?js$/.test(name))
  const code = files.map((name) => readFileSync(join(root, 'build', name), 'utf8')).join('\n')
  // After a quotation mark, it is a line of code that ajv would generate.
  const calls = /(?<!['"])(?:\brequire|\bimport|\bresolve|\((?:here|import\.meta\.url)\))\(["']([^"'\s]+)["']\)/
  const declarations = /\b(?:from|import) ?["']([^"'\s]+)["']/
  const imports = RegExp(`${calls.source}|${declarations.source}`, 'g')
  const specifiers = [...code.matchAll(imports)].map(([, called, declared]) => called ?? declared ?? '')
  const packages = new Set(specifiers.map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/')))
  return [...packages].filter((name) => name in dependencies || name in devDependencies).sort()
}

test('the bundle imports the dependencies of the package and its optional peers, and no development dependency', () => {
  const optional = Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional)
  expect(importedPackages()).toEqual([...Object.keys(dependencies), ...optional].sort())
})
