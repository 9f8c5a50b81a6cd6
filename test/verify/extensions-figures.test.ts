import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

interface Figures {
  code: Record<'files' | 'fileMedian' | 'fileLongest' | 'functions' | 'functionMedian' | 'functionLongest', number> & {
    exports: number
    documentedPercent: number
    undocumented: string[]
  }
  imports: Record<'folders' | 'imports' | 'importsBetweenFolders' | 'folderPairs' | 'fileCircles', number>
  changes: { change: string; edited: string[]; written: string[] }[]
}

async function figures(): Promise<Figures> {
  const { figuresOf } = await import(pathToFileURL(join(root, 'scripts/figures.mjs')).href)
  return figuresOf(root)
}

test('the figures of this tree agree with one another (npm run figures)', async () => {
  const { code, imports, changes } = await figures()
  expect(code.files).toBeGreaterThan(imports.folders)
  expect(code.fileMedian).toBeLessThanOrEqual(code.fileLongest)
  expect(code.functionLongest).toBeLessThanOrEqual(code.fileLongest)
  const documented = code.exports - code.undocumented.length
  expect(Math.round((1000 * documented) / code.exports)).toBe(Math.round(10 * code.documentedPercent))
  expect(imports.importsBetweenFolders).toBeLessThan(imports.imports)
  expect(imports.folderPairs).toBeLessThanOrEqual(imports.importsBetweenFolders)
  expect(imports.fileCircles).toBe(0)
  expect(changes).toHaveLength(12)
  for (const { change, edited, written } of changes) {
    const files = [...edited, ...written]
    expect(files.length, change).toBeGreaterThan(0)
    expect(new Set(files).size, change).toBe(files.length)
    expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([])
  }
})
