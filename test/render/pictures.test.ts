import { expect, test } from 'vitest'
import type { ImageAsset } from '../../src/model/asset.ts'
import { Pictures } from '../../src/render/pictures.ts'

test('a picture used once is inlined in its element, one used twice in the style sheet', () => {
  const asset = (hash: string): ImageAsset => ({
    kind: 'image',
    file: 'a.png',
    mime: 'image/png',
    bytes: new TextEncoder().encode(hash),
    width: 1,
    height: 1,
    hash,
  })
  const pictures = new Pictures()
  const sources = ['aa', 'bb', 'bb'].map((hash) => `<img src="${pictures.use(asset(hash))}">`)
  const html = pictures.inline(sources.join(''))
  expect(html).toMatch(
    /^<img src="data:image\/png;base64,YWE="><img src="data:image\/gif[^"]+"><img src="data:image\/gif[^"]+">$/,
  )
  expect(pictures.css()).toBe('.p-bb{background-image:url(data:image/png;base64,YmI=)}')
})
