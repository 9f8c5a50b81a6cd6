/** `npm run verify:properties`: all property tests with many more cases and a seed of their own, which is printed. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const seed = process.env.PROPERTY_SEED ?? String(Date.now() % 2 ** 31)
const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && !file.startsWith('verify'))
  .map((file) => join('test', file).replaceAll('\\', '/'))
  .filter((file) => readFileSync(join(root, file), 'utf8').includes("from 'fast-check'"))

console.log(
  `${files.length} files with the seed ${seed}. The same again: PROPERTY_SEED=${seed} npm run verify:properties`,
)
const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...files], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PROPERTY_SEED: seed },
})
process.exit(status ?? 1)
