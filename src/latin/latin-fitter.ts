import type { Fitter } from '../model/fitted.ts'
import { latinTag } from '../model/lang.ts'
import type { Latin } from './latin.ts'

/**
 * A fitter that sets Kazakh texts in Latin letters. So everything is understood as the author wrote it (numbers, times,
 * places), and measured as it is shown. Words are not divided: the rules of syllables are those of Cyrillic letters.
 */
export const latinFitter = (fitter: Fitter, latin: Latin): Fitter => ({
  fit(request) {
    if (request.lang !== 'kk') return fitter.fit(request)
    const { headingSuffix: suffix, ...rest } = request
    return fitter.fit({
      ...rest,
      paragraphs: request.paragraphs.map((one) => latin.paragraph(one)),
      ...(suffix !== undefined && { headingSuffix: latin.text(suffix) }),
      lang: latinTag,
    })
  },
})
