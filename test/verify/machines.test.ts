import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { engines } from '../../package.json'
import { bin } from '../cli/run-korme.ts'
import { childEnvironment } from '../support/child-environment.ts'

const folder = mkdtempSync(join(tmpdir(), 'korme-machines-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const needed = engines.node.replace('>=', '')

/** Runs the program with a Node of npm's package `node`. */
function runOn(version: string, args: readonly string[]) {
  const { PATH = '', HOME = '' } = process.env
  const npm = ['exec', '--yes', '--silent', `--package=node@${version}`, '--', 'node', bin, ...args]
  return spawnSync('npm', npm, { env: childEnvironment({ PATH, HOME }), encoding: 'utf8', cwd: join(bin, '../..') })
}

test.each(['12', '14', '16', '18', '20.18'])('on Node %s every command says which version is needed', (version) => {
  for (const args of [['doctor'], ['build'], ['--version'], ['check', '--messages', 'kk']]) {
    const { status, stdout, stderr } = runOn(version, args)
    expect([status, stdout]).toEqual([3, ''])
    expect(stderr).toMatch(args.includes('kk') ? /Node\.js .* керек/ : `Korme needs Node.js ${needed} or newer`)
    expect(stderr.trimEnd()).not.toContain('\n')
  }
})

test.each(['20.19', '21', '22.11', '24', 'latest'])('on Node %s the decks become HTML and PDF', (version) => {
  const out = join(folder, version)
  const { status, stderr } = runOn(version, ['build', '--pdf', '--out', out])
  expect([status, stderr.includes('\n    at ')]).toEqual([0, false])
  expect(readdirSync(out).filter((name) => name.endsWith('.pdf'))).toHaveLength(3)
})
