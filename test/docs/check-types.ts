import { join } from 'node:path'
import ts from 'typescript'

/** The folder of the project. */
export const root: string = join(import.meta.dirname, '../..')

/** Checks the types of files that exist only here, among those of the project, and returns the messages. */
export function checkTypes(files: ReadonlyMap<string, string>): string[] {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} }
  const { options, fileNames } = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.json'), {}, host)!
  const compilerOptions = { ...options, paths: { korme: [join(root, 'src/index.ts')] } }
  const compilerHost = ts.createCompilerHost(compilerOptions)
  const { readFile, fileExists, getSourceFile } = compilerHost
  compilerHost.readFile = (path) => files.get(path) ?? readFile(path)
  compilerHost.fileExists = (path) => files.has(path) || fileExists(path)
  compilerHost.getSourceFile = (path, ...more) => {
    const text = files.get(path)
    return text === undefined ? getSourceFile(path, ...more) : ts.createSourceFile(path, text, ts.ScriptTarget.ES2023)
  }
  const ambient = fileNames.filter((path) => path.endsWith('.d.ts'))
  const rootNames = [...files.keys(), ...ambient]
  const program = ts.createProgram({ rootNames, options: compilerOptions, host: compilerHost })
  return [...files.keys()].flatMap((path) => {
    const file = program.getSourceFile(path)
    const diagnostics = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
    return diagnostics.map(({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`)
  })
}
