import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const contributing = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')

/** The TypeScript examples of a text by the path in their first line. */
function examplesIn(text: string): Map<string, string> {
  const blocks = [...text.matchAll(/```ts\n\/\/ (\S+)\n([\s\S]*?)```/g)]
  return new Map(blocks.map(([, path, code]) => [join(root, path!), code!]))
}

/** Checks the types of files that exist only here, among those of the project. */
function checkTypes(examples: ReadonlyMap<string, string>): string[] {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} }
  const { options, fileNames } = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.json'), {}, host)!
  const compilerHost = ts.createCompilerHost(options)
  const { readFile, fileExists, getSourceFile } = compilerHost
  compilerHost.readFile = (path) => examples.get(path) ?? readFile(path)
  compilerHost.fileExists = (path) => examples.has(path) || fileExists(path)
  compilerHost.getSourceFile = (path, ...more) => {
    const text = examples.get(path)
    return text === undefined ? getSourceFile(path, ...more) : ts.createSourceFile(path, text, ts.ScriptTarget.ES2023)
  }
  const ambient = fileNames.filter((path) => path.endsWith('.d.ts'))
  const program = ts.createProgram({ rootNames: [...examples.keys(), ...ambient], options, host: compilerHost })
  return [...examples.keys()].flatMap((path) => {
    const file = program.getSourceFile(path)
    const diagnostics = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
    return diagnostics.map(({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`)
  })
}

test('the examples of CONTRIBUTING.md compile', () => {
  const examples = examplesIn(contributing)
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
