import { test } from 'vitest'
import { expectDraftsAsShown } from './drafts-as-shown.ts'

test.each(['decks/every-block.json', 'decks/priemnaya.json', 'decks/bayqau.json'])(
  'every slide of %s, drafted as it is, looks as it does, and has the same findings',
  expectDraftsAsShown,
)
