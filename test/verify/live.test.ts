import { test } from 'vitest'
import { decks, expectSameAsBuild } from '../live/same-as-build.ts'

test.each(decks)('%s is the same in the live preview as in a build', expectSameAsBuild)
