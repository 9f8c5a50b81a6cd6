import { expect, test } from 'vitest'
import { speakToReader } from '../../../src/client/present/reader-words.ts'
import type { ClientPage } from '../../../src/client/show/client-page.ts'
import type { PageWords } from '../../../src/model/words.ts'

const words = (close: string) => ({ close }) as PageWords

test('a page keeps the words of its reader while its slides change, and takes theirs for who has chosen their language', () => {
  const page = { words: words('Жабу') } as ClientPage
  let own: PageWords | undefined = words('Close')
  speakToReader(page, () => own)
  expect(page.words.close).toBe('Close')
  // The deck was edited, or the speaker shows another language.
  Object.assign(page, { words: words('Закрыть') })
  expect(page.words.close).toBe('Close')
  expect({ ...page }.words.close).toBe('Close')
  own = undefined
  expect(page.words.close).toBe('Закрыть')
})
