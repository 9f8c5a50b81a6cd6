import { expect, test } from 'vitest'
import { markArtifacts } from '../../src/pdf/artifacts.ts'

test('what is painted outside of tags is an artifact, with its whole path', () => {
  const content = 'q\n0 0 9 9 re\nW* n\n0 0 5 5 re\nf\nQ\n/P <</MCID 0 >>BDC\nBT\n<0041> Tj\nET\nEMC\n/X5 Do\n'
  expect(markArtifacts(content)).toBe(
    'q\n0 0 9 9 re\nW* n\n/Artifact BMC\n0 0 5 5 re\nf\nEMC\nQ\n/P <</MCID 0 >>BDC\nBT\n<0041> Tj\nET\nEMC\n/Artifact BMC\n/X5 Do\nEMC\n',
  )
})

test('text outside of tags is what the page repeats', () => {
  const content = 'BT\n/F1 16 Tf\n<0041> Tj\n1 0 Td <0042> Tj\nET\n'
  expect(markArtifacts(content)).toBe(`/Artifact <</Type /Pagination>> BDC\n${content.trim()}\nEMC\n`)
})

test('a content that is all tagged stays as it is', () => {
  expect(markArtifacts('q\n/P <</MCID 0 >>BDC\n(BMC \\) EMC) Tj\n/Q BMC\nf\nEMC\nf\nEMC\nQ\n')).toBeNull()
})
