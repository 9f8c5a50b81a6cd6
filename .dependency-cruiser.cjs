/** The rules of the house: data flows down the tree, stages meet in build.ts alone, nothing runs in a circle. */
const stages = [
  'load',
  'parse',
  'validate',
  'blocks',
  'fit',
  'render',
  'export',
  'serve',
  'messages',
  'report',
  'client',
]

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'model-imports-model-only',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { path: '^src/', pathNot: '^src/model/' },
    },
    {
      name: 'stages-do-not-import-each-other',
      severity: 'error',
      from: { path: `^src/(${stages.join('|')})/` },
      to: { path: '^src/', pathNot: ['^src/model/', '^src/$1/'] },
    },
    { name: 'nothing-imports-the-entry', severity: 'error', from: { path: '^src/' }, to: { path: '^src/index.ts$' } },
    {
      name: 'nothing-imports-the-command-line',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '\\.d\\.ts$|\\.mjs$' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|^build' },
    exclude: { path: '^build/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node'],
      extensions: ['.ts', '.js', '.mjs'],
    },
  },
}
