import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { scaleThumbnails, thumbnail } from '../show/thumbnail.ts'
import { type Editor, slideOfPage } from './editor.ts'

/** The pages of a slide that takes several, and what is to be said about a text while it is typed. */
export function PagesStrip({ editor }: { editor: Editor }) {
  const { show, shown, current, words, draftFindings } = editor
  shown.value
  const now = show.page.slides[show.index()]
  const pages = show.page.slides.filter((page) =>
    now ? page.dataset.slide === now.dataset.slide : slideOfPage(editor, page.id) === current.value,
  )
  const list = useRef<HTMLDivElement>(null)
  const isShown = pages.length > 1
  useEffect(() => {
    const frame = list.current?.querySelector<HTMLElement>('.ui-thumb-frame')
    if (!frame || !list.current) return
    const observer = scaleThumbnails(list.current, frame, show.page.width)
    return () => observer.disconnect()
  }, [isShown])
  return (
    <>
      <div class="ui-edit-said" role="status">
        {draftFindings.value.map(({ severity, label, message, code }) => (
          <p key={code + message} data-severity={severity}>
            <strong>{label}</strong> {message.replaceAll('`', '')}
          </p>
        ))}
      </div>
      {isShown && (
        <div class="ui-edit-pages" ref={list}>
          {pages.map((page, index) => (
            <button
              type="button"
              key={page.id}
              class="ui-edit-page"
              aria-current={page === now ? 'true' : undefined}
              onClick={() => show.go(show.page.slides.indexOf(page))}
            >
              <PageThumb page={page} stamp={shown.value} />
              <span class="ui-live">
                {words.slides.page.replace('{x}', `${index + 1}`).replace('{y}', `${pages.length}`)}
              </span>
              <span aria-hidden="true">
                {index + 1}/{pages.length}
              </span>
            </button>
          ))}
        </div>
      )}
    </>
  )
}

function PageThumb({ page, stamp }: { page: HTMLElement; stamp: number }) {
  const frame = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => frame.current?.replaceChildren(thumbnail(page)), [page, stamp])
  return <span class="ui-thumb-frame" ref={frame} />
}
