import { expect, test } from 'vitest'
import { withoutMarkup } from '../../src/typeset/without-markup.ts'

test.each([
  ['Есеп **маңызды** бөлім', 'Есеп маңызды бөлім'],
  ['*екі*\n1. ***жол***', 'екі\n1. жол'],
  ['[Korme](https://korme.kz) сайты', 'Korme сайты'],
  ['2 * 3 * 4, жалақы*', '2 * 3 * 4, жалақы*'],
  ['**жұпсыз [x] ', '**жұпсыз [x] '],
])('%j', (text, plain) => expect(withoutMarkup({ text, lang: 'kk' })).toEqual({ text: plain, lang: 'kk' }))
