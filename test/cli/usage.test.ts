import { describe, expect, test } from 'vitest'
import { loadMessages } from '../../src/languages/languages.ts'
import { commandNames } from '../../src/model/command.ts'
import { langs } from '../../src/model/lang.ts'
import { folder, runKorme, soundDeck } from './run-korme.ts'

const cwd = process.cwd()

test.each([[], ['--help'], ['-h'], ['help']])('help lists every command (%s)', async (...args) => {
  const { code, stdout, stderr } = await runKorme(cwd, args.filter(Boolean))
  expect([code, stderr]).toEqual([0, ''])
  for (const name of ['build', 'check', 'new', 'themes', 'doctor', 'help'])
    expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'))
})

describe.each(['build', 'check', 'new', 'themes', 'doctor', 'help'])('korme %s --help', (name) => {
  test('has an example in every language, no two alike', async () => {
    const said = await Promise.all(langs.map((lang) => runKorme(cwd, [name, '--help', '--messages', lang])))
    for (const { code, stdout, stderr } of said) {
      expect([code, stderr]).toEqual([0, ''])
      expect(stdout.split(`npx korme ${name}`).length).toBeGreaterThanOrEqual(3)
      for (const line of stdout.split('\n')) expect([...line].length).toBeLessThanOrEqual(100)
    }
    expect(new Set(said.map(({ stdout }) => stdout)).size).toBe(3)
  })

  test('is what `korme help` shows', async () => {
    const [one, other] = await Promise.all([runKorme(cwd, [name, '-h']), runKorme(cwd, ['help', name])])
    expect(one).toEqual(other)
  })
})

test.each<[string[], RegExp]>([
  [['chekc'], /"check"/],
  [['bild'], /"build"/],
  [['doc'], /"doctor"/],
  [['срусл'], /"check"/],
  [['decks/a.json'], /"check decks\/a\.json"/],
  [['zzzzzz'], /build, pdf, handout, check, new, themes, doctor, relay, worker, jobs, or help/],
  [['help', 'chekc'], /"check"/],
  [['check', '--strct'], /--strict\?/],
  [['check', '--no-nots'], /npx korme check --help/],
  [['build', '--no-nots'], /--no-notes\?/],
  [['check', '-json'], /--json\?/],
  [['check', '–fix'], /--fix\?/],
  [['check', '-x'], /-x/],
  [['doctor', '--fix'], /--fix/],
  [['check', '--lang', 'de'], /kk, ru, en, or all/],
  [['check', '--messages', 'fr'], /kk, ru, or en/],
  [['check', '--messages'], /--messages kk\|ru\|en/],
  [['build', '--out', '--json'], /--out requires a value/],
  [['build', '--out='], /--out requires a value/],
  [['check', '--json=yes'], /takes no value/],
  [['new'], /npx korme new my-talk/],
  [['new', 'a', 'b'], /"b"/],
  [['doctor', 'x'], /"x"/],
  [['check', ''], /"check" does not accept ""/],
  [['serve', ' '], /"serve" does not accept/],
  ...['check', 'build', 'pdf', 'handout', 'serve', 'present', 'themes', 'doctor'].map((name): [string[], RegExp] => [
    [name, '--root', 'nowhere'],
    /nowhere is not a folder/,
  ]),
  [['--json'], /No command was given/],
  [['--nonsense'], /--nonsense/],
])('%j is wrong usage: one line, exit code 2', async (args, expected) => {
  const { code, stdout, stderr } = await runKorme(cwd, args)
  expect([code, stdout.replace(/^\{.*\}\n$/, '')]).toEqual([2, ''])
  expect(stderr).toMatch(expected)
  expect(stderr).toMatch(/^error: [^\n]+\n$/)
})

test.each([
  [['check', '--json', '--nonsense'], 'flag-unknown', 2],
  [['build', '--nonsense', '--json'], 'flag-unknown', 2],
  [['chekc', '--json'], 'command-unknown', 2],
  [['check', '--json', '--root', 'nowhere'], 'root-missing', 2],
  [['build', '--json', '--root', '.'], 'decks-missing', 2],
  [['build', '--json', 'missing.json'], 'file-missing', 2],
  [['check', '--json', 'missing.json'], 'file-missing', 2],
  [['build', '--json', '-o', '/dev/null/x', 'a.json'], 'output-unwritable', 3],
])('%j tells its error in the one object of --json too', async (args, error, exitCode) => {
  const at = await folder({ 'a.json': soundDeck })
  const { code, stdout, stderr } = await runKorme(at, args)
  const { version, errors } = JSON.parse(stdout)
  expect([code, version, errors.length]).toEqual([exitCode, 1, 1])
  expect(errors[0]).toEqual({ code: error, message: expect.any(String), exitCode })
  expect(stderr).toBe(`error: ${errors[0].message}\n`)
})

test('a deck in the place of the command is offered to `check`, by its bare name too', async () => {
  const at = await folder({ 'decks/koktem.json': soundDeck, 'decks/my talk.json.txt': soundDeck })
  for (const [name, offered] of [
    ['koktem', '"check koktem"'],
    ['decks/koktem', '"check decks/koktem"'],
    ['my talk', '"check "my talk""'],
  ]) {
    expect((await runKorme(at, [name!])).stderr).toContain(`Did you mean ${offered}?`)
  }
})

test.each(['check', 'build'])('%s takes the bare name of a deck', async (command) => {
  const at = await folder({ 'decks/koktem.json': soundDeck })
  expect((await runKorme(at, [command, '-q', 'koktem'])).code).toBe(0)
  expect((await runKorme(at, [command, '-q', 'koktm'])).code).toBe(2)
})

test('flags may stand before the command', async () => {
  const { code, stdout } = await runKorme(cwd, ['--messages', 'ru', 'check', '--help'])
  expect([code, stdout.split('\n').includes('Ключи')]).toEqual([0, true])
})

describe('the language of messages', () => {
  const words = { en: /There is no command/, ru: /Команды .* нет/, kk: /деген команда жоқ/ }

  test.each<[keyof typeof words, Record<string, string>, string[]]>([
    ['kk', { KORME_LANG: 'ru', LANG: 'en_US.UTF-8' }, ['--messages', 'kk']],
    ['ru', { KORME_LANG: 'ru', LANG: 'kk_KZ.UTF-8' }, []],
    ['kk', { LANG: 'kk_KZ.UTF-8' }, []],
    ['ru', { LC_ALL: 'ru_KZ.UTF-8', LANG: 'kk_KZ.UTF-8' }, []],
    ['en', { LC_ALL: 'C', LANG: 'kk_KZ.UTF-8' }, []],
    ['en', { LANG: 'de_DE.UTF-8' }, []],
    ['kk', { KORME_LANG: 'xx', LANG: 'kk_KZ' }, []],
  ])('is %s with %j and %j', async (lang, env, flags) => {
    expect((await runKorme(cwd, ['zzzzzz', ...flags], env)).stderr).toMatch(words[lang])
  })

  test('is chosen before a flag is found to be wrong', async () => {
    expect((await runKorme(cwd, ['check', '--nonsense', '--messages=kk'])).stderr).toMatch(/^қате: /)
  })
})

test('an argument cannot command the terminal', async () => {
  const { stderr } = await runKorme(await folder(), ['check', 'a\x1b[2Jb.json'])
  expect(stderr).toContain('a‹U+001B›[2Jb.json')
  expect(stderr).not.toContain('\x1b')
})

describe.each(langs)('help in %s', (lang) => {
  test('groups the flags of a command under headings, and names the values that it takes', async () => {
    const { help } = (await loadMessages(lang)).cli
    const { stdout } = await runKorme(cwd, ['help', 'build', '--messages', lang])
    const lines = stdout.split('\n')
    const headings = [help.flags, ...Object.values(help.flagGroups)].map((title) => lines.indexOf(title))
    expect(headings).not.toContain(-1)
    expect(headings).toEqual(headings.toSorted((a, b) => a - b))
    for (const command of ['serve', 'present']) {
      const one = (await runKorme(cwd, ['help', command, '--messages', lang])).stdout
      expect(one.replace(/\s+/g, ' ')).toContain(`--lang kk|ru|en|all ${help.pageLang}`)
    }
  })

  test('names every exit code, and stays within 80 columns', async () => {
    for (const args of [[], ...commandNames.map((name) => [name])]) {
      const { stdout } = await runKorme(cwd, ['help', ...args, '--messages', lang])
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
      if (args.length === 0)
        for (const code of [0, 1, 2, 3, 70, 130]) expect(stdout).toMatch(new RegExp(`^ {2}${code} +\\S`, 'm'))
    }
  })
})
