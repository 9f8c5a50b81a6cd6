/**
 * What Korme's PDF is measured against: the texts and photographs of a deck as a plain static page in flow layout, one
 * printed page a slide, in the fonts of the machine. The same slides in Markdown, for tools that read that.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const escaped = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const style = `@page{size:1280px 720px;margin:0}
body{margin:0;font:28px/1.4 sans-serif}
section{box-sizing:border-box;width:1280px;height:719px;padding:64px 80px;overflow:hidden;break-after:page}
h2{margin:0 0 24px;font-size:44px;line-height:1.2}
p{margin:0}
img{float:right;width:560px;margin:0 0 24px 40px}`

/** Writes the page and the Markdown of a project's deck into its folder. Gives both paths. */
export function writeStaticPages(deck) {
  const { name, content } = JSON.parse(readFileSync(deck, 'utf8'))
  const folder = join(dirname(deck), '..')
  const picture = (path) => `data:image/jpeg;base64,${readFileSync(join(folder, 'static', path)).toString('base64')}`
  // Each picture is stored once, as a careful author would do it.
  const paths = [...new Set(content.map((slide) => slide.img_path).filter(Boolean))]
  const rules = paths.map((path, i) => `.p${i}{content:url(${picture(path)})}`)
  const sections = content.map(({ title, text, img_path: path }) => {
    const image = path ? `<img class="p${paths.indexOf(path)}" alt="">` : ''
    return `<section><h2>${escaped(title)}</h2>${image}<p>${escaped(text)}</p></section>`
  })
  const html = join(folder, 'page.html')
  const head = `<meta charset="utf-8"><title>${escaped(name)}</title><style>${style}\n${rules.join('\n')}</style>`
  writeFileSync(html, `<!DOCTYPE html><html lang="kk"><head>${head}</head><body>${sections.join('\n')}</body></html>`)
  const markdown = join(folder, 'page.md')
  const slides = content.map(({ title, text, img_path: path }) =>
    [`## ${title}`, path ? `![](static${path})` : '', text].filter(Boolean).join('\n\n'),
  )
  writeFileSync(markdown, slides.join('\n\n---\n\n'))
  return { html, markdown }
}
