/** Writes the types of the library into one file, `build/index.d.ts`. `npm pack` and `npm publish` run it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateDtsBundle } from 'dts-bundle-generator'
import ts from 'typescript'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Writes a declaration for each file that the library uses. */
function emitDeclarations(outDir) {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (one) => fail([one]) }
  const emit = { noEmit: false, declaration: true, emitDeclarationOnly: true, rootDir: join(root, 'src'), outDir }
  const { fileNames, options } = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.json'), emit, host)
  const ambient = fileNames.filter((file) => file.startsWith(join(root, 'src')) && file.endsWith('.d.ts'))
  const program = ts.createProgram([join(root, 'src/index.ts'), ...ambient], options)
  const { diagnostics } = program.emit()
  fail([...ts.getPreEmitDiagnostics(program), ...diagnostics])
}

function fail(diagnostics) {
  if (diagnostics.length === 0) return
  const host = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => '\n' }
  throw new Error(ts.formatDiagnostics(diagnostics, host))
}

await mkdir(join(root, 'build'), { recursive: true })
const folder = await mkdtemp(join(root, 'build/declarations-'))
try {
  emitDeclarations(folder)
  const [declarations] = generateDtsBundle(
    [{ filePath: join(folder, 'index.d.ts'), output: { noBanner: true, exportReferencedTypes: false } }],
    { preferredConfigPath: join(root, 'tsconfig.json') },
  )
  await writeFile(join(root, 'build/index.d.ts'), declarations)
} finally {
  await rm(folder, { recursive: true, force: true })
}
