import { expect, test } from 'vitest'
import { oneAtATime } from '../../../src/client/edit/one-at-a-time.ts'

/** Things to do that end when they are told to. */
function works() {
  const begun: string[] = []
  const ends = new Map<string, (error?: Error) => void>()
  const work = (name: string) => () => {
    begun.push(name)
    return new Promise<string>((resolve, reject) => {
      ends.set(name, (error) => (error ? reject(error) : resolve(`${name} done`)))
    })
  }
  return { begun, work, end: (name: string, error?: Error) => ends.get(name)!(error) }
}

test('what comes when nothing is done begins at once', () => {
  const { begun, work } = works()
  void oneAtATime('')(work('a'))
  expect(begun).toEqual(['a'])
})

test('of what comes meanwhile only the newest is done, and none at the same time', async () => {
  const { begun, work, end } = works()
  const add = oneAtATime('skipped')
  const results = ['a', 'b', 'c', 'd'].map((name) => add(work(name)))
  expect(begun).toEqual(['a'])
  end('a')
  expect(await Promise.all(results.slice(0, 3))).toEqual(['a done', 'skipped', 'skipped'])
  expect(begun).toEqual(['a', 'd'])
  end('d')
  expect(await results[3]).toBe('d done')
})

test('what fails holds nothing up', async () => {
  const { begun, work, end } = works()
  const add = oneAtATime('')
  const [first, second] = [add(work('a')), add(work('b'))]
  end('a', new Error('gone'))
  await expect(first).rejects.toThrow('gone')
  end('b')
  expect(await second).toBe('b done')
  expect(begun).toEqual(['a', 'b'])
})

test('what waits can be dropped', async () => {
  const { begun, work, end } = works()
  const add = oneAtATime('skipped')
  const [first, second] = [add(work('a')), add(work('b'))]
  add.drop()
  expect(await second).toBe('skipped')
  end('a')
  expect(await first).toBe('a done')
  expect(begun).toEqual(['a'])
})
