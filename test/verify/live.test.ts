import { test } from 'vitest'
import { expectDraftsAsShown } from '../live/drafts-as-shown.ts'
import { decks, expectSameAfterEdits, expectSameAsBuild } from '../live/same-as-build.ts'

test.each(decks)('%s is the same in the live preview as in a build', expectSameAsBuild)

test('the gallery is the same as a build of the same bytes after each edit', () =>
  expectSameAfterEdits('test/fixtures/gallery/gallery.json'))

test('every slide of the gallery, drafted as it is, looks as it does, and has the same findings', () =>
  expectDraftsAsShown('test/fixtures/gallery/gallery.json'))
