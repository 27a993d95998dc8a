/** The dependency law of docs/ARCHITECTURE.md. */
const station = [
  'sheet',
  'register',
  'calendar',
  'fact',
  'rule',
  'indicator',
  'finding',
  'review',
  'ledger',
  'document',
];

/** Data walks the stations forward only: a station may import from itself and from those before it. */
const stations = station.slice(0, -1).map((name, index) => ({
  name: `core-${name}-looks-back-only`,
  severity: 'error',
  from: { path: `^src/core/${name}/` },
  to: { path: `^src/core/(${station.slice(index + 1).join('|')})/` },
}));

const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: { path: '^src/', pathNot: `^src/(${[from, ...allowed].join('|')})/` },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    ...stations.filter((rule) => !rule.name.startsWith('core-register-')),
    {
      name: 'core-register-looks-back-only',
      severity: 'error',
      from: { path: '^src/core/register/' },
      // Values of registers are dates: the calendar's date type is shared ground.
      to: { path: '^src/core/(fact|rule|indicator|finding|review|ledger|document)/' },
    },
    only('core-imports-nothing-else', 'core', []),
    only('contract-imports-core', 'contract', ['core']),
    only('host-imports-core-and-contract', 'host', ['core', 'contract']),
    only('cli-imports-host-and-core', 'cli', ['host', 'core']),
    only('main-imports-host-and-contract', 'main', ['host', 'contract']),
    only('preload-imports-contract', 'preload', ['contract']),
    only('renderer-imports-contract-and-core', 'renderer', ['contract', 'core']),
    {
      name: 'core-is-pure',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'electron-in-main-and-preload-only',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main|preload)/' },
      to: { path: 'node_modules/electron' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
